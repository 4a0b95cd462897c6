"""The ranking filtered, sorted, grouped: the same rows, nothing scored anew."""

from dataclasses import replace
from itertools import pairwise
from math import nan

from hypothesis import given
from hypothesis import strategies as st

from citeria_core import beside
from citeria_core.arrange import EVERYTHING, Arrangement, Criterion, Span, arrange
from citeria_core.intervals import Interval
from citeria_core.model import Group, Grouping, Node
from citeria_core.ranking import Row, Standing, rank_labels

NODES = (Node("p", "P", "I", 1.0), Node("q", "Q", "I", 1.0))
SIDES = Grouping("sides", "Sides", (Group("left", "Left", ("a", "c")), Group("right", "Right", ("b",))))


def row(area: str, rank: float | None, score: float | None, *parts: float | None, published: str = "") -> Row:
    present = sum(part is not None for part in parts)
    label = rank_labels([float("nan") if rank is None else rank])[0]
    return Row(area, area.title(), label, rank, score, parts, present, len(parts), published, None, False, "")


STANDING = Standing(
    (
        row("a", 1, 90, 50, 40, published="2"),
        row("b", 2, 60, 20, 40),
        row("c", 3, 30, None, 30, published="10="),
        row("d", None, None, None, None, published="1"),
    ),
    NODES,
    "",
)


def codes(how: Arrangement, aliases: dict[str, str] | None = None) -> str:
    return "".join(one.area or "|" for one in arrange(STANDING, how, [SIDES], aliases).rows)


def test_nothing_asked_for_is_the_standing_itself() -> None:
    assert arrange(STANDING).rows is STANDING.rows
    assert codes(Arrangement(recount=True)) == "abcd"


def test_filters_keep_what_they_say() -> None:
    assert codes(Arrangement(text="B")) == "b"
    assert codes(Arrangement(text="北"), {"a": "北京"}) == "a"
    assert codes(Arrangement(grouping="sides", within=frozenset({"left"}))) == "ac"
    assert codes(Arrangement(score=Span(50))) == "ab"
    assert codes(Arrangement(coverage=Span(0.4, 0.6))) == "c"
    assert codes(Arrangement(incomplete=False)) == "ab"
    assert codes(Arrangement(unranked=False)) == "abc"
    assert arrange(STANDING, Arrangement(score=Span(50))).hidden == 2


def test_ranks_are_kept_or_counted_among_those_who_are_left() -> None:
    kept = arrange(STANDING, Arrangement(grouping="sides", within=frozenset({"left"})), [SIDES])
    counted = arrange(STANDING, Arrangement(grouping="sides", within=frozenset({"left"}), recount=True), [SIDES])
    assert [one.label for one in kept.rows] == ["1", "3"]
    assert [one.label for one in counted.rows] == ["1", "2"]


def test_what_is_missing_is_last_either_way_round() -> None:
    assert codes(Arrangement(sort=(Criterion("part:p"),))) == "bacd"
    assert codes(Arrangement(sort=(Criterion("part:p", falling=True),))) == "abcd"
    assert codes(Arrangement(sort=(Criterion("published"),))) == "dacb"
    assert codes(Arrangement(sort=(Criterion("name", falling=True),))) == "dcba"


def test_ties_of_the_first_column_are_settled_by_the_next() -> None:
    assert codes(Arrangement(sort=(Criterion("part:q", falling=True), Criterion("part:p")))) == "bacd"
    assert codes(Arrangement(sort=(Criterion("part:q", falling=True), Criterion("part:p", falling=True)))) == "abcd"


