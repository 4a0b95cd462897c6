"""The session as Qt sees it: one object whose signals every view listens to.

Views read `bridge.session`, ask for changes through `bridge.run`, and hear of everybody's changes through `changed`.
A known error never reaches Qt's event loop: it becomes `failed`, and the window shows its words.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from PySide6.QtCore import QObject, Signal

from citeria_core.errors import KnownError
from citeria_core.recipe import Recipe
from citeria_core.scenario import Scenario, more
from citeria_db import index_operations
from citeria_db.changes import Changes
from citeria_db.history.replay import Told, nobody
from citeria_db.store import Project
from citeria_desktop.jobs import JobBoard
from citeria_desktop.language.phrases import error_words
from citeria_desktop.session import Outcome, Session

if TYPE_CHECKING:
    from citeria_core.study import Study

_Arguments = ParamSpec("_Arguments")


class SessionBridge(QObject):
    """Signals around one `Session`, and the one selection that all views share."""

    changed = Signal(object)  # Outcome: something was written, or another index or file is in view
    failed = Signal(str)  # the words of a known error
    selected = Signal(str, str)  # area code, indicator code ("" = none)
    studied = Signal()  # `study` is another one
    looked = Signal()  # the ranking is looked at under another scenario, or measured against another ranking

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.area = ""
        self.indicator = ""
        self.study: Study | None = None  # the newest of any view; the next one goes on from its labels and colours
        self.jobs = JobBoard(self)
        self._unsubscribe = session.subscribe(self.changed.emit)

    def share_study(self, study: "Study") -> None:
        """Let all views have the clusters that one of them has had found."""
        self.study = study
        self.studied.emit()

    def run(
        self,
        operation: Callable[Concatenate[Project, _Arguments], Changes],
        *args: _Arguments.args,
        **kwargs: _Arguments.kwargs,
    ) -> Outcome | None:
        """Carry out one operation; None when a known error stopped it (told through `failed`)."""
        return self.attempt(lambda: self.session.run(operation, *args, **kwargs))

    def undo(self, told: Told = nobody) -> Outcome | None:
        """Undo the last step; `told` hears how far it is, as for `Project.undo`."""
        return self.attempt(lambda: self.session.undo(told))

    def redo(self, told: Told = nobody) -> Outcome | None:
        """Redo the step undone last; `told` as for `undo`."""
        return self.attempt(lambda: self.session.redo(told))

    def choose_index(self, code: str) -> Outcome | None:
        """Look through another index."""
        return self.attempt(lambda: self.session.choose_index(code))

    def look(self, scenario: Scenario | None) -> bool:
        """Show the ranking under a scenario, or (None) that of the data; False where it cannot be shown."""
        return self._look(lambda: self.session.look(scenario))

    def follow(self, recipe: Recipe) -> bool:
        """Compute the index in view by another recipe, one step; under a scenario the recipe is tried."""
        scenario, index = self.session.looks.scenario, self.session.index
        if scenario is not None:
            return self.look(more(scenario, recipe=recipe.to_toml()))
        return index is not None and self.run(index_operations.set_recipe, index.code, recipe) is not None

    def measure(self, snapshot: str, scenario: str = "") -> bool:
        """Count changes of rank against a snapshot or a scenario, or (neither) the last step."""
        return self._look(lambda: self.session.measure(snapshot, scenario))

    def _look(self, work: Callable[[], None]) -> bool:
        try:
            work()
        except KnownError as error:
            self.failed.emit(error_words(error))
            return False
        self.looked.emit()
        return True

    def attempt(self, work: Callable[[], Outcome]) -> Outcome | None:
        """Do `work`, turning a known error into words."""
        try:
            return work()
        except KnownError as error:
            self.failed.emit(error_words(error))
            return None

    def select(self, area: str, indicator: str = "") -> None:
        """Make an area, or one of its cells, the selection of every view."""
        if (area, indicator) != (self.area, self.indicator):
            self.area, self.indicator = area, indicator
            self.selected.emit(area, indicator)

    def close(self) -> None:
        """Stop listening to the session, and whatever is computed for it."""
        self._unsubscribe()
        self.jobs.close()
