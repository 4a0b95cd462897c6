"""The forms of the inspector: cite a source for the value in use, and add a value with its source."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QApplication, QFormLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from citeria_core.errors import AmbiguousNumberError, KnownError
from citeria_core.model import Citation, Indicator, Role
from citeria_core.period import Period
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.dialogs.number_question import NumberQuestion
from citeria_desktop.language.phrases import error_words, say
from citeria_desktop.models.ambiguity import ambiguity
from citeria_desktop.models.role_words import ROLES
from citeria_desktop.panels.chooser import Chooser
from citeria_desktop.panels.source_field import SourceField
from citeria_desktop.panels.words import Words


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody has typed into a form and not sent: it waits for them at its cell."""

    value: str = ""
    period: str = ""
    key: str = ""
    sought: str = ""
    locator: str = ""
    quote: str = ""
    role: str = Role.PRIMARY.value
    observation: str = ""
    speaker: str = ""

    @property
    def worth_keeping(self) -> bool:
        """Whether anything beyond the proposed period stands in it."""
        return bool(self.value or self.key or self.sought or self.locator or self.quote)


class CiteForm(QWidget):
    """Source by typing; role, locator and quote once it is chosen; Enter cites. About one observation at a time."""

    # observation, source key, Role, locator, quote, instead of, speaker
    cite_wanted = Signal(str, str, object, str, str, str, str)
    new_wanted = Signal(str)

    def __init__(self, bridge: SessionBridge, observation: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.observation = observation
        self._instead = ""  # the citation that is being changed
        self.source = SourceField(bridge)
        self.source.line.setObjectName("cite")
        self.source.line.setPlaceholderText(self.tr("Cite: type author, title, year or key"))
        self.locator = _field(self.tr("Page, table or paragraph"), self.tr("Locator"))
        self.locator.setObjectName("cite-locator")
        self.quote = _field(self.tr("The words that state it"), self.tr("Quote"))
        self.quote.setObjectName("cite-quote")
        self.speaker = _field(self.tr("Who says it, if not the publisher"), self.tr("Said by"))
        self.speaker.setObjectName("cite-speaker")
        self.role = Chooser()
        self.role.setAccessibleName(self.tr("Role of the source"))
        for role, words in ROLES.items():
            self.role.addItem(say(words), role.value)
        self.button = QPushButton(self.tr("Cite this source"))
        self.button.setProperty("kind", "primary")
        self._rest = QWidget()
        rest = QVBoxLayout(self._rest)
        rest.setContentsMargins(0, 0, 0, 0)
        rest.setSpacing(4)
        for widget in (self.role, self.locator, self.quote, self.speaker):
            rest.addWidget(widget)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setProperty("kind", "ghost")
        self.cancel.clicked.connect(self.clear)
        rest.addLayout(_right(self.cancel, self.button))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.source)
        layout.addWidget(self._rest)
        self._rest.hide()
        self.source.chosen.connect(self._open)
        self.source.entered.connect(self.submit)
        self.source.new_wanted.connect(self.new_wanted)
        self.locator.returnPressed.connect(self.submit)
        self.quote.returnPressed.connect(self.submit)
        self.speaker.returnPressed.connect(self.submit)
        self.button.clicked.connect(self.submit)

    def submit(self) -> bool:
        """Cite, if a source is chosen; says whether it did."""
        if not self.source.key:
            return False
        key, role = self.source.key, Role(self.role.currentData())
        locator, quote, instead = self.locator.text().strip(), self.quote.text().strip(), self._instead
        speaker = self.speaker.text().strip()
        self.clear()
        self.cite_wanted.emit(self.observation, key, role, locator, quote, instead, speaker)
        return True

    def begin(self, observation: str, citation: Citation | None) -> None:
        """Take up a citation of `observation` to change it, or (None) another one for it."""
        self.clear()
        self.observation = observation
        if citation is not None:
            self._instead = citation.id
            self.source.choose(citation.source)
            self.role.setCurrentIndex(self.role.findData(citation.role.value))
            self.locator.setText(citation.locator)
            self.quote.setText(citation.quote)
            self.speaker.setText(citation.speaker)
        self.show()
        (self.source.line if citation is None else self.locator).setFocus()

    def clear(self) -> None:
        """Begin again."""
        self._instead = ""
        self.source.clear()
        self.locator.clear()
        self.quote.clear()
        self.speaker.clear()
        self.role.setCurrentIndex(0)
        if self._rest.isAncestorOf(QApplication.focusWidget() or self):
            self.source.line.setFocus()  # hidden, it would hand the focus on to the status, which a key then changes
        self._rest.hide()

    def draft(self) -> Draft:
        """What stands in the form."""
        sought = "" if self.source.key else self.source.line.text()
        return Draft(
            key=self.source.key,
            sought=sought,
            locator=self.locator.text(),
            quote=self.quote.text(),
            role=str(self.role.currentData()),
            observation=self.observation,
            speaker=self.speaker.text(),
        )

    def take_up(self, draft: Draft) -> None:
        """Put a draft back."""
        self.observation = draft.observation or self.observation
        if draft.key:
            self.source.choose(draft.key)
        else:
            self.source.line.setText(draft.sought)
        self.locator.setText(draft.locator)
        self.role.setCurrentIndex(self.role.findData(draft.role))
        self.quote.setText(draft.quote)
        self.speaker.setText(draft.speaker)

    def _open(self, key: str) -> None:
        self._rest.setVisible(bool(key))


