"""Which cell somebody points at: whoever shows numbers can say it, and is asked from the inside out.

A widget that shows numbers of cells has a method `pointed_at`; nothing has to be registered. A list in a card is asked
before the card, and the card before the view.
"""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

Cell = tuple[str, str]  # codes of an area and an indicator; "" for what is not said


@runtime_checkable
class Pointing(Protocol):
    """What can say which cell somebody points at in it."""

    def pointed_at(self) -> Cell:
        """The area and indicator; "" for what is not said."""
        ...


def pointed_at(widget: QWidget | None) -> Cell:
    """The cell that somebody points at in `widget`, or in the nearest thing around it that can say one."""
    while widget is not None:
        found = widget.pointed_at() if isinstance(widget, Pointing) else ("", "")
        if found != ("", ""):
            return found
        widget = widget.parentWidget()
    return "", ""


class CellLink(QPushButton):
    """A button that looks like a link and stands for a value: `wanted` leads to it, and it can be pointed at."""

    wanted = Signal(str, str)

    def __init__(self, text: str, cell: Cell, name: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.cell = cell
        self.setProperty("kind", "link")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(name)
        self.clicked.connect(lambda _checked=False: self.wanted.emit(*self.cell))

    def pointed_at(self) -> Cell:
        """Its value."""
        return self.cell
