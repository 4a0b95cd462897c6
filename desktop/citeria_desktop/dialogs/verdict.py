"""Keep what a reviewer holds of a value, and what was answered; the dialog stays open and says what is wrong."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFormLayout, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from citeria_core.errors import KnownError
from citeria_core.model import Observation
from citeria_core.verdict import Ruling, Side, Verdict
from citeria_db.verdict_operations import answer_verdict, give_verdict
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.dialogs.foot import Foot
from citeria_desktop.language.phrases import error_words, say
from citeria_desktop.models.verdict_words import RULINGS, SIDES, headline, value_words
from citeria_desktop.panels.chooser import Chooser
from citeria_desktop.panels.words import Words

_Word = TypeVar("_Word", Ruling, Side)
_COMMENT_HEIGHT = 88


class _VerdictForm(QDialog):
    """Fields, what is wrong below them, and a foot; Ctrl+Enter does what the button does."""

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fields = QFormLayout()
        self.fields.setSpacing(8)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Why; the history keeps it"))
        self.why = Words(role="warn")
        self.why.hide()
        self.act = QPushButton()
        self.act.setToolTip(self.tr("Ctrl+Enter"))
        self.act.clicked.connect(self.accept)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.accept)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(self.fields)
        column.addWidget(self.why)
        column.addLayout(Foot(cancel, self.act, on_enter=False))
        self.setMinimumWidth(460)

    def add(self, words: str, field: QWidget) -> None:
        """Put a field under those that are there; its words are also its name."""
        field.setAccessibleName(words)
        label = QLabel(words)
        label.setBuddy(field)
        self.fields.addRow(label, field)

    def ask_reason(self) -> None:
        """Put the reason below the other fields."""
        self.add(self.tr("Reason"), self.reason)

    def send(self, work: Callable[[], object]) -> None:
        """Do it and close; what cannot be done is said, and nothing is lost."""
        try:
            with self._bridge.session.project.because(self.reason.text()):
                work()
        except KnownError as error:
            self.why.setText(error_words(error))
            self.why.show()
            return
        super().accept()


class GiveVerdictDialog(_VerdictForm):
    """The verdict of a reviewer on one of the values of a cell, the one in use first."""

    def __init__(self, bridge: SessionBridge, values: Sequence[Observation], parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.setWindowTitle(self.tr("A reviewer's verdict"))
        self.act.setText(self.tr("Keep this verdict"))
        self.value = Chooser()
        for one in values:
            used = self.tr(" (in use)") if one.preferred else ""
            self.value.addItem(f"{value_words(one)}{used}", one.id)
        self.ruling = _choices(RULINGS)
        self.proposed = QLineEdit()
        self.proposed.setPlaceholderText(self.tr("As printed: 12.5, > 3, 10–20"))
        self.wrong = _choices(SIDES)
        self.comment = QPlainTextEdit()
        self.comment.setTabChangesFocus(True)
        self.comment.setFixedHeight(_COMMENT_HEIGHT)
        self.reviewer, self.given = QLineEdit(), QLineEdit(date.today().isoformat())
        known = bridge.session.project.verdicts.all()
        self.reviewer.setText(known[-1].reviewer if known else "")
        self.add(self.tr("Value"), self.value)
        self.add(self.tr("Reviewer"), self.reviewer)
        self.add(self.tr("Verdict"), self.ruling)
        self.add(self.tr("Proposed value"), self.proposed)
        self.add(self.tr("Comment"), self.comment)
        self.add(self.tr("Who is wrong"), self.wrong)
        self.add(self.tr("Given on"), self.given)
        self.ask_reason()
        self.ruling.currentIndexChanged.connect(self._adapt)
        self._adapt()
        (self.ruling if self.reviewer.text() else self.reviewer).setFocus()

    def accept(self) -> None:
        """Keep the verdict."""
        ruling = Ruling(self.ruling.currentData())
        proposed = self.proposed.text() if ruling is Ruling.PROPOSE else ""
        self.send(
            lambda: self._bridge.session.run(
                give_verdict,
                self.value.currentData(),
                ruling,
                self.reviewer.text(),
                self.given.text(),
                self.comment.toPlainText(),
                proposed,
                Side(self.wrong.currentData()),
            )
        )

    def _adapt(self) -> None:
        self.proposed.setEnabled(self.ruling.currentData() == Ruling.PROPOSE.value)


class AnswerDialog(_VerdictForm):
    """What the project answers to a verdict; an empty answer takes it back."""

    def __init__(self, bridge: SessionBridge, verdict: Verdict, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._verdict = verdict
        self.setWindowTitle(self.tr("Answer {0}").format(verdict.reviewer))
        self.act.setText(self.tr("Keep this answer"))
        asked = ": ".join(part for part in (headline(verdict), verdict.comment) if part)
        self.fields.addRow(Words(asked, "muted"))
        self.answer = QPlainTextEdit(verdict.answer)
        self.answer.setTabChangesFocus(True)
        self.answer.setFixedHeight(_COMMENT_HEIGHT)
        self.add(self.tr("Answer"), self.answer)
        self.ask_reason()
        self.answer.setFocus()

    def accept(self) -> None:
        """Keep the answer."""
        self.send(lambda: self._bridge.session.run(answer_verdict, self._verdict.id, self.answer.toPlainText().strip()))


def _choices(words: Mapping[_Word, str]) -> Chooser:
    box = Chooser()
    for one, told in words.items():
        box.addItem(say(told), one.value)
    return box
