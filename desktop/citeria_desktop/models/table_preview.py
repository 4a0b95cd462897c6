"""What reading a table would do, or what is wrong with it, as rows of words before anything is written."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from citeria_core.errors import CombinedError, KnownError
from citeria_db.exchange.tables_in import TableError
from citeria_db.loaded import Loaded
from citeria_desktop.language import lists
from citeria_desktop.language.naming import name_of
from citeria_desktop.language.phrases import error_words, say
from citeria_desktop.models.structure_entries import arrow

AnyIndex = QModelIndex | QPersistentModelIndex
MOST_SHOWN: Final = 2_000
_NO_PARENT: Final = QModelIndex()


def _tr(text: str) -> str:
    return QCoreApplication.translate("TablePreview", text)


@dataclass(frozen=True, slots=True)
class Preview:
    """A sentence that sums up, headings, and rows of as many texts; `ready` tells that the table can be read."""

    summary: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    ready: bool


def of_plan(loaded: Loaded) -> Preview:
    """Everything that the table would add or change, what is new first."""
    new, changed = _tr("new"), _tr("changed")
    rows = [(new, _tr("area"), name_of(area), area.code, area.kind, area.parent or "") for area in loaded.areas]
    rows += [
        (changed, _tr("area"), name_of(area), area.code, area.kind, area.parent or "") for area in loaded.changed_areas
    ]
    for word, indicators in ((new, loaded.indicators), (changed, loaded.changed_indicators)):
        rows += [(word, _tr("indicator"), one.name, one.code, one.unit, arrow(one.direction)) for one in indicators]
    for write in loaded.writes[:MOST_SHOWN]:
        said = write.said
        text = said.printed or said.text or (f"({said.missing})" if said.missing else "")
        cited = write.citation.source if write.citation else ""
        rows.append((_tr("value"), text, said.area, said.indicator, str(said.period), cited))
    heads = (_tr("what"), _tr("kind or value"), _tr("name or area"), _tr("code or indicator"), *("", ""))
    if loaded.table.kind == "values":
        heads = (_tr("what"), _tr("value"), _tr("area"), _tr("indicator"), _tr("period"), _tr("source"))
    return Preview(_sum(loaded), heads, tuple(rows[: 2 * MOST_SHOWN]), bool(rows))


def of_error(error: KnownError) -> Preview:
    """Everything that is wrong: file, row, column, problem."""
    errors = error.errors if isinstance(error, CombinedError) else (error,)
    rows = []
    for one in errors:
        if isinstance(one, TableError):
            given = one.params
            where = [say(str(given[name])) for name in ("file", "row", "column")]
            rows.append((*where, _problem(given["problem"])))
        else:
            rows.append(("", "", "", error_words(one)))
    told = _tr("1 problem") if len(rows) == 1 else _tr("{0} problems").format(len(rows))
    summary = _tr("{problems}: nothing is read until the table is mended.").format(problems=told)
    return Preview(summary, (_tr("file"), _tr("row"), _tr("column"), _tr("problem")), tuple(rows), ready=False)


def _problem(problem: object) -> str:
    return error_words(problem) if isinstance(problem, KnownError) else say(str(problem))


def _sum(loaded: Loaded) -> str:
    parts = [
        _count(len(loaded.areas), _tr("{0} new area"), _tr("{0} new areas")),
        _count(len(loaded.changed_areas), _tr("{0} changed area"), _tr("{0} changed areas")),
        _count(len(loaded.indicators), _tr("{0} new indicator"), _tr("{0} new indicators")),
        _count(len(loaded.changed_indicators), _tr("{0} changed indicator"), _tr("{0} changed indicators")),
        _count(len(loaded.writes), _tr("{0} value"), _tr("{0} values")),
    ]
    told = lists.clauses(parts)
    if not told:
        return _tr("The table says nothing that is not there already.")
    empty = _count(loaded.empty, _tr("{0} empty cell stays as it is"), _tr("{0} empty cells stay as they are"))
    rivals = _count(loaded.contested, _tr("{0} value has rival sources"), _tr("{0} values have rival sources"))
    return _tr("{0}.").format(lists.statements((told, empty, rivals)))


def _count(count: int, one: str, many: str) -> str:
    return (one if count == 1 else many).format(f"{count:,}") if count else ""


class PreviewModel(QAbstractTableModel):
    """The rows of one preview."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.preview = Preview("", ("",), (), ready=False)

    def show(self, preview: Preview) -> None:
        """Show another preview."""
        self.beginResetModel()
        self.preview = preview
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        """Rows."""
        return 0 if parent.isValid() else len(self.preview.rows)

    def columnCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        """Columns."""
        return 0 if parent.isValid() else len(self.preview.headings)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell; a row is spoken as a whole."""
        if not index.isValid():
            return None
        row = self.preview.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return lists.clauses(row)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The names of the columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.preview.headings[section] if 0 <= section < len(self.preview.headings) else None
        return None
