"""The rail at the left: the views, one button each."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QAction, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from citeria_desktop.models.carried import SOURCE

_PATIENCE_MS: Final = 400
_LOWEST, _HIGHEST = 44, 52  # pixels of a button


class Rail(QFrame):
    """Buttons of the actions that choose a view."""

    def __init__(self, actions: Iterable[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Rail")
        self.setFixedWidth(76)
        self.setAccessibleName(self.tr("Views"))
        self.setAcceptDrops(True)
        self._opening: QToolButton | None = None  # what a source is held over
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(0)
        self.buttons = []
        for action in actions:
            button = QToolButton()
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setIconSize(QSize(20, 20))
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            button.setMinimumHeight(_LOWEST)
            button.setMaximumHeight(_HIGHEST)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            column.addWidget(button, 1000)  # each its full height before the ground below has any
            self.buttons.append(button)
        column.addStretch(1)
        if self.buttons:
            self.setFocusProxy(self.buttons[0])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A source may be dragged to a view: held over its button for a moment, the view opens."""
        event.setAccepted(event.mimeData().hasFormat(SOURCE))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Wait over a button; nothing can be dropped here."""
        below = self.childAt(event.position().toPoint())
        button = below if isinstance(below, QToolButton) else None
        if button is not self._opening:
            self._opening = button
            self._patience.start()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Gone again before anything opened."""
        self._patience.stop()
        self._opening = None

    def _open(self) -> None:
        if self._opening is not None:
            self._opening.defaultAction().trigger()
