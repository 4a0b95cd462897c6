"""The tokens of the themes, and what is made of them."""

import re

import pytest
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo, QFontMetrics
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

import citeria_resources
from citeria_desktop import theme as themes
from citeria_desktop.actions.catalogue import ACTIONS, MENUS, PAGES, REASONS, RECENT, SEPARATOR
from citeria_desktop.icons import icon, pixmap
from citeria_desktop.stylesheet import sheet
from citeria_desktop.theme import CONTRAST, DARK, LIGHT, Theme
from citeria_desktop.views.registry import VIEWS

EVERY = pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=lambda theme: theme.name)


def _luminance(colour: QColor) -> float:
    """Relative luminance after WCAG 2.2."""
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def _contrast(first: QColor, second: QColor) -> float:
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@EVERY
@pytest.mark.parametrize("ground", ["window", "surface", "selection"])
@pytest.mark.parametrize("text", ["text", "muted", "accent", "good", "warn", "bad"])
def test_every_text_colour_can_be_read_on_every_ground(theme: Theme, text: str, ground: str) -> None:
    assert _contrast(theme.colour(text), theme.colour(ground)) >= 4.5


@EVERY
@pytest.mark.parametrize("ground", ["window", "surface"])
def test_every_field_is_seen_by_its_edge(theme: Theme, ground: str) -> None:
    assert _contrast(theme.colour("edge"), theme.colour(ground)) >= 3.0


@EVERY
def test_words_on_the_accent_can_be_read(theme: Theme) -> None:
    assert _contrast(theme.colour("on_accent"), theme.colour("accent")) >= 4.5


@EVERY
def test_every_part_stands_out_from_its_ground_in_its_own_theme(theme: Theme) -> None:
    for position in range(5):
        assert _contrast(theme.part(position), theme.colour("surface")) >= (2.2 if theme is LIGHT else 3.0)


@EVERY
def test_every_cluster_stands_out_from_its_ground(theme: Theme) -> None:
    for position in range(len(themes.CLUSTER_COLOURS)):
        assert _contrast(theme.cluster(position), theme.colour("surface")) >= 3.0


@EVERY
def test_the_style_sheet_uses_no_colour_but_the_themes_own(theme: Theme) -> None:
    tokens = {getattr(theme, name).upper() for name in theme.__slots__ if str(getattr(theme, name)).startswith("#")}
    found = {colour.upper() for colour in re.findall(r"#[0-9A-Fa-f]{6}\b", sheet(theme))}
    assert found <= tokens
    assert "{" + "surface" not in sheet(theme)


@EVERY
def test_qt_takes_the_style_sheet_and_the_palette(qapp: QApplication, qtbot: QtBot, theme: Theme) -> None:
    themes.apply(qapp, theme)
    field, button = QLineEdit("48.44"), QPushButton("Use this value")
    for widget in (field, button):
        qtbot.addWidget(widget)
        widget.resize(120, 30)
        picture = widget.grab().toImage()
        assert picture.pixelColor(60, 4) == theme.colour("surface")
    assert qapp.palette().window().color() == theme.colour("window")


def test_the_bundled_fonts_are_used_and_their_figures_have_one_width(qapp: QApplication) -> None:
    themes.load_fonts()
    made = themes.font()
    assert QFontInfo(made).family() == "Inter"
    metrics = QFontMetrics(made)
    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1
    assert "Citeria Han" in QFontDatabase.families()
    assert metrics.inFontUcs4(ord("8"))


@EVERY
def test_an_icon_is_drawn_in_the_colour_asked_for_and_sharp_at_every_scale(qapp: QApplication, theme: Theme) -> None:
    colour = theme.colour("accent")
    for scale in (1, 2, 3):
        drawn = pixmap("table-2", colour, 16, scale)
        assert (drawn.width(), drawn.devicePixelRatio()) == (16 * scale, scale)
        image = drawn.toImage()
        solid = [
            image.pixelColor(x, y)
            for x in range(image.width())
            for y in range(image.height())
            if image.pixelColor(x, y).alpha() > 120
        ]
        assert solid
        assert all(abs(one.red() - colour.red()) <= 6 and abs(one.blue() - colour.blue()) <= 6 for one in solid)
    assert not icon("sun", colour).isNull()


def test_every_icon_that_an_action_names_is_there() -> None:
    assert {spec.icon for spec in ACTIONS if spec.icon} <= set(citeria_resources.icon_names())


def test_every_action_stands_once_in_the_menus_or_on_the_bar_and_no_key_is_taken_twice() -> None:
    entries = [entry for _, menu in MENUS for entry in menu if entry not in (SEPARATOR, RECENT)]
    assert len(entries) == len(set(entries))
    assert {spec.id for spec in ACTIONS} - set(entries) == {"toggle_theme", *PAGES}  # pages are for the palette
    keys = [key for spec in ACTIONS for key in spec.keys]
    assert len(keys) == len(set(keys))
    assert {spec.needs for spec in ACTIONS} - {""} <= set(REASONS)


@pytest.mark.parametrize("ground", ["window", "surface", "selection"])
@pytest.mark.parametrize("text", ["text", "muted", "accent", "good", "warn", "bad"])
def test_in_high_contrast_text_reaches_seven_to_one_and_lines_four_and_a_half(text: str, ground: str) -> None:
    assert _contrast(CONTRAST.colour(text), CONTRAST.colour(ground)) >= 7
    assert _contrast(CONTRAST.colour("line"), CONTRAST.colour("surface")) >= 4.5


def test_every_page_of_a_view_can_be_found_in_the_palette() -> None:
    assert set(PAGES) == {f"{view.name}.{page}" for view in VIEWS for page in view.pages}
