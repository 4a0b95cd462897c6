"""What sets of clusters, clusters and areas are called, and what is said of them."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from citeria_core.cluster_set import Cluster, ClusterSet, given_key
from citeria_core.model import Grouping
from citeria_core.parse import format_number
from citeria_desktop.figures import fixed, signed
from citeria_desktop.language import lists

if TYPE_CHECKING:
    from citeria_core.cluster_profile import ClusterProfile, Trait
    from citeria_core.study import Study

METHODS = ("ward", "kmeans", "kmedoids")
_MOST_TRAITS = 3


class ClusterWords(QObject):
    """Words over the `names` of areas and the `titles` of indicators, both by code."""

    def __init__(self, names: Mapping[str, str], titles: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names, self._titles = names, titles

    def area(self, code: str) -> str:
        """The name of an area."""
        return self._names.get(code, code)

    def indicator(self, code: str) -> str:
        """The name of an indicator."""
        return self._titles.get(code, code)

    def method(self, key: str) -> str:
        """The name of a method."""
        return {"ward": self.tr("Ward"), "kmeans": self.tr("k-means"), "kmedoids": self.tr("k-medoids")}.get(key, key)

    def sets(self, groupings: Iterable[Grouping]) -> list[tuple[str, str]]:
        """Every set that can be looked at, as key and name: what people gave, then what methods find."""
        given = [(given_key(grouping.code), grouping.name) for grouping in groupings]
        return given + [(key, self.tr("Computed: {method}").format(method=self.method(key))) for key in METHODS]

    def set_name(self, held: ClusterSet) -> str:
        """The name of a set, with the number of clusters of a computed one."""
        if held.given:
            return held.name
        return self.tr("{method}, {count} clusters").format(method=self.method(held.key), count=len(held.clusters))

    def cluster(self, cluster: Cluster) -> str:
        """The name of a cluster."""
        return cluster.name or self.tr("Cluster {number}").format(number=cluster.position + 1)

    def place_of(self, held: ClusterSet, area: str) -> str:
        """The name of the cluster that an area is in."""
        position = held.positions.get(area)
        cluster = held.at(position) if position is not None else None
        return self.tr("in no cluster") if cluster is None else self.cluster(cluster)

    def about(self, study: "Study", area: str) -> str:
        """An area in a sentence: its cluster, how well it fits, and where it is in the other set."""
        if not area:
            return ""
        told = self.tr("{area}: {cluster}").format(area=self.area(area), cluster=self.place_of(study.shown, area))
        if area in study.silhouettes:
            width = fixed(study.silhouettes[area], 2)
            told = self.tr("{told}; silhouette {width}").format(told=told, width=width)
        elif area in study.left_out:
            told = self.tr("{told}; not all values are there").format(told=told)
        if study.against is not None:
            other = self.place_of(study.against, area)
            told = self.tr("{told}; {set}: {cluster}").format(
                told=told, set=self.set_name(study.against), cluster=other
            )
        return told

    # -- profiles ------------------------------------------------------------------------------------------------------

    def profile(self, cluster: Cluster, profile: "ClusterProfile") -> str:
        """What a cluster is, and what sets it apart, in two or three sentences."""
        name, areas = self.cluster(cluster), [area for area in profile.areas if area != profile.exemplar]
        if not areas:
            told = self.tr("{cluster} is {area} alone.").format(cluster=name, area=self.area(profile.exemplar))
        else:
            told = self.tr("{cluster} holds {count} areas, {area} in their midst.").format(
                cluster=name, count=len(profile.areas), area=self.area(profile.exemplar)
            )
        telling = [trait for trait in profile.traits if trait.telling]
        for traits, words in (
            ([trait for trait in telling if trait.difference > 0], self.tr("It stands above the others in {traits}.")),
            ([trait for trait in telling if trait.difference < 0], self.tr("It stands below the others in {traits}.")),
        ):
            if traits:
                named = lists.names(self._trait(trait) for trait in traits[:_MOST_TRAITS])
                told = lists.sentences((told, words.format(traits=named)))
        if not telling:
            nothing = self.tr("No difference from the others is larger than chance often makes it.")
            told = lists.sentences((told, nothing))
        return told

    def _trait(self, trait: "Trait") -> str:
        return self.tr("{indicator} ({difference} sd)").format(
            indicator=self.indicator(trait.indicator), difference=signed(trait.difference)
        )

    def trait(self, trait: "Trait") -> str:
        """One difference in a sentence."""
        words = (
            self.tr("{indicator}: {mean} on average here, {overall} over all; {difference} sd, seldom chance")
            if trait.telling
            else self.tr("{indicator}: {mean} on average here, {overall} over all; {difference} sd, {chance}")
        )
        return words.format(
            indicator=self.indicator(trait.indicator),
            mean=format_number(round(trait.mean, 1)),
            overall=format_number(round(trait.overall, 1)),
            difference=signed(trait.difference),
            chance=self.tr("which may be chance"),
        )
