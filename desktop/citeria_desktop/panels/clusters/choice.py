"""How many clusters: five criteria in small charts, and what they come to in words. Each is information, no verdict."""

from functools import partial
from math import nan
from typing import TYPE_CHECKING

from citeria_desktop.figures import fixed
from citeria_desktop.language import lists
from citeria_desktop.painting.k_charts import KChart, KFigure
from citeria_desktop.panels.clusters.gathered import GatheredPage, Pieces
from citeria_desktop.theme import Theme

if TYPE_CHECKING:
    from citeria_core.choice import Evidence


class ChoicePage(GatheredPage):
    """Gathers evidence while it is in view; a click on a number, or Enter, shows that many clusters."""

    name = "choice"

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._k = ""

    @property
    def evidence(self) -> "Evidence | None":
        """What is known so far."""
        found: Evidence | None = self.found
        return found

    def title(self) -> str:
        """What stands on the tab."""
        return self.tr("How many")

    def doing(self) -> str:
        """What takes its time."""
        return self.tr("Resampling for the gap statistic and for stability")

    @property
    def method(self) -> str:
        """The method whose clusters are counted: that of the set in view, else Ward's."""
        shown = self.study.shown if self.study is not None else None
        return "ward" if shown is None or shown.given else shown.key

    def about(self) -> tuple[object, ...] | None:
        """The values and the method."""
        return (self.study.result, self.method) if self.study is not None and self.study.tree is not None else None

    def pieces(self) -> Pieces:
        """Evidence for one number of clusters after the other."""
        from citeria_core.choice import gather

        assert self.study is not None
        return partial(gather, self.study.result, self.method)

    def make_figure(self) -> KFigure | None:
        """A chart for each criterion."""
        held = self.evidence
        self.note.setText(self._words())
        if held is None or not held.ks or self.study is None:
            return None
        picks, more = held.picks(), self.tr("larger is better")
        unknown = (nan,) * len(held.ks)
        gap_ks = (1, *held.ks)
        gaps = held.gaps or (nan,) * len(gap_ks)
        charts = (
            KChart(self.tr("Silhouette"), more, held.ks, held.silhouette, (), picks.get("silhouette")),
            KChart(
                self.tr("Calinski–Harabasz"), more, held.ks, held.calinski_harabasz, (), picks.get("calinski_harabasz")
            ),
            KChart(
                self.tr("Davies–Bouldin"),
                self.tr("smaller is better"),
                held.ks,
                held.davies_bouldin,
                (),
                picks.get("davies_bouldin"),
            ),
            KChart(
                self.tr("Gap statistic"),
                self.tr("first within one error of the next"),
                gap_ks,
                gaps,
                held.gap_errors,
                held.gap_k,
            ),
            KChart(
                self.tr("Stability (Jaccard)"), more, held.ks, held.stability or unknown, (), picks.get("stability")
            ),
        )
        return KFigure(charts, self.study.k if not self.study.shown.given else 0)

    def _words(self) -> str:
        held = self.evidence
        if held is None or not held.picks():
            return self.tr("Here will be what speaks for each number of clusters.")
        names = {
            "silhouette": self.tr("silhouette"),
            "calinski_harabasz": self.tr("Calinski–Harabasz"),
            "davies_bouldin": self.tr("Davies–Bouldin"),
            "gap": self.tr("the gap statistic"),
            "stability": self.tr("stability"),
        }
        by_k: dict[int, list[str]] = {}
        for criterion, k in held.picks().items():
            by_k.setdefault(k, []).append(names[criterion])
        told = lists.statements(self.tr("{k}: {names}").format(k=k, names=lists.names(by_k[k])) for k in sorted(by_k))
        return self.tr(
            "{method} – numbers and what speaks for them – {votes}. Most speak for {k}. "
            "Each is information, not a verdict: what the clusters are for decides."
        ).format(method=self.words.method(self.method), votes=told, k=held.favourite() or 1)

    def fit(self) -> None:
        """As high as the charts ask for."""
        figure = self.chart.figure
        wide = self.pane.viewport().width() - 32
        self.chart.setMinimumHeight(round(figure.height(wide)) + 20 if figure is not None else 0)

    def tell(self, item: str) -> str:
        """A number of clusters with all its figures."""
        held = self.evidence
        if held is None or not item.isdigit() or int(item) not in (1, *held.ks):
            return ""
        k, told = int(item), []
        if k > 1:
            at = held.ks.index(k)
            told += [
                self.tr("silhouette {value}").format(value=fixed(held.silhouette[at], 2)),
                self.tr("Calinski–Harabasz {value}").format(value=f"{held.calinski_harabasz[at]:.4g}"),
                self.tr("Davies–Bouldin {value}").format(value=fixed(held.davies_bouldin[at], 2)),
            ]
        if held.gaps:
            told.append(
                self.tr("gap {value} ± {error}").format(
                    value=fixed(held.gaps[k - 1], 2), error=fixed(held.gap_errors[k - 1], 2)
                )
            )
        if k > 1 and held.stability:
            told.append(self.tr("stability {value}").format(value=fixed(held.stability[held.ks.index(k)], 2)))
        return self.tr("{k} clusters: {figures}").format(k=k, figures=lists.clauses(told))

    def follow(self, area: str, marks: frozenset[str]) -> None:
        """The items are numbers, not areas."""
        self.area, self.marks = area, marks
        self.chart.follow(self._k)
        self.told.setText(self.tell(self._k) if self._k else self.hint())

    def hint(self) -> str:
        """What keys and mouse do."""
        return self.tr("← → walk through the numbers; Enter or a double click shows that many clusters.")

    def choose(self, item: str) -> None:
        """Tell of the number."""
        self._k = item
        self.follow(self.area, self.marks)

    def open(self, item: str) -> None:
        """Show that many clusters."""
        if int(item) > 1:
            self.k_wanted.emit(int(item))

    def rows(self) -> list[list[str]]:
        """The figures of every number in full."""
        held = self.evidence
        if held is None:
            return []
        head = ["k", "silhouette", "Calinski-Harabasz", "Davies-Bouldin", "gap", "gap error", "stability"]
        rows = []
        for k in (1, *held.ks):
            at = k - 2
            own = [held.silhouette, held.calinski_harabasz, held.davies_bouldin] if k > 1 else [(), (), ()]
            gaps = [repr(held.gaps[k - 1]), repr(held.gap_errors[k - 1])] if held.gaps else ["", ""]
            stable = repr(held.stability[at]) if k > 1 and held.stability else ""
            rows.append([str(k), *(repr(figures[at]) if figures else "" for figures in own), *gaps, stable])
        return [head, *rows]
