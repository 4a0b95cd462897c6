"""Weights in the header: dragged, stepped, typed, locked; tried while they move, one step when they are let go."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from citeria_core.reweigh import Rule
from citeria_db import operations
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.models.ranking_model import Column
from citeria_desktop.panels.ranking_bench import RankingBench
from citeria_desktop.theme import Theme
from citeria_desktop.views.ranking import RankingView

PARTS = ("enterprise", "research", "infrastructure")
SHIFT, ALT, NONE = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.NoModifier,
)


@pytest.fixture
def view(qtbot: QtBot, bridge: SessionBridge, light: Theme) -> RankingView:
    view = RankingView(bridge, light)
    qtbot.addWidget(view)
    view.resize(1100, 700)
    with qtbot.waitExposed(view):
        view.show()
    return view


@pytest.fixture
def bench(view: RankingView) -> RankingBench:
    assert view.bench is not None
    return view.bench


def weights(bridge: SessionBridge) -> list[float]:
    assert bridge.session.index is not None
    held = bridge.session.project.indices.get(bridge.session.index.code)
    return [next(node.weight for node in held.nodes if node.code == code) for code in PARTS]


def steps(bridge: SessionBridge) -> int:
    return len(bridge.session.project.history.steps())


def mouse(handle: QWidget, kind: QMouseEvent.Type, x: float, modifiers: Qt.KeyboardModifier = NONE) -> None:
    held = Qt.MouseButton.NoButton if kind == QMouseEvent.Type.MouseButtonRelease else Qt.MouseButton.LeftButton
    button = Qt.MouseButton.NoButton if kind == QMouseEvent.Type.MouseMove else Qt.MouseButton.LeftButton
    place = QPointF(x, 20)
    QApplication.sendEvent(handle, QMouseEvent(kind, QPointF(5, 20), place, button, held, modifiers))


def drag(view: RankingView, code: str, percent: float, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press the border of a part and move it by what `percent` of the whole is in pixels."""
    assert view.bench is not None
    header = view.bench.header
    handle, _ = header.lane(code)
    room = header.edges()[-1].right
    pixels = percent / 100 * (room - 26 * len(header.parts))
    mouse(handle, QMouseEvent.Type.MouseButtonPress, 100)
    mouse(handle, QMouseEvent.Type.MouseMove, 100 + pixels / 2, modifiers)
    mouse(handle, QMouseEvent.Type.MouseMove, 100 + pixels, modifiers)


def let_go(view: RankingView, code: str) -> None:
    assert view.bench is not None
    mouse(view.bench.header.lane(code)[0], QMouseEvent.Type.MouseButtonRelease, 0)


def test_a_drag_shows_the_ranking_as_it_would_be_and_writes_one_step_when_let_go(
    view: RankingView, bridge: SessionBridge
) -> None:
    before, rows = steps(bridge), [row.score for row in view.model.rows]
    drag(view, "research", 30)
    assert [row.score for row in view.model.rows] != rows
    assert weights(bridge) == [40, 30, 20]
    assert steps(bridge) == before
    let_go(view, "research")
    assert steps(bridge) == before + 1
    assert weights(bridge)[1] == 65
    assert sum(map(Decimal, map(repr, weights(bridge)))) == 100
    assert view.model.rows == bridge.session.standing.rows  # type: ignore[union-attr]
    bridge.undo()
    assert weights(bridge) == [40, 30, 20]
    assert [row.score for row in view.model.rows] == rows


def test_escape_while_dragging_restores_everything(qtbot: QtBot, view: RankingView, bridge: SessionBridge) -> None:
    before, rows = steps(bridge), view.model.rows
    drag(view, "enterprise", -30)
    assert view.model.rows != rows
    qtbot.keyClick(view.bench.header.lane("enterprise")[0], Qt.Key.Key_Escape)  # type: ignore[union-attr]
    let_go(view, "enterprise")
    assert view.model.rows == rows
    assert (steps(bridge), weights(bridge)) == (before, [40, 30, 20])


