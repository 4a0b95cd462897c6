"""The method notebook in words: every choice has its words, and two recipes differ in theirs."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citeria_core import Recipe
from citeria_core.notebook import AGGREGATIONS, IMPUTATIONS, NORMALISATIONS, WEIGHTINGS
from citeria_core.recipe_words import describe, differences

numbers = st.floats(-1e3, 1e3).map(lambda x: round(x, 3))
shares = st.floats(0, 1)
screens = st.fixed_dictionaries(
    {},
    optional={
        "by": st.sampled_from(["none", "availability", "nonzero", "both"]),
        "min_availability": shares,
        "exclude": st.lists(st.sampled_from(["A1", "B 2", 'C"3']), max_size=2),
    },
)
imputations = st.fixed_dictionaries(
    {"method": st.sampled_from(IMPUTATIONS), "group": st.just("Tier")},
    optional={"level": st.integers(2, 4), "value": numbers, "neighbours": st.integers(1, 9)},
)
treatments = st.fixed_dictionaries(
    {},
    optional={
        "method": st.sampled_from(["none", "winsorise", "winsorise_log", "log"]),
        "max_skew": st.floats(0, 5),
        "log": st.sampled_from(["ct", "ct_plus", "ct_orig", "gii", "boxcox"]),
        "lambda": numbers,
    },
)
normalisations = st.fixed_dictionaries(
    {"method": st.sampled_from(NORMALISATIONS), "reference": st.just("A1"), "points": st.just([[0, 1], [2, 3]])},
    optional={
        "mean": numbers,
        "upper": st.floats(1, 1e3),
        "cap": st.booleans(),
        "clip": st.booleans(),
        "ties": st.sampled_from(["min", "max", "average"]),
    },
)
aggregations = st.fixed_dictionaries(
    {"method": st.sampled_from(AGGREGATIONS)},
    optional={"power": st.floats(0.1, 4), "min_availability": shares, "weighted": st.booleans()},
)
recipes = st.fixed_dictionaries(
    {},
    optional={
        "screen": screens,
        "denominate": st.fixed_dictionaries({"enabled": st.booleans()}, optional={"scale_factor": st.floats(0.1, 9)}),
        "impute": imputations,
        "treat": treatments,
        "normalise": normalisations,
        "aggregate": aggregations,
        "weights": st.fixed_dictionaries({"source": st.sampled_from(WEIGHTINGS)}),
        "rank": st.fixed_dictionaries({"ties": st.sampled_from(["min", "max", "average", "dense", "ordinal"])}),
        "indicator": st.dictionaries(
            st.sampled_from(["x1", "x 2"]),
            st.fixed_dictionaries({}, optional={"normalise": normalisations, "treat": treatments}),
            max_size=2,
        ),
        "node": st.dictionaries(st.just("P"), st.fixed_dictionaries({"aggregate": aggregations}), max_size=1),
    },
).map(lambda given: Recipe.from_toml(toml(given)))


def toml(given: Any) -> str:
    from citeria_core.notebook import _value

    return "\n".join(f"{key} = {_value(value)}" for key, value in given.items())


@given(recipes)
def test_a_recipe_printed_reads_back_as_itself(recipe: Recipe):
    assert Recipe.from_toml(recipe.to_toml()) == recipe
    assert Recipe.from_toml(recipe.to_toml()).hash() == recipe.hash()


@given(recipes, recipes)
def test_two_recipes_differ_in_words_just_when_they_differ(before: Recipe, after: Recipe):
    assert bool(differences(before, after)) == (before != after)


@given(recipes, recipes)
def test_the_way_back_is_told_by_the_same_lines_turned_round(before: Recipe, after: Recipe):
    def turned(line: str) -> str:
        subject, _, change = line.partition(": ")
        return f"{subject}: {' → '.join(reversed(change.split(' → ')))}"

    there = [line for line in differences(before, after) if not line.startswith("Without")]
    back = [line for line in differences(after, before) if not line.startswith("Without")]
    assert sorted(map(turned, there)) == sorted(back)


@given(recipes)
def test_every_line_of_a_recipe_says_something(recipe: Recipe):
    for line in describe(recipe).splitlines():
        subject, _, phrase = line.partition(": ")
        assert subject
        assert phrase
        assert "None" not in phrase


def test_the_default_recipe_reads_like_this():
    assert describe(Recipe()) == "\n".join(
        [
            "Screen: all areas take part",
            "Denominate: values as they are",
            "Impute: missing values stay missing",
            "Treat: outliers stay as they are",
            "Normalise: min-max 0–100",
            "Aggregate: weighted arithmetic mean",
            "Weights: as given",
            "Ties: share the best rank",
        ]
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[normalise]\nmethod = "zscore"', "Normalise: min-max 0–100 → z-score"),
        ("[normalise]\nlower = 1", "Normalise: min-max 0–100 → min-max 1–100"),
        ("[impute]\nneighbours = 7", "Without effect: impute.neighbours 5 → 7"),
        ('[indicator.LPI.normalise]\nmethod = "rank"', "Normalise, LPI: min-max 0–100 → rank, ties min"),
        (
            '[node.P.aggregate]\nmethod = "geometric"',
            "Aggregate, P: weighted arithmetic mean → weighted geometric mean",
        ),
        (
            "[aggregate.level.2]\nmin_availability = 0.65",
            "Aggregate, level 2: weighted arithmetic mean → weighted arithmetic mean, with at least 65 % of the parts",
        ),
        (
            '[[uncertainty.factor]]\nname = "w"\nkind = "weight_noise"\nspread = 0.25',
            "Uncertain, w: certain → every weight ± 25 %",
        ),
        (
            '[[uncertainty.factor]]\nname = "v"\nkind = "values"\nabout = 0.2\nopen_factor = 2\n'
            "scores = { revised = 2 }",
            "Uncertain, v: certain → doubtful cells within their ranges, among their rivals or as far as they can be "
            "trusted; “~” ± 20 %; open sides up to 2 × the bound; scores revised 2",
        ),
        (
            '[treat]\nmethod = "winsorise_log"',
            "Treat: outliers stay as they are → winsorising of up to 5 values where |skewness| ≥ 2 and kurtosis ≥ 3.5; "
            "if that fails, logarithm (ct)",
        ),
        (
            '[indicator.LPI.normalise]\nmethod = "minmax"',
            "Without effect: exceptions that say what holds without them.",
        ),
    ],
)
def test_a_difference_is_told_in_words(text: str, told: str):
    assert differences(Recipe(), Recipe.from_toml(text)) == (told,)


def test_equal_recipes_differ_in_nothing():
    assert differences(Recipe(), replace(Recipe())) == ()
