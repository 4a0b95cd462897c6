"""A picture asked for in words, made without a window: every mistake in the words is told at once."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt

from citeria_core.errors import KnownError
from citeria_db.store import Project
from citeria_desktop import offscreen
from citeria_desktop import theme as themes
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.language.phrases import speech
from citeria_desktop.picture import formats
from citeria_desktop.picture.choices import SCALES, Choices, length
from citeria_desktop.picture.of_view import sheets
from citeria_desktop.session import Session
from citeria_desktop.settings import Settings
from citeria_desktop.views.registry import VIEWS, Surroundings, ViewSpec

_SCREEN: Final = QSize(1100, 700)  # of the view that the picture is taken of


class ScaleError(KnownError):
    """A scale that a bitmap cannot have."""

    code = "picture_scale"
    template = "“{scale}” is no scale of a picture. Give a number from {least} to {most}."


class NoPagesError(KnownError):
    """A page wanted of a view that has only one."""

    code = "picture_no_pages"
    template = "“{view}” has no pages, so none of them is “{page}”. Leave the page out."


@dataclass(frozen=True, slots=True)
class Wanted:
    """The words of the command line; `height` None is as high as the content needs, `index` None the usual one.

    `page` is one of a view with pages, "" the first.
    """

    view: str
    page: str
    index: str | None
    width: str
    height: str | None
    scale: float
    theme: str
    language: str
    on: date


def make(file: Path, out: Path, wanted: Wanted) -> None:
    """Write the picture of a view of the project in `file` to `out`.

    Raises `CombinedError` with everything that is wrong with what is wanted, and what opening and writing raise.
    """
    checked = offscreen.Checked()
    format_ = checked(lambda: formats.format_of(out), "png")
    specs = {spec.public_name: spec for spec in VIEWS}
    spec = specs.get(checked(lambda: offscreen.known("view", wanted.view, specs), ""), VIEWS[0])
    page = checked(lambda: _page(spec, wanted), "")
    theme = checked(lambda: offscreen.known_theme(wanted.theme), themes.LIGHT)
    checked(lambda: offscreen.known_language(wanted.language), "")
    width = checked(lambda: length(wanted.width, "width"), 0.0)
    high = wanted.height
    height = None if high is None else checked(lambda: length(high, "height"), 0.0)
    checked(lambda: _check_scale(wanted.scale), None)
    checked.end()
    choices = Choices(format_, width, height, theme=theme.name)
    with offscreen.application() as application, offscreen.copy(file) as copy, Project.open(copy) as project:
        themes.apply(application, theme)
        with offscreen.speaking(application, wanted.language):
            bridge = SessionBridge(Session(project, wanted.index, speech()))
            view = spec.make(Surroundings(bridge, theme, Settings(copy.parent / "settings")))
            view.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
            view.resize(_SCREEN)
            view.show()
            if page:
                view.show_page(page)
            try:
                offscreen.settle(application, view)
                with sheets(view, bridge.session, choices, theme, wanted.on) as pages:
                    formats.write(pages[0], out, wanted.scale, sheets=pages)
            finally:
                view.stop()
                view.close()
                view.deleteLater()
                bridge.close()
                application.processEvents()


def _page(spec: ViewSpec, wanted: Wanted) -> str:
    """The page that is wanted of a view; nothing can be said of one of a view that there is not."""
    if not wanted.page or spec.public_name != wanted.view:
        return spec.first_page
    if not spec.pages:
        raise NoPagesError(view=wanted.view, page=wanted.page)
    return offscreen.known("page", wanted.page, spec.pages)


def _check_scale(scale: float) -> None:
    if not 0.1 <= scale <= 2 * SCALES[-1]:
        raise ScaleError(scale=scale, least=0.1, most=2 * SCALES[-1])
