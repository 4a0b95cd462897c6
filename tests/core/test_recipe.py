"""The recipe as text: defaults, checks, round trip."""

import pytest

from citeria_core.errors import CombinedError, KnownError
from citeria_core.notebook import BadRecipeError
from citeria_core.recipe import Aggregate, Recipe

EVERY_KEY = """
[screen]
by = "both"
min_availability = 0.5
min_nonzero = 0.1
include = ["AREA01"]
exclude = ["AREA02"]
[denominate]
enabled = true
scale_factor = 1000
[impute]
method = "group_mean"
group = "Tier"
level = 2
value = 1
neighbours = 3
panel = "linear"
[treat]
method = "winsorise_log"
max_skew = 1
max_kurtosis = 2
max_winsorised = 3
log = "boxcox"
log_input = "winsorised"
lambda = 0.5
[normalise]
method = "piecewise"
lower = 1
upper = 10
mean = 5
sd = 2
scale = 10
reference = "AREA03"
cap = true
clip = false
ties = "average"
points = [[0, 0], [5, 1.5]]
[aggregate]
method = "power"
power = 2
min_availability = 0.65
weighted = false
[aggregate.level.2]
method = "geometric"
[weights]
source = "equal"
[rank]
ties = "dense"
[indicator.i01.treat]
method = "none"
[indicator.i01.normalise]
method = "zscore"
[indicator.i02.impute]
method = "constant"
[indicator.i02.denominate]
enabled = false
[node.P1.aggregate]
method = "harmonic"
[[uncertainty.factor]]
name = "weights"
kind = "weight_noise"
spread = 0.25
levels = [2, 3]
[[uncertainty.factor]]
name = "normalisation"
kind = "choice"
path = "normalise.method"
options = ["minmax", "rank"]
[[uncertainty.factor]]
name = "power"
kind = "uniform"
path = "aggregate.power"
low = 0.5
high = 2
"""


def test_an_empty_text_is_the_recipe_of_all_defaults():
    assert Recipe.from_toml("") == Recipe()
    assert Recipe().normalise.upper == 100.0
    assert Recipe().screen.min_availability == 0.6667


def test_every_key_is_read_and_survives_being_written_and_read_again():
    recipe = Recipe.from_toml(EVERY_KEY)
    assert recipe.treat.lambda_ == 0.5
    assert recipe.normalise.points == ((0.0, 0.0), (5.0, 1.5))
    assert recipe.factors[1].options == ("minmax", "rank")
    assert Recipe.from_toml(recipe.to_toml()) == recipe


def test_equal_recipes_have_equal_hashes_however_they_were_written():
    one = Recipe.from_toml('[aggregate]\nmethod = "geometric"\npower = 1')
    other = Recipe.from_toml('aggregate = { power = 1.0, method = "geometric" }')
    assert one.hash() == other.hash()
    assert one.hash() != Recipe().hash()


def test_a_nodes_own_choice_stands_over_its_levels_and_that_over_the_general_one():
    recipe = Recipe.from_toml(
        '[aggregate]\nmin_availability = 0.65\n[aggregate.level.2]\nmethod = "geometric"\n'
        '[node.P1.aggregate]\nmethod = "harmonic"'
    )
    assert recipe.aggregate_of("P2", 3) == Aggregate("arithmetic", min_availability=0.65)
    assert recipe.aggregate_of("P2", 2) == Aggregate("geometric", min_availability=0.65)
    assert recipe.aggregate_of("P1", 2) == Aggregate("harmonic", min_availability=0.65)


def test_all_mistakes_are_told_at_once_with_suggestions():
    text = """
    [normalize]
    [aggregate]
    metod = "x"
    method = "geometrc"
    power = "two"
    min_availability = 1.5
    [aggregate.level.one]
    [treat]
    max_winsorised = -1
    [screen]
    include = "AREA01"
    """
    with pytest.raises(CombinedError) as caught:
        Recipe.from_toml(text)
    told = str(caught.value)
    assert len(caught.value.errors) == 8
    assert "normalize: there is no such key. Did you mean “normalise”?" in told
    assert "Did you mean “method”?" in told
    assert "Did you mean “geometric”?" in told
    assert "aggregate.power: “two” is not a finite number" in told
    assert "from 0 to 1" in told
    assert "aggregate.level.one" in told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[normalise", "not TOML"),
        ("[normalise]\nlower = 5\nupper = 5", "“lower” must be below “upper”"),
        ('[normalise]\nmethod = "distance_to_reference"', "normalise.reference"),
        ('[normalise]\nmethod = "piecewise"', "at least two points"),
        ('[impute]\nmethod = "group_mean"', "impute.group"),
        ('[aggregate]\nmethod = "power"\npower = 0', "“geometric”"),
        ("normalise = 3", "is not a section"),
        ("[treat]\nmax_skew = true", "not a finite number"),
        ("[treat]\nmax_skew = inf", "not a finite number"),
        ('[[uncertainty.factor]]\nname = "a"\nkind = "choice"', "“path” is missing"),
        (
            '[[uncertainty.factor]]\nname = "a"\nkind = "choice"\npath = "normalise.metod"\noptions = ["rank"]',
            "Did you mean “method”?",
        ),
        (
            '[[uncertainty.factor]]\nname = "a"\nkind = "choice"\npath = "normalise.method"\noptions = ["rankk"]',
            "Did you mean “rank”?",
        ),
        ("[normalise]\npoints = [[1, 0], [0, 1]]", "ascend"),
        ("[normalise]\npoints = [[-5e-324, 1], [2.2e-311, 0]]", "too close in x"),
    ],
)
def test_a_recipe_that_cannot_be_followed_says_which_key_and_why(text: str, told: str):
    with pytest.raises(KnownError, match=told.replace("?", r"\?")):
        Recipe.from_toml(text)


def test_a_single_mistake_is_raised_as_itself():
    with pytest.raises(BadRecipeError):
        Recipe.from_toml('[rank]\nties = "none"')
