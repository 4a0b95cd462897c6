"""Figures are written in one way wherever the window shows one."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citeria_desktop.figures import NONE, fixed, percent, ranked, signed, whole

SOURCES = Path(__file__).parents[2] / "desktop" / "citeria_desktop"
NAN = float("nan")


@given(st.floats(-1e9, 1e9), st.integers(0, 4))
def test_what_is_written_reads_back_to_the_digits_shown(value: float, places: int) -> None:
    plain = fixed(value, places).replace("−", "-").replace("\u2009", "")
    assert float(plain) == round(value, places)
    assert "-" not in signed(value, places)
    assert signed(value, places).lstrip("+") == fixed(value, places)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (whole(12000), "12\u2009000"),
        (fixed(-0.001, 2), "0.00"),
        (signed(-1.25, 2), "−1.25"),
        (signed(0.0), "0.0"),
        (percent(0.431), "43 %"),
        (ranked(7.5), "7.5"),
        (fixed(NAN, 2), NONE),
        (ranked(NAN), NONE),
    ],
)
def test_a_figure_has_its_form(written: str, expected: str) -> None:
    assert written == expected


def test_views_panels_and_paintings_take_their_figures_from_one_place() -> None:
    """A minus sign put in by hand is a figure written elsewhere."""
    by_hand = re.compile(r"""replace\(["']-["'], ["']−["']\)""")
    found = [
        path.name
        for folder in ("views", "panels", "painting", "delegates")
        for path in (SOURCES / folder).rglob("*.py")
        if by_hand.search(path.read_text(encoding="utf-8"))
    ]
    assert found == []
