"""What stands beside the values of a cell in its dossier: its way to the rank, the notes on it, its edits."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from citeria_core.lineage import Lineage
from citeria_desktop.models.dossier import Dossier
from citeria_desktop.panels.inspector_cards import Card, HistoryCard
from citeria_desktop.panels.lineage_card import LineageCard
from citeria_desktop.panels.page import Page
from citeria_desktop.panels.words import Words

if TYPE_CHECKING:
    from citeria_core.model import Index


class DossierSide(Page):
    """Made anew whenever the cell is shown anew. `revert_wanted` asks for a step to be taken back."""

    revert_wanted = Signal(int)

    def __init__(
        self, shown: Dossier, index: "Index | None", followed: Lineage | None, revertible: frozenset[int]
    ) -> None:
        super().__init__()
        self.lineage: LineageCard | None = None
        if index is not None:
            self.section(self.tr("From the value to the rank"))
            self.lineage = LineageCard(shown, index, followed)
            self.lines.addWidget(self.lineage)
        if shown.notes:
            self.section(self.tr("Notes"))
            self.lines.addWidget(self._notes(shown))
        self.section(self.tr("Edits"))
        self.edits = HistoryCard(shown.history, revertible)
        self.edits.revert_wanted.connect(self.revert_wanted)
        self.lines.addWidget(self.edits)
        self.lines.addStretch(1)

    def _notes(self, shown: Dossier) -> Card:
        card = Card()
        scopes = {
            "cell": self.tr("on this cell and period"),
            "area_indicator": self.tr("on this cell in all periods"),
            "indicator_period": self.tr("on this indicator and period"),
            "indicator": self.tr("on this indicator"),
        }
        for scope, text in shown.notes:
            card.lines.addWidget(Words(text))
            card.lines.addWidget(Words(scopes.get(scope, self.tr("on this area")), "small"))
        return card
