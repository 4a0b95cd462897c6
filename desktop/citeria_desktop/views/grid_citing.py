"""Citing many values at once: the last citation again, a source dropped on a block, one chosen for the selection."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, Signal
from PySide6.QtWidgets import QTableView, QWidget

from citeria_core.model import CellReading, Citation
from citeria_db import citing
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.dialogs.add_source import AddSourceDialog
from citeria_desktop.dialogs.cite_selection import CiteSelection
from citeria_desktop.models.grid_model import GridModel
from citeria_desktop.models.plural import counted
from citeria_desktop.session import Outcome


class GridCiting(QObject):
    """Cites for cells of one table, each time as one step; `told` says in words what was done, or why nothing was."""

    told = Signal(str)

    def __init__(self, bridge: SessionBridge, model: GridModel, table: QTableView, around: QWidget) -> None:
        super().__init__(around)
        self._bridge = bridge
        self._model = model
        self._table = table
        self._around = around
        self._last: Citation | None = None
        self.dialog: CiteSelection | None = None
        bridge.changed.connect(self._learn)

    def repeat(self) -> None:
        """Cite what was cited last for every selected value."""
        held = self._held(self._chosen())
        citation = self._last or self._latest_source()
        if held is None:
            return
        if citation is None:
            self.told.emit(self.tr("Nothing was cited yet: cite a source once, then Ctrl+; repeats it"))
        else:
            self._cite(held, citation)

    def choose(self) -> None:
        """Ask which source to cite for the selected values."""
        held = self._held(self._chosen())
        if held is None:
            return
        self.dialog = CiteSelection(self._bridge, len(held), self._around.window())
        self.dialog.cite_wanted.connect(lambda citation: self._cite(held, citation))
        self.dialog.new_wanted.connect(self._add_source)
        self.dialog.finished.connect(self._leave)
        self.dialog.open()

    def drop(self, key: str, cells: Sequence[QModelIndex]) -> None:
        """Cite a source that was dropped on cells."""
        held = self._held(cells)
        if held is not None:
            self._cite(held, Citation("", key))

    def _chosen(self) -> list[QModelIndex]:
        return [index for index in self._table.selectionModel().selectedIndexes() if index.column() > 0]

    def _held(self, cells: Sequence[QModelIndex]) -> list[str] | None:
        """The observations that cells show; None, with the reason told, where there is nothing to cite for."""
        if self._bridge.session.project.read_only:
            self.told.emit(self.tr("This project is open read-only"))
            return None
        readings = [self._model.reading(index) for index in cells]
        held = [one.observation for one in readings if one is not None and one.observation and _shows(one)]
        if not held:
            self.told.emit(self.tr("No value is selected to cite a source for"))
        return held or None

    def _cite(self, held: Sequence[str], citation: Citation) -> None:
        done = self._bridge.run(citing.cite_all, held, citation)
        if done is None:
            return
        count = len(done.changes.keys.get("citation", ()))
        place = f" {citation.locator}" if citation.locator else ""
        told = self.tr("{0} cite {1}").format(counted(count, "value"), citation.source) + place
        self.told.emit(told if count else self.tr("All of them cite {0} already").format(citation.source + place))

    def _add_source(self, text: str) -> None:
        if self.dialog is not None:
            dialog = AddSourceDialog(self._bridge, text, self.dialog)
            dialog.added.connect(self.dialog.source.choose)
            dialog.open()

    def _leave(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None
        self._table.setFocus()

    def _learn(self, outcome: Outcome) -> None:
        """Remember what was cited last."""
        step = outcome.changes.step
        if step is not None and step.undoes is None and "citation" in outcome.changes.keys:
            self._last = citing.cited_by(self._bridge.session.project, outcome.changes) or self._last

    def _latest_source(self) -> Citation | None:
        found = self._bridge.session.project.sources.search("")
        return Citation("", found[0].key) if found and found[0].cited else None


def _shows(reading: CellReading) -> bool:
    return reading.shown is not None or bool(reading.text)
