"""What a paste has to ask before it can be applied: each question a card that stands only while it is open."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from citeria_core.model import Missing
from citeria_core.paste import Beyond, Plan, Problem
from citeria_desktop.language import lists
from citeria_desktop.language.phrases import error_words
from citeria_desktop.models.cell_look import full_number, reason_text
from citeria_desktop.models.paste_draft import Ambiguous
from citeria_desktop.models.plural import counted

_MOST_SAID: Final = 180  # letters of what is wrong with one text
_MOST_LISTED: Final = 30  # texts asked about one by one; "all of them" answers the rest
_REASONS: Final = (Missing.NOT_FOUND, Missing.NOT_COLLECTED, Missing.NOT_APPLICABLE, Missing.SUPPRESSED)


class Question(QFrame):
    """A framed question; `answered` says that something was chosen."""

    answered = Signal()

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", kind)
        self.title = QLabel()
        self.title.setProperty("role", "strong")
        self.title.setWordWrap(True)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(12, 8, 12, 8)
        self.body.setSpacing(6)
        self.body.addWidget(self.title)

    def ask(self, words: str) -> None:
        """Put the question into words and show it."""
        self.title.setText(words)
        self.setAccessibleName(words)
        self.show()


class BeyondQuestion(Question):
    """The block reaches over the edge: leave that out, or add the rows that bear names."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("warn", parent)
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("What reaches beyond the grid"))
        self.choice.addItem(self.tr("Choose…"), Beyond.ASK.value)
        self.choice.addItem(self.tr("Leave out what reaches beyond"), Beyond.CLIP.value)
        self.choice.addItem(self.tr("Add the rows as new areas, by their names"), Beyond.ADD_ROWS.value)
        self.choice.activated.connect(lambda _row: self.answered.emit())
        self.body.addWidget(self.choice)

    @property
    def beyond(self) -> Beyond:
        """What was chosen."""
        return Beyond(self.choice.currentData())

    def show_plan(self, plan: Plan) -> None:
        """Say how far the block reaches."""
        rows = counted(plan.rows_beyond, "row") if plan.rows_beyond else ""
        columns = counted(plan.columns_beyond, "column") if plan.columns_beyond else ""
        reach = self.tr(" and ").join(part for part in (rows, columns) if part)
        if reach and (plan.clipped or plan.new_rows or self.beyond is not Beyond.ASK):
            self.ask(self.tr("The block reaches beyond the grid by {0}.").format(reach))
        else:
            self.hide()


