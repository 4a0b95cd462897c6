"""Describing a source and changing it later: fields walked by Enter, what is lacking said in the form."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from citeria_core.model import Source
from citeria_db import operations
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.dialogs.add_source import AddSourceDialog, EditSourceDialog
from citeria_desktop.theme import Theme
from citeria_desktop.views.sources import SourcesView

ENTER, CONTROL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier


def _open(qtbot: QtBot, dialog: Any) -> Any:
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.open()
    dialog.activateWindow()
    return dialog


def test_enter_walks_the_fields_and_adds_nothing_half_filled_in(
    qtbot: QtBot, bridge: SessionBridge, light: Theme
) -> None:
    before = len(bridge.session.project.sources.all())
    dialog = _open(qtbot, AddSourceDialog(bridge))
    dialog.title.setFocus()
    qtbot.keyClicks(dialog.title, "A yearbook")
    qtbot.keyClick(dialog.title, ENTER)
    assert QApplication.focusWidget() is dialog.authors
    qtbot.keyClick(dialog.authors, ENTER)
    assert QApplication.focusWidget() is dialog.publisher
    assert dialog.isVisible()
    assert len(bridge.session.project.sources.all()) == before
    qtbot.keyClick(dialog.publisher, ENTER, CONTROL)
    assert len(bridge.session.project.sources.all()) == before + 1


@pytest.mark.parametrize(
    ("sought", "field"),
    [
        ("Wuhan statistical yearbook", "title"),
        ("https://example.org/report", "url"),
        ("10.1000/182", "doi"),
        ("riemer", ""),
        ("xinhua 2020", ""),
    ],
)
def test_what_was_sought_goes_into_the_title_only_if_it_looks_like_one(
    qtbot: QtBot, bridge: SessionBridge, light: Theme, sought: str, field: str
) -> None:
    dialog = _open(qtbot, AddSourceDialog(bridge, sought))
    filled = {name for name in ("title", "authors", "publisher", "year", "url", "doi") if getattr(dialog, name).text()}
    assert filled == ({field} if field else set())
    dialog.reject()


def test_the_doi_and_the_day_of_reading_are_stored(qtbot: QtBot, bridge: SessionBridge, light: Theme) -> None:
    dialog = _open(qtbot, AddSourceDialog(bridge))
    dialog.title.setText("A yearbook")
    dialog.doi.setText("https://doi.org/10.1000/182")
    dialog.form.accessed.setText("2026-11-22")
    key = dialog.key.text()
    dialog.accept()
    csl = bridge.session.project.sources.get(key).csl
    assert csl["DOI"] == "10.1000/182"
    assert csl["accessed"] == {"date-parts": [[2026, 11, 22]]}


def test_a_source_is_edited_from_the_list_and_undo_takes_it_back(
    qtbot: QtBot, bridge: SessionBridge, light: Theme
) -> None:
    view = SourcesView(bridge, light)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    view.show_source("ici-2020")
    before = dict(bridge.session.project.sources.get("ici-2020").csl)
    qtbot.mouseClick(view.details.edit, Qt.MouseButton.LeftButton)
    dialog = view.findChild(EditSourceDialog)
    assert dialog is not None
    assert dialog.title.text() == before["title"]
    dialog.publisher.setText("Another house")
    dialog.accept()
    after = dict(bridge.session.project.sources.get("ici-2020").csl)
    assert after == {**before, "publisher": "Another house"}
    assert bridge.session.undo_label == "Edit source ici-2020"
    assert view.model.entries[view.table.currentIndex().row()].source.key == "ici-2020"
    assert view.details.kind.text().endswith("ici-2020")
    bridge.undo()
    assert dict(bridge.session.project.sources.get("ici-2020").csl) == before


def test_saving_without_a_change_is_no_step(qtbot: QtBot, bridge: SessionBridge, light: Theme) -> None:
    for source in bridge.session.project.sources.all():
        dialog = EditSourceDialog(bridge, source.key)
        dialog.accept()
    assert bridge.session.undo_label is None


def test_what_the_form_cannot_say_of_a_name_stays_to_the_letter(
    qtbot: QtBot, bridge: SessionBridge, light: Theme
) -> None:
    author = [{"family": "Beethoven", "given": "L.", "non-dropping-particle": "van"}]
    bridge.run(operations.add_source, Source(key="lvb", csl={"type": "song", "title": "Ode", "author": author}))
    dialog = _open(qtbot, EditSourceDialog(bridge, "lvb"))
    dialog.title.setText("Ode to Joy")
    dialog.accept()
    csl = bridge.session.project.sources.get("lvb").csl
    assert (csl["author"], csl["type"], csl["title"]) == (author, "song", "Ode to Joy")


def test_a_title_taken_away_is_refused_in_the_form(qtbot: QtBot, bridge: SessionBridge, light: Theme) -> None:
    dialog = _open(qtbot, EditSourceDialog(bridge, "ici-2020"))
    dialog.title.clear()
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.why.text() == "A source needs a title."
    dialog.reject()
