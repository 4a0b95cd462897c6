"""The areas nearest to the one selected, by the distance in which clusters are sought, and on what they differ most."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt

from citeria_core.cluster_profile import Difference, Peer
from citeria_core.parse import format_number
from citeria_desktop.delegates.row_delegate import TextDelegate
from citeria_desktop.figures import signed
from citeria_desktop.jobs import LatestJob
from citeria_desktop.language import lists
from citeria_desktop.models.plain_rows import PlainRow, PlainRows
from citeria_desktop.painting.plain_table import TableDrawing
from citeria_desktop.panels.clusters.page import ClusterPage, line_of_words
from citeria_desktop.panels.row_table import RowTable
from citeria_desktop.theme import Theme

if TYPE_CHECKING:
    from citeria_core.result import Result

_COUNT = 10
_MOST = 3  # differences told of each


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A peer with what it differs in."""

    peer: Peer
    differences: tuple[Difference, ...]


class PeersPage(ClusterPage):
    """A row for each of the nearest areas; Enter or a double click goes on to that area."""

    name = "peers"

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.job = LatestJob()
        self.job.finished.connect(self._take)
        self.model = PlainRows(self)
        self.note = line_of_words()
        self.note.setContentsMargins(16, 8, 16, 4)
        self.table = RowTable(self.model, theme, lead=8)
        self.table.setAccessibleName(self.tr("Areas nearest to the one selected"))
        self.cells = TextDelegate(theme, self.table)
        self.table.opened.connect(self._open)
        self.told = line_of_words()
        self.told.setContentsMargins(16, 2, 16, 8)
        self.told.setMinimumHeight(40)
        self.table.selectionModel().currentRowChanged.connect(self._tell)
        for widget, stretch in ((self.note, 0), (self.table, 1), (self.told, 0)):
            self.column.addWidget(widget, stretch)
        self.setFocusProxy(self.table)
        self.found: tuple[Neighbour, ...] = ()
        self._of = ""

    @property
    def busy(self) -> bool:
        """Whether peers are being sought."""
        return self.job.busy

    def title(self) -> str:
        """What stands on the tab."""
        return self.tr("Peers")

    def refresh(self) -> None:
        """Seek the peers of the selected area."""
        self._seek()

    def follow(self, area: str, marks: frozenset[str]) -> None:
        """Another area, other peers."""
        changed = area != self.area
        super().follow(area, marks)
        if changed:
            self._seek()

    def _seek(self) -> None:
        result = self.study.result if self.study is not None else None
        if result is None or self.area not in result.areas:
            self.job.cancel()
            self._take(())
            return
        self._of = self.area
        self.job.start(_seeking(result, self.area))

    def _take(self, found: tuple[Neighbour, ...]) -> None:
        self.found = found
        head = (
            self.tr("nearest"),
            self.tr("cluster"),
            self.tr("distance"),
            self.tr("shared indicators"),
            self.tr("differs most in"),
        )
        self.model.show(head, [self._row(one) for one in found], right=(2, 3))
        self.table.paint_with(*[self.cells] * 5)
        self.table.set_widths(120, 170, 80, 120, 0)
        self.table.header.alignments = dict.fromkeys((2, 3), Qt.AlignmentFlag.AlignRight)
        self.table.setVisible(bool(found))
        if found:
            words = self.tr("Nearest to {area}, over the indicators that both have, weighted as in the index.")
            self.note.setText(words.format(area=self.words.area(self._of)))
        else:
            self.note.setText(self.tr("Select an area that has values to see which areas are most like it."))
        self.told.setText("")

    def _row(self, one: Neighbour) -> PlainRow:
        area = self.words.area(one.peer.area)
        place = self.words.place_of(self.study.shown, one.peer.area) if self.study is not None else ""
        distance = format_number(round(one.peer.distance, 1))
        differs = lists.names(self._difference(held) for held in one.differences[:_MOST])
        cells = (area, place, distance, str(one.peer.shared), differs)
        told = self.tr("{area}: {place}; distance {distance} over {count} indicators; differs most in {differs}")
        return PlainRow(
            one.peer.area,
            cells,
            told.format(area=area, place=place, distance=distance, count=one.peer.shared, differs=differs),
        )

    def _difference(self, held: Difference) -> str:
        return f"{self.words.indicator(held.indicator)} ({signed(held.gap)})"

    def _tell(self, current: QModelIndex, previous: QModelIndex) -> None:
        self.told.setText(self.model.rows[current.row()].told if current.isValid() else "")

    def _open(self, row: int) -> None:
        self.chosen.emit(self.model.rows[row].key, "")

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        super().set_theme(theme)
        self.table.set_theme(theme)

    def pointed_at(self) -> tuple[str, str]:
        """Of the peer in the current row, what it differs most in; "" while none is."""
        row = self.table.currentIndex().row()
        if not 0 <= row < len(self.found):
            return "", ""
        differs = self.found[row].differences
        return self.found[row].peer.area, differs[0].indicator if differs else ""

    def stop(self) -> None:
        """Seek no more."""
        self.job.cancel()

    def drawing(self) -> TableDrawing | None:
        """The rows."""
        table = self.model.table()
        return TableDrawing(table[0], table[1:], frozenset({2, 3}), self.theme) if len(table) > 1 else None

    def rows(self) -> list[list[str]]:
        """The rows."""
        return self.model.table() if self.found else []


def _seeking(result: "Result", area: str) -> Callable[[], tuple[Neighbour, ...]]:
    def work() -> tuple[Neighbour, ...]:
        from citeria_core.cluster_profile import differences, peers

        time = result.times[result.areas.index(area)] if result.times else ""
        return tuple(
            Neighbour(peer, differences(result, area, peer.area)) for peer in peers(result, area, _COUNT, time)
        )

    return work
