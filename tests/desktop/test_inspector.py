"""The inspector: where a number comes from, and everything that can be done to it."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from citeria_core.explain import contributions
from citeria_core.model import Missing, Observation, Qualifier, Role, Status
from citeria_core.period import Period
from citeria_db import operations
from citeria_db.store import Project
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.dialogs.add_source import AddSourceDialog
from citeria_desktop.dialogs.number_question import NumberQuestion
from citeria_desktop.models.counting import counting
from citeria_desktop.models.dossier import dossier
from citeria_desktop.panels.inspector import Inspector
from citeria_desktop.panels.inspector_cards import ObservationCard, moment
from citeria_desktop.panels.words import Words
from citeria_desktop.theme import Theme

SCORE = "sub-smart-2020-score"
STATIONS = "ici-i3a-5g-count"
Y2020 = Period.parse("2020")
ENTER, CONTROL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def panel(qtbot: QtBot, bridge: SessionBridge, light: Theme) -> Inspector:
    """The inspector alone, at the width it has in the window, on Wuhan's score."""
    bridge.select("wuhan", SCORE)
    made = Inspector(bridge, light)
    qtbot.addWidget(made)
    made.resize(320, 860)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


@dataclass
class Hands:
    """Somebody at mouse and keyboard."""

    qtbot: QtBot
    panel: Inspector

    def press(self, text: str, nth: int = 0) -> None:
        self.panel.settle()
        buttons = [
            button for button in self.panel.findChildren(QPushButton) if button.text() == text and button.isVisible()
        ]
        self.qtbot.mouseClick(buttons[nth], Qt.MouseButton.LeftButton)

    def type(self, field: QWidget, text: str) -> None:
        field.setFocus()
        self.qtbot.keyClicks(field, text)


@pytest.fixture
def hands(qtbot: QtBot, panel: Inspector) -> Hands:
    return Hands(qtbot, panel)


def _form(panel: Inspector) -> Any:
    """The page of the cell shown, whose forms are there as the cell needs them."""
    panel.settle()
    assert panel.cell_page is not None
    return panel.cell_page


def _words(panel: Inspector) -> str:
    panel.settle()
    return "\n".join(label.text().replace("\u200b", "") for label in panel.findChildren(QLabel) if label.isVisible())


def _preferred(bridge: SessionBridge, area: str, indicator: str) -> Observation:
    return next(one for one in bridge.session.project.observations.cell(area, indicator) if one.preferred)


def _effects(panel: Inspector) -> list[str]:
    shown = [label for label in panel.findChildren(Words, "effect") if label.isVisible()]
    return [label.text().replace("\u200b", "") for label in shown]


def test_a_rival_says_what_using_it_would_do_before_it_is_used(
    hands: Hands, panel: Inspector, bridge: SessionBridge
) -> None:
    bridge.run(operations.set_value, "wuhan", SCORE, Y2020, "12", source="ici-2020")
    panel.settle()
    told = _effects(panel)
    (effect,) = bridge.session.effects("wuhan", SCORE)
    first = next(move for move in effect.moves if move.area == "wuhan")
    assert len(told) == 1
    assert told[0].startswith(f"If used: Wuhan {first.before_label} → {first.after_label}")
    assert "; score +" in told[0]
    hands.press("Use this value")
    labels = {row.area: row.label for row in bridge.session.standing.rows} if bridge.session.standing else {}
    assert labels["wuhan"] == first.after_label


def test_a_bound_among_the_rivals_says_that_it_would_not_be_scored(panel: Inspector, bridge: SessionBridge) -> None:
    bridge.run(operations.set_value, "wuhan", SCORE, Y2020, "> 12", source="ici-2020")
    held = next(one for one in bridge.session.project.observations.cell("wuhan", SCORE, Y2020) if not one.preferred)
    bridge.run(operations.prefer, held.id)
    panel.settle()
    (told,) = _effects(panel)
    assert told.startswith("If used: Not scored, a bound: no rank changes; score −")


