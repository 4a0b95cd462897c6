"""The way of a value to the rank of its area, a line a step: stages, weights up the tree, what it adds."""

import math
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from citeria_core.lineage import Lineage
from citeria_core.model import Index
from citeria_core.parse import format_number
from citeria_desktop.figures import fixed, ranked, signed
from citeria_desktop.language.naming import name_of
from citeria_desktop.models.dossier import Dossier
from citeria_desktop.panels.figure_lines import FigureLines
from citeria_desktop.panels.inspector_cards import Card, why_not, why_unequal
from citeria_desktop.panels.words import Words

translate = QCoreApplication.translate
_LEAST: Final = 70  # pixels of the column of figures


class LineageCard(Card):
    """From the words of the source down to the rank, as the engine went; says why where the value does not count."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("plain", parent)
        self.rows: tuple[tuple[str, str], ...] = ()
        self._table = FigureLines(_LEAST)
        self._instead = Words("", "muted")  # why it does not count
        self._unequal = Words("", "small")  # why the figures above do not multiply
        for widget in (self._table, self._instead, self._unequal):
            self.lines.addWidget(widget)

    def show_way(self, shown: Dossier, index: Index, followed: Lineage | None) -> None:
        """Show the way of the value of a cell through `index` now."""
        self.rows = lineage_rows(shown, index, followed)
        self._table.tell(self.rows)
        counts = followed is not None and not math.isnan(followed.stages[-1].value) and not math.isnan(followed.score)
        unequal = (
            why_unequal(followed.method, multiplies=followed.multiplies) if followed is not None and counts else ""
        )
        self._instead.setText("" if counts else why_not(shown))
        self._instead.setVisible(not counts)
        self._unequal.setText(unequal)
        self._unequal.setVisible(bool(unequal))


def lineage_rows(shown: Dossier, index: Index, followed: Lineage | None) -> tuple[tuple[str, str], ...]:
    """The steps in words, each with its figure."""
    printed = shown.in_use.printed if shown.in_use is not None else ""
    head = ((translate("Lineage", "as printed"), f"“{printed}”"),) if printed else ()
    if followed is None:
        return head
    names = {node.code: node.name for node in index.nodes}
    stages = [(_stage(one.name), format_number(one.value) or "–") for one in followed.stages[:-1]]
    leaf = next(node for node in index.nodes if node.code == followed.leaf)
    less = translate("Lineage", "→ normalised, less is better")
    normalised = translate("Lineage", "→ normalised") if leaf.direction > 0 else less
    weight = translate("Lineage", "× weight of {part} in {whole}")
    weights = [
        (weight.format(part=names[one.node], whole=names[one.parent]), fixed(one.weight, 3)) for one in followed.shares
    ]
    together = (translate("Lineage", "all weights together"), fixed(followed.effective, 3))
    return (
        *head,
        *stages,
        (normalised, fixed(followed.stages[-1].value, 2)),
        *weights,
        *([together] if len(weights) > 1 else []),
        (
            translate("Lineage", "adds to the score of {area}").format(area=name_of(shown.area)),
            signed(followed.adds, 2),
        ),
        (translate("Lineage", "the score"), fixed(followed.score, 2)),
        (translate("Lineage", "the rank"), ranked(followed.rank)),
    )


def _stage(name: str) -> str:
    if name == "raw":
        return translate("Lineage", "the number the index reads")
    if name == "denominated":
        return translate("Lineage", "→ divided by its denominator")
    if name == "imputed":
        return translate("Lineage", "→ filled in by the recipe")
    return translate("Lineage", "→ treated for outliers")
