"""The tree of the areas with their heat map; the cut through the tree is dragged, or stepped with + and −."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from citeria_core.cluster import clusters_at
from citeria_desktop.models.cluster_model import ClusterModel
from citeria_desktop.painting.heat_map import HeatDrawing
from citeria_desktop.panels.cluster_table import ClusterTable
from citeria_desktop.panels.clusters.page import ClusterPage, line_of_words
from citeria_desktop.panels.colour_scale import ColourScale
from citeria_desktop.theme import Theme

if TYPE_CHECKING:
    from citeria_desktop.picture.subject import Drawing


class TreePage(ClusterPage):
    """Ward's tree, whichever set is looked at: its branches take the colours of the clusters."""

    name = "tree"

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.model = ClusterModel(self)
        self.table = ClusterTable(self.model, theme)
        self.table.stepped.connect(self._step)
        self.table.cut_taken.connect(self._take)
        self.table.cut_at.connect(self._cut)
        self.table.cut_dropped.connect(self._put_back)
        self.table.opened.connect(self._open)
        self.table.selectionModel().currentChanged.connect(self._choose)
        self.scale = ColourScale(theme)
        self.all = QPushButton(self.tr("All rows at once"))
        self.all.setCheckable(True)
        self.all.setProperty("kind", "chip")
        self.all.setToolTip(self.tr("Rows as low as it takes to see the whole tree"))
        self.all.toggled.connect(self.table.show_all)
        self.scale.hide()  # until there is a tree
        self.all.hide()
        self.told = line_of_words()
        self.told.setContentsMargins(16, 0, 16, 8)
        self.told.setMinimumHeight(24)
        below = QHBoxLayout()
        below.setContentsMargins(16, 0, 16, 0)
        below.addWidget(self.scale, 1)
        below.addWidget(self.all)
        self.column.addWidget(self.table, 1)
        self.column.addLayout(below)
        self.column.addWidget(self.told)
        self.setFocusProxy(self.table)
        self._following = False
        self._taken: int | None = None  # the number of clusters when the cut was taken hold of

    def title(self) -> str:
        """What stands on the tab."""
        return self.tr("Tree")

    def refresh(self) -> None:
        """The table anew."""
        self._following = True
        self.model.show(self.study, self.words)
        self.table.refresh()
        self._following = False
        shown = bool(self.model.lines)
        self.scale.setVisible(shown)
        self.all.setVisible(shown)
        self.scale.show_range(self.model.low, self.model.high, alike=bool(self.model.alike))
        self.follow(self.area, self.marks)

    def follow(self, area: str, marks: frozenset[str]) -> None:
        """The row of the area, at the column of the indicator."""
        super().follow(area, marks)
        row = self.model.row_of(area)
        self._following = True
        if row is None:
            self.table.selectionModel().clear()
        else:
            flags = QItemSelectionModel.SelectionFlag
            index = self.model.index(row, self._column())
            self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self._following = False
        self._tell()

    def _column(self) -> int:
        """That of the selected indicator; without one the column that keys are in, if it is of none either."""
        if self.indicator in self.model.indicators:
            return self.model.indicators.index(self.indicator) + 1
        here = self.table.currentIndex().column()
        return here if here == 0 or here > len(self.model.indicators) else self.model.area_column

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        super().set_theme(theme)
        self.table.set_theme(theme)
        self.scale.set_theme(theme)

    def drawing(self) -> "Drawing | None":
        """All rows with their titles."""
        return HeatDrawing(self.model.heat, self.theme, self.area) if self.model.lines else None

    def rows(self) -> list[list[str]]:
        """Areas with their clusters and normalised values."""
        model = self.model
        columns = [model.area_column, model.group_column, *range(1, len(model.indicators) + 1)]
        head = [str(model.headerData(column, self.table.header.orientation()) or "") for column in columns]
        rows = []
        for row, line in enumerate(model.lines):
            if line.area and self.study is not None:
                cells = [str(model.index(row, column).data() or "") for column in columns]
                rows.append([cells[0], self.words.place_of(self.study.shown, line.area), *cells[1:]])
        return [[self.tr("area"), *head], *rows]

    def state(self) -> dict[str, object]:
        """Whether all rows are seen at once."""
        return {"all": self.all.isChecked()}

    def restore(self, state: Mapping[str, object]) -> None:
        """All rows at once, or rows with words."""
        self.all.setChecked(state.get("all") is True)

    # -- the cut -------------------------------------------------------------------------------------------------------

    def _step(self, by: int) -> None:
        if self.study is not None:
            self.k_wanted.emit(self.study.question.k + by)

    def _cut(self, height: float) -> None:
        if self.study is None or self.study.tree is None:
            return
        k = min(max(clusters_at(self.study.tree.linkage, height), 2), self.study.most)
        self.table.say_at_cut(self.tr("{count} clusters").format(count=k))
        self.k_wanted.emit(k)

    def _take(self) -> None:
        self._taken = self.study.k if self.study is not None else None

    def _put_back(self) -> None:
        if self._taken is not None:
            self.k_wanted.emit(self._taken)

    # -- the selection -------------------------------------------------------------------------------------------------

    def _choose(self, current: QModelIndex, previous: QModelIndex) -> None:
        if self._following or not current.isValid() or not self.model.lines[current.row()].area:
            return
        column = current.column()
        indicator = self.model.indicators[column - 1] if 1 <= column <= len(self.model.indicators) else ""
        self.chosen.emit(self.model.lines[current.row()].area, indicator)
        self._tell()

    def _open(self, row: int) -> None:
        if self.model.lines[row].area:
            self.dossier_wanted.emit()

    def _tell(self) -> None:
        index = self.table.currentIndex()
        told = self.model.data(index, Qt.ItemDataRole.ToolTipRole) if index.isValid() else ""
        self.told.setText(str(told or ""))
