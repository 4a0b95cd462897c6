"""Dendrogram, heat map, areas and given groups as one table."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from citeria_desktop.delegates.heat_delegate import (
    GIVEN_MARK_ONLY,
    ComputedDelegate,
    GivenDelegate,
    HeatDelegate,
    TreeDelegate,
)
from citeria_desktop.models.cluster_model import ClusterModel
from citeria_desktop.panels.heat_header import HeatHeader
from citeria_desktop.panels.row_table import RowTable
from citeria_desktop.theme import Theme

_ROW = 26
_ROOMY = 700  # width from which the given groups are written out


class ClusterTable(RowTable):
    """Dendrogram, heat map and names in one table, so that keys, selection and screen readers work as in any."""

    stepped = Signal(int)  # one cluster more or fewer is wanted

    def __init__(self, model: ClusterModel, theme: Theme, parent: QWidget | None = None) -> None:
        self.heading = HeatHeader(theme)
        super().__init__(model, theme, row_height=_ROW, header=self.heading, parent=parent)
        self.lines = model
        self.setAccessibleName(self.tr("Computed clusters"))
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.tree = TreeDelegate(theme, self, model)
        self.heat = HeatDelegate(theme, self)
        self.computed = ComputedDelegate(theme, self)
        self.given = GivenDelegate(theme, self, size=12)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plus and minus change the number of clusters; they are no text to search for."""
        if event.text() in ("+", "-", "−"):
            self.stepped.emit(1 if event.text() == "+" else -1)
        else:
            super().keyPressEvent(event)

    def refresh(self) -> None:
        """After the model was filled anew: who paints which column, where words run across, how wide all is."""
        count = len(self.lines.indicators)
        self.paint_with(self.tree, *[self.heat] * count, self.computed, self.given)
        self.heading.heat = count
        self.clearSpans()
        for number, line in enumerate(self.lines.lines):
            if line.divider:
                self.setSpan(number, 0, 1, self.lines.columnCount())
        self.fit()

    def fit(self) -> None:
        """The tree and the names keep their width, the indicators share the rest."""
        count = len(self.lines.indicators)
        if not count:
            return
        tree = 118 if self.lines.links else 16
        area = 108
        group = 186 if self.viewport().width() >= _ROOMY else GIVEN_MARK_ONLY
        room = (self.viewport().width() - tree - area - group) // count
        self.set_widths(tree, *[max(20, min(room, 84))] * count, area, group)
        self.header.setFixedHeight(self.header.sizeHint().height())
        self.setMaximumHeight(self.header.height() + _ROW * len(self.lines.lines) + 12)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        self.fit()
