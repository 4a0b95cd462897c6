"""Clusters: groups that people gave and clusters that methods find, as one kind of object, seen from nine sides.

Everything is computed away from the window's thread; what is on the screen stays until the newest result arrives. A
cluster keeps its mark and colour when values, method or number change.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from citeria_core.cluster_set import given_key
from citeria_core.study import Question
from citeria_desktop.language import lists
from citeria_desktop.models import table_text
from citeria_desktop.models.cluster_words import ClusterWords
from citeria_desktop.painting.cluster_look import colour_of
from citeria_desktop.painting.marks import shape_of
from citeria_desktop.panels.clusters.head import ClusterHead
from citeria_desktop.panels.clusters.inquiry import Inquiry
from citeria_desktop.panels.clusters.page import ClusterPage
from citeria_desktop.panels.clusters.pages import ClusterPages
from citeria_desktop.panels.clusters.regrouping import Regrouping
from citeria_desktop.panels.clusters.side import ClusterSide
from citeria_desktop.picture.subject import AsItStands, Key, Picture
from citeria_desktop.theme import Theme
from citeria_desktop.views.empty_state import EmptyState
from citeria_desktop.views.view import State, View

if TYPE_CHECKING:
    from citeria_core.study import Study
    from citeria_desktop.bridge import SessionBridge

_SIDE = 264
_NARROW = 820  # below this width the list stands under the pages
_LOW = 560  # below this height, in a narrow view, there is no room for both


class ClustersView(View):
    """A set of clusters is chosen above, pages show it, the list beside them holds its areas."""

    def __init__(self, bridge: "SessionBridge", theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(bridge, theme, parent)
        self.setAccessibleName(self.tr("Clusters"))
        self.setMinimumSize(480, 320)  # not that of its layout, which is wider while all stands side by side
        self.inquiry = Inquiry(bridge, Question(against=self._first_given()), self.accessibleName(), self)
        self.inquiry.found.connect(self._take)
        self.inquiry.slow.connect(self._tell_slow)
        self.inquiry.stopped.connect(self._stay)
        self.words = ClusterWords({}, {}, self)
        self.marks: frozenset[str] = frozenset()
        self._offered: object = None
        self._low = False
        self._fresh: set[str] = set()  # pages that show the study
        self._build()
        self.header.show_count(self.question.k, self.question.k, computed=True)
        bridge.changed.connect(self._changed)
        bridge.selected.connect(self._follow)
        self._list_sets()

    # -- building ----------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.header = ClusterHead()
        self.header.set_wanted.connect(self._look_at)
        self.header.k_wanted.connect(self._count_changed)
        self.header.list.toggled.connect(lambda _: self._arrange())
        self.stack = ClusterPages(self._theme)
        self.stack.turned.connect(self._turn)
        self.tabs, self.pages = self.stack.tabs, self.stack.by_name
        for page in self.stack:
            page.chosen.connect(self._choose)
            page.marked.connect(self._mark)
            page.k_wanted.connect(self._count_changed)
            page.against_wanted.connect(self._compare_with)
            page.dossier_wanted.connect(self._ask_for_dossier)
        self.nothing = EmptyState(self._purpose(), self.tr("Build the index"))
        self.nothing.wanted.connect(lambda: self.go_wanted.emit("structure", "indices"))
        self.empty = self._build_empty()
        self.side = ClusterSide(self._theme)
        self.side.list.chosen.connect(lambda area: self._select(area, ""))
        self.side.list.marked.connect(self._mark)
        self.side.move_wanted.connect(self._move)
        self.side.group_wanted.connect(self._ask_for_group)
        self.side.keep_wanted.connect(self._ask_to_keep)
        self.side.dossier_wanted.connect(self._ask_for_dossier)
        self._regrouping = Regrouping(self._bridge, self)
        self._regrouping.kept.connect(self._look_at_kept)
        main = QVBoxLayout()
        main.setSpacing(0)
        main.addWidget(self.tabs)
        main.addWidget(self.nothing, 1)
        main.addWidget(self.empty)
        main.addWidget(self.stack, 1)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        self._body.addLayout(main, 1)
        self._body.addWidget(self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(self._body, 1)
        for keys, by in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):  # as in the structure
            turn = QShortcut(QKeySequence(keys), self)
            turn.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            turn.activated.connect(partial(self._step, by))
        self._take_keys()

    def _build_empty(self) -> QFrame:
        card = QFrame()
        self.why = QLabel()
        self.why.setWordWrap(True)
        self.fill = QPushButton(self.tr("Go to a missing value"))
        self.fill.clicked.connect(self._go_to_missing)
        column = QBoxLayout(QBoxLayout.Direction.TopToBottom, card)
        column.setContentsMargins(16, 12, 16, 4)
        column.addWidget(self.why)
        column.addWidget(self.fill)
        card.hide()
        return card

    # -- what every view has -------------------------------------------------------------------------------------------

    @property
    def question(self) -> Question:
        """What is asked."""
        return self.inquiry.question

    @property
    def study(self) -> "Study | None":
        """What was found last."""
        return self.inquiry.study

    @property
    def page(self) -> ClusterPage:
        """The page in view."""
        return self.stack.page

    @property
    def busy(self) -> bool:
        """Whether what is shown waits for a result."""
        return self.inquiry.busy or self.page.busy

    def set_theme(self, theme: Theme) -> None:
        """Dress in another theme."""
        super().set_theme(theme)
        self.side.set_theme(theme)
        for page in self.stack:
            page.set_theme(theme)

    def show_page(self, page: str) -> None:
        """Turn to a page by its name."""
        self.stack.turn_to(page)

    def stop(self) -> None:
        """Drop what is computed, and what was about to be: the project would be closed by then."""
        self.inquiry.drop()
        for page in self.stack:
            page.stop()

    def state(self) -> dict[str, object]:
        """The set, the one beside it, the number, the page, and what pages remember."""
        return {
            "shown": self.question.shown,
            "against": self.question.against,
            "k": self.question.k,
            "page": self.page.name,
            "list": self._low or self.header.list.isChecked(),
            "pages": {name: page.state() for name, page in self.pages.items()},
        }

    def restore(self, state: State) -> None:
        """Go back to what was looked at, as far as it is there."""
        keys = {key for key, _ in self.words.sets(self._bridge.session.groupings())}
        shown, against, k = state.get("shown"), state.get("against"), state.get("k")
        question = self.question
        if isinstance(shown, str) and shown in keys:
            question = replace(question, shown=shown)
        if isinstance(against, str) and against in keys | {""}:
            question = replace(question, against=against)
        if isinstance(k, int) and not isinstance(k, bool) and k > 1:
            question = replace(question, k=k)
        held = state.get("pages")
        for name, page in self.pages.items():
            own = held.get(name) if isinstance(held, dict) else None
            if isinstance(own, dict):
                page.restore(own)
        if not self._low:
            self.header.list.setChecked(state.get("list") is not False)
        self.show_page(str(state.get("page")))
        self._ask(question)
        self._list_sets()

    def table_text(self) -> str:
        """The figures behind the page in view."""
        rows = self.page.rows()
        return table_text.written(rows[0], rows[1:]) if rows else ""

    def picture(self) -> Picture:
        """The page in view with the clusters as its legend."""
        study = self.study
        drawing = self.page.drawing()
        if study is None or drawing is None:
            return Picture(self.accessibleName(), AsItStands(self.page))
        title = self.tr("{page}: {set}").format(page=self.page.title(), set=self.words.set_name(study.shown))
        legend = tuple(
            Key(self.words.cluster(one), colour_of(self._theme, study.shown, one.position), shape_of(one.position))
            for one in study.shown.clusters
        )
        return Picture(title, drawing, legend, self.page.caption())

    # -- asking and taking ---------------------------------------------------------------------------------------------

    def warm(self) -> None:
        """Compute now, in the background, what will be asked for when the view is opened."""
        if self.inquiry.stale:
            self._list_sets()
            self.inquiry.seek()

    def showEvent(self, event: QShowEvent) -> None:
        """Compute what is shown, once the first paint is done."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self.warm)

    @Slot()
    def _changed(self) -> None:
        """Compute once the window is painted: at the same time, each would wait for the other."""
        self.inquiry.stale = True
        if self.isVisible():
            once_more = partial(QTimer.singleShot, 0, self, self.warm)
            QTimer.singleShot(0, self, once_more)  # what other panes put off as well comes before

    def _ask(self, question: Question) -> None:
        if question != self.question:
            self.inquiry.question, self.inquiry.stale = question, True
            if self.isVisible():
                self.inquiry.seek()

    def _look_at(self, key: str) -> None:
        self._ask(replace(self.question, shown=key))

    def _compare_with(self, key: str) -> None:
        self._ask(replace(self.question, against=key))

    def _count_changed(self, k: int) -> None:
        most = self.study.most if self.study is not None else k
        self._ask(replace(self.question, k=min(max(k, 2), most)))

    @Slot()
    def _tell_slow(self) -> None:
        self.header.told.setText(self.tr("Computing…"))

    @Slot()
    def _stay(self) -> None:
        """It was stopped: what is there stays, and the head names that again."""
        self.header.told.setText(self.tr("Stopped. What is shown is what was found before."))
        self._offered = None
        self._list_sets()
        self._show_count()

    def _show_count(self) -> None:
        study = self.study
        if study is not None:
            computed = not study.shown.given and bool(study.shown.clusters)
            self.header.show_count(study.k if computed else 2, study.most, computed=computed)

    @Slot(object)
    def _take(self, study: "Study | None") -> None:
        self.header.told.setText("")
        result = self._bridge.session.result
        titles = {code: node.name for code, node in result.tree.by_code.items()} if result is not None else {}
        self.words = ClusterWords(self._bridge.session.names, titles, self)
        self._show_count()
        self._explain()
        self._show_list()
        self._fresh.clear()
        for page in self.stack:
            if page is not self.page:  # it would go on with what is past
                page.stop()
        self._show_page()

    def _explain(self) -> None:
        study, session = self.study, self._bridge.session
        empty = study is None or (not study.shown.given and not study.shown.clusters)
        self.empty.setVisible(empty and study is not None)
        self._arrange()
        if not empty:
            return
        self.header.show_count(2, 2, computed=False)
        lacking = self.tr("Clusters need three areas with every value, normalised; {index} has {count}.")
        name = session.index.code if session.index is not None else ""
        complete = len(study.result.areas) - len(study.left_out) if study is not None else 0
        told = session.problem or lacking.format(index=name, count=complete)
        self.why.setText(lists.sentences((self._purpose(), told)))
        self.nothing.say(self.why.text())
        self.fill.setVisible(self._first_missing() is not None)

    def _purpose(self) -> str:
        return self.tr("Here areas with alike values will stand together.")

    def _show_list(self) -> None:
        study = self.study
        if study is not None:
            writable = not self._bridge.session.project.read_only
            self.side.model.show(study.shown, study.result.areas, self.words, writable=writable)
            computed = not study.shown.given
            self.side.show_name(self.words.set_name(study.shown), kept=computed)
            self.side.keep_button.setEnabled(writable and bool(study.shown.clusters))
            self.side.list.follow(self._bridge.area, self.marks)

    def _show_page(self) -> None:
        page = self.page
        page.look_at(self._bridge.indicator)
        if page.name not in self._fresh:
            self._fresh.add(page.name)
            page.show_study(self.study, self.words)
        page.follow(self._bridge.area, self.marks)

    def _turn(self) -> None:
        if self._low:
            self.header.list.setChecked(False)
        self._take_keys()
        self._show_page()

    def _list_sets(self) -> None:
        self.words = ClusterWords(self._bridge.session.names, {}, self) if self.study is None else self.words
        sets = self.words.sets(self._bridge.session.groupings())
        keys = {key for key, _ in sets}
        question = self.question
        if question.shown not in keys:
            question = replace(question, shown="ward")
        if question.against and question.against not in keys:
            question = replace(question, against=self._first_given())
        self.inquiry.question = question
        offered = sets, question.shown, question.against
        if offered == self._offered:
            return
        self._offered = offered
        self.header.offer(sets, question.shown)
        with QSignalBlocker(self.stack.agreement.against):
            self.stack.agreement.offer(sets, question.against)

    def _first_given(self) -> str:
        groupings = self._bridge.session.groupings()
        return given_key(groupings[0].code) if groupings else ""

    # -- the shared selection ----------------------------------------------------------------------------------------

    def _choose(self, area: str, indicator: str) -> None:
        if area not in self.marks:
            self.marks = frozenset()
        self._select(area, indicator)

    def _select(self, area: str, indicator: str) -> None:
        if (area, indicator) == (self._bridge.area, self._bridge.indicator):
            self._follow(area, indicator)
        self._bridge.select(area, indicator)

    @Slot(str, str)
    def _follow(self, area: str, indicator: str = "") -> None:
        self.page.look_at(indicator)
        self.page.follow(area, self.marks)
        self.side.list.follow(area, self.marks)

    def _ask_for_dossier(self) -> None:
        self.action_wanted.emit("cell_dossier")

    def _mark(self, areas: Iterable[str]) -> None:
        marks = frozenset(areas)
        if marks != self.marks:
            self.marks = marks
            self._follow(self._bridge.area, self._bridge.indicator)

    # -- what is written -----------------------------------------------------------------------------------------------

    def _move(self, areas: Iterable[str], position: int | None) -> None:
        if self.study is not None:
            self._regrouping.move(self.study.shown, areas, position)

    def _ask_for_group(self) -> None:
        if self.study is not None:
            self._regrouping.ask_for_group(self.study.shown, self.side.list.areas, self.side.group_button)

    def _ask_to_keep(self) -> None:
        if self.study is not None:
            self._regrouping.ask_to_keep(self.study.shown, self.words, self.side.keep_button)

    def _look_at_kept(self, key: str) -> None:
        self._ask(replace(self.question, shown=key, against=self.question.shown))
        self._list_sets()

    # -- room --------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """List beside the pages where there is room, under them where not."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() < _NARROW
        low = narrow and self.height() < _LOW
        if low != self._low:  # then the list and the pages take turns
            self._low = low
            self.header.list.setChecked(not low)
        ways = QBoxLayout.Direction
        self._body.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        there = self.study is not None or self.busy
        self.nothing.setVisible(not there)
        self.tabs.setVisible(there)
        self.side.setVisible(there and self.header.list.isChecked())
        self.stack.setVisible(there and not (low and self.header.list.isChecked()))
        self.side.setMinimumWidth(0 if narrow else _SIDE)
        self.side.setMaximumWidth(self.maximumWidth() if narrow else _SIDE)
        self.side.setMaximumHeight(self.height() // 3 if narrow and not low else self.maximumHeight())
        self._take_keys()

    def _take_keys(self) -> None:
        """Keys that come to the view go to what is in it: the page, or the list that has its place."""
        self.setFocusProxy(self.side.list if self._low and self.header.list.isChecked() else self.page)

    def _step(self, by: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % self.tabs.count())
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _first_missing(self) -> tuple[str, str] | None:
        session = self._bridge.session
        found = (cell for cell, reading in session.readings.items() if reading.value is None)
        return next(found, None)

    @Slot()
    def _go_to_missing(self) -> None:
        cell = self._first_missing()
        if cell is not None:
            self._bridge.select(*cell)
            self.go_wanted.emit("data", "")
