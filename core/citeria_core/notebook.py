"""The recipe as text, the method notebook: reads TOML into a checked `Recipe`, writes it back, every choice spelt out.

Reading reports everything that is wrong at once; a misspelt key or option gets a suggestion.
"""

import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

from citeria_core.errors import KnownError, raise_all
from citeria_core.recipe import (
    Aggregate,
    Denominate,
    Factor,
    Impute,
    Normalise,
    Rank,
    Recipe,
    Screen,
    Treat,
    Weights,
)
from citeria_core.recipe_rules import (
    AGGREGATIONS,
    FACTOR_KINDS,
    FACTOR_NEEDS,
    FACTOR_RULES,
    IMPUTATIONS,
    NORMALISATIONS,
    RULES,
    WEIGHTINGS,
    Rule,
    Wrong,
    shown,
)
from citeria_core.spelling import suggestion

__all__ = [
    "AGGREGATIONS",
    "FACTOR_KINDS",
    "IMPUTATIONS",
    "NORMALISATIONS",
    "RULES",
    "WEIGHTINGS",
    "BadRecipeError",
    "Rule",
    "Wrong",
    "check",
    "read",
    "read_what_can_be",
    "write",
]


class BadRecipeError(KnownError):
    """A recipe that cannot be followed, with the key that is wrong."""

    code = "bad_recipe"
    template = "Recipe, {path}: {problem}"


_SECTIONS = (*RULES, "indicator", "node", "uncertainty")
_PER_INDICATOR = ("treat", "normalise", "impute", "denominate")


class _Reader:
    """Collects what is wrong while the sections are read one after the other."""

    def __init__(self) -> None:
        self.errors: list[KnownError] = []

    def wrong(self, path: str, problem: str) -> None:
        self.errors.append(BadRecipeError(path=path, problem=problem))

    def unknown(self, path: str, word: str, known: Iterable[str]) -> None:
        self.wrong(f"{path}{word}", f"there is no such key.{suggestion(word, known)}")

    def table(self, value: Any, path: str) -> Mapping[str, Any]:
        if isinstance(value, dict):
            return value
        self.wrong(path, f"{shown(value)} is not a section; write [{path}].")
        return {}

    def keys(self, given: Mapping[str, Any], rules: Mapping[str, Rule], path: str) -> dict[str, Any]:
        """The checked values of `given` by field name, leaving out what is wrong."""
        read = {}
        for key, value in given.items():
            if key not in rules:
                self.unknown(f"{path}.", key, rules)
                continue
            try:
                read["lambda_" if key == "lambda" else key] = rules[key](value)
            except Wrong as wrong:
                self.wrong(f"{path}.{key}", wrong.problem)
        return read

    def levels(self, value: Any) -> dict[int, Mapping[str, Any]]:
        read: dict[int, Mapping[str, Any]] = {}
        for level, keys in self.table(value, "aggregate.level").items():
            path = f"aggregate.level.{level}"
            if not level.isdecimal() or int(level) < 2:
                self.wrong(path, "a level of aggregates is a whole number of 2 or more.")
            else:
                read[int(level)] = self.keys(self.table(keys, path), RULES["aggregate"], path)
        return read

    def indicators(self, value: Any) -> dict[str, Mapping[str, Mapping[str, Any]]]:
        read: dict[str, Mapping[str, Mapping[str, Any]]] = {}
        for code, sections in self.table(value, "indicator").items():
            held = {}
            for section, keys in self.table(sections, f"indicator.{code}").items():
                path = f"indicator.{code}.{section}"
                if section in _PER_INDICATOR:
                    held[section] = self.keys(self.table(keys, path), RULES[section], path)
                else:
                    self.unknown(f"indicator.{code}.", section, _PER_INDICATOR)
            read[code] = held
        return read

    def nodes(self, value: Any) -> dict[str, Mapping[str, Any]]:
        read: dict[str, Mapping[str, Any]] = {}
        for code, sections in self.table(value, "node").items():
            for section, keys in self.table(sections, f"node.{code}").items():
                path = f"node.{code}.{section}"
                if section == "aggregate":
                    read[code] = self.keys(self.table(keys, path), RULES["aggregate"], path)
                else:
                    self.unknown(f"node.{code}.", section, ("aggregate",))
        return read

    def factors(self, value: Any) -> tuple[Factor, ...]:
        section = self.table(value, "uncertainty")
        for key in section:
            if key != "factor":
                self.unknown("uncertainty.", key, ("factor",))
        entries = section.get("factor", [])
        if not isinstance(entries, list):
            self.wrong("uncertainty.factor", "write each factor as [[uncertainty.factor]].")
            return ()
        read = [self.factor(entry, f"uncertainty.factor {number}") for number, entry in enumerate(entries, 1)]
        names = [factor.name for factor in read if factor is not None]
        for name in dict.fromkeys(name for name in names if names.count(name) > 1):
            self.wrong("uncertainty.factor", f"the name “{name}” is used twice; give each factor its own.")
        return tuple(factor for factor in read if factor is not None)

    def factor(self, entry: Any, path: str) -> Factor | None:
        given = self.table(entry, path)
        read = self.keys(given, FACTOR_RULES, path)
        kind = read.get("kind")
        needed = ("name", "kind", *FACTOR_NEEDS.get(str(kind), ()))
        lacking = [key for key in needed if key not in given]
        for key in lacking:
            self.wrong(path, f"“{key}” is missing.")
        if "options" in read and not read["options"]:
            self.wrong(f"{path}.options", "write at least one option.")
        if "low" in read and "high" in read and read["low"] > read["high"]:
            self.wrong(path, "“low” is above “high”.")
        if "name" not in read or "kind" not in read:
            return None
        self.path(read.get("path"), read.get("options", ()), path)
        return Factor(**read)

    def path(self, key: str | None, options: Iterable[Any], path: str) -> None:
        """The recipe key that a factor varies must exist, and accept each of its options."""
        if key is None:
            return
        trial: dict[str, Any] = {}
        *sections, last = key.split(".")
        told: dict[str, None] = {}
        for option in tuple(options) or (None,):
            trial = {last: option}
            for section in reversed(sections):
                trial = {section: trial}
            errors = [f"{error.params['path']}: {error.params['problem']}" for error in _read(trial, alone=True)[1]]
            unknown = [error for error in errors if "no such key" in error]
            told |= dict.fromkeys(unknown if option is None else errors)
        for error in told:
            self.wrong(f"{path}.path", error)


