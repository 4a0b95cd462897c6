"""Why an area moved: the ledger sums, and every changed input is told with what it does alone."""

from collections.abc import Callable
from fractions import Fraction

from citeria_core import Dataset, Engine, Recipe
from citeria_core.why import why


def test_every_changed_value_and_weight_is_told_with_its_own_effect(flat: Callable[..., Dataset]) -> None:
    engine = Engine(flat([[1, 9], [5, 5], [9, 1]], [1.0, 1.0]), Recipe())
    before = engine.result
    engine.set_value("A1", "x1", 7.0)
    engine.set_value("A3", "x2", 8.0)
    after = engine.set_weight("x2", 2.0)
    told = why(before, after, "A1")
    assert told.change is not None
    assert told.change.ranks.total == Fraction(told.before) - Fraction(told.after)
    named = {(one.node, one.area, one.indicator) for one in told.effects}
    assert named == {("x2", "", ""), ("", "A1", "x1"), ("", "A3", "x2")}
    own = next(one for one in told.effects if one.area == "A1")
    alone = Engine(flat([[7, 9], [5, 5], [9, 1]]), Recipe()).result
    assert own.points == alone.score("I")[0] - before.score("I")[0]
    assert own.places == before.rank("I")[0] - alone.rank("I")[0]
    assert (own.before, own.after) == (1.0, 7.0)


def test_weights_on_another_scale_are_no_change_and_one_moved_beside_others_is_told_alone(
    flat: Callable[..., Dataset],
) -> None:
    values = [[1, 9, 4], [5, 5, 5], [9, 1, 6]]
    before = Engine(flat(values, [0.5, 0.3, 0.2]), Recipe()).result
    scaled = Engine(flat(values, [50.0, 30.0, 20.0]), Recipe()).result
    assert why(before, scaled, "A1").effects == ()
    moved = why(before, Engine(flat(values, [40.0, 36.0, 24.0]), Recipe()).result, "A1").effects
    assert sorted((one.node, round(one.before, 9), round(one.after, 9)) for one in moved) == [
        ("x1", 0.5, 0.4),
        ("x2", 0.3, 0.36),
        ("x3", 0.2, 0.24),
    ]
    raised = why(before, Engine(flat(values, [0.8, 0.3, 0.2]), Recipe()).result, "A1").effects
    assert [(one.node, one.before, one.after) for one in raised] == [("x1", 0.5, 0.8)]


def test_nothing_changed_is_told_as_such(flat: Callable[..., Dataset]) -> None:
    result = Engine(flat([[1, 9], [5, 5]]), Recipe()).result
    told = why(result, result, "A1")
    assert told.change is not None
    assert (told.change.ranks.total, told.change.scores.total) == (0, 0)
    assert told.effects == ()
    assert told.method == ()


def test_another_method_is_told_in_words_and_an_unranked_area_has_no_ledger(flat: Callable[..., Dataset]) -> None:
    data = flat([[1, 9], [5, 5], [None, None]])
    before = Engine(data, Recipe()).result
    after = Engine(data, Recipe.from_toml('[normalise]\nmethod = "zscore"')).result
    assert any("z-score" in line for line in why(before, after, "A1").method)
    assert why(before, after, "A3").change is None
