"""The archived copies of one source as a table: what each is, when it was put by, how it stands."""

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from citeria_core.archived import ArchivedCopy, CopyState
from citeria_desktop.language import lists
from citeria_desktop.language.catalogue import spoken
from citeria_desktop.models.cited_model import DOUBT_ROLE
from citeria_desktop.models.source_model import SECOND_LINE_ROLE
from citeria_desktop.models.tips import tip

AnyIndex = QModelIndex | QPersistentModelIndex
_NO_PARENT: Final = QModelIndex()
_DOUBTFUL: Final = frozenset({CopyState.CHANGED, CopyState.MISSING, CopyState.DAMAGED})


class Column(IntEnum):
    """What a copy shows."""

    NAME = 0  # name; kind, size and day below
    STATE = 1


def kind_words(mime: str) -> str:
    """What kind of file a copy is."""
    if mime.startswith("image/"):
        return QCoreApplication.translate("CopiesModel", "picture")
    words = {
        "application/pdf": "PDF",
        "text/html": QCoreApplication.translate("CopiesModel", "web page"),
        "text/plain": QCoreApplication.translate("CopiesModel", "text"),
    }
    return words.get(mime, mime)


def size_words(size: int) -> str:
    """A number of bytes as people say it."""
    return QLocale(spoken()).formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def state_words(state: CopyState, *, revised: bool = False) -> str:
    """How a copy stands, in words."""
    if revised:
        return QCoreApplication.translate("CopiesModel", "revised in place")
    return {
        CopyState.HELD: QCoreApplication.translate("CopiesModel", "held"),
        CopyState.LINKED: QCoreApplication.translate("CopiesModel", "linked, unchanged"),
        CopyState.CHANGED: QCoreApplication.translate("CopiesModel", "changed on disk"),
        CopyState.MISSING: QCoreApplication.translate("CopiesModel", "missing"),
        CopyState.DAMAGED: QCoreApplication.translate("CopiesModel", "damaged"),
    }[state]


class CopiesModel(QAbstractTableModel):
    """Copies, the newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.copies: tuple[ArchivedCopy, ...] = ()
        self._states: Mapping[str, CopyState] = {}
        self._revised: frozenset[str] = frozenset()

    def show(self, copies: Sequence[ArchivedCopy], states: Mapping[str, CopyState], revised: frozenset[str]) -> None:
        """Show these; `states` by id, `revised` the ids of those that differ from the one before."""
        self.beginResetModel()
        self.copies = tuple(reversed(copies))
        self._states, self._revised = states, revised
        self.endResetModel()

    def state(self, copy: ArchivedCopy) -> CopyState:
        """How a copy stands."""
        return self._states[copy.id]

    def is_doubtful(self, copy: ArchivedCopy) -> bool:
        """Whether there is something to look at."""
        return copy.id in self._revised or self._states[copy.id] in _DOUBTFUL

    def rowCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        """Copies."""
        return 0 if parent.isValid() else len(self.copies)

    def columnCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        """Name, state."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell, kind and size as second line, checksum and place as tooltip."""
        if not index.isValid():
            return None
        copy = self.copies[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(copy)[index.column()]
        if role == SECOND_LINE_ROLE:
            return self._kind(copy) if index.column() == Column.NAME else ""
        if role == DOUBT_ROLE:
            return self.is_doubtful(copy)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip("\n".join(filter(None, (copy.link or copy.name, copy.url, f"SHA-256 {copy.sha256}"))))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return lists.clauses((copy.name, self._kind(copy), *self._words(copy)[1:]))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The names of the columns."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("copy"), self.tr("state"))[section]

    def _words(self, copy: ArchivedCopy) -> tuple[str, str]:
        state = state_words(self._states[copy.id], revised=copy.id in self._revised)
        return copy.name, state

    def _kind(self, copy: ArchivedCopy) -> str:
        return f"{kind_words(copy.mime)} · {size_words(copy.size)} · {copy.captured[:10]}"
