"""Finding texts in cells and planning their replacement: matches, and a preview that changes nothing."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from citeria_core.errors import KnownError

Place = TypeVar("Place")

LONGEST: Final = 10_000  # characters of a text that are looked at; a number or a name is shorter


class BadPatternError(KnownError):
    """A regular expression that is none, or a replacement that names a group it does not have."""

    code = "bad_pattern"
    template = "“{text}” cannot be used: {problem}. Correct it, or search for the text as it stands."


@dataclass(frozen=True, slots=True)
class Sought:
    """What to find. Without `expression` the text is taken as it stands; with `whole` it must be all of a cell."""

    text: str
    expression: bool = False
    cased: bool = False
    whole: bool = False

    def pattern(self) -> "re.Pattern[str]":
        """Give the compiled expression; `BadPatternError`."""
        written = self.text if self.expression else re.escape(self.text)
        try:
            return re.compile(written, 0 if self.cased else re.IGNORECASE)
        except (re.error, RecursionError, OverflowError) as error:
            raise BadPatternError(text=self.text, problem=error) from error


@dataclass(frozen=True, slots=True)
class Replacement(Generic[Place]):
    """One cell in the preview."""

    place: Place
    before: str
    after: str
    count: int  # matches replaced in it


def find(cells: Iterable[tuple[Place, str]], sought: Sought) -> Iterator[tuple[Place, tuple[tuple[int, int], ...]]]:
    """Give each cell with a match and where in its text the matches stand; an empty match is none."""
    pattern = sought.pattern()
    for place, text in cells:
        spans = tuple(match.span() for match in _matches(pattern, text, sought))
        if spans:
            yield place, spans


def replacements(cells: Iterable[tuple[Place, str]], sought: Sought, replacement: str) -> Iterator[Replacement[Place]]:
    """Give each cell whose text would change, before and after; an expression may name its groups (`\\1`).

    Raises `BadPatternError`.
    """
    pattern = sought.pattern()
    _check_groups(pattern, sought, replacement)
    for place, text in cells:
        found = _matches(pattern, text, sought)
        after, end = "", 0
        for match in found:
            after += text[end : match.start()] + (match.expand(replacement) if sought.expression else replacement)
            end = match.end()
        after += text[end:]
        if after != text:
            yield Replacement(place, text, after, len(found))


def _matches(pattern: re.Pattern[str], text: str, sought: Sought) -> list[re.Match[str]]:
    if sought.whole:
        match = pattern.fullmatch(text[:LONGEST]) if len(text) <= LONGEST else None
        return [match] if match and text else []
    return [match for match in pattern.finditer(text[:LONGEST]) if match.end() > match.start()]


def _check_groups(pattern: re.Pattern[str], sought: Sought, replacement: str) -> None:
    """Compile the replacement against the pattern, though nothing may match."""
    if not sought.expression:
        return
    try:
        re.compile(f"(?:{pattern.pattern})|").sub(replacement, "", count=1)
    except (re.error, IndexError) as error:
        raise BadPatternError(text=replacement, problem=error) from error
