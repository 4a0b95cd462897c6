"""Planning a table of areas or of indicators: which are added, of which others the columns given are changed."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from citeria_core.errors import KnownError, raise_all
from citeria_core.model import Area, Indicator
from citeria_core.spelling import suggestion
from citeria_db.exchange.tables_in import RawTable, TableError
from citeria_db.loaded import Loaded, listed
from citeria_db.store import Project
from citeria_db.structure_operations import check_code

_DIRECTIONS: Final = {
    "": 0,
    "0": 0,
    "1": 1,
    "+": 1,
    "+1": 1,
    "-1": -1,
    "-": -1,
    "−1": -1,
    "higher is better": 1,
    "lower is better": -1,
}


class AreaRows:
    """Plans a table of areas: those that are not there are added, of the others the columns given are changed."""

    def __init__(self, project: Project, table: RawTable) -> None:
        self._table = table
        self._held = {area.code: area for area in project.areas.all()}
        self._errors: list[TableError] = []

    def plan(self) -> Loaded:
        """Give what the table would do; raises everything that is wrong with it."""
        made: dict[str, Area] = {}
        rows: dict[str, int] = {}
        for number, row in self._table.rows:
            code = self._table.cell(row, "area")
            if code in rows:
                self._errors.append(self._table.wrong(number, "area", f"“{code}” stands in row {rows[code]} already"))
                continue
            rows[code] = number
            area = self._area(number, row, code)
            if area is not None:
                made[code] = area
        self._check_parents(made, rows)
        raise_all(listed(self._errors))
        new = tuple(area for code, area in made.items() if code not in self._held)
        changed = tuple(area for code, area in made.items() if code in self._held and area != self._held[code])
        return Loaded(self._table, areas=new, changed_areas=changed)

    def _area(self, number: int, row: tuple[str, ...], code: str) -> Area | None:
        table, held = self._table, self._held.get(code)
        before = len(self._errors)
        if held is None:
            _try(self._errors, table, number, "area", lambda: check_code(code, "an area"))
        names = {
            "en" if column == "name" else column.removeprefix("name:"): table.cell(row, column)
            for column in table.columns
            if (column == "name" or column.startswith("name:")) and table.cell(row, column)
        }
        if held is None and not names:
            self._errors.append(table.wrong(number, "name", "a new area needs a name"))
        latitude = self._degrees(number, row, "latitude", 90)
        longitude = self._degrees(number, row, "longitude", 180)
        if len(self._errors) > before:
            return None
        base = held or Area(code, "city", {})
        variants = tuple(part.strip() for part in table.cell(row, "variants").split("|") if part.strip())
        return replace(
            base,
            kind=table.cell(row, "kind") or base.kind,
            names={**base.names, **names},
            variants=variants or base.variants,
            parent=table.cell(row, "parent") or base.parent,
            latitude=base.latitude if latitude is None else latitude,
            longitude=base.longitude if longitude is None else longitude,
            note=table.cell(row, "note") or base.note,
        )

    def _degrees(self, number: int, row: tuple[str, ...], column: str, most: int) -> float | None:
        text = self._table.cell(row, column)
        if not text:
            return None
        try:
            value = float(text)
        except ValueError:
            value = float("nan")
        if not -most <= value <= most:
            problem = f"“{text}” is no number of degrees from −{most} to {most} with a decimal point"
            self._errors.append(self._table.wrong(number, column, problem))
        return value

    def _check_parents(self, made: Mapping[str, Area], rows: Mapping[str, int]) -> None:
        areas = {**self._held, **made}
        for code, area in made.items():
            seen = {code}
            above = area.parent
            while above is not None:
                if above not in areas or above in seen:
                    problem = (
                        f"“{above}” lies in “{code}” itself"
                        if above in seen
                        else f"there is no area “{above}”.{suggestion(above, areas)}"
                    )
                    self._errors.append(self._table.wrong(rows[code], "parent", problem))
                    break
                seen.add(above)
                above = areas[above].parent


class IndicatorRows:
    """Plans a table of indicators: those not there are added, of the others the columns given are changed."""

    def __init__(self, project: Project, table: RawTable) -> None:
        self._table = table
        self._held = {indicator.code: indicator for indicator in project.indicators.all()}
        self._errors: list[TableError] = []

    def plan(self) -> Loaded:
        """Give what the table would do; raises everything that is wrong with it."""
        made: dict[str, Indicator] = {}
        rows: dict[str, int] = {}
        for number, row in self._table.rows:
            code = self._table.cell(row, "indicator")
            if code in rows:
                problem = f"“{code}” stands in row {rows[code]} already"
                self._errors.append(self._table.wrong(number, "indicator", problem))
                continue
            rows[code] = number
            indicator = self._indicator(number, row, code)
            if indicator is not None:
                made[code] = indicator
        raise_all(listed(self._errors))
        new = tuple(one for code, one in made.items() if code not in self._held)
        changed = tuple(one for code, one in made.items() if code in self._held and one != self._held[code])
        return Loaded(self._table, indicators=new, changed_indicators=changed)

    def _indicator(self, number: int, row: tuple[str, ...], code: str) -> Indicator | None:
        table, held = self._table, self._held.get(code)
        before = len(self._errors)
        if held is None:
            _try(self._errors, table, number, "indicator", lambda: check_code(code, "an indicator"))
            if not table.cell(row, "name"):
                self._errors.append(table.wrong(number, "name", "a new indicator needs a name"))
        direction, kind = table.cell(row, "direction").lower(), table.cell(row, "kind")
        if direction not in _DIRECTIONS:
            problem = f"“{direction}” is no direction; write 1 (higher is better), -1 or 0"
            self._errors.append(table.wrong(number, "direction", problem))
        if kind not in ("", "number", "ordinal", "text"):
            self._errors.append(table.wrong(number, "kind", f"“{kind}” is none of number, ordinal, text"))
        if len(self._errors) > before:
            return None
        base = held or Indicator(code, "")
        collections = tuple(part.strip() for part in table.cell(row, "collections").split("|") if part.strip())
        return replace(
            base,
            name=table.cell(row, "name") or base.name,
            unit=table.cell(row, "unit") or base.unit,
            definition=table.cell(row, "definition") or base.definition,
            kind=kind or base.kind,
            measure=table.cell(row, "measure") or base.measure,
            note=table.cell(row, "note") or base.note,
            direction=_DIRECTIONS[direction] if direction else base.direction,
            collections=collections or base.collections,
        )


def _try(errors: list[TableError], table: RawTable, number: int, column: str, check: Callable[[], object]) -> None:
    try:
        check()
    except KnownError as error:
        errors.append(table.wrong(number, column, error))