def test_a_value_stands_with_its_unit_status_source_locator_and_date(panel: Inspector) -> None:
    words = _words(panel)
    assert "Wuhan 武汉 · Smart-degree score 2020 (49 Chinese cities) · 2020" in words
    for part in ("48.44", "score", "reported", "emlyon business school", "overall table · retrieved 2026-11-22"):
        assert part in words


def test_a_source_is_cited_by_typing_part_of_its_title_and_enter(
    qtbot: QtBot, hands: Hands, panel: Inspector, bridge: SessionBridge
) -> None:
    line = _form(panel).cite.source.line
    hands.type(line, "intelligent cities index china")
    assert _form(panel).cite.source.offering
    qtbot.keyClick(line, ENTER)
    assert line.text() == "Riemer et al. (2020)"
    hands.type(_form(panel).cite.locator, "p. 12")
    qtbot.keyClick(_form(panel).cite.locator, ENTER)
    cited = _preferred(bridge, "wuhan", SCORE).citations
    assert [(one.source, one.locator) for one in cited] == [("emlyon-2021", "overall table"), ("ici-2020", "p. 12")]
    assert "Riemer et al. (2020)" in _words(panel)
    assert bridge.session.undo_label == "Cite ici-2020 for Smart-degree score 2020 (49 Chinese cities), Wuhan"


def test_the_source_cited_last_is_offered_first(
    qtbot: QtBot, hands: Hands, panel: Inspector, bridge: SessionBridge
) -> None:
    bridge.run(operations.cite, _preferred(bridge, "wuhan", SCORE).id, "liu-2025")
    panel.settle()
    _form(panel).cite.source.offer_all()
    assert _form(panel).cite.source.list.item(0).data(Qt.ItemDataRole.UserRole) == "liu-2025"


def test_arrows_choose_among_the_sources_and_escape_closes_the_list(
    qtbot: QtBot, hands: Hands, panel: Inspector
) -> None:
    field = _form(panel).cite.source
    hands.type(field.line, "xinhua")
    second = field.list.item(1).data(Qt.ItemDataRole.UserRole)
    qtbot.keyClick(field.line, Qt.Key.Key_Down)
    qtbot.keyClick(field.line, ENTER)
    assert field.key == second
    hands.type(field.line, "x")
    assert field.key == ""
    qtbot.keyClick(field.line, Qt.Key.Key_Escape)
    assert not field.offering


def test_the_locator_of_a_citation_is_changed(
    qtbot: QtBot, hands: Hands, panel: Inspector, bridge: SessionBridge
) -> None:
    hands.press("Change")
    assert _form(panel).cite.locator.text() == "overall table"
    _form(panel).cite.locator.selectAll()
    hands.type(_form(panel).cite.locator, "table 2")
    qtbot.keyClick(_form(panel).cite.locator, ENTER)
    assert [one.locator for one in _preferred(bridge, "wuhan", SCORE).citations] == ["table 2"]


def test_a_source_may_contradict_a_value(qtbot: QtBot, hands: Hands, panel: Inspector, bridge: SessionBridge) -> None:
    hands.type(_form(panel).cite.source.line, "riemer")
    qtbot.keyClick(_form(panel).cite.source.line, ENTER)
    _form(panel).cite.role.setCurrentIndex(_form(panel).cite.role.findData(Role.CONTRADICTS.value))
    hands.press("Cite this source")
    assert _preferred(bridge, "wuhan", SCORE).citations[-1].role is Role.CONTRADICTS
    assert "contradicts" in _words(panel)


