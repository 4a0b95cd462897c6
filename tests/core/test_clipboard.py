"""Blocks of texts as spreadsheets put them on the clipboard, and as nobody should."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citeria_core.clipboard import MOST_CELLS, MOST_OF_A_PAGE, TooLargeBlockError, read_block, read_page

BLOCKS = st.integers(1, 4).flatmap(
    lambda width: st.lists(
        st.lists(
            st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0")), min_size=width, max_size=width
        ),
        min_size=1,
        max_size=5,
    )
)


def written(block: list[list[str]], delimiter: str) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows(block)
    return out.getvalue()


@given(BLOCKS, st.sampled_from("\t,;|"))
def test_what_a_spreadsheet_writes_is_read_back(block: list[list[str]], delimiter: str) -> None:
    assert read_block(written(block, delimiter), delimiter) == tuple(map(tuple, block))


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("", ()),
        ("a", (("a",),)),
        ("a\tb\r\nc\td\r\n", (("a", "b"), ("c", "d"))),
        ("a\tb\nc\n", (("a", "b"), ("c", ""))),
        ("a\n\nb", (("a",), ("",), ("b",))),
        ('"two\nlines"\tx', (("two\nlines", "x"),)),
        ('"say ""so"""\t', (('say "so"', ""),)),
        ('5" pipe\t"unclosed\tz', (('5" pipe', '"unclosed', "z"),)),
        ('"a"b\tc', (('"a"b', "c"),)),
        ("\t", (("", ""),)),
        ("a\rb", (("a",), ("b",))),
        ("12,345", (("12,345",),)),
    ],
)
def test_quotes_line_breaks_and_ragged_rows_are_read_as_spreadsheets_mean_them(
    text: str, block: tuple[tuple[str, ...], ...]
) -> None:
    assert read_block(text) == block


@given(st.text(alphabet='"\t\n,a', max_size=60))
def test_any_text_gives_a_rectangle_that_holds_its_letters(text: str) -> None:
    block = read_block(text)
    assert len({len(row) for row in block}) <= 1
    assert sum(cell.count("a") for row in block for cell in row) == text.count("a")


def test_quotes_that_nobody_closes_take_no_longer_than_others() -> None:
    block = read_block('"' + '\t"x' * 200_000)
    assert block[0][-1] == '"x'
    block = read_block('"a""\t' * 100_000)
    assert len(block) == 1


def test_a_million_cells_are_read_and_more_are_refused() -> None:
    million = ("\t".join("1" * 100) + "\n") * (MOST_CELLS // 100)
    assert len(read_block(million)) == MOST_CELLS // 100
    with pytest.raises(TooLargeBlockError, match="at most 1,000,000"):
        read_block(million + "1\n")
    with pytest.raises(TooLargeBlockError, match="cells"):  # one long row makes all the others long
        read_block("\t" * 2000 + "\n" * 2000)
    with pytest.raises(TooLargeBlockError, match="characters"):
        read_page("x" * (MOST_OF_A_PAGE + 1))


@pytest.mark.parametrize(
    ("page", "block"),
    [
        ("<p>no table</p>", ()),
        ("<table><tr><td>1</td><th> a  b </th></tr></table>", (("1", "a b"),)),
        ("<table><tbody><tr><td>a<br>b</td><td>&lt;i&gt;</td></tbody></table>", (("a\nb", "<i>"),)),
        ("<table><tr><td colspan=2>a<td>b<tr><td>c</table>", (("a", "", "b"), ("c", "", ""))),
        ("<table><tr><td rowspan=2>a</td><td>b</td></tr><tr><td>c</td></tr></table>", (("a", "b"), ("", "c"))),
        ("<table><tr><td>1</td></tr></table><table><tr><td>2</td></tr></table>", (("1",),)),
        ("<table><tr><td><b>x</b> <script>alert(1)</script>y</td></tr></table>", (("x alert(1)y",),)),
        ("<table><tr><td>unclosed", (("unclosed",),)),
        ("<table><tr><td colspan=999999999>a</td></tr></table>", (("a", *[""] * 9_999),)),
    ],
)
def test_the_first_table_of_a_page_is_read_as_text(page: str, block: tuple[tuple[str, ...], ...]) -> None:
    assert read_page(page) == block


@settings(max_examples=200)
@given(
    st.lists(
        st.sampled_from(["<table>", "</table>", "<tr>", "<td>", "<td rowspan=3>", "<th colspan=2>", "x", "<", "&#"])
    )
)
def test_no_page_breaks_the_reader(parts: list[str]) -> None:
    block = read_page("".join(parts))
    assert len({len(row) for row in block}) <= 1
