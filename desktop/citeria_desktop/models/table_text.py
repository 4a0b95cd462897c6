"""A grid or a ranking as CSV: what is shown, with headings, numbers in full."""

import csv
import io
from collections.abc import Iterable, Sequence

from citeria_desktop.models.grid_model import GridModel
from citeria_desktop.models.ranking_model import RankingModel


def of_grid(model: GridModel) -> str:
    """Every row and column of a grid, in the order shown; the first column holds the names of areas."""
    columns = range(1, model.columnCount())
    rows = [
        [area.name(), *(model.typed(model.index(row, column)) for column in columns)]
        for row, area in enumerate(model.areas)
    ]
    return _written(["area", *(indicator.name for indicator in model.indicators)], rows)


def of_ranking(model: RankingModel) -> str:
    """Every row of a ranking: rank, area, score, published rank, parts, values present."""
    text = model.tsv(range(len(model.rows)))
    head, *rows = csv.reader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE)
    return _written(head, rows)


def _written(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows(rows)
    return written.getvalue()
