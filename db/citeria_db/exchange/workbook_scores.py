"""The sheet Scores: for each index a block of areas × nodes, the whole, its parts, and the normalised values below.

Weighted means, shares and ranks are formulas, so that a reviewer can try other weights; bars in the cells have the
colours that the parts have everywhere.
"""

import math
from collections.abc import Iterable
from typing import Any, Final

from citeria_core.model import Node
from citeria_core.ranking import Row
from citeria_core.result import Result
from citeria_db.exchange import workbook_formulas as formulas
from citeria_db.exchange.workbook_cells import ABSENT, ACCENT, AMBER, MUTED, PLAIN, Book, Column, Look, Sheet, place
from citeria_db.exchange.workbook_report import Ranked, Report

# The parts of an index keep their colour everywhere: Okabe–Ito in fixed order.
_PARTS: Final = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#999999")
_AREA: Final = Column("Area", 22)
_RANK: Final = Column("Rank", 7)
_RANK_LIVE: Final = Column("Rank", 7, "0")
_SCORE: Final = Column("Score", 12, "0.00")
_SHARE: Final = Column("Share", 12, "0.0%")
_HEADING: Final = Column("Heading", 12, wrap=True)
_LOW: Final[dict[str, Any]] = {"valign": "bottom", "bottom": 1, "bottom_color": MUTED}
_WIDEST_PAGE: Final = 20  # nodes that can be read on one page


