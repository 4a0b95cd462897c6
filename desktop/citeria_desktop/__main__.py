"""The start of everything: `citeria COMMAND …` runs a command, `citeria [FILE]` opens the window."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from citeria_desktop.cli import main as cli


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line or the window; returns the exit code (0 done, 2 bad input)."""
    given = list(sys.argv[1:] if argv is None else argv)
    if given and (given[0] in cli.commands() or given[0] in {"-h", "--help", "--version"}):
        return cli.run(given)
    arguments = _window_parser().parse_args(given)
    return cli.guarded(lambda: _open(arguments.file, sample=arguments.sample))


def _window_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="citeria", description="Open the window. `citeria --help` lists commands.")
    parser.add_argument("file", type=Path, nargs="?", help="the project to open")
    parser.add_argument("--sample", action="store_true", help="make FILE from the sample first, if it is not there")
    return parser


def _open(file: Path | None, *, sample: bool) -> int:
    from citeria_desktop import startup  # a command does without all of this

    if sample and file is not None and not file.exists():
        from citeria_db import sample as sample_project

        file.parent.mkdir(parents=True, exist_ok=True)
        sample_project.build(file)
        print(f"Made the sample project {file}")
    if not startup.has_display():
        from citeria_desktop.cli.terminal import work_in_terminal

        return work_in_terminal(file)
    startup.check_window_libraries(offscreen=False)
    from citeria_desktop.app import run_window  # imports Qt

    return run_window(file)


if __name__ == "__main__":
    sys.exit(main())