class ValueForm(QWidget):
    """A value, its period and its source: a new observation beside whatever stands there."""

    add_wanted = Signal(str, object, str, str, str, str)  # text, Period, source key, locator, quote, locale ("" = none)
    new_wanted = Signal(str)
    failed = Signal(str)

    def __init__(self, bridge: SessionBridge, period: Period, about: Indicator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._about = about
        self._question: NumberQuestion | None = None
        self.value = _field(self.tr("As printed: 12.5, > 3, 10–20"), self.tr("Value"))
        self.value.setObjectName("value")
        self.period = _field(self.tr("2020, 2020-Q3, undated"), self.tr("Period"))
        self.period.setText(str(period))
        self.source = SourceField(bridge)
        self.locator = _field(self.tr("Page, table or paragraph"), self.tr("Locator"))
        self.quote = _field(self.tr("The words that state it"), self.tr("Quote"))
        self.asks = Words(
            self.tr("Where does it stand? Choose a source, or press Ctrl+Enter again to store it without one."), "warn"
        )
        self.asks.hide()
        self.button = QPushButton(self.tr("Add this value"))
        self.button.setProperty("kind", "primary")
        self.button.setAutoDefault(True)  # Enter on the button itself is meant
        self.button.setToolTip(self.tr("Ctrl+Enter"))
        for field, name in ((self.period, "period"), (self.source.line, "source"), (self.locator, "locator")):
            field.setObjectName(f"added-{name}")
        self.quote.setObjectName("added-quote")
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setProperty("kind", "ghost")
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(8)
        form.setVerticalSpacing(4)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("Value"), self.value)
        form.addRow(self.tr("Period"), self.period)
        form.addRow(self.tr("Source"), self.source)
        form.addRow(self.tr("Locator"), self.locator)
        form.addRow(self.tr("Quote"), self.quote)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(form)
        layout.addWidget(self.asks)
        layout.addLayout(_right(self.cancel, self.button))
        self._walk()

    def _walk(self) -> None:
        """Enter goes from field to field; only the button and Ctrl+Enter send."""
        self.value.returnPressed.connect(self.period.setFocus)
        self.period.returnPressed.connect(self.source.setFocus)
        self.source.entered.connect(self.locator.setFocus)
        self.locator.returnPressed.connect(self.quote.setFocus)
        self.quote.returnPressed.connect(self.button.setFocus)
        self.source.chosen.connect(self._reconsider)
        self.source.new_wanted.connect(self.new_wanted)
        self.button.clicked.connect(self.submit)

    def submit(self) -> bool:
        """Add the value; says whether it did. Nothing typed is lost.

        A wrong period is refused; the lack of a source is asked about once; so is a number of two readings.
        """
        text = self.value.text().strip()
        if not text:
            self.value.setFocus()
            return False
        try:
            period = Period.parse(self.period.text())
        except KnownError as error:
            self.failed.emit(error_words(error))
            self.period.setFocus()
            return False
        if not self.source.key and self.asks.isHidden():
            self.asks.show()
            self.button.setText(self.tr("Add without a source"))
            self.source.setFocus()
            return False
        unclear = ambiguity(text, self._about) if self._about.kind == "number" else None
        if unclear is not None:
            self._ask(unclear, text, period)
            return False
        self._send(text, period, "")
        return True

    def _ask(self, unclear: AmbiguousNumberError, text: str, period: Period) -> None:
        """Ask which number is meant, one question at a time; it goes with the form."""
        if self._question is not None:
            self._question.drop()
        self._question = question = NumberQuestion(unclear, self.window())
        self.destroyed.connect(question.deleteLater)
        question.answered.connect(lambda locale: self._answer(text, period, locale))
        question.dropped.connect(self._take_up_text)
        question.show_below(self.value.mapTo(self.window(), QPoint(0, self.value.height() + 4)))

    def _answer(self, text: str, period: Period, locale: str) -> None:
        self._question = None
        self._send(text, period, locale)

    def _take_up_text(self) -> None:
        self._question = None
        self.value.setFocus()

    def draft(self) -> Draft:
        """What stands in the form."""
        sought = "" if self.source.key else self.source.line.text()
        return Draft(
            self.value.text(), self.period.text(), self.source.key, sought, self.locator.text(), self.quote.text()
        )

    def take_up(self, draft: Draft) -> None:
        """Put a draft back."""
        self.value.setText(draft.value)
        self.period.setText(draft.period)
        if draft.key:
            self.source.choose(draft.key)
        else:
            self.source.line.setText(draft.sought)
        self.locator.setText(draft.locator)
        self.quote.setText(draft.quote)

    def _reconsider(self) -> None:
        """A source was chosen, or taken back: whether it may be lacking is asked anew."""
        self.asks.hide()
        self.button.setText(self.tr("Add this value"))

    def _send(self, text: str, period: Period, locale: str) -> None:
        self.add_wanted.emit(
            text, period, self.source.key, self.locator.text().strip(), self.quote.text().strip(), locale
        )


def _field(hint: str, name: str) -> QLineEdit:
    field = QLineEdit()
    field.setPlaceholderText(hint)
    field.setAccessibleName(name)
    return field


def _right(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    return row
