"""What if a value of an area were another: a number is tried, the ranking shows what would be, nothing is written.

A value that was tried becomes a real one only in the grid, with its source; what is tried can be kept as a scenario.
"""

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from citeria_core import reach
from citeria_core.breakeven import BreakEven, Reach, break_even
from citeria_core.scenario import Scenario, apply, more
from citeria_core.what_if import Value, rank_of
from citeria_desktop.jobs import LatestJob
from citeria_desktop.language.naming import name_of
from citeria_desktop.panels.chooser import Chooser
from citeria_desktop.panels.ways_to_points import WaysToPoints

if TYPE_CHECKING:
    from citeria_core.model import Node
    from citeria_core.result import Result
    from citeria_desktop.bridge import SessionBridge

_WIDTH = 380


class WhatIfCard(QFrame):
    """Opens with `ask`; the scenario that it makes is the session's look, so that every ranking shows it."""

    keep_wanted = Signal(object)  # Scenario
    cell_wanted = Signal(str, str)

    def __init__(self, bridge: "SessionBridge", around: QWidget) -> None:
        super().__init__(around)
        self._bridge = bridge
        self._around = around
        self.area = ""
        self._index = ""  # in view when it was opened
        self.before: Scenario | None = None  # what the ranking is shown under again when the card is closed
        self.setProperty("card", "accent")
        self.setAccessibleName(self.tr("What if a value were another"))
        self.job = LatestJob()
        self.job.finished.connect(self._found)
        self.job.failed.connect(self._say_needed)
        self.ways = WaysToPoints()
        self.ways.taken.connect(self._take_way)
        self.ways.told.connect(self._fit)
        self._build()
        bridge.changed.connect(self._follow)
        self.hide()

    def _build(self) -> None:
        self.headline = QLabel()
        self.headline.setProperty("role", "strong")
        self.headline.setWordWrap(True)
        self.lever = Chooser()
        self.lever.setAccessibleName(self.tr("Which value"))
        self.lever.activated.connect(lambda _: self._show_value())
        self.field = QLineEdit()
        self.field.setAccessibleName(self.tr("The value to try"))
        self.field.setPlaceholderText(self.tr("missing"))
        self.field.returnPressed.connect(self._try)
        self.unit = QLabel()
        self.unit.setProperty("role", "small")
        self.unit.setWordWrap(True)
        self.go = QPushButton(self.tr("Try"))
        self.go.setProperty("kind", "primary")
        self.go.clicked.connect(self._try)
        self.rank = QSpinBox()
        self.rank.setAccessibleName(self.tr("The rank to reach"))
        self.rank.setRange(1, 9999)
        self.rank.lineEdit().setTextMargins(6, 0, 0, 0)
        self.needed = QLabel()
        self.needed.setWordWrap(True)
        self.seek = QPushButton(self.tr("Find the value"))
        self.seek.clicked.connect(self._seek)
        self.outcome = QLabel()
        self.outcome.setWordWrap(True)
        self.keep = QPushButton(self.tr("Keep as a scenario…"))
        self.keep.clicked.connect(self._keep)
        self.open = QPushButton(self.tr("Open the value"))
        self.open.setToolTip(self.tr("Go to the cell, where a value is entered with its source"))
        self.open.clicked.connect(self._open_cell)
        self.back = QPushButton(self.tr("Back"))
        self.back.setToolTip(self.tr("Show what was shown before; nothing is written"))
        self.back.clicked.connect(self.close_card)
        self._lay_out()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        reach = QLabel(self.tr("to reach rank"))
        for row, widgets in enumerate(
            ((self.field, self.go), (self.unit, None), (reach, self.rank), (self.needed, self.seek))
        ):
            for column, widget in enumerate(widgets):
                if widget is not None:
                    grid.addWidget(widget, row, column)
        grid.setColumnStretch(0, 1)
        below = QHBoxLayout()
        for button in (self.open, self.back):
            below.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.headline)
        layout.addWidget(self.lever)
        layout.addLayout(grid)
        layout.addWidget(self.ways)
        layout.addWidget(self.outcome)
        layout.addWidget(self.keep)
        layout.addLayout(below)

    # -- opening -----------------------------------------------------------------------------------------------------

    def pointed_at(self) -> tuple[str, str]:
        """The value that is tried as another."""
        return self.area, self.indicator

    def ask(self, area: str, name: str, indicator: str = "", part: "Node | None" = None) -> None:
        """Open on an area, with one of its values chosen; the points of a `part` with several can be asked for."""
        self.go_on(area, name, indicator, part, self._bridge.session.looks.scenario)

    def go_on(self, area: str, name: str, indicator: str, part: "Node | None", before: "Scenario | None") -> None:
        """Open as `ask` does where something is tried already: `before` is what to show again on closing."""
        session = self._bridge.session
        if session.index is None or session.result is None:
            return
        self.area, self.before, self._index = area, before, session.index.code
        self.headline.setText(self.tr("What if, for {area}").format(area=name))
        self.lever.clear()
        for leaf in session.index.leaves():
            self.lever.addItem(leaf.name, leaf.indicator)
        held = [
            leaf.indicator for leaf in session.index.leaves() if self._raw(session.shown, leaf.indicator) is not None
        ]
        self.lever.setCurrentIndex(max(0, self.lever.findData(indicator or next(iter(held), ""))))
        now = rank_of(session.shown, area)
        self.rank.setValue(max(1, round(now) - 1) if not math.isnan(now) else 1)
        self._ask_for(part, indicator)
        self._show_value()
        self._open()

    @property
    def indicator(self) -> str:
        """The value chosen."""
        return str(self.lever.currentData() or "")

    def stop(self) -> None:
        """Drop what is under way."""
        self.job.cancel()
        self.ways.job.cancel()

    def _ask_for(self, part: "Node | None", indicator: str) -> None:
        """Offer to ask for points where a part rests on several values; of one that rests on one, choose that."""
        index, result, base = self._bridge.session.index, self._bridge.session.shown, self._base()
        if index is None or result is None or base is None:
            return
        leaves = result.tree.leaves[part.code] if part is not None else ()
        if leaves and indicator not in leaves:
            self.lever.setCurrentIndex(max(0, self.lever.findData(leaves[0])))
        self.ways.setVisible(len(leaves) > 1)
        if part is not None and len(leaves) > 1:
            names = {leaf.indicator: leaf.name for leaf in index.leaves() if leaf.indicator}
            self.ways.ask(base, self.area, part, names, reach.points_of(result, self.area, part.code))

    def _base(self) -> "Result | None":
        """What all other values stand at: what was shown before anything was tried here."""
        result = self._bridge.session.result
        return result if result is None or self.before is None else apply(result, self.before).result

    @Slot(str, float)
    def _take_way(self, indicator: str, value: float) -> None:
        """Try one of the values that could do it, alone."""
        index, place = self._bridge.session.index, self.lever.findData(indicator)
        if index is None or place < 0:
            return
        self.lever.setCurrentIndex(place)
        if self._bridge.look(more(self.before or Scenario(index.code, ""), values={(self.area, indicator): value})):
            self._show_value()

    @Slot()
    def _follow(self) -> None:
        """The data have changed: say what is so now, keep what is typed; go where there is nothing left to try."""
        if self.isHidden():
            return
        if not self._can_try():
            self.stop()
            self.hide()
            return
        typed = self.field.text() if self.field.isModified() else None
        self._show_value()
        if typed is not None:
            self.field.setText(typed)
            self.field.setModified(True)

    def _can_try(self) -> bool:
        """Whether the index that it was opened on is still in view, and still reads the value."""
        index, result = self._bridge.session.index, self._bridge.session.result
        if index is None or index.code != self._index or result is None:
            return False
        return (self.area, "") in result.dataset.row_of and self.indicator in result.dataset.column_of

    def _show_value(self) -> None:
        self.job.cancel()  # it seeks another value, or rests on other data
        value = self._shown()
        self.field.setText("" if value is None else f"{value:.12g}")
        self.field.selectAll()
        indicator = self._bridge.session.project.indicators.get(self.indicator)
        data = self._raw(self._bridge.session.result)
        held = self.tr("in the data: {value} {unit}") if indicator.unit else self.tr("in the data: {value}")
        told = self.tr("missing") if data is None else f"{data:,.6g}".replace(",", " ")
        self.unit.setText(held.format(value=told, unit=indicator.unit))
        self.needed.setText("")
        self._tell()

    def _shown(self) -> float | None:
        return self._raw(self._bridge.session.shown)

    def _raw(self, result: "Result | None", indicator: str | None = None) -> float | None:
        """What a result has for a value of the area (default: the one chosen)."""
        if result is None:
            return None
        code = self.indicator if indicator is None else indicator
        row, column = result.dataset.row_of.get((self.area, "")), result.dataset.column_of.get(code)
        if row is None or column is None:
            return None
        value = float(result.raw[column][row])
        return None if math.isnan(value) else value

    # -- what is done ------------------------------------------------------------------------------------------------

    @Slot()
    def _try(self) -> None:
        text = self.field.text().strip().replace("−", "-").replace(" ", "").replace(" ", "")
        try:
            value = float(text) if text else None
        except ValueError:
            value = math.inf
        if value is not None and not math.isfinite(value):
            self.outcome.setText(
                self.tr("“{text}” is no number. Write one such as 1234.5.").format(text=self.field.text())
            )
            return
        self.try_value(value)

    def try_value(self, value: float | None) -> None:
        """Show the ranking as it would be with the chosen value at `value` (None: missing)."""
        scenario = self._bridge.session.try_value(self.area, self.indicator, value)
        if scenario is not None and self._bridge.look(scenario):
            self._show_value()

    def _tell(self) -> None:
        session = self._bridge.session
        then, now = rank_of(session.result, self.area), rank_of(session.shown, self.area)
        none = self.tr("no rank")
        before, after = (none if math.isnan(rank) else f"{rank:g}" for rank in (then, now))
        tried = session.looks.scenario is not None
        told = self.tr("Rank {before} by the data, {after} with what is tried. Nothing is written.")
        self.outcome.setText(
            told.format(before=before, after=after)
            if tried
            else self.tr("Rank {rank} by the data.").format(rank=before)
        )
        self.keep.setEnabled(tried and not session.project.read_only)

    @Slot()
    def _seek(self) -> None:
        result = self._bridge.session.shown
        if result is None:
            return
        lever, goal = Value(self.area, self.indicator), Reach(self.area, self.rank.value())
        self.needed.setText(self.tr("Computing…"))
        self.job.start(lambda: break_even(result, lever, goal))

    @Slot(object)
    def _found(self, found: BreakEven) -> None:
        if found.value is None or math.isnan(found.value):
            told = self.tr("No value of {indicator} brings {area} to rank {rank}, all others as they stand.")
            area = name_of(self._bridge.session.project.areas.get(self.area))
            told = told.format(indicator=self.lever.currentText(), area=area, rank=self.rank.value())
            self._say_needed(told)
            return
        self.try_value(found.value)
        self._say_needed(
            self.tr("{value} gives rank {rank}").format(
                value=f"{found.value:,.8g}".replace(",", " "), rank=f"{found.rank:g}"
            )
        )

    @Slot(str)
    def _say_needed(self, told: str) -> None:
        self.needed.setText(told)
        self._fit()

    @Slot()
    def _keep(self) -> None:
        scenario = self._bridge.session.looks.scenario
        if scenario is not None:
            self.hide()
            self.keep_wanted.emit(scenario)

    @Slot()
    def _open_cell(self) -> None:
        self.hide()
        self._bridge.look(None)
        self.cell_wanted.emit(self.area, self.indicator)

    @Slot()
    def close_card(self) -> None:
        """Show what was shown before where nothing of what was tried was kept; give the focus back."""
        self.stop()
        held = self._bridge.session.looks.scenario
        if held is not None and not held.name and held != self.before:
            self._bridge.look(self.before)
        self.hide()
        self._around.setFocus(Qt.FocusReason.PopupFocusReason)

    def _open(self) -> None:
        self._fit()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _fit(self) -> None:
        width = min(_WIDTH, self._around.width() - 16)
        self.setFixedWidth(width)
        self.setFixedHeight(max(self.heightForWidth(width), self.sizeHint().height()))
        self.move(self._around.rect().bottomRight() - QPoint(width + 8, self.height() + 8))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the data; Ctrl+↑ finds the value for one rank better."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.close_card()
        elif control and event.key() == Qt.Key.Key_Up:
            now = rank_of(self._bridge.session.shown, self.area)
            self.rank.setValue(round(now) - 1 if not math.isnan(now) else 1)
            self._seek()
        else:
            event.accept()

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the card from shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)
