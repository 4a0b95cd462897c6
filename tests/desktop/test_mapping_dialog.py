"""The line that values follow: bent by mouse and keys, tried at once, written as one step that undo takes back."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from citeria_core import mapping
from citeria_core.recipe import Recipe
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.dialogs.mapping import MappingDialog
from citeria_desktop.theme import Theme
from citeria_desktop.views.ranking import RankingView


@pytest.fixture
def view(qtbot: QtBot, bridge: SessionBridge, light: Theme) -> RankingView:
    view = RankingView(bridge, light)
    qtbot.addWidget(view)
    view.resize(1100, 700)
    with qtbot.waitExposed(view):
        view.show()
    return view


@pytest.fixture
def leaf(bridge: SessionBridge) -> str:
    assert bridge.session.index is not None
    return next(node.code for node in bridge.session.index.leaves() if "smart" in node.code)


@pytest.fixture
def dialog(qtbot: QtBot, view: RankingView, leaf: str) -> MappingDialog:
    found = view.edit_mapping(leaf)
    assert found is not None
    with qtbot.waitExposed(found):
        found.show()
    return found


def recipe(bridge: SessionBridge) -> Recipe:
    assert bridge.session.index is not None
    return Recipe.from_toml(bridge.session.project.indices.get(bridge.session.index.code).recipe)


def at(dialog: MappingDialog, x: float, y: float) -> QPoint:
    return dialog.plot.place_of((x, y)).toPoint()


def test_it_begins_with_what_the_recipe_does(dialog: MappingDialog, bridge: SessionBridge, leaf: str) -> None:
    result = bridge.session.result
    assert result is not None
    (low, first), (high, last) = dialog.plot.points
    assert (first, last) == (0, 100)
    assert low < high
    assert dialog.plot.accessibleDescription().startswith("Point 1 of 2: ")


def test_a_point_dragged_shows_the_ranking_as_it_would_be_and_cancel_restores_it(
    qtbot: QtBot, view: RankingView, dialog: MappingDialog, bridge: SessionBridge
) -> None:
    before, steps = view.model.rows, len(bridge.session.project.history.steps())
    (low, _), (high, _) = dialog.plot.points
    middle = (low + high) / 2
    qtbot.mouseDClick(dialog.plot, Qt.MouseButton.LeftButton, pos=at(dialog, middle, 80))
    assert len(dialog.plot.points) == 3
    qtbot.mousePress(dialog.plot, Qt.MouseButton.LeftButton, pos=at(dialog, *dialog.plot.points[1]))
    qtbot.mouseMove(dialog.plot, at(dialog, middle, 95))
    qtbot.mouseRelease(dialog.plot, Qt.MouseButton.LeftButton, pos=at(dialog, middle, 95))
    assert dialog.plot.points[1][1] == pytest.approx(95, abs=1)
    assert view.model.rows != before
    assert dialog.told.text()
    dialog.reject()
    assert view.model.rows == before
    assert len(bridge.session.project.history.steps()) == steps


def test_keys_bend_the_line_and_it_is_written_as_one_step(
    qtbot: QtBot, view: RankingView, dialog: MappingDialog, bridge: SessionBridge, leaf: str
) -> None:
    before, held = bridge.session.standing, recipe(bridge)
    plot = dialog.plot
    plot.setFocus()
    qtbot.keyClick(plot, Qt.Key.Key_Insert)
    for _ in range(6):
        qtbot.keyClick(plot, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert plot.points[1][1] == pytest.approx(80)
    tried = view.model.rows
    dialog.use.click()
    assert recipe(bridge).normalise_of(leaf).method == "piecewise"
    assert recipe(bridge).normalise_of(leaf).points == plot.points
    assert [row.score for row in view.model.rows] == [row.score for row in tried]
    assert (bridge.session.undo_label or "").startswith("Method of ")
    bridge.undo()
    assert recipe(bridge) == held
    assert [row.score for row in bridge.session.standing.rows] == [row.score for row in before.rows]  # type: ignore[union-attr]


def test_a_point_is_typed_turned_round_and_dropped_again(
    view: RankingView, dialog: MappingDialog, bridge: SessionBridge, leaf: str
) -> None:
    dialog.score.setText("40")
    dialog.score.editingFinished.emit()
    assert dialog.plot.points[0][1] == 40
    dialog.turn.click()
    assert [y for _, y in dialog.plot.points] == [100, 40]
    dialog.use.click()
    assert recipe(bridge).normalise_of(leaf).method == "piecewise"
    again = view.edit_mapping(leaf)
    assert again is not None
    again.plain.click()
    assert leaf not in recipe(bridge).indicators


def test_the_logarithm_can_be_taken_first(dialog: MappingDialog, bridge: SessionBridge, leaf: str) -> None:
    straight = dialog.plot.points
    dialog.log.setChecked(True)
    assert dialog.plot.points != straight
    dialog.use.click()
    assert recipe(bridge).treat_of(leaf).method == "log"


def test_tab_walks_along_the_points(qtbot: QtBot, dialog: MappingDialog) -> None:
    dialog.plot.setFocus()
    qtbot.keyClick(dialog.plot, Qt.Key.Key_Tab)
    assert dialog.plot.current == 1
    assert dialog.plot.hasFocus()
    qtbot.keyClick(dialog.plot, Qt.Key.Key_Tab)
    assert not dialog.plot.hasFocus()


def _shape(dialog: MappingDialog, name: str) -> QAction:
    menu = dialog.shape.menu()
    assert menu is not None
    return next(action for action in menu.actions() if action.text().startswith(name))


def test_a_shape_is_laid_between_the_ends_and_tried(dialog: MappingDialog, view: RankingView) -> None:
    before, ends = view.model.rows, (dialog.plot.points[0], dialog.plot.points[-1])
    _shape(dialog, "Square root").trigger()
    assert (dialog.plot.points[0], dialog.plot.points[-1]) == ends
    assert dialog.plot.points[1][1] > 30  # an eighth of the way
    assert view.model.rows != before
    _shape(dialog, "Straight line").trigger()
    assert dialog.plot.points == ends
    assert not _shape(dialog, "No other indicator").isEnabled()


def test_the_points_of_another_indicator_are_copied_stretched_over_the_values_here(
    view: RankingView, bridge: SessionBridge, leaf: str
) -> None:
    assert bridge.session.index is not None
    other = next(node for node in bridge.session.index.leaves() if node.code != leaf)
    assert bridge.session.result is not None
    points = ((0.0, 0.0), (25.0, 80.0), (100.0, 100.0))
    bridge.follow(mapping.mapped(bridge.session.result.recipe, other.code, points, other.direction))
    dialog = view.edit_mapping(leaf)
    assert dialog is not None
    (low, _), (high, _) = dialog.plot.points
    _shape(dialog, f"As {other.name}").trigger()
    told = [(pytest.approx(low), 0.0), (pytest.approx(low + (high - low) / 4), 80.0), (pytest.approx(high), 100.0)]
    assert list(dialog.plot.points) == told
    dialog.reject()
