"""A key of the recipe by its path, as factors name it: `normalise.method`, `aggregate.level.2.method`,
`indicator.CODE.treat.method`, `node.CODE.aggregate.power`. Checks a value for the key and sets it in a new Recipe.
"""

from dataclasses import dataclass, replace
from typing import Any

from citeria_core.notebook import BadRecipeError
from citeria_core.recipe import Recipe
from citeria_core.recipe_rules import RULES, Rule, Wrong
from citeria_core.spelling import suggestion

PER_INDICATOR = ("treat", "normalise", "impute", "denominate")


@dataclass(frozen=True, slots=True)
class RecipePath:
    """Where a key stands: in a section, perhaps as the override of a level, an indicator or a node (`owner`)."""

    text: str
    section: str
    key: str
    kind: str = ""  # "" | level | indicator | node
    owner: str = ""

    @classmethod
    def of(cls, text: str) -> "RecipePath":
        """The place that `text` names; raises `BadRecipeError` where the recipe has no such key."""
        first, *rest = text.split(".")
        if first == "aggregate" and len(rest) == 3 and rest[0] == "level" and rest[1].isdecimal():
            place = cls(text, "aggregate", rest[2], "level", rest[1])
        elif first in ("indicator", "node") and len(rest) >= 3:
            place = cls(text, rest[-2], rest[-1], first, ".".join(rest[:-2]))
        else:
            place = cls(text, first, ".".join(rest))
        allowed = {"indicator": PER_INDICATOR, "node": ("aggregate",)}.get(place.kind, tuple(RULES))
        if place.section not in allowed or place.key not in RULES[place.section]:
            known = [f"{section}.{key}" for section, rules in RULES.items() for key in rules]
            raise BadRecipeError(path=text, problem=f"there is no such key.{suggestion(text, known)}")
        return place

    @property
    def rule(self) -> Rule:
        """What the key accepts."""
        return RULES[self.section][self.key]

    @property
    def whole(self) -> bool:
        """Whether the key takes whole numbers only."""
        return self._accepts(1) and not self._accepts(0.5)

    def _accepts(self, value: Any) -> bool:
        try:
            self.rule(value)
        except Wrong:
            return False
        return True

    def checked(self, value: Any) -> Any:
        """The value as the recipe holds it; raises `BadRecipeError` where the key refuses it."""
        try:
            return self.rule(value)
        except Wrong as wrong:
            raise BadRecipeError(path=self.text, problem=wrong.problem) from wrong

    def set(self, recipe: Recipe, value: Any) -> Recipe:
        """The recipe with this key at a `checked` value."""
        field = "lambda_" if self.key == "lambda" else self.key
        if self.kind == "level":
            level = int(self.owner)
            return replace(recipe, levels={**recipe.levels, level: {**recipe.levels.get(level, {}), field: value}})
        if self.kind == "node":
            return replace(
                recipe, nodes={**recipe.nodes, self.owner: {**recipe.nodes.get(self.owner, {}), field: value}}
            )
        if self.kind == "indicator":
            sections = recipe.indicators.get(self.owner, {})
            changed = {**sections, self.section: {**sections.get(self.section, {}), field: value}}
            return replace(recipe, indicators={**recipe.indicators, self.owner: changed})
        section = replace(getattr(recipe, self.section), **{field: value})
        changes: dict[str, Any] = {self.section: section}
        return replace(recipe, **changes)
