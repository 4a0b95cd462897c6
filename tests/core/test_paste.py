"""What a paste would do, planned before anything is done."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citeria_core.clipboard import Block
from citeria_core.errors import UnreadableNumberError
from citeria_core.filling import Copy, fill_down, fill_right
from citeria_core.find import BadPatternError, Sought, find, replacements
from citeria_core.model import Observation
from citeria_core.paste import Beyond, Grid, NamelessRowsError, Plan, Selection, UnknownHeadingError, plan_paste
from citeria_core.period import Period

GRID = Grid(
    ("a", "b", "c"),
    ("x", "y", "z"),
    {"Aachen": "a", "Bern": "b", "Celle": "c", "Elsewhere": "e"},
    {"Ex": "x", "Why": "y"},
)


def read(indicator: str, text: str) -> Observation:
    try:
        return Observation("", "", indicator, Period.parse("2020"), float(text), printed=text)
    except ValueError:
        raise UnreadableNumberError(text=text) from None


def plan(block: Block, at: Selection, beyond: Beyond = Beyond.ASK, headings: bool | None = False) -> Plan:
    return plan_paste(block, GRID, at, read, beyond=beyond, headings=headings)


def cells(planned: Plan) -> dict[tuple[str, str], float | None]:
    return {(cell.area, cell.said.indicator): cell.said.value for cell in planned.cells}


def test_a_block_goes_where_the_selection_begins() -> None:
    planned = plan((("1", "2"), ("3", "4")), Selection(1, 1))
    assert cells(planned) == {("b", "y"): 1, ("b", "z"): 2, ("c", "y"): 3, ("c", "z"): 4}
    assert planned.ready


def test_one_text_fills_the_selection_and_a_block_is_repeated_over_a_multiple_of_it() -> None:
    assert cells(plan((("7",),), Selection(0, 0, 2, 3))) == {(r, c): 7 for r in "ab" for c in "xyz"}
    planned = plan((("1", "2", "3"),), Selection(0, 0, 3, 3))
    assert cells(planned) == {(r, c): v for r in "abc" for c, v in zip("xyz", (1, 2, 3), strict=True)}
    assert len(plan((("1",), ("2",)), Selection(0, 0, 3, 1)).cells) == 2


def test_what_reaches_beyond_the_edge_waits_for_a_decision() -> None:
    block = (("1", "2"), ("3", "4"))
    asked = plan(block, Selection(2, 2))
    assert (asked.rows_beyond, asked.columns_beyond, asked.clipped) == (1, 1, 3)
    assert asked.undecided
    assert not asked.ready
    clipped = plan(block, Selection(2, 2), Beyond.CLIP)
    assert clipped.ready
    assert cells(clipped) == {("c", "z"): 1}
    nameless = plan(block, Selection(2, 1), Beyond.ADD_ROWS)
    assert isinstance(nameless.problems[0].error, NamelessRowsError)


def test_what_is_empty_beyond_the_edge_needs_no_decision() -> None:
    planned = plan((("1", ""), ("", "")), Selection(2, 2))
    assert planned.ready
    assert planned.empty == 3


def test_headings_say_which_cells_are_meant() -> None:
    block = (("", "Why", "ex"), ("bern", "1", "2"), ("c", "", "4"))
    planned = plan(block, Selection(0, 0), headings=None)
    assert cells(planned) == {("b", "y"): 1, ("b", "x"): 2, ("c", "x"): 4}
    assert planned.empty == 1
    assert cells(plan((("", "Why"), ("1", "2")), Selection(0, 0), headings=False)) != {}


def test_a_block_whose_headings_are_not_all_known_is_not_taken_for_one_with_headings() -> None:
    block = (("", "Why", "Nowhere"), ("bern", "1", "2"))
    assert plan(block, Selection(0, 0), headings=None).problems  # texts where numbers belong
    asked = plan(block, Selection(0, 0), headings=True)
    assert [type(problem.error) for problem in asked.problems] == [UnknownHeadingError]
    assert asked.problems[0].text == "Nowhere"


def test_rows_that_are_not_there_are_added_by_their_names() -> None:
    block = (("", "x"), ("Aachen", "1"), ("Dresden", "2"), ("Elsewhere", "3"))
    asked = plan(block, Selection(0, 0), headings=None)
    assert asked.undecided
    assert asked.rows_beyond == 2
    planned = plan(block, Selection(0, 0), Beyond.ADD_ROWS, headings=None)
    assert planned.new_rows == ("Dresden", "Elsewhere")
    assert cells(planned) == {("a", "x"): 1, ("Dresden", "x"): 2, ("Elsewhere", "x"): 3}
    assert planned.ready
    assert cells(plan(block, Selection(0, 0), Beyond.CLIP, headings=None)) == {("a", "x"): 1}


def test_what_cannot_be_read_is_listed_by_its_place_and_nothing_is_ready() -> None:
    planned = plan((("1", "many"), ("few", "4")), Selection(0, 0))
    assert [(p.row, p.column, p.text, p.area, p.indicator) for p in planned.problems] == [
        (0, 1, "many", "a", "y"),
        (1, 0, "few", "b", "x"),
    ]
    assert not planned.ready
    (problem,) = plan((("", "x"), ("Bern", "much")), Selection(0, 0), headings=None).problems
    assert (problem.row, problem.column) == (1, 1)


def test_an_empty_block_plans_nothing() -> None:
    assert plan((), Selection(0, 0)) == Plan()


BLOCKS = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.tuples(*[st.sampled_from(["1", "2", "", "x"])] * width), min_size=1, max_size=4).map(
        tuple
    )
)


@given(
    BLOCKS,
    st.builds(Selection, st.integers(0, 2), st.integers(0, 2), st.integers(1, 4), st.integers(1, 4)),
    st.sampled_from(Beyond),
)
def test_every_text_is_written_left_out_empty_or_a_problem(block: Block, at: Selection, beyond: Beyond) -> None:
    planned = plan(block, at, beyond)
    height, width = len(block), len(block[0])
    repeats = at.rows % height == 0 and at.columns % width == 0
    area = at.rows * at.columns if repeats else height * width
    unreadable = [p for p in planned.problems if not isinstance(p.error, NamelessRowsError)]
    assert len(planned.cells) + planned.clipped + planned.empty + len(unreadable) == area
    for row in range(min(height, 3 - at.row)):
        for column in range(min(width, 3 - at.column)):
            if block[row][column] in "12" and block[row][column]:
                assert cells(planned)["abc"[at.row + row], "xyz"[at.column + column]] == float(block[row][column])
    if planned.ready and beyond is Beyond.ASK:
        assert planned.clipped == 0


@given(st.builds(Selection, st.integers(0, 3), st.integers(0, 3), st.integers(1, 4), st.integers(1, 4)))
def test_a_fill_reaches_every_cell_of_the_selection_but_its_source(at: Selection) -> None:
    inside = {(r, c) for r in range(at.row, at.row + at.rows) for c in range(at.column, at.column + at.columns)}
    for copies, along in ((fill_down(at), 1), (fill_right(at), 0)):
        assert all(copy.source[along] == copy.target[along] for copy in copies)
        assert {copy.target for copy in copies} <= inside
        assert not {copy.target for copy in copies} & {copy.source for copy in copies}
        if at.row and at.column:
            sources = {copy.source for copy in copies} & inside
            assert {copy.target for copy in copies} | sources == inside


def test_a_single_row_is_filled_from_the_one_above_it_and_the_first_row_from_nowhere() -> None:
    assert fill_down(Selection(2, 1)) == (Copy((1, 1), (2, 1)),)
    assert fill_down(Selection(0, 0)) == ()
    assert fill_right(Selection(0, 1)) == (Copy((0, 0), (0, 1)),)
    assert fill_right(Selection(0, 0)) == ()


TEXTS = [(1, "Wuhan 12"), (2, "wuhan"), (3, "1.5"), (4, "a.b")]


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        (Sought("wuhan"), [(1, ((0, 5),)), (2, ((0, 5),))]),
        (Sought("wuhan", cased=True), [(2, ((0, 5),))]),
        (Sought("wuhan", whole=True), [(2, ((0, 5),))]),
        (Sought("."), [(3, ((1, 2),)), (4, ((1, 2),))]),
        (Sought(r"\d", expression=True), [(1, ((6, 7), (7, 8))), (3, ((0, 1), (2, 3)))]),
        (Sought(r"x*", expression=True), []),
        (Sought(""), []),
    ],
)
def test_matches_are_found_with_their_place(sought: Sought, found: list[object]) -> None:
    assert list(find(TEXTS, sought)) == found


def test_a_replacement_is_a_preview_of_what_would_change() -> None:
    preview = list(replacements(TEXTS, Sought(r"(\d)\.(\d)", expression=True), r"\2,\1"))
    assert [(one.place, one.before, one.after, one.count) for one in preview] == [(3, "1.5", "5,1", 1)]
    assert [one.after for one in replacements(TEXTS, Sought("1"), r"\1")] == [r"Wuhan \12", r"\1.5"]
    assert list(replacements(TEXTS, Sought("wuhan", cased=True), "wuhan")) == []


@pytest.mark.parametrize(
    ("text", "replacement"), [("(", ""), ("[a", ""), ("a", r"\1"), ("a", r"\g<x>"), ("a{999999999999}", "")]
)
def test_an_expression_that_is_none_is_refused_in_words(text: str, replacement: str) -> None:
    with pytest.raises(BadPatternError, match="cannot be used"):
        list(replacements(TEXTS, Sought(text, expression=True), replacement))


@given(st.text(max_size=30), st.text(min_size=1, max_size=3), st.text(max_size=3))
def test_replacing_a_plain_text_is_what_python_does(text: str, sought: str, replacement: str) -> None:
    after = [one.after for one in replacements([(0, text)], Sought(sought, cased=True), replacement)]
    assert after == ([text.replace(sought, replacement)] if text.replace(sought, replacement) != text else [])
