"""The groups that people gave, listed with their marks, members and story; a member's name selects it."""

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from citeria_desktop.painting import marks
from citeria_desktop.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Mapping

    from citeria_core.model import Group, Grouping


class Mark(QWidget):
    """The hollow mark of a given group."""

    def __init__(self, position: int, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._position = position
        self._theme = theme
        self.setFixedSize(QSize(18, 18))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The mark."""
        colour = self._theme.cluster(self._position)
        marks.draw_shape(QPainter(self), QPointF(8, 9), 6, self._position, colour, filled=False)


class GroupEntry(QWidget):
    """One group: mark and name, members, story."""

    chosen = Signal(str)

    def __init__(self, group: "Group", position: int, names: "Mapping[str, str]", theme: Theme) -> None:
        super().__init__()
        self._group, self._names, self._theme = group, names, theme
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(1, 1)
        name = QLabel(group.name)
        name.setProperty("role", "strong")
        self.members = QLabel()
        self.members.setTextFormat(Qt.TextFormat.RichText)
        self.members.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.members.linkActivated.connect(self.chosen)
        self.members.setAccessibleName(self.tr("Members of {name}").format(name=group.name))
        grid.addWidget(Mark(position, theme), 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(name, 0, 1)
        grid.addWidget(self.members, 1, 1)
        if group.story:
            story = QLabel(group.story)
            story.setProperty("role", "small")
            grid.addWidget(story, 2, 1)
        for label in self.findChildren(QLabel):
            label.setWordWrap(True)
        self.mark("")

    def mark(self, area: str) -> None:
        """Write the members, the selected one in bold."""
        told = []
        for code in self._group.members:
            colour, weight = (self._theme.accent, 600) if code == area else (self._theme.text, 400)
            style = f"color:{colour};font-weight:{weight};text-decoration:none"
            told.append(f'<a href="{escape(code)}" style="{style}">{escape(self._names.get(code, code))}</a>')
        self.members.setText(" · ".join(told))


class GivenGroups(QWidget):
    """All groups of one grouping."""

    chosen = Signal(str)  # area code

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries: list[GroupEntry] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)

    def show_grouping(self, grouping: "Grouping | None", names: "Mapping[str, str]", theme: Theme) -> None:
        """List the groups of `grouping`, or nothing."""
        for entry in self.entries:
            self._column.removeWidget(entry)
            entry.hide()
            entry.deleteLater()
        self.entries = []
        for position, group in enumerate(grouping.groups if grouping is not None else ()):
            entry = GroupEntry(group, position, names, theme)
            entry.chosen.connect(self.chosen)
            self._column.addWidget(entry)
            self.entries.append(entry)

    def mark(self, area: str) -> None:
        """Show which area is selected."""
        for entry in self.entries:
            entry.mark(area)
