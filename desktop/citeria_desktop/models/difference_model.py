"""What differs between two states of a project, two lines each: what of it, then → now; and where."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from citeria_core.typed_text import plain_number
from citeria_db.history.comparing import Difference
from citeria_desktop.models.source_model import SECOND_LINE_ROLE
from citeria_desktop.models.tips import tip

AnyIndex = QModelIndex | QPersistentModelIndex
_NO_PARENT: Final = QModelIndex()
MOST: Final = 2_000  # of what differs, shown
_KEPT_TO_ITSELF: Final = frozenset(
    ["id", "position", "created", "author", "area_id", "indicator_id", "period_start", "scope", "observation_id"]
)
_SAID_BY_THE_PLACE: Final = "period_end"  # of a value that came or went
_YES_OR_NO: Final = frozenset([("observation", "preferred")])
_LONG: Final = 90  # characters of a text shown


class DifferenceModel(QAbstractListModel):
    """Differences that say something to people: ids, places in a list and the like are left out."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.differences: list[Difference] = []
        self.total = 0
        self._names: Mapping[str, str] = {}

    def show(self, differences: Sequence[Difference], names: Mapping[str, str]) -> None:
        """Show these; `names` are the names of areas and indicators by their codes."""
        self.beginResetModel()
        told = [one for one in differences if one.op == "changed" or _tells(one)]
        self.total, self.differences, self._names = len(told), told[:MOST], names
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        """Differences shown."""
        return 0 if parent.isValid() else len(self.differences)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What it was and is in the first line; where in the second; both as a tooltip and spoken."""
        if not index.isValid():
            return None
        one = self.differences[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shift(one, short=True)
        if role == SECOND_LINE_ROLE:
            return self._place(one)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            told = "\n".join(filter(None, (self._place(one), self._shift(one, short=False))))
            return tip(told) if role == Qt.ItemDataRole.ToolTipRole else told
        return None

    def _place(self, one: Difference) -> str:
        where = (self._names.get(one.area, one.area), self._names.get(one.indicator, one.indicator), one.period)
        return " · ".join(filter(None, where)) or self._names.get(one.code, one.code)

    def _shift(self, one: Difference, *, short: bool) -> str:
        if (one.table, one.column) in _YES_OR_NO:
            then, now = (self.tr("yes") if value else self.tr("no") for value in (one.before, one.after))
        else:
            then, now = (_held(value, short=short) for value in (one.before, one.after))
        if one.op == "added":
            return self.tr("{0}: new, {1}").format(column_words(one), now)
        if one.op == "removed":
            return self.tr("{0}: gone, was {1}").format(column_words(one), then)
        return self.tr("{0}: {1} → {2}").format(column_words(one), then, now)


def _tells(one: Difference) -> bool:
    """Of a row that came or went, only the columns that hold something."""
    if one.column in _KEPT_TO_ITSELF or one.column == _SAID_BY_THE_PLACE:
        return False
    return (one.after if one.op == "added" else one.before) not in (None, "", 0)


def _held(value: str | float | None, *, short: bool) -> str:
    if value is None or value == "":
        return "–"
    text = plain_number(value) if isinstance(value, float) else " ".join(str(value).split())
    return f"{text[: _LONG - 1]}…" if short and len(text) > _LONG else text


def column_words(one: Difference) -> str:
    """What a column of a table is called among people; the names of the file where nobody gave another."""
    translate = QCoreApplication.translate
    told = {
        ("observation", "value_num"): translate("DifferenceModel", "value"),
        ("observation", "value_text"): translate("DifferenceModel", "text"),
        ("observation", "printed_text"): translate("DifferenceModel", "as printed"),
        ("observation", "qualifier"): translate("DifferenceModel", "qualifier"),
        ("observation", "low"): translate("DifferenceModel", "lower end"),
        ("observation", "high"): translate("DifferenceModel", "upper end"),
        ("observation", "unit"): translate("DifferenceModel", "unit"),
        ("observation", "currency"): translate("DifferenceModel", "currency"),
        ("observation", "status"): translate("DifferenceModel", "status"),
        ("observation", "missing_reason"): translate("DifferenceModel", "why it is missing"),
        ("observation", "preferred"): translate("DifferenceModel", "in use"),
        ("observation", "period_end"): translate("DifferenceModel", "period"),
        ("observation_flag", "flag"): translate("DifferenceModel", "flag"),
        ("citation", "source_id"): translate("DifferenceModel", "cited source"),
        ("citation", "role"): translate("DifferenceModel", "role of the source"),
        ("citation", "locator"): translate("DifferenceModel", "place in the source"),
        ("citation", "quote"): translate("DifferenceModel", "quote"),
        ("citation", "speaker"): translate("DifferenceModel", "said by"),
        ("verdict", "ruling"): translate("DifferenceModel", "verdict"),
        ("verdict", "reviewer"): translate("DifferenceModel", "reviewer"),
        ("verdict", "given"): translate("DifferenceModel", "day of the verdict"),
        ("verdict", "comment"): translate("DifferenceModel", "comment of the reviewer"),
        ("verdict", "proposed"): translate("DifferenceModel", "proposed value"),
        ("verdict", "wrong"): translate("DifferenceModel", "who is wrong"),
        ("verdict", "answer"): translate("DifferenceModel", "answer to the reviewer"),
        ("note", "text"): translate("DifferenceModel", "note"),
        ("area", "parent_id"): translate("DifferenceModel", "lies in"),
        ("area_name", "name"): translate("DifferenceModel", "name"),
        ("node", "weight"): translate("DifferenceModel", "weight"),
        ("source", "csl"): translate("DifferenceModel", "source"),
    }
    return told.get((one.table, one.column), f"{one.table} {one.column}".replace("_", " "))
