"""The sources: found by typing, sorted, read in full, followed to the cells that cite them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from citeria_core.cite import reference
from citeria_core.model import Source
from citeria_core.period import Period
from citeria_db import operations
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.dialogs.add_source import AddSourceDialog
from citeria_desktop.models.source_model import Column
from citeria_desktop.theme import Theme
from citeria_desktop.views.sources import SourcesView


@pytest.fixture
def view(qtbot: QtBot, bridge: SessionBridge, light: Theme) -> SourcesView:
    made = SourcesView(bridge, light)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


def _keys(view: SourcesView) -> list[str]:
    return [entry.source.key for entry in view.model.entries]


def test_an_edit_that_leaves_the_list_as_it_is_keeps_it_standing(view: SourcesView, bridge: SessionBridge) -> None:
    resets: list[None] = []
    view.model.modelReset.connect(lambda: resets.append(None))
    told: list[tuple[int, int]] = []
    view.model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    assert bridge.run(
        operations.set_value, "chengdu", "ai-enterprises", Period.parse("2020"), "16.3", source="ici-2020"
    )
    row = view.model.row_of("ici-2020")
    assert told == [(row, row)]  # it is cited once more
    assert resets == []


def _sort(qtbot: QtBot, view: SourcesView, column: Column) -> None:
    header = view.table.horizontalHeader()
    place = header.viewport().rect().center()
    place.setX(header.sectionViewportPosition(column) + 10)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_all_sources_are_listed_the_most_cited_first(view: SourcesView, bridge: SessionBridge) -> None:
    cited = [entry.source.cited for entry in view.model.entries]
    assert len(cited) == len(bridge.session.project.sources.all()) == 100
    assert cited == sorted(cited, reverse=True)
    assert view.count.text() == "100"


def test_typing_keeps_the_sources_that_hold_every_word(qtbot: QtBot, view: SourcesView) -> None:
    qtbot.keyClicks(view.filter, "riemer 2020")
    assert _keys(view) == ["ici-2020"]
    assert view.count.text() == "1 of 100"
    qtbot.keyClick(view.filter, Qt.Key.Key_Escape)
    assert view.filter.text() == ""
    assert len(_keys(view)) == 100


def test_chinese_titles_are_shown_and_found(view: SourcesView) -> None:
    view.filter.setText("人工智能")
    titles = [view.model.index(row, Column.TITLE).data() for row in range(view.model.rowCount())]
    assert len(titles) >= 5
    assert any("人工智能" in title for title in titles)


def test_a_filter_that_nothing_passes_says_so(view: SourcesView) -> None:
    view.filter.setText("no such thing")
    assert not view.table.isVisible()
    assert view.empty.isVisible()
    assert not view.details.inside.isVisible()
    view.filter.clear()
    assert view.table.isVisible()


def test_a_click_on_a_heading_sorts_and_another_one_turns_the_order(qtbot: QtBot, view: SourcesView) -> None:
    _sort(qtbot, view, Column.YEAR)
    years = [entry.year for entry in view.model.entries]
    assert years == sorted(years)
    _sort(qtbot, view, Column.YEAR)
    assert [entry.year for entry in view.model.entries] == sorted(years, reverse=True)
    _sort(qtbot, view, Column.TITLE)
    titles = [entry.source.title.casefold() for entry in view.model.entries]
    assert titles == sorted(titles)


def test_the_chosen_source_stays_chosen_when_the_list_is_sorted_anew(qtbot: QtBot, view: SourcesView) -> None:
    view.show_source("liu-2025")
    _sort(qtbot, view, Column.SOURCE)
    assert view.model.entries[view.table.currentIndex().row()].source.key == "liu-2025"
    assert "Liu" in view.details.reference.text()


def test_the_list_is_reached_and_walked_by_key(qtbot: QtBot, view: SourcesView) -> None:
    view.filter.setFocus()
    qtbot.keyClick(view.filter, Qt.Key.Key_Down)
    assert view.table.hasFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    assert view.table.currentIndex().row() == 1
    assert view.details.title.text().replace("\u200b", "") == view.model.entries[1].source.title
    qtbot.keyClick(view.table, Qt.Key.Key_End)
    assert view.table.currentIndex().row() == 99


def test_a_source_shows_its_whole_reference_its_note_and_every_cell_that_cites_it(
    view: SourcesView, bridge: SessionBridge
) -> None:
    view.show_source("ici-2020")
    source = bridge.session.project.sources.get("ici-2020")
    assert view.details.reference.text().replace("\u200b", "") == reference(source)
    assert view.details.note.text().replace("\u200b", "") == source.note
    assert len(view.details.cited.uses) == source.cited
    assert view.details.cited_title.text() == f"CITED BY {source.cited} VALUES"


def test_a_double_click_on_a_cell_goes_to_it(qtbot: QtBot, view: SourcesView, bridge: SessionBridge) -> None:
    view.show_source("emlyon-2021")
    use = view.details.cited.uses[0]
    table = view.details.table
    place = table.visualRect(view.details.cited.index(0, 0)).center()
    with qtbot.waitSignal(view.go_wanted) as told:
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == ["data", ""]
    assert (bridge.area, bridge.indicator) == (use.area, use.indicator)


def test_enter_on_a_cell_goes_to_it_too(qtbot: QtBot, view: SourcesView, bridge: SessionBridge) -> None:
    view.show_source("emlyon-2021")
    view.details.table.setFocus()
    view.details.table.selectRow(1)
    qtbot.keyClick(view.details.table, Qt.Key.Key_Return)
    use = view.details.cited.uses[1]
    assert (bridge.area, bridge.indicator) == (use.area, use.indicator)


def test_the_reference_is_copied_whole(qtbot: QtBot, view: SourcesView, bridge: SessionBridge) -> None:
    view.show_source("liu-2025")
    qtbot.mouseClick(view.details.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == reference(bridge.session.project.sources.get("liu-2025"))


def test_a_source_added_anywhere_appears_and_undo_takes_it_away(view: SourcesView, bridge: SessionBridge) -> None:
    source = Source("test-2024", {"type": "report", "title": "A test of sources"})
    bridge.run(operations.add_source, source)
    assert "test-2024" in _keys(view)
    view.show_source("test-2024")
    assert view.details.cited_title.text() == "NO VALUE CITES THIS SOURCE YET"
    assert not view.details.open.isEnabled()
    bridge.undo()
    assert "test-2024" not in _keys(view)


def test_adding_a_source_opens_the_form_and_shows_what_it_made(
    qtbot: QtBot, view: SourcesView, bridge: SessionBridge
) -> None:
    with qtbot.waitSignal(view.add_requested):
        qtbot.mouseClick(view.add, Qt.MouseButton.LeftButton)
    dialog = view.findChild(AddSourceDialog)
    assert dialog is not None
    assert dialog.isVisible()
    bridge.run(operations.add_source, Source("made-2024", {"type": "report", "title": "Made in the form"}))
    dialog.added.emit("made-2024")
    assert view.details.title.text() == "Made in the form"
    dialog.reject()


def test_a_screen_reader_hears_source_title_kind_and_use(view: SourcesView) -> None:
    view.show_source("liu-2025")
    told = view.table.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert told.startswith("Liu Mingzhu (2025), Smart cities driven by artificial intelligence")
    assert told.endswith("journal article, cited 48 times")


def test_both_models_keep_qts_rules_through_every_change(view: SourcesView) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    QAbstractItemModelTester(view.model, mode, view)
    QAbstractItemModelTester(view.details.cited, mode, view)
    for text in ("china", "china daily", "nothing at all", ""):
        view.filter.setText(text)
    for column in Column:
        view.model.sort(column, Qt.SortOrder.DescendingOrder)
    assert len(_keys(view)) == 100
