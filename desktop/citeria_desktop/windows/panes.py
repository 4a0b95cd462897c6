"""The three panes side by side: the view takes what the others leave, and what a small window took comes back."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

LIVE, INSPECTOR = 1, 2  # places beside the view
LEAST_VIEW: Final = 260
_FAIR_VIEW: Final = 420  # what the view keeps while the others can still give
_LEAST_SIDE: Final = 240


class Panes(QSplitter):
    """The view, the live ranking and the inspector. Widths that people gave outlast a narrow window."""

    def __init__(self, view: QWidget, live: QWidget, inspector: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._wanted = [0, 0, 0]
        self._made: list[int] = []  # the widths that were set here; others were given by people
        self._panes = (view, live, inspector)
        for place, pane in enumerate(self._panes):
            self.addWidget(pane)
            self.setStretchFactor(place, 1 if place == 0 else 0)
        view.setMinimumWidth(LEAST_VIEW)
        live.setMinimumWidth(_LEAST_SIDE)
        self.setCollapsible(0, False)
        self.setHandleWidth(1)

    def arrange(self, widths: Sequence[int]) -> None:
        """Give the panes these widths; 0 hides one beside the view."""
        self._wanted = list(widths)
        for place in (LIVE, INSPECTOR):
            self._panes[place].setVisible(widths[place] > 0)
        self._fit()

    def wanted(self) -> list[int]:
        """The widths that people gave, though a narrow window may hold less; 0 for a pane that is hidden."""
        now = [0 if self._panes[place].isHidden() else width for place, width in enumerate(self.sizes())]
        return list(self._wanted) if self.sizes() == self._made else now

    def is_shown(self, place: int) -> bool:
        """Whether a pane has a place now."""
        return not self._panes[place].isHidden() and self.sizes()[place] > 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the new width by what is wanted."""
        self._wanted = self.wanted()
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = [place for place in (LIVE, INSPECTOR) if self._wanted[place] > 0]
        room = self.width() - self.handleWidth() * len(shown)
        beside = sum(self._wanted[place] for place in shown)
        sizes = list(self._wanted)
        fair = max(LEAST_VIEW, min(_FAIR_VIEW, self._wanted[0]))  # people may have given the view even less
        if beside + fair > room:
            share = max(0.0, (room - fair) / beside) if beside else 0.0
            for place in shown:
                sizes[place] = min(sizes[place], max(_LEAST_SIDE, round(sizes[place] * share)))
        sizes[0] = max(LEAST_VIEW, room - sum(sizes[place] for place in shown))
        self.setSizes(sizes)
        self._made = self.sizes()
