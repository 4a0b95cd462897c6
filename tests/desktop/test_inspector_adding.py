"""Adding a value in the inspector: the period proposed, Enter from field to field, a source asked for once."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from citeria_core.model import Observation
from citeria_core.period import Period
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.models.grid_model import GridModel
from citeria_desktop.panels.inspector import Inspector
from citeria_desktop.panels.inspector_forms import ValueForm
from citeria_desktop.theme import Theme

SCORE = "sub-smart-2020-score"
ENTER, CONTROL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def panel(qtbot: QtBot, bridge: SessionBridge, light: Theme) -> Inspector:
    """The inspector on an empty cell of a column whose values are all of 2020; the index is as of 2024."""
    bridge.select("shenyang", SCORE)
    made = Inspector(bridge, light)
    qtbot.addWidget(made)
    made.resize(320, 860)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


@pytest.fixture
def form(panel: Inspector) -> Callable[[], ValueForm]:
    """The open form."""

    def find() -> ValueForm:
        panel.settle()
        page = panel.cell_page
        assert page is not None
        assert page.adding is not None
        return page.adding

    panel.begin_adding()
    return find


def _held(bridge: SessionBridge) -> tuple[Observation, ...]:
    return bridge.session.project.observations.cell("shenyang", SCORE)


def test_the_period_of_the_column_is_proposed_not_that_of_the_index(
    form: Callable[[], ValueForm], bridge: SessionBridge
) -> None:
    assert bridge.session.index is not None
    assert str(bridge.session.index.as_of) == "2024"
    assert form().period.text() == "2020"


@pytest.mark.parametrize("everything", [False, True])
def test_the_inspector_proposes_the_period_that_the_grid_would_store(
    panel: Inspector, bridge: SessionBridge, everything: bool
) -> None:
    model = GridModel(bridge)
    model.show_everything(everything)
    seen = 0
    for column in range(1, model.columnCount()):
        for row in range(model.rowCount()):
            index = model.index(row, column)
            area, indicator = model.cell(index)
            if bridge.session.project.observations.cell(area, indicator):
                continue
            bridge.select(area, indicator)
            panel.settle()
            panel.begin_adding()
            page = panel.cell_page
            assert page is not None
            assert page.adding is not None
            assert page.adding.period.text() == str(model.period_at(index)), (area, indicator)
            seen += 1
            break
    assert seen > 2


def test_enter_goes_from_field_to_field_and_stores_nothing(
    qtbot: QtBot, form: Callable[[], ValueForm], bridge: SessionBridge
) -> None:
    made = form()
    made.value.setFocus()
    qtbot.keyClicks(made.value, "31.5")
    visited = []
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), ENTER)
        visited.append(QApplication.focusWidget())
    qtbot.keyClicks(QApplication.focusWidget(), "riemer")
    qtbot.keyClick(QApplication.focusWidget(), ENTER)  # takes the source
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), ENTER)
        visited.append(QApplication.focusWidget())
    assert visited == [made.period, made.source.line, made.locator, made.quote, made.button]
    assert _held(bridge) == ()


def test_ctrl_enter_stores_the_value_with_its_source(
    qtbot: QtBot, form: Callable[[], ValueForm], bridge: SessionBridge
) -> None:
    made = form()
    made.value.setFocus()
    qtbot.keyClicks(made.value, "31.5")
    made.source.choose("ici-2020")
    qtbot.keyClick(made.value, ENTER, CONTROL)
    (stored,) = _held(bridge)
    assert (stored.value, stored.period, stored.citations[0].source) == (31.5, Period.parse("2020"), "ici-2020")


def test_without_a_source_the_form_asks_and_a_second_ctrl_enter_stores_the_value_uncited(
    qtbot: QtBot, panel: Inspector, form: Callable[[], ValueForm], bridge: SessionBridge
) -> None:
    made = form()
    made.value.setFocus()
    qtbot.keyClicks(made.value, "31.5")
    qtbot.keyClick(made.value, ENTER, CONTROL)
    assert _held(bridge) == ()
    assert made.asks.isVisible()
    assert QApplication.focusWidget() is made.source.line
    qtbot.keyClick(made.source.line, ENTER, CONTROL)
    (stored,) = _held(bridge)
    assert (stored.value, stored.citations) == (31.5, ())


def test_choosing_a_source_takes_the_question_back(form: Callable[[], ValueForm]) -> None:
    made = form()
    made.value.setText("31.5")
    assert not made.submit()
    made.source.choose("ici-2020")
    assert not made.asks.isVisible()
    assert made.button.text() == "Add this value"
