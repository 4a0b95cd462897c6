"""The slope: two or more rankings of the index side by side, a line per area between them.

Published rankings, snapshots, now and scenarios may stand beside each other; the same areas as a table for those who
would rather read or hear them.
"""

import csv
import io
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QPushButton, QScrollArea, QSpinBox, QStackedWidget, QVBoxLayout

from citeria_core.cluster_set import ClusterSet, of_grouping
from citeria_core.study import Question
from citeria_desktop.delegates.row_delegate import TextDelegate
from citeria_desktop.jobs import LatestJob
from citeria_desktop.language import lists
from citeria_desktop.language.naming import name_of
from citeria_desktop.models.cluster_words import ClusterWords
from citeria_desktop.models.slope_model import Lead, SlopeModel
from citeria_desktop.painting import marks
from citeria_desktop.painting.cluster_look import group_colour
from citeria_desktop.painting.slope import SlopeDrawing, Subject
from citeria_desktop.panels.chooser import Chooser
from citeria_desktop.panels.row_table import RowTable
from citeria_desktop.panels.slope_canvas import SlopeCanvas
from citeria_desktop.panels.view_header import ViewHeader
from citeria_desktop.panels.why_card import Told, WhyCard
from citeria_desktop.picture.subject import Key, Picture
from citeria_desktop.side_by_side import NOW, PUBLISHED, SNAPSHOT, Offer, SideBySide
from citeria_desktop.theme import Theme
from citeria_desktop.views.empty_state import EmptyState
from citeria_desktop.views.view import State, View

if TYPE_CHECKING:
    from citeria_desktop.bridge import SessionBridge

_MOST_MOVED = 999
_FEWEST = 2  # rankings side by side
_COMPUTED = "computed:"  # before the key of a method; the code of a grouping stands alone


