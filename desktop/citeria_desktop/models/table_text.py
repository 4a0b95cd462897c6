"""Tables as CSV: what is shown, with headings, numbers in full."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt

from citeria_core.cite import reference
from citeria_desktop.language.naming import name_of
from citeria_desktop.models.grid_model import GridModel
from citeria_desktop.models.ranking_model import RankingModel
from citeria_desktop.models.source_model import SourceModel


def of_grid(model: GridModel) -> str:
    """Every row and column of a grid, in the order shown; the first column holds the names of areas."""
    columns = range(1, model.columnCount())
    rows = [
        [name_of(area), *(model.typed(model.index(row, column)) for column in columns)]
        for row, area in enumerate(model.areas)
    ]
    return written(["area", *(indicator.name for indicator in model.indicators)], rows)


def of_ranking(model: RankingModel) -> str:
    """Every row of a ranking: rank, area, score, published rank, parts, values present."""
    text = model.tsv(range(len(model.rows)))
    head, *rows = csv.reader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE)
    return written(head, rows)


def of_sources(model: SourceModel) -> str:
    """Every source listed: key, reference, type, year, how often it is cited, address."""
    rows = [
        [entry.source.key, reference(entry.source), entry.kind, entry.year, str(entry.source.cited), entry.source.url]
        for entry in model.entries
    ]
    return written(["key", "reference", "type", "year", "cited", "address"], rows)


def of_model(model: QAbstractItemModel) -> str:
    """Every row of any list or tree, as it is shown; what stands inside another is indented by two spaces."""
    columns = range(model.columnCount())
    head = [str(model.headerData(column, Qt.Orientation.Horizontal) or "") for column in columns]
    return written(head, _rows(model, QModelIndex(), columns, 0))


def _rows(model: QAbstractItemModel, parent: QModelIndex, columns: range, depth: int) -> Iterator[list[str]]:
    for row in range(model.rowCount(parent)):
        first = model.index(row, 0, parent)
        texts = [str(model.data(first.siblingAtColumn(column)) or "") for column in columns]
        yield ["  " * depth + texts[0], *texts[1:]]
        yield from _rows(model, first, columns, depth + 1)


def written(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A heading and rows as CSV."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows(rows)
    return written.getvalue()
