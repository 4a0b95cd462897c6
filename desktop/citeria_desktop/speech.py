"""In which words the session speaks: it knows no Qt, so whoever opens it hands them over.

The command line speaks English; the window hands over Qt's translation.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final


def _as_written(context: str, text: str) -> str:
    return text


@dataclass(frozen=True, slots=True)
class Speech:
    """A language by its code, and how a text of a context is said in it."""

    language: str = "en"
    translate: Callable[[str, str], str] = _as_written
    say: Callable[[str], str] = str  # what core and db made in English


ENGLISH: Final = Speech()
