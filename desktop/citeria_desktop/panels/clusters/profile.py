"""What a cluster is like: the area in its midst and what sets it apart from all areas, in bars and in words."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel

from citeria_core.cluster_profile import ClusterProfile
from citeria_core.cluster_set import Cluster, ClusterSet
from citeria_desktop.figures import signed
from citeria_desktop.painting.bar_rows import BarFigure, BarRow
from citeria_desktop.painting.cluster_look import colour_of, draw_mark
from citeria_desktop.panels.chooser import Chooser
from citeria_desktop.panels.clusters.page import ChartPage
from citeria_desktop.theme import Theme

_MOST = 60  # indicators shown, the most telling


class ProfilePage(ChartPage):
    """One cluster at a time; the selected area's cluster comes into view."""

    name = "profile"

    def __init__(self, theme: Theme) -> None:
        self._position: int | None = None
        super().__init__(theme)
        self.cluster = Chooser()
        self.cluster.setAccessibleName(self.tr("Cluster"))
        self.cluster.setMinimumWidth(220)
        self.cluster.activated.connect(self._choose_cluster)
        line = QHBoxLayout()
        line.setContentsMargins(16, 8, 16, 0)
        line.addWidget(QLabel(self.tr("Cluster")))
        line.addWidget(self.cluster)
        line.addStretch(1)
        self.column.insertLayout(0, line)

    def title(self) -> str:
        """What stands on the tab."""
        return self.tr("Profile")

    def refresh(self) -> None:
        """The list of clusters and the chart anew."""
        self.cluster.clear()
        if self.study is not None:
            for cluster in self.study.shown.clusters:
                self.cluster.addItem(self.words.cluster(cluster), cluster.position)
        self.cluster.setCurrentIndex(max(0, self.cluster.findData(self._position)))
        self._position = self.cluster.currentData()
        super().refresh()

    def follow(self, area: str, marks: frozenset[str]) -> None:
        """Turn to the cluster of the area that was selected."""
        changed = area != self.area
        self.area, self.marks = area, marks
        position = self.study.shown.positions.get(area) if self.study is not None else None
        if changed and position is not None and position != self._position:
            self._position = position
            self.refresh()
        self._follow_indicator()

    def _follow_indicator(self) -> None:
        self.chart.follow(self.indicator)
        self.told.setText(self.tell(self.indicator) if self.indicator else self.hint())

    def hint(self) -> str:
        """What the bars are."""
        return self.tr(
            "Bars: mean of the cluster minus mean of all, in standard deviations; hollow ones may be chance."
        )

    @property
    def profile(self) -> ClusterProfile | None:
        """The profile of the cluster in view."""
        profiles = self.study.profiles if self.study is not None else ()
        return next((one for one in profiles if self._position is not None and one.label == self._position + 1), None)

    def make_figure(self) -> BarFigure | None:
        """A bar for each trait."""
        profile, study = self.profile, self.study
        cluster = study.shown.at(self._position) if study is not None and self._position is not None else None
        if profile is None or cluster is None or study is None:
            self.note.setText("")
            return None
        self.note.setText(self._words(cluster, profile))
        traits = profile.traits[:_MOST]
        reach = max([1.0, *(abs(trait.difference) for trait in traits)])
        look = ClusterRowLook(study.shown, cluster.position)
        rows = tuple(
            BarRow(
                trait.indicator,
                self.words.indicator(trait.indicator),
                trait.difference,
                signed(trait.difference),
                look.colour,
                pale=not trait.telling,
            )
            for trait in traits
        )
        ticks = tuple(float(tick) for tick in range(-int(reach), int(reach) + 1))
        return BarFigure(rows, -reach * 1.1, reach * 1.1, (), ticks) if rows else None

    def _words(self, cluster: Cluster, profile: ClusterProfile) -> str:
        told = self.words.profile(cluster, profile)
        return f"{told}\n{cluster.story}" if cluster.story else told

    def fit(self) -> None:
        """As high as the rows ask for."""
        figure = self.chart.figure
        self.chart.setMinimumHeight(round(figure.height(0)) + 16 if figure is not None else 0)

    def tell(self, item: str) -> str:
        """An indicator in a sentence."""
        profile = self.profile
        found = (trait for trait in (profile.traits if profile is not None else ()) if trait.indicator == item)
        trait = next(found, None)
        return self.words.trait(trait) if trait is not None else ""

    def choose(self, item: str) -> None:
        """Select the indicator, with the area in the midst of the cluster unless one of it is selected."""
        self.indicator = item
        profile = self.profile
        if profile is not None:
            self.chosen.emit(self.area if self.area in profile.areas else profile.exemplar, item)
        self._follow_indicator()

    def _choose_cluster(self, at: int) -> None:
        self._position = self.cluster.itemData(at)
        super().refresh()
        self._follow_indicator()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        super().set_theme(theme)
        self.chart.forget()

    def state(self) -> dict[str, object]:
        """Which cluster is in view."""
        return {"cluster": self._position}

    def restore(self, state: Mapping[str, object]) -> None:
        """The cluster that was in view."""
        position = state.get("cluster")
        if isinstance(position, int):
            self._position = position
            self.refresh()

    def rows(self) -> list[list[str]]:
        """Traits with their figures in full."""
        profile = self.profile
        if profile is None:
            return []
        head = [self.tr("indicator"), self.tr("mean here"), self.tr("mean of all"), self.tr("difference (sd)"), "v"]
        return [
            head,
            *(
                [self.words.indicator(t.indicator), repr(t.mean), repr(t.overall), repr(t.difference), repr(t.v)]
                for t in profile.traits
            ),
        ]


class ClusterRowLook:
    """The colour and the mark of one cluster, for rows of bars."""

    def __init__(self, held: ClusterSet, position: int) -> None:
        self._held, self._position = held, position

    def colour(self, theme: Theme) -> QColor:
        """The colour in a theme."""
        return colour_of(theme, self._held, self._position)

    def mark(self, painter: QPainter, centre: QPointF, theme: Theme) -> None:
        """Draw the mark."""
        draw_mark(painter, centre, 6, theme, self._held, self._position)
