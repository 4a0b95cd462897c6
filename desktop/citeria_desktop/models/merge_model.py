"""Several sources beside each other, field by field: what a merge keeps and what it leaves behind."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from citeria_core.cite import reference
from citeria_core.model import Source
from citeria_db.exchange import dates
from citeria_desktop.figures import whole
from citeria_desktop.models.source_model import kind_of
from citeria_desktop.models.tips import tip
from citeria_desktop.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex
_NO_PARENT: Final = QModelIndex()


class MergeModel(QAbstractTableModel):
    """A row a field, a column a source, the kept one first; what differs from the kept one stands out."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sources: Sequence[Source] = ()
        self._fields: list[tuple[str, list[str]]] = []

    def show(self, sources: Sequence[Source]) -> None:
        """Show these; the first is the one that is kept."""
        self.beginResetModel()
        self._sources = sources
        told = [(words, [self._text(source, name) for source in sources]) for name, words in self._names().items()]
        self._fields = [(words, texts) for words, texts in told if any(texts)]
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        """Fields that any of them has."""
        return 0 if parent.isValid() else len(self._fields)

    def columnCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        """Sources."""
        return 0 if parent.isValid() else len(self._sources)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Keys across, fields down."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return self._fields[section][0]
        key = self._sources[section].key
        return self.tr("{key} (kept)").format(key=key) if section == 0 else key

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a field; one that differs from the kept source in the colour of the accent."""
        if not index.isValid():
            return None
        texts = self._fields[index.row()][1]
        if role == Qt.ItemDataRole.DisplayRole:
            return texts[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(texts[index.column()])
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(texts[0], texts[index.column()])
        return None

    def _colour(self, kept: str, text: str) -> QColor:
        return self._theme.colour("text" if text == kept else "accent")

    def _names(self) -> Mapping[str, str]:
        return {
            "title": self.tr("title"),
            "reference": self.tr("reference"),
            "type": self.tr("type"),
            "issued": self.tr("published"),
            "publisher": self.tr("publisher"),
            "container-title": self.tr("in"),
            "URL": self.tr("address"),
            "DOI": "DOI",
            "ISBN": "ISBN",
            "accessed": self.tr("read on"),
            "keyword": self.tr("tags"),
            "note": self.tr("note"),
            "cited": self.tr("citations"),
        }

    def _text(self, source: Source, name: str) -> str:
        match name:
            case "reference":
                return reference(source)
            case "note":
                return source.note
            case "type":
                return kind_of(source)
            case "cited":
                return whole(source.cited)
            case "issued" | "accessed":
                return dates.text_of(source.csl.get(name))
        return str(source.csl.get(name) or "")
