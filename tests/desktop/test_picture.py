"""Pictures that leave the app: the same painting as on the screen, text that stays text, words around it, any size."""

import re
import zlib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QImage, QPainter, QShowEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from citeria_core.errors import KnownError
from citeria_desktop import theme as themes
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.cli import main as cli
from citeria_desktop.dialogs.export_picture import ExportPictureDialog
from citeria_desktop.dialogs.long_step import LongStep
from citeria_desktop.picture import formats
from citeria_desktop.picture.caption import Caption, caption
from citeria_desktop.picture.choices import PER_MM, PRESETS, Choices, length
from citeria_desktop.picture.of_view import sheets
from citeria_desktop.picture.page import Page
from citeria_desktop.picture.paper import pages
from citeria_desktop.picture.subject import Picture
from citeria_desktop.picture.table import TableDrawing
from citeria_desktop.settings import Settings
from citeria_desktop.theme import Theme
from citeria_desktop.views.registry import BY_NAME, Surroundings
from citeria_desktop.views.view import View
from citeria_desktop.windows import pictures
from citeria_desktop.windows.main_window import MainWindow
from citeria_desktop.windows.workspace import Workspace

DAY = date(2026, 3, 2)
SVG = "{http://www.w3.org/2000/svg}"


def _work(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


@pytest.fixture
def shown(qtbot: QtBot, bridge: SessionBridge, light: Theme, settings: Settings) -> Callable[[str], View]:
    """Makes and shows a view by its name."""

    def show(name: str) -> View:
        view = BY_NAME[name].make(Surroundings(bridge, light, settings))
        qtbot.addWidget(view)
        view.resize(1000, 600)
        with qtbot.waitExposed(view):
            view.show()
        return view

    return show


def _page(view: View, bridge: SessionBridge, width: float = 1000, height: float | None = None) -> Page:
    return Page(view.picture(), caption(bridge.session, DAY), themes.LIGHT, width, height)


def _texts(svg: Path) -> str:
    root = ElementTree.parse(svg).getroot()
    return "\n".join((text.text or "").strip() for text in root.iter(f"{SVG}text"))


def test_an_svg_holds_the_words_as_text_and_nothing_as_a_bitmap(
    shown: Callable[[str], View], bridge: SessionBridge, tmp_path: Path
) -> None:
    page = _page(shown("ranking"), bridge)
    formats.write(page, tmp_path / "ranking.svg")
    texts, root = _texts(tmp_path / "ranking.svg"), ElementTree.parse(tmp_path / "ranking.svg").getroot()
    assert bridge.session.index is not None
    assert bridge.session.standing is not None
    for row in bridge.session.standing.rows:
        assert row.name in texts
    for words in ("Ranking", bridge.session.index.name, "as of 2024", "2026-03-02", "Enterprise", "Sources: "):
        assert words in texts
    assert not list(root.iter(f"{SVG}image"))
    assert root.findtext(f"{SVG}title") == "Ranking"
    assert "Sources: " in str(root.findtext(f"{SVG}desc"))


def test_a_pdf_holds_its_words_as_text_and_nothing_as_a_bitmap(
    shown: Callable[[str], View], bridge: SessionBridge, tmp_path: Path
) -> None:
    formats.write(_page(shown("ranking"), bridge), tmp_path / "ranking.pdf")
    data = (tmp_path / "ranking.pdf").read_bytes()
    assert b"/Subtype /Image" not in data
    words = _pdf_text(data)
    for expected in ("Ranking", "Beijing", "Enterprise", "Sources:", "2026-03-02", "(2023)"):
        assert expected in words


def test_a_png_has_the_size_times_the_scale_and_its_words_beside(
    shown: Callable[[str], View], bridge: SessionBridge, tmp_path: Path
) -> None:
    page = _page(shown("ranking"), bridge, 800, 500)
    formats.write(page, tmp_path / "ranking.png", 3)
    image = QImage(str(tmp_path / "ranking.png"))
    assert (image.width(), image.height()) == (2400, 1500)
    assert image.text("Title") == "Ranking"
    assert "Sources: " in image.text("Description")


def test_a_picture_looks_as_the_screen_does(qtbot: QtBot, shown: Callable[[str], View], bridge: SessionBridge) -> None:
    view = shown("sources")
    table = view.findChild(QTableView)
    assert table is not None
    table.setCurrentIndex(table.model().index(table.model().rowCount() - 1, 0))
    table.scrollToTop()
    screen = QImage(table.viewport().size(), QImage.Format.Format_RGB32)
    table.viewport().render(screen)
    drawing = TableDrawing(table)
    image = QImage(table.viewport().width(), 4000, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    drawing.paint(painter, QRectF(0, 0, image.width(), image.height()))
    painter.end()
    heading = table.horizontalHeader().height()
    same = image.copy(0, heading, image.width(), screen.height())
    assert _difference(same, screen) < 0.01


def _difference(first: QImage, second: QImage) -> float:
    """The share of points, on a grid, that differ visibly."""
    points = [(x, y) for x in range(0, first.width(), 2) for y in range(0, first.height(), 2)]
    apart = sum(abs(first.pixelColor(*at).lightness() - second.pixelColor(*at).lightness()) > 40 for at in points)
    return apart / len(points)


def test_the_whole_table_is_in_the_picture_though_a_few_rows_are_on_the_screen(
    shown: Callable[[str], View], bridge: SessionBridge, tmp_path: Path
) -> None:
    view = shown("sources")
    view.resize(1000, 240)
    formats.write(_page(view, bridge), tmp_path / "sources.svg")
    keys = [source.key for source in bridge.session.project.sources.all()]
    assert len(keys) > 20
    titles = _texts(tmp_path / "sources.svg")
    assert sum(row in titles for row in keys) in (0, len(keys))  # low rows show no keys
    drawing = view.picture().drawing
    assert isinstance(drawing, TableDrawing)
    assert (drawing.shown_rows, drawing.note) == (len(keys), "")


def test_what_is_too_long_is_cut_and_the_picture_says_so(
    shown: Callable[[str], View], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("citeria_desktop.picture.table.MOST_CELLS", 60)
    picture = shown("sources").picture()
    assert re.fullmatch(r"The first 10 of \d+ rows are shown\.", picture.note)


@pytest.mark.usefixtures("qapp")
@given(height=st.floats(min_value=150, max_value=3000), width=st.floats(min_value=200, max_value=2000))
def test_a_page_has_the_size_it_was_asked_for_and_its_drawing_stays_inside(height: float, width: float) -> None:
    class Block:
        area = QRectF()

        def height(self, width: float) -> float:
            return 900.0

        def paint(self, painter: QPainter, area: QRectF) -> None:
            self.area = painter.transform().mapRect(QRectF(area.left(), area.top(), area.width(), 900.0))

    drawing = Block()
    words = caption_without_sources()
    page = Page(Picture("Title", drawing), words, themes.LIGHT, width, height)
    assert (page.size.width(), page.size.height()) == (width, height)
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    page.paint(painter)
    painter.end()
    if page.room > 60:
        assert drawing.area.height() <= page.room * 1.01
        assert drawing.area.width() <= page.inner * 1.01


def caption_without_sources() -> Caption:
    return Caption("An index, as of 2020", "2026-03-02", (), "A project.")


def test_a_long_table_takes_as_many_pages_as_it_needs_each_under_its_heading(
    shown: Callable[[str], View], bridge: SessionBridge, tmp_path: Path
) -> None:
    view = shown("sources")
    made = pages(view.picture(), caption(bridge.session, DAY), themes.LIGHT, 210 * PER_MM, 200 * PER_MM)
    assert len(made) > 1
    assert made[1].title == f"Sources, page 2 of {len(made)}"
    assert all(page.fits for page in made)
    formats.write(made[0], tmp_path / "sources.pdf", sheets=made)
    assert (tmp_path / "sources.pdf").read_bytes().count(b"/Type /Page\n") == len(made)


def test_a_view_wears_another_theme_only_while_its_picture_is_painted(
    qtbot: QtBot, shown: Callable[[str], View], bridge: SessionBridge
) -> None:
    view = shown("ranking")
    before = view.grab().toImage()
    with sheets(view, bridge.session, Choices(theme="dark", height=600), themes.LIGHT, DAY) as made:
        image = formats.image(made[0])
    assert image.pixelColor(2, 2).name() == themes.DARK.surface.lower()
    qtbot.waitUntil(lambda: view.grab().toImage() == before)


@pytest.mark.parametrize(("text", "pixels"), [("1200", 1200.0), ("640px", 640.0), ("25.4mm", None), ("50.8 mm", 192.0)])
def test_lengths_are_pixels_or_millimetres(text: str, pixels: float | None) -> None:
    if pixels is None:
        with pytest.raises(KnownError) as caught:
            length(text, "width")
        assert "25.4mm" in str(caught.value)
    else:
        assert length(text, "width") == pytest.approx(pixels)


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", '{"format": 3}', Choices(width=1e9).to_json()])
def test_damaged_choices_are_the_usual_ones(text: str) -> None:
    assert Choices.from_json(text) == Choices()


def test_choices_come_back_from_their_text() -> None:
    for preset in PRESETS:
        kept = Choices("svg", preset.width, preset.height, preset.unit, 4, "dark")
        assert Choices.from_json(kept.to_json()) == kept


def test_a_bitmap_that_nothing_could_hold_is_refused_in_words(
    shown: Callable[[str], View], bridge: SessionBridge, tmp_path: Path
) -> None:
    with pytest.raises(KnownError) as caught:
        formats.write(_page(shown("ranking"), bridge, 30_000, 30_000), tmp_path / "a.png", 4)
    assert "120000 × 120000 pixels" in str(caught.value)
    assert list(tmp_path.glob("*.png")) == []


# -- in the window -----------------------------------------------------------------------------------------------------


def test_the_dialog_shows_a_preview_remembers_what_was_chosen_and_writes(
    qtbot: QtBot, window: MainWindow, settings: Settings, tmp_path: Path
) -> None:
    _work(window).show_view("ranking")
    window.actions_by_id["export_picture"].trigger()
    dialog = window.findChild(ExportPictureDialog)
    assert dialog is not None
    assert not dialog.preview.pixmap().isNull()
    dialog.format.setCurrentIndex(dialog.format.findData("svg"))
    dialog.preset.setCurrentIndex(dialog.preset.findData("a4_across"))
    assert (dialog.unit.currentData(), dialog.width_field.value(), dialog.height_field.value()) == ("mm", 297, 210)
    assert not dialog.scale.isEnabled()
    qtbot.waitUntil(lambda: dialog.told.text().replace("\u200b", "").startswith("297 × 210 mm"))
    done = QSignalSpy(dialog.written)
    dialog.save(tmp_path / "out")
    assert done.count() == 1
    renderer = QSvgRenderer(str(tmp_path / "out.svg"))
    assert renderer.isValid()
    assert _work(window).status.message == "Wrote the picture out.svg"
    kept = Choices.from_json(settings.picture)
    assert (kept.format, round(kept.width / PER_MM), round((kept.height or 0) / PER_MM)) == ("svg", 297, 210)


def test_a_picture_that_cannot_be_written_is_told_in_the_dialog(window: MainWindow, tmp_path: Path) -> None:
    window.actions_by_id["export_picture"].trigger()
    dialog = window.findChild(ExportPictureDialog)
    assert dialog is not None
    dialog.save(tmp_path / "no" / "where.png")
    assert "where.png" in dialog.told.text().replace("\u200b", "")
    assert dialog.isVisible()
    dialog.reject()


def test_a_picture_is_copied_by_key(window: MainWindow) -> None:
    _work(window).show_view("ranking")
    window.actions_by_id["copy_picture"].trigger()
    image = QApplication.clipboard().image()
    assert image.width() == 2200
    assert _work(window).status.message == "Copied a picture of “Ranking”"


def test_a_table_is_copied_as_tabs_commas_and_html(window: MainWindow) -> None:
    _work(window).show_view("ranking")
    window.actions_by_id["copy_table"].trigger()
    data = QApplication.clipboard().mimeData()
    assert data.text().splitlines()[1].split("\t")[2] == "Beijing"
    assert data.hasFormat("text/csv")
    assert data.html().count("<tr>") == len(data.text().splitlines())


def test_printing_fills_pages_in_light_colours(window: MainWindow, tmp_path: Path) -> None:
    _work(window).show_view("sources")
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    pictures.print_view(_work(window), printer, DAY)
    data = (tmp_path / "printed.pdf").read_bytes()
    assert data.count(b"/Type /Page\n") > 1
    assert "Sources, page 1 of" in _pdf_text(data)


@pytest.fixture
def stopped_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any painting takes long, and somebody presses Cancel as soon as that can be pressed."""
    monkeypatch.setattr("citeria_desktop.dialogs.long_step.PATIENCE_MS", -1)
    shown = LongStep.showEvent

    def press(step: LongStep, event: QShowEvent) -> None:
        shown(step, event)
        QTimer.singleShot(0, step, step.cancel.click)

    monkeypatch.setattr(LongStep, "showEvent", press)


@pytest.mark.parametrize("ending", formats.FORMATS)
def test_a_picture_that_is_stopped_while_it_is_painted_is_not_written(
    window: MainWindow, tmp_path: Path, request: pytest.FixtureRequest, ending: str
) -> None:
    work = _work(window)
    work.show_view("ranking")
    choices = Choices(theme="dark")
    dialog = ExportPictureDialog(work.views["ranking"], work.bridge.session, work.theme, choices, tmp_path, lambda: DAY)
    request.getfixturevalue("stopped_at_once")
    dialog.save(tmp_path / f"picture.{ending}")
    assert dialog.told.text() == "Stopped. Nothing was written."
    assert list(tmp_path.glob("picture*")) == []
    assert work.views["ranking"].updatesEnabled()
    assert vars(work.views["ranking"])["_theme"] is work.theme
    dialog.refresh()
    assert "The preview was stopped" in dialog.told.text()
    dialog.close()


def test_a_picture_that_is_stopped_is_not_copied(window: MainWindow, request: pytest.FixtureRequest) -> None:
    QApplication.clipboard().setText("as before")
    _work(window).show_view("slope")
    request.getfixturevalue("stopped_at_once")
    window.actions_by_id["copy_picture"].trigger()
    assert QApplication.clipboard().text() == "as before"
    assert "Stopped. Nothing was copied." in _work(window).status.consequence


def test_a_page_of_a_view_is_asked_for_by_its_name(qapp: QApplication, pristine: Path, tmp_path: Path) -> None:
    assert cli.run(["picture", str(pristine), "structure", str(tmp_path / "areas.svg"), "--page", "areas"]) == 0
    assert cli.run(["picture", str(pristine), "structure", str(tmp_path / "first.svg")]) == 0
    first, areas = (ElementTree.parse(tmp_path / f"{name}.svg").getroot() for name in ("first", "areas"))
    assert str(areas.findtext(f"{SVG}title")).startswith("Areas")
    assert str(first.findtext(f"{SVG}title")).startswith("Indices")


def test_a_page_that_there_is_not_is_refused_with_all_else_that_is_wrong(
    qapp: QApplication, pristine: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(tmp_path / "out.svg")
    assert cli.run(["picture", str(pristine), "structure", out, "--page", "roof", "--theme", "sepia"]) == 2
    assert cli.run(["picture", str(pristine), "ranking", out, "--page", "roof"]) == 2
    told = capsys.readouterr().err
    assert "There is no page “roof”. Use one of: areas, indicators, groupings, indices." in told
    assert "There is no theme “sepia”" in told
    assert "“ranking” has no pages, so none of them is “roof”. Leave the page out." in told
    assert not (tmp_path / "out.svg").exists()


def _pdf_text(data: bytes) -> str:
    """The words of a PDF written by Qt: glyph numbers read back through the map to Unicode that each font carries."""
    objects = {int(number): body for number, body in re.findall(rb"(\d+) 0 obj\n(.*?)\nendobj", data, re.DOTALL)}

    def stream(body: bytes) -> str:
        found = re.search(rb"stream\n(.*)\nendstream", body, re.DOTALL)
        assert found is not None
        raw = zlib.decompress(found[1]) if b"FlateDecode" in body else found[1]
        return raw.decode("latin-1")

    maps: dict[str, dict[int, str]] = {}
    for name, number in re.findall(rb"/(F\d+) (\d+) 0 R", data):
        link = re.search(rb"/ToUnicode (\d+) 0 R", objects[int(number)])
        assert link is not None
        table: dict[int, str] = {}
        for first, _last, codes in re.findall(r"<(\w+)> <(\w+)> \[([^\]]*)\]", stream(objects[int(link[1])])):
            for offset, code in enumerate(re.findall(r"<(\w+)>", codes)):
                table[int(first, 16) + offset] = bytes.fromhex(code).decode("utf-16-be")
        maps[name.decode()] = table
    told = []
    for body in objects.values():
        if b"stream\n" not in body or b"/Length1" in body:
            continue
        try:
            content = stream(body)
        except (zlib.error, AssertionError):
            continue
        font = ""
        for name, glyphs in re.findall(r"/(F\d+) [\d.]+ Tf|<([0-9a-fA-F]+)> Tj|\n", content):
            font = name or font
            if glyphs and font in maps:
                numbers = (int(glyphs[at : at + 4], 16) for at in range(0, len(glyphs), 4))
                told.append("".join(maps[font].get(number, "?") for number in numbers))
    return "".join(told).replace("\t", " ")  # Qt maps the glyph of a space to the tab
