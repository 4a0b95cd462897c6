"""The sheet Read-me: what the workbook is, what each sheet holds, how to read the marks, whose data it carries."""

from typing import Final

from citeria_core.cite import reference
from citeria_core.ranking import PARTIAL
from citeria_db.exchange.workbook_cells import MUTED, PLAIN, Book, Column, Look, Sheet
from citeria_db.exchange.workbook_report import Ranked, Report

_WHAT: Final = Column("", 26, wrap=True)
_TOLD: Final = Column("", 112, wrap=True)

_SHEETS: Final = (
    (
        "Rankings",
        "Rank, score and coverage of every area, the published rank beside ours. Those without a rank come last.",
    ),
    (
        "Scores",
        "The score of every node of the index: the whole, its parts, and the normalised values below them. Change a "
        "weight (blue): the weighted means and the ranks follow. Nodes put together in another way stay as they are.",
    ),
    ("Values", "Every observation, a row each, with its source, locator, quote and link. Also those not in use."),
    ("Sources", "The full reference of every source."),
    ("Indicators", "What each indicator means, its unit and direction, and which index uses it."),
)
_MARKS: Final = (
    (
        "partial",
        f"The rank rests on less than {PARTIAL:.0%} of the index's values (amber rows). Missing parts are left out and "
        "the weights of the others scaled up, so such a score says less than that of a row with full coverage.",
    ),
    ("3=", "A shared rank: several areas have the same one."),
    ("Empty score cell", "There is no value. It is missing, not zero."),
    (
        "Qualifier",
        "= as stated · ~ about · < <= > >= a bound · <~ nearly · range from low to high. Bounds are not scored.",
    ),
    (
        "Preferred",
        "The observation of its cell that stands. Where sources disagree and none is preferred, none counts.",
    ),
    ("Used in", "The indices that score this very observation."),
)


def read_me(book: Book, report: Report) -> Sheet:
    """Write everything but the findings, which are known when all sheets are written."""
    sheet = Sheet(book, "Read-me")
    sheet.sheet.set_portrait()
    sheet.sheet.set_column(0, 0, _WHAT.width)
    sheet.sheet.set_column(1, 1, _TOLD.width)
    sheet.put(0, 0, report.title, Column("", 26), Look(bold=True), font_size=18, bottom=0)
    sheet.set_height(0, 28)
    sheet.row = 1
    _line(sheet, "Project file", report.file)
    _line(sheet, "Written", f"{report.day} (UTC) by Citeria")
    counts = (len(report.observations), len(report.sources), len(report.indicators), len(report.areas))
    _line(sheet, "Holds", "{:,} observations, {:,} sources, {:,} indicators, {:,} areas".format(*counts))
    for ranked in report.ranked:
        _index(sheet, ranked, report)
    _section(sheet, "Sheets", _SHEETS)
    _section(sheet, "How to read the marks", _MARKS)
    _section(sheet, "Whose data", _attributions(report))
    return sheet


def findings(book: Book, sheet: Sheet) -> None:
    """Say at the end what could not be written as it stands."""
    if book.findings:
        _section(sheet, "Findings", tuple(("", told) for told in tuple(book.findings)))


def _index(sheet: Sheet, ranked: Ranked, report: Report) -> None:
    index = ranked.index
    rows = ranked.standing.rows if ranked.standing else ()
    partial = sum(row.partial and row.rank is not None for row in rows)
    placed = sum(row.rank is not None for row in rows)
    told = f"{placed} of {len(index.areas)} areas" + (f", {partial} of them partial" if partial else "")
    lines = [
        ("Name", index.name),
        ("What it is", index.description),
        ("As of", f"{index.as_of}: the latest value in use up to the end of this period"),
        ("Areas", ", ".join(map(report.area_name, index.areas))),
        ("Ranked", told if not ranked.problem else f"Cannot be computed: {ranked.problem}"),
        ("Note", ranked.standing.note if ranked.standing else ""),
        ("Published order", f"{ranked.published}, in the column “Published rank”" if ranked.published else "none"),
        ("Findings", "\n".join(ranked.result.findings) if ranked.result else ""),
    ]
    _section(sheet, f"Index {index.code}", tuple(line for line in lines if line[1]))
    sheet.put(sheet.row, 0, "Recipe", _WHAT, Look(colour=MUTED), bottom=0)
    recipe = index.recipe.strip() or "the defaults"
    sheet.put(sheet.row, 1, recipe, _TOLD, font_name="Courier New", font_size=9, bottom=0)
    sheet.row += 1


def _attributions(report: Report) -> tuple[tuple[str, str], ...]:
    """Data sets ask to be named: each one cited, with what its record says of licence and use."""
    lines = [
        ("Values", "Each row of the sheet Values names the page it was read from. Rights stay with the publishers.")
    ]
    for source in report.sources:
        if source.csl.get("type") == "dataset" and source.cited:
            publisher = str(source.csl.get("publisher") or "")
            told = (reference(source), publisher if publisher not in reference(source) else "", source.note)
            lines.append((source.key, "\n".join(part for part in told if part)))
    return tuple(lines)


def _section(sheet: Sheet, title: str, lines: tuple[tuple[str, str], ...]) -> None:
    sheet.row += 1
    sheet.put(sheet.row, 0, title, Column("", 26), Look(bold=True), font_size=13, bottom=2)
    sheet.put(sheet.row, 1, "", Column("", 26), bottom=2)
    sheet.set_height(sheet.row, 22)
    sheet.row += 1
    for what, told in lines:
        _line(sheet, what, told)


def _line(sheet: Sheet, what: str, told: str) -> None:
    sheet.put(sheet.row, 0, what, _WHAT, Look(colour=MUTED), bottom=0)
    sheet.put(sheet.row, 1, told, _TOLD, PLAIN, bottom=0)
    sheet.row += 1
