"""The verdicts of reviewers on the values of a cell, as blocks of its page, and what is done with them."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from citeria_core.model import Observation
from citeria_core.verdict import Verdict
from citeria_db.verdict_operations import withdraw_verdict
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.dialogs.verdict import AnswerDialog, GiveVerdictDialog
from citeria_desktop.models.dossier import Dossier
from citeria_desktop.panels.page import Block, section
from citeria_desktop.panels.verdict_card import VerdictCard
from citeria_desktop.panels.words import Words, link


class CellVerdicts(QObject):
    """`around` is where its dialogs open. `entry_wanted` asks for a value that a reviewer proposes to be entered."""

    entry_wanted = Signal(str)

    def __init__(self, bridge: SessionBridge, around: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._around = around
        self._writable = not bridge.session.project.read_only

    def blocks(self, shown: Dossier, *, told_if_none: bool) -> Iterator[Block]:
        """What reviewers hold of the values; where nobody holds anything nothing, unless `told_if_none`."""
        held = {one.id: one for one in shown.observations}
        if not held or not (shown.verdicts or told_if_none):
            return
        yield section("verdicts", self.tr("Verdicts"))
        if not shown.verdicts:
            nobody = self.tr("No reviewer has judged this value yet.")
            yield Block("nobody judged", nobody, lambda: [Words(nobody, "muted")])
        for verdict in shown.verdicts:
            judged = verdict, held[verdict.observation]
            yield Block(f"verdict {verdict.id}", judged, partial(self._card, *judged))
        if self._writable:
            words = self.tr("Keep a reviewer's verdict…")
            ask = partial(self.ask, shown.observations)
            yield Block("judge", shown.observations, lambda: [link(words, ask)])

    def ask(self, values: tuple[Observation, ...]) -> None:
        """Ask what a reviewer holds of one of these values."""
        if self._writable and values:
            GiveVerdictDialog(self._bridge, values, self._around).open()

    def _card(self, verdict: Verdict, observation: Observation) -> list[VerdictCard]:
        card = VerdictCard(verdict, observation, writable=self._writable)
        card.answer_wanted.connect(lambda asked: AnswerDialog(self._bridge, asked, self._around).open())
        card.withdrawal_wanted.connect(lambda id_: self._bridge.run(withdraw_verdict, id_))
        card.entry_wanted.connect(self.entry_wanted)
        return [card]
