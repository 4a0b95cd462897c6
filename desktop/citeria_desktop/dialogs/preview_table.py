"""The table of a preview, as the dialogs for paste and replace show it."""

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from citeria_desktop.theme import Theme, font

_ROW = 26
_COLUMN = 160


class PreviewTable(QTableView):
    """Read only; the arrow keys walk through it, Tab leaves it."""

    def __init__(self, model: QAbstractTableModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(self.tr("What the cells will show"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setDefaultSectionSize(_COLUMN)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setHighlightSections(False)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setFont(font(12))
            header.setTextElideMode(Qt.TextElideMode.ElideRight)
            header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._dress(theme)

    @property
    def whole_height(self) -> int:
        """The height in which every row is seen, and the bar below them."""
        bar = self.horizontalScrollBar().sizeHint().height()
        return self.horizontalHeader().height() + self.verticalHeader().length() + bar + 2 * self.frameWidth() + 2

    def _dress(self, theme: Theme) -> None:
        self.setStyleSheet(
            f"QTableView {{ gridline-color: {theme.line}; border: 1px solid {theme.line}; border-radius: 6px; }}"
            "QTableView { outline: none; }"
            "QTableView::item { padding: 0 6px; }"
            f"QTableView::item:hover, QTableView::item:selected {{ background: {theme.selection};"
            f" color: {theme.text}; }}"
            f"QHeaderView, QTableCornerButton::section {{ background: {theme.surface}; border: none; }}"
            f"QHeaderView::section {{ background: {theme.surface}; color: {theme.muted}; border: none;"
            f" border-bottom: 1px solid {theme.line}; border-right: 1px solid {theme.line}; padding: 3px 8px; }}"
        )
