"""What was done, by whom, when and why: filtered by cell, area, indicator, source or person; compared; taken back."""

import csv
import io
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelectionModel, Qt, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from citeria_core.cite import short_form
from citeria_db.store import Project
from citeria_desktop.delegates.struck_delegate import StruckDelegate
from citeria_desktop.figures import whole
from citeria_desktop.language.naming import name_of
from citeria_desktop.language.phrases import say
from citeria_desktop.models.history_model import Column, HistoryModel
from citeria_desktop.panels.commit_fields import Choice
from citeria_desktop.panels.inspector_cards import moment
from citeria_desktop.panels.row_table import RowTable
from citeria_desktop.panels.step_details import StepDetails
from citeria_desktop.panels.view_header import ViewHeader
from citeria_desktop.theme import Theme
from citeria_desktop.views.empty_state import EmptyState
from citeria_desktop.views.view import State, View

if TYPE_CHECKING:
    from citeria_db.changes import Step
    from citeria_desktop.bridge import SessionBridge
    from citeria_desktop.session import Outcome

MOST: Final = 2_000  # steps shown at once; filters reach the earlier ones
_NARROW = 760  # below it the details stand under the list
_NARROWER = 620  # the reason is in the details, too
_FILTERS: Final = ("area", "indicator", "source", "author")


