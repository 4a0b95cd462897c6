"""The tree of an index scored for a block of runs that share one recipe: weights and left-out parts differ by run.

What is alike in all runs is computed once, by the very functions of the engine; means whose weights differ go up as
runs × areas; what has no form for many runs goes run by run through `aggregate`.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from citeria_core import means_many, weights
from citeria_core.aggregate import WEIGHTLESS, NotPositiveError, aggregate
from citeria_core.dataset import Column
from citeria_core.factors import Draws
from citeria_core.means_many import Runs
from citeria_core.recipe import Aggregate
from citeria_core.tree import Tree


class BlockError(Exception):
    """One run of a block that cannot be computed; never leaves the evaluation of runs."""

    def __init__(self, place: int, node: str, part: str, cause: NotPositiveError) -> None:
        super().__init__(place)
        self.place = place  # of the run in the block
        self.node = node
        self.part = part
        self.cause = cause


class Block:
    """One block: the normalised `columns` and weights `given` to all its runs, and the `runs` of `draws` it holds."""

    def __init__(
        self,
        tree: Tree,
        plan: Mapping[str, Aggregate],
        columns: Mapping[str, Column],
        given: Mapping[str, float],
        draws: Draws,
        runs: NDArray[np.intp],
    ) -> None:
        self._tree = tree
        self._plan = plan
        self._values = dict(columns)
        self._given = given
        self._draws = draws
        self._runs = runs

    def scores(self) -> Column:
        """The score of the index, runs × areas (or areas, where it is alike in all runs); raises `BlockError`."""
        for node in self._tree.aggregates:
            self._values[node] = self._node(node)
        return self._values[self._tree.root]

    def _node(self, node: str) -> Column:
        codes, how = self._tree.children[node], self._plan[node]
        parts = [self._values[code] for code in codes]
        # Dropping means weight 0, and where weights are unused, leaving out: as in removing elements.
        gone = [self._gone(code) for code in codes]
        unweighted = how.method in WEIGHTLESS or not how.weighted
        relative = self._weights(codes, how, [None] * len(codes) if unweighted else gone)
        without = gone if unweighted else [None] * len(codes)
        alike = all(part.ndim == 1 for part in parts) and all(runs is None for runs in gone)
        if relative.ndim == 1 and alike:
            return self._one(node, 0, parts, relative.tolist())
        every = np.broadcast_to(relative, (len(self._runs), len(codes)))
        if how.method in means_many.FORWARD:
            many = means_many.mean(parts, every, how, without)
            if many is not None:
                return many
        return np.array(
            [
                self._one(
                    node,
                    run,
                    [part if part.ndim == 1 else part[run] for part in parts],
                    every[run].tolist(),
                    [place for place, runs in enumerate(without) if runs is None or not runs[run]],
                )
                for run in range(len(self._runs))
            ]
        )

    def _gone(self, code: str) -> Runs:
        """The runs that go without a part; None where none does."""
        if code not in self._draws.dropped:
            return None
        runs = self._draws.dropped[code][self._runs]
        return runs if runs.any() else None

    def _weights(self, codes: Sequence[str], how: Aggregate, gone: Sequence[Runs]) -> Column:
        """The relative weights of the parts, (parts,) where alike in all runs, else runs × parts."""
        base = np.array([self._given[code] if how.weighted else 1.0 for code in codes], dtype=np.float64)
        noisy = how.weighted and any(code in self._draws.multipliers for code in codes)
        if not noisy and all(runs is None for runs in gone):
            return base
        relative = np.tile(base, (len(self._runs), 1))
        for place, code in enumerate(codes):
            if noisy and code in self._draws.multipliers:
                relative[:, place] *= self._draws.multipliers[code][self._runs]
            dropped = gone[place]
            if dropped is not None:
                relative[dropped, place] = 0.0
        return relative

    def _one(
        self,
        node: str,
        run: int,
        parts: Sequence[Column],
        relative: Sequence[float],
        kept: Sequence[int] | None = None,
    ) -> Column:
        """The score of a node in one run, as the engine computes it."""
        chosen = range(len(parts)) if kept is None else kept
        shares = weights.rescaled([relative[place] for place in chosen])
        if not any(shares):
            return np.full(parts[0].shape, np.nan)
        try:
            scores = aggregate([parts[place] for place in chosen], shares, self._plan[node])
        except NotPositiveError as error:
            part = self._tree.children[node][chosen[error.place]]
            raise BlockError(run, node, part, error) from error
        return np.where(np.isinf(scores), np.nan, scores)