def _read(given: Mapping[str, Any], alone: bool = False) -> tuple[Recipe, list[KnownError]]:
    """The recipe and what is wrong; keys `alone`, without the rest of their recipe, cannot contradict it."""
    reader = _Reader()
    for key in given:
        if key not in _SECTIONS:
            reader.unknown("", key, _SECTIONS)
    held: dict[str, dict[str, Any]] = {}
    for section in RULES:
        keys = dict(reader.table(given.get(section, {}), section))
        if section == "aggregate":
            keys.pop("level", None)
        held[section] = reader.keys(keys, RULES[section], section)
    aggregate = given.get("aggregate", {})
    levels = aggregate.get("level", {}) if isinstance(aggregate, dict) else {}
    recipe = Recipe(
        screen=Screen(**held["screen"]),
        denominate=Denominate(**held["denominate"]),
        impute=Impute(**held["impute"]),
        treat=Treat(**held["treat"]),
        normalise=Normalise(**held["normalise"]),
        aggregate=Aggregate(**held["aggregate"]),
        weights=Weights(**held["weights"]),
        rank=Rank(**held["rank"]),
        levels=reader.levels(levels),
        indicators=reader.indicators(given.get("indicator", {})),
        nodes=reader.nodes(given.get("node", {})),
        factors=reader.factors(given.get("uncertainty", {})),
    )
    if not alone:
        wrong = tuple(str(error.params["path"]).rpartition(".")[0] or "?" for error in reader.errors)
        # A section with a key that could not be read would only seem to lack what another of its keys needs.
        reader.errors.extend(
            error for error in _contradictions(recipe) if not str(error.params["path"]).startswith(wrong)
        )
    return recipe, reader.errors


def check(recipe: Recipe) -> None:
    """Raise everything in which the keys of a recipe contradict one another, all at once."""
    raise_all(_contradictions(recipe))


