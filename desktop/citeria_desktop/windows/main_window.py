"""The one window: the welcome page, or the workspace of the open project; opens and closes files, owns the actions."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final, cast

from PySide6.QtCore import QObject, QSize, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QStackedWidget

from citeria_core.errors import KnownError
from citeria_db.errors import StoppedError
from citeria_db.store import Project
from citeria_desktop import theme as themes
from citeria_desktop.actions import build
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.dialogs.about import about_citeria, keyboard_shortcuts
from citeria_desktop.dialogs.long_step import LongStep
from citeria_desktop.language import lists, phrases
from citeria_desktop.language.catalogue import LANGUAGES, speak, spoken
from citeria_desktop.language.phrases import error_words
from citeria_desktop.session import Session
from citeria_desktop.settings import Settings
from citeria_desktop.theme import Theme
from citeria_desktop.views.registry import VIEWS
from citeria_desktop.views.welcome import SUFFIX, WelcomeView, dropped_project
from citeria_desktop.windows import commands, permits
from citeria_desktop.windows.asking import ask_file
from citeria_desktop.windows.library import dropped_references, import_references
from citeria_desktop.windows.undo_keys import UndoKeys
from citeria_desktop.windows.workspace import Workspace

FIRST_SIZE: Final = (1360, 860)
LEAST_SIZE: Final = (1024, 640)


class MainWindow(QMainWindow):
    """At most one project is open; `workspace` is None on the welcome page."""

    def __init__(self, settings: Settings, theme: Theme, sample_path: Path) -> None:
        super().__init__()
        self._settings = settings
        self._sample_path = sample_path
        self._asked = ""  # why leaving was refused the last time
        self.theme = theme
        self.project: Project | None = None
        self.anew = False  # the program is to be started again, …
        self.anew_with: Path | None = None  # … with this project, or with none
        self.workspace: Workspace | None = None
        self.actions_by_id = build.build(self, self._handlers(), settings.keys())
        self._recent = QMenu(self)
        self._recent.aboutToShow.connect(self._list_recent)
        self._pages = QStackedWidget()
        self.setCentralWidget(self._pages)
        self._speak()
        self._undo_keys = UndoKeys(cast("QApplication", QApplication.instance()), self)
        least = QSize(*LEAST_SIZE)
        if self.devicePixelRatioF() > 1:  # at 200 % a usual screen is smaller than that
            least = least.boundedTo(self.screen().availableSize())
        self.setMinimumSize(least)
        self.resize(*FIRST_SIZE)
        self.restoreGeometry(settings.geometry)
        self.setAcceptDrops(True)
        build.paint(self.actions_by_id, theme)
        self._show_project()

    # -- files ----------------------------------------------------------------------------------------------------

    def open_project(self, path: Path) -> bool:
        """Open a project in the place of the one that is open; on a known error the words appear and that one stays."""
        if not self._may_leave():
            return False
        try:
            project = Project.open(path)
        except KnownError as error:
            self._complain(error_words(error))
            return False
        shown = LongStep(self.tr("Opening {0}…").format(path.name), parent=self)
        try:
            session = Session(project, speech=phrases.speech(), told=shown.advance)
        except KnownError as error:
            project.close()
            if not isinstance(error, StoppedError):
                self._complain(error_words(error))
            return False
        finally:
            shown.hide()
            shown.deleteLater()
        self._leave_project()
        self.project = project
        self._settings.begin_visit(project.path)
        self._enter(session)
        self._settings.remember(project.path)
        self._settings.last = project.path
        self.welcome.say("")
        self._show_project()
        return True

    def open_sample(self) -> None:
        """Open the sample project, made the first time, with every edit since then."""

        def make() -> None:
            from citeria_db import sample

            if not self._sample_path.exists():
                self._sample_path.parent.mkdir(parents=True, exist_ok=True)
                sample.build(self._sample_path)

        if self._try(make):
            self.open_project(self._sample_path)

    def create_project(self, path: Path, template: str = "") -> None:
        """Make a project, blank or from a template, and open it where its structure is built."""
        place = path if path.suffix else path.with_suffix(SUFFIX)

        def make() -> None:
            if template:
                from citeria_db import templates

                templates.build(place, template, place.stem)
            else:
                Project.create(place, title=place.stem).close()

        if self._try(make) and self.open_project(place) and self.workspace is not None:
            self.workspace.go("structure", "areas")

    def save_copy(self, path: Path) -> None:
        """Write the project as it stands to another file."""
        project, place = self.project, path if path.suffix else path.with_suffix(SUFFIX)
        if project is not None and self._try(lambda: project.save_copy(place)):
            self._tell(self.tr("Saved a copy as {0}").format(place.name))

    def close_project(self) -> None:
        """Back to the welcome page."""
        if self._may_leave():
            self._leave_project()
            self._settings.last = None
            self._show_project()

    def ask_new(self) -> None:
        """Ask what the new project begins with, then where it is to be."""
        from citeria_desktop.dialogs.new_project import NewProjectDialog

        def ask_where(template: str) -> None:
            title = self.tr("New project")
            self._ask(title, lambda path: self.create_project(path, template), saving=True, name=f"{title}{SUFFIX}")

        dialog = NewProjectDialog(self)
        dialog.chosen.connect(ask_where)
        dialog.open()

    def ask_open(self) -> None:
        """Ask which project to open."""
        self._ask(self.tr("Open a project"), self.open_project, saving=False)

    def ask_copy(self) -> None:
        """Ask where the copy is to be."""
        self._ask(self.tr("Save a copy"), self.save_copy, saving=True)

    # -- looks ----------------------------------------------------------------------------------------------------

    def set_theme(self, name: str) -> None:
        """Dress the whole application in a theme, and remember it."""
        self.theme = themes.THEMES[name]
        self._settings.theme = name
        themes.apply(cast("QApplication", QApplication.instance()), self.theme)
        build.paint(self.actions_by_id, self.theme)
        self.welcome.set_theme(self.theme)
        if self.workspace is not None:
            self.workspace.set_theme(self.theme)
        self._permit()

    def toggle_theme(self) -> None:
        """Light to dark, dark to light."""
        self.set_theme("light" if self.theme.dark else "dark")

    def set_language(self, code: str) -> None:
        """Speak another language, and remember it: every widget is made anew and goes on where the old one was."""
        if code == spoken() or not self._may_leave():
            return
        self._settings.language = code
        speak(cast("QApplication", QApplication.instance()), code)
        held = self.workspace
        if held is not None:
            view, session, cell = held.view, held.bridge.session, (held.bridge.area, held.bridge.indicator)
            self._leave_workspace()
            session.speak(phrases.speech())
            entered = self._enter(session)
            entered.show_view(view)
            entered.bridge.select(*cell)
        self._speak()
        self._show_project()

    def open_preferences(self) -> None:
        """Show what can be chosen for this computer; each choice holds at once."""
        from citeria_desktop.dialogs.preferences import PreferencesDialog

        dialog = PreferencesDialog(self._settings, self)
        dialog.theme_chosen.connect(self.set_theme)

        def speak_here(code: str) -> None:
            dialog.close()
            self.set_language(code)
            self.open_preferences()

        dialog.language_chosen.connect(speak_here)
        dialog.keys_changed.connect(lambda: build.give_keys(self.actions_by_id, self._settings.keys()))
        dialog.keys_changed.connect(self._permit)
        dialog.anew_wanted.connect(dialog.close)
        dialog.anew_wanted.connect(self._begin_anew)
        dialog.open()

    def _begin_anew(self) -> None:
        """Close, and have whoever runs the program start it again with the project that is open."""
        here = None if self.project is None else self.project.path
        if self.close():
            self.anew = True
            self.anew_with = here

    def open_palette(self) -> None:
        """Find any action by a part of its name."""
        from citeria_desktop.dialogs.palette import PaletteDialog, entries
        from citeria_desktop.windows.clickable import entries_in

        kept = QObject()  # for the actions of what can be clicked, until the palette is gone
        panes = () if self.workspace is None else self.workspace.panes_in_view()
        seen = [entry for title, pane in panes for entry in entries_in(pane, title, kept)]
        dialog = PaletteDialog([*entries(self.actions_by_id), *seen], self.theme, self)
        kept.setParent(dialog)
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a project file, or references."""
        if dropped_project(event) is not None or self._references(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the project that was dropped, or take in the references."""
        path = dropped_project(event)
        if path is not None:
            event.acceptProposedAction()
            self.open_project(path)
        references = self._references(event) if path is None else None
        if references is not None:
            event.acceptProposedAction()
            self._in_workspace(lambda work: import_references(work, references))

    def _references(self, event: QDropEvent) -> Path | None:
        """A file of references that the open project can take in."""
        writable = self.project is not None and not self.project.read_only
        return dropped_references(event) if writable else None

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave everything in order: what was typed stored, file closed, places remembered."""
        if not self._may_leave():
            event.ignore()
            return
        self._settings.geometry = self.saveGeometry()
        self._leave_project()
        self._undo_keys.stop()
        self._settings.save()
        super().closeEvent(event)

    @Slot(object)
    def tell_mistake(self, file: Path) -> None:
        """Say that the program made a mistake, and where it is written."""
        told = self.tr("Citeria made a mistake. What is stored is as it was. Please report it, with the file {file}.")
        self._complain(told.format(file=file))

    # -- inside ----------------------------------------------------------------------------------------------------

    def _speak(self) -> None:
        """Make what stands around the projects in the language of the interface."""
        build.retranslate(self.actions_by_id)
        self._recent.setTitle(self.tr("Recent"))
        build.fill(self.menuBar(), self.actions_by_id, self._recent)
        old = self._pages.widget(0)
        if isinstance(old, WelcomeView):
            self._pages.removeWidget(old)
            old.deleteLater()
        self.welcome = WelcomeView(self.theme, self._settings.recent())
        self.welcome.open_requested.connect(self.open_project)
        self.welcome.sample_requested.connect(self.open_sample)
        self.welcome.new_requested.connect(self.ask_new)
        self.welcome.browse_requested.connect(self.ask_open)
        self.welcome.forget_requested.connect(self._forget)
        self._pages.insertWidget(0, self.welcome)

    def _enter(self, session: Session) -> Workspace:
        """Put a workspace around a session, with the focus on its grid."""
        work = Workspace(SessionBridge(session), self.theme, self.actions_by_id, self._settings)
        work.changed.connect(self._permit)
        work.action_wanted.connect(lambda name: self.actions_by_id[name].trigger())
        self._pages.addWidget(work)
        self._pages.setCurrentWidget(work)
        self.workspace = work
        work.views[work.view].setFocus()
        return work

    def _handlers(self) -> dict[str, Callable[[], object]]:
        return {
            **{view.name: partial(self._show_view, view.name) for view in VIEWS},
            **{name: partial(self._in_workspace, done) for name, done in commands.ANYWHERE.items()},
            **{name: partial(self._in_cells, done) for name, done in commands.IN_CELLS.items()},
            **{name: partial(self.set_theme, name) for name in themes.THEMES},
            **{f"speak_{code}": partial(self.set_language, code) for code in LANGUAGES},
            "new": self.ask_new,
            "open": self.ask_open,
            "sample": self.open_sample,
            "save_copy": self.ask_copy,
            "close": self.close_project,
            "quit": self.close,
            "preferences": self.open_preferences,
            "palette": self.open_palette,
            "toggle_theme": self.toggle_theme,
            "keys": lambda: keyboard_shortcuts(self, self.actions_by_id),
            "about": lambda: about_citeria(self),
        }

    def _show_view(self, name: str) -> None:
        def go(work: Workspace) -> None:
            work.show_view(name)
            work.enter_view()

        self._in_workspace(go)

    def _in_workspace(self, work: commands.Command) -> None:
        if self.workspace is not None:
            work(self.workspace)
            self._permit()

    def _in_cells(self, work: commands.Command) -> None:
        """Work on selected cells, once what is being typed is stored."""
        if self.workspace is not None and self.workspace.grid.settle():
            self._in_workspace(work)

    def _permit(self) -> None:
        """Switch actions on and off, and check those that stand for a state."""
        build.permit(self.actions_by_id, permits.lacking(self.workspace))
        for name, state in permits.checks(self.workspace, self.theme.name, spoken()).items():
            self.actions_by_id[name].setChecked(state)
        if self.workspace is not None:
            self.workspace.top.show_steps(self.workspace.bridge.session)

    def _show_project(self) -> None:
        self.welcome.show_recent(self._settings.recent())
        self._pages.setCurrentWidget(self.workspace or self.welcome)
        title = "" if self.project is None else f"{self.project.title or self.project.path.stem} — "
        self.setWindowTitle(f"{title}Citeria")
        self._permit()

    def _may_leave(self) -> bool:
        """Whether nothing typed would be lost; the second asking in a row is taken as meant."""
        hindrance = "" if self.workspace is None else self.workspace.hindrance()
        asked, self._asked = self._asked, hindrance
        if not hindrance or hindrance == asked:
            return True
        self._complain(lists.sentences((hindrance, self.tr("Closing again leaves it out."))))
        return False

    def _leave_workspace(self) -> None:
        if self.workspace is not None:
            self.workspace.leave()
            self._pages.removeWidget(self.workspace)
            self.workspace.hide()
            self.workspace.deleteLater()
            self.workspace = None

    def _leave_project(self) -> None:
        self._leave_workspace()
        if self.project is not None:
            self.project.close()
            self.project = None

    def _try(self, work: Callable[[], object]) -> bool:
        try:
            work()
        except KnownError as error:
            self._complain(error_words(error))
            return False
        return True

    def _complain(self, words: str) -> None:
        if self.workspace is not None:
            self.workspace.banner.tell(words)
        else:
            self.welcome.say(words)

    def _tell(self, words: str) -> None:
        if self.workspace is not None:
            self.workspace.status.tell(words)

    def _ask(self, title: str, then: Callable[[Path], object], *, saving: bool, name: str = "") -> None:
        near = self.project.path if self.project is not None else None
        ask_file(self, title, near, then, saving=saving, name=name)

    def _forget(self, path: Path) -> None:
        self._settings.forget(path)
        self.welcome.show_recent(self._settings.recent())

    def _list_recent(self) -> None:
        self._recent.clear()
        for path in self._settings.recent():
            action = self._recent.addAction(f"{path.stem}    {path.parent}", partial(self.open_project, path))
            action.setEnabled(path.exists())
        if self._recent.isEmpty():
            self._recent.addAction(self.tr("No project was opened yet")).setEnabled(False)
