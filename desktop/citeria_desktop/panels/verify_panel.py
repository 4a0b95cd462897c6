"""Verify next: a small list beside the ranking of the doubtful values, by how far the truth could move ranks."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from citeria_desktop.delegates.row_delegate import TextDelegate
from citeria_desktop.jobs import LatestJob
from citeria_desktop.language.naming import name_of
from citeria_desktop.models.verify_model import VerifyModel
from citeria_desktop.panels.quiet_header import QuietHeader
from citeria_desktop.panels.row_table import RowTable
from citeria_desktop.theme import Theme

if TYPE_CHECKING:
    from citeria_core.verify_next import Worth
    from citeria_desktop.bridge import SessionBridge

_WIDTH = 320
_MOST = 30


class VerifyPanel(QFrame):
    """Computed in the background while it is in view; Enter or a double click goes to the cell."""

    cell_wanted = Signal(str, str)

    def __init__(self, bridge: "SessionBridge", theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.setAccessibleName(self.tr("Verify next"))
        self.setFixedWidth(_WIDTH)
        self.job = LatestJob()
        self.job.finished.connect(self._take)
        self.job.failed.connect(self._fail)
        bridge.jobs.watch(self.job)
        self.model = VerifyModel(self)
        self.title = QLabel(self.tr("Verify next"))
        self.title.setProperty("role", "strong")
        self.title.setContentsMargins(12, 8, 12, 0)
        self.told = QLabel()
        self.told.setProperty("role", "small")
        self.told.setWordWrap(True)
        self.told.setContentsMargins(12, 0, 12, 4)
        self.table = RowTable(self.model, theme, header=QuietHeader(theme, size=11))
        self.table.setAccessibleName(self.tr("Doubtful values, the one that could move ranks most first"))
        self.table.paint_with(
            TextDelegate(theme, self.table),
            TextDelegate(theme, self.table, token="muted", size=12),
            TextDelegate(theme, self.table),
        )
        self.table.set_widths(0, 104, 52)
        self.table.opened.connect(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.title, self.told, self.table):
            column.addWidget(widget, int(widget is self.table))
        column.addStretch(0)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.table.set_theme(theme)

    def refresh(self) -> None:
        """Compute anew; nothing is computed while it is hidden."""
        work = None if self.isHidden() else self._bridge.session.to_verify()
        if work is None:
            self.job.cancel()
            return
        self.told.setText(self.tr("Computing…"))
        self.job.start_long(work)
        self._bridge.jobs.began(self.tr("Verify next"), self.job)

    def pointed_at(self) -> tuple[str, str]:
        """The doubtful value that somebody is at in the list."""
        row = self.table.currentIndex().row()
        return self.model.cell(row) if row >= 0 else ("", "")

    def stop(self) -> None:
        """Drop what is under way."""
        self.job.cancel()

    @Slot(object)
    def _take(self, found: "tuple[Worth, ...]") -> None:
        session = self._bridge.session
        index = session.index
        names = {area.code: name_of(area) for area in session.roster.areas}
        leaves = index.leaves() if index is not None else ()
        moving = [worth for worth in found if worth.largest or worth.ripple]
        self.model.show(moving[:_MOST], names, {leaf.indicator or "": leaf.name for leaf in leaves})
        if not found:
            told = self.tr("No value of this index is in doubt.")
        elif not moving:
            told = self.tr("{count} values are in doubt; none of them can move a rank.").format(count=len(found))
        else:
            told = self.tr("{count} values are in doubt. Ranks: how far the truth is expected to move the area.")
            told = told.format(count=len(found))
        self.told.setText(told)
        self.table.setVisible(bool(moving))

    @Slot(str)
    def _fail(self, told: str) -> None:
        self.told.setText(told or self.tr("Stopped."))

    @Slot(int)
    def _go(self, row: int) -> None:
        self.cell_wanted.emit(*self.model.cell(row))