class SlopeView(View):
    """Rankings side by side; the canvas and the table show the same areas and share the selection."""

    def __init__(self, bridge: "SessionBridge", theme: Theme) -> None:
        super().__init__(bridge, theme)
        self.setAccessibleName(self.tr("Slope"))
        self.setMinimumSize(420, 300)
        self._side = SideBySide(bridge.session)
        self._keys: tuple[str, ...] | None = None  # None: the usual ones
        self._lane = -1
        self._following = False
        self._names: dict[str, str] = {}
        self.model = SlopeModel(self)
        self._words = ClusterWords({}, {}, self)
        self._found: ClusterSet | None = None  # the computed groups found last
        self.job = LatestJob()
        self.job.finished.connect(bridge.share_study)
        self.job.failed.connect(self._fail)
        bridge.jobs.watch(self.job)
        self._build()
        self.setFocusProxy(self.canvas)
        self._stale = False  # something changed while nobody looked
        bridge.changed.connect(self._changed)
        bridge.looked.connect(self._changed)
        bridge.studied.connect(self._studied)
        bridge.selected.connect(self._follow)
        self._refresh()

    # -- building ----------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.header = ViewHeader(self.tr("Slope"))
        self.rankings = self._chip(self.tr("Rankings"), checkable=False)
        self.rankings.setMenu(QMenu(self.rankings))
        self.rankings.setToolTip(self.tr("Which rankings stand side by side"))
        self.colouring = Chooser()
        self.colouring.setAccessibleName(self.tr("Colours of the lines"))
        self.colouring.currentIndexChanged.connect(self._recolour)
        self.least = QSpinBox()
        self.least.setRange(0, _MOST_MOVED)
        self.least.setPrefix(self.tr("moved ≥ "))
        self.least.setSpecialValueText(self.tr("all areas"))
        self.least.setAccessibleName(self.tr("Only areas that moved so many places or more"))
        self.least.setToolTip(self.least.accessibleName())
        self.least.setFixedWidth(112)
        self.least.setFixedHeight(self.colouring.sizeHint().height())
        self.least.lineEdit().setTextMargins(6, 0, 0, 0)
        self.least.valueChanged.connect(self._redraw)
        self.bands = self._chip(self.tr("bands"))
        self.bands.setToolTip(self.tr("A common ground for the areas of each group"))
        self.fitted = self._chip(self.tr("fit"))
        self.fitted.setToolTip(self.tr("All rows in the height there is"))
        self.as_table = self._chip(self.tr("table"))
        self.as_table.setToolTip(self.tr("The same as a table"))
        for widget in (self.rankings, self.colouring, self.least):
            self.header.add(widget)
        for chip in (self.bands, self.fitted, self.as_table):
            chip.toggled.connect(self._redraw)
            self.header.add_right(chip)
        self.canvas = SlopeCanvas()
        self.canvas.chosen.connect(self._bridge.select)
        self.canvas.lane_chosen.connect(self._mark)
        self.canvas.why_wanted.connect(self._ask)
        self.pane = QScrollArea()
        self.pane.setWidget(self.canvas)
        self.pane.setWidgetResizable(True)
        self.pane.setFrameShape(QFrame.Shape.NoFrame)
        self.pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pane.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table = RowTable(self.model, self._theme, lead=8)
        self.table.setAccessibleName(self.tr("Rankings side by side as a table"))
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        self.table.opened.connect(self._ask)
        self.empty = EmptyState("")
        self.empty.wanted.connect(self._begin)
        self.stack = QStackedWidget()
        for page in (self.pane, self.table, self.empty):
            self.stack.addWidget(page)
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.setContentsMargins(16, 8, 16, 8)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.sentence.setAccessibleName(self.tr("The selected area in words"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for held in (self.header, self.stack, self.sentence):
            column.addWidget(held, int(held is self.stack))
        self.why = WhyCard(self._bridge, self)
        self.why.cell_wanted.connect(self._go_to_cell)

    def _chip(self, text: str, checkable: bool = True) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("kind", "chip")
        button.setCheckable(checkable)
        button.setAccessibleName(text)
        return button

    # -- the contract of a view --------------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        super().set_theme(theme)
        self.table.set_theme(theme)
        self._redraw()

    @property
    def busy(self) -> bool:
        """Whether the reason of a change, or groups, are being worked out."""
        return self.why.job.busy or self.job.busy

    def stop(self) -> None:
        """Drop what is computed in the background."""
        self.why.stop()
        self.job.cancel()

    def state(self) -> dict[str, object]:
        """Which rankings, how they are coloured, filtered and shown."""
        return {
            "rankings": list(self._keys) if self._keys is not None else None,
            "colouring": self.colouring.currentData() or "",
            "least": self.least.value(),
            "bands": self.bands.isChecked(),
            "fitted": self.fitted.isChecked(),
            "table": self.as_table.isChecked(),
            "scroll": self.pane.verticalScrollBar().value(),
        }

    def restore(self, state: State) -> None:
        """Go back to a kept state."""
        kept, colouring, least = state.get("rankings"), state.get("colouring"), state.get("least")
        if isinstance(kept, list):
            self._keys = tuple(str(key) for key in kept)
        for chip, name in ((self.bands, "bands"), (self.fitted, "fitted"), (self.as_table, "table")):
            chip.setChecked(bool(state.get(name, chip.isChecked())))
        if isinstance(least, int):
            self.least.setValue(least)
        self._refresh()
        if isinstance(colouring, str) and self.colouring.findData(colouring) >= 0:
            self.colouring.setCurrentIndex(self.colouring.findData(colouring))
        scroll = state.get("scroll")
        if isinstance(scroll, int):
            self.pane.verticalScrollBar().setValue(scroll)

    def table_text(self) -> str:
        """The areas and their ranks as CSV."""
        if not self.model.areas:
            return ""
        written = io.StringIO()
        csv.writer(written, lineterminator="\r\n").writerows(self.model.rows())
        return written.getvalue()

    def picture(self) -> Picture:
        """The slope as it is drawn, with its groups as legend; what is said instead, where nothing is side by side."""
        subject = self._subject()
        if len(subject.lanes.rankings) < _FEWEST:
            return super().picture()
        held = self._held()
        legend: tuple[Key, ...] = ()
        if held is not None:
            legend = tuple(
                Key(
                    self._words.cluster(one),
                    group_colour(self._theme, one.position, one.colour),
                    marks.shape_of(one.position),
                )
                for one in held.clusters
            )
        else:
            legend = (
                Key(self.tr("moved up to the next ranking"), self._theme.colour("good")),
                Key(self.tr("moved down"), self._theme.colour("bad")),
            )
        names = lists.names(ranked.name for ranked in subject.lanes.rankings)
        title = self.tr("Rankings side by side: {names}").format(names=names)
        return Picture(title, SlopeDrawing(subject, self._theme), legend)

    # -- what is shown -----------------------------------------------------------------------------------------------

    @property
    def keys(self) -> tuple[str, ...]:
        """The rankings in view, as `SideBySide` calls them."""
        there = {offer.key for offer in self._side.offers()}
        chosen = self._side.usual() if self._keys is None else self._keys
        return tuple(key for key in chosen if key in there)

    @Slot()
    def _changed(self) -> None:
        self._stale = not self.isVisible()
        if not self._stale:
            self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what has changed since it was last looked at."""
        super().showEvent(event)
        if self._stale:
            self._refresh()

    @Slot()
    def _refresh(self) -> None:
        self._stale = False
        self._names = {area.code: name_of(area) for area in self._bridge.session.roster.areas}
        self._list_rankings()
        self._list_colourings()
        self._recolour()

    def _list_rankings(self) -> None:
        menu = self.rankings.menu()
        menu.clear()
        titles = {PUBLISHED: self.tr("Published"), SNAPSHOT: self.tr("Snapshots"), NOW: self.tr("Now and scenarios")}
        shown = ""
        for offer in self._side.offers():
            title = titles.get(offer.kind, titles[NOW])
            if title != shown:
                menu.addSection(title)
                shown = title
            menu.addAction(self._entry(offer))

    def _entry(self, offer: Offer) -> QAction:
        action = QAction(offer.name or self._now(), self.rankings.menu())
        action.setCheckable(True)
        action.setChecked(offer.key in self.keys)
        action.toggled.connect(lambda on: self._toggle(offer.key, on))
        return action

    def _now(self) -> str:
        return self.tr("now")

    def _toggle(self, key: str, on: bool) -> None:
        held = self.keys
        self._keys = (*held, key) if on else tuple(other for other in held if other != key)
        self._lane = -1
        self._redraw()

    def _list_colourings(self) -> None:
        chosen = self.colouring.currentData()
        self.colouring.blockSignals(True)
        self.colouring.clear()
        self.colouring.addItem(self.tr("Colour: up or down"), "")
        groupings = self._bridge.session.groupings()
        for grouping in groupings:
            self.colouring.addItem(grouping.name, grouping.code)
        for key, name in self._words.sets(()):
            self.colouring.addItem(name, f"{_COMPUTED}{key}")
        place = self.colouring.findData(chosen) if chosen is not None else min(1, len(groupings))
        self.colouring.setCurrentIndex(max(0, place))
        self.colouring.blockSignals(False)

    def _held(self) -> ClusterSet | None:
        """The groups that give the colours: those that people gave, or those that were found last."""
        code = str(self.colouring.currentData() or "")
        if code.startswith(_COMPUTED):
            return self._found if self._found is not None and self._found.key == code.removeprefix(_COMPUTED) else None
        given = (one for one in self._bridge.session.groupings() if code and one.code == code)
        return next(map(of_grouping, given), None)

    def _find(self) -> None:
        """Have computed groups found, unless a view has had them found of this very result."""
        code, shared, session = str(self.colouring.currentData() or ""), self._bridge.study, self._bridge.session
        key = code.removeprefix(_COMPUTED)
        if not code.startswith(_COMPUTED):
            self.job.cancel()
        elif shared is not None and shared.result is session.result and shared.shown.key == key:
            self.job.cancel()
            self._found = shared.shown
        else:
            question = Question(shown=key) if shared is None else replace(shared.question, shown=key)
            work = session.study(question, shared)
            if work is None:
                self._found = None
            else:
                self.job.start(work)
                self._bridge.jobs.awaited(self.colouring.currentText(), self.job)

    @Slot(str)
    def _fail(self, words: str) -> None:
        if words:  # without any it was stopped
            self._bridge.failed.emit(words)

    @Slot()
    def _studied(self) -> None:
        self._stale = self._stale or not self.isVisible()
        if not self._stale:
            self._recolour()

    @Slot()
    def _recolour(self) -> None:
        self._find()
        self._redraw()

    def _subject(self) -> Subject:
        lanes = self._side.lanes(self.keys, self._now())
        held = self._held()
        groups: Mapping[str, int] = held.positions if held is not None else {}
        last = len(lanes.rankings) - 1
        return Subject(
            lanes=lanes,
            names=self._names,
            groups=groups,
            own_colours=tuple(one.colour for one in held.clusters) if held is not None and held.given else (),
            filled=held is not None and not held.given,
            movers=lanes.movers(self.least.value()),
            selected=self._bridge.area,
            lane=min(self._lane, last) if self._lane >= 0 else last,
            bands=self.bands.isChecked() and bool(groups),
            unranked=self.tr("not ranked"),
        )

    @Slot()
    def _redraw(self) -> None:
        subject, held = self._subject(), self._held()
        clusters = held.clusters if held is not None else ()
        named = {member: self._words.cluster(one) for one in clusters for member in one.members}
        self._following = True
        self.model.show(subject.lanes, self._names, named, subject.movers, subject.lane)
        self._following = False
        drawing = SlopeDrawing(subject, self._theme, self.fitted.isChecked())
        self.canvas.show_drawing(drawing, self.model.sentence)
        self.bands.setEnabled(bool(subject.groups))
        self._fit_table()
        self._show_page(len(subject.lanes.rankings))
        self._follow(self._bridge.area)

    def _show_page(self, count: int) -> None:
        there = count >= _FEWEST
        if not there:
            self.empty.say(self._purpose())
            usual = self.tr("Show the usual rankings") if self._keys is not None else ""
            self.empty.offer(usual if self._bridge.session.result is not None else self.tr("Build the index"))
        page = self.empty if not there else self.table if self.as_table.isChecked() else self.pane
        self.stack.setCurrentWidget(page)
        self.sentence.setVisible(there)
        self.setFocusProxy(self.table if page is self.table else self.canvas)

    def _purpose(self) -> str:
        told = self.tr("Here two or more rankings stand side by side, and lines show who rose and who fell.")
        if self._bridge.session.result is None:
            return lists.sentences((told, self._bridge.session.problem))
        advice = self.tr("Take a snapshot in the ranking, or choose a published ranking above.")
        return lists.sentences((told, advice))

    def _fit_table(self) -> None:
        columns = self.model.columnCount()
        self.table.paint_with(*(TextDelegate(self._theme, self.table) for _ in range(columns)))
        widths = [0, 180, *(120 for _ in range(columns - len(Lead) - 1)), 84]
        self.table.set_widths(*widths)
        self.table.header.alignments = dict.fromkeys(range(len(Lead), columns), Qt.AlignmentFlag.AlignRight)
        self.table.setColumnHidden(Lead.GROUP, self._held() is None)

    # -- the shared selection ----------------------------------------------------------------------------------------

    @Slot(QModelIndex, QModelIndex)
    def _choose(self, current: QModelIndex) -> None:
        if current.isValid() and not self._following:
            self._bridge.select(self.model.areas[current.row()])

    @Slot(str, str)
    def _follow(self, area: str, indicator: str = "") -> None:
        drawing = self.canvas.drawing
        if drawing is not None and drawing.subject.selected != area:
            subject = self._subject()
            self.canvas.show_drawing(SlopeDrawing(subject, self._theme, drawing.fitted), self.model.sentence)
        self.canvas.reveal(area, self.pane)
        row = self.model.row_of(area)
        self._following = True
        if row is None:
            self.table.selectionModel().clear()
        else:
            flags = QItemSelectionModel.SelectionFlag
            self.table.selectionModel().setCurrentIndex(self.model.index(row, 0), flags.ClearAndSelect | flags.Rows)
        self._following = False
        told = self.model.sentence(area)
        hint = self.tr("Choose an area by click or arrow keys; Enter tells why it moved.")
        self.sentence.setText(told or hint)

    @Slot(int)
    def _mark(self, lane: int) -> None:
        self._lane = lane
        self._redraw()

    @Slot()
    def _ask(self) -> None:
        """Why the selected area came to the marked ranking from the one before it."""
        area, subject = self._bridge.area, self._subject()
        shown = [offer for offer in self._side.offers() if offer.key in self.keys]
        if not area or len(shown) < 2:
            return
        second = max(1, subject.lane)
        before, after = shown[second - 1], shown[second]
        words = Told(self._names.get(area, area), self._place(before), self._place(after), self._names)
        self.why.ask(self._side.why(before.key, after.key, area), words)

    def _place(self, offer: Offer) -> str:
        return self._now() if offer.kind == NOW else self.tr("in “{ranking}”").format(ranking=offer.name)

    @Slot(str, str)
    def _go_to_cell(self, area: str, indicator: str) -> None:
        self._bridge.select(area, indicator)
        self.go_wanted.emit("data", "")

    @Slot()
    def _begin(self) -> None:
        """Build the index where there is none to rank; else go back to the usual rankings."""
        if self._bridge.session.result is None:
            self.go_wanted.emit("structure", "indices")
            return
        self._keys = None
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A card over the view would hang where the edge was."""
        super().resizeEvent(event)
        self.why.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the choice."""
        if event.key() == Qt.Key.Key_Escape and self._bridge.area:
            self._bridge.select("")
        else:
            super().keyPressEvent(event)
