"""What holds for every view: the tests walk through the registry, so a new view is covered at once."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from citeria_db.store import Project
from citeria_desktop import theme as themes
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.language.catalogue import speak
from citeria_desktop.language.phrases import speech
from citeria_desktop.picture import formats
from citeria_desktop.picture.choices import Choices
from citeria_desktop.picture.of_view import sheets
from citeria_desktop.session import Session
from citeria_desktop.settings import Settings
from citeria_desktop.theme import Theme
from citeria_desktop.views.registry import HOME, VIEWS, Surroundings, ViewSpec
from citeria_desktop.views.view import View
from citeria_desktop.windows.main_window import MainWindow

Maker = Callable[..., View]
every_view = pytest.mark.parametrize("spec", VIEWS, ids=lambda spec: spec.public_name)
LEAST = (1024, 640)
ROOM = (948, 500)  # what a view alone has in the least window


@pytest.fixture
def make(qtbot: QtBot, light: Theme, settings: Settings) -> Maker:
    """Makes a view around a bridge, shows it, and waits until it waits for nothing."""

    def make_(spec: ViewSpec, bridge: SessionBridge, theme: Theme = light) -> View:
        view = spec.make(Surroundings(bridge, theme, settings))
        qtbot.addWidget(view, before_close_func=lambda widget: widget.stop())
        view.resize(*ROOM)
        with qtbot.waitExposed(view):
            view.show()
        qtbot.waitUntil(lambda: not view.busy, timeout=60_000)
        return view

    return make_


@pytest.fixture
def blank(light: Theme, tmp_path: Path) -> Iterator[SessionBridge]:
    """A project with nothing in it."""
    with Project.create(tmp_path / "blank.citeria", "Blank") as project:
        bridge = SessionBridge(Session(project))
        yield bridge
        bridge.close()


@every_view
def test_a_view_has_the_room_it_needs_in_the_least_window(qtbot: QtBot, window: MainWindow, spec: ViewSpec) -> None:
    work = window.workspace
    assert work is not None
    window.resize(*LEAST)
    work.show_view(spec.name)
    view = work.views[spec.name]
    qtbot.waitUntil(lambda: not view.busy, timeout=60_000)
    qtbot.wait(20)
    assert (window.width(), window.height()) == LEAST
    needed = view.minimumSizeHint()
    assert (needed.width() <= view.width(), needed.height() <= view.height()) == (True, True), (needed, view.size())
    inside = view.rect()
    for child in view.children():
        if isinstance(child, QWidget) and child.isVisible() and not child.isWindow():
            assert inside.contains(child.geometry()), child


@every_view
@pytest.mark.parametrize("theme", themes.THEMES.values(), ids=lambda theme: theme.name)
def test_a_view_is_painted_in_every_theme_twice_as_large(
    qapp: QApplication, make: Maker, bridge: SessionBridge, spec: ViewSpec, theme: Theme
) -> None:
    themes.apply(qapp, theme)
    view = make(spec, bridge, theme)
    image = QImage(view.size() * 2, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(2)
    view.render(image)
    colours: dict[str, int] = {}
    for x in range(0, image.width(), 7):
        for y in range(0, image.height(), 7):
            name = image.pixelColor(x, y).name()
            colours[name] = colours.get(name, 0) + 1
    grounds = sum(colours.get(one.lower(), 0) for one in (theme.window, theme.surface, theme.selection))
    assert grounds / sum(colours.values()) > 0.4
    assert len(colours) > 15


every_page = pytest.mark.parametrize(
    ("spec", "page"),
    [pytest.param(spec, page, id=spec.picture_name(page)) for spec in VIEWS for page in spec.pages or ("",)],
)


@every_page
def test_a_picture_of_a_view_holds_its_title_and_its_sources_in_all_formats(
    qtbot: QtBot, make: Maker, bridge: SessionBridge, light: Theme, spec: ViewSpec, page: str, tmp_path: Path
) -> None:
    view = make(spec, bridge)
    if page:
        view.show_page(page)
        qtbot.waitUntil(lambda: not view.busy, timeout=60_000)
    with sheets(view, bridge.session, Choices(), light, date(2026, 3, 2)) as pages:
        title = pages[0].title
        for ending in formats.FORMATS:
            formats.write(pages[0], tmp_path / f"picture.{ending}", 1)
    root = ElementTree.parse(tmp_path / "picture.svg").getroot()
    texts = "".join("".join(text.itertext()).strip() for text in root.iter("{http://www.w3.org/2000/svg}text"))
    assert title
    assert title.replace(" ", "") in texts.replace(" ", "")
    assert "Sources:" in texts
    assert "2026-03-02" in texts
    assert not list(root.iter("{http://www.w3.org/2000/svg}image"))
    image = QImage(str(tmp_path / "picture.png"))
    assert (image.text("Title"), "Sources:" in image.text("Description")) == (title, True)
    data = (tmp_path / "picture.pdf").read_bytes()
    assert data.startswith(b"%PDF")
    assert b"/FontFile" in data


@every_view
def test_everything_that_takes_keys_has_a_name_for_a_screen_reader(
    make: Maker, bridge: SessionBridge, spec: ViewSpec
) -> None:
    nameless = [
        f"{type(one).__name__} {one.objectName()}" for one in _controls(make(spec, bridge)) if not _spoken_name(one)
    ]
    assert nameless == []


@every_view
def test_the_tab_key_reaches_everything_and_nothing_holds_it(
    qtbot: QtBot, make: Maker, bridge: SessionBridge, spec: ViewSpec
) -> None:
    view = make(spec, bridge)
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    controls = _controls(view)
    controls[0].setFocus(Qt.FocusReason.TabFocusReason)
    reached: list[QWidget] = []
    for _ in range(len(controls) * 2 + 10):
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus in reached:
            break
        reached.append(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is focus and not set(controls) <= set(reached):
            assert spec.name == HOME, f"{focus} holds the key"  # in a grid Tab goes from cell to cell; F6 leads out
            focus.focusNextChild()
    missed = [one for one in controls if one not in reached and not _in_a_group(one)]
    assert missed == []


class _Windows(QObject):
    """Notes every widget that is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Let everything pass."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


