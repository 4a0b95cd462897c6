"""Lines of words with a figure behind each, in two columns; told anew, only those change that say something else."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from citeria_desktop.panels.words import Words, level
from citeria_desktop.theme import font


class FigureLines(QWidget):
    """As many lines as are told; `least` is how wide the column of figures is at least, in pixels."""

    def __init__(self, least: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[tuple[Words, QLabel]] = []
        self._table = QGridLayout(self)
        self._table.setContentsMargins(0, 0, 0, 0)
        self._table.setVerticalSpacing(8)
        self._table.setColumnStretch(0, 1)
        self._table.setColumnMinimumWidth(1, least)

    def tell(self, rows: Sequence[tuple[str, str]]) -> None:
        """Show these words, each with its figure."""
        while len(self._lines) > len(rows):
            for widget in self._lines.pop():
                self._table.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        while len(self._lines) < len(rows):
            self._add()
        for (words, figure), (said, number) in zip(self._lines, rows, strict=True):
            if (words.said, figure.text()) != (said, number):
                words.setText(said)
                figure.setText(number)
                level(figure, words)

    def _add(self) -> None:
        figure = QLabel()
        figure.setTextFormat(Qt.TextFormat.PlainText)
        figure.setProperty("role", "strong")
        figure.setFont(font())
        figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        words, row = Words(), len(self._lines)
        self._lines.append((words, figure))
        for column, widget in enumerate((words, figure)):
            self._table.addWidget(widget, row, column)
            if self.isVisible():
                widget.show()  # now: the layout would show it only after the page has got its height
