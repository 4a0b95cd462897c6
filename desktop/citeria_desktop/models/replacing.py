"""Find and replace over what cells say as it would be typed: which cells a pattern meets, and what each would say."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from citeria_core.errors import AmbiguousNumberError, KnownError
from citeria_core.model import Observation
from citeria_db.pasting import read_text
from citeria_desktop.language.phrases import error_words
from citeria_desktop.models.grid_model import AnyIndex, GridModel
from citeria_desktop.models.paste_draft import placed

MOST_CELLS: Final = 50_000  # of one step


class BadPatternError(KnownError):
    """A regular expression that is none, or a replacement that names a group it has not."""

    code = "bad_pattern"
    template = "“{text}” is no regular expression that can be used: {why}."


@dataclass(frozen=True, slots=True)
class Pattern:
    """What is sought and what it becomes."""

    sought: str
    by: str
    regex: bool = False
    cased: bool = False

    def compiled(self) -> re.Pattern[str]:
        """The expression to look for; raises `BadPatternError`."""
        try:
            return re.compile(self.sought if self.regex else re.escape(self.sought), 0 if self.cased else re.IGNORECASE)
        except (re.error, RecursionError, OverflowError) as error:
            raise BadPatternError(text=self.sought, why=error) from None

    def replaced(self, expression: re.Pattern[str], text: str) -> str:
        """The text with every place replaced; raises `BadPatternError`."""
        try:
            return expression.sub(self.by if self.regex else lambda _: self.by, text)
        except (re.error, IndexError) as error:
            raise BadPatternError(text=self.by, why=error) from None


@dataclass(frozen=True, slots=True)
class Hit:
    """One cell that the pattern meets: its text before and after, and what that says, or why it cannot be taken."""

    area: str
    indicator: str
    before: str
    after: str
    said: Observation | None
    problem: str = ""


def hits(model: GridModel, cells: Iterable[AnyIndex], pattern: Pattern) -> list[Hit]:
    """Every cell that would say something else; a cell emptied by it is a problem, for nobody said why.

    Raises `BadPatternError`.
    """
    if not pattern.sought:
        return []
    expression, found = pattern.compiled(), list[Hit]()
    for index in cells:
        before = model.typed(index) if index.column() > 0 else ""
        if not before or expression.search(before) is None:
            continue
        after = pattern.replaced(expression, before).strip()
        if after != before:
            found.append(_hit(model, index, before, after))
    return found


def _hit(model: GridModel, index: AnyIndex, before: str, after: str) -> Hit:
    area, code = model.cell(index)
    if not after:
        return Hit(area, code, before, after, None, "nothing would be left; mark the value as missing instead")
    try:
        said = read_text(model.indicators[index.column() - 1], model.period_at(index), after)
    except AmbiguousNumberError as error:
        given = error.params
        return Hit(area, code, before, after, None, f"it may mean {given['first']} or {given['second']}")
    except KnownError as error:
        return Hit(area, code, before, after, None, error_words(error))
    return Hit(area, code, before, after, placed(said, area, code))
