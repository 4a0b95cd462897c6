"""What the gallery shows: every page of every view, panels, the window, and the dialogs and cards that open over it.

Dialogs are opened in the window by the way people open them, so a picture shows what people meet.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from citeria_db.exchange import text_out
from citeria_desktop import offscreen
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.dialogs.long_step import WHOLE, LongStep
from citeria_desktop.dialogs.replace import ReplaceDialog
from citeria_desktop.dialogs.search import SearchDialog
from citeria_desktop.language.catalogue import spoken
from citeria_desktop.models import table_text
from citeria_desktop.session import Session
from citeria_desktop.settings import Settings
from citeria_desktop.theme import Theme
from citeria_desktop.views.registry import VIEWS, Surroundings, ViewSpec

if TYPE_CHECKING:
    from citeria_desktop.views.ranking import RankingView
    from citeria_desktop.views.sources import SourcesView
    from citeria_desktop.windows.main_window import MainWindow
    from citeria_desktop.windows.workspace import Workspace

_VIEW: Final = QSize(1100, 700)
_WINDOW: Final = QSize(1360, 860)


@dataclass(frozen=True)
class Scene:
    """What exhibits are made from, in one theme and language: `path` names the project as given, `copy` is the file.

    `folder` is there for whatever files an exhibit needs; `cell` is the area and indicator that show most.
    """

    application: QApplication
    bridge: SessionBridge
    theme: Theme
    path: Path
    copy: Path
    folder: Path

    @cached_property
    def cell(self) -> tuple[str, str]:
        """The area and indicator that are selected."""
        return telling_cell(self.bridge.session)

    @cached_property
    def settings(self) -> Settings:
        """Nothing is remembered from another scene."""
        return Settings(self.folder)

    @cached_property
    def window(self) -> "MainWindow":
        """The window with the project open, made when it is first asked for."""
        from citeria_desktop.app import build_window

        self.settings.language, self.settings.theme = spoken(), self.theme.name
        sample = self.folder / "sample.citeria"
        window = build_window(self.application, self.copy, self.theme.name, self.settings, sample)
        window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        window.resize(_WINDOW)
        window.show()
        if window.workspace is not None:
            window.workspace.bridge.select(*self.cell)
        return window

    @property
    def opened(self) -> "MainWindow | None":
        """The window, if anything has asked for it."""
        return vars(self).get("window")

    @property
    def work(self) -> "Workspace":
        """What the window shows of the project."""
        work = self.window.workspace
        assert work is not None
        return work

    def close(self) -> None:
        """Close what was opened."""
        if self.opened is not None:
            self.opened.close()
            self.opened.deleteLater()
        self.bridge.close()


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One picture's subject: its name, how to make it, and its size in logical pixels where it has none of its own.

    A card that is no window is pictured with the view that it lies over.
    """

    name: str
    make: Callable[[Scene], QWidget]
    size: QSize | None = None


def telling_cell(session: Session) -> tuple[str, str]:
    """The cell that shows most: with rival values, else any with a value; ("", "") in an empty project."""
    held = [reading for reading in session.readings.values() if reading.observation is not None]
    if not held:
        return "", ""
    best = max(held, key=lambda reading: (reading.rivals > 1, reading.noted, reading.cited))
    return best.area, best.indicator


# -- views and panels --------------------------------------------------------------------------------------------------


def _welcome(scene: Scene) -> QWidget:
    from citeria_desktop.views.welcome import WelcomeView

    return WelcomeView(scene.theme, [scene.path])


def _page(spec: ViewSpec, page: str) -> Exhibit:
    def make(scene: Scene) -> QWidget:
        view = spec.make(Surroundings(scene.bridge, scene.theme, scene.settings))
        if page:
            view.show_page(page)
            view.setFocus()
        return view

    return Exhibit(spec.picture_name(page), make, _VIEW)


def _inspector(scene: Scene) -> QWidget:
    from citeria_desktop.panels.inspector import Inspector

    return Inspector(scene.bridge, scene.theme)


# -- dialogs and cards -------------------------------------------------------------------------------------------------


def _action(name: str, view: str = "data") -> Callable[[Scene], None]:
    """What an action of the menus opens over a view."""

    def open_it(scene: Scene) -> None:
        scene.work.show_view(view)
        scene.window.actions_by_id[name].trigger()

    return open_it


def _paste(scene: Scene) -> None:
    """Three numbers below each other, one of which may mean two, on the cell that is selected."""
    QApplication.clipboard().setText("1.234\n12 %\nabout nine")
    _action("paste")(scene)