def scores(book: Book, report: Report) -> None:
    """Write the blocks one under the other; areas stand in the order of the ranking."""
    sheet = Sheet(book, "Scores")
    sheet.sheet.set_column(0, 0, _AREA.width)
    sheet.sheet.set_column(1, 1, _RANK.width)
    widest = max((len(ranked.index.nodes) for ranked in report.ranked), default=1)
    sheet.sheet.set_column(2, 1 + widest, _SCORE.width)
    for ranked in report.ranked:
        _block(sheet, ranked)
        sheet.row += 2
    sheet.sheet.freeze_panes(5 if len(report.ranked) == 1 else 0, 2)
    sheet.print_over(-(-widest // _WIDEST_PAGE), repeated=2)


def _block(sheet: Sheet, ranked: Ranked) -> None:
    index, result = ranked.index, ranked.result
    told = f"{index.code} · {index.name}, as of {index.as_of}"
    if result is None or ranked.standing is None:
        sheet.put(sheet.row, 0, told, _AREA, Look(bold=True), font_size=12)
        sheet.put(sheet.row + 1, 0, f"Cannot be computed: {ranked.problem}", _AREA, Look(colour=MUTED))
        sheet.row += 2
        return
    live = any(formulas.means(result, node) for node in result.aggregates)
    hint = " · change a weight (blue): scores and ranks follow" if live else ""
    sheet.put(sheet.row, 0, told + hint, _AREA, Look(bold=True), font_size=12)
    sheet.row += 1
    top, count = sheet.row, len(ranked.standing.rows)
    codes = [node.code for node in index.nodes]
    block = formulas.Block(top + 2, top + 3, top + 4, top + 3 + count, formulas.columns(codes, 2))
    colours = _colours(index.nodes, index.code)
    _headings(sheet, index.nodes, result, colours, block)
    rows = {area: at for at, area in enumerate(result.areas)}
    for row in ranked.standing.rows:
        _area(sheet, row, index.nodes, result, rows.get(row.area), block)
    if count:
        _bars(sheet, index.nodes, result, colours, block)
        tied = sheet.book.book.add_format({"num_format": '0"="'})
        told_twice = {"type": "formula", "criteria": formulas.shared(block.first, block.last, 1), "format": tied}
        sheet.sheet.conditional_format(block.first, 1, block.last, 1, told_twice)


def _headings(
    sheet: Sheet, nodes: Iterable[Node], result: Result, colours: dict[str, str], block: formulas.Block
) -> None:
    held = list(nodes)
    names = {node.code: node.name for node in held}
    top = sheet.row
    for at, told in enumerate(("Part of", "", "Weight among its siblings", "Share of the index")):
        sheet.put(top + at, 0, told, _AREA, Look(colour=MUTED))
        sheet.put(top + at, 1, "", _RANK)
    sheet.put(top + 1, 0, "Area", _AREA, Look(bold=True), **_LOW)
    sheet.put(top + 1, 1, "Rank", _RANK, Look(bold=True), **_LOW)
    sheet.set_height(top, 24)
    sheet.set_height(top + 1, 52)
    for at, node in enumerate(held, start=2):
        rule: dict[str, Any] = {"top": 5, "top_color": colours[node.code]} if node.code in colours else {}
        above = names[node.parent] if node.parent else ""
        sheet.put(top, at, above, _HEADING, Look(colour=MUTED), font_size=8, **rule)
        leaf = node.indicator is not None
        sheet.put(top + 1, at, node.name, _HEADING, Look(bold=not leaf, italic=leaf), **_LOW, font_size=9)
        changeable = node.parent is not None and formulas.means(result, node.parent)
        look = Look(colour=ACCENT if changeable else MUTED)
        sheet.put(top + 2, at, result.weights[node.code], _SHARE, look)
        share = result.effective_weights[node.code]
        if node.parent is None:
            sheet.put(top + 3, at, share, _SHARE, Look(colour=MUTED))
        else:
            sheet.put_formula(top + 3, at, formulas.share(block, result, node.code), share, _SHARE, Look(colour=MUTED))
    sheet.row = top + 4


def _area(
    sheet: Sheet, row: Row, nodes: Iterable[Node], result: Result, at_row: int | None, block: formulas.Block
) -> None:
    partial = row.partial and row.rank is not None
    look = Look(fill=AMBER) if partial else PLAIN if row.rank is not None else Look(colour=MUTED)
    sheet.put(sheet.row, 0, row.name, _AREA, look)
    if at_row is not None and formulas.means(result, result.root) and result.recipe.rank.ties == "min":
        sheet.put_formula(sheet.row, 1, formulas.rank(block, result.root, sheet.row), row.rank, _RANK_LIVE, look)
    else:
        sheet.put(sheet.row, 1, place(row.label), _RANK, look)
    for at, node in enumerate(nodes, start=2):
        score = math.nan if at_row is None else float(result.score(node.code)[at_row])
        absent = math.isnan(score)
        told = Look(fill=ABSENT) if absent else Look(look.colour, look.fill, bold=node.parent is None)
        live = at_row is not None and formulas.means(result, node.code)
        formula = formulas.mean(block, result, node.code, sheet.row) if live else None
        if formula is None:
            sheet.put(sheet.row, at, None if absent else score, _SCORE, told)
        else:
            sheet.put_formula(sheet.row, at, formula, None if absent else score, _SCORE, told)
    sheet.row += 1


def _bars(sheet: Sheet, nodes: Iterable[Node], result: Result, colours: dict[str, str], block: formulas.Block) -> None:
    """A bar in every cell, one measure for all nodes of the index, in the colour of the part it belongs to."""
    held = [score for node in result.columns for score in result.score(node).tolist() if not math.isnan(score)]
    low, high = min([0.0, *held]), max([0.0, *held])
    if high <= low:
        return
    for node in nodes:
        at = block.columns[node.code]
        bar = {
            "type": "data_bar",
            "data_bar_2010": True,
            "bar_solid": True,
            "bar_color": _tint(colours.get(node.code, ACCENT)),
            "bar_border_color": colours.get(node.code, ACCENT),
            "min_type": "num",
            "min_value": low,
            "max_type": "num",
            "max_value": high,
        }
        sheet.sheet.conditional_format(block.first, at, block.last, at, bar)


def _tint(colour: str) -> str:
    """A colour half-way to white, on which ink can be read."""
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{(part + 255) // 2:02X}" for part in parts)


def _colours(nodes: Iterable[Node], root: str) -> dict[str, str]:
    """Node → the colour of the part of the index that it is or belongs to."""
    colours: dict[str, str] = {}
    parts = 0
    for node in nodes:
        if node.parent == root:
            colours[node.code] = _PARTS[parts % len(_PARTS)]
            parts += 1
        elif node.parent in colours:
            colours[node.code] = colours[node.parent]
    return colours
