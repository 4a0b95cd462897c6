"""Several sources made one: looked at beside each other, the one to keep chosen, one undoable step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QLabel, QPushButton, QVBoxLayout, QWidget

from citeria_core.cite import short_form
from citeria_core.errors import KnownError
from citeria_core.model import Source
from citeria_core.source_identity import best
from citeria_db import source_operations
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.dialogs.foot import Foot
from citeria_desktop.dialogs.preview_table import PreviewTable
from citeria_desktop.figures import whole
from citeria_desktop.language.phrases import error_words
from citeria_desktop.models.merge_model import MergeModel
from citeria_desktop.panels.commit_fields import Choice
from citeria_desktop.panels.source_field import SourceField
from citeria_desktop.panels.words import Words
from citeria_desktop.theme import Theme


class MergeDialog(QDialog):
    """`merged` tells the key of the source that stayed."""

    merged = Signal(str)

    def __init__(self, bridge: SessionBridge, theme: Theme, keys: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Merge sources"))
        self._bridge = bridge
        self._sources = [bridge.session.project.sources.get(key) for key in keys]
        self.model = MergeModel(theme, self)
        self.table = PreviewTable(self.model, theme)
        self.table.setAccessibleName(self.tr("The sources beside each other"))
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.keep = Choice(self.tr("The source to keep"))
        self.more = SourceField(bridge)
        self.consequence, self.why = Words(role="muted"), Words(role="warn")
        self.merge = QPushButton(self.tr("Merge"))
        self.merge.setToolTip(self.tr("Ctrl+Enter"))
        self.merge.clicked.connect(lambda _checked=False: self.accept())
        for name in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(name), self, self.accept)
        self.keep.picked.connect(lambda _key: self._show())
        self.more.chosen.connect(self._add)
        self._lay_out()
        self._offer(best(self._sources).key)
        self.setMinimumWidth(640)
        self.resize(760, 520)

    def accept(self) -> None:
        """Merge as one step."""
        if not self.merge.isEnabled():
            return
        keep = str(self.keep.value)
        others = [source.key for source in self._sources if source.key != keep]
        try:
            self._bridge.session.run(source_operations.merge_sources, keep, others)
        except KnownError as error:
            self.why.setText(error_words(error))
            self.why.show()
            return
        self.merged.emit(keep)
        super().accept()

    def _add(self, key: str) -> None:
        if key and all(source.key != key for source in self._sources):
            self._sources.append(self._bridge.session.project.sources.get(key))
            self._offer(str(self.keep.value))
        self.more.clear()

    def _offer(self, keep: str) -> None:
        self.keep.show_choices([(f"{source.key}: {short_form(source)}", source.key) for source in self._sources], keep)
        self._show()

    def _show(self) -> None:
        keep = self.keep.value
        ordered: list[Source] = sorted(self._sources, key=lambda source: source.key != keep)
        self.model.show(ordered)
        cited = sum(source.cited for source in ordered[1:])
        told = self.tr(
            "Citations of the others: {count}. They, and the notes, copies and whatever else names the others, go to"
            " {keep}. Where a value cites both in one role, one citation says what both said. The fields of {keep} stay"
            " as they are."
        )
        self.consequence.setText(told.format(count=whole(cited), keep=keep))
        self.merge.setEnabled(len(ordered) > 1)

    def _lay_out(self) -> None:
        keep, more = QLabel(self.tr("Keep")), QLabel(self.tr("Merge with"))
        keep.setBuddy(self.keep)
        more.setBuddy(self.more.line)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        first, buttons = QHBoxLayout(), Foot(cancel, self.merge, on_enter=False)
        first.setSpacing(8)
        for label, field in ((keep, self.keep), (more, self.more)):
            label.setFixedHeight(field.sizeHint().height())
            first.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
            first.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self.why.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(first)
        column.addWidget(self.table, 1)
        column.addWidget(self.consequence)
        column.addWidget(self.why)
        column.addLayout(buttons)
