"""The parser that every command has: it tells everything that is wrong with what was written, not the first of it."""

import argparse
from collections.abc import Sequence
from typing import Any, NoReturn

from citeria_core.spelling import suggestion


class Parser(argparse.ArgumentParser):
    """A parser, of `citeria` or of one command, that answers for what is written after it.

    argparse stops at the first error. Here each argument that is wrong is noted and passed over, by way of the methods
    that argparse reads one argument with; what cannot be passed over (an unknown action, two options that exclude each
    other) ends the reading, and is told with what was noted before.
    """

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.exit_on_error = False
        self._wrong: list[str] = []
        self._without_value: set[str] = set()

    def parse_known_args(self, args=None, namespace=None):  # type: ignore[no-untyped-def]
        """What is left over is an error of the command that was given it, so that its own usage is shown."""
        self._wrong.clear()
        try:
            known, extra = super().parse_known_args(args, namespace)
        except argparse.ArgumentError as error:
            self._wrong.append(str(error))
            known, extra = argparse.Namespace(), []
        if extra:
            told = "unrecognized arguments: {}; “{} --help” lists those there are"
            self._wrong.append(told.format(" ".join(extra), self.prog))
        if self._wrong:
            self._refuse(self._wrong)
        return known, extra

    def error(self, message: str) -> None:  # type: ignore[override]
        """Note what is wrong until all that was written has been read."""
        self._wrong.append(message)

    def _match_argument(self, action: argparse.Action, arg_strings_pattern: str) -> int:
        try:
            return super()._match_argument(action, arg_strings_pattern)
        except argparse.ArgumentError as error:
            self._wrong.append(str(error))
            self._without_value.add(action.dest)
            return 0

    def _get_values(self, action: argparse.Action, arg_strings: list[str]) -> Any:
        if not arg_strings and action.dest in self._without_value:
            return action.default
        try:
            return super()._get_values(action, arg_strings)
        except argparse.ArgumentError as error:
            if isinstance(action, argparse._SubParsersAction):  # nobody is there to read what follows
                raise
            self._wrong.append(str(error))
            return action.default

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is None or value in action.choices:
            return
        choices = [str(choice) for choice in action.choices if choice != ""]
        hint = suggestion(str(value), choices, listed=True)
        raise argparse.ArgumentError(action, f"there is no “{value}”; choose one of {', '.join(choices)}.{hint}")

    def _refuse(self, wrong: Sequence[str]) -> NoReturn:
        told = "".join(f"{self.prog}: error: {line}\n" for line in dict.fromkeys(wrong))
        self.exit(2, self.format_usage() + told)
        raise AssertionError  # exit never returns