def test_rows_are_sorted_by_what_stands_beside_their_ranks() -> None:
    firm = Interval("a", "", 1, 1, 1, 1, 1, 1, 1, 1)
    loose = replace(firm, area="b", low=1, high=3)
    found = {
        **beside.of_intervals([firm, loose, replace(firm, area="d", low=nan, high=nan)]),
        **beside.of_path([{("b", ""): 4.0}, {("b", ""): 1.0, ("c", ""): 1.0, ("d", ""): 2.0}], STANDING.rows),
    }
    assert found == {"interval": {"a": 0, "b": 2}, "best": {"a": 1, "b": 1}, "gained": {"b": 2, "c": -2}}

    def by(key: str, *, falling: bool) -> str:
        how = Arrangement(sort=(Criterion(key, falling),))
        return "".join(one.area for one in arrange(STANDING, how, measures=found).rows)

    assert by("interval", falling=True) == "bacd"
    assert by("interval", falling=False) == "abcd"
    assert by("best", falling=False) == "abcd"
    assert by("gained", falling=False) == "cbad"
    assert by("gained", falling=True) == "bcad"


def test_ranges_keep_those_who_have_the_number_in_them() -> None:
    def kept(*ranges: tuple[str, Span], measures: beside.Measures | None = None) -> str:
        return "".join(one.area for one in arrange(STANDING, Arrangement(ranges=ranges), measures=measures).rows)

    assert kept(("part:p", Span(20))) == "ab"
    assert kept(("part:p", Span(None, 40)), ("part:q", Span(40))) == "b"
    assert kept(("raw:x", Span(3, 5)), measures={"raw:x": {"a": 3.0, "c": 5.0, "d": 6.0}}) == "ac"
    assert kept(("part:inner", Span(1)), measures={"part:inner": {"c": 1.0}}) == "c"
    assert Arrangement(ranges=(("part:p", Span(20)),)).filters


def test_groups_stand_by_their_means_and_are_folded() -> None:
    def shown(**how: object) -> str:
        return codes(Arrangement(grouping="sides", grouped=True, **how))  # type: ignore[arg-type]

    assert shown() == "|ac|b|d"
    assert shown(by_mean=True) == "|ac|b|d"  # both 60
    by_part = (Criterion("part:q", falling=True),)
    assert shown(by_mean=True, sort=by_part) == "|b|ac|d"
    assert shown(folded=frozenset({"left"})) == "||b|d"
    found = arrange(STANDING, Arrangement(grouping="sides", grouped=True, folded=frozenset({"left"})), [SIDES])
    assert (found.heads[0].size, found.heads[0].shown, found.hidden) == (2, 0, 0)


def test_groups_have_their_mean_above_their_best_rows_and_the_rest_of_the_areas_last() -> None:
    found = arrange(STANDING, Arrangement(grouping="sides", grouped=True, top=1), [SIDES])
    assert [one.area for one in found.rows] == ["", "a", "", "b", "", "d"]
    assert {place: (head.name, head.size, head.shown) for place, head in found.heads.items()} == {
        0: ("Left", 2, 1),
        2: ("Right", 1, 1),
        4: ("", 1, 1),
    }
    assert (found.rows[0].score, found.rows[0].parts) == (60, (50, 35))
    assert (found.heads[0].low, found.heads[0].high, found.hidden) == (30, 90, 1)


def test_only_filters_count_as_filters() -> None:
    assert not EVERYTHING.filters
    assert not Arrangement(sort=(Criterion("name"),), grouping="sides", grouped=True, recount=True).filters
    assert Arrangement(text="x").filters
    assert Arrangement(score=Span(1)).filters


@given(st.lists(st.one_of(st.none(), st.integers(-5, 5)), max_size=30), st.booleans())
def test_any_order_is_that_of_a_brute_force_sort(values: list[int | None], falling: bool) -> None:
    rows = tuple(row(f"{place:02}", place + 1, 1.0, value) for place, value in enumerate(values))
    held = arrange(Standing(rows, NODES[:1], ""), Arrangement(sort=(Criterion("part:p", falling),))).rows
    assert sorted(held, key=lambda one: one.area) == sorted(rows, key=lambda one: one.area)
    for before, after in pairwise(held):
        first, second = before.parts[0], after.parts[0]
        if first is None:
            assert second is None
        elif second is not None:
            assert first >= second if falling else first <= second
            assert first != second or before.area < after.area
