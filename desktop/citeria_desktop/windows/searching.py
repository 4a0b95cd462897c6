"""From a hit of the search to the place where it stands."""

from typing import TYPE_CHECKING, cast

from PySide6.QtGui import QShortcut

from citeria_desktop.dialogs.search import SearchDialog
from citeria_desktop.windows.dossiers import show_dossier

if TYPE_CHECKING:
    from citeria_db.search import Hit
    from citeria_desktop.models.structure_model import Key
    from citeria_desktop.views.sources import SourcesView
    from citeria_desktop.views.structure import StructureView
    from citeria_desktop.windows.workspace import Workspace


def open_search(work: "Workspace") -> None:
    """Ask what to search for."""
    dialog = SearchDialog(work.bridge, work.theme, work)
    dialog.chosen.connect(lambda hit: go_to_hit(work, hit))
    dialog.dossier_wanted.connect(lambda hit: show_dossier(work, (hit.area or work.bridge.area, hit.indicator)))
    for keys in work.actions_by_id["cell_dossier"].shortcuts():
        QShortcut(keys, dialog).activated.connect(dialog.ask_for_dossier)
    dialog.open()


def go_to_hit(work: "Workspace", hit: "Hit") -> None:
    """Show what was found where it is worked on."""
    match hit.kind:
        case "source":
            _go_to_source(work, hit.source)
        case "index":
            _go_in_structure(work, "indices", ("index", hit.code))
        case "node":
            index, _, node = hit.code.partition("/")
            _go_in_structure(work, "indices", ("node", index, node))
        case "grouping":
            _go_in_structure(work, "groupings", ("grouping", hit.code))
        case "group":
            grouping, _, group = hit.code.partition("/")
            _go_in_structure(work, "groupings", ("group", grouping, group))
        case "note" if hit.source:
            _go_to_source(work, hit.source)
        case _:
            _go_to_cell(work, hit)


def _go_to_cell(work: "Workspace", hit: "Hit") -> None:
    """A cell in the grid, of all data if the index has it not; what has no cell stands in the structure."""
    grid = work.grid
    for everything in (grid.model.everything, True):
        grid.show_everything(everything)
        areas, indicators = grid.model.areas, grid.model.indicators
        area = hit.area or (areas[0].code if areas else "")
        indicator = hit.indicator or (indicators[0].code if indicators else "")
        index = grid.model.index_of(area, indicator)
        if index.isValid():
            work.go("data")
            grid.go_to(index)
            work.bridge.select(area, indicator)
            return
    noun = "indicator" if hit.indicator else "area"
    _go_in_structure(work, f"{noun}s", (noun, hit.indicator or hit.area))


def _go_to_source(work: "Workspace", key: str) -> None:
    work.go("sources")
    cast("SourcesView", work.views["sources"]).show_source(key)


def _go_in_structure(work: "Workspace", page: str, key: "Key") -> None:
    work.go("structure", page)
    view = cast("StructureView", work.views["structure"])
    view.page.tree.choose(key)
    view.page.tree.setFocus()
