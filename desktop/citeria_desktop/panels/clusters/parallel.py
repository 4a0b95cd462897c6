"""All normalised values as lines across upright axes, which can be moved, and on which ranges can be brushed."""

from collections.abc import Mapping
from math import isnan

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QShowEvent

from citeria_desktop.figures import fixed
from citeria_desktop.painting.parallel import LaidParallel, ParallelFigure
from citeria_desktop.panels.chart import Chart
from citeria_desktop.panels.clusters.page import ChartPage

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_LEAST_BRUSH = 4.0  # pixels; less is a click


class ParallelChart(Chart):
    """Axes are dragged by their titles; dragging along an axis brushes a range.

    Keys: ← → go from axis to axis, Ctrl with them moves the axis, ↑ ↓ walk the areas by their value there, `[` and `]`
    let the brush begin or end at the selected area, Delete takes it away.
    """

    axis_chosen = Signal(str)
    axis_moved = Signal(str, int)  # code, the place it is to have
    brushed = Signal(str, object)  # code, (low, high) or None

    _axis = ""
    _from: QPointF | None = None
    _to: QPointF | None = None
    _moves = False

    def _held(self) -> LaidParallel | None:
        return self.laid if isinstance(self.laid, LaidParallel) else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to move an axis or to brush on it; else choose a line. A menu is about a line on the axis beside it."""
        laid = self._held()
        code = laid.axis_at(event.position()) if laid is not None else ""
        if laid is None or event.button() != Qt.MouseButton.LeftButton:
            if code:
                self.axis_chosen.emit(code)
            super().mousePressEvent(event)
            return
        self._moves = laid.on_title(event.position())
        if code and (self._moves or laid.near_axis(event.position())):
            self._axis, self._from, self._to = code, event.position(), None
            self.axis_chosen.emit(code)
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where the axis or the brush would be."""
        if self._from is not None:
            self._to = event.position()
            self.update()
        elif (laid := self._held()) is not None:
            shapes = Qt.CursorShape
            on_axis = laid.near_axis(event.position())
            title = laid.on_title(event.position())
            self.setCursor(shapes.OpenHandCursor if title else shapes.SplitVCursor if on_axis else shapes.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        laid, start, end = self._held(), self._from, self._to
        self._from = self._to = None
        if laid is None or start is None:
            return
        if end is None or (not self._moves and abs(end.y() - start.y()) < _LEAST_BRUSH):
            if not self._moves:
                self.brushed.emit(self._axis, None)
                item = laid.at(start)
                if item:
                    self.chosen.emit(item)
        elif self._moves:
            target = laid.axis_at(end)
            codes = [code for code, _ in laid.figure.axes]
            if target:
                self.axis_moved.emit(self._axis, codes.index(target))
        else:
            low, high = sorted((laid.value(start.y()), laid.value(end.y())))
            self.brushed.emit(self._axis, (low, high))
        self.update()

    def paint_over(self, painter: QPainter) -> None:
        """The axis or the brush in the hand."""
        laid = self._held()
        if laid is None or self._from is None or self._to is None:
            return
        painter.setPen(QPen(self.theme.colour("accent"), 2))
        if self._moves:
            x = self._to.x()
            painter.drawLine(QPointF(x, laid.y(laid.figure.high)), QPointF(x, laid.y(laid.figure.low)))
        else:
            painter.drawLine(QPointF(self._from.x(), self._from.y()), QPointF(self._from.x(), self._to.y()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Axes and brushes by key; Esc lets go of what is dragged."""
        laid, step = self._held(), _STEPS.get(Qt.Key(event.key()))
        if laid is None:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape and self._from is not None:
            self._from = self._to = None
            self.update()
        elif step is not None:
            self._step(laid, step, moves=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif event.text() in ("[", "]"):
            self._bound(laid, upper=event.text() == "]")
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.brushed.emit(laid.figure.axis, None)
        else:
            super().keyPressEvent(event)

    def _step(self, laid: LaidParallel, step: int, *, moves: bool) -> None:
        codes = [code for code, _ in laid.figure.axes]
        at = codes.index(laid.figure.axis) if laid.figure.axis in codes else 0
        to = min(max(at + step, 0), len(codes) - 1)
        if moves:
            self.axis_moved.emit(codes[at], to)
        else:
            self.axis_chosen.emit(codes[to])

    def _bound(self, laid: LaidParallel, *, upper: bool) -> None:
        figure = laid.figure
        codes = [code for code, _ in figure.axes]
        if figure.axis not in codes or self.focus.item not in figure.areas:
            return
        value = figure.values[figure.areas.index(self.focus.item)][codes.index(figure.axis)]
        if isnan(value):
            return
        low, high = figure.brushes.get(figure.axis, (figure.low, figure.high))
        bounds = (min(low, value), value) if upper else (value, max(high, value))
        self.brushed.emit(figure.axis, bounds)


class ParallelPage(ChartPage):
    """Lines of all areas; order of axes and brushes are remembered."""

    name = "parallel"
    chart: ParallelChart

    def make_chart(self) -> ParallelChart:
        """The chart with its axes."""
        self._order: list[str] = []
        self._brushes: dict[str, tuple[float, float]] = {}
        self._axis = ""
        self._picked = False  # whether somebody chose the axis
        chart = ParallelChart(self.theme, self.tell)
        chart.axis_chosen.connect(self._choose_axis)
        chart.axis_moved.connect(self._move_axis)
        chart.brushed.connect(self._brush)
        return chart

    def title(self) -> str:
        """What stands on the tab."""
        return self.tr("Parallel")

    @property
    def axes(self) -> tuple[str, ...]:
        """The codes of the axes, as they stand."""
        codes = self.study.result.dataset.indicators if self.study is not None else ()
        known = [code for code in self._order if code in codes]
        return (*known, *(code for code in codes if code not in known))

    def make_figure(self) -> ParallelFigure | None:
        """Lines of the study."""
        study = self.study
        if study is None:
            return None
        result, codes = study.result, self.axes
        if self._axis not in codes:
            self._picked = self.indicator in codes
            self._axis = self.indicator if self._picked else codes[0] if codes else ""
        columns = [result.dataset.indicators.index(code) for code in codes]
        held = result.normalised[:, columns]
        figure = ParallelFigure(
            study.shown,
            result.areas,
            tuple(self.words.area(area) for area in result.areas),
            tuple((code, self.words.indicator(code)) for code in codes),
            tuple(map(tuple, held.tolist())),
            *study.scale,
            dict(self._brushes),
            study.within(self._brushes),
            self._axis,
        )
        self._say(figure)
        return figure

    def _say(self, figure: ParallelFigure) -> None:
        if not self._brushes:
            self.note.setText(
                self.tr(
                    "Drag along an axis to keep a range, drag a title to move its axis; keys: ← → Ctrl+← [ ] Delete."
                )
            )
            return
        passing = len(figure.passing)
        self.note.setText(
            self.tr(
                "{count} of {total} areas lie in the brushed ranges; Space marks, Delete takes a range away."
            ).format(count=passing, total=len(figure.areas))
        )

    def fit(self) -> None:
        """As wide as the titles ask for."""
        super().fit()
        figure = self.chart.figure
        self.chart.setMinimumWidth(round(figure.least_width()) + 32 if isinstance(figure, ParallelFigure) else 0)

    def tell(self, item: str) -> str:
        """The area, and its value on the current axis."""
        told, study = super().tell(item), self.study
        if study is None or item not in study.result.areas or not self._axis:
            return told
        column = study.result.dataset.indicators.index(self._axis)
        value = float(study.result.normalised[study.result.areas.index(item), column])
        words = self.tr("missing") if isnan(value) else fixed(value, 2)
        return self.tr("{told}; {indicator}: {value}").format(
            told=told, indicator=self.words.indicator(self._axis), value=words
        )

    def pointed_at(self) -> tuple[str, str]:
        """The value of the selected area on the current axis."""
        return self.area, self._axis if self.area else ""

    def look_at(self, indicator: str) -> None:
        """The axis of the selected indicator is the current one."""
        super().look_at(indicator)
        if indicator in self.axes:
            self._axis, self._picked = indicator, True
            self._show_axis()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with an axis that was chosen elsewhere."""
        super().showEvent(event)
        self._show_axis()

    def _show_axis(self) -> None:
        figure = self.chart.figure
        if self.isVisible() and isinstance(figure, ParallelFigure) and figure.axis != self._axis:
            self.refresh()

    def choose(self, item: str) -> None:
        """Select the area; once an axis was chosen, its value there."""
        self.chosen.emit(item, self._axis if self._picked else "")

    def _choose_axis(self, code: str) -> None:
        self._axis, self._picked = code, True
        self.refresh()
        if self.area:
            self.chosen.emit(self.area, code)

    def _move_axis(self, code: str, to: int) -> None:
        others = [one for one in self.axes if one != code]
        self._order = [*others[:to], code, *others[to:]]
        self._axis = code
        self.refresh()

    def _brush(self, code: str, bounds: tuple[float, float] | None) -> None:
        if bounds is None and code not in self._brushes:
            return
        self._brushes.pop(code, None)
        if bounds is not None:
            self._brushes[code] = bounds
        self.refresh()
        figure = self.chart.figure
        if isinstance(figure, ParallelFigure):
            self.marked.emit(figure.passing if self._brushes else frozenset())

    def state(self) -> dict[str, object]:
        """The order of the axes, the brushes."""
        return {"order": list(self._order), "brushes": {code: list(ends) for code, ends in self._brushes.items()}}

    def restore(self, state: Mapping[str, object]) -> None:
        """Axes and brushes as they were."""
        order, brushes = state.get("order"), state.get("brushes")
        if isinstance(order, list):
            self._order = [str(code) for code in order]
        if isinstance(brushes, dict):
            self._brushes = {
                str(code): (float(ends[0]), float(ends[1]))
                for code, ends in brushes.items()
                if isinstance(ends, list) and len(ends) == 2
            }
        self.refresh()

    def caption(self) -> str:
        """How many areas are drawn in full; nothing about mouse and keys."""
        return self.note.text() if self._brushes else ""

    def rows(self) -> list[list[str]]:
        """Areas with their normalised values, axes in their order."""
        figure = self.chart.figure
        if not isinstance(figure, ParallelFigure) or self.study is None:
            return []
        head = [self.tr("area"), self.tr("cluster"), *(title for _, title in figure.axes)]
        return [
            head,
            *(
                [name, self.words.place_of(figure.held, area), *("" if isnan(value) else repr(value) for value in row)]
                for area, name, row in zip(figure.areas, figure.names, figure.values, strict=True)
            ),
        ]
