"""The start of everything: `citeria COMMAND …` runs a command, `citeria [FILE]` opens the window."""

import sys
from collections.abc import Sequence
from pathlib import Path

from citeria_core.errors import KnownError
from citeria_core.spelling import suggestion
from citeria_desktop.cli import main as cli
from citeria_desktop.cli.parser import Parser


class UnknownCommandError(KnownError):
    """A first word that is neither a command nor a file."""

    code = "unknown_command"
    template = "There is no command and no file “{given}”.{hint} “citeria --help” lists the commands."


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line or the window; returns the exit code (0 done, 2 bad input)."""
    given = list(sys.argv[1:] if argv is None else argv)
    if given and (given[0] in cli.COMMANDS or given[0] in {"-h", "--help", "--version"}):
        return cli.run(given)
    if given and "--sample" not in given and _is_neither(given[0]):
        return cli.guarded(lambda: _refuse(given[0]))
    arguments = _window_parser().parse_args(given)
    return cli.guarded(lambda: _open(arguments.file, sample=arguments.sample))


def _window_parser() -> Parser:
    parser = Parser(prog="citeria", description="Open the window. `citeria --help` lists commands.")
    parser.add_argument("file", type=Path, nargs="?", help="the project to open")
    parser.add_argument("--sample", action="store_true", help="make FILE from the sample first, if it is not there")
    return parser


def _is_neither(word: str) -> bool:
    """Whether a first word is no option, no file, and not written like the name of one."""
    path = Path(word)
    return not (word.startswith("-") or path.exists() or path.suffix or path.name != word)


def _refuse(word: str) -> int:
    raise UnknownCommandError(given=word, hint=suggestion(word, sorted(cli.COMMANDS)))


def _open(file: Path | None, *, sample: bool) -> int:
    from citeria_desktop import startup  # a command does without all of this

    if file is not None and not file.exists():
        _make(file, sample=sample)
    if not startup.has_display():
        from citeria_desktop.cli.terminal import work_in_terminal

        return work_in_terminal(file)
    startup.check_window_libraries(offscreen=False)
    from citeria_desktop.app import run_window  # imports Qt

    return run_window(file)


def _make(file: Path, *, sample: bool) -> None:
    """Make a file that is not there from the sample, if that was asked for; else say so before anything is shown."""
    if not sample:
        from citeria_db.errors import MissingFileError

        raise MissingFileError(path=file)
    from citeria_db import sample as sample_project

    file.parent.mkdir(parents=True, exist_ok=True)
    sample_project.build(file)
    print(f"Made the sample project {file}")


if __name__ == "__main__":
    sys.exit(main())
