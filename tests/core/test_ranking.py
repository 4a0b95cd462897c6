"""The ranking as people read it."""

from typing import Any

import numpy as np

from citeria_core import Dataset, Engine, Recipe
from citeria_core.model import Node
from citeria_core.ranking import Move, moves, standing

NAN = float("nan")


def result_of(dataset: Dataset, text: str = "") -> Any:
    return Engine(dataset, Recipe.from_toml(text)).result


def test_ranked_areas_come_first_by_rank_then_name_and_the_unranked_last(flat: Any):
    dataset = flat([[1, 1], [NAN, NAN], [3, 3], [1, 1]])
    names = {"A1": "Zhuhai", "A4": "Anshan", "A2": "Baotou", "A3": "Wuhan"}
    held = standing(result_of(dataset), names, {"A3": "2", "A1": "1="}, None)
    assert [(row.label, row.name, row.published) for row in held.rows] == [
        ("1", "Wuhan", "2"),
        ("2=", "Anshan", ""),
        ("2=", "Zhuhai", "1="),
        ("", "Baotou", ""),
    ]
    last = held.rows[-1]
    assert (last.rank, last.score, last.parts, last.reason) == (None, None, (None, None), "no value")
    assert [node.code for node in held.parts] == ["x1", "x2"]


def test_change_counts_ranks_gained_and_is_unknown_without_a_former_rank(flat: Any):
    engine = Engine(flat([[1], [2], [3], [NAN]]), Recipe())
    before = engine.result
    engine.set_value("A1", "x1", 9.0)
    after = engine.set_value("A4", "x1", 0.0)
    change = {row.area: row.change for row in standing(after, {}, {}, before).rows}
    assert change == {"A1": 2, "A2": -1, "A3": -1, "A4": None}
    assert moves(before, after, {"A1": "Wuhan"}) == (
        Move("A1", "Wuhan", "3", "1"),
        Move("A3", "A3", "1", "2"),
        Move("A2", "A2", "2", "3"),
        Move("A4", "A4", "", "4"),
    )


def test_a_row_below_the_availability_limit_says_what_it_has_and_what_is_needed(flat: Any):
    dataset = flat([[1, 1, 1, 1], [2, NAN, NAN, 2], [3, 3, 3, NAN]])
    held = standing(result_of(dataset, "[aggregate]\nmin_availability = 0.65"), {}, {}, None)
    reasons = {row.area: (row.reason, row.partial, row.present) for row in held.rows}
    assert reasons["A2"] == ("2 of 4 values; needs 65 % of the parts at each node", True, 2)
    assert reasons["A3"] == ("", False, 3)


def test_an_index_in_which_nobody_reaches_the_limit_says_so(flat: Any):
    held = standing(result_of(flat([[1, NAN], [NAN, 2]]), "[aggregate]\nmin_availability = 0.65"), {}, {}, None)
    assert held.note == "No area has a rank: none has more than 1 of 2 values."


def test_the_reason_names_what_truly_hinders():
    nodes = (
        Node("I", "Index", None, 1.0),
        Node("P", "P", "I", 1.0),
        Node("Q", "Q", "I", 1.0),
        Node("a", "a", "P", 0.0, "a"),
        Node("b", "b", "P", 1.0, "b"),
        Node("c", "c", "Q", 1.0, "c"),
        Node("d", "d", "Q", 1.0, "d"),
    )
    values = np.array([[1, 1, 1, 5.0], [2, NAN, NAN, NAN], [3, 3, 2, 5], [NAN, NAN, NAN, 5]])
    dataset = Dataset.build([(f"A{row}", "") for row in range(4)], nodes, values)
    held = {row.area: row.reason for row in standing(result_of(dataset), {}, {}, None).rows}
    assert held["A1"] == "1 of 4 values; what “P” has of its parts weighs 0"
    assert held["A3"] == "1 of 4 values, but none can be normalised"
    gap = Dataset.build(
        dataset.area_names.items(), nodes, np.array([[1, 1, 1, NAN], [2, 2, 2, 5], [3, 3, 3, 6], [4] * 4])
    )
    text = "[aggregate]\nmin_availability = 1\n[node.P.aggregate]\nmin_availability = 0.5"
    held = {row.area: row.reason for row in standing(result_of(gap, text), {}, {}, None).rows}
    assert held["A0"] == "3 of 4 values; needs 100 % of the parts of “Q”"


def test_a_node_without_scores_gives_its_own_reason(flat: Any):
    text = '[weights]\nsource = "bod"\n[normalise]\nmethod = "none"'
    (first, *_) = standing(result_of(flat([[1, -1], [2, 3]]), text), {}, {}, None).rows
    assert (
        first.reason == "2 of 2 values. Node “I”: the benefit of the doubt needs parts of 0 or more; it has no score."
    )
    (first, *_) = standing(result_of(flat([[1, 1], [2, 3]], weights=[0, 0])), {}, {}, None).rows
    assert first.reason == "2 of 2 values. The parts of node “I” all weigh 0: it has no score."


def test_an_area_screened_out_says_why(flat: Any):
    dataset = flat([[1, 1, 1], [2, NAN, NAN], [3, 3, 3]])
    text = '[screen]\nby = "availability"\nmin_availability = 0.6\nexclude = ["A3"]'
    held = {row.area: row for row in standing(result_of(dataset, text), {}, {"A2": "1"}, None).rows}
    assert held["A2"].reason == "screened out: 1 of 3 values; needs 60 %"
    assert held["A2"].published == "1"
    assert held["A3"].reason == "excluded by the recipe"
    assert held["A1"].reason == "3 of 3 values, but none can be normalised"
