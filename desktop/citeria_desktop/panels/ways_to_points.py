"""To how many points a part of the index is to come for an area, and which of its values could do that alone."""

import math
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPushButton, QWidget

from citeria_core import reach
from citeria_core.errors import KnownError
from citeria_core.parse import read_number
from citeria_desktop.jobs import LatestJob
from citeria_desktop.language import lists
from citeria_desktop.language.phrases import error_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from citeria_core.model import Node
    from citeria_core.result import Result


class WaysToPoints(QWidget):
    """Asks for the points, computes in the background, and lists the values as links."""

    taken = Signal(str, float)  # a value that could do it: its indicator, and what it would be
    told = Signal()  # other words, of another height

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked: tuple[Result, str, str] | None = None  # what all other values stand at, area, part
        self._names: Mapping[str, str] = {}
        self._values: dict[str, float] = {}
        self.job = LatestJob()
        self.job.finished.connect(self._show)
        self.job.failed.connect(self._say)
        self.adds = QLabel()
        self.adds.setWordWrap(True)
        self.points = QLineEdit()
        self.points.setMaximumWidth(90)
        self.points.returnPressed.connect(self._seek)
        self.seek = QPushButton(self.tr("Find the values"))
        self.seek.clicked.connect(self._seek)
        self.ways = QLabel()
        self.ways.setWordWrap(True)
        links = Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        self.ways.setTextInteractionFlags(links)
        self.ways.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.ways.setAccessibleName(self.tr("Values that could do it"))
        self.ways.linkActivated.connect(lambda code: self.taken.emit(code, self._values[code]))
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        for column, widget in enumerate((self.adds, self.points, self.seek)):
            grid.addWidget(widget, 0, column)
        grid.addWidget(self.ways, 1, 0, 1, 3)
        grid.setColumnStretch(0, 1)

    def ask(self, result: "Result", area: str, part: "Node", names: "Mapping[str, str]", points: float) -> None:
        """Offer to ask for the points of a part, all other values as in `result`; `names` are those of its values."""
        self._asked, self._names = (result, area, part.code), names
        self.adds.setText(self.tr("for {part} to add").format(part=part.name))
        self.points.setAccessibleName(self.tr("Points that {part} is to add").format(part=part.name))
        self.points.setText(f"{points:.4g}")
        self.job.cancel()
        self._say("")

    def find_ways(self, points: float) -> None:
        """Find the values that could bring the part to `points`."""
        self.points.setText(f"{points:.4g}")
        if self._asked is not None:
            result, area, part = self._asked
            self._say(self.tr("Computing…"))
            self.job.start(lambda: reach.ways(result, area, part, points))

    @Slot()
    def _seek(self) -> None:
        try:
            points = read_number(self.points.text()).value
        except KnownError as error:
            self._say(error_words(error))
            return
        self.find_ways(points)

    @Slot(object)
    def _show(self, found: tuple[reach.Way, ...]) -> None:
        self._values = {one.indicator: one.value for one in found}
        enough = [self._told(one) for one in found if one.reaches]
        short = [
            self.tr("{value} ({points})").format(value=self._name(one), points=f"{one.points:.4g}")
            for one in found
            if not one.reaches
        ]
        told = [self.tr("One of these alone: {ways}.").format(ways=lists.statements(enough))] if enough else []
        told += [self.tr("Not enough alone: {ways}.").format(ways=lists.statements(short))] if short else []
        self._say(lists.sentences(told) if told else self.tr("No value below this part moves it."))

    def _told(self, one: reach.Way) -> str:
        return self.tr("{value} {present} → {tried}").format(
            value=f'<a href="{escape(one.indicator)}">{self._name(one)}</a>',
            present=self.tr("missing") if math.isnan(one.present) else _written(one.present),
            tried=_written(one.value),
        )

    def _name(self, one: reach.Way) -> str:
        return escape(self._names.get(one.indicator, one.indicator))

    @Slot(str)
    def _say(self, told: str) -> None:
        self.ways.setText(told)
        self.ways.setVisible(bool(told))
        self._grid.activate()  # so that what is around it knows its height now
        self.updateGeometry()
        self.told.emit()


def _written(value: float) -> str:
    return f"{value:,.6g}".replace(",", "\N{THIN SPACE}")