@pytest.mark.parametrize(("modifiers", "share"), [(NONE, 50), (SHIFT, 48), (ALT, 47.6)])
def test_a_drag_snaps_to_five_one_or_a_tenth_of_a_per_cent(
    view: RankingView, bridge: SessionBridge, modifiers: Qt.KeyboardModifier, share: float
) -> None:
    drag(view, "enterprise", 3.2, modifiers)
    let_go(view, "enterprise")
    assert weights(bridge)[0] == share


def test_mouse_keys_and_numbers_give_equal_weights(
    qtbot: QtBot, view: RankingView, bridge: SessionBridge, bench: RankingBench
) -> None:
    drag(view, "enterprise", 15.2, SHIFT)
    let_go(view, "enterprise")
    dragged = weights(bridge)
    assert dragged[0] == 60
    bridge.undo()
    handle, field = bench.header.lane("enterprise")
    field.setFocus()
    field.setText("60")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert weights(bridge) == dragged
    bridge.undo()
    field.setFocus()
    field.setText("48")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    handle, _ = bench.header.lane("enterprise")
    handle.setFocus()
    for key, modifiers in ((Qt.Key.Key_Right, SHIFT), (Qt.Key.Key_Up, SHIFT), (Qt.Key.Key_Right, NONE)):
        qtbot.keyClick(handle, key, modifiers)
    assert weights(bridge)[0] == 48
    qtbot.keyClick(handle, Qt.Key.Key_Right)
    qtbot.keyClick(handle, Qt.Key.Key_Return)
    assert weights(bridge) == pytest.approx(dragged, abs=2e-4)
    assert weights(bridge)[0] == 60


def test_keys_are_one_step_kept_by_enter_or_by_leaving(
    qtbot: QtBot, view: RankingView, bridge: SessionBridge, bench: RankingBench
) -> None:
    before = steps(bridge)
    handle, _ = bench.header.lane("research")
    handle.setFocus()
    for _ in range(4):
        qtbot.keyClick(handle, Qt.Key.Key_Left, SHIFT)
    assert (steps(bridge), weights(bridge)[1]) == (before, 30)
    view.table.setFocus()
    assert (steps(bridge), weights(bridge)[1]) == (before + 1, 13.3333)


def test_a_digit_on_a_border_begins_a_number(qtbot: QtBot, bridge: SessionBridge, bench: RankingBench) -> None:
    handle, field = bench.header.lane("infrastructure")
    handle.setFocus()
    qtbot.keyClick(handle, Qt.Key.Key_3)
    assert field.hasFocus()
    qtbot.keyClick(field, Qt.Key.Key_0)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert weights(bridge)[2] == 30


def test_nought_is_allowed_and_more_than_a_hundred_is_refused_in_words(
    qtbot: QtBot, bridge: SessionBridge, bench: RankingBench
) -> None:
    _, field = bench.header.lane("enterprise")
    field.setFocus()
    field.setText("0")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert weights(bridge) == [0, 60, 40]
    field.setText("120")
    with qtbot.waitSignal(bridge.failed) as told:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "from 0 to 100" in told.args[0]
    field.setText("0")


def test_a_locked_part_keeps_its_weight_and_cannot_be_moved(
    qtbot: QtBot, view: RankingView, bridge: SessionBridge, bench: RankingBench
) -> None:
    handle, _ = bench.header.lane("research")
    handle.setFocus()
    qtbot.keyClick(handle, Qt.Key.Key_L)
    assert handle.is_locked
    drag(view, "enterprise", 10.6, SHIFT)
    let_go(view, "enterprise")
    assert weights(bridge) == [55, 33.3333, 11.6667]
    qtbot.keyClick(handle, Qt.Key.Key_Right)
    qtbot.keyClick(handle, Qt.Key.Key_Return)
    assert weights(bridge)[1] == 33.3333


