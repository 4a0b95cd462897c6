"""What the inspector shows of an area while none of its values is selected."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from citeria_core.model import CellReading
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.language.naming import name_of, second_name
from citeria_desktop.models.cell_look import GLYPHS, value_text
from citeria_desktop.panels.page import Block, Page, section
from citeria_desktop.panels.words import Words
from citeria_desktop.pointing import CellLink


class AreaPage(Page):
    """Its names, its rank, and its values, each a way to the cell."""

    def __init__(self, bridge: SessionBridge, area: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.area = area

    def show_area(self) -> None:
        """Show what is known of the area now."""
        held = self._bridge.session.project.areas.get(self.area)
        about = (
            (" ".join(filter(None, (name_of(held), second_name(held)))), "title"),
            (self._rank(), "muted"),
            (held.note, "small"),
        )
        blocks = [Block(look, text, partial(_words, text, look)) for text, look in about if text]
        values = self._values()
        table = Block("values", values, lambda: [self._table(values)])
        self.stack.show([*blocks, section("values", self.tr("Values")), table])

    def _rank(self) -> str:
        session = self._bridge.session
        row = next((one for one in session.standing.rows if one.area == self.area), None) if session.standing else None
        if row is None:
            return ""
        present = self.tr("{0} of {1} values").format(row.present, row.total)
        ranked = f"{self.tr('rank {0}').format(row.label)} · {present}"
        return ranked if row.label else row.reason

    def _values(self) -> list[tuple[str, str, str]]:
        """Code and name of every indicator, and the value as it is shown."""
        session = self._bridge.session
        return [
            (one.code, one.name, _shown(session.readings.get((self.area, one.code))))
            for one in session.scope().indicators
        ]

    def _table(self, values: list[tuple[str, str, str]]) -> QWidget:
        held = QWidget()
        table = QGridLayout(held)
        table.setContentsMargins(0, 0, 0, 0)
        table.setVerticalSpacing(6)
        table.setColumnStretch(0, 1)
        for row, (code, name, shown) in enumerate(values):
            go = CellLink(shown, (self.area, code), f"{name}: {shown}")
            go.wanted.connect(self._bridge.select)
            table.addWidget(Words(name), row, 0)
            table.addWidget(go, row, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        return held


def _words(text: str, look: str) -> list[QWidget]:
    return [Words(text, look)]


def _shown(reading: CellReading | None) -> str:
    if reading is None or (reading.shown is None and not reading.text):
        return GLYPHS.get(reading.reason, "·") if reading is not None and reading.reason is not None else "·"
    return value_text(reading.shown, reading.text, reading.qualifier, reading.low, reading.high)
