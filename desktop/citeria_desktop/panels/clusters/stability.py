"""How stable the clusters are: each is sought again in a hundred bootstrap samples."""

from functools import partial
from math import isnan, nan
from typing import TYPE_CHECKING

from citeria_core.cluster_reading import DOUBTFUL, STEADY, Steadiness, steadiness
from citeria_core.cluster_set import as_clustering
from citeria_desktop.figures import fixed
from citeria_desktop.language import lists
from citeria_desktop.painting.bar_rows import BarFigure, BarRow
from citeria_desktop.panels.clusters.gathered import GatheredPage, Pieces
from citeria_desktop.panels.clusters.profile import ClusterRowLook

if TYPE_CHECKING:
    from citeria_core.validity import Stability


class StabilityPage(GatheredPage):
    """Resamples while it is in view; a cluster's row selects its areas."""

    name = "stability"

    @property
    def stability(self) -> "Stability | None":
        """What is known so far."""
        found: Stability | None = self.found
        return found

    def title(self) -> str:
        """What stands on the tab."""
        return self.tr("Stability")

    def doing(self) -> str:
        """What takes its time."""
        return self.tr("Drawing bootstrap samples")

    def about(self) -> tuple[object, ...] | None:
        """The clusters that a method found, of this study."""
        study = self.study
        return None if study is None or study.shown.given or not study.shown.clusters else (study,)

    def pieces(self) -> Pieces:
        """How often each cluster is found again, in one sample after the other."""
        from citeria_core.validity import resampled

        study = self.study
        assert study is not None
        clustering = as_clustering(study.shown, study.result.areas)
        return partial(resampled, study.result, clustering, study.shown.key)

    def begun_anew(self) -> None:
        """Figures of other clusters say nothing of these."""
        self.found = None

    def make_figure(self) -> BarFigure | None:
        """A bar for each cluster."""
        study = self.study
        self.note.setText(self._words())
        if study is None or study.shown.given or not study.shown.clusters:
            return None
        figures = self.stability.figures if self.stability is not None else {}
        rows = []
        for cluster in study.shown.clusters:
            value = figures.get(cluster.position + 1, nan)
            look = ClusterRowLook(study.shown, cluster.position)
            told = "" if isnan(value) else f"{fixed(value, 2)}  {self._judge(value)}"
            name = self.words.cluster(cluster)
            rows.append(BarRow(str(cluster.position), name, value, told, look.colour, look.mark))
        rules = ((DOUBTFUL, self.tr("doubtful below")), (STEADY, self.tr("stable above")))
        return BarFigure(tuple(rows), 0.0, 1.0, rules, (0.0, 0.5, 1.0))

    def _judge(self, value: float) -> str:
        return {
            Steadiness.STABLE: self.tr("stable"),
            Steadiness.BETWEEN: self.tr("in between"),
            Steadiness.DOUBTFUL: self.tr("doubtful"),
        }[steadiness(value)]

    def _words(self) -> str:
        if self.study is not None and self.study.shown.given:
            return self.tr("What people grouped is not found by a method, so it cannot be sought again in samples.")
        done = self.stability.done if self.stability is not None else 0
        return self.tr(
            "Mean Jaccard similarity of each cluster with its best match in {count} bootstrap samples of the areas."
        ).format(count=done)

    def fit(self) -> None:
        """As high as the rows ask for."""
        figure = self.chart.figure
        self.chart.setMinimumHeight(round(figure.height(0)) + 16 if figure is not None else 0)

    def tell(self, item: str) -> str:
        """A cluster with its figure and its areas."""
        study = self.study
        cluster = study.shown.at(int(item)) if study is not None and item.isdigit() else None
        if cluster is None:
            return ""
        areas = lists.names(self.words.area(area) for area in cluster.members)
        value = self.stability.figures.get(cluster.position + 1, nan) if self.stability is not None else nan
        figure = self.tr("not known yet") if isnan(value) else lists.clauses((fixed(value, 2), self._judge(value)))
        return self.tr("{cluster}: {figure}. {areas}").format(
            cluster=self.words.cluster(cluster), figure=figure, areas=areas
        )

    def follow(self, area: str, marks: frozenset[str]) -> None:
        """The row of the area's cluster."""
        self.area, self.marks = area, marks
        position = self.study.shown.positions.get(area) if self.study is not None else None
        item = "" if position is None else str(position)
        self.chart.follow(item)
        self.told.setText(self.tell(item))

    def choose(self, item: str) -> None:
        """Select the cluster: its first area is the selected one, all are marked."""
        cluster = self.study.shown.at(int(item)) if self.study is not None else None
        if cluster is not None:
            self.chosen.emit(cluster.members[0], "")
            self.marked.emit(frozenset(cluster.members))

    def open(self, item: str) -> None:
        """Nothing: a cluster has no dossier."""

    def rows(self) -> list[list[str]]:
        """Clusters with their figures in full."""
        if self.study is None or self.stability is None:
            return []
        figures = self.stability.figures
        return [
            [self.tr("cluster"), self.tr("stability"), self.tr("areas")],
            *(
                [self.words.cluster(one), repr(figures.get(one.position + 1, nan)), str(len(one.members))]
                for one in self.study.shown.clusters
            ),
        ]
