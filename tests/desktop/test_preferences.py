"""Preferences: each choice is kept, keys can be given, taken and reset, and no key means two things."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from citeria_desktop.actions.catalogue import ACTIONS
from citeria_desktop.dialogs.preferences import PreferencesDialog
from citeria_desktop.models.key_table import KeyTable
from citeria_desktop.settings import Settings
from citeria_desktop.theme import Theme

SPECS = {spec.id: spec for spec in ACTIONS}
ROWS = {spec.id: row for row, spec in enumerate(ACTIONS)}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path)


@pytest.fixture
def dialog(qtbot: QtBot, settings: Settings, light: Theme) -> PreferencesDialog:
    made = PreferencesDialog(settings)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.open()
    return made


def test_a_language_and_a_theme_are_told_as_they_are_chosen(qtbot: QtBot, dialog: PreferencesDialog) -> None:
    with qtbot.waitSignal(dialog.language_chosen) as spoken:
        dialog.language.setCurrentIndex(dialog.language.findData("zh"))
        dialog.language.activated.emit(dialog.language.currentIndex())
    assert spoken.args == ["zh"]
    with qtbot.waitSignal(dialog.theme_chosen) as dressed:
        dialog.theme.setCurrentIndex(dialog.theme.findData("contrast"))
        dialog.theme.activated.emit(dialog.theme.currentIndex())
    assert dressed.args == ["contrast"]


def test_size_and_motion_are_remembered(settings: Settings, dialog: PreferencesDialog) -> None:
    dialog.size_.setCurrentIndex(dialog.size_.findData("150"))
    dialog.size_.activated.emit(dialog.size_.currentIndex())
    dialog.still.setChecked(True)
    assert (settings.size, settings.reduce_motion) == (150, True)


def test_keys_are_given_to_an_action_by_pressing_them(
    qtbot: QtBot, settings: Settings, dialog: PreferencesDialog
) -> None:
    editor = dialog.keys
    editor.sought.setText("next value without")
    assert editor.model.rowCount() == 1
    qtbot.keyClick(editor.keys, Qt.Key.Key_F7)
    qtbot.mouseClick(editor.set, Qt.MouseButton.LeftButton)
    assert settings.keys() == {"next_uncited": ("F7",)}
    assert editor.model.index(0, 1).data() == "F7"


def test_keys_that_another_action_has_are_said_and_taken_from_it(
    qtbot: QtBot, settings: Settings, dialog: PreferencesDialog
) -> None:
    editor = dialog.keys
    editor.sought.setText("fill down")
    qtbot.keyClick(editor.keys, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert "Export workbook" in editor.told.text()
    qtbot.mouseClick(editor.set, Qt.MouseButton.LeftButton)
    assert settings.keys() == {"export": (), "fill_down": ("Ctrl+E",)}


def test_reset_gives_every_action_its_own_keys_again(
    qtbot: QtBot, settings: Settings, dialog: PreferencesDialog
) -> None:
    dialog.keys.model.give(ROWS["undo"], ("Alt+Backspace",))
    assert settings.keys()
    qtbot.mouseClick(dialog.keys.all, Qt.MouseButton.LeftButton)
    assert settings.keys() == {}
    assert dialog.keys.model.keys(SPECS["undo"]) == SPECS["undo"].keys


def test_the_table_of_keys_is_a_sound_model() -> None:
    model = KeyTable({"undo": ("Alt+Backspace",)})
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.seek("undo")
    assert model.rowCount() == 1
    model.seek("")
    assert model.rowCount() == len(ACTIONS)


def test_no_two_actions_have_the_same_keys_from_the_start() -> None:
    held = [QKeySequence(keys).toString() for spec in ACTIONS for keys in spec.keys]
    assert sorted(set(held)) == sorted(held)
