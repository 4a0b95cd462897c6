"""One share of a hundred, typed where its lane is: committed on Enter or on leaving, by arrow keys step by step."""

from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from citeria_core.errors import KnownError
from citeria_desktop.language.phrases import error_words
from citeria_desktop.models.typed_weight import read_share, shown_share
from citeria_desktop.panels.number_field import NumberField

HEIGHT = 22


class ShareField(NumberField):
    """Shows a share; `typed` carries one that was typed, `stepped` an arrow key, `refused` why a text is no share."""

    typed = Signal(object)  # Decimal
    stepped = Signal(object)  # Decimal: by how much
    restored = Signal()  # Escape
    kept = Signal()  # Enter, or the focus went elsewhere
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(size=12, padding=5, height=HEIGHT, parent=parent)
        self._share = Decimal(0)
        self._measured = ("", 0)  # what was measured last, and how wide it wants to be

    @property
    def held_text(self) -> str:
        """The share as it is shown."""
        return shown_share(self._share)

    @property
    def wanted_width(self) -> int:
        """As wide as its digits."""
        text = shown_share(self._share)
        if text != self._measured[0]:
            self._measured = text, QFontMetrics(self.font()).horizontalAdvance(text) + 16
        return self._measured[1]

    def show_share(self, share: Decimal) -> None:
        """The share is now `share`; what is being typed stays."""
        dirty = self.dirty
        self._share = share
        if not dirty or not self.hasFocus():
            self.setText(shown_share(share))

    def commit(self) -> None:
        """Hand over what was typed, then say that it may be kept."""
        if self.dirty:
            try:
                share = read_share(self.text())
            except KnownError as error:
                self.refused.emit(error_words(error))
                return
            self.setText(self.held_text)
            self.typed.emit(share)
        self.kept.emit()

    def restore(self) -> None:
        """Back to the share that is shown, and say so: what was tried elsewhere goes back too."""
        super().restore()
        self.restored.emit()

    @property
    def takes_escape(self) -> bool:
        """Always: a share that is being stepped is nowhere typed."""
        return True

    def step(self, direction: int, *, large: bool) -> None:
        """Ask for a step from the share that is shown."""
        self.setText(self.held_text)
        self.stepped.emit(Decimal((5 if large else 1) * direction))
        self.selectAll()
