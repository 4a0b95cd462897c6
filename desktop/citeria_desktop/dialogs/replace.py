"""Find and replace across the grid: what it would change is shown while it is typed; replacing is one step."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from citeria_core.errors import KnownError
from citeria_core.find import Sought
from citeria_db import replacing
from citeria_db.replacing import Hit
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.dialogs.foot import Foot
from citeria_desktop.dialogs.preview_table import PreviewTable
from citeria_desktop.language.naming import name_of
from citeria_desktop.language.phrases import error_words
from citeria_desktop.models.grid_model import AnyIndex, GridModel
from citeria_desktop.models.plural import counted
from citeria_desktop.models.preview_model import MOST_ROWS, Change, PreviewModel
from citeria_desktop.models.replacing import MOST_CELLS, hits
from citeria_desktop.theme import Theme

_WAIT_MS = 150  # after the last key, before a large grid is searched again
_MOST_TOLD = 3


class ReplaceDialog(QDialog):
    """`cells` gives what to search: every cell shown, or (True) the selected ones."""

    replaced = Signal(str)  # what was done, in words

    def __init__(
        self,
        bridge: SessionBridge,
        theme: Theme,
        model: GridModel,
        cells: Callable[[bool], Iterable[AnyIndex]],
        *,
        selected: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._grid = model
        self._cells = cells
        self.hits: list[Hit] = []
        self.model = PreviewModel(theme, self)
        self.setWindowTitle(self.tr("Find and replace"))
        self.sought, self.by = QLineEdit(), QLineEdit()
        self.regex = QCheckBox(self.tr("Regular expression"))
        self.cased = QCheckBox(self.tr("Match case"))
        self.within = QCheckBox(self.tr("Only the {0} selected").format(counted(selected, "cell")))
        self.within.setChecked(selected > 1)
        self.within.setEnabled(selected > 1)
        self.told, self.left_out = QLabel(), QLabel()
        self.told.setProperty("role", "strong")
        self.left_out.setProperty("role", "warn")
        self.left_out.setWordWrap(True)
        self.left_out.hide()
        self.table = PreviewTable(self.model, theme)
        self.cancel, self.apply = QPushButton(self.tr("Cancel")), QPushButton(self.tr("Replace"))
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_WAIT_MS)
        self._lay_out()
        self._connect()
        self.look()
        self.sought.setFocus()

    def look(self) -> None:
        """Find what would change now, and show it."""
        self._wait.stop()
        sought = Sought(self.sought.text(), self.regex.isChecked(), self.cased.isChecked())
        try:
            self.hits, problem = hits(self._grid, self._cells(self.within.isChecked()), sought, self.by.text()), ""
        except KnownError as error:
            self.hits, problem = [], error_words(error)
        good, bad = self._good(), [hit for hit in self.hits if hit.said is None]
        self.told.setText(problem or self._count(len(good), bool(sought.text)))
        self.left_out.setVisible(bool(bad))
        self.left_out.setText(self._words(bad))
        self.apply.setText(self.tr("Replace in {0}").format(counted(len(good), "cell")))
        self.apply.setEnabled(0 < len(good) <= MOST_CELLS)
        changes = (Change(hit.area, hit.indicator, hit.after, hit.before, open=hit.said is None) for hit in self.hits)
        names = {area.code: name_of(area) for area in self._grid.areas}
        self.model.show(changes, names, {one.code: one.name for one in self._grid.indicators})

    def accept(self) -> None:
        """Replace as one step."""
        if self._wait.isActive():
            self.look()
        good = self._good()
        if not self.apply.isEnabled():
            return
        done = self._bridge.run(replacing.carry_out, good, self.sought.text(), self.by.text())
        if done is not None:
            self.replaced.emit(self.tr("Replaced in {0}").format(counted(len(good), "cell")))
            super().accept()

    def done(self, result: int) -> None:
        """Leave no clock behind."""
        self._wait.stop()
        super().done(result)

    def _good(self) -> list[Hit]:
        return [hit for hit in self.hits if hit.said is not None]

    def _count(self, count: int, sought: bool) -> str:
        if not sought:
            return self.tr("Type what to look for")
        rows = len({hit.area for hit in self.hits if hit.said is not None})
        told = self.tr("{0} would change in {1}").format(counted(count, "value"), counted(rows, "row"))
        if count > MOST_CELLS:
            return told + self.tr("; at most {0} at once: select fewer").format(f"{MOST_CELLS:,}")
        return told + (self.tr("; the first {0} are shown").format(MOST_ROWS) if rows > MOST_ROWS else "")

    def _words(self, bad: list[Hit]) -> str:
        if not bad:
            return ""
        said = [(hit, error_words(hit.problem)) for hit in bad[:_MOST_TOLD] if hit.problem is not None]
        lines = [f"{hit.before} → {hit.after or '∅'}: {why}" for hit, why in said]
        more = [self.tr("… {count} more").format(count=f"{len(bad) - _MOST_TOLD:,}")] if len(bad) > _MOST_TOLD else []
        stay = self.tr("{0} left as it is, for the result cannot be read:").format(counted(len(bad), "value"))
        return "\n".join([stay, *lines, *more])

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, line in ((self.tr("Find"), self.sought), (self.tr("Replace with"), self.by)):
            line.setAccessibleName(name)
            form.addRow(name, line)
        options = QHBoxLayout()
        options.setSpacing(16)
        for box in (self.regex, self.cased, self.within):
            options.addWidget(box)
        options.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addLayout(form)
        layout.addLayout(options)
        layout.addWidget(self.told)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.left_out)
        layout.addLayout(Foot(self.cancel, self.apply))
        self.resize(680, 520)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def _connect(self) -> None:
        for line in (self.sought, self.by):
            line.textEdited.connect(lambda _: self._wait.start())
        for box in (self.regex, self.cased, self.within):
            box.toggled.connect(lambda _: self.look())
        self._wait.timeout.connect(self.look)
        self.cancel.clicked.connect(self.reject)
        self.apply.clicked.connect(self.accept)
