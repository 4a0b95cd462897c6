"""Every cell that cites one source: gone to by Enter, its citation opened at its place."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from citeria_core.model import Source
from citeria_desktop.delegates.use_delegate import UseDelegate
from citeria_desktop.language.naming import name_of
from citeria_desktop.models.cited_model import CitedModel, Use, uses_of
from citeria_desktop.panels.copy_opening import CopyOpener
from citeria_desktop.panels.row_table import RowTable
from citeria_desktop.theme import Theme

if TYPE_CHECKING:
    from citeria_desktop.bridge import SessionBridge


class SourceUses(QWidget):
    """`cell_requested(area, indicator)` is a double click, or Enter, on a cell."""

    cell_requested = Signal(str, str)

    def __init__(
        self, bridge: "SessionBridge", theme: Theme, opener: CopyOpener, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._opener = opener
        self.title = QLabel()
        self.title.setProperty("role", "section")
        self.place = QPushButton(self.tr("Open at its place"))
        self.place.setProperty("kind", "small")
        self.place.setToolTip(
            self.tr("The archived copy, else the address, at the page or the words cited (Ctrl+Enter)")
        )
        self.place.clicked.connect(lambda _checked=False: self.open_place())
        self.model = CitedModel(self)
        self.table = RowTable(self.model, theme, row_height=28, lead=8)
        self.table.setAccessibleName(self.tr("Cells that cite this source"))
        self.table.opened.connect(self._go)
        self.table.paint_with(
            UseDelegate(theme, self.table),
            UseDelegate(theme, self.table, token="muted"),
            UseDelegate(theme, self.table, token="muted"),
            UseDelegate(theme, self.table),
        )
        self.table.set_widths(76, 0, 60, 72)
        self.table.header.alignments[3] = Qt.AlignmentFlag.AlignRight
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self.table, self.open_place)
        head = QHBoxLayout()
        head.setContentsMargins(16, 4, 16, 8)
        head.addWidget(self.title, 1)
        head.addWidget(self.place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.table, 1)

    def set_theme(self, theme: Theme) -> None:
        """Dress in another theme."""
        self.table.set_theme(theme)

    def show_uses(self, source: Source, doubted: Collection[str]) -> None:
        """Show every cell that cites a source; `doubted` citations are to be checked."""
        session = self._bridge.session
        project, roster = session.project, session.roster
        citing = project.observations.citing(source.key)
        areas = {area.code: name_of(area) for area in roster.areas} if citing else {}
        indicators = {indicator.code: indicator.name for indicator in roster.indicators} if citing else {}
        row = self.table.currentIndex().row()
        uses = uses_of(source.key, citing, areas, indicators, doubted)
        self.model.show(uses)
        if uses:
            self.table.selectRow(min(max(row, 0), len(uses) - 1))
        self.table.setVisible(bool(uses))
        self.place.setVisible(bool(uses) and (bool(source.url) or bool(project.copies.of(source.key))))
        told = self.tr("CITED BY {count} VALUES") if len(uses) != 1 else self.tr("CITED BY {count} VALUE")
        self.title.setText(told.format(count=len(uses)) if uses else self.tr("NO VALUE CITES THIS SOURCE YET"))

    def open_place(self) -> None:
        """Open what the chosen citation cites, where it points."""
        use = self._chosen()
        if use is not None:
            self._opener.open_citation(use.citation)

    @property
    def cell(self) -> tuple[str, str] | None:
        """The area and indicator of the chosen value, or None."""
        use = self._chosen()
        return None if use is None else (use.area, use.indicator)

    def _chosen(self) -> Use | None:
        row = self.table.currentIndex().row()
        return self.model.uses[row] if 0 <= row < len(self.model.uses) else None

    def _go(self, row: int) -> None:
        use = self.model.uses[row]
        self._bridge.select(use.area, use.indicator)
        self.cell_requested.emit(use.area, use.indicator)