def test_a_rival_is_cited_too(qtbot: QtBot, hands: Hands, panel: Inspector, bridge: SessionBridge) -> None:
    bridge.run(operations.set_value, "wuhan", SCORE, Y2020, "52", source="ici-2020")
    hands.press("Cite")
    hands.type(_form(panel).cite.source.line, "liu mingzhu")
    qtbot.keyClick(_form(panel).cite.source.line, ENTER)
    qtbot.keyClick(_form(panel).cite.source.line, ENTER)
    rival = next(one for one in bridge.session.project.observations.cell("wuhan", SCORE) if not one.preferred)
    assert [one.source for one in rival.citations] == ["emlyon-2021", "liu-2025"]


def test_a_citation_is_removed_and_undo_brings_it_back(hands: Hands, panel: Inspector, bridge: SessionBridge) -> None:
    hands.press("Remove")
    assert _preferred(bridge, "wuhan", SCORE).citations == ()
    assert "No source is cited for this value yet." in _words(panel)
    bridge.undo()
    panel.settle()
    assert len(_preferred(bridge, "wuhan", SCORE).citations) == 1


def test_the_value_is_edited_in_place(qtbot: QtBot, hands: Hands, panel: Inspector, bridge: SessionBridge) -> None:
    hands.press("Edit value")
    field = QApplication.focusWidget()
    assert field is not None
    qtbot.keyClicks(field, "61.9")
    qtbot.keyClick(field, ENTER)
    assert _preferred(bridge, "wuhan", SCORE).value == 61.9
    assert "61.9" in _words(panel)


def test_a_value_being_edited_is_stored_when_the_focus_leaves_and_escape_drops_it(
    qtbot: QtBot, hands: Hands, panel: Inspector, bridge: SessionBridge
) -> None:
    hands.press("Edit value")
    qtbot.keyClicks(QApplication.focusWidget(), "50")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert _preferred(bridge, "wuhan", SCORE).value == 48.44
    assert "48.44" in _words(panel)
    hands.press("Edit value")
    qtbot.keyClicks(QApplication.focusWidget(), "50")
    _form(panel).note.setFocus()
    assert _preferred(bridge, "wuhan", SCORE).value == 50.0


def test_an_ambiguous_value_asks_here_too(qtbot: QtBot, hands: Hands, panel: Inspector, bridge: SessionBridge) -> None:
    hands.press("Edit value")
    field = QApplication.focusWidget()
    assert field is not None
    qtbot.keyClicks(field, "12,345")
    qtbot.keyClick(field, ENTER)
    question = panel.findChild(NumberQuestion)
    assert question is not None
    assert _preferred(bridge, "wuhan", SCORE).value == 48.44
    qtbot.mouseClick(question.buttons[0], Qt.MouseButton.LeftButton)
    assert _preferred(bridge, "wuhan", SCORE).value == 12345.0


def test_a_question_goes_with_the_form_that_asked_it(
    qtbot: QtBot, hands: Hands, panel: Inspector, bridge: SessionBridge
) -> None:
    hands.press("Add another value")
    form = _form(panel).adding
    assert form is not None
    hands.type(form.value, "12,345")
    hands.type(form.source.line, "riemer")
    qtbot.keyClick(form.source.line, ENTER)
    hands.press("Add this value")
    hands.press("Add this value")
    asked = [question for question in panel.window().findChildren(NumberQuestion) if question.isVisible()]
    assert len(asked) == 1
    bridge.select("beijing", SCORE)
    qtbot.waitUntil(lambda: not panel.window().findChildren(NumberQuestion))


def test_another_value_with_its_source_becomes_the_one_in_use_and_the_old_one_a_rival(
    qtbot: QtBot, hands: Hands, panel: Inspector, bridge: SessionBridge
) -> None:
    hands.press("Add another value")
    form = _form(panel).adding
    assert form is not None
    assert form.period.text() == "2020"
    hands.type(form.value, "52")
    hands.type(form.source.line, "riemer")
    qtbot.keyClick(form.source.line, ENTER)
    hands.type(form.locator, "p. 3")
    hands.press("Add this value")
    held = {one.value: one for one in bridge.session.project.observations.cell("wuhan", SCORE, Y2020)}
    assert set(held) == {48.44, 52.0}
    assert held[52.0].preferred
    assert [(one.source, one.locator) for one in held[52.0].citations] == [("ici-2020", "p. 3")]
    assert "RIVALS" in _words(panel)
    assert _form(panel).adding is None


