"""The foot of a dialog: to the right, what it does, and before it the way out."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton


class Foot(QHBoxLayout):
    """`act` is the button that does what the dialog is for; Enter presses it too, if `on_enter`."""

    def __init__(self, cancel: QPushButton, act: QPushButton, *, on_enter: bool = True) -> None:
        super().__init__()
        cancel.setProperty("kind", "ghost")
        cancel.setAutoDefault(False)
        act.setProperty("kind", "primary")
        act.setAutoDefault(on_enter)
        act.setDefault(on_enter)
        self.setSpacing(8)
        self.addStretch(1)
        self.addWidget(cancel)
        self.addWidget(act)
