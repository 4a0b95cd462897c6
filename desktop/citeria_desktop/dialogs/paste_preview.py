"""What a paste would do, shown before it is done: shapes, new values, what is unclear, and the source to cite.

Nothing is stored until Apply, which is one step: all of it, or nothing.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from citeria_core.clipboard import Block
from citeria_core.errors import KnownError
from citeria_core.paste import Plan
from citeria_db import pasting
from citeria_db.errors import StoppedError
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.dialogs.paste_questions import (
    AmbiguousQuestion,
    BeyondQuestion,
    MarksQuestion,
    UnreadableQuestion,
)
from citeria_desktop.dialogs.preview_table import PreviewTable
from citeria_desktop.jobs import PATIENCE_MS, LatestJob
from citeria_desktop.language.phrases import error_words
from citeria_desktop.models import paste_draft
from citeria_desktop.models.cell_look import GLYPHS, full_number, value_text
from citeria_desktop.models.paste_draft import Choices, Format, Target
from citeria_desktop.models.plural import counted
from citeria_desktop.models.preview_model import MOST_COLUMNS, MOST_ROWS, Change, PreviewModel
from citeria_desktop.panels.source_field import SourceField
from citeria_desktop.theme import Theme

_MOST_PROBLEMS: Final = 5_000  # looked at for the table
_AT_ONCE: Final = 20_000  # characters on the clipboard that are read without leaving the thread


@dataclass(frozen=True, slots=True)
class _Prepared:
    block: Block
    format: Format
    plan: Plan


class PastePreview(QDialog):
    """Planned anew at every answer; `shown_before` gives what a cell shows now, `names` how areas are called."""

    pasted = Signal(str)  # what was done, in words
    new_source_wanted = Signal(str)

    def __init__(
        self,
        bridge: SessionBridge,
        theme: Theme,
        target: Target,
        names: dict[str, str],
        shown_before: Callable[[str, str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._target = target
        self._names = names
        self._shown_before = shown_before
        self._clipboard = ("", "")
        self._stop = False
        self._busy = False
        self.prepared: _Prepared | None = None
        self.model = PreviewModel(theme, self)
        self.table = PreviewTable(self.model, theme)
        self.job = LatestJob()
        self.setWindowTitle(self.tr("Paste"))
        self._make(bridge)
        self._lay_out()
        self._connect()

    # -- what is asked of it ----------------------------------------------------------------------------------------

    def begin(self, text: str, page: str = "") -> None:
        """Read what the clipboard holds, and show what it would do."""
        self._clipboard = (text, page)
        self._replan()

    @property
    def plan(self) -> Plan | None:
        """The plan as it stands."""
        return None if self.prepared is None else self.prepared.plan

    def choices(self) -> Choices:
        """What is chosen so far."""
        return Choices(
            beyond=self.beyond.beyond,
            headings=None if self.headings.isChecked() else False,
            readings=dict(self.ambiguous.readings),
            marks=self.marks.reason,
            leave_out=self.unreadable.leave_out.isChecked(),
        )

    def accept(self) -> None:
        """Apply the plan as one step; what fails leaves everything as it was."""
        plan = self.plan
        if plan is None or self._busy or not plan.ready or not plan.cells:
            return
        session = self._bridge.session
        index = session.index.code if session.index is not None and plan.new_rows else None
        self._begin_work(self.tr("Storing…"), len(plan.cells))
        source, locator = self.source.key or None, self.locator.text().strip()
        done = self._bridge.run(pasting.paste, plan, source, locator if source else "", index=index, told=self._advance)
        self._end_work()
        if done is None:
            if self._stop:
                super().reject()
            return
        cited = self.tr(", citing {0}").format(source) if source else ""
        self.pasted.emit(self.tr("Pasted {0}").format(counted(len(plan.cells), "value")) + cited)
        super().accept()

    def reject(self) -> None:
        """Leave, or stop what is under way."""
        self._stop = True
        if not self._busy or self.job.busy:
            self.job.cancel()
            super().reject()

    # -- inside ----------------------------------------------------------------------------------------------------

    def _make(self, bridge: SessionBridge) -> None:
        self.title, self.format = QLabel(), QLabel()
        self.title.setProperty("role", "title")
        self.format.setProperty("role", "small")
        self.headings = QCheckBox(self.tr("The first row and column are headings"))
        self.headings.setChecked(True)
        self.more = QLabel()
        self.more.setProperty("role", "small")
        self.beyond, self.ambiguous = BeyondQuestion(), AmbiguousQuestion()
        self.unreadable, self.marks = UnreadableQuestion(), MarksQuestion()
        self.source = SourceField(bridge)
        self.source.line.setPlaceholderText(self.tr("Cite for all of them (or none): type author, title, year or key"))
        self.source.line.setAccessibleName(self.tr("Source to cite for all values"))
        self.locator = QLineEdit()
        self.locator.setPlaceholderText(self.tr("Page or table"))
        self.locator.setAccessibleName(self.tr("Locator"))
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(6)
        self.progress.hide()
        self.state = QLabel()
        self.state.setWordWrap(True)
        self.state.setProperty("role", "muted")
        self.cancel, self.apply = QPushButton(self.tr("Cancel")), QPushButton(self.tr("Paste"))
        self.cancel.setProperty("kind", "ghost")
        self.cancel.setAutoDefault(False)
        self.apply.setProperty("kind", "primary")
        self.apply.setDefault(True)
        self.apply.setEnabled(False)
        self._clock = QElapsedTimer()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)

    def _lay_out(self) -> None:
        questions = QWidget()
        questions.setObjectName("Surface")
        column = QVBoxLayout(questions)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for question in self._questions():
            question.hide()
            column.addWidget(question)
        column.addStretch(1)
        self.asking = QScrollArea()
        self.asking.setWidgetResizable(True)
        self.asking.setWidget(questions)
        self.asking.hide()
        cite = QHBoxLayout()
        cite.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        cite.addWidget(self.source, 3, top)
        cite.addWidget(self.locator, 1, top)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.state, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.apply)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        for widget in (self.title, self.format, self.headings):
            layout.addWidget(widget)
        layout.addWidget(self.table, 3)
        layout.addWidget(self.more)
        layout.addWidget(self.asking, 2)
        layout.addLayout(cite)
        layout.addWidget(self.progress)
        layout.addLayout(foot)
        self.resize(780, 600)

    def _questions(self) -> tuple[BeyondQuestion, AmbiguousQuestion, UnreadableQuestion, MarksQuestion]:
        return self.beyond, self.ambiguous, self.unreadable, self.marks

    def _connect(self) -> None:
        for question in self._questions():
            question.answered.connect(self._replan)
        self.headings.toggled.connect(lambda _: self._replan())
        self.source.new_wanted.connect(self.new_source_wanted)
        self.source.entered.connect(self.accept)
        self.locator.returnPressed.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self.apply.clicked.connect(self.accept)
        self.job.finished.connect(self._take)
        self.job.failed.connect(self._fail)
        self._patience.timeout.connect(self.progress.show)

    def _replan(self) -> None:
        text, page = self._clipboard
        held = None if self.prepared is None else self.prepared
        work = partial(_prepare, text, page, self._target, self.choices(), lambda: self._stop, held)
        if len(text) + len(page) <= _AT_ONCE or (held is not None and len(held.block) < 200):
            try:
                self._take(work())
            except KnownError as error:
                self._fail(error_words(error))
            return
        self._begin_work(self.tr("Reading the block…"), 0)
        self.job.start(work)

    def _take(self, prepared: object) -> None:
        assert isinstance(prepared, _Prepared)
        self._end_work()
        self.prepared = prepared
        plan = prepared.plan
        self._show_shapes(prepared.block, plan)
        self.format.setText(self._written(prepared.format))
        self.beyond.show_plan(plan)
        self.ambiguous.show_texts(paste_draft.ambiguous(plan))
        self.unreadable.show_problems(paste_draft.unreadable(plan), self._name)
        self.marks.show_marks(paste_draft.marks(plan))
        self.asking.setVisible(any(not question.isHidden() for question in self._questions()))
        self.model.show(self._changes(plan), self._names, {c: i.name for c, i in self._target.indicators.items()})
        asked = not self.asking.isHidden()  # then what is asked needs the room more than empty ground does
        self.table.setMaximumHeight(self.table.whole_height if asked else self.maximumHeight())
        rows = len({planned.area for planned in plan.cells})
        wide = len({planned.said.indicator for planned in plan.cells}) > MOST_COLUMNS
        self.more.setText(self.tr("The first {0} rows and {1} columns are shown.").format(MOST_ROWS, MOST_COLUMNS))
        self.more.setVisible(rows > MOST_ROWS or wide)
        self.apply.setEnabled(plan.ready and bool(plan.cells))
        self.apply.setText(self.tr("Paste {0}").format(counted(len(plan.cells), "value")))
        self.state.setText(self._still_open(plan))

    def _fail(self, words: str) -> None:
        self._end_work()
        self.state.setText(words)
        self.title.setText(self.tr("Nothing was pasted"))

    def _show_shapes(self, block: Block, plan: Plan) -> None:
        selection = self._target.selection
        height, width = len(block), len(block[0]) if block else 0
        told = self.tr("{0} × {1} on the clipboard").format(height, width)
        if (selection.rows, selection.columns) not in ((1, 1), (height, width)):
            told += self.tr(", {0} × {1} selected").format(selection.rows, selection.columns)
        self.title.setText(self.tr("Paste {0}").format(counted(len(plan.cells), "value")) + f"   ({told})")
        self.headings.setVisible(paste_draft.headed(block, self._target.grid))

    def _written(self, found: Format) -> str:
        sample = "" if found.value is None else f" ({found.sample} = {full_number(found.value)})"
        if found.points and found.commas:
            told = self.tr("Mixed: {0} numbers with a decimal point, {1} with a decimal comma")
            return told.format(found.points, found.commas) + sample
        if found.points or found.commas:
            mark = self.tr("decimal point") if found.points else self.tr("decimal comma")
            return self.tr("Numbers are written with a {0}").format(mark) + sample
        return self.tr("Numbers are plain digits, or leave open how they are written")

    def _still_open(self, plan: Plan) -> str:
        if plan.undecided or plan.problems:
            return self.tr("Answer what is open above. Nothing is stored until then.")
        left = self.tr("{0} left out. ").format(counted(plan.clipped, "text")) if plan.clipped else ""
        kept = self.tr("{0} stay as they are. ").format(counted(plan.empty, "cell")) if plan.empty else ""
        added = self.tr("{0}. ").format(counted(len(plan.new_rows), "new area")) if plan.new_rows else ""
        return left + kept + added + (self.tr("One step to undo.") if plan.cells else self.tr("Nothing to paste."))

    def _changes(self, plan: Plan) -> Iterator[Change]:
        """What the first rows show; problems of cells among them stand as they were written."""
        seen = set[str]()
        for planned in plan.cells:
            seen.add(planned.area)
            if len(seen) > MOST_ROWS:
                break
            said = planned.said
            after = value_text(said.value, said.text, said.qualifier, said.low, said.high)
            if said.missing is not None:
                after = GLYPHS.get(said.missing, "·")
            yield Change(planned.area, said.indicator, after, self._shown_before(planned.area, said.indicator))
        for problem in plan.problems[:_MOST_PROBLEMS]:
            if problem.area and problem.indicator:
                yield Change(problem.area, problem.indicator, problem.text.strip()[:40], open=True)

    def _name(self, indicator: str) -> str:
        held = self._target.indicators.get(indicator)
        return indicator if held is None else held.name

    # -- work that takes a while ------------------------------------------------------------------------------------

    def _begin_work(self, words: str, steps: int) -> None:
        self._busy, self._stop = True, False
        self.state.setText(words)
        self.progress.setRange(0, steps)
        self.progress.setValue(0)
        self.progress.setAccessibleName(words)
        self.apply.setEnabled(False)
        self._clock.start()
        self._patience.start()

    def _advance(self, done: int) -> None:
        """Told by the work itself now and then: keep the window alive, stop when asked to."""
        if self._clock.elapsed() < PATIENCE_MS:
            return
        self.progress.show()
        self.progress.setValue(done)
        QApplication.processEvents()
        if self._stop:
            raise StoppedError

    def _end_work(self) -> None:
        self._busy = False
        self._patience.stop()
        self.progress.hide()
        self.apply.setEnabled(self.plan is not None and self.plan.ready and bool(self.plan.cells))


def _prepare(
    text: str, page: str, target: Target, choices: Choices, stopped: Callable[[], bool], held: _Prepared | None
) -> _Prepared:
    """Read the clipboard if that is not done yet, and plan; any thread may."""
    block = paste_draft.read_clipboard(text, page) if held is None else held.block
    written = paste_draft.detected(block) if held is None else held.format
    return _Prepared(block, written, paste_draft.plan(block, target, choices, stopped))
