"""A reviewer's verdict on a value: what was said of which value, what was answered, and what can be done about it."""

from PySide6.QtCore import Signal

from citeria_core.model import Observation
from citeria_core.verdict import Ruling, Verdict
from citeria_desktop.models.verdict_words import circumstances, headline
from citeria_desktop.panels.inspector_cards import Card
from citeria_desktop.panels.words import Words, line, link


class VerdictCard(Card):
    """One verdict on `observation` as that stands now."""

    answer_wanted = Signal(object)  # Verdict
    entry_wanted = Signal(str)  # the value that is proposed
    withdrawal_wanted = Signal(str)  # verdict id

    def __init__(self, verdict: Verdict, observation: Observation, *, writable: bool) -> None:
        super().__init__("warn" if verdict.open else "plain")
        self.lines.addWidget(Words(headline(verdict), "strong"))
        self.lines.addWidget(Words(circumstances(verdict, observation), "small"))
        if verdict.comment:
            self.lines.addWidget(Words(verdict.comment))
        if verdict.stale(observation):
            stale = self.tr("The value was changed since. What was judged: {judged}")
            self.lines.addWidget(Words(stale.format(judged=verdict.judged), "warn"))
        if verdict.answer:
            answered = self.tr("{name} answered: {answer}").format(name=verdict.answered_by, answer=verdict.answer)
            self.lines.addWidget(Words(answered))
        elif verdict.open:
            self.lines.addWidget(Words(self.tr("Waits for an answer"), "muted"))
        if writable:
            self._offer(verdict)

    def _offer(self, verdict: Verdict) -> None:
        links = []
        if verdict.ruling is not Ruling.ACCEPT:
            words = self.tr("Change the answer") if verdict.answer else self.tr("Answer")
            named = self.tr("Answer the verdict of {0}").format(verdict.reviewer)
            links.append(link(words, lambda: self.answer_wanted.emit(verdict), named))
        if verdict.ruling is Ruling.PROPOSE:
            named = self.tr("Enter {0} as another value").format(verdict.proposed)
            links.append(link(self.tr("Enter this value"), lambda: self.entry_wanted.emit(verdict.proposed), named))
        named = self.tr("Withdraw the verdict of {0}").format(verdict.reviewer)
        links.append(link(self.tr("Withdraw"), lambda: self.withdrawal_wanted.emit(verdict.id), named))
        self.lines.addLayout(line(*links, spacing=4))
