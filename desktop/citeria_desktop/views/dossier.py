"""The dossier of one cell: all its values with what they rest on and would do, its way to the rank, its edits."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedLayout, QVBoxLayout, QWidget

from citeria_db.store import Project
from citeria_desktop.language.naming import name_of
from citeria_desktop.models import table_text
from citeria_desktop.models.dossier import Dossier, lineage_of, revertible, supposed_of
from citeria_desktop.panels.dossier_side import DossierSide
from citeria_desktop.panels.inspector import Inspector
from citeria_desktop.panels.scrolled_column import ScrolledColumn
from citeria_desktop.panels.view_header import ViewHeader
from citeria_desktop.picture.subject import AsItStands, Picture
from citeria_desktop.theme import Theme
from citeria_desktop.views.empty_state import EmptyState
from citeria_desktop.views.view import State, View

if TYPE_CHECKING:
    from citeria_desktop.bridge import SessionBridge

_NARROW: Final = 620  # below it the way to the rank stands under the values


class DossierView(View):
    """The inspector of the cell at the left, given room; at the right what the inspector only hints at."""

    def __init__(self, bridge: "SessionBridge", theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(bridge, theme, parent)
        self.setAccessibleName(self.tr("Dossier"))
        self.header = ViewHeader(self.tr("Dossier"))
        self.empty = EmptyState(
            self.tr("Here will be everything known of one value. Select a value in the data first."), parent=self
        )  # a layout without a widget yet would show it as a window
        self.empty.offer(self.tr("Go to the data"))
        self.empty.wanted.connect(lambda: self.go_wanted.emit("data", ""))
        self.values = Inspector(bridge, theme, whole=False)
        self.values.setAccessibleName(self.tr("Values of the cell"))
        self.side: DossierSide | None = None
        self._down = 0  # how far an earlier run had scrolled it, until it is shown
        self._beside = ScrolledColumn()
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self._stack = QStackedLayout()
        self._lay_out()
        self.values.page_made.connect(self._show_side)
        self.values.drafted.connect(self.drafted)
        bridge.selected.connect(self._choose)
        bridge.changed.connect(self._choose)
        self._choose()
        self._show_side()

    @property
    def shown(self) -> Dossier | None:
        """What is shown, or None while no cell is."""
        page = self.values.cell_page
        return page.shown if page is not None else None

    def set_theme(self, theme: Theme) -> None:
        """Dress in another theme."""
        super().set_theme(theme)
        self.values.set_theme(theme)

    @property
    def editing(self) -> bool:
        """Whether a value, a note or a form is being filled in."""
        return self.values.editing

    def hindrance(self) -> str:
        """Store what is being written; a form that is neither sent nor cancelled is the reason not to leave."""
        self.values.flush()
        told = self.tr("Something typed into the dossier is not stored yet: send it, or cancel it.")
        return told if self.values.unsent else ""

    def stop(self) -> None:
        """Store what is being written and look no more."""
        self.values.flush()
        self.values.stop()

    def state(self) -> dict[str, object]:
        """What of the cell is in view: its period, and how far both columns are scrolled."""
        return {**self.values.state(), "side": self._beside.verticalScrollBar().value()}

    def restore(self, state: State) -> None:
        """Go back to it, if the same cell is selected."""
        self.values.restore(state)
        down = state.get("side")
        if isinstance(down, int) and state.get("cell") == [self._bridge.area, self._bridge.indicator]:
            self._down = down
            if self.isVisible():
                self._scroll_down()

    def _scroll_down(self) -> None:
        down, self._down = self._down, 0
        if down:  # the page has its height only when it is painted
            QTimer.singleShot(0, self, lambda: self._beside.verticalScrollBar().setValue(down))

    def table_text(self) -> str:
        """Every value of the cell, a row for each of its citations."""
        return table_text.of_dossier(self.shown) if self.shown is not None else ""

    def picture(self) -> Picture:
        """Both columns in full, also what is scrolled out of sight."""
        if self.shown is None or self.side is None:
            return Picture(self.tr("Dossier"), AsItStands(self))
        title = self.tr("{area}: {indicator}")
        title = title.format(area=name_of(self.shown.area), indicator=self.shown.indicator.name)
        return Picture(title, _Columns(self.values.page, self.side))

    def showEvent(self, event: QShowEvent) -> None:
        """The values catch up by themselves; the rest follows them."""
        super().showEvent(event)
        self._choose()
        self._scroll_down()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room beside the values, their way to the rank stands below them."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        self.split.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)

    # -- inside --------------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.split.setHandleWidth(1)
        self.split.setChildrenCollapsible(False)
        self._beside.setMinimumWidth(260)
        for pane, share in ((self.values, 3), (self._beside, 2)):
            self.split.addWidget(pane)
            self.split.setStretchFactor(self.split.count() - 1, share)
        self.split.setSizes([600, 400])
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.split)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(self._stack, 1)

    @Slot()
    def _choose(self, *_: object) -> None:
        """The values of a cell, or where none is selected what will be here."""
        there = bool(self._bridge.area and self._bridge.indicator)
        self._stack.setCurrentWidget(self.split if there else self.empty)

    @Slot()
    def _show_side(self) -> None:
        shown, session = self.shown, self._bridge.session
        if shown is None:
            self.side = None
            self._beside.takeWidget()
            return
        if self.side is None:
            self.side = DossierSide()
            # Queued: the button that asks stands on the page that the answer takes away.
            self.side.revert_wanted.connect(self._revert, Qt.ConnectionType.QueuedConnection)
            self._beside.setWidget(self.side)
        may = revertible(session, shown.area.code, shown.indicator.code)
        way, supposed = lineage_of(session, shown), supposed_of(session, shown)
        self.side.show_dossier(shown, session.index, way, supposed, may)

    @Slot(int)
    def _revert(self, step: int) -> None:
        self._bridge.run(Project.revert, step)


class _Columns:
    """Two pages beside each other, each in its full height, as wide as they stand on the screen."""

    def __init__(self, *pages: QWidget) -> None:
        self._pages = pages

    def height(self, width: float) -> float:
        return max(page.height() for page in self._pages) * self._scale(width)

    def paint(self, painter: QPainter, area: QRectF) -> None:
        left, scale = area.left(), self._scale(area.width())
        for page in self._pages:
            wide = page.width() * scale
            AsItStands(page).paint(painter, QRectF(left, area.top(), wide, area.height()))
            left += wide

    def _scale(self, width: float) -> float:
        return width / max(1, sum(page.width() for page in self._pages))
