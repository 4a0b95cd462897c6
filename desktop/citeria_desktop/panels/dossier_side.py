"""What stands beside the values of a cell in its dossier: its way to the rank, the notes on it, its edits."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from citeria_core.effects import Effect
from citeria_core.lineage import Lineage
from citeria_core.parse import format_number
from citeria_desktop.models.dossier import Dossier, Event
from citeria_desktop.models.effect_words import effect_words
from citeria_desktop.panels.inspector_cards import Card, HistoryCard
from citeria_desktop.panels.lineage_card import LineageCard
from citeria_desktop.panels.page import Block, Page, section
from citeria_desktop.panels.words import Words

if TYPE_CHECKING:
    from citeria_core.model import Index


class DossierSide(Page):
    """Shows one cell after another. `revert_wanted` asks for a step to be taken back."""

    revert_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.lineage: LineageCard | None = None
        self.edits: HistoryCard | None = None

    def show_dossier(
        self,
        shown: Dossier,
        index: "Index | None",
        followed: Lineage | None,
        supposed: tuple[Effect, ...],
        revertible: frozenset[int],
    ) -> None:
        """Show what is known of a cell now.

        Its way through `index`, what hangs on it, and which of its steps can be taken back.
        """
        blocks = []
        if index is None:
            self.lineage = None
        else:
            way = shown.area, shown.indicator, shown.period, shown.in_use, shown.reading, index.nodes, followed
            blocks.append(section("way", self.tr("From the value to the rank")))
            told = shown, index, followed
            blocks.append(Block("way", way, lambda: [self._way(*told)], lambda card: card.show_way(*told)))
        if supposed:
            blocks.append(section("supposed", self.tr("What hangs on it")))
            hanging = shown.area, supposed
            blocks.append(Block("supposed", hanging, lambda: [self._supposed(shown, supposed)]))
        if shown.notes:
            blocks.append(section("notes", self.tr("Notes")))
            blocks.append(Block("notes", shown.notes, lambda: [self._notes(shown)]))
        blocks.append(section("edits", self.tr("Edits")))
        steps = shown.history, revertible
        blocks.append(Block("edits", steps, lambda: [self._edits(*steps)], lambda card: card.show_history(*steps)))
        self.stack.show(blocks)

    def _way(self, shown: Dossier, index: "Index", followed: Lineage | None) -> LineageCard:
        self.lineage = LineageCard()
        self.lineage.show_way(shown, index, followed)
        return self.lineage

    def _supposed(self, shown: Dossier, supposed: tuple[Effect, ...]) -> Card:
        card = Card()
        for effect in supposed:
            told = effect_words(effect, shown.area.code)
            if effect.value is None:
                card.lines.addWidget(Words(self.tr("Without this value: {effect}").format(effect=told)))
            else:
                value = format_number(effect.value)
                card.lines.addWidget(Words(self.tr("If it were {value}: {effect}").format(value=value, effect=told)))
        return card

    def _edits(self, history: tuple[Event, ...], revertible: frozenset[int]) -> HistoryCard:
        self.edits = HistoryCard(history, revertible)
        self.edits.revert_wanted.connect(self.revert_wanted)
        return self.edits

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
