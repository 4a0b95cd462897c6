"""Planning a table of values, long or wide: which text goes to which cell, from which source."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final, TypeVar

from citeria_core import sdmx
from citeria_core.errors import KnownError, raise_all
from citeria_core.model import Area, Citation, Indicator, Missing, Observation, Role, Status
from citeria_core.period import Period
from citeria_core.spelling import suggestion
from citeria_db import pasting
from citeria_db.exchange.tables_in import RawTable, TableError
from citeria_db.loaded import MOST_ERRORS, Loaded, Terms, listed
from citeria_db.observations import SETTABLE
from citeria_db.pasting import Write
from citeria_db.store import Project

_Choice = TypeVar("_Choice", Missing, Status)

_STATUSES: Final[Mapping[str, Status]] = {str(status): status for status in Status} | {
    code.code: code.meaning.status
    for code in sdmx.CODES.values()
    if code.meaning.missing is None and not code.meaning.flags
}


class NoPeriodError(KnownError):
    """A value without a period, in a table without one."""

    code = "no_period"
    template = "no period is given, neither here nor for the whole table (`--period`)"


def _parts(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"[,;|]", text) if part.strip()]


class _Names:
    """Finds a code by what people write: the code itself, or a name that only one has."""

    def __init__(self, names: Iterable[tuple[str, Iterable[str]]]) -> None:
        self.codes: set[str] = set()
        self._by_name: dict[str, set[str]] = {}
        for code, known in names:
            self.add(code, known)

    def add(self, code: str, names: Iterable[str]) -> None:
        """Know one more."""
        self.codes.add(code)
        for name in (code, *names):
            self._by_name.setdefault(_folded(name), set()).add(code)

    def find(self, text: str) -> set[str]:
        """Give the codes that a text may mean."""
        return {text} if text in self.codes else self._by_name.get(_folded(text), set())


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _area_names(area: Area) -> tuple[str, Iterable[str]]:
    return area.code, (*area.names.values(), *area.variants)


class ValueRows:
    """Plans a table of values, long or wide."""

    def __init__(self, project: Project, table: RawTable, terms: Terms) -> None:
        self._project, self._table, self._terms = project, table, terms
        self._areas = _Names(_area_names(area) for area in project.areas.all())
        self._indicators = {indicator.code: indicator for indicator in project.indicators.all()}
        self._indicator_names = _Names((one.code, (one.name,)) for one in self._indicators.values())
        self._sources = {source.key for source in project.sources.all()}
        self._errors: list[TableError] = []
        self._told: set[str] = set()
        self._hints: dict[str, str] = {}
        self._new_areas: dict[str, Area] = {}
        self._new_indicators: dict[str, Indicator] = {}
        self._read: dict[tuple[str, Period, str], Observation | KnownError] = {}

    def plan(self) -> Loaded:
        """Give what the table would do; raises everything that is wrong with it."""
        if self._terms.source is not None:
            self._project.sources.get(self._terms.source)
        if self._terms.index is not None:
            self._project.indices.get(self._terms.index)
        writes: dict[tuple[object, ...], Write] = {}
        empty = 0
        for number, row, column, where in self._cells():
            text = row[column]
            if not text.strip() and not self._table.cell(row, "missing"):
                empty += 1
                continue
            write = self._write(number, row, text, where)
            if write is None:
                continue
            key = (*write.cell, write.citation.source if write.citation else None)
            if key in writes:
                self._wrong(number, where, "this value stands in the table twice, from the same source")
            writes[key] = write
        raise_all(listed(self._errors))
        rivals = Counter(write.cell for write in writes.values())
        return Loaded(
            self._table,
            areas=tuple(self._new_areas.values()),
            indicators=tuple(self._new_indicators.values()),
            writes=tuple(writes.values()),
            empty=empty,
            contested=sum(count > 1 for count in rivals.values()),
            index=self._terms.index,
        )

    def _cells(self) -> Iterator[tuple[int, tuple[str, ...], int, str]]:
        """Walk the value cells: row number, row, column, its heading."""
        columns = range(1, len(self._table.headings)) if self._table.wide else (self._table.columns["value"],)
        for number, row in self._table.rows:
            for column in columns:
                yield number, row, column, self._table.headings[column]

    def _write(self, number: int, row: tuple[str, ...], text: str, where: str) -> Write | None:
        wide = self._table.wide
        area = self._area(number, self._table.cell(row, "area"))
        indicator = (
            self._indicator(1, where, where)
            if wide
            else self._indicator(number, self._table.cell(row, "indicator"), "indicator")
        )
        period = self._period(number, "" if wide else self._table.cell(row, "period"))
        source = self._source(number, "" if wide else self._table.cell(row, "source"))
        if area is None or indicator is None or period is None or source is False:
            return None
        said = self._said(number, row, text, where, indicator, period)
        if said is None:
            return None
        more = {} if wide else {name: self._table.cell(row, name) for name in ("locator", "quote")}
        citation = Citation("", str(source), Role.PRIMARY, **more) if source else None
        return Write(replace(said, area=area), citation)

    def _said(
        self, number: int, row: tuple[str, ...], text: str, where: str, indicator: Indicator, period: Period
    ) -> Observation | None:
        table = self._table
        if table.wide:
            return self._text(number, text, where, indicator, period)
        missing = self._chosen(number, row, "missing", {str(reason): reason for reason in SETTABLE})
        status = self._chosen(number, row, "status", _STATUSES)
        flags = [self._flag(number, flag) for flag in _parts(table.cell(row, "flags"))]
        if text.strip() and missing:
            self._wrong(number, "missing", "there is a value, so no reason why it is missing")
            return None
        said = (
            Observation("", "", indicator.code, period, None, missing=missing)
            if missing and not text.strip()
            else self._text(number, text, where, indicator, period)
        )
        if said is None:
            return None
        return replace(
            said,
            status=status or said.status,
            flags=frozenset(flag for flag in flags if flag),
            note=table.cell(row, "note"),
        )

    def _text(self, number: int, text: str, where: str, indicator: Indicator, period: Period) -> Observation | None:
        key = indicator.code, period, text
        if key not in self._read:
            try:
                self._read[key] = pasting.read_text(indicator, period, text, self._terms.locale, self._terms.marks)
            except KnownError as error:
                self._read[key] = error
        said = self._read[key]
        if isinstance(said, KnownError):
            self._wrong(number, where, said)
            return None
        return said

    def _area(self, number: int, text: str) -> str | None:
        found = self._areas.find(text)
        if len(found) == 1:
            return next(iter(found))
        if len(found) > 1:
            self._wrong(number, "area", f"“{text}” is the name of {' and of '.join(sorted(found))}; write the code")
        elif not text:
            self._wrong(number, "area", "no area is named")
        elif not self._terms.add_missing:
            hint = self._hint(text, self._areas.codes)
            problem = f"there is no area “{text}” in this project; add it first, or let it be added.{hint}"
            self._wrong(number, "area", problem)
        else:
            code = pasting.free_code(text, self._areas.codes)
            self._new_areas[code] = Area(code, self._terms.kind, {"en": text})
            self._areas.add(code, (text,))
            return code
        return None

    def _indicator(self, number: int, text: str, where: str) -> Indicator | None:
        found = self._indicator_names.find(text)
        if len(found) == 1:
            return self._indicators[next(iter(found))]
        if len(found) > 1:
            problem = f"“{text}” is the name of {' and of '.join(sorted(found))}; write the code"
        elif not text:
            problem = "no indicator is named"
        elif not self._terms.add_missing:
            hint = self._hint(text, self._indicators)
            problem = f"there is no indicator “{text}” in this project; add it first, or let it be added.{hint}"
        else:
            code = pasting.free_code(text, self._indicators)
            made = self._new_indicators[code] = self._indicators[code] = Indicator(code, text)
            self._indicator_names.add(code, (text,))
            return made
        self._wrong(number, where, problem)
        return None

    def _period(self, number: int, text: str) -> Period | None:
        if not text and self._terms.period is not None:
            return self._terms.period
        if not text:
            self._wrong(number, "period", NoPeriodError())
            return None
        try:
            return Period.parse(text)
        except KnownError as error:
            self._wrong(number, "period", error)
            return None

    def _source(self, number: int, text: str) -> str | bool | None:
        """Give the key of the source, None if there is none, False if it is unknown."""
        key = text or self._terms.source
        if not key:
            return None
        if key not in self._sources:
            hint = self._hint(key, self._sources)
            self._wrong(number, "source", f"there is no source “{key}” in this project; add it first.{hint}")
            return False
        return key

    def _chosen(self, number: int, row: tuple[str, ...], column: str, known: Mapping[str, _Choice]) -> _Choice | None:
        text = self._table.cell(row, column)
        if not text:
            return None
        found = known.get(text) or known.get(text.lower())
        if found is None:
            self._wrong(number, column, f"“{text}” is none of {', '.join(known)}")
        return found

    def _flag(self, number: int, text: str) -> str:
        word = text.casefold().replace("_", " ")
        if word in sdmx.FLAGS:
            return word
        self._wrong(number, "flags", f"“{text}” is none of {', '.join(sdmx.FLAGS)}")
        return ""

    def _hint(self, text: str, known: Iterable[str]) -> str:
        """Who may be meant; looked up once a text, and no longer than errors are listed."""
        if text not in self._hints and len(self._errors) < MOST_ERRORS:
            self._hints[text] = suggestion(text, known)
        return self._hints.get(text, "")

    def _wrong(self, number: int, column: str, problem: object) -> None:
        error = self._table.wrong(number, column, problem)
        if str(error) not in self._told:  # a heading is wrong once, not once a row; an area not once a column
            self._told.add(str(error))
            self._errors.append(error)
