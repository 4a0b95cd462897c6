"""One open project in the window: top bar, rail, the view in the middle, live ranking, inspector, status line."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from citeria_core.errors import KnownError
from citeria_db.history import comparing
from citeria_desktop.actions.build import Actions
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.dialogs.long_step import LongStep
from citeria_desktop.language.phrases import error_words, say
from citeria_desktop.panels.inspector import Inspector
from citeria_desktop.session import Outcome
from citeria_desktop.settings import Settings
from citeria_desktop.theme import Theme
from citeria_desktop.views.ranking import RankingView
from citeria_desktop.views.registry import BY_NAME, HOME, VIEWS, Surroundings
from citeria_desktop.views.view import View
from citeria_desktop.windows.banner import Banner
from citeria_desktop.windows.current_cell import CurrentCell
from citeria_desktop.windows.dossiers import offer_menu
from citeria_desktop.windows.memory import Memory
from citeria_desktop.windows.panes import INSPECTOR, LEAST_VIEW, LIVE, Panes
from citeria_desktop.windows.rail import Rail
from citeria_desktop.windows.status_line import StatusLine
from citeria_desktop.windows.top_bar import TopBar

if TYPE_CHECKING:
    from citeria_desktop.views.grid import GridView

WATCH_MS: Final = 1000  # how often the file is asked whether another program wrote to it
_LIVE_WIDTH, _INSPECTOR_WIDTH = 360, 300
_VALUE_TABLES: Final = frozenset({"observation", "observation_flag", "citation", "verdict", "source", "note", "node"})


class Workspace(QWidget):
    """Panes around one bridge. Views that nobody has asked for yet are not made."""

    changed = Signal()  # something the actions depend on
    action_wanted = Signal(str)  # an action of the catalogue that a view offers

    def __init__(
        self, bridge: SessionBridge, theme: Theme, actions: Actions, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.actions_by_id = actions
        self._theme = theme
        self.settings = settings
        self.view = ""
        self._former = ""  # the view that a jump left
        self._laid_out = False
        self._drafted = False
        self._memory = Memory(settings, bridge.session.project.path)
        self._return_to_index()
        self.top = TopBar(actions, theme)
        self.rail = Rail([actions[view.name] for view in VIEWS])
        self.views: dict[str, View] = {}
        self.middle = QStackedWidget()
        self.status = StatusLine()
        self.grid = cast("GridView", self._view(HOME))
        self.live = RankingView(bridge, theme, compact=True, still=lambda: settings.reduce_motion)
        self.inspector = Inspector(bridge, theme)
        self.cell = CurrentCell(bridge, self.grid, settings, self)
        self.splitter = Panes(self.middle, self.live, self.inspector)
        self.body = QWidget()  # holds the panes; a message lies over them
        self.banner = Banner(theme, self.body)
        self._build()
        self._connect()
        self._watch = QTimer(self)
        self._watch.setInterval(WATCH_MS)
        self._watch.timeout.connect(self.look_outside)
        self._watch.start()
        self._follow(None)
        self.show_view(HOME)
        self.cell.begin()
        if self._memory.view in BY_NAME:
            self.show_view(self._memory.view)

    # -- views ----------------------------------------------------------------------------------------

    def show_view(self, name: str) -> None:
        """Fill the middle with a view; the panes take the widths they had beside it."""
        if name == self.view:
            return
        focus = QApplication.focusWidget()
        leaving = focus is None or self.middle.isAncestorOf(focus)  # hiding a view would drop the focus with it
        if self.view:
            self._keep_sizes()
        self.view = name
        self.middle.setCurrentWidget(self._view(name))
        self._restore_sizes()
        if leaving:
            self.enter_view()
        self.changed.emit()

    def go(self, name: str, page: str = "") -> None:
        """Show a view, or one page of it, with the focus where its work begins."""
        if name != self.view:
            self._former = self.view
        self.show_view(name)
        if page:
            self.views[name].show_page(page)
        self.views[name].setFocus()

    def back(self) -> None:
        """Return to the view that a jump left; again, and forth."""
        if self._former:
            self.go(self._former)

    def enter_view(self) -> None:
        """Put the focus on the view in the middle."""
        if self.isVisible():
            _focus(self.views[self.view])

    def set_theme(self, theme: Theme) -> None:
        """Dress every pane in another theme."""
        self._theme = theme
        for view in (*self.views.values(), self.live):
            view.set_theme(theme)
        self.top.set_theme(theme)
        self.banner.set_theme(theme)
        self.inspector.set_theme(theme)

    @property
    def theme(self) -> Theme:
        """What every pane wears."""
        return self._theme

    def toggle(self, pane: str) -> None:
        """Show or hide the live ranking or the inspector."""
        sizes = self.splitter.wanted()
        place, width = (LIVE, _LIVE_WIDTH) if pane == "live" else (INSPECTOR, _INSPECTOR_WIDTH)
        sizes[place] = 0 if self.splitter.is_shown(place) else max(sizes[place], width)
        self.splitter.arrange(sizes)
        self._keep_sizes()
        self.changed.emit()

    def is_shown(self, pane: str) -> bool:
        """Whether the live ranking or the inspector has a place now."""
        return self.splitter.is_shown(LIVE if pane == "live" else INSPECTOR)

    def panes_in_view(self) -> list[tuple[str, QWidget]]:
        """What is open beside the rail, each under the name that a screen reader calls it."""
        panes: list[QWidget] = [self.views[self.view], self.live, self.inspector]
        return [(pane.accessibleName(), pane) for pane in panes if pane.isVisible()]

    def go_to_pane(self, step: int) -> None:
        """Move the focus to the next or previous pane."""
        open_panes = [self.rail, *(pane for _, pane in self.panes_in_view())]
        focus = QApplication.focusWidget()
        here = next((n for n, pane in enumerate(open_panes) if focus is not None and pane.isAncestorOf(focus)), 0)
        _focus(open_panes[(here + step) % len(open_panes)])

    def undo(self) -> None:
        """Undo the last step; a note that is being written is a step first."""
        self.inspector.flush()
        self._step_back(self.tr("Undoing…"), self.bridge.session.project.history.undo_size(), self.bridge.undo)

    def redo(self) -> None:
        """Redo the step undone last."""
        self.inspector.flush()
        self._step_back(self.tr("Redoing…"), self.bridge.session.project.history.redo_size(), self.bridge.redo)

    def _step_back(self, words: str, size: int, work: Callable[[Callable[[int], None]], object]) -> None:
        """Take a step back; one of many changes says how far it is and can be stopped."""
        shown = LongStep(words, size, self.window())
        work(shown.advance)
        shown.hide()
        shown.deleteLater()

    def edit_value(self) -> None:
        """Edit the current value in the grid."""
        self.show_view(HOME)
        self.grid.edit()

    def toggle_carry(self) -> None:
        """Change whether a fill carries the citation."""
        self.grid.blocks.carry = not self.grid.blocks.carry
        self._keep_carry(self.grid.blocks.carry)

    def _keep_carry(self, carry: bool) -> None:
        self.settings.carry_citation = carry
        self.changed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Panes get their widths when there is a width to share out."""
        super().showEvent(event)
        if not self._laid_out:
            self._laid_out = True
            layout = self.layout()
            assert layout is not None
            layout.activate()
            self._restore_sizes()

    # -- find ----------------------------------------------------------------------------------------

    def begin_find(self) -> None:
        """Put the caret into the find box."""
        self.top.seek.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.top.seek.selectAll()

    def find_next(self, step: int) -> None:
        """Go to the next or previous hit."""
        if not self.top.seek.text():
            self.begin_find()
            return
        self.show_view(HOME)
        self.top.show_hits(self.grid.find_next(step))

    def _end_find(self) -> None:
        self.top.show_hits(None)
        self.grid.setFocus()

    def _find(self, text: str) -> None:
        if not text:
            self.top.show_hits(None)
            self.grid.seek("")
            return
        self.show_view(HOME)
        self.top.show_hits(self.grid.seek(text))

    # -- life ----------------------------------------------------------------------------------------

    def look_outside(self) -> None:
        """Read again what another program wrote, unless somebody is in the middle of typing."""
        if isinstance(QApplication.activeModalWidget(), LongStep):
            return  # what is painted or stored just now rests on what is shown
        if self.inspector.editing or any(view.editing for view in self.views.values()):
            return
        try:
            self.bridge.session.reload_if_changed()
        except KnownError as error:
            self.bridge.failed.emit(error_words(error))

    def hindrance(self) -> str:
        """Store what is being typed; what cannot be stored is the reason not to leave yet, in words."""
        self.inspector.flush()
        told = [view.hindrance() for view in self.views.values()]
        if self.inspector.unsent:
            told.append(self.tr("Something typed into the inspector is not stored yet: send it, or cancel it."))
        return next(filter(None, told), "")

    def leave(self) -> None:
        """Commit what is being written, remember the panes, stop the clock."""
        self._watch.stop()
        self.inspector.flush()
        self.inspector.stop()
        self.cell.stop()
        for view in self.views.values():
            view.stop()
        self._keep_sizes()
        project = self.bridge.session.project
        self.settings.end_visit(project.path, comparing.last_step(project))
        index = self.bridge.session.index
        self._memory.keep(self.view, "" if index is None else index.code, self.views)
        self.bridge.close()

    @Slot(str)
    def complain(self, words: str) -> None:
        """Show what went wrong with work in the background; there is nothing to say of what was stopped."""
        if words:
            self.banner.tell(words)

    def _build(self) -> None:
        over = QVBoxLayout(self.body)
        over.setContentsMargins(0, 0, 0, 0)
        over.addWidget(self.splitter)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self.rail)
        across.addWidget(self.body, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addLayout(across, 1)
        column.addWidget(self.status)

    def _connect(self) -> None:
        self.top.index_chosen.connect(self.bridge.choose_index)
        self.top.seek.textEdited.connect(self._find)
        self.top.seek.stepped.connect(self.find_next)
        self.top.seek.left.connect(self._end_find)
        self.grid.blocks.carry = self.settings.carry_citation
        self.grid.blocks.carry_chosen.connect(self._keep_carry)
        self.live.go_wanted.connect(self.go)
        for pane in (self.live, self.inspector):
            offer_menu(self, pane)
        self.inspector.next_row_wanted.connect(self._next_row)
        self.inspector.drafted.connect(self._tell_state)
        self.bridge.changed.connect(self._follow)
        self.bridge.failed.connect(self.banner.tell)
        self.bridge.jobs.changed.connect(self._tell_job)
        self.status.stop_wanted.connect(self.bridge.jobs.stop)
        self.splitter.splitterMoved.connect(lambda *_: self.changed.emit())

    def _view(self, name: str) -> View:
        """A view, made when it is first asked for."""
        if name not in self.views:
            view = BY_NAME[name].make(Surroundings(self.bridge, self._theme, self.settings))
            view.go_wanted.connect(self.go)
            view.action_wanted.connect(self.action_wanted)
            view.drafted.connect(self._tell_state)
            view.told.connect(self.status.tell)
            view.summarised.connect(self.status.summarise)
            if name != HOME:  # the grid has a menu of its own
                offer_menu(self, view)
            state = self._memory.state_of(name)
            if state:
                view.restore(state)
            self.views[name] = view
            self.middle.addWidget(view)
        return self.views[name]

    def _return_to_index(self) -> None:
        """Look through the index that was in view the last time, if it is still there."""
        session, wanted = self.bridge.session, self._memory.index
        held = session.index.code if session.index is not None else ""
        if wanted and wanted != held and any(index.code == wanted for index in session.project.indices.all()):
            self.bridge.choose_index(wanted)

    def _follow(self, outcome: Outcome | None) -> None:
        session = self.bridge.session
        if outcome is None or not outcome.label or not outcome.changes.tables <= _VALUE_TABLES:
            self.top.show_session(session)
        if outcome is not None and (outcome.message or outcome.label):
            self.status.tell(outcome.message or say(outcome.label))  # never what an earlier step did
        if outcome is not None and outcome.label:
            self.banner.hide()
        self._tell_state()
        self.changed.emit()

    def _tell_state(self, drafted: bool | None = None) -> None:
        """Say how it stands with the file; nobody is to take a draft for something stored."""
        self._drafted = self._drafted if drafted is None else drafted
        if self.bridge.session.project.read_only:
            self.status.set_state(self.tr("Read-only"), self.tr("This file cannot be written; save a copy to edit it"))
        elif self._drafted:
            told = self.tr("What is typed in the inspector is stored when it is sent, or when you leave the note")
            self.status.set_state(self.tr("Draft not stored yet"), told)
        else:
            self.status.set_state(self.tr("Saved"), self.tr("Every edit is saved as it is made"))

    @Slot()
    def _tell_job(self) -> None:
        self.status.tell_job(self.bridge.jobs.told)

    def _next_row(self) -> None:
        self.grid.next_row()
        self.inspector.setFocus()

    def _keep_sizes(self) -> None:
        sizes = self.splitter.wanted()
        if self._laid_out and sizes[0] > 0:  # before the first show there are no widths to remember
            self.settings.keep_sizes(self.bridge.session.project.path, self.view, sizes)

    def _restore_sizes(self) -> None:
        kept = self.settings.sizes(self.bridge.session.project.path, self.view)
        if len(kept) != self.splitter.count():
            room, spec = max(600, self.splitter.width()), BY_NAME[self.view]
            live = min(_LIVE_WIDTH, round(room * 0.29)) if room >= spec.live_from else 0
            inspector = min(_INSPECTOR_WIDTH, round(room * 0.26)) if room >= spec.inspector_from else 0
            kept = [max(LEAST_VIEW, room - live - inspector), live, inspector]
        self.splitter.arrange(kept)


def _focus(pane: QWidget) -> None:
    """Put the focus on a pane: on what it names, else on its first child that takes keys."""
    if isinstance(pane, QFrame | QWidget) and pane.focusProxy() is not None:
        pane.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return
    for child in pane.findChildren(QWidget):
        if child.isVisible() and child.isEnabled() and child.focusPolicy() & Qt.FocusPolicy.TabFocus:
            child.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
    pane.setFocus(Qt.FocusReason.ShortcutFocusReason)
