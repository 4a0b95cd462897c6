"""The ranking: every area of the index in view, its bar, its score, and the published rank beside ours.

The full view and the compact one (the live ranking beside the grid) are one widget: the same model, the same bars. The
view shows the session's standing; weights typed in its legend go through the bridge like every other edit.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Slot
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from citeria_desktop.delegates.bar_delegate import BarDelegate
from citeria_desktop.delegates.ranking_cells import AreaDelegate, ChangeDelegate, CoverageDelegate
from citeria_desktop.delegates.row_delegate import ROW_HEIGHT, TextDelegate
from citeria_desktop.language.naming import second_name
from citeria_desktop.models import ranking_words as words
from citeria_desktop.models import table_text
from citeria_desktop.models.ranking_model import Column, RankingModel
from citeria_desktop.panels.quiet_header import QuietHeader
from citeria_desktop.panels.row_table import RowTable
from citeria_desktop.panels.view_header import ViewHeader
from citeria_desktop.panels.weights import WeightsPanel
from citeria_desktop.theme import Theme, font
from citeria_desktop.views.empty_state import EmptyState
from citeria_desktop.views.view import View

if TYPE_CHECKING:
    from citeria_desktop.bridge import SessionBridge
    from citeria_desktop.session import Outcome

_LEAST_WITH_PUBLISHED = 310
_RIGHT = Qt.AlignmentFlag.AlignRight


class RankingTable(RowTable):
    """The rows. Arrow keys move the shared selection, Ctrl+C copies the selected rows as a spreadsheet takes them."""

    def __init__(self, model: RankingModel, theme: Theme, *, compact: bool, parent: QWidget | None = None) -> None:
        header = QuietHeader(theme, size=11 if compact else 12)
        super().__init__(model, theme, header=header, parent=parent)
        self.rows = model
        self._compact = compact
        self.setAccessibleName(self.tr("Ranking"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        header.flush = {Column.BAR}
        header.alignments = {Column.RANK: _RIGHT, Column.SCORE: _RIGHT, Column.PUBLISHED: _RIGHT}
        self.bars = BarDelegate(theme, self, model, compact=compact)
        bold = QFont.Weight.DemiBold
        self.paint_with(
            TextDelegate(theme, self, weight=bold),
            ChangeDelegate(theme, self, size=12),
            AreaDelegate(theme, self, model, compact=compact),
            self.bars,
            TextDelegate(theme, self, weight=bold),
            CoverageDelegate(theme, self, size=12),
            TextDelegate(theme, self, token="muted", size=12),
        )
        self.setColumnHidden(Column.COVERAGE, compact)
        if compact:
            self.header.moveSection(Column.CHANGE, Column.SCORE)
        self.fit()

    def fit(self) -> None:
        """Give every column what its words need, the bar the rest; ask for no more height than the rows fill."""
        metrics, rows = QFontMetrics(font(13)), self.rows.rows
        for column in (Column.SCORE, Column.CHANGE):  # the reasons need their room
            self.setColumnHidden(column, self._compact and not any(row.label for row in rows))
        names = max((metrics.horizontalAdvance(row.name) for row in rows), default=60)
        natives = max((metrics.horizontalAdvance(text) for text in self.rows.natives.values()), default=0)
        bold = QFontMetrics(font(13, QFont.Weight.DemiBold))
        score = 10 + max((bold.horizontalAdvance(self.rows.text(row, Column.SCORE)) for row in rows), default=0)
        area = min(names + (16 if self._compact else natives + 32), 130 if self._compact else 260)
        if self._compact:
            self.set_widths(35, 26, area, 0, max(40, score), 20, 63)
        else:
            self.set_widths(52, 40, area, 0, max(60, score), 110, 84)
        self.setMaximumHeight(self.header.sizeHint().height() + ROW_HEIGHT * max(1, len(rows)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A bar that tells nothing is worth less than the published rank: the latter goes first."""
        super().resizeEvent(event)
        self.setColumnHidden(Column.PUBLISHED, self._compact and self.width() < _LEAST_WITH_PUBLISHED)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy rows; everything else as ever."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Put the selected rows, or all when none is, on the clipboard."""
        chosen = [index.row() for index in self.selectionModel().selectedRows()]
        QGuiApplication.clipboard().setText(self.rows.tsv(chosen or range(len(self.rows.rows))))


