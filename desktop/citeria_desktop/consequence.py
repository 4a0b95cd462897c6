"""What came of a step, in words: who moved, what moved them most, or why nobody did."""

from typing import Final

from citeria_core import ranking
from citeria_core.explain import parts
from citeria_core.model import Index
from citeria_core.result import Result
from citeria_db.changes import Changes
from citeria_desktop.live_index import VALUE_TABLES, LiveIndex
from citeria_desktop.speech import Speech

_RANKED_TABLES: Final = frozenset({"observation", "node", "index_area", "composite_index"})  # what can move a rank


class Consequence:
    """Tells what `live` says since the step before, in the words of `speech`."""

    def __init__(self, live: LiveIndex, speech: Speech) -> None:
        self._live = live
        self._speech = speech

    def tr(self, text: str) -> str:
        """`text` in the words of whoever opened the session."""
        return self._speech.translate("Consequence", text)

    def told(self, changes: Changes, before: Result | None, moves: tuple[ranking.Move, ...]) -> str:
        """The sentence for the status line; "" where nothing of the kind could move a rank."""
        live = self._live
        if live.index is None or live.result is None:
            return self.problem
        edited = {area for area, _ in changes.cells}
        ordered = sorted(moves, key=lambda move: move.area not in edited)
        if ordered and before is not None:
            return self.spell(tuple(ordered)) + _reason(live.index, before, live.result, ordered[0].area)
        if not changes.tables & _RANKED_TABLES:
            return ""
        if changes.tables <= VALUE_TABLES and not any(cell in live.readings for cell in changes.cells):
            return self.tr("{0} does not use it").format(live.index.code)
        if before is None:  # what stood in the way of a ranking is gone
            return self.tr("{0} is ranked now").format(live.index.code)
        return self.tr("No rank changed")

    @property
    def problem(self) -> str:
        """Why there is no result, or ""."""
        if self._live.index is None:
            return self.tr("This project has no index yet.")
        return self._speech.say(self._live.problem)

    def spell(self, moves: tuple[ranking.Move, ...], most: int = 3) -> str:
        """Moves in words: "Wuhan 7 → 6, Nanjing 6 → 7 and 2 more"; an area without a rank is shown as "–"."""
        told = self.tr(", ").join(
            f"{move.name} {move.before_label or '–'} → {move.after_label or '–'}" for move in moves[:most]
        )
        return told if len(moves) <= most else self.tr("{0} and {1} more").format(told, len(moves) - most)


def _reason(index: Index, before: Result, after: Result, area: str) -> str:
    """The part of the index that moved the area most, as in " (Enterprise +1.2)"."""
    if before.areas != after.areas:
        return ""
    row = after.areas.index(area)
    then, now = parts(before), parts(after)
    if then.codes != now.codes:
        return ""
    shifts = [float(shift) for shift in now.values[row] - then.values[row]]
    shift, code = max(zip(shifts, now.codes, strict=True), key=lambda pair: (pair[0] == pair[0], abs(pair[0])))
    name = next(node.name for node in index.nodes if node.code == code)
    told = f"{shift:+.1f}".replace("-", "−")
    return f" ({name} {told})" if abs(shift) >= 0.05 else ""
