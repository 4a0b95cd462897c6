"""The bar over the grid: what is shown, as of when, and the cells that want attention, each a filter."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QInputDialog, QLabel, QMenu, QPushButton, QWidget

from citeria_core.errors import KnownError
from citeria_core.period import Period
from citeria_db import periods
from citeria_db.history import comparing
from citeria_db.store import Project
from citeria_desktop.language.phrases import error_words
from citeria_desktop.models.cell_marks import CHANGED, MARKS
from citeria_desktop.models.grid_model import GridModel

_MOST_PERIODS: Final = 40
_MOST_STEPS: Final = 12


class GridBar(QFrame):
    """Chips that say what is shown and change it; those there is no room for go, the least wanted first."""

    everything_wanted = Signal(bool)
    mark_wanted = Signal(str)  # "" = every row again
    filters_wanted = Signal(bool)
    period_wanted = Signal(object)  # Period, or None for the index's own
    since_wanted = Signal(object)  # the number of a step, or None to mark no changes
    failed = Signal(str)  # why a step or a date that was typed is none

    def __init__(
        self, model: GridModel, project: Project, seen: int | None = None, parent: QWidget | None = None
    ) -> None:
        """`seen` is the newest step when the project was left the last time."""
        super().__init__(parent)
        self._model = model
        self._project = project
        self._seen = seen
        self._own: Period | None = None
        self.setObjectName("ViewHeader")
        self.setFixedHeight(44)
        self.title = QLabel(self.tr("Data"))
        self.title.setProperty("role", "title")
        self.size_told = QLabel()
        self.size_told.setProperty("role", "small")
        self.index = _chip(self.tr("Index indicators"), self.tr("Show what the index in view uses"))
        self.all = _chip(self.tr("All data"), self.tr("Show every area and indicator that has a value"))
        self.as_of = _chip("", self.tr("Show what was known at the end of another period; the index stays as it is"))
        self.filter = _chip(self.tr("Filter"), self.tr("Filters under the headings (Ctrl+Shift+F)"))
        self.marks = {mark: _chip("", self.tr("Show only the rows with such a cell")) for mark in MARKS}
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._list_periods)
        self.as_of.setMenu(self.menu)
        self.changed = _chip("", self.tr("Show what differs from how it stood before"))
        self.changes = QMenu(self)
        self.changes.aboutToShow.connect(self._list_changes)
        self.changed.setMenu(self.changes)
        self.asking: QInputDialog | None = None
        self._lay_out()
        self._connect()

    def show_model(self, own: Period | None) -> None:
        """Say what the model shows; `own` is the as-of period of the index in view, None without an index."""
        self._own = own
        model = self._model
        self.index.setEnabled(own is not None)
        self.index.setChecked(not model.everything)
        self.all.setChecked(model.everything)
        self.filter.setChecked(self.filter.isChecked() or bool(model.filters))
        standing = own if not model.everything else None
        words = self.tr("as of {0}").format(model.as_of or standing) if model.as_of or standing else self.tr("latest")
        self.as_of.setText(words)
        self.as_of.setAccessibleName(self.tr("Period: {0}").format(words))
        self.as_of.setProperty("changed", model.as_of is not None)
        areas, indicators = model.rowCount(), model.columnCount() - 1
        part = self.tr("{0} of {1}").format(areas, model.areas_in_all)
        of_all = part if areas != model.areas_in_all else str(areas)
        hidden = len(model.all_indicators) - indicators
        some = self.tr("{0} × {1} ({2} hidden)") if hidden else "{0} × {1}"
        self.size_told.setText(some.format(of_all, indicators, hidden))
        self.size_told.setToolTip(self.tr("{0} areas × {1} indicators").format(of_all, indicators))
        since = model.since
        self.changed.setText(
            self.tr("changed since…")
            if since is None
            else self.tr("changed since step {0}: {1}").format(since, model.count(CHANGED))
        )
        self.changed.setProperty("changed", since is not None)
        self.changed.style().unpolish(self.changed)
        self.changed.style().polish(self.changed)
        names = {"uncited": self.tr("uncited"), "rivals": self.tr("rivals"), "missing": self.tr("missing")}
        for mark, chip in self.marks.items():
            count = model.count(mark)
            chip.setText(f"{names[mark]} {count}")
            chip.setChecked(model.shown_mark == mark)
            chip.setEnabled(chip.isChecked() or (count > 0 and not (mark == "missing" and model.everything)))
        self.fit()

    def fit(self) -> None:
        """Show what says something, from the left, as far as there is room."""
        room = self.width() - 40 - self.title.sizeHint().width()
        always = (self.index, self.all, self.as_of, self.filter, self.changed)
        first = (self.changed,) if self._model.since is not None else ()  # what hides rows must say so
        chips = self.index, self.all, *self.marks.values(), self.as_of, self.filter, self.changed, self.size_told
        for widget in dict.fromkeys((*first, *chips)):
            wanted = widget.sizeHint().width() + 8
            said = widget.isEnabled() or widget in always
            widget.setVisible(said and wanted <= room)
            room -= wanted if said else 0

    def open_periods(self) -> None:
        """Open the list of periods by key."""
        self.menu.popup(self.as_of.mapToGlobal(self.as_of.rect().bottomLeft()))

    def open_changes(self) -> None:
        """Open the list of times since when changes are shown, by key."""
        place = self.changed if self.changed.isVisible() else self.title
        self.changes.popup(place.mapToGlobal(place.rect().bottomLeft()))

    def _list_changes(self) -> None:
        self.changes.clear()
        add = self.changes.addAction
        if self._seen is not None:
            add(self.tr("Since you last opened this project"), partial(self.since_wanted.emit, self._seen))
        add(self.tr("Since the project was made"), partial(self.since_wanted.emit, 0))
        add(self.tr("Since a date or a step…"), self._ask_since)
        self.changes.addSeparator()
        for step in self._project.history.steps(_MOST_STEPS):
            told = self.tr("Before step {0}: {1}").format(step.number, step.label)
            add(told.replace("&", "&&"), partial(self.since_wanted.emit, step.number - 1))
        self.changes.addSeparator()
        add(self.tr("Show no changes"), partial(self.since_wanted.emit, None)).setEnabled(self._model.since is not None)

    def _ask_since(self) -> None:
        self.asking = dialog = QInputDialog(self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Changed since"))
        dialog.setLabelText(self.tr("A date (2026-11-22), a time (2026-11-22T08:00, UTC) or the number of a step"))
        dialog.textValueSelected.connect(self._take_since)
        dialog.open()

    def _take_since(self, text: str) -> None:
        try:
            self.since_wanted.emit(comparing.step_at(self._project, text))
        except KnownError as error:
            self.failed.emit(error_words(error))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self.title)
        row.addSpacing(4)
        row.addWidget(self.index)
        row.addWidget(self.all)
        row.addSpacing(8)
        for chip in self.marks.values():
            row.addWidget(chip)
        row.addWidget(self.changed)
        row.addStretch(1)
        row.addWidget(self.as_of)
        row.addWidget(self.filter)
        row.addWidget(self.size_told)
        for chip in (self.index, self.all, self.filter, *self.marks.values()):
            chip.setCheckable(True)

    def _connect(self) -> None:
        self.index.clicked.connect(lambda: self.everything_wanted.emit(False))
        self.all.clicked.connect(lambda: self.everything_wanted.emit(True))
        self.filter.clicked.connect(self.filters_wanted)
        for mark, chip in self.marks.items():
            chip.clicked.connect(lambda on, mark=mark: self.mark_wanted.emit(mark if on else ""))

    def _list_periods(self) -> None:
        self.menu.clear()
        own = self.tr("As of the index ({0})").format(self._own) if self._own else self.tr("The latest of each")
        self._add(own, None)
        self.menu.addSeparator()
        for period in periods.held(self._project)[:_MOST_PERIODS]:
            self._add(str(period), period)

    def _add(self, text: str, period: Period | None) -> None:
        action = self.menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(self._model.as_of == period)
        action.triggered.connect(lambda: self.period_wanted.emit(period))


def _chip(text: str, tip: str) -> QPushButton:
    chip = QPushButton(text)
    chip.setProperty("kind", "chip")
    chip.setToolTip(tip)
    return chip
