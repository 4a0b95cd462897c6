"""A block of texts as the clipboard or a file carries it: tab-separated, comma-separated, or a table in HTML.

Rows are as long as the longest; what is short is filled with empty texts. A quoted text may hold the separator, line
breaks and doubled quotes; a quote that nobody closed, or that stands inside a text, is a character like any other.
"""

import re
from html.parser import HTMLParser
from typing import Final

from citeria_core.errors import KnownError

Block = tuple[tuple[str, ...], ...]

MOST_CELLS: Final = 1_000_000
MOST_CHARACTERS: Final = 64 * 1024 * 1024
MOST_OF_A_PAGE: Final = 4 * 1024 * 1024  # reading HTML takes some 20 times as long as reading tabs
_WIDEST: Final = 10_000  # columns that one cell of a page may span; browsers stop at 1,000


class TooLargeBlockError(KnownError):
    """More than anybody pastes at once."""

    code = "too_large_block"
    template = (
        "The block is too large: {found} {what}, at most {most} at once. Nothing was changed."
        " Paste it in parts, or load it from a file."
    )


def read_block(text: str, delimiter: str = "\t") -> Block:
    """Split a text into rows of texts; one line break at the end does not begin a row.

    Raises `TooLargeBlockError`. The time is linear in the length of the text.
    """
    _check_length(text)
    written = text.replace("\r\n", "\n").replace("\r", "\n")
    if not written:
        return ()
    rows: list[list[str]] = [[]]
    for cells, match in enumerate(_fields(delimiter).finditer(written), 1):
        quoted, plain, end = match.groups()
        rows[-1].append(plain if quoted is None else quoted.replace('""', '"'))
        if cells > MOST_CELLS:
            raise TooLargeBlockError(found=f"more than {MOST_CELLS:,}", what="cells", most=f"{MOST_CELLS:,}")
        if end == "\n" and match.end() < len(written):
            rows.append([])
        elif end != delimiter:  # the end, or its line break
            break
    return rectangular(rows)


def _fields(delimiter: str) -> re.Pattern[str]:
    mark = re.escape(delimiter)
    return re.compile(rf'(?:"([^"]*+(?:""[^"]*+)*+)"(?=[{mark}\n]|\Z)|([^{mark}\n]*+))([{mark}\n]|\Z)')


def read_page(page: str) -> Block:
    """Give the first table of an HTML page as texts; without one, an empty block. Tags are dropped, never run.

    A cell that spans several columns or rows is followed by empty texts, as spreadsheets paste it.
    Raises `TooLargeBlockError`; the same block as tabs may be larger.
    """
    _check_length(page, MOST_OF_A_PAGE)
    reader = _TableReader()
    reader.feed(page)
    reader.close()
    reader.end()
    return rectangular(reader.rows)


def rectangular(rows: list[list[str]]) -> Block:
    """Fill short rows with empty texts; `TooLargeBlockError` if that makes more cells than may be."""
    width = max(map(len, rows), default=0)
    if width * len(rows) > MOST_CELLS:
        raise TooLargeBlockError(found=f"{width * len(rows):,}", what="cells", most=f"{MOST_CELLS:,}")
    return tuple((*row, *("" for _ in range(width - len(row)))) for row in rows)


def _check_length(text: str, most: int = MOST_CHARACTERS) -> None:
    if len(text) > most:
        raise TooLargeBlockError(found=f"{len(text):,}", what="characters", most=f"{most:,}")


class _TableReader(HTMLParser):
    """Gathers the cells of the first table; tables inside it are part of the text of their cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []
        self._depth = 0
        self._done = False
        self._cell: list[str] | None = None
        self._spans = (1, 1)
        self._below: dict[int, dict[int, None]] = {}  # row → columns that a cell above reaches into
        self._cells = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._depth += 1
        if self._done or self._depth != 1:
            return
        if tag == "tr":
            self.end()
            self.rows.append([])
        elif tag in ("td", "th"):
            self.end()
            given = dict(attrs)
            self._spans = _span(given.get("colspan")), _span(given.get("rowspan"))
            self._cell = []
        elif tag == "br" and self._cell is not None:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "table":
            self._depth -= 1
            if self._depth <= 0:
                self.end()
                self._done = self._done or bool(self.rows)
                self._depth = 0
        elif tag in ("td", "th") and self._depth == 1:
            self.end()

    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._done:
            self._cell.append(" ".join(data.split()) if data.strip() else " " if self._cell else "")

    def end(self) -> None:
        """Put the open cell into its row."""
        if self._cell is None:
            return
        text = "\n".join(" ".join(line.split()) for line in "".join(self._cell).split("\n")).strip()
        self._cell = None
        if not self.rows:
            self.rows.append([])
        at, row = len(self.rows) - 1, self.rows[-1]
        while len(row) in self._below.get(at, {}):
            row.append("")
        columns, rows = self._spans
        for below in range(1, min(rows, 1 + MOST_CELLS // columns)):
            self._below.setdefault(at + below, {}).update(dict.fromkeys(range(len(row), len(row) + columns)))
        row.extend([text, *("" for _ in range(columns - 1))])
        self._cells += columns * rows
        if self._cells > MOST_CELLS:
            raise TooLargeBlockError(found=f"more than {MOST_CELLS:,}", what="cells", most=f"{MOST_CELLS:,}")


def _span(given: str | None) -> int:
    written = (given or "").strip()
    if not (written.isascii() and written.isdigit()):
        return 1
    return max(1, min(int(written[:6]), _WIDEST))
