"""The long sheets of a workbook, one record a row: Rankings, Values, Sources, Indicators."""

from collections.abc import Iterator
from typing import Final

from citeria_core.cite import reference, short_form
from citeria_core.model import Citation, Indicator, Observation, Source
from citeria_core.ranking import Row
from citeria_db.exchange.workbook_cells import AMBER, INK, MUTED, Book, Cell, Column, Link, Look, Number, Sheet, place
from citeria_db.exchange.workbook_report import Ranked, Report, count_by_indicator

_DIRECTIONS: Final = {1: "more is better", -1: "less is better", 0: "not stated"}

_RANKINGS: Final = (
    Column("Index", 15),
    Column("Rank", 8, "0"),
    Column("Published rank", 11, "0"),
    Column("Area", 20),
    Column("Name in Chinese", 14),
    Column("Score", 10, "0.00"),
    Column("Values present", 9, "0"),
    Column("Values in the index", 10, "0"),
    Column("Coverage", 10, "0%"),
    Column("Mark", 9),
    Column("Why there is no rank", 48, wrap=True),
    Column("Area code", 14),
)
_VALUES: Final = (
    Column("Indicator", 34, wrap=True),
    Column("Area", 18, wrap=True),
    Column("Period", 10),
    Column("Value", 15),
    Column("As printed", 13, wrap=True),
    Column("Qualifier", 9),
    Column("Low", 12),
    Column("High", 12),
    Column("Unit", 13, wrap=True),
    Column("Currency", 9),
    Column("Status", 11),
    Column("Flags", 10, wrap=True),
    Column("Missing because", 14),
    Column("Preferred", 10),
    Column("Used in", 14, wrap=True),
    Column("Source", 22, wrap=True),
    Column("Source in short", 30, wrap=True),
    Column("Role", 12),
    Column("Locator", 28, wrap=True),
    Column("Quote", 44, wrap=True),
    Column("Link", 44),
    Column("Retrieved", 11),
    Column("Further citations", 44, wrap=True),
    Column("Note", 48, wrap=True),
    Column("Area code", 16),
    Column("Indicator code", 24),
    Column("Observation", 38, hidden=True),
)
_SOURCES: Final = (
    Column("No.", 6, "0"),
    Column("Key", 24, wrap=True),
    Column("Reference", 90, wrap=True),
    Column("Type", 17),
    Column("Character", 11),
    Column("DOI", 30, wrap=True),
    Column("Link", 52),
    Column("Accessed", 11),
    Column("Cited", 8, "0"),
    Column("Note", 56, wrap=True),
)
_INDICATORS: Final = (
    Column("Indicator", 36, wrap=True),
    Column("Code", 26),
    Column("Unit", 18, wrap=True),
    Column("Direction", 15),
    Column("Kind", 9),
    Column("Used in, with its share", 24, wrap=True),
    Column("Definition", 52, wrap=True),
    Column("Measure", 24, wrap=True),
    Column("Collections", 22, wrap=True),
    Column("Values", 8, "0"),
    Column("Areas with a value", 10, "0"),
    Column("Note", 60, wrap=True),
)


def rankings(book: Book, report: Report) -> None:
    """Every index one under the other: the ranked by rank, then those without a rank and why."""
    sheet = Sheet(book, "Rankings", _RANKINGS, frozen=4)
    for ranked in report.ranked:
        first = sheet.row
        for row, look in _standing(ranked):
            sheet.add(_ranking(ranked, row, report), look)
        if ranked.standing is None:
            blank: tuple[Cell, ...] = ("",) * 9
            sheet.add((ranked.index.code, *blank, f"Cannot be computed: {ranked.problem}", ""), Look(MUTED, rule=True))
        elif sheet.row > first:
            # The plain kind of bar: solid ones are an extension that not every reader knows.
            bars = {"type": "data_bar", "bar_color": "#8FB3E8", "min_type": "num", "min_value": 0}
            sheet.sheet.conditional_format(first, 5, sheet.row - 1, 5, bars)
    sheet.filter()


def _standing(ranked: Ranked) -> Iterator[tuple[Row, Look]]:
    for at, row in enumerate(ranked.standing.rows if ranked.standing else ()):
        if row.rank is None:
            yield row, Look(colour=MUTED, rule=at == 0)
        else:
            yield row, Look(fill=AMBER if row.partial else "", rule=at == 0)


def _ranking(ranked: Ranked, row: Row, report: Report) -> tuple[Cell, ...]:
    area = report.areas[row.area]
    return (
        ranked.index.code,
        place(row.label),
        place(row.published),
        row.name,
        area.names.get("zh", ""),
        row.score,
        row.present,
        row.total,
        row.present / row.total if row.total else None,
        "partial" if row.partial and row.rank is not None else "",
        row.reason,
        row.area,
    )