def test_a_rival_is_put_in_use_by_its_button(hands: Hands, bridge: SessionBridge, panel: Inspector) -> None:
    bridge.run(operations.set_value, "wuhan", SCORE, Y2020, "52", source="ici-2020")
    panel.settle()
    hands.press("Use this value")
    assert _preferred(bridge, "wuhan", SCORE).value == 48.44


def test_a_contested_cell_says_that_nothing_is_in_use_until_one_is_chosen(
    hands: Hands, bridge: SessionBridge, panel: Inspector
) -> None:
    bridge.select("beijing", STATIONS)
    panel.settle()
    panel.choose_period(Y2020)
    assert "Undecided: 5 values, none in use. Choose one." in _words(panel)
    assert len(panel.findChildren(ObservationCard)) >= 5
    hands.press("Use this value", 1)
    assert "Undecided" not in _words(panel)
    assert _preferred(bridge, "beijing", STATIONS).value == 17744.0


def test_a_value_of_another_period_is_shown_when_its_period_is_chosen(bridge: SessionBridge, panel: Inspector) -> None:
    bridge.run(operations.set_value, "wuhan", SCORE, Period.parse("2018"), "33", source="ici-2020")
    panel.settle()
    panel.choose_period(Period.parse("2018"))
    assert "33" in _words(panel)
    assert "The index reads 2020 here, not 2018." in _words(panel)


def test_status_qualifier_and_flags_are_committed_as_they_are_chosen(
    qtbot: QtBot, panel: Inspector, bridge: SessionBridge
) -> None:
    box = _form(panel).details.status
    box.setCurrentIndex(box.findData("planned"))
    box.activated.emit(box.currentIndex())
    assert _preferred(bridge, "wuhan", SCORE).status is Status.PLANNED
    panel.settle()
    assert bridge.session.readings["wuhan", SCORE].reason is Missing.STATUS_NOT_ALLOWED
    assert "Does not count: planned: shown, not scored." in _words(panel)
    box = _form(panel).details.qualifier
    box.setCurrentIndex(box.findData("~"))
    box.activated.emit(box.currentIndex())
    assert _preferred(bridge, "wuhan", SCORE).qualifier is Qualifier.ABOUT
    panel.settle()
    next(action for action in _form(panel).details.menu.actions() if action.text() == "low reliability").trigger()
    assert _preferred(bridge, "wuhan", SCORE).flags == {"low reliability"}
    assert "low reliability" in _words(panel)


def test_a_note_is_committed_when_the_focus_leaves(
    qtbot: QtBot, hands: Hands, panel: Inspector, bridge: SessionBridge
) -> None:
    hands.type(_form(panel).note, "Checked against the table.")
    assert bridge.session.undo_label is None
    _form(panel).cite.source.line.setFocus()
    assert _preferred(bridge, "wuhan", SCORE).note == "Checked against the table."


def test_a_note_being_written_is_kept_when_another_cell_is_selected(
    hands: Hands, panel: Inspector, bridge: SessionBridge
) -> None:
    hands.type(_form(panel).note, "Half a thought")
    bridge.select("beijing", SCORE)
    panel.settle()
    assert _preferred(bridge, "wuhan", SCORE).note == "Half a thought"
    assert _form(panel).note.toPlainText() != "Half a thought"


