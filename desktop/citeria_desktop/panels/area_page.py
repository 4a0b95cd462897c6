"""What the inspector shows of an area while none of its values is selected."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from citeria_core.model import CellReading
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.language.naming import name_of, second_name
from citeria_desktop.models.cell_look import GLYPHS, value_text
from citeria_desktop.panels.page import Page
from citeria_desktop.panels.words import Words, link


class AreaPage(Page):
    """Its names, its rank, and its values, each a way to the cell."""

    def __init__(self, bridge: SessionBridge, area: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        session = bridge.session
        held = session.project.areas.get(area)
        self.lines.addWidget(Words(" ".join(filter(None, (name_of(held), second_name(held)))), "title"))
        row = next((one for one in session.standing.rows if one.area == area), None) if session.standing else None
        if row is not None:
            present = self.tr("{0} of {1} values").format(row.present, row.total)
            ranked = f"{self.tr('rank {0}').format(row.label)} · {present}"
            self.lines.addWidget(Words(ranked if row.label else row.reason, "muted"))
        if held.note:
            self.lines.addWidget(Words(held.note, "small"))
        self.section(self.tr("Values"))
        table = QGridLayout()
        table.setContentsMargins(0, 0, 0, 0)
        table.setVerticalSpacing(6)
        table.setColumnStretch(0, 1)
        for row_number, indicator in enumerate(session.scope().indicators):
            shown = _shown(session.readings.get((area, indicator.code)))
            go = link(shown, partial(bridge.select, area, indicator.code), f"{indicator.name}: {shown}")
            table.addWidget(Words(indicator.name), row_number, 0)
            table.addWidget(go, row_number, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self.lines.addLayout(table)
        self.lines.addStretch(1)


def _shown(reading: CellReading | None) -> str:
    if reading is None or (reading.shown is None and not reading.text):
        return GLYPHS.get(reading.reason, "·") if reading is not None and reading.reason is not None else "·"
    return value_text(reading.shown, reading.text, reading.qualifier, reading.low, reading.high)
