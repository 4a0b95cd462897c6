"""What of the ranking is shown: text, groups, ranges of score and coverage, and whether ranks are counted again.

Every field acts at once. It knows `Arrangement` and nothing of the rows.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from citeria_core.arrange import ANY, Arrangement, Span, read_span
from citeria_core.errors import KnownError
from citeria_core.model import Grouping
from citeria_desktop.language import lists
from citeria_desktop.panels.chooser import Chooser
from citeria_desktop.panels.flow import FlowLayout


class RankingFilters(QFrame):
    """Fields that make an `Arrangement`; sorting comes from elsewhere and is left as it is."""

    changed = Signal(object)  # Arrangement
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held = Arrangement()
        self._groupings: tuple[Grouping, ...] = ()
        self._entries: list[tuple[str, str]] = []
        self._showing = False
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._make_ranges()
        self._make_groups()
        self._make_ticks()
        self._make_foot()
        self._lay_out()
        self.grouping.currentIndexChanged.connect(self._choose_grouping)
        self.number.currentIndexChanged.connect(self._show_range)
        self.clear.clicked.connect(self.show_all)
        self.back.clicked.connect(self.back_wanted)

    def _make_ranges(self) -> None:
        """What areas are called, and between what their numbers lie."""
        self.text = self._line(self.tr("Name contains"), self.tr("Only areas whose name contains this"), 130)
        self.score = self._line(self.tr("score, e.g. 40–60"), self.tr("Only areas with a score in this range"), 148)
        self.coverage = self._line(
            self.tr("coverage, e.g. 60–100"), self.tr("Only areas with this share of the values, in per cent"), 182
        )
        self.number = Chooser()
        self.number.setAccessibleName(self.tr("Which part or value a range is for"))
        self.number.setFixedHeight(26)
        self.number.setMaximumWidth(190)
        self.range = self._line(
            self.tr("range, e.g. 10–20"),
            self.tr("Only areas where the part or value chosen lies in this range"),
            140,
            self._read_range,
        )
        self.ranges = QWidget()  # a chip for each range that holds
        self._chips = QHBoxLayout(self.ranges)
        self._chips.setContentsMargins(0, 0, 0, 0)
        self._chips.setSpacing(4)

    def _make_groups(self) -> None:
        """Which groups, how they stand, and how many rows of each."""
        self.grouping = Chooser()
        self.grouping.setAccessibleName(self.tr("Grouping"))
        self.grouping.setFixedHeight(26)
        self.groups = QPushButton()
        self.groups.setProperty("kind", "chip")
        self.groups.setFixedHeight(26)
        self._menu = QMenu(self.groups)
        self.groups.clicked.connect(lambda: self._menu.popup(self.groups.mapToGlobal(self.groups.rect().bottomLeft())))
        self.grouped = self._tick(self.tr("in groups"), self.tr("Put the rows under their groups, with the means"))
        self.by_mean = self._tick(self.tr("by their means"), self.tr("Put the groups in the order of their means"))
        self.top = self._line(
            self.tr("best, e.g. 3"), self.tr("How many rows of each group, or of all; empty shows every one"), 106
        )
        self.top.setValidator(QIntValidator(1, 9999, self.top))

    def _make_ticks(self) -> None:
        """What is left out, and how the rest is ranked."""
        self.complete = self._tick(self.tr("complete only"), self.tr("Leave out areas that lack a part"))
        self.ranked = self._tick(self.tr("ranked only"), self.tr("Leave out areas without a rank"))
        self.recount = self._tick(self.tr("count ranks anew"), self.tr("Rank the areas that are left among themselves"))

    def _make_foot(self) -> None:
        """The ways back, and what is shown of how many."""
        self.clear = QPushButton(self.tr("Show all"))
        self.clear.setProperty("kind", "link")
        self.back = QPushButton(self.tr("Take back"))
        self.back.setProperty("kind", "link")
        self.back.setToolTip(self.tr("Order and filters as they were before the last change (Ctrl+Alt+Z)"))
        self.told = QLabel()
        self.told.setProperty("role", "small")
        self.told.setFixedHeight(26)

    def _lay_out(self) -> None:
        flow = FlowLayout(self, across=8, down=6)
        flow.setContentsMargins(16, 0, 12, 8)
        for widget in (
            *(self.text, self.score, self.coverage, self.number, self.range, self.ranges),
            *(self.grouping, self.groups, self.grouped, self.by_mean, self.top),
            *(self.complete, self.ranked, self.recount, self.clear, self.back, self.told),
        ):
            flow.addWidget(widget)

    def offer(self, groupings: Sequence[Grouping]) -> None:
        """The groupings that the project has."""
        if tuple(groupings) == self._groupings:
            return
        self._groupings = tuple(groupings)
        self._showing = True
        self.grouping.clear()
        self.grouping.addItem(self.tr("No grouping"), "")
        for one in groupings:
            self.grouping.addItem(one.name, one.code)
        self._showing = False
        self.show_arrangement(self._held)

    def offer_numbers(self, points: Sequence[tuple[str, str]], values: Sequence[tuple[str, str]]) -> None:
        """The parts by their points, and the values, that a range can be for: key and name."""
        entries = [("", self.tr("Part or value"))]
        entries += [(key, self.tr("{name}: points").format(name=name)) for key, name in points]
        entries += [(key, self.tr("{name}: value").format(name=name)) for key, name in values]
        if entries == self._entries:
            return
        self._entries, chosen, self._showing = entries, self.number.currentData(), True
        self.number.clear()
        for key, name in entries:
            self.number.addItem(name, key)
        self.number.setCurrentIndex(max(0, self.number.findData(chosen)))
        self._showing = False
        self.show_arrangement(self._held)

    def ask_range(self, key: str) -> None:
        """Ask for a range of one number."""
        self.number.setCurrentIndex(max(0, self.number.findData(key)))
        self.range.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_arrangement(self, how: Arrangement) -> None:
        """Show what holds."""
        self._held, self._showing = how, True
        self.text.setText(how.text)
        self.score.setText(_written(how.score, 1))
        self.coverage.setText(_written(how.coverage, 100))
        self.grouping.setCurrentIndex(max(0, self.grouping.findData(how.grouping)))
        self.grouped.setChecked(how.grouped)
        self.by_mean.setChecked(how.by_mean)
        self.top.setText(str(how.top or ""))
        self.complete.setChecked(not how.incomplete)
        self.ranked.setChecked(not how.unranked)
        self.recount.setChecked(how.recount)
        self._fill_groups()
        self._fill_ranges()
        self._showing = False
        self._show_range()

    def tell(self, hidden: int, back: bool) -> None:
        """How many areas are left out, and whether the way of before can be gone back to."""
        self.back.setVisible(back)
        self.told.setText(self.tr("{count} areas left out").format(count=hidden) if hidden else "")
        self.clear.setVisible(self._held != replace(Arrangement(), sort=self._held.sort))

    def show_all(self) -> None:
        """Drop every filter and grouping; the order stays."""
        self._take(Arrangement(sort=self._held.sort))
        self.show_arrangement(self._held)

    def _line(self, hint: str, told: str, width: int, read: Callable[[], None] | None = None) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(hint)
        field.setAccessibleName(told)
        field.setToolTip(told)
        field.setFixedSize(width, 26)
        field.setClearButtonEnabled(True)
        field.textChanged.connect(read or self._read)
        return field

    def _tick(self, name: str, told: str) -> QCheckBox:
        tick = QCheckBox(name)
        tick.setToolTip(told)
        tick.setAccessibleName(f"{name}: {told}")
        tick.setFixedHeight(26)
        tick.toggled.connect(self._read)
        return tick

    def _fill_groups(self) -> None:
        grouping = next((one for one in self._groupings if one.code == self._held.grouping), None)
        self._menu.clear()
        for group in grouping.groups if grouping else ():
            action = self._menu.addAction(group.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(group.code in self._held.within)
            action.setData(group.code)
            action.toggled.connect(self._read_groups)
        names = [group.name for group in grouping.groups if group.code in self._held.within] if grouping else []
        self.groups.setText(f"{', '.join(names) or self.tr('every group')} ▾")
        self.groups.setAccessibleName(self.tr("Groups shown: {names}").format(names=lists.names(names) or "…"))
        for widget in (self.groups, self.grouped, self.by_mean):
            widget.setVisible(grouping is not None)

    # -- ranges --------------------------------------------------------------------------------------------------------

    def _fill_ranges(self) -> None:
        """A chip for each range that holds; a click drops it."""
        while (item := self._chips.takeAt(0)) is not None:
            chip = item.widget()
            if chip is not None:
                chip.hide()
                chip.deleteLater()
        names = dict(self._entries)
        for key, span in self._held.ranges:
            chip = QPushButton(f"{names.get(key, key)} {_written(span, 1)} ✕")
            chip.setProperty("kind", "chip")
            chip.setFixedHeight(26)
            told = self.tr("Drop the range of {name}").format(name=names.get(key, key))
            chip.setAccessibleName(told)
            chip.setToolTip(told)
            chip.clicked.connect(partial(self._drop_range, key))
            self._chips.addWidget(chip)
            chip.show()
        self.ranges.setVisible(bool(self._held.ranges))
        self.range.setEnabled(bool(self.number.currentData()))

    def _show_range(self) -> None:
        """The range that holds for the number chosen."""
        if self._showing:
            return
        span = dict(self._held.ranges).get(self.number.currentData() or "", ANY)
        self.range.setEnabled(bool(self.number.currentData()))
        if _span(self.range.text(), 1) != span:
            self._showing = True
            self.range.setText(_written(span, 1))
            self._showing = False

    def _read_range(self) -> None:
        key = self.number.currentData()
        if self._showing or not key:
            return
        span = _span(self.range.text(), 1)
        others = tuple((one, held) for one, held in self._held.ranges if one != key)
        self._take(replace(self._held, ranges=others if span == ANY else (*others, (key, span))))
        self._fill_ranges()

    def _drop_range(self, key: str) -> None:
        self._take(replace(self._held, ranges=tuple((one, span) for one, span in self._held.ranges if one != key)))
        self.show_arrangement(self._held)

    def _choose_grouping(self) -> None:
        if not self._showing:
            code = self.grouping.currentData() or ""
            self._take(replace(self._held, grouping=code, within=frozenset(), folded=frozenset(), grouped=bool(code)))
            self.show_arrangement(self._held)

    def _read_groups(self) -> None:
        within = frozenset(str(one.data()) for one in self._menu.actions() if one.isChecked())
        self._take(replace(self._held, within=within))
        self._fill_groups()

    def _read(self) -> None:
        if self._showing:
            return
        self._take(
            replace(
                self._held,
                text=self.text.text(),
                score=_span(self.score.text(), 1),
                coverage=_span(self.coverage.text(), 100),
                grouped=self.grouped.isChecked(),
                by_mean=self.by_mean.isChecked(),
                top=int(self.top.text() or 0) or None,
                incomplete=not self.complete.isChecked(),
                unranked=not self.ranked.isChecked(),
                recount=self.recount.isChecked(),
            )
        )

    def _take(self, how: Arrangement) -> None:
        if how != self._held:
            self._held = how
            self.changed.emit(how)


def _span(text: str, unit: float) -> Span:
    """A range as typed; what cannot be read yet filters nothing."""
    try:
        return read_span(text, unit)
    except KnownError:
        return ANY


def _written(span: Span, unit: float) -> str:
    low = "" if span.low is None else f"{span.low * unit:g}"
    high = "" if span.high is None else f"{span.high * unit:g}"
    return f"{low}–{high}" if low and high else f"> {low}" if low else f"< {high}" if high else ""
