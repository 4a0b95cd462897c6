"""Two sets of clusters beside each other: how well they agree, where they cross, and which areas would move."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from citeria_core.cluster_set import Crossing
from citeria_desktop.delegates.row_delegate import AnyIndex, RowDelegate, TextDelegate
from citeria_desktop.figures import fixed
from citeria_desktop.language import lists
from citeria_desktop.models.plain_rows import PlainRow, PlainRows
from citeria_desktop.painting.lettering import CENTRE, Lettering
from citeria_desktop.painting.plain_table import TableDrawing
from citeria_desktop.panels.agreement_card import AgreementCard
from citeria_desktop.panels.chooser import Chooser
from citeria_desktop.panels.clusters.page import ClusterPage, around, line_of_words
from citeria_desktop.panels.row_table import RowTable
from citeria_desktop.theme import Theme, font

_ROW = 28
_BESIDE = 48  # the margins of the page and its scroll bar
_NAME = 190
_LEAST, _MOST = 64, 190  # the width of a column of counts


class CrossingDelegate(RowDelegate):
    """A count: strong on the colour of selections where the two clusters are matched, a dot for none."""

    def __init__(self, theme: Theme, view: RowTable) -> None:
        super().__init__(theme, view)
        self._strong = Lettering(font(weight=QFont.Weight.DemiBold))
        self.matched: frozenset[tuple[int, int]] = frozenset()

    def content(self, painter: QPainter, rect: QRectF, index: AnyIndex) -> None:
        """The count."""
        text = str(index.data() or "")
        matched = (index.row(), index.column()) in self.matched
        if matched:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.colour("selection"))
            painter.drawRoundedRect(rect.adjusted(6, 3, -6, -3), 4, 4)
        shown, token = ("·", "muted") if text == "0" else (text, "text")
        self.write(painter, rect, shown, CENTRE, token, self._strong if matched else self.letters)


class AgreementPage(ClusterPage):
    """The set in view against any other."""

    name = "agreement"

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.against = Chooser()
        self.against.setAccessibleName(self.tr("Compare with"))
        self.against.setMinimumWidth(240)
        self.against.activated.connect(lambda at: self.against_wanted.emit(str(self.against.itemData(at) or "")))
        self.card: AgreementCard | None = None
        self.crossing = PlainRows(self)
        self.movers = PlainRows(self)
        self.cross_table = self._table(self.crossing, self.tr("Areas in both clusters"))
        self.mover_table = self._table(self.movers, self.tr("Areas that would move"))
        self.counts = CrossingDelegate(theme, self.cross_table)
        self.names = TextDelegate(theme, self.cross_table)
        self.cells = TextDelegate(theme, self.mover_table)
        self.mover_table.selectionModel().currentRowChanged.connect(self._choose)
        self.mover_table.opened.connect(lambda _row: self.dossier_wanted.emit())
        self.note = line_of_words()
        self.moves = QLabel()
        self.moves.setProperty("role", "strong")
        self.moves.setWordWrap(True)
        self._following = False
        self._build()

    def _table(self, model: PlainRows, name: str) -> RowTable:
        table = RowTable(model, self.theme, row_height=_ROW)
        table.setAccessibleName(name)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        return table

    def _build(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(16, 8, 16, 4)
        line.addWidget(QLabel(self.tr("Compare with")))
        line.addWidget(self.against)
        line.addStretch(1)
        inside = QWidget()
        inside.setObjectName("Surface")
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(16, 4, 16, 12)
        self._inside.setSpacing(10)
        self._card_place = QFrame()
        self._card_box = QVBoxLayout(self._card_place)
        self._card_box.setContentsMargins(0, 0, 0, 0)
        for widget in (self._card_place, self.note, self.cross_table, self.moves, self.mover_table):
            self._inside.addWidget(widget)
        self._inside.addStretch(1)
        self.column.addLayout(line)
        self.column.addWidget(around(inside), 1)
        self.setFocusProxy(self.against)

    def title(self) -> str:
        """What stands on the tab."""
        return self.tr("Agreement")

    def offer(self, sets: list[tuple[str, str]], chosen: str) -> None:
        """The sets that can be compared with."""
        self.against.clear()
        self.against.addItem(self.tr("nothing"), "")
        for key, name in sets:
            self.against.addItem(name, key)
        self.against.setCurrentIndex(max(0, self.against.findData(chosen)))

    def refresh(self) -> None:
        """Figures, counts, movers."""
        study = self.study
        crossing = study.crossing if study is not None else None
        self._show_card()
        self._following = True
        self._show_crossing(crossing)
        self._show_movers(crossing)
        self._following = False
        compared = crossing is not None and crossing.areas > 0
        for widget in (self.cross_table, self.moves, self.mover_table):
            widget.setVisible(compared)
        self.mover_table.setVisible(compared and bool(self.movers.rows))
        self.note.setText(self._words(crossing))
        self.follow(self.area, self.marks)

    def _words(self, crossing: Crossing | None) -> str:
        if self.study is None or crossing is None:
            return self.tr("Choose another set to see how well the two agree and which areas would move.")
        if not crossing.areas:
            return self.tr("The two sets have no area in common, so nothing can be compared.")
        shown, against = self.study.shown, self.study.against
        return self.tr("Rows: {first}; columns: {second}. Matched clusters are marked.").format(
            first=self.words.set_name(shown), second=self.words.set_name(against) if against is not None else ""
        )

    def _show_card(self) -> None:
        if self.card is not None:
            self._card_box.removeWidget(self.card)
            self.card.hide()
            self.card.deleteLater()
            self.card = None
        study = self.study
        if study is not None and study.agreement is not None and study.against is not None:
            first, second = self.words.set_name(study.shown), self.words.set_name(study.against)
            title = self.tr("{first} against {second}").format(first=first, second=second)
            self.card = AgreementCard(title, study.agreement)
            self.card.setMaximumWidth(520)
            self._card_box.addWidget(self.card)

    def _show_crossing(self, crossing: Crossing | None) -> None:
        if crossing is None or not crossing.areas:
            self.crossing.show((), ())
            return
        columns = [self.words.cluster(cluster) for cluster in crossing.columns]
        rows = []
        for cluster, counts in zip(crossing.rows, crossing.counts, strict=True):
            name = self.words.cluster(cluster)
            told = lists.clauses(f"{column} {count}" for column, count in zip(columns, counts, strict=True) if count)
            rows.append(PlainRow(str(cluster.position), (name, *map(str, counts)), f"{name} – {told}"))
        self.crossing.show(("", *columns), rows)
        places = {cluster.position: at for at, cluster in enumerate(crossing.columns)}
        self.counts.matched = frozenset(
            (at, places[crossing.matches[cluster.position]] + 1)
            for at, cluster in enumerate(crossing.rows)
            if cluster.position in crossing.matches
        )
        self.cross_table.paint_with(self.names, *[self.counts] * len(columns))
        self._share()
        centre = Qt.AlignmentFlag.AlignHCenter
        self.cross_table.header.alignments = dict.fromkeys(range(1, len(columns) + 1), centre)
        self.cross_table.setFixedHeight(_height(len(rows)))

    def _share(self) -> None:
        """Columns as wide as there is room for their names."""
        count = len(self.crossing.head) - 1
        if count > 0:
            room = (self.width() - _BESIDE - _NAME) // count
            wide = min(max(room, _LEAST), _MOST)
            self.cross_table.set_widths(_NAME, *[wide] * count)
            self.cross_table.setMaximumWidth(_NAME + wide * count)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        self._share()

    def _show_movers(self, crossing: Crossing | None) -> None:
        if crossing is None or self.study is None or self.study.against is None:
            self.movers.show((), ())
            return
        first, second = self.study.shown, self.study.against
        rows = []
        for mover in crossing.movers:
            here, there = self.words.place_of(first, mover.area), self.words.place_of(second, mover.area)
            told = self.tr("{area} is in {here} and would move to {there}").format(
                area=self.words.area(mover.area), here=here, there=there
            )
            rows.append(PlainRow(mover.area, (self.words.area(mover.area), here, there), told))
        self.movers.show((self.tr("area"), self.words.set_name(first), self.words.set_name(second)), rows)
        self.mover_table.paint_with(self.cells, self.cells, self.cells)
        self.mover_table.set_widths(150, 210, 0)
        self.mover_table.setFixedHeight(_height(min(len(rows), 12)))
        self.moves.setText(
            self.tr("{stay} of {total} areas are in matched clusters; these are not:").format(
                stay=crossing.staying, total=crossing.areas
            )
            if rows
            else self.tr("Every area is in matched clusters.")
        )

    def follow(self, area: str, marks: frozenset[str]) -> None:
        """The row of the area, where it is one that would move."""
        super().follow(area, marks)
        row = self.movers.row_of(area)
        self._following = True
        if row is None:
            self.mover_table.clearSelection()
        else:
            self.mover_table.selectRow(row)
        self._following = False

    def _choose(self, *indexes: AnyIndex) -> None:
        if not self._following and indexes[0].isValid():
            self.chosen.emit(self.movers.rows[indexes[0].row()].key, "")

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        super().set_theme(theme)
        self.cross_table.set_theme(theme)
        self.mover_table.set_theme(theme)

    def drawing(self) -> TableDrawing | None:
        """The counts."""
        table = self.crossing.table()
        if len(table) < 2:
            return None
        return TableDrawing(table[0], table[1:], frozenset(range(1, len(table[0]))), self.theme)

    def caption(self) -> str:
        """The figures of the agreement."""
        held = self.study.agreement if self.study is not None else None
        if held is None:
            return ""
        return self.tr(
            "Over {areas} areas: homogeneity {homogeneity}, completeness {completeness}, adjusted Rand {ari}, "
            "adjusted mutual information {ami}."
        ).format(
            areas=held.areas,
            homogeneity=fixed(held.homogeneity, 2),
            completeness=fixed(held.completeness, 2),
            ari=fixed(held.ari, 2),
            ami=fixed(held.ami, 2),
        )

    def rows(self) -> list[list[str]]:
        """The counts."""
        return self.crossing.table()


def _height(rows: int) -> int:
    return 28 + _ROW * rows + 12
