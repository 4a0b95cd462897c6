"""One page of the Structure view: a line to add by name, the tree, and the form of what is chosen."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Concatenate, Final, ParamSpec

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QSplitter, QToolButton, QVBoxLayout, QWidget

from citeria_db.changes import Changes
from citeria_db.store import Project
from citeria_desktop.delegates.structure_delegate import StructureDelegate
from citeria_desktop.icons import icon
from citeria_desktop.models.structure_model import Entry, Key, StructureModel
from citeria_desktop.panels.structure_form import StructureForm
from citeria_desktop.panels.structure_tree import StructureTree
from citeria_desktop.roster import Roster
from citeria_desktop.theme import Theme
from citeria_desktop.views.empty_state import EmptyState

if TYPE_CHECKING:
    from citeria_desktop.bridge import SessionBridge

_Arguments = ParamSpec("_Arguments")
_WAYS: Final = {"up": "chevron-up", "down": "chevron-down", "out": "chevron-left", "in": "chevron-right"}
_NARROW: Final = 760  # below it the form stands under the tree
_KEYS: Final = {"up": "Alt+↑", "down": "Alt+↓", "out": "Alt+←", "in": "Alt+→"}


class AddLine(QLineEdit):
    """A name typed here and Enter add something; the line stays, for the next one."""

    added = Signal(str)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter adds, Escape empties, Down goes into the tree."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.text().strip():
                self.added.emit(self.text().strip())
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class StructurePage(QWidget):
    """What pages share. A page says what it shows, and what adding, naming, moving and removing do.

    It is made empty; `refresh` fills it.
    """

    dossier_wanted = Signal()
    ways: tuple[str, ...] = tuple(_WAYS)  # in which things can be moved here

    def __init__(
        self, bridge: "SessionBridge", theme: Theme, headings: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("Surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.bridge = bridge
        self.theme = theme
        self._filling = False
        self.model = StructureModel(headings, self.may, self)
        self.tree = StructureTree(self.model, theme)
        self.line = AddLine()
        self.form = StructureForm()
        self.empty = EmptyState(self.purpose(), self.first_action())
        self.buttons = {way: QToolButton() for way in _WAYS}
        self.tools = QHBoxLayout()
        self._build()
        self.line.added.connect(self.add)
        self.line.left.connect(self.tree.setFocus)
        self.empty.wanted.connect(self.begin)
        self.tree.chosen.connect(self._choose)
        self.tree.remove_wanted.connect(self.remove_chosen)
        self.tree.add_wanted.connect(self.line.setFocus)
        self.tree.customContextMenuRequested.connect(self._open_menu)
        self.model.rename_wanted.connect(self.rename)
        self.model.move_wanted.connect(self._move)
        self.set_theme(theme)

    # -- what a page is ----------------------------------------------------------------------------------------------

    @abstractmethod
    def entries(self) -> Sequence[Entry]:
        """What the tree shows."""

    @abstractmethod
    def purpose(self) -> str:
        """One sentence on what will be here."""

    @abstractmethod
    def first_action(self) -> str:
        """What the button of the empty page says."""

    @abstractmethod
    def may(self, key: Key, parent: Key | None) -> bool:
        """Whether `key` may stand below `parent`."""

    @abstractmethod
    def add(self, name: str) -> None:
        """Add what was named in the line."""

    @abstractmethod
    def rename(self, key: Key, name: str) -> None:
        """Give another name."""

    @abstractmethod
    def place(self, key: Key, parent: Key | None, at: int | None) -> None:
        """Put `key` below `parent`, `at`-th among the others there (None: last)."""

    @abstractmethod
    def remove(self, key: Key) -> None:
        """Remove; what is in use is refused in words."""

    @abstractmethod
    def show_form(self, key: Key | None, *, keep: bool) -> None:
        """Fill the form; with `keep`, what is being typed stays."""

    def begin(self) -> None:
        """What the button of the empty page does."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- what pages do -----------------------------------------------------------------------------------------------

    @property
    def project(self) -> Project:
        """The open project."""
        return self.bridge.session.project

    @property
    def roster(self) -> Roster:
        """What the project lists, read already."""
        return self.bridge.session.roster

    def run(
        self,
        operation: Callable[Concatenate[Project, _Arguments], Changes],
        *args: _Arguments.args,
        **kwargs: _Arguments.kwargs,
    ) -> bool:
        """Carry out one step; False when it was refused, which the window has told then."""
        return self.bridge.run(operation, *args, **kwargs) is not None

    def refresh(self) -> None:
        """Show what the project holds now; what is chosen stays chosen."""
        before, writable, in_tree = self.tree.key, not self.project.read_only, self.tree.hasFocus()
        self._filling = True  # what the tree tells meanwhile is shown once, at the end
        self.model.writable = writable
        self.model.show(self.entries())
        there = self.model.rowCount() > 0
        self.tree.setVisible(there)
        self.form.setVisible(there)
        self.empty.setVisible(not there)
        self.line.setEnabled(writable)
        if in_tree and not there:  # a hidden tree would hand the keys to whatever comes next in the window
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        if there and self.tree.key is None:
            self.tree.choose(next(self.model.keys()))
        self.show_form(self.tree.key, keep=self.tree.key == before)
        self._filling = False
        self.form.setEnabled(writable)
        self.permit()

    def added(self, key: Key) -> None:
        """After adding: choose it, and be ready for the next one."""
        self.line.clear()
        self.tree.choose(key)

    def settle(self) -> None:
        """Store what is being typed."""
        self.tree.settle()
        self.form.settle()

    @property
    def editing(self) -> bool:
        """Whether somebody is in the middle of typing."""
        return self.tree.editing or self.form.dirty

    def remove_chosen(self) -> None:
        """Remove what is chosen, and choose what stands beside it, or else what it lay in."""
        key = self.tree.key
        if key is None or not self.model.writable:
            return
        beside = self.tree.beside()
        self.remove(key)
        if beside is not None and not self.model.index_of(key).isValid():
            self.tree.choose(beside)

    def permit(self) -> None:
        """Switch the ways off that lead nowhere."""
        for way, button in self.buttons.items():
            button.setEnabled(self.tree.may(way))
            button.setVisible(way in self.ways and self.model.rowCount() > 0)

    def set_theme(self, theme: Theme) -> None:
        """Dress in another theme."""
        self.theme = theme
        self.tree.set_theme(theme)
        for way, name in _WAYS.items():
            self.buttons[way].setIcon(icon(name, theme.colour("muted")))

    def paint_columns(self, *columns: tuple[int, str, bool], spare: tuple[int, ...] = ()) -> None:
        """The columns after the name: width, colour token, whether set right; `spare` go first where room is scarce."""
        delegates = [StructureDelegate(self.theme, self.tree)]
        delegates += [StructureDelegate(self.theme, self.tree, token=token, right=right) for _, token, right in columns]
        self.tree.paint_with(tuple(delegates), (0, *(width for width, _, _ in columns)), spare)

    def menu(self) -> QMenu:
        """What can be done with what is chosen, as a menu."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Cell dossier"), self.dossier_wanted.emit)
        menu.addSeparator()
        name = menu.addAction(self.tr("Rename\tF2"), self.tree.rename)
        name.setEnabled(self.model.writable)
        menu.addSeparator()
        for way in self.ways:
            button = self.buttons[way]
            action = menu.addAction(f"{button.accessibleName()}\t{_KEYS[way]}")
            action.triggered.connect(lambda _checked=False, way=way: self.tree.move_chosen(way))
            action.setEnabled(self.tree.may(way))
        menu.addSeparator()
        menu.addAction(self.tr("Remove\tDel"), self.remove_chosen).setEnabled(self.model.writable)
        return menu

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room beside the tree, the form stands below it."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        self.split.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)

    # -- inside ------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        words = {
            "up": self.tr("Move up"),
            "down": self.tr("Move down"),
            "out": self.tr("Move out of what it lies in"),
            "in": self.tr("Move into the one above"),
        }
        self.line.setMinimumWidth(160)
        self.tools.setContentsMargins(16, 10, 12, 10)
        self.tools.setSpacing(4)
        self.tools.addWidget(self.line, 1)
        self.tools.addSpacing(8)
        for way, button in self.buttons.items():
            button.setProperty("kind", "ghost")
            button.setIconSize(QSize(16, 16))
            button.setAccessibleName(words[way])
            button.setToolTip(f"{words[way]} ({_KEYS[way]})")
            button.clicked.connect(lambda _checked=False, way=way: self.tree.move_chosen(way))
            self.tools.addWidget(button)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.tools)
        column.addWidget(self.tree, 1)
        column.addWidget(self.empty, 1)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setHandleWidth(1)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(left)
        self.split.addWidget(self.form)
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 1)
        self.split.setSizes([720, 360])
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.split)
        self.setFocusProxy(self.line)

    def _choose(self, key: Key | None) -> None:
        if not self._filling:
            self.show_form(key, keep=False)
            self.permit()

    def _move(self, key: Key, parent: Key | None, at: int) -> None:
        self.place(key, parent, None if at < 0 else at)
        self.tree.choose(key)

    def _open_menu(self, place: QPoint) -> None:
        if self.tree.key is not None:
            self.menu().popup(self.tree.viewport().mapToGlobal(place))
