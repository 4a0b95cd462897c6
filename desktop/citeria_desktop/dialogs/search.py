"""Search everywhere: every word typed, found in names, notes, quotes, verdicts and sources; Enter goes to the hit."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListView, QStyleOptionViewItem, QVBoxLayout, QWidget

from citeria_desktop.delegates.source_delegate import SourceDelegate
from citeria_desktop.language.naming import name_of
from citeria_desktop.models.source_model import SECOND_LINE_ROLE
from citeria_desktop.models.tips import tip

if TYPE_CHECKING:
    from citeria_db.search import Hit
    from citeria_desktop.bridge import SessionBridge
    from citeria_desktop.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex
_NO_PARENT: Final = QModelIndex()
_WAIT_MS: Final = 200  # after the last key: a search of very many quotes takes a moment
_MOST: Final = 50  # of each kind
_ROW: Final = 44


class HitModel(QAbstractListModel):
    """Hits in two lines: the text found, and what it is and where."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hits: tuple[Hit, ...] = ()
        self._names: dict[str, str] = {}

    def show(self, hits: "tuple[Hit, ...]", names: dict[str, str]) -> None:
        """Show these; `names` are the names of areas and indicators by their codes."""
        self.beginResetModel()
        self.hits, self._names = hits, names
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        """Hits."""
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text, what it is and where, both spoken."""
        if not index.isValid():
            return None
        hit = self.hits[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.text or hit.code
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(hit.text or hit.code)
        if role == SECOND_LINE_ROLE:
            return self._where(hit)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{hit.text or hit.code}, {self._where(hit)}"
        return None

    def _where(self, hit: "Hit") -> str:
        kinds = {
            "area": self.tr("area"),
            "indicator": self.tr("indicator"),
            "index": self.tr("index"),
            "node": self.tr("part of an index"),
            "grouping": self.tr("grouping"),
            "group": self.tr("group"),
            "source": self.tr("source"),
            "note": self.tr("note"),
            "quote": self.tr("quote"),
            "verdict": self.tr("verdict"),
        }
        named = ((code, self._names.get(code, code)) for code in (hit.area, hit.indicator))
        names = (code if name in hit.text else name for code, name in named)  # a name that was found stands above
        of = hit.code if hit.code not in (hit.area, hit.indicator) else ""
        return " · ".join(filter(None, (kinds[hit.kind], *dict.fromkeys(names), hit.period, of)))


class SearchDialog(QDialog):
    """A line and a list; `chosen` tells where to go."""

    chosen = Signal(object)  # Hit
    dossier_wanted = Signal(object)  # Hit

    def __init__(self, bridge: "SessionBridge", theme: "Theme", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Search everywhere"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        project = bridge.session.project
        self._project = project
        self._names = {area.code: name_of(area) for area in bridge.session.roster.areas}
        self._names |= {one.code: one.name for one in bridge.session.roster.indicators}
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("Words in names, notes, quotes, verdicts and sources, in any script"))
        self.line.setAccessibleName(self.tr("Words to search for"))
        self.line.setClearButtonEnabled(True)
        self.told = QLabel()
        self.told.setProperty("role", "small")
        self.model = HitModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(_TwoLines(theme, self.list))
        self.list.setAccessibleName(self.tr("What was found"))
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_WAIT_MS)
        self._wait.timeout.connect(self.look)
        self.line.textChanged.connect(lambda _: self._wait.start())
        self.list.activated.connect(self._go)
        self.list.clicked.connect(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.line)
        column.addWidget(self.told)
        column.addWidget(self.list, 1)
        self.resize(680, 520)
        self.line.setFocus()
        self.look()

    def look(self) -> None:
        """Search for what is typed now."""
        self._wait.stop()
        words = self.line.text()
        found = self._project.search(words, _MOST)
        self.model.show(found.hits, self._names)
        if self.model.hits:
            self.list.setCurrentIndex(self.model.index(0))
        if not words.strip():
            self.told.setText(self.tr("Every word must occur, also as a part of longer ones; two signs of Chinese do"))
        elif not found.hits:
            self.told.setText(self.tr("Nothing holds all of “{0}”").format(words.strip()))
        elif found.more:
            self.told.setText(self.tr("The first {0} of a kind; say more words to see others").format(_MOST))
        else:
            self.told.setText(self.tr("Found: {0}. Enter goes there").format(len(found.hits)))

    def done(self, result: int) -> None:
        """Leave no clock behind."""
        self._wait.stop()
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows move through the hits while the caret stays in the line; Enter goes to the current one."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        step = steps.get(Qt.Key(event.key()), 0)
        if step and self.model.hits:
            row = min(max(self.list.currentIndex().row() + step, 0), len(self.model.hits) - 1)
            self.list.setCurrentIndex(self.model.index(row))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._wait.isActive():
                self.look()
            self._go(self.list.currentIndex())
        else:
            super().keyPressEvent(event)

    def ask_for_dossier(self) -> None:
        """Leave for the dossier of the current hit, where it is about a value, an area or an indicator."""
        index = self.list.currentIndex()
        hit = self.model.hits[index.row()] if index.isValid() else None
        if hit is not None and (hit.area or hit.indicator):
            self.accept()
            self.dossier_wanted.emit(hit)

    def _go(self, index: QModelIndex) -> None:
        if index.isValid():
            hit = self.model.hits[index.row()]
            self.accept()
            self.chosen.emit(hit)


class _TwoLines(SourceDelegate):
    """As high as two lines."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), _ROW)