class RankingView(View):
    """The ranking of the index in view; `compact` is the live ranking beside other views."""

    def __init__(
        self, bridge: "SessionBridge", theme: Theme, parent: QWidget | None = None, *, compact: bool = False
    ) -> None:
        super().__init__(bridge, theme, parent)
        self.setAccessibleName(self.tr("Ranking"))
        self._compact = compact
        self._following = False
        self._natives: dict[str, str] = {}
        self.model = RankingModel(self)
        self.header = ViewHeader(self.tr("Ranking"))
        self.chip = QLabel()
        self.chip.setProperty("role", "chip")
        self.header.add(self.chip)
        self.why = QLabel()  # why there is no ranking
        self.empty = EmptyState(self._purpose())
        self.empty.wanted.connect(lambda: self.go_wanted.emit("structure", "indices"))
        self.note = QLabel()  # what holds for all of it
        self.weights = WeightsPanel(bridge, theme, compact=compact)
        self.table = RankingTable(self.model, theme, compact=compact)
        self.sentence = QLabel()
        self._lay_out()
        self.setFocusProxy(self.table)
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        bridge.changed.connect(self._refresh)
        bridge.selected.connect(self._follow)
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        """Dress in another theme."""
        super().set_theme(theme)
        self.weights.set_theme(theme)
        self.table.set_theme(theme)

    def table_text(self) -> str:
        """Every row: rank, area, score, published rank, parts, values present."""
        return table_text.of_ranking(self.model)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        if not self._compact:
            self._add_alignments()
        column.addWidget(self.weights)
        for label in (self.why, self.sentence, self.note):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setContentsMargins(16, 8, 16, 8)
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.note.setProperty("role", "muted")
        self.note.setContentsMargins(16, 0, 16, 8)
        self.sentence.setAccessibleName(self.tr("The selected area in words"))
        column.addWidget(self.why)
        column.addWidget(self.empty, 1)
        column.addWidget(self.table, 1)
        column.addWidget(self.sentence)
        column.addWidget(self.note)
        column.addStretch(0)

    def _add_alignments(self) -> None:
        self.alignments = QButtonGroup(self)
        for name, aligned in ((self.tr("stacked"), False), (self.tr("aligned"), True)):
            button = QPushButton(name)
            button.setProperty("kind", "chip")
            button.setCheckable(True)
            button.setChecked(not aligned)
            button.setAccessibleName(self.tr("Bars {alignment}").format(alignment=name))
            self.alignments.addButton(button, int(aligned))
            self.header.add_right(button)
        self.alignments.idClicked.connect(self._align)

    @Slot(int)
    def _align(self, aligned: int) -> None:
        self.table.bars.aligned = bool(aligned)
        self.table.viewport().update()

    @Slot(object)
    def _refresh(self, outcome: "Outcome | None" = None) -> None:
        session = self._bridge.session
        index, standing = session.index, session.standing
        if outcome is None or not outcome.label or "area" in outcome.changes.tables:
            self._look_up()
        self.chip.setText(index.code if index else "")
        self.chip.setVisible(index is not None)
        self.chip.setToolTip(f"{index.name}\n{index.description}" if index else "")
        self._following = True
        self.model.show(standing, self._natives, self._missing)
        self._following = False
        self.weights.refresh()
        self.table.fit()
        self._explain(standing.note if standing else session.problem)
        self.table.setVisible(bool(self.model.rows))
        self._follow(self._bridge.area)

    def _look_up(self) -> None:
        """What only another index, or an edited area, changes."""
        project, index = self._bridge.session.project, self._bridge.session.index
        areas = set(index.areas) if index else set()
        self._natives = {area.code: second_name(area) for area in project.areas.all() if area.code in areas}
        published = index.published if index else None
        self.model.published_name = project.published.get(published).name if published else ""

    def _explain(self, words_for_all: str) -> None:
        """Above the rows where nobody has a rank, below them otherwise; in the middle where there is no row."""
        self.empty.setVisible(not self.model.rows)
        self.empty.say(f"{self._purpose()} {words_for_all}")
        unbuilt = self._bridge.session.result is None
        self.empty.offer(self.tr("Build the index") if unbuilt else "")
        if not self.model.rows:
            words_for_all = ""
        nobody = not any(row.label for row in self.model.rows)
        for label, shown in ((self.why, nobody), (self.note, not nobody)):
            label.setText(words_for_all)
            label.setVisible(shown and bool(words_for_all))
        if nobody and any(row.published for row in self.model.rows):
            self.why.setText(f"{words_for_all} {self.tr('The published order stands at the right.')}")

    def _purpose(self) -> str:
        return self.tr("Here the areas of an index stand in the order of their scores.")

    def _missing(self, area: str) -> list[str]:
        """The names of the values an area lacks, as the index calls them."""
        session = self._bridge.session
        leaves = session.index.leaves() if session.index is not None else ()
        held = [session.readings.get((area, leaf.indicator or "")) for leaf in leaves]
        return [leaf.name for leaf, one in zip(leaves, held, strict=True) if one is None or one.value is None]

    @Slot(QModelIndex, QModelIndex)
    def _choose(self, current: QModelIndex) -> None:
        if current.isValid() and not self._following:
            self._bridge.select(self.model.rows[current.row()].area)

    @Slot(str, str)
    def _follow(self, area: str, indicator: str = "") -> None:
        """Mark the area that all views have selected, and tell about it."""
        number = self.model.row_of(area)
        self._following = True
        selection = self.table.selectionModel()
        if number is None:
            selection.clear()
        elif self.table.currentIndex().row() != number or not selection.isRowSelected(number, QModelIndex()):
            index = self.model.index(number, Column.AREA)
            flags = QItemSelectionModel.SelectionFlag
            selection.setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.table.scrollTo(index)
        self._following = False
        self._tell(number)

    def _tell(self, number: int | None) -> None:
        self.sentence.setVisible(number is not None)
        if number is None:
            return
        row = self.model.rows[number]
        rest = words.details(row, self.model.parts, self.model.places)
        missing = self._missing(row.area) if not row.label else []
        if missing:
            rest = f"{rest} {self.tr('Missing: {names}.').format(names=', '.join(missing))}"
        moved = words.change_in_words(row)
        tail = f" {moved[:1].upper()}{moved[1:]}." if moved else ""
        self.sentence.setTextFormat(Qt.TextFormat.RichText)
        self.sentence.setText(f'<span style="font-weight:600">{_escaped(row.name)}</span>, {_escaped(rest)}{tail}')


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
