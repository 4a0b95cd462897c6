"""How well every area fits its cluster: the silhouette plot."""

from dataclasses import replace

from citeria_core.cluster_reading import Structure, structure
from citeria_desktop.figures import fixed
from citeria_desktop.painting.silhouette import SilhouetteBar, SilhouetteFigure, row_height
from citeria_desktop.panels.clusters.page import ChartPage


class SilhouettePage(ChartPage):
    """Areas sorted inside their clusters, the mean, and what it comes to in words."""

    name = "silhouette"

    def title(self) -> str:
        """What stands on the tab."""
        return self.tr("Silhouette")

    def make_figure(self) -> SilhouetteFigure | None:
        """Bars of the study; None where the silhouette is not defined."""
        study = self.study
        if study is None or not study.silhouettes or study.validity is None:
            lacking = self.tr("A silhouette needs two clusters or more of areas that have every value.")
            self.note.setText(lacking if study is not None else "")
            return None
        widths, places = study.silhouettes, study.shown.positions
        bars = [
            SilhouetteBar(area, self.words.area(area), places[area], widths[area])
            for cluster in study.shown.clusters
            for area in sorted((one for one in cluster.members if one in widths), key=lambda one: -widths[one])
        ]
        mean = study.validity.silhouette
        self.note.setText(self._judge(mean))
        words = self.tr("mean {value}").format(value=fixed(mean, 2))
        return SilhouetteFigure(study.shown, tuple(bars), mean, study.widths, words)

    def fit(self) -> None:
        """As high as the bars ask for."""
        figure = self.chart.figure
        if isinstance(figure, SilhouetteFigure):
            row = row_height(len(figure.bars), len(figure.means), self.pane.viewport().height() - 16)
            if row != figure.row:
                figure = replace(figure, row=row)
                self.chart.show_figure(figure)
            self.chart.setMinimumHeight(round(figure.height(0)) + 16)
        else:
            self.chart.setMinimumHeight(0)

    def _judge(self, mean: float) -> str:
        told = {
            Structure.STRONG: self.tr("a strong structure"),
            Structure.REASONABLE: self.tr("a reasonable structure"),
            Structure.WEAK: self.tr("a weak structure"),
            Structure.NONE: self.tr("no substantial structure"),
        }[structure(mean)]
        return self.tr(
            "1: far from other clusters; 0: between two; below 0: nearer to another. Mean {mean}: {told}."
        ).format(mean=fixed(mean, 2), told=told)

    def rows(self) -> list[list[str]]:
        """Areas with their widths, as they stand."""
        figure = self.chart.figure
        if not isinstance(figure, SilhouetteFigure) or self.study is None:
            return []
        shown = self.study.shown
        rows = [[bar.name, self.words.place_of(shown, bar.area), repr(bar.value)] for bar in figure.bars]
        return [[self.tr("area"), self.tr("cluster"), self.tr("silhouette")], *rows]
