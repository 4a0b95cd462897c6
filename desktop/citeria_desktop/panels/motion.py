"""A short move on the screen from one state to the next, where motion is wanted."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEasingCurve, QVariantAnimation
from PySide6.QtWidgets import QStyle, QWidget

_DURATION_MS: Final = 150


class Motion(QVariantAnimation):
    """Goes from 0 to 1 over `widget`; `still` says whether somebody wants no motion."""

    def __init__(self, still: Callable[[], bool], widget: QWidget) -> None:
        super().__init__(widget)
        self._still = still
        self._widget = widget
        self.setDuration(_DURATION_MS)
        self.setStartValue(0.0)
        self.setEndValue(1.0)
        self.setEasingCurve(QEasingCurve.Type.OutCubic)

    @property
    def wanted(self) -> bool:
        """Whether anybody would see it and nobody asked for none, neither here nor in the system."""
        hint = QStyle.StyleHint.SH_Widget_Animation_Duration  # 0 where the system wants no motion
        return self._widget.isVisible() and not self._still() and self._widget.style().styleHint(hint) != 0

    @property
    def running(self) -> bool:
        """Whether it is under way."""
        return self.state() is not QVariantAnimation.State.Stopped

    @property
    def progress(self) -> float:
        """How far it is, 0 … 1; 1 where it is not under way."""
        return float(self.currentValue()) if self.running else 1.0