def values(book: Book, report: Report) -> None:
    """Every observation, a row each; those that no index may use, because another is preferred, in grey."""
    sheet = Sheet(book, "Values", _VALUES, frozen=3)
    sources = {source.key: source for source in report.sources}
    names = {indicator.code: indicator.name for indicator in report.indicators}
    last = ""
    for one in report.observations:
        look = Look(colour=INK if one.preferred else MUTED, rule=bool(last) and one.indicator != last)
        sheet.add(_value(one, names[one.indicator], sources, report), look)
        last = one.indicator
    sheet.filter()
    sheet.print_over(2, repeated=3)


def _value(one: Observation, indicator: str, sources: dict[str, Source], report: Report) -> tuple[Cell, ...]:
    first = one.citations[0] if one.citations else None
    return (
        indicator,
        report.area_name(one.area),
        str(one.period),
        _number(one),
        one.printed,
        one.qualifier.value,
        one.low,
        one.high,
        one.unit,
        one.currency,
        one.status.value,
        ", ".join(sorted(one.flags)),
        one.missing.value.replace("_", " ") if one.missing else "",
        "yes" if one.preferred else "no",
        report.used_in(one.id),
        *(_cited(first, sources) if first else ("uncited", "", "", "", "", "", "")),
        "\n".join(_further(citation, sources) for citation in one.citations[1:]),
        one.note,
        one.area,
        one.indicator,
        one.id,
    )


def _number(one: Observation) -> Cell:
    if one.value is None:
        return one.text
    return Number(one.value, "0") if one.unit == "year" else one.value  # 2014, not 2,014


def _cited(citation: Citation, sources: dict[str, Source]) -> tuple[Cell, ...]:
    source = sources[citation.source]
    return (
        citation.source,
        short_form(source),
        citation.role.value,
        citation.locator,
        _quoted(citation),
        Link(source.url) if source.url else "",
        citation.retrieved,
    )


def _quoted(citation: Citation) -> str:
    translation, speaker = citation.translation, citation.speaker
    lines = (citation.quote, translation and f"[{translation}]", speaker and f"– {speaker}")
    return "\n".join(filter(None, lines))


def _further(citation: Citation, sources: dict[str, Source]) -> str:
    source = sources[citation.source]
    told = (citation.source, citation.locator, f"“{_quoted(citation)}”" if citation.quote else "", source.url)
    return f"{citation.role.value}: {' · '.join(part for part in told if part)}"


def sources(book: Book, report: Report) -> None:
    """Every source with its whole reference."""
    sheet = Sheet(book, "Sources", _SOURCES, frozen=2)
    for number, source in enumerate(report.sources, start=1):
        sheet.add(
            (
                number,
                source.key,
                reference(source),
                str(source.csl.get("genre") or source.csl.get("type") or ""),
                source.character,
                str(source.csl.get("DOI") or ""),
                Link(source.url) if source.url else "",
                _day(source.csl.get("accessed")),
                source.cited,
                source.note,
            )
        )
    sheet.filter()


def _day(date: object) -> str:
    """A CSL date as `2026-11-22`, as far as it goes."""
    parts = date.get("date-parts") if isinstance(date, dict) else None
    if not isinstance(parts, list) or not parts or not isinstance(parts[0], list):
        return ""
    year, *rest = parts[0] or [""]
    return "-".join((str(year), *(f"{part:02d}" for part in rest if isinstance(part, int))))


def indicators(book: Book, report: Report) -> None:
    """Every indicator: what it means, which index uses it and how much of it rests on it, how many values it has."""
    sheet = Sheet(book, "Indicators", _INDICATORS, frozen=1)
    counts, areas = count_by_indicator(report.observations)
    for one in report.indicators:
        sheet.add(
            (
                one.name,
                one.code,
                one.unit,
                _DIRECTIONS[one.direction],
                one.kind,
                _used(one, report),
                one.definition,
                one.measure,
                ", ".join(one.collections),
                counts[one.code],
                areas[one.code],
                one.note,
            )
        )
    sheet.filter()


def _used(indicator: Indicator, report: Report) -> str:
    told = []
    for ranked in report.ranked:
        for leaf in ranked.index.leaves():
            if leaf.indicator == indicator.code:
                share = ranked.result.effective_weights.get(leaf.code) if ranked.result else None
                told.append(ranked.index.code + (f" {share:.1%}" if share is not None else ""))
    return "\n".join(told)