def _contradictions(recipe: Recipe) -> Iterable[KnownError]:
    """What single keys cannot show: a key that another one needs, bounds the wrong way round."""
    for code in ("", *recipe.indicators):
        prefix, own = (f"indicator.{code}.", recipe.indicators[code]) if code else ("", RULES)
        impute = recipe.impute_of(code)
        if "normalise" in own:
            yield from _ill_normalised(recipe.normalise_of(code), f"{prefix}normalise")
        if "impute" in own and impute.method.startswith("group_") and impute.group is None:
            yield BadRecipeError(path=f"{prefix}impute.group", problem="name the group column to fill from.")
    for path, choice in _aggregations(recipe):
        if choice.method == "power" and choice.power == 0:
            yield BadRecipeError(path=f"{path}.power", problem="0 is not allowed; the mean of power 0 is “geometric”.")


def _ill_normalised(how: Normalise, path: str) -> Iterable[KnownError]:
    if not how.lower < how.upper:
        yield BadRecipeError(path=path, problem="“lower” must be below “upper”.")
    if how.method == "distance_to_reference" and how.reference is None:
        yield BadRecipeError(path=f"{path}.reference", problem="name the area to compare with.")
    if how.method == "piecewise" and not how.points:
        yield BadRecipeError(path=f"{path}.points", problem="write at least two points [x, y].")


def _aggregations(recipe: Recipe) -> Iterable[tuple[str, Aggregate]]:
    yield "aggregate", recipe.aggregate
    yield from ((f"aggregate.level.{level}", recipe.aggregate_of("", level)) for level in recipe.levels)
    yield from ((f"node.{node}.aggregate", recipe.aggregate_of(node, 0)) for node in recipe.nodes)


def read(text: str) -> Recipe:
    """The recipe that `text` (TOML) describes; raises all its `BadRecipeError`s at once."""
    recipe, errors = read_what_can_be(text)
    raise_all(errors)
    return recipe


def read_what_can_be(text: str) -> tuple[Recipe, list[KnownError]]:
    """The recipe of every key that could be read, and what is wrong with the others.

    So that what else is wrong, of the recipe beside its data, can be told at the same time.
    """
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Recipe(), [BadRecipeError(path="text", problem=f"this is not TOML: {error}")]
    return _read(given)


def write(recipe: Recipe) -> str:
    """The recipe as TOML with every choice spelt out; keys whose absence means something are left out."""
    blocks = [_block(f"[{section}]", _items(getattr(recipe, section))) for section in RULES]
    blocks += [
        _block(f"[aggregate.level.{level}]", sorted(recipe.levels[level].items())) for level in sorted(recipe.levels)
    ]
    for code in sorted(recipe.indicators):
        sections = recipe.indicators[code]
        if not sections:
            blocks.append(_block(f"[indicator.{_key(code)}]", ()))
        blocks += [
            _block(f"[indicator.{_key(code)}.{name}]", sorted(sections[name].items())) for name in sorted(sections)
        ]
    blocks += [
        _block(f"[node.{_key(code)}.aggregate]", sorted(recipe.nodes[code].items())) for code in sorted(recipe.nodes)
    ]
    blocks += [_block("[[uncertainty.factor]]", _items(factor)) for factor in recipe.factors]
    return "\n".join(blocks)


def _items(section: Any) -> Iterable[tuple[str, Any]]:
    values = ((entry.name, getattr(section, entry.name)) for entry in fields(section))
    return [(name, value) for name, value in values if value is not None and value != ()]


def _block(title: str, items: Iterable[tuple[str, Any]]) -> str:
    return "\n".join([title, *(f"{name.rstrip('_')} = {_value(value)}" for name, value in items), ""])


def _key(code: str) -> str:
    plain = code and all(letter.isascii() and (letter.isalnum() or letter in "-_") for letter in code)
    return code if plain else json.dumps(code, ensure_ascii=False)


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, tuple | list):
        return f"[{', '.join(_value(entry) for entry in value)}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{_key(key)} = {_value(entry)}' for key, entry in value.items())}}}"
    return repr(value)