class HistoryView(View):
    """Filters at the top, steps at the left, what they changed at the right."""

    def __init__(self, bridge: "SessionBridge", theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(bridge, theme, parent)
        self.setAccessibleName(self.tr("History"))
        self._stale = True
        self._wanted: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self.header = ViewHeader(self.tr("History"))
        self.count = QLabel()
        self.count.setProperty("role", "chip")
        self.cell = QPushButton(self.tr("The selected cell"))
        self.everything = QPushButton(self.tr("Everything"))
        self.filters = {
            "area": Choice(self.tr("Only about this area")),
            "indicator": Choice(self.tr("Only about this indicator")),
            "source": Choice(self.tr("Only about this source")),
            "author": Choice(self.tr("Only by this person")),
        }
        self.model = HistoryModel(moment, say, self)
        self.table = RowTable(self.model, theme, lead=8)
        self.details = StepDetails(bridge, theme)
        self.empty = EmptyState(self._purpose())
        self.empty.wanted.connect(self._fill)
        self._build(theme)
        self._connect()

    def _fill(self) -> None:
        """All steps where some are left out; else to where steps come from."""
        if self._wanted:
            self.show_about()
        else:
            self.go_wanted.emit("data", "")

    def set_theme(self, theme: Theme) -> None:
        """Dress in another theme."""
        super().set_theme(theme)
        self.table.set_theme(theme)
        self.details.set_theme(theme)

    def pointed_at(self) -> tuple[str, str]:
        """The cell of the chosen change, else the first that the chosen step touched."""
        found = self.details.pointed_at()
        return found if found != ("", "") else super().pointed_at()

    def show_about(self, **about: str) -> None:
        """Show only what is about these: area, indicator, source or author by code, key or name."""
        self._wanted = {noun: given for noun, given in about.items() if given}
        self._refresh()

    # -- what is kept and what leaves ----------------------------------------------------------------------------------

    def state(self) -> dict[str, object]:
        """The filters."""
        return {"about": dict(self._wanted)}

    def restore(self, state: State) -> None:
        """Set the filters again; what is no longer there filters nothing."""
        about = state.get("about")
        if isinstance(about, dict):
            self._wanted = {noun: str(given) for noun, given in about.items() if noun in _FILTERS}
            self._stale = True

    def table_text(self) -> str:
        """Every step shown, its time in UTC."""
        written = io.StringIO()
        writer = csv.writer(written, lineterminator="\r\n")
        writer.writerow(["step", "time", "author", "what", "why", "taken back"])
        for one in self.model.steps:
            writer.writerow([one.number, one.time, one.author, one.label, one.reason, "yes" if one.undone else ""])
        return written.getvalue()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while nobody looked."""
        super().showEvent(event)
        if self._stale:
            self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room beside the list, the details stand below it."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        self.split.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)
        room = self.width() - (0 if narrow else self.split.sizes()[-1])
        self.table.setColumnHidden(Column.WHY, room < _NARROWER)

    # -- inside --------------------------------------------------------------------------------------------------------

    def _build(self, theme: Theme) -> None:
        self.header.add(self.count)
        for button in (self.cell, self.everything):
            button.setProperty("kind", "chip")
            self.header.add_right(button)
        self.cell.setToolTip(self.tr("Show only the steps that touched the cell selected in the data"))
        strip = QHBoxLayout()
        strip.setContentsMargins(16, 8, 12, 8)
        strip.setSpacing(8)
        for choice in self.filters.values():
            choice.setMinimumContentsLength(6)
            choice.setMaxVisibleItems(24)
            strip.addWidget(choice, 1)
        self.table.setAccessibleName(self.tr("Steps, the newest first"))
        self.table.setSelectionMode(RowTable.SelectionMode.ExtendedSelection)
        self.table.paint_with(
            StruckDelegate(theme, self.table, token="muted", size=12),
            StruckDelegate(theme, self.table, token="muted", size=12),
            StruckDelegate(theme, self.table, token="muted", size=12),
            StruckDelegate(theme, self.table, strikes=True),
            StruckDelegate(theme, self.table, token="muted", size=12),
        )
        self.table.set_widths(52, 132, 92, 0, 180)
        self.table.header.alignments = {Column.NUMBER: Qt.AlignmentFlag.AlignRight}
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setHandleWidth(1)
        self.split.setChildrenCollapsible(False)
        for place, pane in enumerate((self.table, self.empty, self.details)):
            self.split.addWidget(pane)
            self.split.setStretchFactor(place, 1 if pane is not self.details else 0)
        self.split.setSizes([700, 700, 380])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(strip)
        column.addWidget(self.split, 1)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        for noun, choice in self.filters.items():
            choice.picked.connect(lambda given, noun=noun: self._pick(noun, given))
        self.cell.clicked.connect(lambda: self.show_about(area=self._bridge.area, indicator=self._bridge.indicator))
        self.everything.clicked.connect(lambda _checked: self.show_about())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_chosen())
        for chip in (self.details.alone, self.details.since):
            chip.clicked.connect(lambda _checked: self._show_chosen())
        self.details.revert_wanted.connect(self._revert)
        self.details.cell_wanted.connect(self._go)
        self._bridge.changed.connect(self._changed)
        self._bridge.selected.connect(self._permit)

    @Slot(object)
    def _changed(self, outcome: "Outcome") -> None:
        self._stale = True
        if self.isVisible():
            self._refresh()

    def _pick(self, noun: str, given: object) -> None:
        self.show_about(**{**self._wanted, noun: "" if given is None else str(given)})

    def _refresh(self) -> None:
        self._stale = False
        project = self._bridge.session.project
        self._offer()
        about = {noun: self._wanted.get(noun) for noun in _FILTERS}
        steps = project.history.about(
            area=about["area"], indicator=about["indicator"], source=about["source"], author=about["author"], limit=MOST
        )
        chosen = [step.number for step in self._chosen()]
        self.model.show(steps)
        self.count.setText(whole(len(steps)) + ("+" if len(steps) == MOST else ""))
        self.everything.setVisible(bool(self._wanted))
        self.table.setVisible(bool(steps))
        self.empty.setVisible(not steps)
        self.empty.say(self.tr("No step touched this.") if self._wanted else self._purpose())
        self.empty.offer(self.tr("Everything") if self._wanted else self.tr("Go to the data"))
        self._permit()
        self._choose_again(chosen)

    def _offer(self) -> None:
        """Fill the filters with what there is; a wish for what is gone is dropped."""
        session = self._bridge.session
        roster = session.roster
        areas = [(name_of(area), area.code) for area in roster.areas]
        indicators = [(one.name, one.code) for one in roster.indicators]
        sources = [(short_form(source), source.key) for source in roster.sources]
        authors = [(name, name) for name in session.project.history.authors()]
        self._names = {code: name for name, code in (*areas, *indicators)}
        anything = {
            "area": self.tr("any area"),
            "indicator": self.tr("any indicator"),
            "source": self.tr("any source"),
            "author": self.tr("anybody"),
        }
        for (noun, choice), there in zip(self.filters.items(), (areas, indicators, sources, authors), strict=True):
            known = {code for _, code in there}
            if self._wanted.get(noun, "") not in known:
                self._wanted.pop(noun, None)
            ordered: list[tuple[str, object]] = [*sorted(there, key=lambda pair: pair[0].casefold())]
            choice.show_choices([(anything[noun], None), *ordered], self._wanted.get(noun))

    @Slot()
    def _permit(self) -> None:
        self.cell.setEnabled(bool(self._bridge.area and self._bridge.indicator))

    def _chosen(self) -> list["Step"]:
        rows = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        return [self.model.steps[row] for row in rows if row < len(self.model.steps)]

    def _choose_again(self, numbers: list[int]) -> None:
        """The same steps stay chosen while they are shown; else the newest."""
        rows = [row for number in numbers if (row := self.model.row_of(number)) is not None]
        flags = QItemSelectionModel.SelectionFlag
        for place, row in enumerate(rows or ([0] if self.model.steps else [])):
            index = self.model.index(row, Column.WHAT)
            how = flags.ClearAndSelect if place == 0 else flags.Select
            self.table.selectionModel().setCurrentIndex(index, how | flags.Rows)
        self._show_chosen()

    def _show_chosen(self) -> None:
        if self.isVisible():
            self.details.show_steps(self._chosen(), self._names)

    @Slot(int, str)
    def _revert(self, step: int, reason: str) -> None:
        with self._bridge.session.project.because(reason):
            done = self._bridge.run(Project.revert, step)
        if done is not None:
            self.details.reason.clear()

    @Slot(str, str)
    def _go(self, area: str, indicator: str) -> None:
        self._bridge.select(area, indicator)
        self.go_wanted.emit("data", "")

    def _purpose(self) -> str:
        return self.tr("Here will be every step that is taken in this project: what, by whom, when and why.")
