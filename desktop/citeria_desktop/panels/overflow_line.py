"""Chips in one line: what has no room steps into a menu at its end, in the same words and with the same effect."""

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QPushButton, QSizePolicy, QWidget

from citeria_desktop.language import lists
from citeria_desktop.panels.chooser import Chooser

HEIGHT: Final = 26
_GAP: Final = 6
_LEFT: Final = 16
_RIGHT: Final = 12


class OverflowLine(QFrame):
    """One line of chips, choosers and labels. Those added with `kept` never step into the menu; an empty label is none.

    `above` and `below` are the pixels around the line.
    """

    def __init__(self, above: int, below: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._above, self._below = above, below
        self._widgets: list[QWidget] = []
        self._kept: set[QWidget] = set()
        self._menus: dict[QWidget, QMenu] = {}
        self.more = QPushButton("⋯", self)
        self.more.setProperty("kind", "chip")
        self.more.setFixedSize(34, HEIGHT)
        self.menu = QMenu(self.more)
        self.menu.aboutToShow.connect(self._fill)
        self.more.clicked.connect(partial(self.open, self.menu, self.more))
        self.more.hide()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def add(self, widget: QWidget, *, menu: QMenu | None = None, kept: bool = False) -> None:
        """Put a widget at the end; `menu` is what it opens."""
        widget.setParent(self)
        self._widgets.append(widget)
        if menu is not None:
            self._menus[widget] = menu
        if kept:
            self._kept.add(widget)
        self.more.raise_()
        QWidget.setTabOrder(self._widgets[-1], self.more)
        self.updateGeometry()

    def open(self, menu: QMenu, below: QWidget) -> None:
        """Open a menu below its chip, or below the last chip where its own has stepped into the menu."""
        anchor = self.anchor(below)
        menu.popup(anchor.mapToGlobal(anchor.rect().bottomLeft()))

    def anchor(self, widget: QWidget) -> QWidget:
        """Where what belongs to a widget opens: at it, or at the chip of the menu where it has stepped into that."""
        return self.more if widget.isHidden() else widget

    # -- where things are ----------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """All in one line."""
        sizes = [_size(widget) for widget in self._wanted()]
        width = sum(size.width() for size in sizes) + _GAP * max(len(sizes) - 1, 0)
        return QSize(width + _LEFT + _RIGHT, HEIGHT + self._above + self._below)

    def minimumSizeHint(self) -> QSize:
        """Its height; of the width it takes what there is."""
        return QSize(_LEFT + self.more.width() + _RIGHT, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What fits now."""
        super().resizeEvent(event)
        self._lay()

    def showEvent(self, event: QShowEvent) -> None:
        """What fits at first."""
        super().showEvent(event)
        self._lay()

    def event(self, event: QEvent) -> bool:
        """A chip that got other words has another width."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._lay()
        return super().event(event)

    @property
    def hidden(self) -> tuple[QWidget, ...]:
        """What has stepped into the menu."""
        return tuple(widget for widget in self._wanted() if widget.isHidden())

    def _wanted(self) -> list[QWidget]:
        return [one for one in self._widgets if not (isinstance(one, QLabel) and not one.text())]

    def _fitting(self) -> set[QWidget]:
        """Those in the line: all, or the kept ones and as many from the left as leave room for the menu."""
        room = self.width() - _LEFT - _RIGHT + _GAP
        taken = {widget: _size(widget).width() + _GAP for widget in self._wanted()}
        if sum(taken.values()) <= room:
            return set(taken)
        kept = {widget for widget in taken if widget in self._kept}
        room -= self.more.width() + _GAP + sum(taken[widget] for widget in kept)
        for widget in taken:
            if widget in kept:
                continue
            room -= taken[widget]
            if room < 0:
                break
            kept.add(widget)
        return kept

    def _lay(self) -> None:
        fitting, x, y = self._fitting(), _LEFT, self._above
        for widget in self._widgets:
            widget.setVisible(widget in fitting)
        gone = self.hidden
        self.more.setVisible(bool(gone))
        for widget in (*(one for one in self._widgets if one in fitting), *([self.more] if gone else [])):
            size = _size(widget)
            widget.setGeometry(QRect(x, y + (HEIGHT - size.height()) // 2, size.width(), size.height()))
            x += size.width() + _GAP
        told = self.tr("More: {names}").format(names=lists.names(_name(widget) for widget in gone))
        self.more.setAccessibleName(told)
        self.more.setToolTip(told)

    # -- what has no room ----------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        self.menu.clear()
        for widget in self.hidden:
            if isinstance(widget, Chooser):
                self._list(widget)
            elif widget in self._menus:
                inner = self._menus[widget]
                inner.setTitle(_name(widget).replace("&", "&&"))
                self.menu.addMenu(inner).setEnabled(widget.isEnabled())
            else:
                action = self.menu.addAction(_name(widget).replace("&", "&&"))
                action.setEnabled(widget.isEnabled() and isinstance(widget, QPushButton))
                action.setToolTip(widget.toolTip())
                if isinstance(widget, QPushButton):
                    action.setCheckable(widget.isCheckable())
                    action.setChecked(widget.isChecked())
                    action.triggered.connect(widget.click)

    def _list(self, chooser: Chooser) -> None:
        inner = self.menu.addMenu(chooser.accessibleName())
        inner.setEnabled(chooser.isEnabled())
        for place in range(chooser.count()):
            action = inner.addAction(chooser.itemText(place).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(place == chooser.currentIndex())
            action.triggered.connect(partial(_choose, chooser, place))


def _choose(chooser: Chooser, place: int) -> None:
    chooser.setCurrentIndex(place)
    chooser.activated.emit(place)


def _size(widget: QWidget) -> QSize:
    return widget.sizeHint().expandedTo(widget.minimumSize()).boundedTo(widget.maximumSize())


def _name(widget: QWidget) -> str:
    """The words of a chip without the sign that it opens a menu."""
    text = widget.text() if isinstance(widget, QPushButton | QLabel) else ""
    return text.removesuffix("▾").strip() or widget.accessibleName()
