"""One weight, typed where it is shown: exact or as a share, by arrow keys, committed on Enter or on leaving."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from citeria_core.errors import KnownError
from citeria_desktop.language.phrases import error_words
from citeria_desktop.models.typed_weight import read_weight
from citeria_desktop.panels.number_field import NumberField

_SMALL_STEP = 1.0
_LARGE_STEP = 5.0


def written(weight: float) -> str:
    """A weight as people write it: 40, 12.5; never in powers of ten."""
    return f"{weight:.10f}".rstrip("0").rstrip(".") or "0"


class WeightField(NumberField):
    """Shows a weight; `committed` carries the weight typed, `refused` the words of why it cannot be one."""

    committed = Signal(float)
    refused = Signal(str)

    def __init__(self, weight: float, parent: QWidget | None = None) -> None:
        super().__init__(size=13, padding=6, height=24, parent=parent)
        self._weight = weight
        self._others: float | None = None
        self.setText(written(weight))
        self.textChanged.connect(self.updateGeometry)

    @property
    def held_text(self) -> str:
        """The weight in the file, as people write it."""
        return written(self._weight)

    def show_weight(self, weight: float, others: float | None = None) -> None:
        """The weight in the file is now `weight`, its siblings together weigh `others`; what is being typed stays."""
        dirty = self.dirty
        self._others = others
        self._weight = weight
        if not dirty:
            self.setText(written(weight))

    def commit(self) -> None:
        """Hand over what was typed, unless it is what already holds."""
        if not self.dirty:
            return
        try:
            self._weight = read_weight(self.text(), self._others)
        except KnownError as error:
            self.refused.emit(error_words(error))
            return
        self.setText(written(self._weight))
        self.committed.emit(self._weight)

    def sizeHint(self) -> QSize:
        """As wide as its digits, two at least."""
        metrics = QFontMetrics(self.font())
        width = max(metrics.horizontalAdvance("00"), metrics.horizontalAdvance(self.text())) + 20
        return QSize(width, 24)

    def minimumSizeHint(self) -> QSize:
        """It never shrinks below its digits."""
        return self.sizeHint()

    def step(self, direction: int, *, large: bool) -> None:
        """One more or less than what stands here, never below nought."""
        try:
            start = read_weight(self.text(), self._others)
        except KnownError:
            start = self._weight
        change = direction * (_LARGE_STEP if large else _SMALL_STEP)
        self.setText(written(max(0.0, round(start + change, 10))))
        self.selectAll()
