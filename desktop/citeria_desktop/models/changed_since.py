"""Which cells of the project differ from how they stood after a step that somebody chose to look back to."""

from citeria_core.readings import Cell
from citeria_db.changes import Changes
from citeria_db.history import comparing
from citeria_db.store import Project


class ChangedSince:
    """`step` is the number of the step, 0 as the project was made, None while nobody looks back."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self.step: int | None = None
        self.cells: set[Cell] = set()

    def look_back(self, step: int | None) -> None:
        """Compare with how the cells stood after a step; None compares with nothing."""
        self.step = step
        self.cells = set() if step is None else set(comparing.cells_changed(self._project, step))

    def follow(self, changes: Changes) -> bool:
        """Take in what a step changed, where one is looked back to; what it undid may stand as it did before."""
        if self.step is None:
            return False
        if changes.step is None or changes.step.undoes is not None:
            self.look_back(self.step)
        else:
            self.cells |= changes.cells
        return True
