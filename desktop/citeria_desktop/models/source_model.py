"""The source list as a table, filtered and sorted inside the model: a thousand sources need no proxy in Python.

A row holds two lines of words per column; the model makes the words, the delegate places them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from citeria_core.cite import reference, short_form, year
from citeria_core.model import Source
from citeria_db.source_rows import tags
from citeria_desktop.language.phrases import say
from citeria_desktop.models.carried import SOURCE, carrying_source
from citeria_desktop.models.tips import tip

ENTRY_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
SECOND_LINE_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 2
AnyIndex = QModelIndex | QPersistentModelIndex
_NO_PARENT: Final = QModelIndex()
_KINDS: Final = {
    "report": "report",
    "book": "book",
    "chapter": "chapter",
    "thesis": "thesis",
    "software": "software",
    "post-weblog": "blog post",
    "manuscript": "manuscript",
    "article-journal": "journal article",
    "article-newspaper": "news article",
    "paper-conference": "conference paper",
    "webpage": "web page",
    "dataset": "data set",
    "legislation": "law or policy",
    "document": "other document",
}


class Column(IntEnum):
    """What a source shows: two lines each in the first three columns."""

    SOURCE = 0  # short form, key
    TITLE = 1  # title, publisher
    KIND = 2  # type, primary or secondary
    YEAR = 3
    CITED = 4
    LINK = 5


@dataclass(frozen=True, slots=True)
class Entry:
    """One source with its words made once."""

    source: Source
    short: str
    year: str
    kind: str
    publisher: str
    haystack: str

    @classmethod
    def of(cls, source: Source) -> "Entry":
        """The entry of a source."""
        kind, publisher = kind_of(source), str(source.csl.get("publisher") or "")
        words = (source.key, reference(source), publisher, kind, source.character, source.note, *tags(source))
        return cls(source, short_form(source), year(source), kind, publisher, " ".join(words).casefold())


def kind_of(source: Source) -> str:
    """The type of a source in words: "news article"."""
    kind = str(source.csl.get("type") or "document")
    return say(_KINDS.get(kind, kind.replace("-", " ")))


class SourceModel(QAbstractTableModel):
    """Sources that hold every word of the filter, in the order of one column."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []
        self._all: list[Entry] = []
        self._words: tuple[str, ...] = ()
        self._wanted: Mapping[str, int] | None = None
        self._kind: str | None = None
        self._tag: str | None = None
        self._as_given = False
        self._column = Column.CITED
        self._order = Qt.SortOrder.DescendingOrder

    @property
    def total(self) -> int:
        """How many sources there are, filtered or not."""
        return len(self._all)

    def show(self, sources: Sequence[Source]) -> None:
        """Show these sources."""
        made = {entry.source.key: entry for entry in self._all}
        self._all = [
            entry if (entry := made.get(source.key)) is not None and entry.source == source else Entry.of(source)
            for source in sources
        ]
        self._arrange()

    def filter(self, text: str) -> None:
        """Keep the sources that hold every word of `text`: in key, author, title, publisher, year, type or note."""
        self._words = tuple(text.casefold().split())
        self._arrange()

    def narrow(
        self, keys: Sequence[str] | None, kind: str | None, tag: str | None, *, keep_order: bool = False
    ) -> None:
        """Keep only these sources (None: all), this CSL type, this tag; with `keep_order` they stand as they come."""
        self._wanted = None if keys is None else {key: at for at, key in enumerate(keys)}
        self._kind, self._tag, self._as_given = kind, tag, keep_order
        self._arrange()

    def kinds(self) -> dict[str, str]:
        """The words for every CSL type that there is."""
        return {str(entry.source.csl.get("type") or "document"): entry.kind for entry in self._all}

    def tags(self) -> list[str]:
        """Every tag that there is, in order."""
        return sorted({tag for entry in self._all for tag in tags(entry.source)}, key=str.casefold)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by one column; equal ones by short form and key."""
        self._column, self._order = Column(column), order
        self._arrange()

    def row_of(self, key: str) -> int | None:
        """The row that shows the source `key`, or None while it is filtered out."""
        return next((row for row, entry in enumerate(self.entries) if entry.source.key == key), None)

    def _arrange(self) -> None:
        """Filter and sort; where the same sources stand in the same order, only those that changed are told."""
        kept = [entry for entry in self._all if self._is_wanted(entry)]
        kept.sort(key=lambda entry: (entry.short.casefold(), entry.source.key))
        kept.sort(key=self._sort_key, reverse=self._order == Qt.SortOrder.DescendingOrder)  # stable in both directions
        if self._wanted is not None and self._as_given:
            kept.sort(key=lambda entry: self._wanted[entry.source.key] if self._wanted else 0)
        if [entry.source.key for entry in kept] != [entry.source.key for entry in self.entries]:
            self.beginResetModel()
            self.entries = kept
            self.endResetModel()
            return
        changed = [row for row, (entry, before) in enumerate(zip(kept, self.entries, strict=True)) if entry != before]
        self.entries = kept
        if changed:
            self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], len(Column) - 1))

    def _is_wanted(self, entry: Entry) -> bool:
        source = entry.source
        return (
            all(word in entry.haystack for word in self._words)
            and (self._wanted is None or source.key in self._wanted)
            and (self._kind is None or str(source.csl.get("type") or "document") == self._kind)
            and (self._tag is None or self._tag in tags(source))
        )

    def _sort_key(self, entry: Entry) -> str | int:
        match self._column:
            case Column.SOURCE:
                return entry.short.casefold()
            case Column.TITLE:
                return entry.source.title.casefold()
            case Column.KIND:
                return f"{entry.kind} {say(entry.source.character)}"
            case Column.YEAR:
                return entry.year
            case Column.CITED:
                return entry.source.cited
            case Column.LINK:
                return 0 if entry.source.url else 1

    # -- what Qt asks ------------------------------------------------------------------------------------------------

    def rowCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        """Sources shown."""
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        """Columns."""
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """A source can be dragged onto cells of the grid."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def mimeTypes(self) -> list[str]:
        """What is dragged."""
        return [SOURCE, "text/plain"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The source of the row."""
        return carrying_source(self.entries[indexes[0].row()].source.key) if indexes else QMimeData()

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The first line of a cell, its second line, the entry, the reference as tooltip, and spoken words."""
        if not index.isValid():
            return None
        entry, column = self.entries[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._first(entry, column)
        if role == SECOND_LINE_ROLE:
            return self._second(entry, column)
        if role == ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(entry.source.url or self.tr("No address") if column == Column.LINK else reference(entry.source))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("{source}, {title}, {kind}, cited {count} times").format(
                source=entry.short, title=entry.source.title, kind=entry.kind, count=entry.source.cited
            )
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The names of the columns."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.SOURCE: self.tr("source"),
            Column.TITLE: self.tr("title"),
            Column.KIND: self.tr("type"),
            Column.YEAR: self.tr("year"),
            Column.CITED: self.tr("cited"),
            Column.LINK: self.tr("link"),
        }[Column(section)]

    def _first(self, entry: Entry, column: Column) -> str:
        match column:
            case Column.SOURCE:
                return entry.short
            case Column.TITLE:
                return entry.source.title
            case Column.KIND:
                return entry.kind
            case Column.YEAR:
                return entry.year
            case Column.CITED:
                return str(entry.source.cited)
            case Column.LINK:
                return "↗" if entry.source.url else ""

    def _second(self, entry: Entry, column: Column) -> str:
        lines = {
            Column.SOURCE: entry.source.key,
            Column.TITLE: entry.publisher,
            Column.KIND: say(entry.source.character),
        }
        return lines.get(column, "")