def _read_table(scene: Scene) -> None:
    """Values of the project, as they would be read back."""
    from citeria_desktop.windows import tables

    scene.work.show_view("data")
    place = scene.folder / "values.csv"
    held = [(cell, one) for cell, one in scene.bridge.session.readings.items() if one.value is not None][:12]
    rows = [(*cell, str(one.period), str(one.value)) for cell, one in held]
    text_out.write(place, table_text.written(("area", "indicator", "period", "value"), rows))
    tables.open_table(scene.work, place)


def _replace(scene: Scene) -> None:
    _action("replace")(scene)
    for dialog in scene.window.findChildren(ReplaceDialog):
        dialog.sought.setText("1")
        dialog.by.setText("2")
        dialog.look()


def _search(scene: Scene) -> None:
    _action("search")(scene)
    for dialog in scene.window.findChildren(SearchDialog):
        dialog.line.setText("AI")
        dialog.look()


def _sources(scene: Scene) -> "SourcesView":
    scene.work.show_view("sources")
    return cast("SourcesView", scene.work.views["sources"])


def _keys(scene: Scene) -> list[str]:
    return [source.key for source in scene.bridge.session.project.sources.all()]


def _merge(scene: Scene) -> None:
    keys = _keys(scene)[:2]
    if len(keys) == 2:
        _sources(scene).merge(keys)


def _recite(scene: Scene) -> None:
    for key in _keys(scene)[:1]:
        _sources(scene).recite(key)


def _ranking(scene: Scene) -> "RankingView":
    scene.work.show_view("ranking")
    return cast("RankingView", scene.work.views["ranking"])


def _mapping(scene: Scene) -> None:
    index = scene.bridge.session.index
    for leaf in index.leaves()[:1] if index is not None else ():
        _ranking(scene).edit_mapping(leaf.code)


def _why(scene: Scene) -> None:
    """Why an area in the middle of the ranking stands elsewhere without one of its values."""
    standpoint, bridge, indicator = _ranking(scene).standpoint, scene.work.bridge, scene.cell[1]
    standing, readings = bridge.session.standing, bridge.session.readings
    ranked = [row.area for row in standing.rows] if standing is not None else []
    held = [area for area in ranked if (area, indicator) in readings and readings[area, indicator].value is not None]
    for area in held[len(held) // 2 :][:1]:
        bridge.look(bridge.session.try_value(area, indicator, None))
        if standpoint is not None:
            standpoint.ask_why(area)


def _long_step(scene: Scene) -> None:
    """As it stands while a picture is painted."""
    step = LongStep(scene.work.tr("Painting the picture…"), WHOLE, scene.window)
    step.bar.setValue(WHOLE * 2 // 5)
    step.show()


_OPENED: Final[tuple[tuple[str, Callable[[Scene], None]], ...]] = (
    ("about", _action("about")),
    ("add-source", lambda scene: _sources(scene).add_source()),
    ("cite", _action("cite_selection")),
    ("columns", _action("columns")),
    ("edit-source", lambda scene: _sources(scene).details.edit_source()),
    ("export-picture", _action("export_picture", "ranking")),
    ("keys", _action("keys")),
    ("long-step", _long_step),
    ("mapping", _mapping),
    ("merge-sources", _merge),
    ("new-project", _action("new")),
    ("palette", _action("palette")),
    ("paste-preview", _paste),
    ("preferences", _action("preferences")),
    ("read-table", _read_table),
    ("recite-source", _recite),
    ("replace", _replace),
    ("search", _search),
    ("verdict", _action("give_verdict")),
    ("snapshot", _action("take_snapshot", "ranking")),
    ("what-if", _action("what_if", "ranking")),
    ("why", _why),  # the last: it leaves a scenario in view
)


def _opened(scene: Scene) -> QWidget:
    """The dialog or card that is open; the window where nothing opens because there is nothing to work on."""
    from citeria_desktop.panels.name_card import NameCard
    from citeria_desktop.panels.what_if_card import WhatIfCard
    from citeria_desktop.panels.why_card import WhyCard

    offscreen.settle(scene.application, scene.window)
    kinds = QDialog, NameCard, WhatIfCard, WhyCard
    found = (one for one in scene.window.findChildren(QWidget) if isinstance(one, kinds) and one.isVisible())
    return next(found, scene.window)


def _dialog(name: str, open_it: Callable[[Scene], None]) -> Exhibit:
    def make(scene: Scene) -> QWidget:
        open_it(scene)
        return _opened(scene)

    return Exhibit(name, make)


EXHIBITS: Final = (
    Exhibit("welcome", _welcome, _VIEW),
    *(_page(spec, page) for spec in VIEWS for page in spec.pages or ("",)),
    Exhibit("inspector", _inspector, QSize(340, 860)),
    Exhibit("window", lambda scene: scene.window),
    *(_dialog(name, open_it) for name, open_it in _OPENED),
)
