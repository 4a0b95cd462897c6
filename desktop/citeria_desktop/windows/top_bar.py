"""The bar at the top: the project, the index in view and its period, find, undo and redo, light and dark."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QToolButton, QWidget

from citeria_desktop.actions.build import Actions
from citeria_desktop.icons import icon
from citeria_desktop.language.phrases import say
from citeria_desktop.panels.chooser import Chooser
from citeria_desktop.session import Session
from citeria_desktop.theme import Theme

_WIDE = 1180
_TITLE_WIDTH, _UNDO_WIDTH = 150, 190  # pixels that the name of a project, and of a step, may take


class FindBox(QLineEdit):
    """Text to find: typing shows the first hit, Enter confirms it, then goes on, Shift+Enter back, Escape ends."""

    stepped = Signal(int)  # 0: stay at the hit that typing went to
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fresh = False  # typed since the last step
        self.textEdited.connect(self._begin)

    def _begin(self) -> None:
        self._fresh = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that move through the hits."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.stepped.emit(-1 if back else 0 if self._fresh else 1)
            self._fresh = False
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)


class TopBar(QFrame):
    """What is open, and the tools that belong to no view."""

    index_chosen = Signal(str)

    def __init__(self, actions: Actions, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("TopBar")
        self.setFixedHeight(46)
        self._actions = actions
        self.title = QLabel()
        self.title.setProperty("role", "strong")
        self.index = Chooser()
        self.index.setAccessibleName(self.tr("Index in view"))
        self.index.setSizeAdjustPolicy(Chooser.SizeAdjustPolicy.AdjustToContents)
        self.index.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.index.setMinimumWidth(220)
        self.index.setMaximumWidth(520)
        self.as_of = QLabel()
        self.as_of.setProperty("role", "muted")
        self.seek = FindBox()
        self.seek.setPlaceholderText(self.tr("Find   Ctrl+F"))
        self.seek.setToolTip(self.tr("Find a name or value: Enter goes to the next one, Shift+Enter to the one before"))
        self.seek.setAccessibleName(self.tr("Find"))
        self.seek.setMinimumWidth(190)
        self.seek.setMaximumWidth(260)
        self.hits = QLabel()
        self.hits.setProperty("role", "small")
        self.hits.setMinimumWidth(QFontMetrics(self.font()).horizontalAdvance("888 of 888"))
        self.previous, self.next = _step(self.tr("Previous hit")), _step(self.tr("Next hit"))
        self.undo, self.redo, self.look = (_tool(actions[name]) for name in ("undo", "redo", "toggle_theme"))
        self.undo.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._lay_out()
        self.index.activated.connect(lambda row: self.index_chosen.emit(self.index.itemData(row)))
        self.previous.clicked.connect(lambda: self.seek.stepped.emit(-1))
        self.next.clicked.connect(lambda: self.seek.stepped.emit(1))
        self.set_theme(theme)
        self.show_hits(None)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        muted = theme.colour("muted")
        self.previous.setIcon(icon("chevron-up", muted))
        self.next.setIcon(icon("chevron-down", muted))
        self._actions["toggle_theme"].setIcon(icon("sun" if theme.name == "dark" else "moon", muted))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow window the names of project and step give way to the tools."""
        super().resizeEvent(event)
        wide = event.size().width() >= _WIDE
        self.title.setVisible(wide)
        style = Qt.ToolButtonStyle
        self.undo.setToolButtonStyle(style.ToolButtonTextBesideIcon if wide else style.ToolButtonIconOnly)
        self._undoing.setFixedWidth(_UNDO_WIDTH + 36 if wide else self.redo.sizeHint().width())  # whatever it names

    def show_session(self, session: Session) -> None:
        """Name the project, its indices and the period."""
        name = QFontMetrics(self.title.font()).elidedText(
            session.project.title or session.project.path.stem, Qt.TextElideMode.ElideRight, _TITLE_WIDTH
        )
        self.title.setText(f"{name}  ▸")
        self.title.setToolTip(f"{session.project.title}\n{session.project.path}".strip())
        self.index.clear()
        for one in session.project.indices.all():
            self.index.addItem(f"{one.code} · {one.name}", one.code)
            tip = f"{one.name}\n{one.description}".strip()
            self.index.setItemData(self.index.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        if session.index is not None:
            self.index.setCurrentIndex(self.index.findData(session.index.code))
            self.index.setToolTip(str(self.index.currentData(Qt.ItemDataRole.ToolTipRole) or ""))
        self.index.setVisible(self.index.count() > 0)
        self.index.view().setMinimumWidth(min(900, self.index.view().sizeHintForColumn(0) + 24))
        self.as_of.setText(self.tr("as of {0}").format(session.index.as_of) if session.index is not None else "")

    def show_steps(self, session: Session) -> None:
        """Name the steps that undo and redo would take."""
        self._name("undo", self.tr("Undo"), session.undo_label)
        self._name("redo", self.tr("Redo"), session.redo_label)

    def show_hits(self, hits: tuple[int, int] | None) -> None:
        """Say which hit of how many is shown; None while nothing is sought."""
        for widget in (self.hits, self.previous, self.next):
            widget.setVisible(hits is not None)
        if hits is not None:
            self.hits.setText(self.tr("{0} of {1}").format(*hits) if hits[1] else self.tr("none"))

    def _name(self, name: str, verb: str, label: str | None) -> None:
        action = self._actions[name]
        whole = self.tr("{0} “{1}”").format(verb, say(label)) if label else verb
        action.setText(whole)
        action.setIconText(_short(whole, QFontMetrics(self.undo.font()), _UNDO_WIDTH))
        if label:
            action.setToolTip(whole)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 10, 0)
        row.setSpacing(8)
        row.addWidget(self.title)
        row.addWidget(self.index)
        row.addWidget(self.as_of)
        row.addStretch(1)
        row.addWidget(self.seek)
        row.addWidget(self.hits)
        row.addWidget(self.previous)
        row.addWidget(self.next)
        row.addSpacing(4)
        self._undoing = QWidget()  # as wide as any step, so that nothing moves; the button stands at its right
        inside = QHBoxLayout(self._undoing)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignRight)
        row.addWidget(self._undoing)
        row.addWidget(self.redo)
        row.addWidget(self.look)


def _short(step: str, metrics: QFontMetrics, width: int) -> str:
    """A step in `width` pixels; its area, which stands at its end, is not what goes."""
    head, comma, area = step.rpartition(", ")
    tail = f"{comma}{area}"
    if not comma or metrics.horizontalAdvance(tail) > width // 2:
        return metrics.elidedText(step, Qt.TextElideMode.ElideMiddle, width)
    return metrics.elidedText(head, Qt.TextElideMode.ElideRight, width - metrics.horizontalAdvance(tail)) + tail


def _tool(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setProperty("kind", "ghost")
    button.setIconSize(QSize(16, 16))
    return button


def _step(spoken: str) -> QToolButton:
    button = QToolButton()
    button.setProperty("kind", "ghost")
    button.setAccessibleName(spoken)
    button.setIconSize(QSize(16, 16))
    return button
