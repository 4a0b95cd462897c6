"""Rows of the ranking on their way from where they stood to where they stand, so that eyes can follow them."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QElapsedTimer, QObject
from PySide6.QtWidgets import QAbstractItemView

from citeria_desktop.models.ranking_model import RankingModel
from citeria_desktop.panels.motion import Motion

_APART_MS: Final = 300  # orders that follow each other faster, as while a weight is dragged, are shown at once


class RowSlide(QObject):
    """How far each row of `table` still is from its place; it repaints the table while rows are on their way."""

    def __init__(self, table: QAbstractItemView, rows: RankingModel, still: Callable[[], bool]) -> None:
        super().__init__(table)
        self._rows = rows
        self._former: Mapping[str, int] = {}
        self._shifts: Mapping[int, int] = {}
        self._since = QElapsedTimer()
        self.motion = Motion(still, table)
        self.motion.valueChanged.connect(lambda _: table.viewport().update())
        rows.layoutAboutToBeChanged.connect(self._leave)
        rows.layoutChanged.connect(self._arrive)
        rows.modelReset.connect(self.motion.stop)

    def offset(self, number: int) -> float:
        """Where a row is seen beside its place, in rows: below it > 0."""
        return self._shifts.get(number, 0) * (1.0 - self.motion.progress) if self.motion.running else 0.0

    def _leave(self) -> None:
        self._former = self._rows.places_of_areas()

    def _arrive(self) -> None:
        followed = self._since.isValid() and self._since.elapsed() < _APART_MS
        self._since.start()
        self.motion.stop()
        now = self._rows.places_of_areas()
        self._shifts = {at: self._former[area] - at for area, at in now.items() if self._former.get(area, at) != at}
        if self._shifts and not followed and self.motion.wanted:
            self.motion.start()
