"""The views, a line each: rail, menu, keys, panes, pictures and the tests of the contract are made from this list.

Nothing here imports Qt or a view: a view is imported when it is first asked for.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from citeria_desktop.bridge import SessionBridge
    from citeria_desktop.settings import Settings
    from citeria_desktop.theme import Theme
    from citeria_desktop.views.view import View

NEVER: Final = 100_000  # pixels that no window has


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a view may be made from."""

    bridge: "SessionBridge"
    theme: "Theme"
    settings: "Settings"


@dataclass(frozen=True, slots=True)
class ViewSpec:
    """One view.

    `live_from` and `inspector_from` say how many pixels the panes must have together for the live ranking and the
    inspector to stand beside the view when it is first shown. `pages` are the names that `View.show_page` takes;
    `page` is the one that pictures show unless another is asked for, the first where nothing else is said.
    `called` is its name on the command line and in the gallery where that is another.
    """

    name: str
    title: str
    icon: str
    keys: str
    make: Callable[[Surroundings], "View"]
    live_from: int = NEVER
    inspector_from: int = 0
    pages: tuple[str, ...] = ()
    page: str = ""
    called: str = ""

    @property
    def public_name(self) -> str:
        """What the command line and the gallery call it."""
        return self.called or self.name

    @property
    def first_page(self) -> str:
        """The page that pictures show unless another is asked for; "" for a view without pages."""
        return self.page or next(iter(self.pages), "")

    def picture_name(self, page: str) -> str:
        """What the gallery calls the picture of a page: "clusters" for the one it shows first, "clusters-biplot"."""
        return self.public_name if page == self.first_page else f"{self.public_name}-{page}"


def _grid(around: Surroundings) -> "View":
    from citeria_desktop.views.grid import GridView
    from citeria_desktop.windows.kept_layouts import KeptLayouts

    path = around.bridge.session.project.path
    layouts, seen = KeptLayouts(around.settings, path), around.settings.seen(path)
    return GridView(around.bridge, around.theme, layouts=layouts, seen=seen)


def _sources(around: Surroundings) -> "View":
    from citeria_desktop.views.sources import SourcesView

    return SourcesView(around.bridge, around.theme)


def _ranking(around: Surroundings) -> "View":
    from citeria_desktop.views.ranking import RankingView

    return RankingView(around.bridge, around.theme, still=lambda: around.settings.reduce_motion)


def _clusters(around: Surroundings) -> "View":
    from citeria_desktop.views.clusters import ClustersView  # brings scipy, which the first screen does without

    return ClustersView(around.bridge, around.theme)


def _slope(around: Surroundings) -> "View":
    from citeria_desktop.views.slope import SlopeView

    return SlopeView(around.bridge, around.theme)


def _dossier(around: Surroundings) -> "View":
    from citeria_desktop.views.dossier import DossierView

    return DossierView(around.bridge, around.theme)


def _structure(around: Surroundings) -> "View":
    from citeria_desktop.views.structure import StructureView

    return StructureView(around.bridge, around.theme)


def _history(around: Surroundings) -> "View":
    from citeria_desktop.views.history import HistoryView

    return HistoryView(around.bridge, around.theme)


_SIDES: Final = ("tree", "biplot", "parallel", "silhouette", "profile", "choice", "stability", "agreement", "peers")
_PARTS: Final = ("areas", "indicators", "groupings", "indices")

VIEWS: Final = (  # as in the rail
    ViewSpec("data", "Data", "table-2", "Ctrl+1", _grid, live_from=0, called="grid"),
    ViewSpec("sources", "Sources", "quote", "Ctrl+2", _sources, inspector_from=NEVER),
    ViewSpec("ranking", "Ranking", "list-ordered", "Ctrl+3", _ranking),
    ViewSpec("clusters", "Clusters", "shapes", "Ctrl+4", _clusters, inspector_from=1100, pages=_SIDES),
    ViewSpec("structure", "Structure", "list-tree", "Ctrl+5", _structure, NEVER, NEVER, _PARTS, page="indices"),
    ViewSpec("slope", "Slope", "chart-spline", "Ctrl+6", _slope),
    ViewSpec("dossier", "Dossier", "book-open", "Ctrl+7", _dossier, inspector_from=NEVER),
    ViewSpec("history", "History", "history", "Ctrl+9", _history, inspector_from=NEVER),
)
BY_NAME: Final = {spec.name: spec for spec in VIEWS}
HOME: Final = VIEWS[0].name  # the grid: there from the start, since values are typed and found in it
