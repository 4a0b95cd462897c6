"""Looking after sources in the window: copies put by and opened, findings, filters, upkeep, merge, a new edition."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QThreadPool, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QPushButton, QToolTip
from pytestqt.qtbot import QtBot

from citeria_core.model import Source
from citeria_db import operations, source_operations
from citeria_db.archive import operations as archiving
from citeria_db.errors import StoppedError
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.dialogs import long_step
from citeria_desktop.dialogs.add_source import AddSourceDialog
from citeria_desktop.dialogs.long_step import LongStep
from citeria_desktop.dialogs.source_merge import MergeDialog
from citeria_desktop.dialogs.source_recite import ReciteDialog
from citeria_desktop.models.recite_model import Column as ReciteColumn
from citeria_desktop.panels.copy_opening import CopyOpener
from citeria_desktop.panels.source_copies import SourceCopies
from citeria_desktop.theme import Theme
from citeria_desktop.views.sources import SourcesView

PDF = b"%PDF-1.7\nfigures\n%%EOF\n"
ENTER, SPACE, CONTROL = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def shown() -> list[QUrl]:
    """What was handed to the viewer of the system."""
    return []


@pytest.fixture
def view(qtbot: QtBot, bridge: SessionBridge, light: Theme, shown: list[QUrl]) -> SourcesView:
    made = SourcesView(bridge, light, opener=CopyOpener(bridge, shown.append))
    qtbot.addWidget(made)
    made.resize(1100, 760)
    with qtbot.waitExposed(made):
        made.show()
    settle(qtbot, made)
    return made


def settle(qtbot: QtBot, view: SourcesView) -> None:
    """Wait until duplicates and linked files have been looked at."""
    assert QThreadPool.globalInstance().waitForDone(60_000)
    qtbot.waitUntil(lambda: not view.busy)


def put(folder: Path, content: bytes = PDF, name: str = "report.pdf") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def drop(view: SourcesView, path: Path, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> QDropEvent:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(QPointF(10, 10), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, modifiers)
    view.details.dropEvent(event)
    return event


def keys(view: SourcesView) -> list[str]:
    return [entry.source.key for entry in view.model.entries]


def words(label: QLabel) -> str:
    return label.text().replace("\u200b", "")


# -- copies ----------------------------------------------------------------------------------------------


def test_a_file_dropped_on_a_source_is_held_and_listed_and_undo_takes_it_off(
    view: SourcesView, bridge: SessionBridge, tmp_path: Path
) -> None:
    view.show_source("ici-2020")
    assert drop(view, put(tmp_path)).isAccepted()
    copies = view.details.copies
    assert view.details.stack.currentWidget() is copies
    assert view.details.pages.chips[1].text() == "Copies 1"
    told = copies.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told.startswith("report.pdf, PDF · 23 bytes · ")
    assert told.endswith("held")
    assert bridge.session.undo_label == "Archive report.pdf for ici-2020"
    bridge.undo()
    assert copies.model.rowCount() == 0
    assert copies.nothing.isVisibleTo(copies)


def test_a_file_dropped_on_a_row_of_the_list_is_archived_for_that_source(
    view: SourcesView, bridge: SessionBridge, tmp_path: Path
) -> None:
    row = view.model.row_of("liu-2025")
    assert row is not None
    place = view.table.visualRect(view.model.index(row, 0)).center()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(put(tmp_path)))])
    at = QPointF(view.table.viewport().mapTo(view, place))
    buttons, keyboard = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    view.dropEvent(QDropEvent(at, Qt.DropAction.CopyAction, data, buttons, keyboard))
    assert [copy.source for copy in bridge.session.project.copies.all()] == ["liu-2025"]
    outside = QDropEvent(QPointF(2, 2), Qt.DropAction.CopyAction, data, buttons, keyboard)
    view.dropEvent(outside)
    assert not outside.isAccepted()


def test_a_long_work_that_is_stopped_says_so(qtbot: QtBot, view: SourcesView, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long_step, "PATIENCE_MS", 0)
    shown = LongStep("<b>Reading</b> a long file", parent=view)
    qtbot.addWidget(shown)
    shown.advance(1, 10)
    assert shown.isVisible()
    assert (shown.bar.value(), shown.bar.maximum()) == (1, 10)
    qtbot.mouseClick(shown.cancel, Qt.MouseButton.LeftButton)
    with pytest.raises(StoppedError, match="Nothing was changed"):
        shown.advance(2, 10)


def test_with_alt_a_dropped_file_is_linked_and_its_change_is_a_finding_until_acknowledged(
    qtbot: QtBot, view: SourcesView, bridge: SessionBridge, tmp_path: Path
) -> None:
    view.show_source("liu-2025")
    drop(view, put(tmp_path), Qt.KeyboardModifier.AltModifier)
    settle(qtbot, view)
    (copy,) = bridge.session.project.copies.of("liu-2025")
    assert copy.link
    assert view.details.findings.findings == ()
    put(tmp_path, PDF + b"more")
    view.restore(view.state())
    settle(qtbot, view)
    (finding,) = view.details.findings.findings
    assert finding.words == "The linked file “report.pdf” changed on disk."
    assert view.details.cited.uses[0].doubtful
    view.filters.chips["changed"].click()
    assert keys(view) == ["liu-2025"]
    view.details.act("acknowledge", copy.id)
    settle(qtbot, view)
    assert keys(view) == []
    view.show_source("liu-2025")
    assert view.details.findings.findings == ()


def test_a_file_that_is_no_document_is_not_taken(view: SourcesView, bridge: SessionBridge, tmp_path: Path) -> None:
    view.show_source("ici-2020")
    assert not drop(view, put(tmp_path, name="library.bib")).isAccepted()
    told: list[str] = []
    bridge.failed.connect(told.append)
    drop(view, put(tmp_path, b"MZ\x90\x00", "trick.pdf"))
    assert "whatever its name says" in told[0]
    assert bridge.session.undo_label is None


def test_other_bytes_at_the_same_address_are_told_at_the_source_and_at_every_value(
    view: SourcesView, bridge: SessionBridge, tmp_path: Path
) -> None:
    view.show_source("ici-2020")
    drop(view, put(tmp_path))
    drop(view, put(tmp_path, PDF + b"other", "again.pdf"))
    (finding,) = view.details.findings.findings
    assert "“again.pdf”" in finding.words
    assert finding.words.endswith("Citations that rest on what it said before: 82.")
    assert all(use.doubtful for use in view.details.cited.uses)
    spoken = view.details.cited.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("to be checked: the source was changed since")
    links = {button.text(): button for button in view.details.findings.findChildren(QPushButton)}
    links["Acknowledge the change"].click()
    assert view.details.findings.findings == ()
    assert not any(use.doubtful for use in view.details.cited.uses)
    assert bridge.session.undo_label == "Acknowledge the change of again.pdf of ici-2020"


def test_a_citation_opens_the_copy_at_its_page(
    qtbot: QtBot, view: SourcesView, bridge: SessionBridge, tmp_path: Path, shown: list[QUrl]
) -> None:
    observation = bridge.session.project.observations.citing("imd-sci-2023")[0]
    bridge.run(operations.cite, observation.id, "liu-2025", locator="p. 7")
    view.show_source("liu-2025")
    drop(view, put(tmp_path))
    view.details.pages.choose(0)
    row = next(at for at, use in enumerate(view.details.cited.uses) if use.citation.locator == "p. 7")
    view.details.table.selectRow(row)
    view.details.table.setFocus()
    qtbot.keyClick(view.details.table, ENTER, CONTROL)
    (url,) = shown
    assert url.fragment() == "page=7"
    path = Path(url.toLocalFile())
    assert (path.name, path.read_bytes()) == ("report.pdf", PDF)


def test_without_a_copy_a_citation_opens_the_address_at_the_words_it_quotes(
    view: SourcesView, bridge: SessionBridge, shown: list[QUrl]
) -> None:
    view.show_source("ici-2020")
    use = next(use for use in view.details.cited.uses if use.citation.quote)
    view.details.table.selectRow(view.details.cited.uses.index(use))
    view.details.uses.open_place()
    (url,) = shown
    assert url.scheme() == "http"
    first = use.citation.quote.split()[0]
    assert unquote(url.fragment()).startswith(f":~:text={first}")


def test_an_address_that_is_none_of_the_web_is_never_opened(
    view: SourcesView, bridge: SessionBridge, shown: list[QUrl]
) -> None:
    told: list[str] = []
    bridge.failed.connect(told.append)
    for at, address in enumerate(("file:///etc/passwd", "javascript:alert(1)", "C:\\x.exe", "smb://host/x")):
        csl = {"type": "webpage", "title": "T", "URL": address}
        bridge.run(operations.add_source, Source(f"odd-{at}", csl))
        view.show_source(f"odd-{at}")
        view.details.open.click()
    assert shown == []
    assert len(told) == 4
    assert "was not opened" in told[0]


def test_copies_are_verified_written_out_and_removed_by_key(
    qtbot: QtBot, view: SourcesView, bridge: SessionBridge, tmp_path: Path
) -> None:
    view.show_source("ici-2020")
    drop(view, put(tmp_path))
    copies: SourceCopies = view.details.copies
    with qtbot.waitSignal(view.told) as told:
        qtbot.mouseClick(copies.verify, Qt.MouseButton.LeftButton)
    assert told.args == ["Copies checked: 1. All are as they were put by."]
    assert copies.chosen is not None
    copies.write(copies.chosen, tmp_path / "out.pdf")
    assert (tmp_path / "out.pdf").read_bytes() == PDF
    copies.table.setFocus()
    qtbot.keyClick(copies.table, Qt.Key.Key_Delete)
    assert bridge.session.project.copies.all() == ()


def test_the_inspector_opens_the_copy_and_says_when_a_citation_is_to_be_checked(
    qtbot: QtBot, open_window: Callable[..., object], project_file: Path, tmp_path: Path
) -> None:
    from citeria_db.store import Project

    with Project.open(project_file) as project:
        area, indicator = next(
            (one.area, one.indicator) for one in project.observations.citing("emlyon-2021") if one.preferred
        )
        archiving.archive(project, "emlyon-2021", put(tmp_path))
        archiving.archive(project, "emlyon-2021", put(tmp_path, PDF + b"other"))
    window = open_window(project_file)
    work = window.workspace  # type: ignore[attr-defined]
    work.bridge.select(area, indicator)
    qtbot.waitUntil(
        lambda: any("to be checked" in words(label).lower() for label in work.inspector.findChildren(QLabel))
    )
    assert any(button.text() == "Open copy" for button in work.inspector.findChildren(QPushButton))


# -- filters ---------------------------------------------------------------------------------------------


def test_chips_list_what_is_to_be_done(qtbot: QtBot, view: SourcesView, bridge: SessionBridge) -> None:
    assert view.filters.chips["uncited"].text() == f"Uncited {len(view.standing.uncited)}"
    qtbot.mouseClick(view.filters.chips["uncited"], Qt.MouseButton.LeftButton)
    assert {entry.source.cited for entry in view.model.entries} == {0}
    qtbot.mouseClick(view.filters.chips["uncited"], Qt.MouseButton.LeftButton)
    assert len(keys(view)) == 100
    source_operations.set_upkeep(
        bridge.session.project,
        source_operations.replace(bridge.session.project.sources.upkeep("liu-2025"), update_period_days=1),
    )
    bridge.run(source_operations.edit_source, "liu-2025", {"accessed": {"date-parts": [[2024, 1, 1]]}})
    settle(qtbot, view)
    view.filters.chips["due"].click()
    assert keys(view) == ["liu-2025"]
    (finding,) = view.details.findings.findings
    assert finding.words == "Due for a refresh since 2024-01-02: read on 2024-01-01."
    view.details.act("read", "liu-2025")
    assert keys(view) == []
    assert view.empty.isVisible()
    view.clear_filters()
    assert len(keys(view)) == 100


def test_duplicates_stand_beside_each_other_and_are_merged_from_there(
    qtbot: QtBot, view: SourcesView, bridge: SessionBridge
) -> None:
    csl = {"type": "article-journal", "title": "Smart", "DOI": "10.35854/1998-1627-2025-12-1634-1646"}
    bridge.run(operations.add_source, Source("again", csl))
    settle(qtbot, view)
    view.filters.chips["twice"].click()
    assert keys(view) == ["liu-2025", "again"]
    view.show_source("again")
    (finding,) = view.details.findings.findings
    assert finding.words == "It stands here twice, as liu-2025: the same DOI."
    view.details.act(finding.deeds[0][1], finding.deeds[0][2])
    dialog = view.findChild(MergeDialog)
    assert dialog is not None
    assert dialog.keep.value == "liu-2025"
    dialog.reject()


def test_type_and_tag_narrow_the_list_and_are_remembered(
    qtbot: QtBot, view: SourcesView, bridge: SessionBridge, light: Theme
) -> None:
    bridge.run(source_operations.set_tags, "liu-2025", ["ai"])
    bridge.run(source_operations.set_tags, "ici-2020", ["ai"])
    view.filters.type.picked.emit("article-journal")
    view.filters.tag.picked.emit("ai")
    assert keys(view) == ["liu-2025"]
    view.details.pages.choose(2)
    other = SourcesView(bridge, light)
    qtbot.addWidget(other)
    other.restore(view.state())
    assert keys(other) == ["liu-2025"]
    assert other.details.pages.current == 2
    settle(qtbot, other)
    assert other.table_text().splitlines()[0] == "key,reference,type,year,cited,address"
    assert other.table_text().splitlines()[1].startswith("liu-2025,")


# -- upkeep ----------------------------------------------------------------------------------------------


def test_tags_note_and_judgement_are_stored_each_as_one_step(
    qtbot: QtBot, view: SourcesView, bridge: SessionBridge
) -> None:
    view.show_source("liu-2025")
    view.details.pages.choose(2)
    form, project = view.details.upkeep, bridge.session.project
    form.tags.setFocus()
    qtbot.keyClicks(form.tags, "ai, china")
    qtbot.keyClick(form.tags, ENTER)
    assert project.sources.get("liu-2025").csl["keyword"] == "ai, china"
    form.note.setPlainText("Read twice")
    qtbot.keyClick(form.note, ENTER, CONTROL)
    assert project.sources.get("liu-2025").note == "Read twice"
    form.reliability.picked.emit(2)
    form.pedigree[2].picked.emit(4)
    form.passed_on.picked.emit(False)
    form.character.picked.emit("secondary")
    kept = project.sources.upkeep("liu-2025")
    assert (kept.reliability, kept.pedigree, kept.redistributable, kept.character) == (
        2,
        (None, None, 4, None, None),
        False,
        "secondary",
    )
    assert len(project.history.steps()) == 6
    bridge.undo()
    assert form.character.value == project.sources.upkeep("liu-2025").character


def test_what_cannot_be_stored_stays_in_its_field_and_keeps_the_view(
    qtbot: QtBot, view: SourcesView, bridge: SessionBridge
) -> None:
    told: list[str] = []
    bridge.failed.connect(told.append)
    view.show_source("liu-2025")
    form = view.details.upkeep
    for field, text, why in ((form.period, "soon", "number of days"), (form.origin, "nobody", "There is no source")):
        field.setText(text)
        field.commit()
        assert why in told[-1]
        assert view.editing
        assert view.hindrance()
        field.setText("")
        field.commit()
    assert view.hindrance() == ""
    form.origin.setText("ici-2020")
    form.origin.commit()
    assert bridge.session.project.sources.upkeep("liu-2025").derived_from == "ici-2020"


def test_what_is_typed_is_stored_for_the_source_it_was_typed_for(view: SourcesView, bridge: SessionBridge) -> None:
    view.show_source("liu-2025")
    view.details.upkeep.producer.setText("SPbSUE")
    view.show_source("ici-2020")
    assert bridge.session.project.sources.upkeep("liu-2025").producer == "SPbSUE"
    assert bridge.session.project.sources.upkeep("ici-2020").producer != "SPbSUE"


def test_a_source_is_deleted_unless_something_cites_it(view: SourcesView, bridge: SessionBridge) -> None:
    told: list[str] = []
    bridge.failed.connect(told.append)
    view.show_source("liu-2025")
    view.details.delete()
    assert "Merge it into the source" in told[0]
    bridge.run(operations.add_source, Source("spare", {"type": "book", "title": "Nobody cites it"}))
    view.show_source("spare")
    view.details.delete()
    assert "spare" not in keys(view)
    assert bridge.session.undo_label == "Delete source spare"


# -- merge and new editions ------------------------------------------------------------------------------


def test_two_sources_are_merged_after_a_look_in_one_step(
    qtbot: QtBot, view: SourcesView, bridge: SessionBridge, light: Theme
) -> None:
    cited = sum(bridge.session.project.sources.get(key).cited for key in ("liu-2025", "emlyon-2021"))
    dialog = MergeDialog(bridge, light, ["emlyon-2021"], view)
    QAbstractItemModelTester(dialog.model, QAbstractItemModelTester.FailureReportingMode.Fatal, dialog)
    assert not dialog.merge.isEnabled()
    dialog.more.choose("liu-2025")
    assert dialog.merge.isEnabled()
    assert dialog.model.headerData(0, Qt.Orientation.Horizontal) == "emlyon-2021 (kept)"
    dialog.keep.setCurrentIndex(1)
    dialog.keep.picked.emit("liu-2025")
    assert dialog.model.headerData(0, Qt.Orientation.Horizontal) == "liu-2025 (kept)"
    assert words(dialog.consequence).startswith("Citations of the others: 8. ")
    dialog.merged.connect(view.show_source)
    dialog.accept()
    assert bridge.session.project.sources.get("liu-2025").cited == cited
    assert bridge.session.undo_label == "Merge emlyon-2021 into liu-2025"
    bridge.undo()
    assert "emlyon-2021" in keys(view)


def test_chosen_citations_go_to_a_new_edition_with_their_new_locators(
    qtbot: QtBot, view: SourcesView, bridge: SessionBridge, light: Theme
) -> None:
    bridge.run(operations.add_source, Source("ici-2021", {"type": "report", "title": "The second edition"}))
    dialog = ReciteDialog(bridge, light, "ici-2020", view)
    with qtbot.waitExposed(dialog):
        dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    QAbstractItemModelTester(dialog.model, QAbstractItemModelTester.FailureReportingMode.Fatal, dialog)
    assert not dialog.cite.isEnabled()
    dialog.edition.choose("ici-2021")
    assert len(dialog.model.rows) == 82
    dialog.none.click()
    dialog.table.setCurrentIndex(dialog.model.index(1, 0))
    qtbot.keyClick(dialog.table, SPACE)
    assert dialog.model.setData(dialog.model.index(1, ReciteColumn.NEW), " p. 9 ")
    (chosen,) = dialog.model.chosen
    assert words(dialog.consequence).startswith("1 of 82 citations go to the new edition.")
    qtbot.keyClick(dialog, ENTER, CONTROL)
    held = bridge.session.project.observations.get(chosen.observation)
    assert {(one.source, one.locator) for one in held.citations} >= {("ici-2021", "p. 9")}
    assert ("unvalidated" in held.flags) == chosen.to_check
    assert bridge.session.undo_label == "Cite ici-2021 instead of ici-2020 for 1 value"
    bridge.undo()
    assert bridge.session.project.sources.get("ici-2020").cited == 82


def test_a_new_edition_is_narrowed_to_one_indicator(bridge: SessionBridge, view: SourcesView, light: Theme) -> None:
    dialog = ReciteDialog(bridge, light, "ici-2020", view)
    code = dialog.model.rows[0].indicator
    dialog.indicator.setCurrentIndex(1)
    dialog.indicator.picked.emit(code)
    assert {one.indicator for one in dialog.model.rows} == {code}
    dialog.edition.choose("ici-2020")
    assert dialog.model.rows == []
    assert "cannot be merged into itself" in words(dialog.why)
    dialog.reject()


def test_a_source_that_is_here_is_told_while_it_is_added_and_can_be_taken_instead(
    qtbot: QtBot, bridge: SessionBridge, light: Theme
) -> None:
    dialog = AddSourceDialog(bridge, "https://doi.org/10.35854/1998-1627-2025-12-1634-1646")
    qtbot.addWidget(dialog)
    assert words(dialog.alike).startswith("It seems to be here already as liu-2025 (the same DOI): Liu Mingzhu")
    dialog.doi.clear()
    dialog.look_for_it()
    assert not dialog.alike.isVisibleTo(dialog)
    dialog.title.setText("IMD Smart City Index 2023")
    dialog.title.editingFinished.emit()
    assert dialog.alike.isVisibleTo(dialog)
    with qtbot.waitSignal(dialog.added) as told:
        dialog.instead.click()
    assert told.args == [bridge.session.project.sources.search("IMD Smart City Index 2023")[0].key]
    assert bridge.session.undo_label is None


# -- hostile titles --------------------------------------------------------------------------------------


def test_html_in_a_title_is_text_wherever_it_is_shown(
    qtbot: QtBot, view: SourcesView, bridge: SessionBridge, light: Theme
) -> None:
    hostile = '<img src="http://e.org/x.png"><b>Bold</b> <a href="http://e.org">x</a>'
    csl = {"type": "book", "title": hostile, "publisher": hostile, "author": [{"literal": hostile}]}
    bridge.run(operations.add_source, Source("hostile", csl, note=hostile))
    view.show_source("hostile")
    merging = MergeDialog(bridge, light, ["hostile", "liu-2025"], view)
    reciting = ReciteDialog(bridge, light, "hostile", view)
    adding = AddSourceDialog(bridge, hostile, view)
    adding.look_for_it()
    for shown in (view, merging, reciting, adding):
        for label in shown.findChildren(QLabel):
            rich = label.textFormat() != Qt.TextFormat.PlainText and GuiQt.mightBeRichText(label.text())
            assert not rich, label.text()
            assert "<b>" not in label.toolTip()
    for model in (view.model, view.details.cited, merging.model):
        for row in range(model.rowCount()):
            for column in range(model.columnCount()):
                tip = str(model.index(row, column).data(Qt.ItemDataRole.ToolTipRole) or "")
                assert not tip.startswith("<img"), tip
                assert "<b>" not in tip, tip
    assert not QToolTip.isVisible()
    for dialog in (merging, reciting, adding):
        dialog.reject()
