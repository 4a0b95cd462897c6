"""Other weights and methods tried on the ranking in view, without a word of it in the file."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from citeria_core import ranking
from citeria_core.engine import Engine, Result
from citeria_core.recipe import Recipe


class Trial:
    """What the ranking would be: a result with something else tried, computed on an engine of its own.

    `former` is what changes of rank are counted against.
    """

    def __init__(
        self,
        result: Result,
        names: Mapping[str, str],
        published: Mapping[str, str],
        former: Result | Mapping[ranking.Key, float] | None,
    ) -> None:
        self._former = former
        self._engine = Engine.resumed(result)
        self._names = names
        self._published = published

    @property
    def result(self) -> Result:
        """What was tried last."""
        return self._engine.result

    def weigh(self, weights: Mapping[str, float], opened: AbstractSet[str] = frozenset()) -> ranking.Standing:
        """The ranking with these weights; those tried before stay unless they are named. Raises as the engine does."""
        return self._stand(self._engine.set_weights(weights), opened)

    def follow(self, recipe: Recipe, opened: AbstractSet[str] = frozenset()) -> ranking.Standing:
        """The ranking by another recipe. Raises as the engine does."""
        return self._stand(self._engine.set_recipe(recipe), opened)

    def _stand(self, result: Result, opened: AbstractSet[str]) -> ranking.Standing:
        return ranking.standing(result, self._names, self._published, self._former, opened)