def test_a_typed_share_that_locks_leave_no_room_for_is_refused_and_changes_nothing(
    qtbot: QtBot, bridge: SessionBridge, bench: RankingBench
) -> None:
    before = weights(bridge)
    bench.weighing.toggle_lock("enterprise")
    _, field = bench.header.lane("research")
    field.setFocus()
    field.setText("60")
    with qtbot.waitSignal(bridge.failed) as told:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told.args == ["Research can have at most 55.6 %: the rest is locked."]
    assert weights(bridge) == before
    assert field.text() == "33.3"
    field.setText("55.6")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert weights(bridge)[2] == 0
    assert bench.header.lane("infrastructure")[0].accessibleName() == "Weight of Infrastructure: 0 %"
    bench.weighing.locked |= {"infrastructure"}
    field.setText("10")
    with qtbot.waitSignal(bridge.failed) as told:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "all are locked" in told.args[0]


def test_the_neighbour_alone_gives_when_that_is_the_rule(
    view: RankingView, bridge: SessionBridge, bench: RankingBench
) -> None:
    bench.weighing.rule = Rule.NEIGHBOUR
    drag(view, "enterprise", 10.6, SHIFT)
    let_go(view, "enterprise")
    assert weights(bridge) == [55, 22.7778, 22.2222]


def test_equal_weights_and_the_weights_that_came_are_one_step_each(bridge: SessionBridge, bench: RankingBench) -> None:
    before = steps(bridge)
    bench.weighing.equalise("ICI-CN-SUB")
    assert weights(bridge) == [33.3334, 33.3333, 33.3333]
    bench.weighing.reset("ICI-CN-SUB")
    assert weights(bridge) == [40, 30, 20]
    assert steps(bridge) == before + 2


def test_an_opened_part_shows_its_parts_and_their_weights_can_be_moved(
    qtbot: QtBot, view: RankingView, bridge: SessionBridge, bench: RankingBench
) -> None:
    bench._do("open", "enterprise")
    codes = [part.code for part in bench.header.parts]
    assert "enterprise" not in codes
    assert len(codes) > 3
    assert [part.code for part in view.model.parts] == codes
    child = bench.header.parts[0]
    for row in view.model.rows:
        if row.score is not None:
            assert sum(part or 0.0 for part in row.parts) == pytest.approx(row.score)
    _, field = bench.header.lane(child.code)
    field.setFocus()
    field.setText("70")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    index = bridge.session.project.indices.get("ICI-CN-SUB")
    inside = [node.weight for node in index.nodes if node.parent == "enterprise"]
    assert inside[0] == 70
    assert sum(inside) == 100
    assert weights(bridge) == [40, 30, 20]
    bench._do("close", child.code)
    assert [part.code for part in bench.header.parts] == list(PARTS)


def test_an_edit_from_elsewhere_ends_what_was_being_tried(view: RankingView, bridge: SessionBridge) -> None:
    drag(view, "research", 20)
    bridge.run(operations.set_weight, "ICI-CN-SUB", "infrastructure", 40.0)
    let_go(view, "research")
    assert weights(bridge) == [40, 30, 40]
    assert view.model.rows == bridge.session.standing.rows  # type: ignore[union-attr]


def test_weights_that_the_data_give_cannot_be_moved(view: RankingView, bridge: SessionBridge) -> None:
    from citeria_core.recipe import Recipe
    from citeria_core.recipe_path import RecipePath
    from citeria_db import index_operations

    assert bridge.session.index is not None
    recipe = RecipePath.of("weights.source").set(Recipe.from_toml(bridge.session.index.recipe), "equal")
    bridge.run(index_operations.set_recipe, "ICI-CN-SUB", recipe)
    assert view.bench is not None
    handle, field = view.bench.header.lane("research")
    assert not handle.isEnabled()
    assert not field.isEnabled()


def test_every_control_of_a_lane_has_a_name_and_is_reached_by_tab(bench: RankingBench) -> None:
    handle, field = bench.header.lane("enterprise")
    assert handle.accessibleName() == "Weight of Enterprise: 44.44 %"
    assert field.accessibleName() == "Share of Enterprise in per cent"
    assert handle.focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_the_border_stands_at_the_end_of_the_lane(view: RankingView, bench: RankingBench) -> None:
    left = bench.header.sectionViewportPosition(Column.BAR)
    for code, edge in zip(PARTS, bench.header.edges(), strict=True):
        handle, _ = bench.header.lane(code)
        assert handle.geometry().contains(QPoint(round(left + edge.right), 30))
