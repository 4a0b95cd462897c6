"""The dossier: everything known of one number, reached from any screen, and true to what the engine says."""

import csv
import io
import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from citeria_core.explain import contributions
from citeria_core.period import Period
from citeria_core.ranking import moves
from citeria_db import operations
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.exhibits import telling_cell
from citeria_desktop.models.dossier import dossier, lineage_of, supposed_of
from citeria_desktop.panels.inspector_cards import ObservationCard
from citeria_desktop.theme import Theme
from citeria_desktop.views.dossier import DossierView
from citeria_desktop.windows.main_window import MainWindow

SCORE, YEAR = "sub-smart-2020-score", Period.parse("2020")


@pytest.fixture
def view(qtbot: QtBot, bridge: SessionBridge, light: Theme) -> DossierView:
    """The dossier of a value with rivals."""
    bridge.select(*telling_cell(bridge.session))
    made = DossierView(bridge, light)
    qtbot.addWidget(made, before_close_func=lambda widget: widget.stop())
    made.resize(1000, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def _button(view: DossierView, name: str) -> QPushButton:
    return next(
        one for one in view.findChildren(QPushButton) if one.isVisibleTo(view) and one.accessibleName().startswith(name)
    )


def test_the_way_to_the_rank_is_that_of_the_engine(view: DossierView, bridge: SessionBridge) -> None:
    bridge.select("wuhan", SCORE)
    view.values.settle()
    session, shown = bridge.session, view.shown
    assert shown is not None
    assert session.index is not None
    assert session.result is not None
    found = lineage_of(session, shown)
    assert found is not None
    result = session.result
    row, leaf = result.areas.index("wuhan"), next(one for one in session.index.leaves() if one.indicator == SCORE)
    assert found.stages[0].value == session.readings["wuhan", SCORE].value
    assert found.stages[-1].value == result.score(leaf.code)[row]
    assert found.effective == result.effective_weights[leaf.code]
    assert found.adds == contributions(result)[row, result.dataset.column_of[leaf.code]]
    assert (found.score, found.rank) == (result.score(result.root)[row], result.rank(result.root)[row])
    assert view.side is not None
    assert view.side.lineage is not None
    figures = [figure for _, figure in view.side.lineage.rows]
    assert figures[-2:] == [f"{found.score:.2f}", f"{found.rank:g}"]


def test_weights_multiply_to_what_it_adds_unless_parts_are_missing_and_then_it_says_so(
    view: DossierView, bridge: SessionBridge
) -> None:
    said: dict[str, bool] = {}
    for area in ("beijing", "wuhan"):  # with all values, and with some
        bridge.select(area, SCORE)
        view.values.settle()
        assert view.shown is not None
        assert view.side is not None
        found = lineage_of(bridge.session, view.shown)
        assert found is not None
        words = [label.text() for label in view.side.findChildren(QLabel)]
        said[area] = any(text.startswith("Some parts have no value here") for text in words)
        assert found.multiplies == (found.adds == pytest.approx(found.stages[-1].value * found.effective))
    assert said == {"beijing": False, "wuhan": True}


def test_the_effect_of_a_rival_is_what_its_choice_does(view: DossierView, bridge: SessionBridge) -> None:
    bridge.run(operations.set_value, "wuhan", SCORE, YEAR, "12", source="ici-2020")
    bridge.select("wuhan", SCORE)
    view.values.settle()
    (effect,) = bridge.session.effects("wuhan", SCORE)
    assert view.shown is not None
    assert view.shown.effects == {effect.observation: effect}
    before = bridge.session.result
    assert before is not None
    assert effect.shift
    _button(view, "Use this value").click()
    after = bridge.session.result
    assert after is not None
    row = after.areas.index("wuhan")
    assert after.score(after.root)[row] - before.score(before.root)[row] == pytest.approx(effect.shift)
    assert moves(before, after, bridge.session.names) == effect.moves
    view.values.settle()
    assert view.shown.in_use is not None
    assert view.shown.in_use.id == effect.observation


def test_what_hangs_on_a_value_is_what_its_removal_and_its_ends_do(view: DossierView, bridge: SessionBridge) -> None:
    bridge.run(operations.set_value, "wuhan", SCORE, YEAR, "30–60")
    bridge.select("wuhan", SCORE)
    view.values.settle()
    assert view.shown is not None
    assert view.side is not None
    without, low, high = supposed_of(bridge.session, view.shown)
    assert (without.value, low.value, high.value) == (None, 30.0, 60.0)
    told = [label.text() for label in view.side.findChildren(QLabel)]
    assert any(text.startswith("Without this value: ") for text in told)
    assert any(text.startswith("If it were 60: ") for text in told)
    before = bridge.session.result
    assert before is not None
    bridge.run(operations.set_value, "wuhan", SCORE, YEAR, "60")
    after = bridge.session.result
    assert after is not None
    assert moves(before, after, bridge.session.names) == high.moves
    bridge.run(operations.remove_observation, bridge.session.project.observations.cell("wuhan", SCORE)[0].id)
    after = bridge.session.result
    assert after is not None
    assert moves(before, after, bridge.session.names) == without.moves


def test_every_value_has_a_card_and_a_row_of_the_table(view: DossierView, bridge: SessionBridge) -> None:
    bridge.run(operations.set_value, "wuhan", SCORE, YEAR, "12", source="ici-2020")
    bridge.select("wuhan", SCORE)
    view.values.settle()
    shown = view.shown
    assert shown is not None
    assert shown.rivals
    held = [*([shown.in_use] if shown.in_use else []), *shown.rivals]
    assert len([one for one in view.findChildren(ObservationCard) if one.isVisibleTo(view)]) == len(held)
    _, *rows = csv.reader(io.StringIO(view.table_text()))
    assert len(rows) == sum(max(1, len(one.citations)) for one in held)


def test_it_follows_the_selection_and_what_is_edited(view: DossierView, bridge: SessionBridge) -> None:
    bridge.select("wuhan", SCORE)
    with bridge.session.project.because("read again"):
        bridge.run(operations.set_value, "wuhan", SCORE, YEAR, "71.5")
    view.values.settle()
    assert view.shown is not None
    assert (view.shown.area.code, view.shown.in_use.value if view.shown.in_use else None) == ("wuhan", 71.5)
    assert view.shown.history[0].reason == "read again"
    bridge.select("wuhan")
    assert view.empty.isVisible()


def test_a_rival_that_takes_the_place_of_a_value_is_not_told_as_the_first_one(
    view: DossierView, bridge: SessionBridge
) -> None:
    claims = bridge.session.project.observations.cell("wuhan", SCORE, YEAR)
    cited = {one.source for claim in claims for one in claim.citations}
    other = next(one.key for one in bridge.session.project.sources.all() if one.key not in cited)
    bridge.run(operations.set_value, "wuhan", SCORE, YEAR, "71.5", source=other)
    bridge.select("wuhan", SCORE)
    view.values.settle()
    assert view.shown is not None
    assert view.shown.history[0].shift == "71.5"
    bridge.run(operations.set_value, "wuhan", SCORE, YEAR, "72", source=other)
    view.values.settle()
    assert view.shown.history[0].shift == "71.5 → 72"


def test_a_step_is_taken_back_from_the_list_of_edits(qtbot: QtBot, view: DossierView, bridge: SessionBridge) -> None:
    bridge.select("wuhan", SCORE)
    was = bridge.session.readings["wuhan", SCORE].value
    bridge.run(operations.set_value, "wuhan", SCORE, YEAR, "71.5")
    view.values.settle()
    button = _button(view, "Take back step 1")
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bridge.session.readings["wuhan", SCORE].value == was)
    view.values.settle()
    assert view.shown is not None
    assert len(view.shown.history) == 2


