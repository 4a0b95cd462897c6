"""How well two partitions of the same areas agree, in figures and in plain words."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from citeria_core.cluster_reading import Accord, accord
from citeria_desktop.figures import fixed

if TYPE_CHECKING:
    from citeria_core.agreement import Agreement


class AgreementCard(QFrame):
    """A title, over how many areas, and four figures, each with the word that it comes to."""

    def __init__(self, title: str, held: "Agreement", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "plain")
        self.setAccessibleName(title)
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 10, 12, 10)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        head = QLabel(title)
        head.setWordWrap(True)
        head.setProperty("role", "strong")
        areas = QLabel(self.tr("{count} areas in both").format(count=held.areas))
        areas.setProperty("role", "small")
        grid.addWidget(head, 0, 0)
        grid.addWidget(areas, 0, 1, 1, 2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self.figures: dict[str, str] = {}
        for row, (key, name, value, hint) in enumerate(self._lines(held), 1):
            self.figures[key] = f"{fixed(value, 2)} {self.judge(value)}"
            self._add(grid, row, name, value, hint)

    def judge(self, value: float) -> str:
        """The plain word for an agreement between 0 and 1."""
        return {
            Accord.FULL: self.tr("yes"),
            Accord.NEAR: self.tr("nearly"),
            Accord.PART: self.tr("partly"),
            Accord.NO: self.tr("no"),
        }[accord(value)]

    def _lines(self, held: "Agreement") -> tuple[tuple[str, str, float, str], ...]:
        return (
            (
                "homogeneity",
                self.tr("nested in them (homogeneity)"),
                held.homogeneity,
                self.tr("1 when every cluster of the first lies inside one of the second"),
            ),
            (
                "completeness",
                self.tr("keeps them whole (completeness)"),
                held.completeness,
                self.tr("1 when every cluster of the second lies inside one of the first"),
            ),
            (
                "ari",
                self.tr("the same partition (adjusted Rand)"),
                held.ari,
                self.tr("1 for the same partition, about 0 for chance"),
            ),
            (
                "ami",
                self.tr("shared information (adjusted)"),
                held.ami,
                self.tr("1 for the same partition, about 0 for chance; counts what one tells of the other"),
            ),
        )

    def _add(self, grid: QGridLayout, row: int, name: str, value: float, hint: str) -> None:
        words, figure, word = QLabel(name), QLabel(fixed(value, 2)), QLabel(self.judge(value))
        words.setWordWrap(True)
        figure.setProperty("role", "strong")
        word.setProperty("role", "strong")
        for label in (words, figure, word):
            label.setToolTip(hint)
        grid.addWidget(words, row, 0)
        grid.addWidget(figure, row, 1, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(word, row, 2)
        grid.setColumnMinimumWidth(2, 44)
