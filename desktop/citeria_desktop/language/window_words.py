"""Errors whose words name an option of a command, in the words of the window: what to choose there instead.

Core and db say what is wrong once, for whoever works in a terminal. The window says the rest of it itself.
"""

from collections.abc import Mapping
from typing import Final

from citeria_core.errors import KnownError

WORDS: Final[Mapping[str, str]] = {
    "ambiguous_number": "“{text}” may mean {first} or {second}. Choose how its numbers are written.",
    "missing_file": "There is no file “{path}”. Check the name, or make a new project.",
    "no_period": "no period is given; write it there, or fill in “Period, where the table has none”",
    "source_key_taken": (
        "The key “{key}” is taken. Here: {ours} In the file: {theirs} Nothing was imported. Change one of the keys."
    ),
    "unknown_encoding": (
        "“{file}” is not UTF-8, and its encoding cannot be told with certainty. Choose it, or save the file as UTF-8."
    ),
    "wrong_encoding": "“{file}” cannot be read as {encoding}: {problem}. Choose another encoding.",
}


def in_window(error: KnownError) -> str:
    """What an error says in a window, in English; errors that it names are said so too."""
    named = {name: in_window(value) for name, value in error.params.items() if isinstance(value, KnownError)}
    template = WORDS.get(error.code)
    if template is None and not named:
        return str(error)
    return (template or error.template).format(**{**error.params, **named})
