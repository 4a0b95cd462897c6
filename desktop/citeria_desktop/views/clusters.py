"""Clusters: what Ward's method finds in the normalised values, beside the groupings that people gave.

Clustering and agreement are computed away from the window's thread; what is on the screen stays until the newest
result arrives. A cluster keeps its mark and colour when values change.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from citeria_core.model import Grouping
from citeria_desktop.jobs import LatestJob
from citeria_desktop.language.naming import name_of
from citeria_desktop.models.cluster_model import ClusterModel
from citeria_desktop.panels.agreement_card import AgreementCard
from citeria_desktop.panels.chooser import Chooser
from citeria_desktop.panels.cluster_table import ClusterTable
from citeria_desktop.panels.colour_scale import ColourScale
from citeria_desktop.panels.given_groups import GivenGroups
from citeria_desktop.panels.view_header import ViewHeader
from citeria_desktop.theme import Theme
from citeria_desktop.views.view import View

if TYPE_CHECKING:
    from citeria_core.cluster import Clustering
    from citeria_core.study import Study
    from citeria_desktop.bridge import SessionBridge

_DEFAULT_K = 3
_SIDE = 320
_NARROW = 880  # below this width the given groups stand under the computed ones
_HIGH = 680  # below this height the agreements stand with the given groups
_UNBOUND = 16777215  # QWIDGETSIZE_MAX


class ClustersView(View):
    """Computed clusters at the left, given ones at the right."""

    def __init__(self, bridge: "SessionBridge", theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(bridge, theme, parent)
        self.setAccessibleName(self.tr("Clusters"))
        self.setMinimumSize(480, 320)  # not that of its layout, which is wider while all stands side by side
        self._following = False
        self._stale = True  # something changed since the last request
        self._study: Study | None = None
        self._labels: Clustering | None = None  # whose labels the next clustering keeps
        self._names: dict[str, str] = {}
        self.job = LatestJob()
        self.job.finished.connect(self._take)
        self.job.failed.connect(self._fail)
        self.model = ClusterModel(self)
        self._build()
        bridge.changed.connect(self._changed)
        bridge.selected.connect(self._follow)
        self._list_groupings()

    @property
    def busy(self) -> bool:
        """Whether what is shown waits for a result."""
        return self._stale or self.job.busy

    @property
    def grouping(self) -> Grouping | None:
        """The grouping chosen to stand beside the computed clusters."""
        groupings = self._bridge.session.groupings()
        chosen = self.given.currentData()
        return next((one for one in groupings if one.code == chosen), None)

    def set_theme(self, theme: Theme) -> None:
        """Dress in another theme."""
        super().set_theme(theme)
        self.table.set_theme(theme)
        self.scale.set_theme(theme)
        self._show_given()

    def stop(self) -> None:
        """What the job finds would be shown with a project that is closed by then."""
        self.job.cancel()

    def warm(self) -> None:
        """Compute now, in the background, what will be asked for when the view is opened."""
        if self._stale:
            self._list_groupings()
            self._request()

    # -- building ----------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.header = ViewHeader(self.tr("Clusters"))
        self.count = QSpinBox()
        self.count.setPrefix("Ward, k = ")
        self.count.setRange(2, 2)
        self.count.setValue(2)
        self.count.setKeyboardTracking(False)
        self.count.setAccessibleName(self.tr("Number of computed clusters"))
        self.count.setToolTip(self.tr("How many clusters Ward's method cuts the tree into; ↑ ↓, or + − in the table"))
        self.count.valueChanged.connect(self._count_changed)
        self.progress = QLabel()
        self.progress.setProperty("role", "small")
        self.count.setFixedWidth(104)
        self.count.lineEdit().setTextMargins(6, 0, 0, 0)
        self.fewer = _step_button("−", self.tr("One cluster fewer"), self.count.stepDown)
        self.more = _step_button("+", self.tr("One cluster more"), self.count.stepUp)
        for widget in (self.count, self.fewer, self.more, self.progress):
            self.header.add(widget)
        self.table = ClusterTable(self.model, self._theme)
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        self.table.stepped.connect(self.count.stepBy)
        self.scale = ColourScale(self._theme)
        self.empty = self._build_empty()
        left = QVBoxLayout()
        left.setContentsMargins(0, 8, 0, 0)
        left.setSpacing(8)
        left.addWidget(self.empty)
        left.addWidget(self.table, 1)
        below = QVBoxLayout()
        below.setContentsMargins(16, 0, 16, 8)
        below.addWidget(self.scale)
        left.addLayout(below)
        self.agreements = QWidget()
        self._under = QGridLayout(self.agreements)
        self._under.setContentsMargins(16, 0, 16, 12)
        self._under.setSpacing(12)
        left.addWidget(self.agreements)
        left.addStretch(0)
        self._left = left
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        self._body.addLayout(left, 1)
        self._body.addWidget(self._build_side())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(self._body, 1)

    def _build_empty(self) -> QFrame:
        card = QFrame()
        self.why = QLabel()
        self.why.setWordWrap(True)
        self.fill = QPushButton(self.tr("Go to a missing value"))
        self.fill.clicked.connect(self._go_to_missing)
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 8, 16, 8)
        column.addWidget(self.why)
        column.addWidget(self.fill, 0, Qt.AlignmentFlag.AlignLeft)
        card.hide()
        return card

    def _build_side(self) -> QScrollArea:
        self.given = Chooser()
        self.given.setAccessibleName(self.tr("Given grouping"))
        self.given.currentIndexChanged.connect(self._given_changed)
        self.groups = GivenGroups()
        self.groups.chosen.connect(self._bridge.select)
        self.cards: list[AgreementCard] = []
        inside = QWidget()
        inside.setObjectName("Surface")
        self._side = QVBoxLayout(inside)
        self._side.setContentsMargins(16, 12, 16, 16)
        self._side.setSpacing(12)
        for widget in (_section(self.tr("GIVEN BY PEOPLE")), self.given, self.groups):
            self._side.addWidget(widget)
        self._side.addStretch(1)
        self.side = QScrollArea()
        self.side.setWidget(inside)
        self.side.setWidgetResizable(True)
        self.side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.side.setFrameShape(QFrame.Shape.NoFrame)
        return self.side

    # -- what happens ------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room, one under the other where not."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        high = self.height() >= _HIGH
        self._place_agreements(below=high)
        ways = QBoxLayout.Direction
        self._body.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self.side.setMinimumWidth(0 if narrow else _SIDE)
        self.side.setMaximumWidth(_UNBOUND if narrow else _SIDE)
        self.side.setMaximumHeight(max(120, self.height() // 4) if narrow and not high else _UNBOUND)

    def _place_agreements(self, *, below: bool) -> None:
        """Below the heat map where it is high enough for both; else with the given groups, which scroll."""
        wanted, other = (self._left, self._side) if below else (self._side, self._left)
        if wanted.indexOf(self.agreements) >= 0:
            return
        other.removeWidget(self.agreements)
        wanted.insertWidget(wanted.count() - 1, self.agreements)  # before the stretch
        edge = 16 if below else 0
        self._under.setContentsMargins(edge, 0, edge, 12)
        self._show_agreements()

    def showEvent(self, event: QShowEvent) -> None:
        """Compute what is shown, once the first paint is done."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self.warm)

    @Slot()
    def _changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self.warm()

    @Slot(int)
    def _count_changed(self, value: int) -> None:
        self._request()

    @Slot(int)
    def _given_changed(self, index: int) -> None:
        self._show_given()

    def _request(self) -> None:
        self._stale = False
        work = self._bridge.session.study(self.count.value() if self._study else _DEFAULT_K, self._labels)
        if work is None:
            self.job.cancel()
            self._take(None)
            return
        self.progress.setText(self.tr("Computing…"))
        self.job.start(work)

    @Slot(str)
    def _fail(self, words: str) -> None:
        self._bridge.failed.emit(words)
        self._take(None)

    @Slot(object)
    def _take(self, study: "Study | None") -> None:
        self._study = study
        made = study.clustering if study is not None else None
        self.progress.setText("")
        self.count.setEnabled(made is not None)
        if made is not None:
            self._labels = made
            self.count.blockSignals(True)
            self.count.setRange(2, max(2, len(made.areas) - 1))
            self.count.setValue(made.k)
            self.count.blockSignals(False)
        self._explain(made is None)
        self._show_given()

    def _explain(self, empty: bool) -> None:
        session = self._bridge.session
        self.empty.setVisible(empty)
        for widget in (self.count, self.fewer, self.more):
            widget.setVisible(not empty)
        if not empty:
            return
        name = session.index.code if session.index is not None else ""
        lacking = self.tr("Clusters need three areas with every value, normalised; {index} has {count}.")
        told = session.problem or lacking.format(index=name, count=self._complete())
        self.why.setText(f"{self.tr('Here areas with alike values will stand together.')} {told}")
        self.fill.setVisible(self._first_missing() is not None)

    def _complete(self) -> int:
        result = self._bridge.session.result
        return len(result.areas) - len(self._study.left_out) if result is not None and self._study is not None else 0

    # -- given groupings ---------------------------------------------------------------------------------------------

    def _list_groupings(self) -> None:
        session = self._bridge.session
        self._names = {area.code: name_of(area) for area in session.project.areas.all()}
        chosen = self.given.currentData()
        self.given.blockSignals(True)
        self.given.clear()
        for grouping in session.groupings():
            self.given.addItem(grouping.name, grouping.code)
        self.given.setCurrentIndex(max(0, self.given.findData(chosen)))
        self.side.setVisible(self.given.count() > 0)
        self.given.blockSignals(False)
        self._show_given()

    def _show_given(self) -> None:
        grouping, study = self.grouping, self._study
        result = self._bridge.session.result
        self._following = True
        self.model.show(study, result, self._names, grouping)
        self.table.refresh()
        self._following = False
        self.table.setVisible(bool(self.model.lines))
        self.scale.setVisible(bool(self.model.lines))
        self.scale.show_range(self.model.low, self.model.high, alike=bool(self.model.alike))
        self.groups.show_grouping(grouping, self._names, self._theme)
        self._show_agreements()
        self._follow(self._bridge.area)

    def _show_agreements(self) -> None:
        for card in self.cards:
            self._under.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        grouping, study = self.grouping, self._study
        if grouping is not None and study is not None:
            if grouping.code in study.computed:
                title = self.tr("Computed clusters against {given}").format(given=grouping.name)
                self.cards.append(AgreementCard(title, study.computed[grouping.code]))
            for other in self._bridge.session.groupings():
                if (grouping.code, other.code) in study.given:
                    title = self.tr("{first} against {second}").format(first=grouping.name, second=other.name)
                    self.cards.append(AgreementCard(title, study.given[grouping.code, other.code]))
        for place, card in enumerate(self.cards):
            across = 2 if self._left.indexOf(self.agreements) >= 0 else 1
            self._under.addWidget(card, place // across, place % across, Qt.AlignmentFlag.AlignTop)

    # -- the shared selection ----------------------------------------------------------------------------------------

    @Slot(QModelIndex, QModelIndex)
    def _choose(self, current: QModelIndex) -> None:
        if current.isValid() and not self._following and self.model.lines[current.row()].area:
            self._bridge.select(self.model.lines[current.row()].area)

    @Slot(str, str)
    def _follow(self, area: str, indicator: str = "") -> None:
        number = self.model.row_of(area) if area else None
        self._following = True
        if number is None:
            self.table.selectionModel().clear()
        else:
            flags = QItemSelectionModel.SelectionFlag
            index = self.model.index(number, self.model.area_column)
            self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self._following = False
        self.groups.mark(area)

    def _first_missing(self) -> tuple[str, str] | None:
        session = self._bridge.session
        found = (cell for cell, reading in session.readings.items() if reading.value is None)
        return next(found, None)

    @Slot()
    def _go_to_missing(self) -> None:
        cell = self._first_missing()
        if cell is not None:
            self._bridge.select(*cell)
            self.go_wanted.emit("data", "")


def _step_button(text: str, name: str, step: Callable[[], None]) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setFixedWidth(30)
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.clicked.connect(step)
    return button


def _section(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "section")
    return label
