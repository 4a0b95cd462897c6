"""A page of sections, as the inspector stacks them; shown again, it makes anew only what says something else."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLayout, QVBoxLayout, QWidget


@dataclass(frozen=True, slots=True)
class Block:
    """Some lines of a page: their name on it, all that they show, and how to make them.

    Two blocks of one name that show equal things look alike, so the one that stands need not be made again. Where it
    can be told of other things instead, `tell` does so, given the widgets that stand.
    """

    name: str
    shows: object
    make: Callable[[], Sequence[QWidget]]
    tell: Callable[..., None] | None = None


class Stack:
    """Blocks under each other in a layout of `owner`, which takes the focus of what goes away.

    A new widget costs a hundred times what comparing costs, mostly in being styled, and an edit leaves most blocks as
    they are.
    """

    def __init__(self, owner: QWidget, lines: QVBoxLayout) -> None:
        self._owner = owner
        self._lines = lines
        self._lines.addStretch(1)
        self._standing: dict[str, tuple[object, Sequence[QWidget]]] = {}

    def show(self, blocks: Iterable[Block]) -> None:
        """Show these blocks and no others."""
        with holding_still(self._owner):
            former, self._standing = self._standing, {}
            for block in blocks:
                shows, widgets = former.pop(block.name, (None, ()))
                if not widgets or shows != block.shows:
                    widgets = self._renew(block, widgets)
                self._standing[block.name] = block.shows, widgets
            for _, widgets in former.values():
                self._drop(widgets)
            self._line_up([widget for _, widgets in self._standing.values() for widget in widgets])

    def _renew(self, block: Block, widgets: Sequence[QWidget]) -> Sequence[QWidget]:
        if widgets and block.tell is not None:
            block.tell(*widgets)
            return widgets
        self._drop(widgets)
        return tuple(block.make())

    def _line_up(self, widgets: list[QWidget]) -> None:
        """Put them in this order; what stands in its place keeps its item, and with it the sizes that Qt remembers."""
        for place, widget in enumerate(widgets):
            item = self._lines.itemAt(place)
            if item is None or item.widget() is not widget:
                self._lines.insertWidget(place, widget)
                if self._owner.isVisible() and not widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
                    widget.show()  # now, since the focus can only go to what is shown

    def _drop(self, widgets: Sequence[QWidget]) -> None:
        focus = QApplication.focusWidget()
        for widget in widgets:
            if focus is not None and (widget is focus or widget.isAncestorOf(focus)):
                self._owner.setFocus()  # or hiding it would hand the focus on to the next widget
            self._lines.removeWidget(widget)
            widget.hide()
            widget.deleteLater()  # later, since a button of its own may have brought this about


@contextmanager
def holding_still(widget: QWidget) -> Iterator[None]:
    """Lay nothing out in and around a widget meanwhile; what asks for it is laid out once, after it.

    Else each widget that is shown lays out everything around it, up to what scrolls, before the next one comes.
    """
    held: list[QLayout] = []
    around: QWidget | None = widget
    while around is not None and (layout := around.layout()) is not None:
        if layout.isEnabled():
            layout.setEnabled(False)
            held.append(layout)
        around = around.parentWidget()
    try:
        yield
    finally:
        for layout in held:
            layout.setEnabled(True)


class Page(QWidget):
    """Lines under each other, with headed sections."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(14, 12, 8, 16)  # at the right stands the room of the scroll bar
        lines.setSpacing(6)
        self.stack = Stack(self, lines)


def section(name: str, title: str) -> Block:
    """The heading of a section."""
    return Block(f"title of {name}", title, lambda: [_heading(title)])


def _heading(title: str) -> QLabel:
    label = QLabel(title.upper())
    label.setProperty("role", "section")
    label.setContentsMargins(0, 10, 0, 0)
    return label