def test_a_note_that_the_file_does_not_take_waits_at_its_cell_and_is_no_reason_to_lose_it(
    hands: Hands, panel: Inspector, bridge: SessionBridge
) -> None:
    project = bridge.session.project
    project.connection.control("PRAGMA busy_timeout = 0")
    with Project.open(project.path) as other, other.transact("Something long"):
        hands.type(_form(panel).note, "Half a thought")
        panel.flush()
        assert panel.unsent
        bridge.select("beijing", SCORE)
        panel.settle()
        assert _form(panel).note.toPlainText() != "Half a thought"
        assert panel.unsent
    bridge.select("wuhan", SCORE)
    panel.settle()
    assert _form(panel).note.toPlainText() == "Half a thought"
    panel.flush()
    assert not panel.unsent
    assert _preferred(bridge, "wuhan", SCORE).note == "Half a thought"


def test_ctrl_enter_commits_the_note_and_asks_for_the_next_row(
    qtbot: QtBot, hands: Hands, panel: Inspector, bridge: SessionBridge
) -> None:
    hands.type(_form(panel).note, "Done")
    with qtbot.waitSignal(panel.next_row_wanted):
        qtbot.keyClick(_form(panel).note, ENTER, CONTROL)
    assert _preferred(bridge, "wuhan", SCORE).note == "Done"


def test_a_note_on_an_empty_cell_belongs_to_the_cell(hands: Hands, panel: Inspector, bridge: SessionBridge) -> None:
    bridge.select("wuhan", "sub-idc-2019-rank")
    panel.settle()
    hands.type(_form(panel).note, "Ask IDC")
    panel.flush()
    notes = bridge.session.project.notes.of_cell("wuhan", "sub-idc-2019-rank")
    assert ("area_indicator", "Ask IDC") in notes


def test_what_was_typed_into_a_form_waits_at_its_cell(hands: Hands, panel: Inspector, bridge: SessionBridge) -> None:
    hands.press("Add another value")
    hands.type(_form(panel).adding.value, "53")
    bridge.select("beijing", SCORE)
    panel.settle()
    assert _form(panel).adding is None
    bridge.select("wuhan", SCORE)
    panel.settle()
    assert _form(panel).adding.value.text() == "53"


def test_a_change_from_elsewhere_does_not_disturb_what_is_being_typed(
    hands: Hands, panel: Inspector, bridge: SessionBridge
) -> None:
    hands.type(_form(panel).cite.source.line, "xinh")
    bridge.run(operations.set_weight, "ICI-CN-SUB", "research", 35)
    panel.settle()
    assert _form(panel).cite.source.line.text() == "xinh"
    assert QApplication.focusWidget() is _form(panel).cite.source.line


def test_a_new_source_is_added_while_citing_and_its_key_is_suggested(
    qtbot: QtBot, hands: Hands, panel: Inspector, bridge: SessionBridge
) -> None:
    line = _form(panel).cite.source.line
    hands.type(line, "Wuhan statistical yearbook")
    qtbot.keyClick(line, ENTER)
    dialog = panel.findChild(AddSourceDialog)
    assert dialog is not None
    assert dialog.title.text() == "Wuhan statistical yearbook"
    qtbot.keyClicks(dialog.authors, "Wuhan Bureau of Statistics")
    qtbot.keyClicks(dialog.year, "2020")
    assert dialog.key.text() == "wuhan-bureau-statistics-2020"
    qtbot.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    added = bridge.session.project.sources.get("wuhan-bureau-statistics-2020")
    assert added.csl["author"] == [{"literal": "Wuhan Bureau of Statistics"}]
    assert _form(panel).cite.source.key == "wuhan-bureau-statistics-2020"


def test_the_dialog_says_what_a_source_lacks_and_stays_open(
    qtbot: QtBot, panel: Inspector, bridge: SessionBridge
) -> None:
    dialog = AddSourceDialog(bridge, "", panel)
    dialog.open()
    dialog.accept()
    assert dialog.why.text() == "A source needs a title."
    qtbot.keyClicks(dialog.title, "Twice")
    dialog.key.setText("ici-2020")
    dialog.accept()
    assert dialog.why.text() == "The key “ici-2020” is taken. Choose another."
    assert dialog.isVisible()
    dialog.reject()


