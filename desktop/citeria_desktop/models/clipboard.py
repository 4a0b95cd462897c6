"""A block of cells as the clipboard carries it: tab-separated for spreadsheets, CSV, and HTML."""

import csv
import html
import io
from collections.abc import Sequence
from dataclasses import dataclass

Block = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Copied:
    """The same block in three forms."""

    tabs: str
    commas: str
    page: str


def copied(block: Block, *, headed: bool = False) -> Copied:
    """Write `block` (rows of texts); with `headed` its first row is a row of headings."""
    return Copied(_separated(block, "\t"), _separated(block, ","), _page(block, headed=headed))


def _separated(block: Block, delimiter: str) -> str:
    """Quoted as Excel reads it: a text with the delimiter, a quote or a line break stands in quotes."""
    written = io.StringIO()
    csv.writer(written, delimiter=delimiter, lineterminator="\r\n").writerows(block)
    return written.getvalue()


def _page(block: Block, *, headed: bool) -> str:
    rows = []
    for number, row in enumerate(block):
        tag = "th" if headed and number == 0 else "td"
        rows.append("<tr>" + "".join(f"<{tag}>{html.escape(text)}</{tag}>" for text in row) + "</tr>")
    return f'<meta charset="utf-8"><table>{"".join(rows)}</table>'
