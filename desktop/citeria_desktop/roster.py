"""What the project lists: areas, indicators, groupings, indices and sources, read once until a step touches them."""

from functools import cached_property
from typing import Final

from citeria_core.model import Area, Grouping, Index, Indicator, Source
from citeria_db.changes import Changes
from citeria_db.store import Project

# nothing that is listed hangs on them
_VALUES: Final = frozenset({"observation", "observation_flag", "citation", "verdict"})


class Roster:
    """The lists of a project as the file has them, as long as every change of the file is told to `follow`."""

    def __init__(self, project: Project) -> None:
        self._project = project

    @cached_property
    def areas(self) -> tuple[Area, ...]:
        """Every area, in the order of the project."""
        return self._project.areas.all()

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        """Every indicator, in the order of the project."""
        return self._project.indicators.all()

    @cached_property
    def groupings(self) -> tuple[Grouping, ...]:
        """The groupings that people gave."""
        return self._project.groupings.all()

    @cached_property
    def indices(self) -> tuple[Index, ...]:
        """Every index, in the order of the project."""
        return self._project.indices.all()

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """Every source, by key."""
        return self._project.sources.all()

    def follow(self, changes: Changes | None) -> None:
        """Take note of a step, or (None) that anything may have changed."""
        if changes is not None and changes.tables <= _VALUES:
            return
        for name in ("areas", "indicators", "groupings", "indices", "sources"):
            self.__dict__.pop(name, None)