def test_nothing_inside_a_window_is_ever_a_window_of_its_own(
    qtbot: QtBot, qapp: QApplication, open_window: Callable[..., MainWindow], project_file: Path
) -> None:
    windows = _Windows()
    qapp.installEventFilter(windows)
    try:
        work = open_window(project_file).workspace
        assert work is not None
        for spec in VIEWS:
            work.show_view(spec.name)
            qtbot.waitUntil(lambda name=spec.name: not work.views[name].busy, timeout=60_000)
    finally:
        qapp.removeEventFilter(windows)
    assert windows.shown == ["MainWindow"]


@pytest.mark.parametrize("spec", [spec for spec in VIEWS if spec.pages], ids=lambda spec: spec.public_name)
def test_the_pages_that_the_registry_names_are_those_of_the_view(
    make: Maker, bridge: SessionBridge, spec: ViewSpec
) -> None:
    view = make(spec, bridge)
    assert set(vars(view)["pages"]) == set(spec.pages)
    for page in spec.pages:
        view.show_page(page)
        assert view.state()["page"] == page


@every_view
def test_the_state_of_a_view_is_plain_and_comes_back(make: Maker, bridge: SessionBridge, spec: ViewSpec) -> None:
    state = json.loads(json.dumps(make(spec, bridge).state()))
    again = make(spec, bridge)
    again.restore(state)
    assert json.loads(json.dumps(again.state())) == state


@every_view
@pytest.mark.parametrize("damaged", [{}, {"page": 7, "filters": 3, "scroll": "x", "column": "y"}], ids=["none", "odd"])
def test_a_state_that_fits_nothing_is_passed_over(
    make: Maker, bridge: SessionBridge, spec: ViewSpec, damaged: dict[str, object]
) -> None:
    view = make(spec, bridge)
    view.restore(damaged)
    assert view.isVisible()


@every_view
def test_a_view_made_in_chinese_keeps_no_english_word_that_has_a_translation(
    qapp: QApplication, make: Maker, bridge: SessionBridge, spec: ViewSpec
) -> None:
    english = _words(make(spec, bridge))
    speak(qapp, "zh")
    try:
        bridge.session.speak(speech())
        chinese = make(spec, bridge)
        left = {text for text in _words(chinese) & english if QCoreApplication.translate("View", text) != text}
    finally:
        speak(qapp, "en")
        bridge.session.speak(speech())
    assert left == set()


@every_view
def test_in_a_project_with_nothing_in_it_a_view_says_what_will_be_here_and_offers_a_beginning(
    make: Maker, blank: SessionBridge, spec: ViewSpec
) -> None:
    view = make(spec, blank)
    sentences = [
        one.text() for one in view.findChildren(QLabel) if one.isVisibleTo(view) and one.text().rstrip().endswith(".")
    ]
    actions = [one for one in view.findChildren(QPushButton) if one.isVisibleTo(view) and one.isEnabled()]
    assert sentences
    assert actions


# -- what is looked for ------------------------------------------------------------------------------------------------


def _controls(view: QWidget) -> list[QWidget]:
    """What one can go to by key: visible, enabled, and no inner part of another control."""
    return [
        one
        for one in view.findChildren(QWidget)
        if one.isVisibleTo(view)
        and one.isEnabled()
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.focusProxy() is None
        and not isinstance(one, QScrollBar | QScrollArea)
        and not isinstance(one.parent(), QAbstractSpinBox | QComboBox)
    ]


def _spoken_name(control: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(control)
    return str(interface.text(QAccessible.Text.Name)).strip() if interface is not None else control.accessibleName()


def _in_a_group(control: QWidget) -> bool:
    """One of several buttons of which one is chosen: arrows go from one to the next."""
    return isinstance(control, QAbstractButton) and (control.group() is not None or control.autoExclusive())


def _words(view: QWidget) -> set[str]:
    """Everything that people read or hear: texts, tips, names, headings."""
    said: set[str] = set()
    for one in [view, *view.findChildren(QWidget)]:
        said |= {one.toolTip(), one.accessibleName()}
        if isinstance(one, QLabel | QAbstractButton):
            said.add(one.text())
        if isinstance(one, QComboBox):
            said |= {one.itemText(place) for place in range(one.count())}
        if isinstance(one, QHeaderView) and one.model() is not None and one.orientation() == Qt.Orientation.Horizontal:
            columns = range(min(one.count(), 40))
            said |= {str(one.model().headerData(place, Qt.Orientation.Horizontal) or "") for place in columns}
    return {text for text in said if text.strip()}
