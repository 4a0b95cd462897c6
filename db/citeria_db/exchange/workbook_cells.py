"""Cells and sheets of a workbook: looks, widths, and what keeps a text a text.

The one place that knows Excel's limits. A text that Excel cannot hold is changed as little as possible, and each change
is a finding in words; nothing raises for what the data hold.
"""

import math
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from citeria_db.errors import StoppedError

if TYPE_CHECKING:
    from xlsxwriter.format import Format

Progress = Callable[[int, int], bool | None]

INK: Final = "#1A1E23"
MUTED: Final = "#5A6370"
LINE: Final = "#E2E5EA"
HEAD: Final = "#22304A"
AMBER: Final = "#FFF4DE"
ABSENT: Final = "#F0F1F4"
ACCENT: Final = "#2563C9"

_MOST_ROWS: Final = 1_048_576
_MOST_CHARACTERS: Final = 32_767  # UTF-16 units in one cell
_MOST_LINKS: Final = 65_530  # per sheet
_LONGEST_LINK: Final = 2_079
_WEB: Final = re.compile(r"https?://[^\s]+", re.IGNORECASE)
# What XML 1.0 has no place for (and lone surrogates, which no encoding has).
_ILLEGAL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_A3: Final = 8
_A4: Final = 9
_POINTS: Final = 10  # the size of plain text
_HIGHEST_ROW: Final = 409.0
_EVERY: Final = 100  # rows between two words about progress


def unheard(_done: int, _whole: int) -> None:
    """Hear how far the work is, and let it go on."""


@dataclass(frozen=True, slots=True)
class Link:
    """An address to open."""

    url: str


@dataclass(frozen=True, slots=True)
class Number:
    """A number with a number format of its own."""

    value: float
    shown: str


Cell = str | float | Link | Number | None


