"""Weights moved by border, key or number: tried on the present result while they move, one step when they are let go.

Owns the shares of the parts being moved, which parts are locked and who gives what; knows no widget. What the ranking
would be comes from a trial of the session, so nothing is written before the end. Under a scenario nothing is written at
all: the weights become part of what is tried.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from citeria_core import reweigh
from citeria_core.errors import KnownError
from citeria_core.reweigh import Rule, Shares
from citeria_core.scenario import more, without_weights
from citeria_db import operations
from citeria_desktop.language.phrases import error_words
from citeria_desktop.models.typed_weight import shown_share

if TYPE_CHECKING:
    from citeria_core.model import Node
    from citeria_desktop.bridge import SessionBridge
    from citeria_desktop.trial import Trial


@dataclass(frozen=True, slots=True)
class _Move:
    """Siblings being moved: their codes, the shares at the beginning and those now."""

    codes: tuple[str, ...]
    start: Shares
    now: Shares


class Reweighing(QObject):
    """One move at a time, among the parts of one node."""

    previewed = Signal(object)  # Standing, or None: the present ranking stands again
    rule_changed = Signal()

    def __init__(self, bridge: "SessionBridge", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._rule = Rule.PROPORTIONAL
        self._trial: Trial | None = None
        self._move: _Move | None = None
        self._anchor: Shares | None = None  # the shares from which a drag is reckoned
        self._split: dict[tuple[float, ...], Shares] = {}  # weights → their shares, since a frame asks for each part
        self.locked: set[str] = set()
        self.opened: frozenset[str] = frozenset()
        bridge.changed.connect(self._drop)
        bridge.looked.connect(self._drop)

    @property
    def rule(self) -> Rule:
        """Who gives what a part gains."""
        return self._rule

    @rule.setter
    def rule(self, rule: Rule) -> None:
        self._rule = rule
        self.rule_changed.emit()

    @property
    def moving(self) -> bool:
        """Whether weights are shown that the file does not hold yet."""
        return self._move is not None

    def shares(self, parent: str) -> dict[str, Decimal]:
        """The shares of the parts of a node, as they are being moved, tried, or held by the file."""
        siblings = self._siblings(parent)
        codes = tuple(node.code for node in siblings)
        if self._move is not None and self._move.codes == codes:
            return dict(zip(codes, self._move.now, strict=True))
        return dict(zip(codes, self._shares_of(siblings), strict=True))

    def _shares_of(self, siblings: "Sequence[Node]") -> Shares:
        weights = tuple(node.weight for node in siblings)
        if weights not in self._split:
            self._split[weights] = reweigh.shares_of(weights)
        return self._split[weights]

    def toggle_lock(self, code: str) -> None:
        """Lock a part, or unlock it."""
        self.locked ^= {code}

    # -- moving --------------------------------------------------------------------------------------------------------

    def grab(self, code: str) -> None:
        """Begin to drag the border of a part."""
        self._begin(code)
        self._anchor = None if self._move is None else self._move.now

    def drag(self, code: str, gained: float, snap: Decimal) -> None:
        """The part has been dragged to `gained` per cent more than where it was grabbed."""
        if self._move is None or self._anchor is None:
            return
        held = self._anchor[self._move.codes.index(code)]
        wanted = reweigh.snapped(held + Decimal(repr(gained)), snap)
        self._set(code, wanted, self._anchor)

    def step(self, code: str, by: Decimal) -> None:
        """The part gains `by` per cent."""
        self._begin(code)
        if self._move is not None:
            self._set(code, self._move.now[self._move.codes.index(code)] + by, self._move.now)

    def give(self, code: str, share: Decimal) -> None:
        """The part gets this share; one out of its reach is refused, for a typed number is not to become another."""
        self._begin(code)
        if self._move is None:
            return
        least, most = reweigh.reach(self._move.now, self._move.codes.index(code), self._rule, self._locked(self._move))
        if least <= share <= most or shown_share(share) == shown_share(most):
            self._set(code, share, self._move.now)
        else:
            self._bridge.failed.emit(self._out_of_reach(code, least, most))

    def _out_of_reach(self, code: str, least: Decimal, most: Decimal) -> str:
        if least == most:
            told = self.tr("{part} keeps its {share} %: no other part can give or take, for all are locked.")
        elif self._rule is Rule.NEIGHBOUR:
            told = self.tr("{part} can have at most {share} %: only its neighbour gives.")
        else:
            told = self.tr("{part} can have at most {share} %: the rest is locked.")
        name = next(node.name for node in self._nodes() if node.code == code)
        return told.format(part=name, share=shown_share(most))

    def _locked(self, move: _Move) -> set[int]:
        return {place for place, one in enumerate(move.codes) if one in self.locked}

    def keep(self) -> None:
        """Write the weights as one undoable step; nothing where they are what they were."""
        move, self._move, self._anchor = self._move, None, None
        if move is None:
            return
        self._trial = None
        weights = {code: float(share) for code, share in zip(move.codes, move.now, strict=True)}
        if move.now == move.start or not self._take(weights):
            self._end()

    def restore(self) -> None:
        """Back to the weights in the file."""
        if self._move is not None:
            self._end()

    def equalise(self, parent: str) -> None:
        """Give the unlocked parts of a node the same, as one step."""
        shares = self.shares(parent)
        locked = {place for place, code in enumerate(shares) if code in self.locked}
        made = reweigh.equalised(tuple(shares.values()), locked)
        self._write(dict(zip(shares, map(float, made), strict=True)))

    def reset(self, parent: str) -> None:
        """Give the parts of a node the weights that they came with, as one step; under a scenario those of the data."""
        index, tried = self._bridge.session.index, self._bridge.session.looks.scenario
        if tried is not None:
            self.restore()
            self._bridge.look(without_weights(tried, [node.code for node in self._siblings(parent)]))
        elif index is not None:
            first = self._bridge.session.project.indices.first_weights(index.code)
            self._write({node.code: first[node.code] for node in self._siblings(parent)})

    def _write(self, weights: Mapping[str, float]) -> None:
        self.restore()
        self._take(weights)

    def _take(self, weights: Mapping[str, float]) -> bool:
        """Write weights as one step, or under a scenario try them; False where that was refused."""
        session = self._bridge.session
        if session.looks.scenario is not None:
            return self._bridge.look(more(session.looks.scenario, weights))
        return session.index is not None and (
            self._bridge.run(operations.set_weights, session.index.code, weights) is not None
        )

    def _begin(self, code: str) -> None:
        node = next((one for one in self._nodes() if one.code == code), None)
        if node is None or node.parent is None or code in self.locked:
            return
        siblings = self._siblings(node.parent)
        codes = tuple(one.code for one in siblings)
        if self._move is not None and self._move.codes == codes:
            return
        self.keep()
        self._trial = self._bridge.session.trial()
        if self._trial is not None:
            start = self._shares_of(siblings)
            self._move = _Move(codes, start, start)

    def _set(self, code: str, wanted: Decimal, base: Shares) -> None:
        move, trial = self._move, self._trial
        if move is None or trial is None:
            return
        now = reweigh.set_share(base, move.codes.index(code), wanted, self._rule, self._locked(move))
        if now == move.now:
            return
        try:
            shown = trial.weigh({code: float(share) for code, share in zip(move.codes, now, strict=True)}, self.opened)
        except KnownError as error:  # a mean over a number it cannot take
            self._bridge.failed.emit(error_words(error))
            return
        self._move = _Move(move.codes, move.start, now)
        self.previewed.emit(shown)

    def _end(self) -> None:
        self._move, self._anchor, self._trial = None, None, None
        self.previewed.emit(None)

    def _drop(self) -> None:
        """Somebody changed something: what was being tried no longer stands on what is there."""
        self._move, self._anchor, self._trial = None, None, None
        self._split = {}

    def _nodes(self) -> "tuple[Node, ...]":
        """The nodes of the index in view, with the weights that a scenario tries."""
        index, scenario = self._bridge.session.index, self._bridge.session.looks.scenario
        if index is None:
            return ()
        if scenario is None or not scenario.weights:
            return index.nodes
        return tuple(replace(node, weight=scenario.weights.get(node.code, node.weight)) for node in index.nodes)

    def _siblings(self, parent: str) -> "list[Node]":
        return [node for node in self._nodes() if node.parent == parent]
