"""What is done with blocks of cells: paste, fill, the same value everywhere, the last citation again. One step each."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPoint, Signal
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from citeria_core.errors import AmbiguousNumberError, KnownError
from citeria_core.model import Citation
from citeria_core.paste import Selection
from citeria_db import citing, pasting
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.dialogs.add_source import AddSourceDialog
from citeria_desktop.dialogs.number_question import NumberQuestion
from citeria_desktop.dialogs.paste_preview import PastePreview
from citeria_desktop.dialogs.small_question import SmallQuestion
from citeria_desktop.language.naming import name_of
from citeria_desktop.language.phrases import error_words
from citeria_desktop.models import paste_draft
from citeria_desktop.models.block_target import target
from citeria_desktop.models.grid_model import GridModel
from citeria_desktop.models.plural import counted
from citeria_desktop.session import Outcome
from citeria_desktop.theme import Theme

Cells = Sequence[QModelIndex]
_MOST_CELLS: Final = 250_000


class GridBlocks(QObject):
    """Works on the selection of one table; `told` says in words what was done, or why nothing was."""

    told = Signal(str)
    carry_chosen = Signal(bool)  # whether a fill carries the citation, to be remembered

    def __init__(
        self, bridge: SessionBridge, theme: Theme, model: GridModel, table: QTableView, around: QWidget
    ) -> None:
        super().__init__(around)
        self._bridge = bridge
        self.theme = theme
        self._model = model
        self._table = table
        self._around = around
        self.carry: bool | None = None  # None until it was asked
        self.preview: PastePreview | None = None
        self.question: SmallQuestion | None = None
        self._last: Citation | None = None
        bridge.changed.connect(self._learn)

    # -- paste --------------------------------------------------------------------------------------------------------

    def paste(self) -> None:
        """Paste what the clipboard holds: one value at once, a block after a preview."""
        selection = self._writable_rectangle()
        data = QApplication.clipboard().mimeData()
        text, page = data.text() if data.hasText() else "", data.html() if data.hasHtml() else ""
        if selection is None:
            return
        if not text.strip() and not page:
            self.told.emit(self.tr("There is nothing on the clipboard to paste"))
            return
        single = text.rstrip("\r\n")
        if single and not any(sign in single for sign in '\t\r\n"'):
            self.spread(single)
            return
        names = {area.code: name_of(area) for area in self._model.areas}
        preview = PastePreview(
            self._bridge, self.theme, target(self._model, selection), names, self._shown, self._around.window()
        )
        self.preview = preview
        preview.pasted.connect(self.told)
        preview.new_source_wanted.connect(self._add_source)
        preview.finished.connect(self._leave_preview)
        preview.begin(text, page)
        preview.open()

    def cut(self) -> None:
        """Say why there is no cut."""
        self.told.emit(
            self.tr("Cut is not offered: a value moved away from its place would lose its history. Copy it instead.")
        )

    # -- one value in many cells ------------------------------------------------------------------------------------

    def spread(self, text: str, locale: str | None = None) -> None:
        """Give every selected cell the value that `text` says."""
        if self._writable_rectangle(any_shape=True) is None:
            return
        cells = self._chosen()
        if len(cells) == 1 and locale is None:
            self._model.setData(cells[0], text)
            return
        said = []
        for index in cells:
            area, code = self._model.cell(index)
            indicator = self._model.indicators[index.column() - 1]
            try:
                read = pasting.read_text(indicator, self._model.period_at(index), text, locale)
            except AmbiguousNumberError as error:
                self._ask(NumberQuestion(error, self._around), lambda answer: self.spread(text, answer))
                return
            except KnownError as error:
                self._bridge.failed.emit(error_words(error))
                return
            said.append(paste_draft.placed(read, area, code))
        shown = text.strip()[:40]
        if self._bridge.run(pasting.set_values, said, f"Set {len(said):,} values to {shown}") is not None:
            self.told.emit(self.tr("{1} put into {0}").format(counted(len(said), "cell"), shown))

    def repeat_current(self) -> None:
        """Give every selected cell the value of the current one."""
        now = self._table.currentIndex()
        others = [index for index in self._chosen() if index != now]
        if now.column() > 0 and others:
            self._fill([(now, index) for index in others])

    def fill_down(self) -> None:
        """Copy the first selected row into those below it; a single row takes from the one above."""
        self._fill_along(rows=True)

    def fill_right(self) -> None:
        """Copy the first selected column into those right of it; a single column takes from the one left of it."""
        self._fill_along(rows=False)

    def copy_above(self) -> None:
        """Copy the cell above into the current one."""
        now = self._table.currentIndex()
        if now.isValid() and now.column() > 0 and now.row() > 0:
            self._fill([(now.siblingAtRow(now.row() - 1), now)])
        else:
            self.told.emit(self.tr("There is no cell above"))

    # -- citing ------------------------------------------------------------------------------------------------------

    def repeat_citation(self) -> None:
        """Cite what was cited last for every selected value."""
        if self._writable_rectangle(any_shape=True) is None:
            return
        citation = self._last or self._latest_source()
        readings = [self._model.reading(index) for index in self._chosen()]
        held = [reading.observation for reading in readings if reading is not None and reading.observation]
        if citation is None:
            self.told.emit(self.tr("Nothing was cited yet: cite a source once, then Ctrl+; repeats it"))
        elif not held:
            self.told.emit(self.tr("No value is selected to cite a source for"))
        elif (done := self._bridge.run(citing.cite_all, held, citation)) is not None:
            count = len(done.changes.keys.get("citation", ()))
            place = f" {citation.locator}" if citation.locator else ""
            told = self.tr("{0} cite {1}").format(counted(count, "value"), citation.source) + place
            self.told.emit(told if count else self.tr("All of them cite {0} already").format(citation.source + place))

    # -- inside ------------------------------------------------------------------------------------------------------

    def _chosen(self) -> list[QModelIndex]:
        return [index for index in self._table.selectionModel().selectedIndexes() if index.column() > 0]

    def _writable_rectangle(self, *, any_shape: bool = False) -> Selection | None:
        """The selection as a rectangle, if there is one that may be written into; says why, if there is none."""
        if self._bridge.session.project.read_only:
            self.told.emit(self.tr("This project is open read-only"))
            return None
        selection = self._table.selectionModel().selection()
        ranges = [one for one in (selection.at(n) for n in range(selection.count())) if one.right() > 0]
        if not ranges:
            self.told.emit(self.tr("Select a cell first"))
            return None
        top, left = min(one.top() for one in ranges), max(1, min(one.left() for one in ranges))
        rows = max(one.bottom() for one in ranges) - top + 1
        columns = max(one.right() for one in ranges) - left + 1
        covered = sum(one.height() * (one.right() - max(1, one.left()) + 1) for one in ranges)
        if rows * columns > _MOST_CELLS:
            self.told.emit(self.tr("At most {0} cells at once").format(f"{_MOST_CELLS:,}"))
            return None
        if covered != rows * columns and not any_shape:
            self.told.emit(self.tr("Select one rectangle of cells"))
            return None
        return Selection(top, left - 1, rows, columns)

    def _fill_along(self, *, rows: bool) -> None:
        chosen = self._writable_rectangle()
        if chosen is None:
            return
        top, left = chosen.row, chosen.column + 1
        down = range(top, top + chosen.rows)
        across = range(left, left + chosen.columns)
        at = self._model.index
        if rows:
            first = top if chosen.rows > 1 else top - 1
            pairs = [(at(first, column), at(row, column)) for row in down for column in across if row != first]
        else:
            first = left if chosen.columns > 1 else left - 1
            pairs = [(at(row, first), at(row, column)) for row in down for column in across if column != first]
        if first < (0 if rows else 1):
            self.told.emit(self.tr("There is nothing to fill from"))
            return
        self._fill(pairs)

    def _fill(self, pairs: Sequence[tuple[QModelIndex, QModelIndex]]) -> None:
        """Copy cells into cells, asking once whether citations go along."""
        if self._bridge.session.project.read_only:
            self.told.emit(self.tr("This project is open read-only"))
            return
        kinds = {(self._kind(given), self._kind(taker)) for given, taker in pairs}
        if any(given != taker for given, taker in kinds):
            self.told.emit(self.tr("A text cannot fill an indicator of numbers, nor a number one of texts"))
            return
        copies = []
        cited = False
        for given, taker in pairs:
            reading = self._model.reading(given)
            if reading is not None and reading.observation is not None:
                copies.append((reading.observation, (*self._model.cell(taker), self._model.period_at(taker))))
                cited = cited or reading.cited
        if not copies:
            self.told.emit(self.tr("There is no value to copy"))
        elif cited and self.carry is None:
            question = SmallQuestion(
                self.tr("Carry the citation?"),
                self.tr("Copy the citation together with the value?"),
                self.tr("Asked once and remembered; Edit ▸ Fills carry the citation changes it."),
                [
                    (self.tr("With its citation"), self.tr("Copy the citation too"), "yes"),
                    (self.tr("The value only"), self.tr("Copy the value without its citation"), "no"),
                ],
                self._around,
            )
            self._ask(question, lambda answer: self._carry_on(answer == "yes", copies))
        else:
            self._copy(copies)

    def _carry_on(self, carry: bool, copies: Sequence[pasting.Copy]) -> None:
        self.carry = carry
        self.carry_chosen.emit(carry)
        self._copy(copies)

    def _copy(self, copies: Sequence[pasting.Copy]) -> None:
        if self._bridge.run(pasting.fill, copies, cited=bool(self.carry)) is not None:
            with_it = self.tr(", with the citation") if self.carry else self.tr(", without the citation")
            self.told.emit(self.tr("Filled {0}").format(counted(len(copies), "cell")) + with_it)

    def _kind(self, index: QModelIndex) -> bool:
        return self._model.indicators[index.column() - 1].kind == "number"

    def _ask(self, question: SmallQuestion, then: Callable[[str], object]) -> None:
        def end(answer: str = "") -> None:
            self.question = None
            self._table.setFocus()
            if answer:
                then(answer)

        self.question = question
        question.answered.connect(end)
        question.dropped.connect(end)
        below = self._table.visualRect(self._table.currentIndex()).bottomLeft()
        question.show_below(self._table.viewport().mapTo(self._around, below) + QPoint(0, 4))

    def _shown(self, area: str, indicator: str) -> str:
        index = self._model.index_of(area, indicator)
        shown = self._model.look(index) if index.isValid() else None
        return "" if shown is None or shown.missing else shown.text

    def _leave_preview(self) -> None:
        if self.preview is not None:
            self.preview.deleteLater()
        self.preview = None
        self._table.setFocus()

    def _add_source(self, text: str) -> None:
        if self.preview is not None:
            dialog = AddSourceDialog(self._bridge, text, self.preview)
            dialog.added.connect(self.preview.source.choose)
            dialog.open()

    def _learn(self, outcome: Outcome) -> None:
        """Remember what was cited last."""
        step = outcome.changes.step
        if step is not None and step.undoes is None and "citation" in outcome.changes.keys:
            self._last = citing.cited_by(self._bridge.session.project, outcome.changes) or self._last

    def _latest_source(self) -> Citation | None:
        found = self._bridge.session.project.sources.search("")
        return Citation("", found[0].key) if found and found[0].cited else None
