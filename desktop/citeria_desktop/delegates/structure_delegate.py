"""Cells of a structure tree: names strong where they hold others, codes muted, what is retired struck through."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QStyleOptionViewItem, QWidget

from citeria_desktop.delegates.row_delegate import RowDelegate
from citeria_desktop.models.structure_model import ENTRY_ROLE, Entry
from citeria_desktop.painting.cluster_look import group_colour
from citeria_desktop.painting.lettering import LEFT, RIGHT, Lettering
from citeria_desktop.theme import Theme, font

_PAD = 8.0
_SWATCH = 10.0


class StructureDelegate(RowDelegate):
    """`right` sets figures; the first column is edited in place."""

    def __init__(self, theme: Theme, view: QAbstractItemView, *, token: str = "text", right: bool = False) -> None:
        super().__init__(theme, view, token=token)
        plain = font(13 if token == "text" else 12, tabular=right)
        strong = font(13, QFont.Weight.DemiBold, tabular=False)
        self._share = RIGHT if right else LEFT
        self._plain, self._strong = _both(plain), _both(strong)
        self.letters = self._plain[False]

    def content(self, painter: QPainter, rect: QRectF, index: QModelIndex | QPersistentModelIndex) -> None:
        """The text, in the weight of what it is."""
        entry = index.data(ENTRY_ROLE)
        first = index.column() == 0
        faint = isinstance(entry, Entry) and entry.faint
        faces = self._strong if first and isinstance(entry, Entry) and entry.children else self._plain
        token = "muted" if faint else self._token
        inner = rect.adjusted(_PAD, 0, -_PAD, 0)
        if first and isinstance(entry, Entry) and entry.group is not None:
            inner = self._after_swatch(painter, inner, *entry.group)
        self.write(painter, inner, str(index.data() or ""), self._share, token, faces[faint and first])

    def _after_swatch(self, painter: QPainter, rect: QRectF, place: int, chosen: str) -> QRectF:
        """Paint the colour of a group, and give the room beside it."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(group_colour(self.theme, place, chosen))
        painter.drawRoundedRect(QRectF(rect.left(), rect.center().y() - _SWATCH / 2, _SWATCH, _SWATCH), 3, 3)
        return rect.adjusted(_SWATCH + _PAD, 0, 0, 0)

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QLineEdit:
        """A line that fills the cell."""
        line = QLineEdit(parent)
        line.setAccessibleName(self.tr("Name"))
        line.setStyleSheet("padding: 0 4px; border-radius: 0;")
        return line


def _both(plain: QFont) -> tuple[Lettering, Lettering]:
    """Letters in a font, and in it struck through."""
    struck = QFont(plain)
    struck.setStrikeOut(True)
    return Lettering(plain), Lettering(struck)
