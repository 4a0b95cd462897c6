"""What is done with blocks of cells: paste, fill, pull, the same value everywhere. One step each."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QObject, QPoint, Signal
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from citeria_core import filling
from citeria_core.errors import AmbiguousNumberError, KnownError
from citeria_core.model import Observation
from citeria_core.paste import Selection
from citeria_core.reading import number
from citeria_core.typed_text import edit_text
from citeria_db import pasting
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.dialogs.add_source import AddSourceDialog
from citeria_desktop.dialogs.number_question import NumberQuestion
from citeria_desktop.dialogs.paste_preview import PastePreview
from citeria_desktop.dialogs.small_question import SmallQuestion
from citeria_desktop.language.naming import name_of
from citeria_desktop.language.phrases import error_words
from citeria_desktop.models import paste_draft
from citeria_desktop.models.block_target import target
from citeria_desktop.models.carried import CarriedCells
from citeria_desktop.models.grid_model import GridModel
from citeria_desktop.models.plural import counted
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
        carried = CarriedCells.of(data)
        if carried is None or not self._paste_carried(carried, selection):
            self._paste_texts()

    def _paste_texts(self) -> None:
        """Paste the texts on the clipboard: one value at once, a block after a preview."""
        selection = self._writable_rectangle()
        data = QApplication.clipboard().mimeData()
        text, page = data.text() if data.hasText() else "", data.html() if data.hasHtml() else ""
        if selection is None:
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
        self._fill_along(filling.fill_down)

    def fill_right(self) -> None:
        """Copy the first selected column into those right of it; a single column takes from the one left of it."""
        self._fill_along(filling.fill_right)

    def copy_above(self) -> None:
        """Copy the cell above into the current one."""
        now = self._table.currentIndex()
        if now.isValid() and now.column() > 0 and now.row() > 0:
            self._fill([(now.siblingAtRow(now.row() - 1), now)])
        else:
            self.told.emit(self.tr("There is no cell above"))

    # -- with all that stands behind them -----------------------------------------------------------------------------

    def stretch(self, held: Selection, to: Selection) -> None:
        """Fill the rows below, or the columns right of, a block from it, over and over; columns count the names."""
        at = self._model.index
        rows, columns = range(to.row, to.row + to.rows), range(to.column, to.column + to.columns)
        pairs = [
            (at(held.row + (row - held.row) % held.rows, held.column + (column - held.column) % held.columns), taker)
            for row in rows
            for column in columns
            if row >= held.row + held.rows or column >= held.column + held.columns
            for taker in (at(row, column),)
        ]
        if len(pairs) > _MOST_CELLS:
            self.told.emit(self.tr("At most {0} cells at once").format(f"{_MOST_CELLS:,}"))
            return
        whole = QItemSelection(at(to.row, to.column), at(to.row + to.rows - 1, to.column + to.columns - 1))
        self._table.selectionModel().select(whole, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._fill(pairs)  # last, for what it asks is taken back when the selection changes

    def _paste_carried(self, carried: CarriedCells, selection: Selection) -> bool:
        """Paste cells that were copied in Citeria with their citations, if that is wanted; False: as mere texts.

        They are pasted as texts too where they reach beyond the grid, where none of them is cited, and where a value
        is no longer what was copied.
        """
        if self.carry is False:
            return False
        height, width = len(carried.cells), len(carried.cells[0])
        rows, columns = _repeated(selection.rows, height), _repeated(selection.columns, width)
        top, left = selection.row, selection.column + 1
        if top + rows > self._model.rowCount() or left + columns > self._model.columnCount():
            return False
        ids = [id_ for row in carried.cells for id_, _ in row if id_]
        try:
            held = self._bridge.session.project.observations.many(ids)
        except KnownError:  # copied from another project, or removed since
            return False
        texts = {id_: text for row in carried.cells for id_, text in row if id_}
        if not any(held[id_].citations for id_ in ids) or any(_typed(held[id_]) != texts[id_] for id_ in ids):
            return False
        copies = []
        for row in range(rows):
            for column in range(columns):
                id_, _ = carried.cells[row % height][column % width]
                taker = self._model.index(top + row, left + column)
                if id_ and self._model.cell(taker) != (held[id_].area, held[id_].indicator):
                    if (number(held[id_]) is None) == self._kind(taker) and held[id_].missing is None:
                        return False
                    copies.append((id_, (*self._model.cell(taker), self._model.period_at(taker))))
        if not copies:
            return False
        if self.carry:
            self._copy(copies)
        else:
            self._ask_to_carry(copies, self._paste_texts)
        return True

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

    def _fill_along(self, way: Callable[[Selection], Sequence[filling.Copy]]) -> None:
        chosen = self._writable_rectangle()
        if chosen is None:
            return
        pairs = [(self._at(one.source), self._at(one.target)) for one in way(chosen)]
        if pairs:
            self._fill(pairs)
        else:
            self.told.emit(self.tr("There is nothing to fill from"))

    def _at(self, cell: filling.Cell) -> QModelIndex:
        row, column = cell
        return self._model.index(row, column + 1)  # after the names

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
            self._ask_to_carry(copies, lambda: self._copy(copies))
        else:
            self._copy(copies)

    def _ask_to_carry(self, copies: Sequence[pasting.Copy], otherwise: Callable[[], object]) -> None:
        """Ask once whether copies take their citation along; without it `otherwise` is done."""
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

        def carry_on(answer: str) -> None:
            self.carry = answer == "yes"
            self.carry_chosen.emit(self.carry)
            if self.carry:
                self._copy(copies)
            else:
                otherwise()

        self._ask(question, carry_on)

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
        self._table.selectionModel().selectionChanged.connect(question.drop)  # it was about other cells
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


def _repeated(selected: int, copied: int) -> int:
    """How far a block is pasted: over the whole selection if it fits into it a whole number of times, else once."""
    return selected if selected % copied == 0 else copied


def _typed(observation: Observation) -> str:
    return edit_text(observation.value, observation.text, observation.qualifier, observation.low, observation.high)
