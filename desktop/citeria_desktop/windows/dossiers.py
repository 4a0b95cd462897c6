"""The way from any number on any screen to its dossier; Alt+Left leads back."""

from PySide6.QtWidgets import QApplication

from citeria_desktop.models.provenance import Provenance
from citeria_desktop.windows.workspace import Workspace


def open_dossier(work: Workspace) -> None:
    """Show the dossier of the cell pointed at; of an area alone, that of its first missing, else uncited value."""
    focus, bridge = QApplication.focusWidget(), work.bridge
    view = work.live if focus is not None and work.live.isAncestorOf(focus) else work.views[work.view]
    area, indicator = view.pointed_at()
    index = bridge.session.index
    if area and not indicator and index is not None:
        indicator = Provenance(bridge.session).cell(area, index.code)
    bridge.select(area, indicator)
    work.go("dossier")
