"""The structure of a project, changed as its user changes it: typed, dragged, by keys; each change one step."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from citeria_core.model import Area, Node, Status
from citeria_core.period import Period
from citeria_db import index_operations, operations, structure_operations
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.models.structure_model import Key, StructureModel
from citeria_desktop.panels.commit_fields import CheckList, Choice
from citeria_desktop.panels.structure_page import StructurePage
from citeria_desktop.theme import Theme
from citeria_desktop.views.structure import StructureView

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return
NO_POPUPS = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)


@pytest.fixture
def view(qtbot: QtBot, bridge: SessionBridge, light: Theme) -> StructureView:
    made = StructureView(bridge, light)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def refusals(bridge: SessionBridge) -> list[str]:
    heard: list[str] = []
    bridge.failed.connect(heard.append)
    return heard


def _type(qtbot: QtBot, field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    if text.isascii():
        qtbot.keyClicks(field, text)
    else:
        field.insert(text)  # as an input method does
    qtbot.keyClick(field, ENTER)


def _pick(qtbot: QtBot, choice: Choice, words: str) -> None:
    """Choose by keys, as the list is when it is closed."""
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_Home)
    for _ in range(choice.count()):
        if choice.currentText() == words:
            return
        qtbot.keyClick(choice, Qt.Key.Key_Down)
    raise AssertionError(words)


def _tick(qtbot: QtBot, ticks: CheckList, words: str) -> None:
    item = next(ticks.item(row) for row in range(ticks.count()) if ticks.item(row).text().startswith(words))
    ticks.setFocus()
    ticks.setCurrentItem(item)
    qtbot.keyClick(ticks, Qt.Key.Key_Space)


def _drag(page: StructurePage, key: Key, onto: Key, *, before: bool = False) -> None:
    """Drop `key` on another entry, or on the line above it."""
    tree, model = page.tree, page.model
    target = model.index_of(onto)
    tree.scrollTo(target)
    rect = tree.visualRect(target)
    place = QPointF(rect.left() + 20, rect.top() + 1 if before else rect.center().y())
    data = model.mimeData([model.index_of(key)])
    keys = Qt.KeyboardModifier.NoModifier
    tree.dropEvent(QDropEvent(place, Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, keys))


def _below(model: StructureModel, key: Key | None) -> list[str]:
    parent = QModelIndex() if key is None else model.index_of(key)
    return [str(model.index(row, 0, parent).data()) for row in range(model.rowCount(parent))]


def _steps(bridge: SessionBridge) -> int:
    return int(bridge.session.project.counts()["steps"])


def _button(page: StructurePage, text: str) -> QPushButton:
    return next(one for one in page.form.findChildren(QPushButton) if one.isVisible() and one.text() == text)


def test_the_models_keep_qts_rules_while_the_project_changes(view: StructureView, bridge: SessionBridge) -> None:
    modes = QAbstractItemModelTester.FailureReportingMode
    testers = [QAbstractItemModelTester(page.model, modes.Fatal) for page in view.pages.values()]
    for name in view.pages:
        view.show_page(name)
        bridge.run(structure_operations.add_area, Area("ningbo", "city", {"en": "Ningbo"}, parent="zhejiang-prov"))
        bridge.run(structure_operations.move_members, "ici-clusters", ["ningbo"], "rising-centre")
        bridge.run(structure_operations.rename_area, "ningbo", {"en": "Ningbo City"})
        bridge.run(index_operations.remove_node, "ICI-CN", "enterprise")
        for _ in range(4):
            bridge.undo()
    assert len(testers) == 4


def test_a_page_is_made_when_it_is_turned_to_and_shown_anew_when_it_changed(
    view: StructureView, bridge: SessionBridge
) -> None:
    assert list(view.pages.made) == ["areas"]
    view.show_page("indicators")
    assert list(view.pages.made) == ["areas", "indicators"]
    told: list[object] = []
    view.indicators.model.dataChanged.connect(lambda *_: told.append(None))
    bridge.run(operations.set_value, "wuhan", "sub-smart-2020-score", Period.parse("2020"), "50")
    assert not told  # a value stands nowhere in the structure
    held = bridge.session.project.indicators.get("sub-smart-2020-score")
    assert bridge.run(structure_operations.change_indicator, held.code, replace(held, unit="points"))
    assert told


def test_everything_in_the_view_says_what_it_is(view: StructureView) -> None:
    for name in view.pages:
        view.show_page(name)
        page = view.page
        for field in (*page.findChildren(QLineEdit), *page.findChildren(Choice), *page.findChildren(CheckList)):
            assert field.accessibleName() or field.objectName().startswith("qt_"), (name, field)
        for button in page.buttons.values():
            assert button.accessibleName()
        assert page.tree.accessibleName()


def test_pages_turn_by_keys_and_the_caret_waits_for_a_name(qtbot: QtBot, view: StructureView) -> None:
    view.areas.line.setFocus()
    for expected in (view.indicators, view.groupings, view.indices, view.areas):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown, CONTROL)
        assert view.page is expected
        assert QApplication.focusWidget() is expected.line
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageUp, CONTROL)
    assert view.page is view.indices
    qtbot.mouseClick(view.chips["groupings"], Qt.MouseButton.LeftButton)
    assert view.page is view.groupings


def test_an_area_is_added_named_and_moved_by_keys(qtbot: QtBot, view: StructureView, bridge: SessionBridge) -> None:
    page, project = view.areas, bridge.session.project
    page.ranked.setChecked(False)
    _type(qtbot, page.line, "Ningbo")
    assert page.line.text() == ""
    assert page.tree.key == ("area", "ningbo")
    assert project.areas.get("ningbo").name() == "Ningbo"
    _type(qtbot, page.names["zh"], "宁波")
    _type(qtbot, page.kind, "port")
    _type(qtbot, page.code, "ngb")
    held = project.areas.get("ngb")
    assert (held.names, held.kind) == ({"en": "Ningbo", "zh": "宁波"}, "port")
    assert page.tree.key == ("area", "ngb")
    _pick(qtbot, page.parent_area, "Zhejiang Province")
    assert project.areas.get("ngb").parent == "zhejiang-prov"
    assert _below(page.model, ("area", "zhejiang-prov")) == ["Hangzhou", "Ningbo"]
    page.tree.setFocus()
    qtbot.keyClick(page.tree, Qt.Key.Key_Up, ALT)
    assert _below(page.model, ("area", "zhejiang-prov")) == ["Ningbo", "Hangzhou"]
    qtbot.keyClick(page.tree, Qt.Key.Key_Left, ALT)
    assert project.areas.get("ngb").parent == "china"
    while bridge.session.undo_label:
        bridge.undo()
    assert ("area", "ngb") not in list(page.model.keys())


def test_an_area_is_renamed_in_the_tree(qtbot: QtBot, view: StructureView, bridge: SessionBridge) -> None:
    page = view.areas
    page.tree.choose(("area", "wuhan"))
    page.tree.setFocus()
    qtbot.keyClick(page.tree, Qt.Key.Key_F2)
    editor = page.tree.viewport().findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    qtbot.keyClicks(editor, "Wuhan City")
    qtbot.keyClick(editor, ENTER)
    qtbot.waitUntil(lambda: bridge.session.project.areas.get("wuhan").name() == "Wuhan City")
    assert page.names["en"].text() == "Wuhan City"
    assert _steps(bridge) == 1


def test_areas_are_dragged_into_and_before_each_other(view: StructureView, bridge: SessionBridge) -> None:
    page, project = view.areas, bridge.session.project
    _drag(page, ("area", "wuhan"), ("area", "zhejiang-prov"))
    assert project.areas.get("wuhan").parent == "zhejiang-prov"
    _drag(page, ("area", "wuhan"), ("area", "hangzhou"), before=True)
    assert _below(page.model, ("area", "zhejiang-prov"))[:2] == ["Wuhan", "Hangzhou"]
    assert page.tree.key == ("area", "wuhan")
    assert _steps(bridge) == 2


def test_a_circle_is_refused_in_words(view: StructureView, bridge: SessionBridge, refusals: list[str]) -> None:
    _drag(view.areas, ("area", "china"), ("area", "wuhan"))
    assert "lies in “china” itself" in refusals[0]
    assert _steps(bridge) == 0


def test_after_removing_the_keys_stay_beside_what_was_there(
    qtbot: QtBot, view: StructureView, refusals: list[str]
) -> None:
    view.show_page("indicators")
    tree = view.indicators.tree
    for name in ("Alpha", "Beta", "Gamma"):
        view.indicators.add(name)
    tree.setFocus()
    tree.choose(("indicator", "beta"))
    for left in ("gamma", "alpha"):
        qtbot.keyClick(tree, Qt.Key.Key_Delete)
        assert refusals == []
        assert tree.key == ("indicator", left)
        assert tree.hasFocus()


def test_after_removing_the_last_one_the_keys_go_to_the_line_for_the_next(
    qtbot: QtBot, view: StructureView, bridge: SessionBridge
) -> None:
    view.show_page("groupings")
    page = view.groupings
    for grouping in bridge.session.project.groupings.all():
        bridge.run(structure_operations.remove_grouping, grouping.code)
    page.add("Size")
    page.tree.setFocus()
    qtbot.keyClick(page.tree, Qt.Key.Key_Delete)
    assert page.tree.isHidden()
    assert page.line.hasFocus()


def test_what_is_in_use_is_neither_removed_nor_retired(
    qtbot: QtBot, view: StructureView, bridge: SessionBridge, refusals: list[str]
) -> None:
    page = view.areas
    page.tree.choose(("area", "wuhan"))
    page.tree.setFocus()
    qtbot.keyClick(page.tree, Qt.Key.Key_Delete)
    qtbot.mouseClick(page.retire, Qt.MouseButton.LeftButton)
    assert "is in use" in refusals[0]
    assert "ranked by ICI-CN" in refusals[1]
    assert _steps(bridge) == 0


def test_an_area_joins_and_leaves_an_index_and_is_retired(
    qtbot: QtBot, view: StructureView, bridge: SessionBridge
) -> None:
    page, project = view.areas, bridge.session.project
    page.tree.choose(("area", "wuhan"))
    for code in ("ICI-CN", "ICI-CN-SUB"):
        _tick(qtbot, page.indices, f"{code} ·")
        assert "wuhan" not in project.indices.get(code).areas
    qtbot.mouseClick(page.retire, Qt.MouseButton.LeftButton)
    assert project.areas.get("wuhan").retired
    assert page.retire.text() == "Bring back"
    assert _steps(bridge) == 3


def test_an_indicator_is_added_and_described(qtbot: QtBot, view: StructureView, bridge: SessionBridge) -> None:
    view.show_page("indicators")
    page, project = view.indicators, bridge.session.project
    _type(qtbot, page.line, "Public charging points")
    _type(qtbot, page.unit, "count")
    _pick(qtbot, page.direction, "↓ less is better")
    page.definition.setFocus()
    qtbot.keyClicks(page.definition, "Open to anybody")
    qtbot.keyClick(page.definition, ENTER, CONTROL)
    held = project.indicators.get("public-charging-points")
    assert (held.name, held.unit, held.direction) == ("Public charging points", "count", -1)
    assert held.definition == "Open to anybody"
    assert _steps(bridge) == 4
    page.tree.setFocus()
    qtbot.keyClick(page.tree, Qt.Key.Key_Up, ALT)
    assert project.indicators.all()[-2].code == held.code
    qtbot.keyClick(page.tree, Qt.Key.Key_Delete)
    assert held.code not in [one.code for one in project.indicators.all()]


def test_a_code_that_is_taken_stays_to_be_mended_and_escape_takes_it_back(
    qtbot: QtBot, view: StructureView, refusals: list[str]
) -> None:
    view.show_page("indicators")
    page = view.indicators
    page.tree.choose(("indicator", "ici-e1-firms"))
    _type(qtbot, page.code, "ici-e2-employment")
    assert "There is already an indicator" in refusals[0]
    assert page.code.text() == "ici-e2-employment"
    assert view.editing
    qtbot.keyClick(page.code, Qt.Key.Key_Escape)
    assert page.code.text() == "ici-e1-firms"
    assert not view.editing


def test_a_grouping_gets_groups_and_members(qtbot: QtBot, view: StructureView, bridge: SessionBridge) -> None:
    view.show_page("groupings")
    page, project = view.groupings, bridge.session.project
    _pick(qtbot, page.target, "new grouping")
    _type(qtbot, page.line, "Coast and inland")
    assert page.target.currentText() == "group of Coast and inland"
    _type(qtbot, page.line, "Coast")
    _tick(qtbot, page.members, "Shanghai")
    _tick(qtbot, page.members, "Wuhan")
    _type(qtbot, page.line, "Inland")
    _drag(
        page,
        ("member", "coast-and-inland", "coast", "wuhan"),
        ("group", "coast-and-inland", "inland"),
    )
    groups = project.groupings.get("coast-and-inland").groups
    assert [(group.name, group.members) for group in groups] == [("Coast", ("shanghai",)), ("Inland", ("wuhan",))]
    page.tree.choose(("group", "coast-and-inland", "inland"))
    page.tree.setFocus()
    qtbot.keyClick(page.tree, Qt.Key.Key_Up, ALT)
    assert [group.name for group in project.groupings.get("coast-and-inland").groups] == ["Inland", "Coast"]
    _type(qtbot, page.name, "Heartland")
    qtbot.mouseClick(_button(page, "Remove"), Qt.MouseButton.LeftButton)
    assert [group.name for group in project.groupings.get("coast-and-inland").groups] == ["Coast"]
    assert _steps(bridge) == 9


@pytest.mark.parametrize(
    ("key", "onto"),
    [
        (("group", "ici-clusters", "rising-centre"), None),
        (("member", "ici-clusters", "rising-centre", "wuhan"), ("grouping", "ici-clusters")),
        (("grouping", "ici-clusters"), ("group", "ici-clusters", "rising-centre")),
    ],
)
def test_what_cannot_stand_somewhere_is_not_dropped_there(view: StructureView, key: Key, onto: Key | None) -> None:
    model = view.groupings.model
    place = QModelIndex() if onto is None else model.index_of(onto)
    data = model.mimeData([model.index_of(key)])
    assert not model.canDropMimeData(data, Qt.DropAction.MoveAction, -1, 0, place)
    foreign = view.areas.model.mimeData([view.areas.model.index(0, 0)])
    assert not model.canDropMimeData(foreign, Qt.DropAction.MoveAction, -1, 0, QModelIndex())


@NO_POPUPS
def test_an_index_gets_a_tree_by_keys_alone(qtbot: QtBot, view: StructureView, bridge: SessionBridge) -> None:
    view.show_page("indices")
    page, project = view.indices, bridge.session.project
    _pick(qtbot, page.target, "new index")
    _type(qtbot, page.line, "Talent")
    assert page.tree.key == ("index", "talent")
    _type(qtbot, page.line, "People")
    _type(qtbot, page.line, "AI researchers")
    assert _below(page.model, ("index", "talent")) == ["People", "AI researchers"]
    page.tree.choose(("node", "talent", "ici-r2-researchers"))
    page.tree.setFocus()
    qtbot.keyClick(page.tree, Qt.Key.Key_Right, ALT)
    assert project.indices.get("talent").nodes[2].parent == "people"
    page.node_form.weight.setFocus()
    page.node_form.weight.selectAll()
    qtbot.keyClicks(page.node_form.weight, "60")
    qtbot.keyClick(page.node_form.weight, ENTER)
    _pick(qtbot, page.node_form.direction, "↓ less is better")
    _type(qtbot, page.node_form.name, "Researchers")
    node = project.indices.get("talent").nodes[2]
    assert (node.weight, node.direction, node.name, node.indicator) == (60, -1, "Researchers", "ici-r2-researchers")
    page.tree.setFocus()
    qtbot.keyClick(page.tree, Qt.Key.Key_Delete)
    assert page.tree.key == ("node", "talent", "people")
    _pick(qtbot, page.node_form.indicator, "AI papers")
    assert project.indices.get("talent").nodes[1].indicator == "ici-r1-papers"


@NO_POPUPS
def test_an_indicator_is_found_by_a_part_of_its_name(qtbot: QtBot, view: StructureView, bridge: SessionBridge) -> None:
    view.show_page("indices")
    page = view.indices
    _pick(qtbot, page.target, "new index")
    _type(qtbot, page.line, "Talent")
    page.line.setFocus()
    qtbot.keyClicks(page.line, "researchers")
    offered = page.line.completer().popup()
    assert offered.isVisible()
    assert offered.model().index(0, 0).data() == "AI researchers"
    qtbot.keyClick(offered, Qt.Key.Key_Down)
    qtbot.keyClick(offered, ENTER)
    assert not offered.isVisible()
    assert page.line.text() == ""
    leaves = bridge.session.project.indices.get("talent").leaves()
    assert [leaf.indicator for leaf in leaves] == ["ici-r2-researchers"]


def test_nodes_are_dragged_and_what_makes_no_tree_is_refused(
    view: StructureView, bridge: SessionBridge, refusals: list[str]
) -> None:
    page, project = view.indices, bridge.session.project
    view.show_page("indices")
    nodes = project.indices.get("ICI-CN").parts()
    first, second = (("node", "ICI-CN", node.code) for node in nodes[:2])
    _drag(page, second, first, before=True)
    assert [node.code for node in project.indices.get("ICI-CN").parts()][:2] == [nodes[1].code, nodes[0].code]
    leaf = project.indices.get("ICI-CN").leaves()[0]
    _drag(page, second, ("node", "ICI-CN", leaf.code))
    assert "can have no parts" in refusals[0]
    assert _steps(bridge) == 1


def test_the_as_of_period_the_areas_and_the_published_ranking_are_chosen(
    qtbot: QtBot, view: StructureView, bridge: SessionBridge, refusals: list[str]
) -> None:
    view.show_page("indices")
    page, project = view.indices, bridge.session.project
    page.tree.choose(("index", "ICI-CN"))
    form = page.index_form
    _type(qtbot, form.as_of, "someday")
    assert "not a period" in refusals[0]
    _type(qtbot, form.as_of, "2019")
    assert str(project.indices.get("ICI-CN").as_of) == "2019"
    _tick(qtbot, form.areas, "Wuhan")
    assert "wuhan" not in project.indices.get("ICI-CN").areas
    _pick(qtbot, form.published, "no published ranking")
    assert project.indices.get("ICI-CN").published is None
    assert _steps(bridge) == 3


def test_the_menu_offers_what_can_be_done(view: StructureView) -> None:
    view.areas.tree.choose(("area", "china"))
    enabled = {action.text().split("\t")[0] for action in view.areas.menu().actions() if action.isEnabled()}
    assert {"Rename", "Move down", "Remove"} <= enabled
    assert "Move up" not in enabled


def test_nothing_can_be_typed_into_a_project_that_cannot_be_written(
    qtbot: QtBot, open_bridge: Callable[..., SessionBridge], light: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("citeria_db.opening.is_writable", lambda path: False)  # root may write everywhere
    made = StructureView(open_bridge(), light)
    qtbot.addWidget(made)
    for page in made.pages.values():
        assert not page.line.isEnabled()
        assert not page.form.isEnabled()
        assert not any(button.isEnabled() for button in page.buttons.values())
    assert not made.read_table.isEnabled()


def test_a_fold_stays_folded_when_something_is_added(view: StructureView, bridge: SessionBridge) -> None:
    tree, model = view.areas.tree, view.areas.model
    tree.collapse(model.index_of(("area", "china")))
    bridge.run(structure_operations.add_area, Area("mars", "planet", {"en": "Mars"}))
    assert not tree.isExpanded(model.index_of(("area", "china")))
    assert tree.isExpanded(model.index_of(("area", "shenzhen")))


def test_the_view_keeps_its_shape_where_there_is_little_room(view: StructureView) -> None:
    view.resize(640, 480)
    for name in view.pages:
        view.show_page(name)
        tree = view.page.tree
        assert tree.columnWidth(0) >= 120
        assert view.page.form.width() >= 280
        assert isinstance(view.page, QWidget)
        assert tree.visualRect(view.page.model.index(0, 0)).topLeft().x() < QPoint(60, 0).x()


def test_a_page_that_was_not_in_view_catches_up_when_it_is_turned_to(
    view: StructureView, bridge: SessionBridge
) -> None:
    view.show_page("indicators")
    bridge.run(structure_operations.add_area, Area("mars", "planet", {"en": "Mars"}))
    assert view.chips["areas"].text() == "Areas  95"
    assert ("area", "mars") not in list(view.areas.model.keys())
    view.show_page("areas")
    assert ("area", "mars") in list(view.areas.model.keys())


def test_a_group_takes_a_colour_of_the_palette_or_any_other(
    qtbot: QtBot, view: StructureView, bridge: SessionBridge, refusals: list[str]
) -> None:
    view.show_page("groupings")
    page = view.groupings
    grouping = bridge.session.project.groupings.all()[0]
    group = grouping.groups[0]
    page.tree.choose(("group", grouping.code, group.code))

    def held() -> str:
        return bridge.session.project.groupings.get(grouping.code).groups[0].colour

    _pick(qtbot, page.colour.palette_choice, "teal")
    assert held() == "#2E9E8F"
    assert bridge.session.undo_label == f"Change group {group.name}"
    _type(qtbot, page.colour.written, "102a3f")
    assert held() == "#102A3F"
    assert page.colour.palette_choice.currentText() == "#102A3F"
    _type(qtbot, page.colour.written, "red")
    assert "red" in refusals[-1]
    assert held() == "#102A3F"
    while bridge.session.undo_label:
        bridge.undo()
    assert held() == group.colour


def test_a_leaf_fixes_its_period_and_counts_other_statuses(
    qtbot: QtBot, view: StructureView, bridge: SessionBridge, refusals: list[str]
) -> None:
    view.show_page("indices")
    page, project = view.indices, bridge.session.project
    index = project.indices.get("ICI-CN-SUB")
    leaf = index.leaves()[0]

    def held() -> Node:
        return next(node for node in project.indices.get(index.code).nodes if node.code == leaf.code)

    page.tree.choose(("node", index.code, leaf.code))
    _type(qtbot, page.node_form.period, "2019-Q3")
    assert str(held().period) == "2019-Q3"
    _type(qtbot, page.node_form.period, "soon")
    assert "“soon” is not a period" in refusals[-1]
    page.node_form.period.clear()
    qtbot.keyClick(page.node_form.period, ENTER)
    assert held().period is None
    _tick(qtbot, page.node_form.statuses, "planned")
    _tick(qtbot, page.node_form.statuses, "a target")
    assert held().statuses == leaf.statuses ^ {Status.PLANNED, Status.TARGET}
    bridge.undo()
    assert held().statuses == leaf.statuses ^ {Status.PLANNED}


def test_the_areas_of_an_index_are_ordered_by_keys_and_by_dragging(
    qtbot: QtBot, view: StructureView, bridge: SessionBridge
) -> None:
    view.show_page("indices")
    page, project = view.indices, bridge.session.project
    before = project.indices.get("ICI-CN-SUB").areas
    page.tree.choose(("index", "ICI-CN-SUB"))
    areas = page.index_form.areas
    areas.setFocus()
    areas.setCurrentRow(0)
    qtbot.keyClick(areas, Qt.Key.Key_Up, ALT)
    assert bridge.session.undo_label is None
    qtbot.keyClick(areas, Qt.Key.Key_Down, ALT)
    qtbot.keyClick(areas, Qt.Key.Key_Down, ALT)
    moved = (before[1], before[2], before[0], *before[3:])
    assert project.indices.get("ICI-CN-SUB").areas == moved
    assert (areas.currentRow(), areas.codes(inside=True)) == (2, list(moved))
    bridge.undo()
    bridge.undo()
    assert areas.codes(inside=True) == list(before)
    areas.insertItem(0, areas.takeItem(3))  # what a drop does
    areas.ordered.emit(areas.codes(inside=True))
    assert project.indices.get("ICI-CN-SUB").areas[0] == before[3]
    assert bridge.session.undo_label == f"Reorder areas of {project.indices.get('ICI-CN-SUB').name}"
