"""What somebody chose to see of the ranking: parts opened, arrangement, look of the bars; as a value and as JSON.

Owns what is chosen and what it makes of a standing; draws nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from citeria_core import beside
from citeria_core.arrange import EVERYTHING, RANK, Arranged, Arrangement, Criterion, Span, arrange, mean_row
from citeria_desktop.models.ranking_model import Column
from citeria_desktop.painting.alignments import Alignment, Look
from citeria_desktop.painting.part_colours import Tone

if TYPE_CHECKING:
    from citeria_core.model import Grouping, Index, Node
    from citeria_core.ranking import Standing

KEYS = {
    Column.RANK: RANK,
    Column.CHANGE: "change",
    Column.AREA: "name",
    Column.SCORE: "score",
    Column.COVERAGE: "coverage",
    Column.PUBLISHED: "published",
    Column.INTERVAL: beside.WIDTH,
    Column.PATH: beside.GAINED,
}
_FALLING = (
    "score",
    "coverage",
    "change",
    "part:",
    beside.WIDTH,
    beside.GAINED,
)  # what is best read from the largest down
_TYPED = frozenset({"text", "score", "coverage", "ranges", "top"})
MEAN = "mean"
_AREA, _GROUP = "area:", "group:"


class RankingLooks:
    """The choices of one ranking view."""

    def __init__(self) -> None:
        self.arrangement = EVERYTHING
        self.opened: frozenset[str] = frozenset()
        self.alignment = Alignment.STACKED
        self.chosen = ""  # the part of the base line, or what bars are compared with
        self.earlier: list[Arrangement] = []  # how rows were arranged before, the latest last
        self._changed: frozenset[str] = frozenset()

    def arranged(
        self,
        standing: "Standing",
        groupings: "Sequence[Grouping]",
        aliases: "Mapping[str, str]",
        ties: str,
        measures: beside.Measures,
    ) -> Arranged:
        """The rows as they are to be read."""
        return arrange(standing, self.arrangement, groupings, aliases, ties, measures)

    @property
    def measured(self) -> bool:
        """Whether the order hangs on what stands beside the ranks: an interval, a path."""
        return any(one.key in beside.KEYS for one in self.arrangement.sort)

    def look(self, standing: "Standing", groupings: "Sequence[Grouping]", area: str) -> Look:
        """How the bars are laid; what was chosen and is no longer there gives way to the first, or to the mean."""
        codes = [part.code for part in standing.parts]
        if self.alignment is Alignment.BASELINE:
            return Look(self.alignment, codes.index(self.chosen) if self.chosen in codes else 0)
        if self.alignment is not Alignment.DIFFERENCE:
            return Look(self.alignment)
        if self.chosen.startswith(_AREA):
            code = self.chosen.removeprefix(_AREA) or area
            held = next((row.parts for row in standing.rows if row.area == code and row.label), None)
            if held is not None:
                return Look(self.alignment, against=held)
        members = self._members(groupings)
        rows = [row for row in standing.rows if row.label and (not members or row.area in members)]
        return Look(self.alignment, against=mean_row(rows, "", len(codes)).parts)

    def _members(self, groupings: "Sequence[Grouping]") -> frozenset[str]:
        if not self.chosen.startswith(_GROUP):
            return frozenset()
        grouping, _, group = self.chosen.removeprefix(_GROUP).partition("/")
        for one in groupings:
            if one.code == grouping:
                return frozenset(area for held in one.groups if held.code == group for area in held.members)
        return frozenset()

    def take(self, how: Arrangement) -> None:
        """Arrange the rows otherwise; `take_back` undoes it. What is typed on in one field is one change."""
        changed = frozenset(
            one.name for one in fields(how) if getattr(how, one.name) != getattr(self.arrangement, one.name)
        )
        emptied = any(getattr(how, name) == getattr(EVERYTHING, name) for name in changed)
        if not self.earlier or emptied or changed != self._changed or not changed <= _TYPED:
            self.earlier.append(self.arrangement)
        self.arrangement, self._changed = how, changed

    def take_back(self) -> None:
        """Arrange the rows as before the last change."""
        if self.earlier:
            self.arrangement, self._changed = self.earlier.pop(), frozenset()

    def sort_by(self, key: str, *, also: bool) -> None:
        """Sort by a column, the other way round where it is sorted by it; `also` keeps the columns before it."""
        held = list(self.arrangement.sort)
        there = next((one for one in held if one.key == key), None)
        made = Criterion(key, not there.falling if there else key.startswith(_FALLING))
        if not also:
            held = [made]
        elif there is not None:
            held = [made if one.key == key else one for one in held]
        else:
            held = [*(one for one in held if one != Criterion(RANK)), made]
        self.take(replace(self.arrangement, sort=tuple(held)))

    def arrows(self) -> dict[str, str]:
        """The arrow behind the name of each column (its number) or part (its code) that is sorted by."""
        if self.arrangement.sort == EVERYTHING.sort:
            return {}
        columns = {key: str(int(column)) for column, key in KEYS.items()}
        columns[beside.BEST] = columns[beside.WIDTH]
        several = len(self.arrangement.sort) > 1
        return {
            columns.get(one.key, one.key.removeprefix("part:")): f" {'↓' if one.falling else '↑'}"
            + (str(number) if several else "")
            for number, one in enumerate(self.arrangement.sort, 1)
        }

    # -- kept ----------------------------------------------------------------------------------------------------------

    def state(self) -> dict[str, object]:
        """As JSON can hold it."""
        how = self.arrangement
        return {
            "text": how.text,
            "grouping": how.grouping,
            "within": sorted(how.within),
            "score": [how.score.low, how.score.high],
            "coverage": [how.coverage.low, how.coverage.high],
            "ranges": [[key, span.low, span.high] for key, span in how.ranges],
            "flags": [how.incomplete, how.unranked, how.grouped, how.recount, how.by_mean],
            "folded": sorted(how.folded),
            "top": how.top,
            "sort": [[one.key, one.falling] for one in how.sort],
            "opened": sorted(self.opened),
            "alignment": self.alignment.value,
            "chosen": self.chosen,
        }

    def restore(self, state: Mapping[str, object]) -> None:
        """Back from JSON; what a hand has spoilt leaves all as it is."""
        given: Mapping[str, Any] = state  # whatever a file holds
        try:
            flags = [bool(flag) for flag in given["flags"]]
            arrangement = Arrangement(
                text=str(given["text"]),
                grouping=str(given["grouping"]),
                within=frozenset(map(str, given["within"])),
                score=_span(given["score"]),
                coverage=_span(given["coverage"]),
                incomplete=flags[0],
                unranked=flags[1],
                grouped=flags[2],
                recount=flags[3],
                by_mean=any(flags[4:5]),
                folded=frozenset(map(str, given.get("folded", ()))),
                ranges=tuple((str(key), _span(ends)) for key, *ends in given.get("ranges", ())),
                top=int(str(given["top"])) if given["top"] else None,
                sort=tuple(Criterion(str(key), bool(falling)) for key, falling in given["sort"]),
            )
            alignment = Alignment(str(given["alignment"]))
            opened = frozenset(map(str, given["opened"]))
            chosen = str(given["chosen"])
        except (KeyError, ValueError, TypeError, IndexError):
            return
        self.arrangement, self.opened, self.alignment, self.chosen = arrangement, opened, alignment, chosen


def _span(ends: object) -> Span:
    if not isinstance(ends, list | tuple) or len(ends) != 2:
        raise ValueError(ends)
    low, high = (None if end is None else float(end) for end in ends)
    return Span(low, high)


def tones(index: "Index", parts: "Sequence[Node]") -> list[Tone]:
    """What colour each part in view has: that of the part of the index it belongs to, in shades."""
    by_code = {node.code: node for node in index.nodes}
    roots = [node.code for node in index.parts()]
    counts: dict[int, int] = {}
    found = []
    for part in parts:
        node = by_code[part.code]
        nested = node.code not in roots
        while node.code not in roots and node.parent is not None:
            node = by_code[node.parent]
        position = roots.index(node.code) if node.code in roots else 0
        found.append((position, counts.get(position, 0) if nested else 0))
        counts[position] = counts.get(position, 0) + 1
    return found


def references(standing: "Standing", groupings: "Sequence[Grouping]", area: str) -> list[tuple[str, str]]:
    """What bars can be compared with: the selected area, the mean of all, the mean of each group."""
    translate = QCoreApplication.translate
    held = next((row for row in standing.rows if row.area == area and row.label), None)
    found = [] if held is None else [(f"{_AREA}{held.area}", held.name)]
    found.append((MEAN, translate("Ranking", "Mean of all areas")))
    for grouping in groupings:
        for group in grouping.groups:
            name = translate("Ranking", "Mean of {group} ({grouping})").format(group=group.name, grouping=grouping.name)
            found.append((f"{_GROUP}{grouping.code}/{group.code}", name))
    return found