class AmbiguousQuestion(Question):
    """Texts with two readings: chosen one by one, or for all at once. Nothing is chosen beforehand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("accent", parent)
        self.readings: dict[str, str] = {}  # text → locale
        self.asked: dict[str, QComboBox] = {}
        self.all_point, self.all_comma = QPushButton(), QPushButton()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(QLabel(self.tr("All of them:")))
        for button, locale in ((self.all_point, "en"), (self.all_comma, "de")):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, locale=locale: self._choose_all(locale))
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(2, 1)
        self.body.addLayout(self._grid)
        self._texts: tuple[str, ...] = ()
        self._known: dict[str, Ambiguous] = {}

    def show_texts(self, open_: Sequence[Ambiguous]) -> None:
        """List what is open; what was answered stays in its place and can be changed."""
        for one in open_:
            self._known.setdefault(one.text, one)
        if not self._known:
            self.hide()
            return
        count = len(open_)
        many = self.tr("{0} may mean two numbers each. Choose which is meant.").format(counted(count, "text"))
        words = self.tr("1 text may mean two numbers. Choose which is meant.") if count == 1 else many
        self.ask(words if count else self.tr("Every text has one meaning now."))
        sample = next(iter(self._known.values())).error.params
        for button, locale in ((self.all_point, "en"), (self.all_comma, "de")):
            mark = self.tr("decimal point") if locale == "en" else self.tr("decimal comma")
            button.setText(f"{mark}:  {sample['text']} = {_readings(sample)[locale]}")
        for text in list(self._known)[len(self.asked) : _MOST_LISTED]:
            self._add(self._known[text])

    def _add(self, one: Ambiguous) -> None:
        choice = QComboBox()
        choice.setAccessibleName(self.tr("Meaning of {0}").format(one.text))
        choice.addItem(self.tr("Choose…"), "")
        for locale, number in _readings(one.error.params).items():
            choice.addItem(number, locale)
        choice.setCurrentIndex(max(0, choice.findData(self.readings.get(one.text, ""))))
        choice.activated.connect(lambda _row, text=one.text: self._choose(text))
        row = len(self.asked)
        self.asked[one.text] = choice
        self._grid.addWidget(QLabel(f"“{one.text.strip()}”"), row, 0)
        self._grid.addWidget(choice, row, 1)
        times = QLabel(self.tr("in {0}").format(counted(one.count, "cell")))
        times.setProperty("role", "small")
        self._grid.addWidget(times, row, 2)

    def _choose(self, text: str) -> None:
        locale = self.asked[text].currentData()
        if locale:
            self.readings[text] = locale
        else:
            self.readings.pop(text, None)
        self.answered.emit()

    def _choose_all(self, locale: str) -> None:
        self.readings = dict.fromkeys(self._known, locale)
        for choice in self.asked.values():
            choice.setCurrentIndex(choice.findData(locale))
        self.answered.emit()


class UnreadableQuestion(Question):
    """Texts that are no numbers here: corrected where they come from, or left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("warn", parent)
        self.list = QLabel()
        self.list.setWordWrap(True)
        self.list.setProperty("role", "muted")
        self.leave_out = QCheckBox(self.tr("Leave these cells as they are"))
        self.leave_out.toggled.connect(lambda _: self.answered.emit())
        self.body.addWidget(self.list)
        self.body.addWidget(self.leave_out)

    def show_problems(self, problems: Sequence[Problem], name: Callable[[str], str]) -> None:
        """List them with their reasons."""
        if not problems:
            self.setVisible(self.leave_out.isChecked())
            return
        self.list.setText("\n".join(self._told(problem, name) for problem in problems[:_MOST_LISTED]))
        more = len(problems) - _MOST_LISTED
        rest = self.tr(" The first {0} are listed.").format(_MOST_LISTED) if more > 0 else ""
        self.ask(self.tr("{0} cannot be taken.").format(counted(len(problems), "text")) + rest)

    def _told(self, problem: Problem, name: Callable[[str], str]) -> str:
        """Where a text stands in the block, and what is wrong with it."""
        words, place, about = error_words(problem.error), self.tr("Row {row}, column {column}"), ""
        if problem.indicator:
            about = name(problem.indicator)
            place = self.tr("Row {row}, column {column} ({indicator})")
        place = place.format(row=problem.row + 1, column=problem.column + 1, indicator=about)
        shown = words if len(words) <= _MOST_SAID else words[: _MOST_SAID - 1] + "…"
        return self.tr("{place}: {problem}").format(place=place, problem=shown)


class MarksQuestion(Question):
    """Texts such as “n/a”: they say that there is no value; a person says why."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("accent", parent)
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Why there is no value"))
        self.choice.addItem(self.tr("Choose why…"), None)
        for reason in _REASONS:
            self.choice.addItem(reason_text(reason).capitalize(), reason.value)
        self.choice.activated.connect(lambda _row: self.answered.emit())
        self.body.addWidget(self.choice)

    @property
    def reason(self) -> Missing | None:
        """Why there is no value."""
        given = self.choice.currentData()
        return None if given is None else Missing(given)

    def show_marks(self, texts: Sequence[str]) -> None:
        """Name the marks found."""
        if texts:
            shown = lists.names(f"“{text.strip()}”" for text in texts[:5])
            self.ask(self.tr("{0}: there is no value. Why?").format(shown))
        else:
            self.setVisible(self.reason is not None)


def _readings(params: Mapping[str, object]) -> dict[str, str]:
    """Locale → the number it reads."""
    return {str(params[f"{which}_locale"]): full_number(float(str(params[which]))) for which in ("first", "second")}
