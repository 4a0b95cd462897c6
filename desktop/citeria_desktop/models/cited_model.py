"""Where one source is cited: a row per observation and citation."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from citeria_core.model import Citation, Observation
from citeria_desktop.language import lists
from citeria_desktop.models.cell_look import value_text, year_text
from citeria_desktop.models.tips import tip

AnyIndex = QModelIndex | QPersistentModelIndex
DOUBT_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 3
_NO_PARENT: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class Use:
    """One observation that cites the source: its cell, and the words for it."""

    area: str
    indicator: str
    words: tuple[str, str, str, str]  # area, indicator, period, value
    told: str  # role, locator and quote
    citation: Citation
    doubtful: bool = False  # it rests on what the source said before it was revised


def uses_of(
    key: str,
    observations: Sequence[Observation],
    areas: Mapping[str, str],
    indicators: Mapping[str, str],
    doubted: Collection[str] = (),
) -> tuple[Use, ...]:
    """The uses of the source `key` in `observations`, by names of areas and indicators; `doubted` are citations."""
    found = []
    for one in observations:
        value = value_text(one.value, one.text or one.printed, one.qualifier, one.low, one.high)
        words = (
            areas.get(one.area, one.area),
            indicators.get(one.indicator, one.indicator),
            year_text(one.period),
            value,
        )
        for citation in one.citations:
            if citation.source == key:
                quote = f"“{citation.quote}”" if citation.quote else ""
                told = "\n".join(filter(None, (citation.role.value, citation.locator, quote)))
                found.append(Use(one.area, one.indicator, words, told, citation, citation.id in doubted))
    return tuple(found)


class CitedModel(QAbstractTableModel):
    """Area, indicator, period, value."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.uses: tuple[Use, ...] = ()

    def show(self, uses: tuple[Use, ...]) -> None:
        """Show these uses."""
        self.beginResetModel()
        self.uses = uses
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        """Uses."""
        return 0 if parent.isValid() else len(self.uses)

    def columnCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        """Area, indicator, period, value."""
        return 0 if parent.isValid() else 4

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell; role, locator and quote as tooltip."""
        if not index.isValid():
            return None
        use = self.uses[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return use.words[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip("\n".join(filter(None, (" · ".join(use.words), use.told, self._doubt(use)))))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return lists.clauses((*use.words, self._doubt(use)))
        if role == DOUBT_ROLE:
            return use.doubtful
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if index.column() == 3 else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _doubt(self, use: Use) -> str:
        return self.tr("to be checked: the source was changed since") if use.doubtful else ""

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The names of the columns."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("area"), self.tr("indicator"), self.tr("period"), self.tr("value"))[section]
