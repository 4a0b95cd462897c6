"""The first page: what this is, the sample, a new project, the files opened last; and what was wrong with a file."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from citeria_desktop.icons import icon, pixmap
from citeria_desktop.panels.words import Words
from citeria_desktop.theme import Theme, font

SUFFIX = ".citeria"


class RecentRow(QWidget):
    """One file opened before: its name opens it; a file that is gone is grey and can be taken off."""

    opened = Signal(object)  # Path
    forgotten = Signal(object)  # Path

    def __init__(self, path: Path, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        there = path.exists()
        self.name = QPushButton(path.stem)
        self.name.setProperty("kind", "link")
        self.name.setEnabled(there)
        self.name.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.name.setAccessibleName(self.tr("Open {0}").format(path))
        self.name.clicked.connect(lambda: self.opened.emit(path))
        place = QLabel(str(path.parent) if there else self.tr("no longer in {0}").format(path.parent))
        place.setProperty("role", "small")
        place.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        place.setToolTip(str(path))
        self.forget = QToolButton()
        self.forget.setProperty("kind", "ghost")
        self.forget.setIcon(icon("x", theme.colour("muted"), 14))
        self.forget.setIconSize(QSize(14, 14))
        self.forget.setToolTip(self.tr("Take off this list"))
        self.forget.setAccessibleName(self.tr("Take {0} off the list").format(path.stem))
        self.forget.clicked.connect(lambda: self.forgotten.emit(path))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(place)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.addLayout(words, 1)
        row.addWidget(self.forget, 0, Qt.AlignmentFlag.AlignTop)


class WelcomeView(QWidget):
    """What stands in the window while no project is open."""

    open_requested = Signal(object)  # Path
    sample_requested = Signal()
    new_requested = Signal()
    browse_requested = Signal()
    forget_requested = Signal(object)  # Path

    def __init__(self, theme: Theme, recent: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Welcome"))
        self.setAcceptDrops(True)
        self._theme = theme
        self._recent = list(recent)
        self.rows: list[RecentRow] = []
        self._build()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of another theme."""
        self._theme = theme
        self._sign.setPixmap(pixmap("circle-alert", theme.colour("bad"), 16, 2))
        for button, name in zip(
            (self.sample, self.new, self.browse), ("flask-conical", "file-plus", "folder-open"), strict=True
        ):
            button.setIcon(icon(name, theme.colour("on_accent" if button is self.sample else "muted")))
        self.show_recent(self._recent)

    def show_recent(self, recent: Sequence[Path]) -> None:
        """List the files opened last."""
        self._recent = list(recent)
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = [RecentRow(path, self._theme) for path in self._recent]
        for row in self.rows:
            row.opened.connect(self.open_requested)
            row.forgotten.connect(self.forget_requested)
            self._list.addWidget(row)
        if not self.rows:
            self._list.addWidget(Words(self.tr("Projects you open will be listed here."), "muted"))
        self._list.addStretch(1)

    def say(self, message: str) -> None:
        """Show why a file could not be opened; an empty text takes the message away."""
        self.message.setText(message)
        self._alert.setVisible(bool(message))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a project file."""
        if dropped_project(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the file that was dropped."""
        path = dropped_project(event)
        if path is not None:
            event.acceptProposedAction()
            self.open_requested.emit(path)

    def _build(self) -> None:
        title = QLabel("Citeria")
        title.setFont(font(34))
        title.setStyleSheet("font-size: 34px; font-weight: 600;")
        sentence = Words(self.tr("Maintain an index of cities: every number cited, every rank explained."), "muted")
        sentence.setStyleSheet("font-size: 15px;")
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(title)
        column.addWidget(sentence)
        column.addSpacing(16)
        column.addWidget(self._build_alert())
        column.addSpacing(8)
        below = QHBoxLayout()
        below.setSpacing(48)
        below.addLayout(self._build_start(), 0)
        below.addLayout(self._build_recent(), 1)
        column.addLayout(below)
        column.addStretch(3)
        middle = QWidget()
        middle.setMaximumWidth(720)
        middle.setLayout(column)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(32, 16, 32, 16)
        outer.addStretch(1)
        outer.addWidget(middle, 8)
        outer.addStretch(1)

    def _build_alert(self) -> QFrame:
        self._alert = QFrame()
        self._alert.setProperty("card", "warn")
        self._sign = QLabel()
        self.message = Words()
        row = QHBoxLayout(self._alert)
        row.setContentsMargins(12, 10, 12, 10)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.message, 1)
        self._alert.hide()
        return self._alert

    def _build_start(self) -> QVBoxLayout:
        self.sample = QPushButton(self.tr("Open the sample project"))
        self.sample.setProperty("kind", "primary")
        self.new = QPushButton(self.tr("New project…"))
        self.browse = QPushButton(self.tr("Open…"))
        self.sample.clicked.connect(self.sample_requested)
        self.new.clicked.connect(self.new_requested)
        self.browse.clicked.connect(self.browse_requested)
        start = QVBoxLayout()
        start.setSpacing(8)
        start.addWidget(_head(self.tr("Start")))
        for button in (self.sample, self.new, self.browse):
            button.setMinimumWidth(220)
            button.setMinimumHeight(32)
            start.addWidget(button)
        hint = QLabel(self.tr("or drop a *.citeria file here"))
        hint.setProperty("role", "small")
        start.addWidget(hint)
        start.addStretch(1)
        return start

    def _build_recent(self) -> QVBoxLayout:
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        recent = QVBoxLayout()
        recent.setSpacing(8)
        recent.addWidget(_head(self.tr("Recent")))
        recent.addLayout(self._list, 1)
        return recent


def _head(text: str) -> QLabel:
    label = QLabel(text.upper())
    label.setProperty("role", "section")
    return label


def dropped_project(event: QDropEvent) -> Path | None:
    """The first project file among what is dragged."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return next((path for path in paths if path.suffix == SUFFIX), None)
