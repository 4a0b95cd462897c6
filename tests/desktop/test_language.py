"""The interface in another language: complete, consistent, and switched while the window is open."""

import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

import citeria_resources
from citeria_core.errors import BadPeriodError, CombinedError
from citeria_core.period import Period
from citeria_db import operations
from citeria_desktop.language import lists
from citeria_desktop.language.catalogue import LANGUAGES, speak, spoken
from citeria_desktop.language.phrases import error_words, say
from citeria_desktop.windows.main_window import MainWindow

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "resources" / "citeria_resources" / "translations"
PLACE = re.compile(r"\{[^{}]*\}|%n")


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    speak(qapp, "zh")
    yield
    speak(qapp, "en")


def _messages(path: Path) -> list[tuple[str, str, str]]:
    """(context, source, translation) of every message."""
    return [
        (
            context.findtext("name", ""),
            message.findtext("source", ""),
            _told(message),
        )
        for context in ET.parse(path).getroot().iter("context")
        for message in context.iter("message")
    ]


def _told(message: ET.Element) -> str:
    found = message.find("translation")
    assert found is not None
    return "".join(found.itertext()).strip("\n ") if message.get("numerus") else found.text or ""


def test_a_translation_has_the_places_of_its_source() -> None:
    wrong = [
        (source, told)
        for _, source, told in _messages(FOLDER / "zh.ts")
        if sorted(PLACE.findall(source)) != sorted(PLACE.findall(told))
    ]
    assert wrong == []


def test_words_of_the_window_errors_and_steps_are_said_in_chinese(chinese: None) -> None:
    assert QCoreApplication.translate("actions", "Undo") == "撤销"
    assert say("Set AI start-ups, Wuhan") == "设置 AI start-ups，Wuhan"
    assert say("Undo: Set AI start-ups, Wuhan") == "撤销：设置 AI start-ups，Wuhan"
    assert say("Redo: Set AI start-ups, Wuhan") == "重做：设置 AI start-ups，Wuhan"
    assert error_words(BadPeriodError(text="20x")).startswith("“20x”不是时期。")
    both = error_words(CombinedError([BadPeriodError(text="a"), BadPeriodError(text="b")]))
    assert [line[:6] for line in both.splitlines()] == ["“a”不是时", "“b”不是时"]


def test_a_text_is_found_whichever_class_says_it(chinese: None) -> None:
    label = QLabel()
    assert label.tr("Sources") == "来源"


def test_what_no_template_matches_stays_as_it_is(chinese: None) -> None:
    assert say("Qwertz 12") == "Qwertz 12"


def test_english_needs_no_catalogue(qapp: QApplication) -> None:
    speak(qapp, "en")
    assert say("Set AI start-ups, Wuhan") == "Set AI start-ups, Wuhan"
    assert QCoreApplication.translate("actions", "Undo") == "Undo"


def test_every_language_has_its_compiled_catalogue() -> None:
    for code in LANGUAGES:
        assert code == "en" or citeria_resources.translation(code).is_file()


def test_the_window_changes_its_language_and_stays_where_it_was(
    qtbot: QtBot, qapp: QApplication, open_window: Callable[..., MainWindow], project_file: Path
) -> None:
    window = open_window(project_file)
    assert window.workspace is not None
    window.workspace.show_view("ranking")
    window.workspace.bridge.select("wuhan")
    try:
        window.set_language("zh")
        assert spoken() == "zh"
        work = window.workspace
        assert work.view == "ranking"
        assert work.bridge.area == "wuhan"
        assert [action.text() for action in window.menuBar().actions()] == ["文件", "编辑", "视图", "帮助"]
        assert work.views["ranking"].accessibleName() == "排名"
        work.bridge.run(operations.set_value, "wuhan", "sub-smart-2020-score", Period.parse("2020"), "71.5")
        assert window.actions_by_id["undo"].text().startswith("撤销")
        window.actions_by_id["undo"].trigger()
    finally:
        window.set_language("en")
    assert [action.text() for action in window.menuBar().actions()] == ["File", "Edit", "View", "Help"]
    assert window.workspace.view == "ranking"


def test_names_clauses_and_sentences_are_parted_as_each_language_does(qapp: QApplication) -> None:
    both = []
    for code in ("en", "zh"):
        speak(qapp, code)
        both.append((lists.names(["A", "", "B"]), lists.clauses(["a", "b"]), lists.statements(["a", "b"])))
    speak(qapp, "en")
    assert both == [("A, B", "a, b", "a; b"), ("A、B", "a，b", "a；b")]
    assert lists.sentences(["One.", "", "Two."]) == "One. Two."
    assert lists.sentences(["一。", "二。"]) == "一。二。"


def test_faults_of_a_table_are_said_in_chinese(chinese: None) -> None:
    assert say("there is no area “Nowhere” in this project; add it first, or let it be added.") == (
        "此项目中没有地区“Nowhere”；请先添加，或允许添加。"
    )
    assert say("row 4") == "第 4 行"


@pytest.mark.skipif(shutil.which("pyside6-lupdate", path=str(Path(sys.executable).parent)) is None, reason="no lupdate")
def test_every_text_of_the_code_is_in_the_catalogue_and_translated(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "translations.py"), "--check"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=False,
    )
    assert done.returncode == 0, done.stdout[:4000] + done.stderr
