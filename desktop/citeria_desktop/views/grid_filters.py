"""The row of filters under the headings: one line of text a column, in step with the columns wherever they go."""

from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from citeria_desktop.language.phrases import error_words
from citeria_desktop.models.filtering import FORMS, BadFilterError
from citeria_desktop.models.grid_model import GridModel
from citeria_desktop.theme import font
from citeria_desktop.views.grid_header import GridHeader

HEIGHT: Final = 32


class FilterLine(QLineEdit):
    """The filter of one column. Enter and Down go into the rows, Escape takes the filter away."""

    left = Signal()

    def __init__(self, code: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.code = code
        self.setFont(font(12))
        self.setPlaceholderText(self.tr("Filter"))
        self.setClearButtonEnabled(False)
        self.setStyleSheet("padding: 2px 5px;")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that leave the line."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.textEdited.emit("")
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class FilterRow(QObject):
    """Lines over the foot of one header, made when they are first shown."""

    left = Signal()

    def __init__(self, header: GridHeader, model: GridModel, *, names: bool) -> None:
        super().__init__(header)
        self._header = header
        self._model = model
        self._names = names
        self.lines: dict[str, FilterLine] = {}
        self.shown = False
        header.sectionResized.connect(self.place)
        header.geometriesChanged.connect(self.place)
        header.placed.connect(self.place)
        model.modelReset.connect(self.take)

    def show(self, shown: bool) -> None:
        """Show or hide the row."""
        self.shown = shown
        self._header.set_foot(HEIGHT if shown else 0)
        self.take()

    def take(self) -> None:
        """Have a line for every column, with the text of its filter."""
        if not self.shown:
            for line in self.lines.values():
                line.hide()
            return
        filters = self._model.filters
        for code in self._codes():
            if code not in self.lines:
                self._make(code)
            line = self.lines[code]
            if line.text() != filters.get(code, "") and not line.hasFocus():
                line.setText(filters.get(code, ""))
        self.place()

    def place(self) -> None:
        """Put each line under its column."""
        if not self.shown:
            return
        codes = {code: section for section, code in enumerate(self._codes(), 0 if self._names else 1)}
        top = self._header.height() - HEIGHT + 3
        for code, line in self.lines.items():
            section = codes.get(code)
            if section is None or self._header.isSectionHidden(section):
                line.hide()
                continue
            left, width = self._header.sectionViewportPosition(section), self._header.sectionSize(section)
            line.setGeometry(left + 3, top, max(30, width - 6), HEIGHT - 7)
            line.setVisible(left + width > 0 and left < self._header.width())

    def _codes(self) -> list[str]:
        return [""] if self._names else [indicator.code for indicator in self._model.indicators]

    def _make(self, code: str) -> None:
        line = FilterLine(code, self._header)
        named = next((one.name for one in self._model.indicators if one.code == code), self.tr("Area"))
        line.setAccessibleName(self.tr("Filter of {0}").format(named))
        line.setToolTip(FORMS)
        line.textEdited.connect(lambda text: self._filter(line, text))
        line.left.connect(self.left)
        self.lines[code] = line

    def _filter(self, line: FilterLine, text: str) -> None:
        try:
            self._model.filter(line.code, text)
            told = FORMS
        except BadFilterError as error:  # perhaps not typed to its end
            told = error_words(error)
        line.setToolTip(told)
        line.setAccessibleDescription("" if told == FORMS else told)
