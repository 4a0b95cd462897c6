"""What every view is: a widget that reads the session, shares the one selection, paints, and asks for changes.

A new view is a module with a subclass of `View` and one line in `registry`. What the window needs to know of it stands
here; nothing else of the program knows a view by its name.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from citeria_desktop.picture.subject import AsItStands, Picture
from citeria_desktop.theme import Theme

if TYPE_CHECKING:
    from citeria_desktop.bridge import SessionBridge

State = Mapping[str, object]  # whatever JSON can hold


class View(QWidget):
    """The base of all views: each overrides what it has."""

    go_wanted = Signal(str, str)  # another view by its name in the registry, and a page of it ("" = as it is)
    action_wanted = Signal(str)  # an action of the catalogue by its id
    told = Signal(str)  # a small consequence without a step, such as "Copied 12 values", for the status line
    drafted = Signal(bool)  # whether something typed here is not stored yet
    summarised = Signal(str)  # what is selected, for the status line

    def __init__(self, bridge: "SessionBridge", theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._bridge = bridge
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme

    def show_page(self, page: str) -> None:
        """Show one page of a view that has several, with the focus to go where its work begins."""

    def pointed_at(self) -> tuple[str, str]:
        """The area and indicator that somebody points at here, for the dossier; "" for what is not said."""
        return self._bridge.area, self._bridge.indicator

    # -- what is under way ---------------------------------------------------------------------------------------------

    @property
    def busy(self) -> bool:
        """Whether what is shown waits for a result."""
        return False

    @property
    def editing(self) -> bool:
        """Whether somebody is in the middle of typing here."""
        return False

    def hindrance(self) -> str:
        """Store what is being typed; why it cannot be stored, in words, or an empty text."""
        return ""

    def stop(self) -> None:
        """Drop what is computed in the background: the project is about to be closed."""

    # -- what is kept and what leaves ----------------------------------------------------------------------------------

    def state(self) -> dict[str, object]:
        """Sort, filters, scroll and chosen options, as JSON can hold them; not the shared selection."""
        return {}

    def restore(self, state: State) -> None:
        """Go back to a state of an earlier run; what is missing or no longer fits is left as it is."""

    def table_text(self) -> str:
        """All rows of the table in view as CSV with a heading; an empty text where there is none."""
        return ""

    def picture(self) -> Picture:
        """What of this view leaves the app as SVG, PDF, PNG or on paper."""
        return Picture(self.accessibleName(), AsItStands(self))
