"""What can be clicked in the panes in view, as entries of the palette: buttons, chips, menus and lists of choices.

They are read from the widgets that stand there, so that nothing a view offers to the mouse is missing.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QComboBox, QMenu, QPushButton, QToolButton, QWidget
from shiboken6 import isValid

from citeria_desktop.dialogs.palette import Entry

_OPENS: Final = "▾"  # at the end of a chip that opens a menu
_MOST_CHOICES: Final = 20  # of a list whose choices are commands; longer ones hold data and are opened


def entries_in(pane: QWidget, title: str, owner: QObject) -> Iterator[Entry]:
    """Everything in a pane that a click would do, in the order it was made; `owner` keeps the actions.

    A button is called what a screen reader calls it; an entry of a menu, or of a list, has that name before its own.
    """
    for widget in pane.findChildren(QWidget):
        if not widget.isVisibleTo(pane):
            continue
        if isinstance(widget, QAbstractButton):
            yield from _of_button(widget, title, owner)
        elif isinstance(widget, QComboBox):
            yield from _of_choices(widget, title, owner)


def _of_button(button: QAbstractButton, title: str, owner: QObject) -> Iterator[Entry]:
    name = _name(button)
    if not name:
        return
    yield _entry(QAction(name, owner), button, title, button.click)
    if button.isEnabled():
        for menu in _menus(button):
            yield from _of_menu(menu, name.split(":", 1)[0], title)


def _menus(button: QAbstractButton) -> Iterable[QMenu]:
    """Those that the button opens: its own, and those that belong to it."""
    own = button.menu() if isinstance(button, QPushButton | QToolButton) else None
    below = button.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return dict.fromkeys([*below, *([own] if isinstance(own, QMenu) else [])])


def _of_menu(menu: QMenu, name: str, title: str) -> Iterator[Entry]:
    menu.aboutToShow.emit()  # many are filled only then
    for action in menu.actions():
        if action.isSeparator() or not action.text():
            continue
        whole = f"{name}: {action.text().replace('&&', '&')}"
        below = action.menu()
        if isinstance(below, QMenu):
            yield from _of_menu(below, whole, title)
        else:
            yield Entry(action, whole, title, "")


def _of_choices(box: QComboBox, title: str, owner: QObject) -> Iterator[Entry]:
    name = _name(box)
    if box.count() > _MOST_CHOICES:
        yield _entry(QAction(name, owner), box, title, box.showPopup)
        return
    for place in range(box.count()):
        if place != box.currentIndex() and box.itemText(place):
            action = QAction(f"{name}: {box.itemText(place)}", owner)
            yield _entry(action, box, title, partial(_choose, box, place))


def _entry(action: QAction, widget: QWidget, title: str, done: Callable[[], object]) -> Entry:
    action.triggered.connect(lambda *_: done() if isValid(widget) else None)  # the pane may have changed meanwhile
    action.setEnabled(widget.isEnabled())
    action.setToolTip(widget.toolTip() or action.text())
    return Entry(action, action.text(), title, "")


def _choose(box: QComboBox, place: int) -> None:
    """As somebody would who opened the list and clicked."""
    box.setCurrentIndex(place)
    box.activated.emit(place)


def _name(widget: QWidget) -> str:
    shown = widget.text() if isinstance(widget, QAbstractButton) else ""
    return (widget.accessibleName() or shown).replace(_OPENS, "").replace(" :", ":").replace("&&", "&").strip()