def test_what_has_the_keys_in_the_inspector_has_a_name(panel: Inspector) -> None:
    panel.setFocus()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Inspector"


def test_how_it_counts_is_what_the_engine_says(panel: Inspector, bridge: SessionBridge) -> None:
    result = bridge.session.result
    assert result is not None
    row, column = result.areas.index("wuhan"), result.dataset.column_of[SCORE]
    shown = counting(bridge.session, "wuhan", SCORE)
    assert shown is not None
    assert shown.adds == contributions(result)[row, column]
    assert shown.normalised == result.score(SCORE)[row]
    assert f"{shown.adds:+.2f}" in _words(panel)
    assert counting(bridge.session, "harbin", SCORE) is None


def test_how_it_counts_multiplies_out_or_says_why_it_does_not(panel: Inspector, bridge: SessionBridge) -> None:
    hands_on = "Some parts have no value here"
    for area, all_there in (("beijing", True), ("wuhan", False)):
        bridge.select(area, SCORE)
        counts = counting(bridge.session, area, SCORE)
        assert counts is not None
        assert math.isclose(counts.normalised * counts.weight, counts.adds) is all_there
        assert f"{counts.weight:.3f}" in _words(panel)
        assert (hands_on in _words(panel)) is not all_there


def test_history_tells_each_step_of_the_cell_with_the_value_before_and_after(
    panel: Inspector, bridge: SessionBridge
) -> None:
    assert "Not changed since the project was made." in _words(panel)
    bridge.run(operations.set_value, "wuhan", SCORE, Y2020, "61.9")
    panel.settle()
    bridge.run(operations.cite, _preferred(bridge, "wuhan", SCORE).id, "ici-2020")
    panel.settle()
    told = dossier(bridge.session, "wuhan", SCORE).history
    assert [event.shift for event in told] == ["", "48.44 → 61.9"]
    assert told[1].label == "Set Smart-degree score 2020 (49 Chinese cities), Wuhan"
    assert f"{moment(told[0].time)} · {told[0].author}" in _words(panel)
    assert moment(told[0].time).startswith("today ")


def test_an_area_alone_shows_its_rank_and_a_way_to_each_value(
    hands: Hands, panel: Inspector, bridge: SessionBridge
) -> None:
    bridge.select("wuhan")
    panel.settle()
    assert "rank 6 · 2 of 5 values" in _words(panel)
    hands.press("48.44")
    assert (bridge.area, bridge.indicator) == ("wuhan", SCORE)


def test_without_a_selection_one_sentence_says_what_will_be_here(
    qtbot: QtBot, open_bridge: Callable[..., SessionBridge], light: Theme
) -> None:
    panel = Inspector(open_bridge(), light)
    qtbot.addWidget(panel)
    panel.show()
    assert _words(panel) == "Select a value to see where it comes from, what rivals it and how it counts."


@pytest.mark.parametrize("width", [280, 320, 420])
@pytest.mark.parametrize(
    ("area", "indicator"), [("wuhan", SCORE), ("beijing", STATIONS), ("wuhan", "sub-idc-2019-rank"), ("beijing", "")]
)
def test_nothing_is_clipped_at_the_side(
    qtbot: QtBot, panel: Inspector, bridge: SessionBridge, area: str, indicator: str, width: int
) -> None:
    bridge.select(area, indicator)
    panel.settle()
    if indicator == SCORE:
        panel.begin_adding()
    panel.resize(width, 700)
    qtbot.wait(20)
    page = panel.page
    edge = panel._scroll.viewport().width()
    assert page is not None
    assert page.width() <= edge
    for child in page.findChildren(QWidget):
        if child.isVisible():
            assert child.mapTo(page, QPoint(child.width(), 0)).x() <= edge, child
            needed = child.heightForWidth(child.width()) if isinstance(child, QLabel) and child.wordWrap() else 0
            assert child.height() >= needed, child
