"""Five alignments: each bar as long as its value, where the alignment says, at any size and in any theme."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from citeria_desktop import theme as themes
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.models.ranking_model import Column
from citeria_desktop.painting.alignments import Alignment, Field, Look, between, layout
from citeria_desktop.painting.bars import GAP, Parts, Segment
from citeria_desktop.painting.lanes import LEAST, lanes, share_of
from citeria_desktop.theme import Theme
from citeria_desktop.views.ranking import RankingView

RECT = QRectF(0, 0, 1000, 14)
VALUE = st.floats(-50, 100).filter(lambda value: value == 0 or abs(value) > 1e-3)
STACKS = st.integers(1, 6).flatmap(
    lambda count: st.lists(st.lists(st.none() | VALUE, min_size=count, max_size=count), min_size=1, max_size=5)
)


def segments(stacks: list[list[float | None]], look: Look) -> list[tuple[Segment, ...]]:
    field = Field(tuple(tuple(stack) for stack in stacks), (1.0,) * len(stacks[0]))
    fit = layout(field, look, RECT.width())
    return [fit.segments(stack, RECT) for stack in stacks]


def drawn(row: tuple[Segment, ...]) -> dict[int, QRectF]:
    return {one.part: one.rect for one in row if not one.absent}


@given(STACKS, st.sampled_from(Alignment), st.integers(0, 5))
def test_every_part_is_there_once_and_inside_the_field(
    stacks: list[list[float | None]], alignment: Alignment, part: int
) -> None:
    look = Look(alignment, part % len(stacks[0]), tuple(stacks[0]))
    for stack, row in zip(stacks, segments(stacks, look), strict=True):
        present = {place for place, value in enumerate(stack) if value is not None}
        if alignment is Alignment.DIFFERENCE:
            present &= {place for place, value in enumerate(stacks[0]) if value is not None}
        assert set(drawn(row)) == present
        for rect in drawn(row).values():
            assert rect.left() >= -1e-6
            assert rect.right() <= RECT.right() + 1.0


@given(STACKS, st.integers(0, 5))
def test_the_chosen_part_begins_at_one_line_in_every_row(stacks: list[list[float | None]], chosen: int) -> None:
    part = chosen % len(stacks[0])
    field = Field(tuple(map(tuple, stacks)), (1.0,) * len(stacks[0]))
    fit = layout(field, Look(Alignment.BASELINE, part), RECT.width())
    assert fit.zero is not None
    for stack in stacks:
        rect, value = drawn(fit.segments(stack, RECT)).get(part), stack[part]
        if rect is not None and value is not None:
            assert (rect.left() if value >= 0 else rect.right()) == pytest.approx(fit.zero, abs=GAP + 1e-6)
        for place, other in drawn(fit.segments(stack, RECT)).items():
            if place < part and stack[place]:
                assert other.right() <= fit.zero + 1e-6


@given(STACKS)
def test_by_size_the_larger_part_comes_first(stacks: list[list[float | None]]) -> None:
    for stack, row in zip(stacks, segments(stacks, Look(Alignment.ORDERED)), strict=True):
        order = sorted((rect.left(), place) for place, rect in drawn(row).items() if (stack[place] or 0) > 0)
        for (_, before), (_, after) in pairwise(order):
            assert (stack[before] or 0) >= (stack[after] or 0)


@given(STACKS)
def test_aligned_parts_stay_in_their_lanes_and_equal_lengths_are_equal(stacks: list[list[float | None]]) -> None:
    count = len(stacks[0])
    edges = lanes((1.0,) * count, RECT.width())
    lengths: list[tuple[float, float]] = []
    for stack, row in zip(stacks, segments(stacks, Look(Alignment.ALIGNED)), strict=True):
        for place, rect in drawn(row).items():
            assert edges[place].left - 1e-6 <= rect.left()
            assert rect.right() <= edges[place].right + 1.0
            lengths.append((abs(stack[place] or 0.0), rect.width()))
    for (value, width), (other, beside) in pairwise(sorted(lengths)):
        if width > 1.5 and beside > 1.5:
            assert width / beside == pytest.approx(value / other)


def test_differences_run_to_either_side_of_none() -> None:
    look = Look(Alignment.DIFFERENCE, against=(10.0, 20.0))
    field = Field(((10.0, 20.0), (15.0, 10.0)), (1.0, 1.0))
    fit = layout(field, look, RECT.width())
    same, other = drawn(fit.segments((10.0, 20.0), RECT)), drawn(fit.segments((15.0, 10.0), RECT))
    assert {rect.width() for rect in same.values()} == {0.0}
    assert fit.zero is not None
    assert other[0].left() == pytest.approx(fit.zero)
    assert other[1].right() == pytest.approx(fit.zero, abs=GAP + 1e-6)
    assert other[1].width() + GAP == pytest.approx(2 * (other[0].width() + GAP))


def test_lanes_are_as_wide_as_their_weights_and_wide_enough_to_be_grabbed() -> None:
    edges = lanes([0.5, 0.5, 0.0], 1000)
    assert edges[0].width == edges[1].width
    assert edges[2].width == LEAST
    assert edges[-1].right == pytest.approx(1000)
    assert share_of(edges[0].width - LEAST, 3, 1000) == pytest.approx(0.5)


def test_half_way_a_part_is_half_way() -> None:
    before = (Segment(0, QRectF(0, 0, 100, 14)),)
    after = (Segment(0, QRectF(50, 0, 200, 14)), Segment(1, QRectF(300, 0, 40, 14)))
    moved = between(before, after, 0.5)
    assert moved[0].rect == QRectF(25, 0, 150, 14)
    assert moved[1].rect == QRectF(300, 0, 20, 14)
    assert between(before, after, 1.0) == after


def _shown(qtbot: QtBot, bridge: SessionBridge, theme: Theme) -> RankingView:
    view = RankingView(bridge, theme)
    qtbot.addWidget(view)
    view.resize(1100, 700)
    with qtbot.waitExposed(view):
        view.show()
    return view


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("scale", [1, 2])
@pytest.mark.parametrize("alignment", Alignment)
def test_what_is_painted_is_what_the_geometry_says(
    qtbot: QtBot,
    open_bridge: Callable[..., SessionBridge],
    light: Theme,
    alignment: Alignment,
    scale: int,
    name: str,
) -> None:
    bridge, theme = open_bridge(), themes.THEMES[name]
    view = _shown(qtbot, bridge, theme)
    assert view.bench is not None
    view.bench.lay(alignment.value)
    bars = view.table.bars
    qtbot.waitUntil(lambda: bars.progress >= 1.0)
    viewport = view.table.viewport()
    image = QImage(QSize(viewport.width(), viewport.height()) * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    viewport.render(image)
    colours = bars.colours()
    seen = 0
    for number, row in enumerate(view.model.rows):
        cell = QRectF(view.table.visualRect(view.model.index(number, Column.BAR))).adjusted(0, 0, 0, -1)
        for one in bars.segments(row.parts, bars.places(cell)[0]):
            if not one.absent and one.rect.width() > 6:
                centre = one.rect.center()
                found = QColor(image.pixel(round(centre.x() * scale), round(centre.y() * scale)))
                assert found.name() == colours[one.part].name(), (row.area, one.part)
                seen += 1
    assert seen > (8 if alignment is Alignment.DIFFERENCE else 15)


def test_keys_lay_the_bars_and_the_chips_tell_how(qtbot: QtBot, bridge: SessionBridge, light: Theme) -> None:
    view = _shown(qtbot, bridge, light)
    assert view.bench is not None
    strip = view.bench.strip
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    for key, alignment in enumerate((Alignment.STACKED, Alignment.ALIGNED, Alignment.ORDERED), 1):
        qtbot.keyClick(view.table, Qt.Key(Qt.Key.Key_0 + key), Qt.KeyboardModifier.AltModifier)
        assert view.table.bars.look.alignment is alignment
    assert [chip.toolTip().splitlines()[-1] for chip in strip.chips.values()] == [f"Alt+{key}" for key in range(1, 6)]
    strip.chips[Alignment.ALIGNED].click()
    assert view.table.bars.look.alignment is Alignment.ALIGNED
    assert strip.chips[Alignment.ALIGNED].isChecked()
    assert view.state()["alignment"] == "aligned"


def test_where_no_motion_is_wanted_every_alignment_is_there_at_once(
    qtbot: QtBot, bridge: SessionBridge, light: Theme
) -> None:
    view = RankingView(bridge, light, still=lambda: True)
    qtbot.addWidget(view)
    assert view.bench is not None
    for alignment in (*Alignment, Alignment.STACKED):
        view.bench.lay(alignment.value)
        bars = view.table.bars
        assert (bars.look.alignment, bars.former, bars.progress) == (alignment, None, 1.0)


def test_the_difference_is_to_a_chosen_area_or_to_a_mean(qtbot: QtBot, bridge: SessionBridge, light: Theme) -> None:
    view = _shown(qtbot, bridge, light)
    assert view.bench is not None
    view.bench.lay("difference", "area:shanghai")
    against: Parts = view.table.bars.look.against
    assert against == next(row.parts for row in view.model.rows if row.area == "shanghai")
    view.bench.lay("difference", "mean")
    first = [row.parts[0] for row in view.model.rows if row.parts[0] is not None]
    assert view.table.bars.look.against[0] == pytest.approx(sum(first) / len(first))
