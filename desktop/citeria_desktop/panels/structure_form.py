"""The form beside a structure tree: captions over fields, in a page that scrolls."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from citeria_desktop.panels.commit_fields import CommitLine, CommitText
from citeria_desktop.panels.weight_field import WeightField
from citeria_desktop.panels.words import Words


class StructureForm(QScrollArea):
    """Rows come in sections; a section is shown or hidden as a whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setMinimumWidth(292)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.page = QWidget()
        self.page.setObjectName("Surface")
        self.page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.lines = QVBoxLayout(self.page)
        self.lines.setContentsMargins(16, 12, 16, 16)
        self.lines.setSpacing(12)
        self.lines.addStretch(1)
        self.setWidget(self.page)

    @property
    def dirty(self) -> bool:
        """Whether something typed here is not stored yet."""
        return any(field.dirty for field in self._fields())

    def settle(self) -> None:
        """Store what was typed."""
        for field in self._fields():
            if field.dirty:
                field.commit()

    def section(self, title: str, *rows: tuple[str, QWidget]) -> QFrame:
        """Append a section of captioned fields; an empty caption gives the field the whole width."""
        frame = QFrame()
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if title:
            head = QLabel(title.upper())
            head.setProperty("role", "section")
            column.addWidget(head)
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(10)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        for caption, field in rows:
            if not caption:
                form.addRow(field)
                continue
            label = QLabel(caption)
            label.setProperty("role", "muted")
            label.setMinimumWidth(76)
            label.setBuddy(field)
            form.addRow(label, field)
        column.addLayout(form)
        self.lines.insertWidget(self.lines.count() - 1, frame)
        return frame

    def row_of_buttons(self, *buttons: QPushButton, hint: str = "") -> QFrame:
        """Append buttons side by side, with a line on what they do."""
        frame = QFrame()
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        if hint:
            column.addWidget(Words(hint, "small"))
        self.lines.insertWidget(self.lines.count() - 1, frame)
        return frame

    def _fields(self) -> list[CommitLine | CommitText | WeightField]:
        return [
            *self.page.findChildren(CommitLine),
            *self.page.findChildren(CommitText),
            *self.page.findChildren(WeightField),
        ]


def push(text: str, action: Callable[[], object]) -> QPushButton:
    """A button of a form; Tab reaches it, Enter presses it."""
    made = QPushButton(text)
    made.setAutoDefault(True)
    made.clicked.connect(lambda _checked=False: action())
    return made
