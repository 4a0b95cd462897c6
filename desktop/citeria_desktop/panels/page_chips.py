"""A line of chips of which one is down: pages of a panel, each with how many things it holds."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from citeria_desktop.panels.flow import FlowLayout


class PageChips(QWidget):
    """`chosen` tells which; the arrow keys go from chip to chip."""

    chosen = Signal(int)

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = tuple(names)
        self._group = QButtonGroup(self)
        self.chips = tuple(self._chip(name, at) for at, name in enumerate(names))
        self.chips[0].setChecked(True)
        flow = FlowLayout(self, across=6, down=6)
        flow.setContentsMargins(0, 4, 0, 0)
        for chip in self.chips:
            flow.addWidget(chip)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._group.idClicked.connect(self.chosen)

    @property
    def current(self) -> int:
        """The page that is shown."""
        return self._group.checkedId()

    def choose(self, page: int) -> None:
        """Show a page."""
        self.chips[page].setChecked(True)
        self.chosen.emit(page)

    def count(self, *counts: int | None) -> None:
        """Say on each chip how many things its page holds; None says nothing."""
        for chip, name, count in zip(self.chips, self._names, counts, strict=True):
            chip.setText(name if count is None else f"{name} {count}")

    def _chip(self, name: str, at: int) -> QPushButton:
        chip = QPushButton(name)
        chip.setProperty("kind", "chip")
        chip.setCheckable(True)
        self._group.addButton(chip, at)
        return chip
