"""What one step changed, or what differs between two; and the way to take a step back, with the reason for it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from citeria_db.history import comparing
from citeria_desktop.delegates.source_delegate import SourceDelegate
from citeria_desktop.figures import whole
from citeria_desktop.language.phrases import say
from citeria_desktop.models.difference_model import MOST, DifferenceModel
from citeria_desktop.panels.inspector_cards import moment
from citeria_desktop.panels.words import Words
from citeria_desktop.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from citeria_db.changes import Step
    from citeria_desktop.bridge import SessionBridge

_ROW = 44  # pixels that two lines need


class _TwoLines(SourceDelegate):
    """As high as two lines."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), _ROW)


class StepDetails(QWidget):
    """Shows the steps chosen in the list; `revert_wanted` tells which step is to be taken back, and why."""

    revert_wanted = Signal(int, str)
    cell_wanted = Signal(str, str)

    def __init__(self, bridge: "SessionBridge", theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._bridge = bridge
        self._step: Step | None = None
        self.model = DifferenceModel(self)
        self.title, self.about = Words("", "strong"), Words("", "small")
        self.why, self.told = Words(), QLabel()
        self.told.setProperty("role", "section")
        self.alone, self.since = QPushButton(self.tr("This step")), QPushButton(self.tr("All since"))
        self.list = QListView()
        self.reason = QLineEdit()
        self.revert = QPushButton(self.tr("Take back"))
        self._delegate = _TwoLines(theme, self.list)
        self._build()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._delegate.theme = theme
        self.list.viewport().update()

    def show_steps(self, chosen: "Sequence[Step]", names: "Mapping[str, str]") -> None:
        """Show one step, or what differs between the oldest and the newest of several; none hides everything."""
        self.setVisible(bool(chosen))
        self._step = chosen[0] if len(chosen) == 1 else None
        if not chosen:
            self.model.show((), names)
            return
        numbers = sorted(step.number for step in chosen)
        project = self._bridge.session.project
        one = self._step
        for widget in (self.alone, self.since):
            widget.setVisible(one is not None)
        if one is None:
            self.title.setText(self.tr("From step {0} to step {1}").format(numbers[0], numbers[-1]))
            self.about.setText(self.tr("What differs between the project after the one and after the other."))
            found = comparing.compare(project, numbers[0], numbers[-1])
        else:
            self.title.setText(say(one.label))
            gone = self.tr("taken back since") if one.undone else ""
            parts = (self.tr("step {0}").format(one.number), moment(one.time), one.author, gone)
            self.about.setText(" · ".join(filter(None, parts)))
            newest = project.history.steps(1)[0].number if self.since.isChecked() else one.number
            found = comparing.compare(project, one.number - (not self.since.isChecked()), newest)
        self.why.setText(one.reason if one is not None else "")
        self.why.setVisible(bool(one is not None and one.reason))
        self.model.show(found, names)
        self._tell()
        may = one is not None and not one.undone and not project.read_only
        self.reason.setVisible(may)
        self.revert.setVisible(may)

    def pointed_at(self) -> tuple[str, str]:
        """The cell of the change that somebody is at in the list, else of the first change of a cell; "" for none."""
        row, held = self.list.currentIndex().row(), self.model.differences
        ordered = (*held[row : row + 1], *held) if row >= 0 else held
        cells = ((one.area, one.indicator) for one in ordered if one.area and one.indicator)
        return next(cells, ("", ""))

    def _tell(self) -> None:
        shown, total = len(self.model.differences), self.model.total
        if not total:
            self.told.setText(self.tr("Nothing differs"))
        elif total > shown:
            self.told.setText(self.tr("The first {0} of {1} changes").format(whole(MOST), whole(total)))
        else:
            self.told.setText(self.tr("Changes: {0}").format(total))

    def _build(self) -> None:
        self.setMinimumWidth(300)
        group = QButtonGroup(self)
        for chip in (self.alone, self.since):
            chip.setProperty("kind", "chip")
            chip.setCheckable(True)
            group.addButton(chip)
        self.alone.setChecked(True)
        self.alone.setToolTip(self.tr("What this step changed"))
        self.since.setToolTip(self.tr("What differs between the project after this step and now"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._delegate)
        self.list.setAccessibleName(self.tr("What changed"))
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.activated.connect(lambda index: self._go(index.row()))
        self.reason.setPlaceholderText(self.tr("Why is it taken back?"))
        self.reason.setAccessibleName(self.tr("Reason for taking the step back"))
        self.reason.returnPressed.connect(self._revert)
        self.revert.clicked.connect(self._revert)
        chips, foot = QHBoxLayout(), QHBoxLayout()
        for chip in (self.alone, self.since):
            chips.addWidget(chip)
        chips.addStretch(1)
        chips.addWidget(self.told)
        foot.addWidget(self.reason, 1)
        foot.addWidget(self.revert)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(6)
        for widget in (self.title, self.about, self.why):
            column.addWidget(widget)
        column.addLayout(chips)
        column.addWidget(self.list, 1)
        column.addLayout(foot)

    def _go(self, row: int) -> None:
        one = self.model.differences[row]
        if one.area and one.indicator:
            self.cell_wanted.emit(one.area, one.indicator)

    def _revert(self) -> None:
        if self._step is not None and not self._step.undone:
            self.revert_wanted.emit(self._step.number, self.reason.text().strip())
