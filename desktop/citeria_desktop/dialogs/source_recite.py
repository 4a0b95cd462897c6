"""Many values cited to a new edition: the edition chosen, every citation looked at, one undoable step."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from citeria_core.cite import short_form
from citeria_core.errors import KnownError
from citeria_db import source_recite
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.dialogs.preview_table import PreviewTable
from citeria_desktop.figures import whole
from citeria_desktop.language.naming import name_of
from citeria_desktop.language.phrases import error_words
from citeria_desktop.models.recite_model import Column, ReciteModel
from citeria_desktop.panels.commit_fields import Choice
from citeria_desktop.panels.source_field import SourceField
from citeria_desktop.panels.words import Words
from citeria_desktop.theme import Theme

_WIDTHS: Final = {
    Column.AREA: 120,
    Column.PERIOD: 76,
    Column.VALUE: 76,
    Column.ROLE: 84,
    Column.OLD: 150,
    Column.NEW: 150,
    Column.QUOTE: 112,
}


class _Table(PreviewTable):
    """Space puts the box of the current row, whatever its column; typing writes the new locator."""

    def __init__(self, model: ReciteModel, theme: Theme) -> None:
        super().__init__(model, theme)
        self._rows = model
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.verticalHeader().hide()
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        self.horizontalHeader().setSectionResizeMode(Column.INDICATOR, QHeaderView.ResizeMode.Stretch)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space for the box."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._rows.toggle(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


class ReciteDialog(QDialog):
    """`recited` tells the key of the new edition."""

    recited = Signal(str)

    def __init__(self, bridge: SessionBridge, theme: Theme, old: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Cite a new edition"))
        self._bridge = bridge
        self._old = old
        project = bridge.session.project
        self._areas = {area.code: name_of(area) for area in project.areas.all()}
        self._indicators = {indicator.code: indicator.name for indicator in project.indicators.all()}
        self.edition = SourceField(bridge)
        self.edition.line.setAccessibleName(self.tr("The new edition"))
        self.indicator = Choice(self.tr("Indicator"))
        self.model = ReciteModel(theme, self)
        self.table = _Table(self.model, theme)
        self.table.setAccessibleName(self.tr("Citations of the old edition"))
        self.consequence, self.why = Words(role="muted"), Words(role="warn")
        self.all, self.none = QPushButton(self.tr("All")), QPushButton(self.tr("None"))
        self.cite = QPushButton(self.tr("Cite the new edition"))
        self._connect()
        self._lay_out(short_form(project.sources.get(old)))
        self._plan()
        self.edition.setFocus()
        self.resize(980, 560)

    def accept(self) -> None:
        """Cite the new edition in the chosen citations as one step."""
        if not self.cite.isEnabled():
            return
        new = self.edition.key
        try:
            self._bridge.session.run(source_recite.recite, self._old, new, self.model.chosen)
        except KnownError as error:
            self._say(error_words(error))
            return
        self.recited.emit(new)
        super().accept()

    def _plan(self) -> None:
        """Look anew at what would go where; without an edition yet, at what there is."""
        wanted = self.indicator.value
        try:
            rows = source_recite.plan(
                self._bridge.session.project,
                self._old,
                self.edition.key or None,
                indicators=[] if wanted is None else [str(wanted)],
            )
        except KnownError as error:
            self._say(error_words(error))
            rows = ()
        else:
            self.why.hide()
        if self.indicator.count() == 0:
            codes = dict.fromkeys(one.indicator for one in rows)
            offered: list[tuple[str, object]] = [(self._indicators[code], code) for code in codes]
            self.indicator.show_choices([(self.tr("All indicators"), None), *offered], None)
        self.model.show(rows, self._areas, self._indicators)

    def _tell(self) -> None:
        chosen = self.model.chosen
        told = self.tr(
            "{count} of {all} citations go to the new edition. Words quoted from the old one stay and are marked to be"
            " checked: {quotes}."
        )
        self.consequence.setText(
            told.format(
                count=whole(len(chosen)), all=whole(len(self.model.rows)), quotes=sum(one.to_check for one in chosen)
            )
        )
        self.cite.setEnabled(bool(chosen) and bool(self.edition.key))

    def _say(self, why: str) -> None:
        self.why.setText(why)
        self.why.show()

    def _add_edition(self, sought: str) -> None:
        from citeria_desktop.dialogs.add_source import AddSourceDialog

        dialog = AddSourceDialog(self._bridge, sought, self)
        dialog.added.connect(self.edition.choose)
        dialog.open()

    def _connect(self) -> None:
        self.edition.chosen.connect(lambda _key: self._plan())
        self.edition.new_wanted.connect(self._add_edition)
        self.indicator.picked.connect(lambda _code: self._plan())
        self.model.chosen_changed.connect(self._tell)
        self.all.clicked.connect(lambda _checked=False: self.model.choose_all(chosen=True))
        self.none.clicked.connect(lambda _checked=False: self.model.choose_all(chosen=False))
        self.cite.clicked.connect(lambda _checked=False: self.accept())
        self.cite.setProperty("kind", "primary")
        self.cite.setToolTip(self.tr("Ctrl+Enter"))
        for name in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(name), self, self.accept)

    def _lay_out(self, old: str) -> None:
        lead = Words(self.tr("Instead of {old}, cite:").format(old=old))
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setProperty("kind", "ghost")
        cancel.clicked.connect(self.reject)
        narrow = QLabel(self.tr("Of"))
        narrow.setBuddy(self.indicator)
        bar, buttons = QHBoxLayout(), QHBoxLayout()
        for part in (narrow, self.indicator, self.all, self.none):
            bar.addWidget(part)
        bar.addStretch(1)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.cite)
        for button in (self.all, self.none, self.cite, cancel):
            button.setAutoDefault(False)
        self.why.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(lead)
        column.addWidget(self.edition)
        column.addLayout(bar)
        column.addWidget(self.table, 1)
        column.addWidget(self.consequence)
        column.addWidget(self.why)
        column.addLayout(buttons)
