"""Where a reader is on a page that is about to be shown anew: how far down, and in which of its widgets."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

_ROUNDS: Final = 3  # words in a card on a page


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

    Wrapped words know their height only once they have their width, and tell those around them then.
    """
    page = scroll.widget()
    layout = page.layout() if page is not None else None
    if page is not None and layout is not None:
        layout.activate()
        for _ in range(_ROUNDS):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
