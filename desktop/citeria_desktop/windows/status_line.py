"""The line at the foot: what the last step did, what is selected, what is computed, and that everything is saved."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget


class StatusLine(QFrame):
    """Consequence left, selection in the middle, a job under way and the state of the file right."""

    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("StatusLine")
        self.setFixedHeight(28)
        self._what, self._why = QLabel(), QLabel()
        self._what.setProperty("role", "strong")
        self._why.setProperty("role", "muted")
        self._selection, self._state = QLabel(), QLabel()
        self._selection.setProperty("role", "muted")
        self._state.setProperty("role", "muted")
        for label in (self._what, self._why):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._why.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._job = QLabel()
        self._job.setProperty("role", "muted")
        self.stop = QPushButton("×")
        self.stop.setProperty("kind", "ghost")
        self.stop.setFixedSize(22, 22)
        self.stop.setAccessibleName(self.tr("Stop computing"))
        self.stop.setToolTip(self.tr("Stop computing"))
        self.stop.clicked.connect(self.stop_wanted)
        self.stop.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(6)
        row.addWidget(self._what)
        row.addWidget(self._why, 3)
        row.addWidget(self._selection)
        row.addStretch(2)
        row.addWidget(self._job)
        row.addWidget(self.stop)
        row.addWidget(self._state)

    @property
    def message(self) -> str:
        """What the line says of the last step."""
        return " ".join(filter(None, (self._what.text(), self._why.text())))

    @property
    def consequence(self) -> str:
        """What the line says of the last step, without the reason."""
        return self._what.text()

    @property
    def selection(self) -> str:
        """What it says of the selection."""
        return self._selection.text()

    @property
    def state(self) -> str:
        """What it says of the file."""
        return self._state.text()

    def tell(self, message: str) -> None:
        """Tell the consequence of a step; what stands in brackets at its end is its reason."""
        what, bracket, why = message.rpartition(" (") if message.endswith(")") else (message, "", "")
        self._what.setText(what)
        self._why.setText(f"({why}" if bracket else "")
        self.setAccessibleName(message)

    def summarise(self, text: str) -> None:
        """Say what is selected."""
        self._selection.setText(self.tr("selection: {0}").format(text) if text else "")

    def tell_job(self, told: tuple[str, int | None] | None) -> None:
        """Say what is computed in the background and how many per cent are done, if that is known; None: nothing is."""
        name, share = told or ("", None)
        words = self.tr("{job}…") if share is None else self.tr("{job} {share} %")
        self._job.setText(words.format(job=name, share=share) if name else "")
        self.stop.setVisible(told is not None)

    @property
    def job(self) -> str:
        """What it says of the work in the background."""
        return self._job.text()

    def set_state(self, text: str, tip: str = "") -> None:
        """Say how it stands with the file."""
        self._state.setText(text)
        self._state.setToolTip(tip)
