"""Two small drawings beside a rank: between which ranks it may lie, and the way it came through the snapshots."""

import math
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from citeria_desktop.delegates.ranking_cells import RankingCell
from citeria_desktop.delegates.row_delegate import PAD

_LEAST_HEIGHT: Final = 12.0  # of a row in which such a drawing can be read


class IntervalDelegate(RankingCell):
    """A line from the better to the worse end of a rank interval on a track of all ranks, a dot at the rank itself."""

    def cell(self, painter: QPainter, rect: QRectF, number: int) -> None:
        """The track, the interval, the rank."""
        held = self._model.intervals.get(self._model.rows[number].area)
        if held is None or math.isnan(held.low) or rect.height() < _LEAST_HEIGHT:
            return
        last = max(2, sum(bool(one.label) for one in self._model.rows))
        inner = rect.adjusted(PAD + 3, 0, -PAD - 3, 0)
        y = inner.center().y()

        def x(rank: float) -> float:
            return inner.left() + inner.width() * min(1.0, (rank - 1) / (last - 1))

        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.colour("line"), 2))
        painter.drawLine(QPointF(inner.left(), y), QPointF(inner.right(), y))
        pen = QPen(self.colour("muted"), 5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(x(held.low), y), QPointF(x(held.high), y))
        if not math.isnan(held.nominal):
            painter.setPen(QPen(self.colour("surface"), 1.5))
            painter.setBrush(self.colour("accent"))
            painter.drawEllipse(QPointF(x(held.nominal), y), 4.5, 4.5)


class PathDelegate(RankingCell):
    """The ranks of an area in every snapshot and now, the best at the top; a gap where it had none."""

    def cell(self, painter: QPainter, rect: QRectF, number: int) -> None:
        """A line through the ranks, a dot where it stands now."""
        path = self._model.path(self._model.rows[number])
        if len(path) < 2 or rect.height() < _LEAST_HEIGHT:
            return
        points = self._points(path, rect.adjusted(PAD, 7, -PAD - 2, -7))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.colour("muted"), 1.5))
        for run in _runs(points):
            if len(run) > 1:
                painter.drawPolyline(QPolygonF(run))
            else:
                painter.drawPoint(run[0])
        end = points[-1]
        if end is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.colour("accent"))
            painter.drawEllipse(end, 3, 3)

    def _points(self, path: Sequence[float | None], inner: QRectF) -> list[QPointF | None]:
        last = max(2.0, float(len(self._model.rows)))
        step = inner.width() / (len(path) - 1)
        return [
            None
            if rank is None
            else QPointF(inner.left() + step * at, inner.top() + inner.height() * min(1.0, (rank - 1) / (last - 1)))
            for at, rank in enumerate(path)
        ]


def _runs(points: Sequence[QPointF | None]) -> list[list[QPointF]]:
    """The stretches of points without a gap."""
    runs: list[list[QPointF]] = [[]]
    for point in points:
        if point is not None:
            runs[-1].append(point)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]
