"""What there is to say about the sources of a library beside what they are: uncited, due, twice here, changed copies.

Gathered in two halves: what the project file answers at once, and what takes a look at the disk or a comparison of all
with all, which is a pure function of values for another thread.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType

from citeria_core.archived import ArchivedCopy, CopyState, Revision
from citeria_core.model import Source
from citeria_core.source_identity import Duplicates, Found, Pair, find
from citeria_db.archive.copies import state_of_link
from citeria_db.source_rows import STALE_DAYS, Due
from citeria_db.store import Project

_NO_STATES: Mapping[str, CopyState] = MappingProxyType({})
_NOTHING_FOUND = Found((), ())


@dataclass(frozen=True, slots=True)
class Standing:
    """What the project says of its sources, by key, and what a look around found, once it is back."""

    sources: tuple[Source, ...] = ()
    due: tuple[Due, ...] = ()
    stale: tuple[Due, ...] = ()
    copies: tuple[ArchivedCopy, ...] = ()
    revisions: tuple[Revision, ...] = ()
    found: Found = _NOTHING_FOUND
    links: Mapping[str, CopyState] = field(default_factory=lambda: _NO_STATES)  # of linked copies, by id

    @property
    def uncited(self) -> tuple[str, ...]:
        """Sources that no value cites."""
        return tuple(source.key for source in self.sources if not source.cited)

    @property
    def twice(self) -> tuple[str, ...]:
        """Sources that stand here twice, or almost, each beside its like."""
        sets = [group.keys for group in self.found.groups] + [(one.first, one.second) for one in self.found.warnings]
        return tuple(dict.fromkeys(key for keys in sets for key in keys))

    @property
    def copied(self) -> tuple[str, ...]:
        """Sources with an archived copy."""
        return tuple(dict.fromkeys(copy.source for copy in self.copies))

    @property
    def changed(self) -> tuple[str, ...]:
        """Sources that were revised in place, or whose linked file changed or went."""
        revised = [revision.later.source for revision in self.revisions]
        gone = [copy.source for copy in self.copies if self.state(copy) in (CopyState.CHANGED, CopyState.MISSING)]
        return tuple(dict.fromkeys([*revised, *gone]))

    def state(self, copy: ArchivedCopy) -> CopyState:
        """How a copy stands, as far as it has been looked at."""
        return self.links.get(copy.id, CopyState.LINKED if copy.link else CopyState.HELD)

    def group_of(self, key: str) -> Duplicates | None:
        """The set of duplicates that a source belongs to."""
        return next((group for group in self.found.groups if key in group.keys), None)

    def near(self, key: str) -> tuple[Pair, ...]:
        """The pairs in which a source has almost the address of another."""
        return tuple(pair for pair in self.found.warnings if key in (pair.first, pair.second))


def standing(project: Project, on: date) -> Standing:
    """What the project file says on the day `on`."""
    sources = project.sources.all()
    return Standing(
        sources,
        project.sources.due(on, sources),
        project.sources.stale(on, STALE_DAYS, sources),
        project.copies.all(),
        project.copies.revisions(),
    )


def look_around(
    project: Project, sources: Sequence[Source], copies: Sequence[ArchivedCopy]
) -> Callable[[], tuple[Found, Mapping[str, CopyState]]]:
    """The work of comparing all sources and looking at all linked files, over values only: any thread may do it."""
    places: list[tuple[ArchivedCopy, Path]] = [(copy, project.copies.place(copy)) for copy in copies if copy.link]
    held = tuple(sources)

    def work() -> tuple[Found, Mapping[str, CopyState]]:
        return find(held), {copy.id: state_of_link(copy, place) for copy, place in places}

    return work
