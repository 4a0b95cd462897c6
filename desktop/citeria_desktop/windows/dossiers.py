"""The way from any number on any screen to its dossier, by key and by mouse; Alt+Left leads back."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from citeria_desktop.models.provenance import Provenance
from citeria_desktop.pointing import pointed_at
from citeria_desktop.views.dossier import DossierView

if TYPE_CHECKING:
    from citeria_desktop.pointing import Cell
    from citeria_desktop.windows.workspace import Workspace

SEPARATOR: Final = "-"
OFFERED: Final = (  # for whatever shows numbers and has no menu of its own
    *("cell_dossier", SEPARATOR, "copy", "copy_table", "copy_picture"),
    *(SEPARATOR, "export_picture", "save_csv"),
)


def open_dossier(work: "Workspace") -> None:
    """Show the dossier of the cell pointed at; of an area alone, that of its first missing, else uncited value."""
    show_dossier(work, _pointed_at(work))


def ask_verdict(work: "Workspace") -> None:
    """Show the dossier of the cell pointed at, and ask there what a reviewer holds of it."""
    open_dossier(work)
    view = work.views[work.view]
    if isinstance(view, DossierView):
        view.values.settle()
        if view.values.cell_page is not None:
            view.values.cell_page.keep_verdict()


def show_dossier(work: "Workspace", cell: "Cell") -> None:
    """Show the dossier of a cell, of an area alone that of its first value in doubt."""
    area, indicator = cell
    index = work.bridge.session.index
    if area and not indicator and index is not None:
        indicator = Provenance(work.bridge.session).cell(area, index.code)
    work.bridge.select(area, indicator)
    work.go("dossier")


def offer_menu(work: "Workspace", pane: QWidget) -> None:
    """Let a pane offer the dossier of what it shows, and its table and picture, by right click or the menu key."""

    def show(place: QPoint) -> None:
        focus = QApplication.focusWidget()
        if focus is None or not pane.isAncestorOf(focus):
            pane.setFocus(Qt.FocusReason.MouseFocusReason)
        menu = QMenu(pane)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in OFFERED:
            if name == SEPARATOR:
                menu.addSeparator()
            else:
                menu.addAction(work.actions_by_id[name])
        menu.popup(pane.mapToGlobal(place))

    pane.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    pane.customContextMenuRequested.connect(show)


def _pointed_at(work: "Workspace") -> "Cell":
    """In what has the focus, else in the view in the middle."""
    focus = QApplication.focusWidget()
    inside = focus is not None and work.isAncestorOf(focus)
    found = pointed_at(focus) if inside else ("", "")
    return found if found != ("", "") else work.views[work.view].pointed_at()
