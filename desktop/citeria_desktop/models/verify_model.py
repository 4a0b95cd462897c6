"""Which doubtful value to verify first: a row per value, the one that could move its area most on top."""

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from citeria_core.verify_next import Worth

AnyIndex = QModelIndex | QPersistentModelIndex
_NO_PARENT: Final = QModelIndex()


class VerifyColumn(IntEnum):
    """The columns."""

    VALUE = 0
    DOUBT = 1
    SHIFT = 2


class VerifyModel(QAbstractTableModel):
    """`names` are those of areas, `indicators` those of indicators, both by code."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Worth, ...] = ()
        self.names: Mapping[str, str] = {}
        self.indicators: Mapping[str, str] = {}

    def show(self, rows: "Sequence[Worth]", names: Mapping[str, str], indicators: Mapping[str, str]) -> None:
        """Show other values."""
        self.beginResetModel()
        self.rows, self.names, self.indicators = tuple(rows), names, indicators
        self.endResetModel()

    def cell(self, row: int) -> tuple[str, str]:
        """The area and the indicator of a row."""
        doubt = self.rows[row].doubt
        return doubt.area, doubt.indicator

    def sentence(self, row: int) -> str:
        """ "Wuhan, AI papers: sources disagree; expected to move it by 1.2 ranks, at most 3, others by 2.4." """
        held = self.rows[row]
        return self.tr(
            "{area}, {indicator}: {why}; expected to move it by {expected} ranks, at most by {largest}, and all others"
            " together by {ripple}."
        ).format(
            area=self.names.get(held.doubt.area, held.doubt.area),
            indicator=self.indicators.get(held.doubt.indicator, held.doubt.indicator),
            why=doubt_words(held.doubt.why),
            expected=f"{held.expected:.2g}",
            largest=f"{held.largest:g}",
            ripple=f"{held.ripple:.2g}",
        )

    def rowCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        """Doubtful values."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        """Value, doubt, shift."""
        return 0 if parent.isValid() else len(VerifyColumn)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell; to a screen reader the whole row."""
        if not index.isValid():
            return None
        held = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            match VerifyColumn(index.column()):
                case VerifyColumn.VALUE:
                    area = self.names.get(held.doubt.area, held.doubt.area)
                    return f"{area} · {self.indicators.get(held.doubt.indicator, held.doubt.indicator)}"
                case VerifyColumn.DOUBT:
                    return doubt_words(held.doubt.why)
                case VerifyColumn.SHIFT:
                    return f"±{held.expected:.2g}"
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self.sentence(index.row())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = index.column() == VerifyColumn.SHIFT
            return (
                Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            ) | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The names of the columns."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("value"), self.tr("doubt"), self.tr("ranks"))[section]


def doubt_words(why: str) -> str:
    """Why a value is in doubt, as `core.verify_next` names it, in words."""
    told = {
        "rivals": QCoreApplication.translate("Verify", "sources disagree"),
        "range": QCoreApplication.translate("Verify", "a range"),
        "bound": QCoreApplication.translate("Verify", "a bound"),
        "about": QCoreApplication.translate("Verify", "about"),
        "unsettled": QCoreApplication.translate("Verify", "not final"),
        "uncited": QCoreApplication.translate("Verify", "uncited"),
        "quality": QCoreApplication.translate("Verify", "weak source"),
    }
    return told.get(why, why)
