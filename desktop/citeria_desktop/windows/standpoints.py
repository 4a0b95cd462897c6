"""What the menu asks of the ranking: a snapshot of it, and what would be if a value were another."""

from citeria_desktop.panels.ranking_standpoint import RankingStandpoint
from citeria_desktop.views.ranking import RankingView
from citeria_desktop.windows.workspace import Workspace


def take_snapshot(work: Workspace) -> None:
    """Go to the ranking and ask for the name of a snapshot."""
    standpoint = _standpoint(work)
    if standpoint is not None:
        standpoint.strip.take()


def ask_what_if(work: Workspace) -> None:
    """Go to the ranking and try a value of the selected area."""
    standpoint = _standpoint(work)
    if standpoint is not None:
        standpoint.ask_what_if(work.bridge.area)


def _standpoint(work: Workspace) -> RankingStandpoint | None:
    work.show_view("ranking")
    view = work.views["ranking"]
    return view.standpoint if isinstance(view, RankingView) else None
