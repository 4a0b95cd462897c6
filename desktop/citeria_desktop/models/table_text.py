"""Tables as CSV: what is shown, with headings, numbers in full."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt

from citeria_core.cite import reference
from citeria_desktop.language.naming import name_of
from citeria_desktop.models.dossier import Dossier
from citeria_desktop.models.effect_words import effect_words
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


def of_dossier(shown: Dossier) -> str:
    """Every value of a cell and period, a row for each citation: the value, what it rests on, what it would do."""
    held = [one for one in (shown.in_use, *shown.rivals) if one is not None]
    rows = []
    for one in held:
        effect = shown.effects.get(one.id)
        told = effect_words(effect, shown.area.code, one.status) if effect is not None else ""
        head = [name_of(shown.area), shown.indicator.name, str(one.period), "yes" if one is shown.in_use else ""]
        value = [one.text if one.value is None else repr(one.value), one.unit or shown.indicator.unit, one.printed]
        kind = [one.status.value, one.qualifier.value, " ".join(sorted(one.flags)), told]
        for cited in one.citations or (None,):
            place = ["", "", "", ""]
            if cited is not None:
                place = [reference(shown.sources[cited.source]), cited.locator, cited.quote, cited.translation]
            rows.append([*head, *value, *kind, *place])
    named = ["area", "indicator", "period", "in use", "value", "unit", "printed", "status", "qualifier", "flags"]
    return written([*named, "if used", "source", "locator", "quote", "translation"], rows)


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