def place(label: str) -> Number | None:
    """The rank that a label such as `3=` shows, as a number that sorts and is shown as the label is."""
    if not label:
        return None
    return Number(float(label.rstrip("=")), '0"="' if label.endswith("=") else "0")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its width in characters, the number format of its numbers, and whether texts wrap."""

    title: str
    width: float
    number: str = ""  # empty: by size of the number
    wrap: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """How one row or cell differs from the plain one."""

    colour: str = INK
    fill: str = ""
    bold: bool = False
    italic: bool = False
    rule: bool = False  # a line above: a new group begins


PLAIN: Final = Look()


class Book:
    """A workbook in the making, in memory; `findings` grows with what could not be written as it stands."""

    def __init__(self, title: str, rows: int = 0, progress: Progress = unheard) -> None:
        """`progress` hears now and then how many of about `rows` rows are written, and stops it by returning False."""
        import xlsxwriter

        self._rows, self._progress = rows, progress
        self._written = 0
        self.content = BytesIO()
        kept_as_text = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        self.book = xlsxwriter.Workbook(self.content, {"in_memory": True, **kept_as_text})
        self.book.set_properties({"title": _ILLEGAL.sub("\ufffd", title)[:255], "comments": "Written by Citeria"})
        self.findings: list[str] = []
        self._formats: dict[tuple[tuple[str, Any], ...], Format] = {}

    def style(self, **properties: Any) -> "Format":
        """The format with these properties, made once."""
        key = tuple(sorted(properties.items()))
        if key not in self._formats:
            base = {"font_name": "Arial", "font_size": _POINTS, "font_color": INK, "valign": "top"}
            self._formats[key] = self.book.add_format(base | properties)
        return self._formats[key]

    def count_row(self) -> None:
        """Note that a row was written; raises `StoppedError` when somebody has stopped it."""
        self._written += 1
        if self._written % _EVERY == 0 and self._progress(self._written, self._rows) is False:
            raise StoppedError

    def finish(self) -> bytes:
        """The bytes of the workbook, which is closed by this; raises `StoppedError` when somebody has stopped it."""
        self.book.close()
        if self._progress(self._rows, self._rows) is False:
            raise StoppedError
        return self.content.getvalue()


class Sheet:
    """One sheet with a heading row, frozen above `frozen` columns, that is written downwards."""

    def __init__(self, book: Book, name: str, columns: Sequence[Column] = (), frozen: int = 0) -> None:
        self.book = book
        self.name = name
        self.columns = columns
        self.sheet = book.book.add_worksheet(name)
        self.row = 0
        self._links = 0
        self._heights: dict[int, float] = {}
        self.sheet.hide_gridlines(2)
        self.sheet.set_landscape()
        self.sheet.set_paper(_A4)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
        self.sheet.set_footer("&L&8&A&R&8&P / &N")
        for at, column in enumerate(columns):
            self.sheet.set_column(at, at, column.width, None, {"hidden": column.hidden})
        if columns:
            self._head(frozen)

    def _head(self, frozen: int) -> None:
        look = {"bold": True, "font_color": "#FFFFFF", "bg_color": HEAD, "text_wrap": True, "valign": "vcenter"}
        self.set_height(0, 32)
        for at, column in enumerate(self.columns):
            align = "center" if column.number else "left"
            self.sheet.write_string(0, at, column.title, self.book.style(**look, align=align))
        self.sheet.freeze_panes(1, frozen)
        self.sheet.repeat_rows(0)
        self.row = 1

    def add(self, cells: Iterable[Cell], look: Look = PLAIN) -> None:
        """Write one row under the last, a cell for each column."""
        if self.row == _MOST_ROWS:
            self._find(f"more rows than the {_MOST_ROWS:,} a sheet can hold; the rest is left out")
        if self.row < _MOST_ROWS:
            for at, (cell, column) in enumerate(zip(cells, self.columns, strict=True)):
                self.put(self.row, at, cell, column, look)
        self.row += 1
        self.book.count_row()

    def put(self, row: int, at: int, cell: Cell, column: Column, look: Look = PLAIN, **more: Any) -> None:
        """Write one cell anywhere."""
        if isinstance(cell, Link):
            self._put_link(row, at, cell, column, look, more)
        elif isinstance(cell, str) and cell:
            text = self._text(row, column, cell)
            self.sheet.write_string(row, at, text, self._style(column, look, "", more))
            self._fit(row, text, column, more)
        elif isinstance(cell, Number):
            self.sheet.write_number(row, at, cell.value, self._style(column, look, cell.shown, more))
        elif isinstance(cell, (int, float)):
            shown = column.number or _shown(cell)
            self.sheet.write_number(row, at, cell, self._style(column, look, shown, more))
        else:
            self.sheet.write_blank(row, at, None, self._style(column, look, "", more))

    def put_formula(
        self, row: int, at: int, formula: str, value: float | None, column: Column, look: Look = PLAIN, **more: Any
    ) -> None:
        """Write one of Citeria's own formulas, with the value that it gives as long as nobody changes its inputs.

        The value stands in the file, so that a program that does not compute shows it too; None is an empty text.
        """
        style = self._style(column, look, column.number, more)
        kept: Any = "" if value is None else value  # declared as a whole number, written as whatever it is
        self.sheet.write_formula(row, at, formula, style, kept)

    def _fit(self, row: int, text: str, column: Column, more: dict[str, Any]) -> None:
        """Make the row high enough for a text that wraps: no program does so whenever it opens a file."""
        if not column.wrap:
            return
        size = more.get("font_size", _POINTS)
        room = column.width * _POINTS / size
        lines = sum(max(1, math.ceil(_width(line) / room)) for line in text.split("\n"))
        height = min(lines * size * 1.3 + 3, _HIGHEST_ROW)
        if lines > 1 and height > self._heights.get(row, 0):
            self.set_height(row, height)

    def set_height(self, row: int, points: float) -> None:
        """Give a row a height; texts that wrap may still make it higher."""
        self._heights[row] = points
        self.sheet.set_row(row, points)

    def print_over(self, pages: int, repeated: int) -> None:
        """Print `pages` A3 pages wide, the first `repeated` columns on each: for what one page cannot show."""
        self.sheet.set_paper(_A3)
        self.sheet.fit_to_pages(pages, 0)
        self.sheet.repeat_columns(0, repeated - 1)

    def filter(self) -> None:
        """Put filter buttons over everything written so far."""
        self.sheet.autofilter(0, 0, max(self.row - 1, 1), len(self.columns) - 1)

    def _style(self, column: Column, look: Look, number: str, more: dict[str, Any]) -> "Format":
        properties: dict[str, Any] = {"font_color": look.colour, "text_wrap": column.wrap}
        properties |= {"bold": look.bold, "italic": look.italic, "bottom": 1, "bottom_color": LINE}
        if number:
            properties |= {"num_format": number, "align": "right", "indent": 1}
        if look.fill:
            properties["bg_color"] = look.fill
        if look.rule:
            properties |= {"top": 1, "top_color": HEAD}
        return self.book.style(**(properties | more))

    def _put_link(self, row: int, at: int, link: Link, column: Column, look: Look, more: dict[str, Any]) -> None:
        text = self._text(row, column, link.url)
        usable = _WEB.fullmatch(text) and len(text.encode("utf-16-le")) // 2 <= _LONGEST_LINK
        if usable and self._links == _MOST_LINKS:
            self._find(f"more links than the {_MOST_LINKS:,} a sheet can hold; the rest is plain text")
        if not usable or self._links >= _MOST_LINKS:
            self.put(row, at, text, column, look, **more)
            self._links += bool(usable)
            return
        style = self._style(column, Look(colour=ACCENT, fill=look.fill, rule=look.rule), "", {**more, "underline": 1})
        self.sheet.write_url(row, at, text, style, text)
        self._links += 1

    def _text(self, row: int, column: Column, text: str) -> str:
        where = f"row {row + 1}, {column.title or 'text'}"
        clean = _ILLEGAL.sub("\ufffd", text)
        if clean != text:
            self._find(f"{where}: characters that a workbook cannot hold are shown as \ufffd")
        units = len(clean.encode("utf-16-le")) // 2
        if units > _MOST_CHARACTERS:
            self._find(f"{where}: {units:,} characters cut to the {_MOST_CHARACTERS:,} a cell can hold")
            kept = clean.encode("utf-16-le")[: 2 * (_MOST_CHARACTERS - 1)]
            clean = kept.decode("utf-16-le", errors="ignore") + "…"
        return clean

    def _find(self, told: str) -> None:
        self.book.findings.append(f"Sheet {self.name}, {told}.")


def _shown(value: float) -> str:
    """The number format that shows a value of any size without noise."""
    if value == int(value) and abs(value) < 1e15:
        return "#,##0"
    return "#,##0.0##" if 0.001 <= abs(value) < 1e15 else "General"


def _width(text: str) -> float:
    """About how wide a text is, in the characters that column widths are given in."""
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return 0.8 * (len(text) - wide) + 1.6 * wide