def test_the_tab_key_goes_through_the_whole_dossier(qtbot: QtBot, view: DossierView, bridge: SessionBridge) -> None:
    bridge.run(operations.set_value, "wuhan", SCORE, YEAR, "71.5")
    bridge.select("wuhan", SCORE)
    view.values.settle()
    assert view.values.cell_page is not None
    last = _button(view, "Take back step 1")
    view.values.cell_page.note.setFocus()
    for _ in range(10):
        focus = view.window().focusWidget()
        assert focus is not None
        if focus is last:
            break
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert view.window().focusWidget() is last


def test_a_key_opens_the_dossier_of_the_cell_in_the_grid_and_another_leads_back(
    qtbot: QtBot, window: MainWindow
) -> None:
    work = window.workspace
    assert work is not None
    work.bridge.select("wuhan", SCORE)
    qtbot.keyClick(work.grid.table, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert work.view == "dossier"
    view = work.views["dossier"]
    assert isinstance(view, DossierView)
    assert view.shown is not None
    assert (view.shown.area.code, view.shown.indicator.code) == ("wuhan", SCORE)
    window.actions_by_id["back"].trigger()
    assert work.view == "data"


def test_from_the_ranking_it_shows_a_value_below_the_part_that_the_keys_are_at(
    qtbot: QtBot, window: MainWindow
) -> None:
    work = window.workspace
    assert work is not None
    work.go("ranking")
    work.bridge.select("wuhan")
    table = work.views["ranking"].table  # type: ignore[attr-defined]
    qtbot.keyClick(table, Qt.Key.Key_Right)
    wanted = work.views["ranking"].pointed_at()
    assert wanted[0] == "wuhan"
    assert wanted[1]
    window.actions_by_id["cell_dossier"].trigger()
    assert (work.view, work.bridge.area, work.bridge.indicator) == ("dossier", *wanted)


def test_of_an_area_alone_it_shows_its_first_value_in_doubt(window: MainWindow) -> None:
    work = window.workspace
    assert work is not None
    work.go("slope")
    work.bridge.select("wuhan")
    window.actions_by_id["cell_dossier"].trigger()
    assert work.view == "dossier"
    assert work.bridge.area == "wuhan"
    assert work.bridge.indicator


def test_from_the_sources_it_shows_the_value_that_cites(window: MainWindow) -> None:
    work = window.workspace
    assert work is not None
    work.go("sources")
    uses = work.views["sources"].details.uses  # type: ignore[attr-defined]
    work.views["sources"].show_source("emlyon-2021")  # type: ignore[attr-defined]
    uses.table.selectRow(1)
    use = uses.model.uses[1]
    window.actions_by_id["cell_dossier"].trigger()
    assert (work.view, work.bridge.area, work.bridge.indicator) == ("dossier", use.area, use.indicator)


def test_the_period_and_the_places_in_both_columns_come_back_with_their_cell(
    qtbot: QtBot, light: Theme, bridge: SessionBridge
) -> None:
    several = [
        (area.code, indicator.code)
        for area in bridge.session.project.areas.all()
        for indicator in bridge.session.project.indicators.all()
        if len({one.period for one in bridge.session.project.observations.cell(area.code, indicator.code)}) > 1
    ]
    bridge.select(*several[0])

    def shown() -> DossierView:
        view = DossierView(bridge, light)
        qtbot.addWidget(view, before_close_func=lambda widget: widget.stop())
        view.resize(700, 240)
        return view

    first = shown()
    with qtbot.waitExposed(first):
        first.show()
    assert first.shown is not None
    other = next(period for period in first.shown.periods if period != first.shown.period)
    first.values.choose_period(other)
    first._beside.verticalScrollBar().setValue(20)
    first.values._scroll.verticalScrollBar().setValue(40)
    state = json.loads(json.dumps(first.state()))
    assert (state["period"], state["scroll"], state["side"]) == (str(other), 40, 20)
    again = shown()
    again.restore(state)  # as the window does, before the view is ever shown
    with qtbot.waitExposed(again):
        again.show()
    qtbot.wait(300)
    assert json.loads(json.dumps(again.state())) == state
    assert again.shown is not None
    assert again.shown.period == other
    bridge.select(*several[1])
    qtbot.waitUntil(lambda: again.state()["cell"] == list(several[1]))
    assert again.state()["period"] == ""


def test_panes_that_show_one_cell_share_what_is_gathered_until_something_changes(bridge: SessionBridge) -> None:
    session = bridge.session
    before = dossier(session, "wuhan", SCORE)
    assert dossier(session, "wuhan", SCORE) is before
    assert before.in_use is not None
    bridge.run(operations.set_value, "wuhan", SCORE, YEAR, "61.5")
    after = dossier(session, "wuhan", SCORE)
    assert after.in_use is not None
    assert after.in_use.value == 61.5
    assert after.counting != before.counting
    assert len(after.history) == len(before.history) + 1
