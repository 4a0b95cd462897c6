"""Which rankings of the index in view can stand side by side: published ones, its snapshots, scenarios, and now.

Reads the session and makes `core.lanes` of it; draws nothing.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from citeria_core import scenario as trying
from citeria_core.errors import KnownError
from citeria_core.lanes import Lanes, Ranked
from citeria_core.ranking import ranks_of
from citeria_core.result import Result
from citeria_desktop.session import Session

if TYPE_CHECKING:
    from citeria_core.why import Why

NOW: Final = "now"
PUBLISHED: Final = "published"
SNAPSHOT: Final = "snapshot"
SCENARIO: Final = "scenario"
_LEAST: Final = 2  # areas that a published list must share with the index to be worth a line
_FEW: Final = 3  # snapshots that are shown unasked

Key = str  # "now", "snapshot:Base", …


@dataclass(frozen=True, slots=True)
class Offer:
    """A ranking that can be shown: what it is (now, published, snapshot, scenario), its name, and when or whose."""

    kind: str
    name: str
    note: str = ""
    code: str = ""

    @property
    def key(self) -> Key:
        """What it is called in a kept choice."""
        return self.kind if self.kind == NOW else f"{self.kind}:{self.code or self.name}"


class SideBySide:
    """The rankings on offer, from the oldest to what is tried: published, snapshots, now, scenarios."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def offers(self) -> tuple[Offer, ...]:
        """Every ranking that can be shown."""
        index = self._session.index
        if index is None or self._session.result is None:
            return ()
        project, areas = self._session.project, set(index.areas)
        published = [
            Offer(PUBLISHED, held.index, held.name if held.index != held.name else "", held.code)
            for held in project.published.all()
            if len(areas & {entry.area for entry in held.ranks}) >= _LEAST
        ]
        published.sort(key=lambda offer: offer.code != index.published)
        snapshots = [Offer(SNAPSHOT, held.name, held.taken[:10]) for held in project.snapshots.of(index.code)]
        scenarios = [Offer(SCENARIO, held.name) for held in project.scenarios.of(index.code)]
        return (*published, *snapshots, Offer(NOW, ""), *scenarios)

    def usual(self) -> tuple[Key, ...]:
        """What is shown before somebody chooses: the index's own published ranking, the latest snapshots, now."""
        index = self._session.index
        offers = self.offers()
        chosen = [offer for offer in offers if index is not None and offer.code and offer.code == index.published]
        chosen += [offer for offer in offers if offer.kind == SNAPSHOT][-_FEW:]
        chosen += [offer for offer in offers if offer.kind == NOW]
        scenario = self._session.looks.scenario
        chosen += [offer for offer in offers if offer.kind == SCENARIO and scenario and offer.name == scenario.name]
        return tuple(offer.key for offer in chosen)

    def lanes(self, keys: Iterable[Key], now: str) -> Lanes:
        """The rankings of these keys, in the order of `offers`; `now` is how the present one is called."""
        result = self._session.result
        if result is None:
            return Lanes((), ())
        wanted = set(keys)
        held = [self._ranked(offer, result, now) for offer in self.offers() if offer.key in wanted]
        return Lanes(tuple(one for one in held if one is not None), tuple(dict.fromkeys(result.dataset.areas)))

    def _ranked(self, offer: Offer, result: Result, now: str) -> Ranked | None:
        project, index = self._session.project, self._session.index
        assert index is not None
        if offer.kind == NOW:
            return Ranked(now, _by_area(result))
        if offer.kind == PUBLISHED:
            ranks = {entry.area: float(entry.rank) for entry in project.published.get(offer.code).ranks}
            return Ranked(offer.name, ranks, offer.note)
        if offer.kind == SNAPSHOT:
            kept = self._session.looks.kept(index.code, offer.name).ranks
            return Ranked(offer.name, {area: rank for (area, _), rank in kept.items()}, offer.note)
        try:
            applied = trying.apply(result, project.scenarios.get(index.code, offer.name))
        except KnownError:  # the data have changed under it; the ranking's own choice says why
            return None
        return Ranked(offer.name, _by_area(applied.result), offer.note)

    def why(self, before: Key, after: Key, area: str) -> "Callable[[], Why] | None":
        """The work of telling why `area` stands elsewhere in the second; None where a published ranking is one."""
        first, second = self._source(before), self._source(after)
        if first is None or second is None:
            return None

        def work() -> "Why":
            from citeria_core.why import why

            return why(first(), second(), area)

        return work

    def _source(self, key: Key) -> Callable[[], Result] | None:
        """What gives the result behind a ranking, on any thread."""
        session, index = self._session, self._session.index
        offer = next((one for one in self.offers() if one.key == key), None)
        result = session.result
        if offer is None or offer.kind == PUBLISHED or index is None or result is None:
            return None
        if offer.kind == NOW:
            return lambda: result
        if offer.kind == SNAPSHOT:
            kept = session.looks.kept(index.code, offer.name)
            return lambda: kept.result
        scenario = session.project.scenarios.get(index.code, offer.name)
        return lambda: trying.apply(result, scenario).result


def _by_area(result: Result) -> dict[str, float]:
    return {area: rank for (area, _), rank in ranks_of(result).items()}
