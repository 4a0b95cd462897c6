"""Where a reader is on a page that is about to be shown anew: how far down, and in which of its widgets."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QWidget

_ROUNDS: Final = 4  # words in a card on a page, and once more where they wrap otherwise then


@dataclass(frozen=True, slots=True)
class ReadingPlace:
    """A scroll position in pixels, and the name of the widget with the focus; `inside` if the page has the focus."""

    down: int
    inside: bool
    name: str

    @classmethod
    def of(cls, scroll: QScrollArea) -> "ReadingPlace":
        """The place of whoever reads in `scroll` now."""
        focus = QApplication.focusWidget()
        inside = focus is not None and (focus is scroll or scroll.isAncestorOf(focus))
        return cls(scroll.verticalScrollBar().value(), inside, focus.objectName() if inside and focus else "")

    def take_up(self, scroll: QScrollArea, page: QWidget, otherwise: QWidget | None) -> None:
        """Go back there on the new `page`; the focus of a widget that is gone goes to `otherwise`, brought into view.

        It never goes on to the next widget in the order of Tab, where a key meant for the old one would change data.
        """
        settle(scroll)
        scroll.verticalScrollBar().setValue(self.down)
        focus = QApplication.focusWidget()
        stayed = focus is not None and focus is not page and page.isAncestorOf(focus)
        if not self.inside or stayed:
            return
        named = page.findChildren(QWidget, self.name) if self.name else []
        again = next((one for one in named if one.isVisibleTo(page)), None)  # not one that is about to go
        if again is None:
            again = otherwise or scroll
            if otherwise is not None:
                scroll.ensureWidgetVisible(otherwise)
        again.setFocus()


def settle(scroll: QScrollArea) -> None:
    """Give the page in `scroll` its size now, so that places on it can be reckoned and no frame shows it squeezed.

    Wrapped words know their height only once they have their width, and tell those around them then. What is around
    the scroll area is left to the events that wait for it.
    """
    page = scroll.widget()
    if page is None:
        return
    inner_first = page.findChildren(QLayout)[::-1]
    for _ in range(_ROUNDS):
        laid = [layout.activate() for layout in inner_first]
        QCoreApplication.sendPostedEvents(scroll.viewport(), QEvent.Type.LayoutRequest.value)
        if not any(laid):
            return
