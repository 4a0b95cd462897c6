"""Parts put together by drawing a lane on another one or from its menu: one step, shares and plain scores stay."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from citeria_core import recombine
from citeria_core.model import Node
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.panels.name_card import NameCard
from citeria_desktop.panels.ranking_bench import RankingBench
from citeria_desktop.theme import Theme
from citeria_desktop.views.ranking import RankingView

# What the platform without a screen says of any popup.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
INDEX = "ICI-CN-SUB"


@pytest.fixture
def view(bridge: SessionBridge, qtbot: QtBot, light: Theme) -> RankingView:
    made = RankingView(bridge, light)
    qtbot.addWidget(made)
    made.resize(1200, 760)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def bench(view: RankingView) -> RankingBench:
    assert view.bench is not None
    return view.bench


def nodes(bridge: SessionBridge) -> tuple[Node, ...]:
    return bridge.session.project.indices.get(INDEX).nodes


def scores(view: RankingView) -> dict[str, float | None]:
    return {row.area: row.score for row in view.model.rows}


def middle(bench: RankingBench, code: str) -> QPoint:
    place = [part.code for part in bench.header.parts].index(code)
    edge = bench.header.edges()[place]
    return QPoint(round(bench.header.bars_left + edge.left + edge.width / 2), 16)


def mouse(bench: RankingBench, kind: QEvent.Type, place: QPoint) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    button = none if kind == QEvent.Type.MouseMove else left
    held = none if kind == QEvent.Type.MouseButtonRelease else left
    port = bench.header.viewport()
    at = QPointF(place)
    event = QMouseEvent(kind, at, QPointF(port.mapToGlobal(place)), button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(port, event)


def draw(bench: RankingBench, code: str, onto: str) -> None:
    start, end = middle(bench, code), middle(bench, onto)
    mouse(bench, QEvent.Type.MouseButtonPress, start)
    mouse(bench, QEvent.Type.MouseMove, start + QPoint(12, 0))
    mouse(bench, QEvent.Type.MouseMove, end)
    mouse(bench, QEvent.Type.MouseButtonRelease, end)


def choose(qtbot: QtBot, text: str) -> None:
    """Choose in the menu that has opened."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    wanted = next(action for action in menu.actions() if action.text() == text)
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(wanted).center())


def entry(bench: RankingBench, view: RankingView, code: str, *path: str) -> QAction:
    """What the menu of a lane offers under these words."""
    menu = QMenu(bench.header)
    node = next(node for node in nodes(bench._bridge) if node.code == code)
    bench.moves.fill(menu, node, view.model.parts)
    for title in path[:-1]:
        inner = next(action for action in menu.actions() if action.text() == title).menu()
        assert isinstance(inner, QMenu)
        menu = inner
    return next(action for action in menu.actions() if action.text() == path[-1])


def name(view: RankingView, given: str) -> None:
    card = next(card for card in view.findChildren(NameCard) if card.isVisible())
    card.field.setText(given)
    card.button.click()


def test_a_lane_drawn_on_another_combines_them_and_undo_parts_them(
    view: RankingView, bench: RankingBench, bridge: SessionBridge, qtbot: QtBot
) -> None:
    before, held = scores(view), nodes(bridge)
    shares = recombine.shares(held)
    draw(bench, "infrastructure", "research")
    choose(qtbot, "Weighted mean of Infrastructure and Research…")
    name(view, "Knowledge")
    assert [part.name for part in view.model.parts] == ["Enterprise", "Knowledge"]
    after = recombine.shares(nodes(bridge))
    assert all(after[code] == pytest.approx(share) for code, share in shares.items())
    complete = [row.area for row in view.model.rows if row.present == row.total]
    assert {area: scores(view)[area] for area in complete} == pytest.approx({area: before[area] for area in complete})
    assert (bridge.session.undo_label or "").startswith("Combine Infrastructure and Research: Knowledge")
    bench.header.fold_toggled.emit("knowledge")
    assert [part.code for part in view.model.parts] == ["enterprise", "research", "infrastructure"]
    bridge.undo()
    assert nodes(bridge) == held
    assert scores(view) == before


def test_the_larger_of_two_parts_is_a_method_of_its_own_node(
    view: RankingView, bench: RankingBench, bridge: SessionBridge
) -> None:
    entry(
        bench, view, "infrastructure", "Combine with", "Research", "The larger of Infrastructure and Research…"
    ).trigger()
    name(view, "Best of two")
    result = bridge.session.result
    assert result is not None
    assert result.plan_of("best-of-two").method == "maximum"
    parts = [result.score("research"), result.score("infrastructure")]
    whole = result.score("best-of-two")
    both = [place for place, row in enumerate(zip(*parts, strict=True)) if row[0] == row[0] and row[1] == row[1]]
    assert [whole[place] for place in both] == [max(one[place] for one in parts) for place in both]
    entry(bench, view, "best-of-two", "How its parts add up", "Weighted mean").trigger()
    assert bridge.session.result is not None
    assert bridge.session.result.plan_of("best-of-two").method == "arithmetic"
    entry(bench, view, "best-of-two", "Split into its parts").trigger()
    assert [part.code for part in view.model.parts] == ["enterprise", "research", "infrastructure"]
    assert bridge.session.problem == ""


def test_a_part_is_put_into_another_renamed_and_taken_out(
    view: RankingView, bench: RankingBench, bridge: SessionBridge, qtbot: QtBot
) -> None:
    draw(bench, "infrastructure", "enterprise")
    choose(qtbot, "Put Infrastructure into Enterprise")
    assert [part.code for part in view.model.parts] == ["enterprise", "research"]
    entry(bench, view, "research", "Rename…").trigger()
    name(view, "Science")
    assert view.model.parts[1].name == "Science"
    entry(bench, view, "research", "Take out of the index").trigger()
    assert [part.code for part in view.model.parts] == ["enterprise"]
    for _ in range(3):
        bridge.undo()
    assert [part.name for part in view.model.parts] == ["Enterprise", "Research", "Infrastructure"]


def test_a_click_still_sorts_and_a_drag_to_nowhere_changes_nothing(
    view: RankingView, bench: RankingBench, bridge: SessionBridge, qtbot: QtBot
) -> None:
    held = nodes(bridge)
    qtbot.mouseClick(bench.header.viewport(), Qt.MouseButton.LeftButton, pos=middle(bench, "research"))
    assert bench.looks.arrangement.sort[0].key == "part:research"
    order = bench.looks.arrangement
    start = middle(bench, "research")
    mouse(bench, QEvent.Type.MouseButtonPress, start)
    mouse(bench, QEvent.Type.MouseMove, start + QPoint(14, 0))
    assert bench.moves.drag._label.isVisible()
    mouse(bench, QEvent.Type.MouseButtonRelease, QPoint(4, 16))
    assert not bench.moves.drag._label.isVisible()
    assert (nodes(bridge), bench.looks.arrangement) == (held, order)


def test_the_tree_belongs_to_the_data_but_a_method_can_be_tried(
    view: RankingView, bench: RankingBench, bridge: SessionBridge
) -> None:
    bridge.look(bridge.session.tried)
    texts: list[str] = []
    bridge.failed.connect(texts.append)
    draw(bench, "infrastructure", "research")
    assert texts == ["Parts are put together in the data: go back to them, then try again."]
    entry(bench, view, "enterprise", "How its parts add up", "The largest of them").trigger()
    assert bridge.session.shown is not None
    assert bridge.session.result is not None
    assert bridge.session.shown.plan_of("enterprise").method == "maximum"
    assert bridge.session.result.plan_of("enterprise").method == "arithmetic"
