"""`citeria clusters`: clusters that methods find and groups that people gave, with their figures."""

import argparse
import math
from pathlib import Path
from typing import TYPE_CHECKING, Any

from citeria_core.errors import KnownError
from citeria_desktop.cli.opening import add_writing, check_all, open_session, whole_number
from citeria_desktop.cli.printing import print_json, print_outcome, print_table
from citeria_desktop.session import NoResultError

if TYPE_CHECKING:
    from citeria_core.agreement import Agreement
    from citeria_core.choice import Evidence
    from citeria_core.cluster_set import Cluster, ClusterSet
    from citeria_core.study import Study
    from citeria_desktop.cli.opening import Subparsers
    from citeria_desktop.session import Session

Record = dict[str, Any]
_METHODS = ("ward", "kmeans", "kmedoids")
_MOST_TRAITS = 3


class NoClustersError(KnownError):
    """An index with too few complete areas to be clustered."""

    code = "no_clusters"
    template = "Clusters need three areas with every value, normalised; {index} has {count}. Fill gaps, or impute them."


class TwoSetsError(KnownError):
    """A given grouping that was to be computed, or saved."""

    code = "two_sets"
    template = "{option} belongs to computed clusters, and --grouping {grouping} was asked for. Leave one of them out."


def add_parsers(subparsers: "Subparsers") -> None:
    """Add this module's commands."""
    parser = subparsers.add_parser(
        "clusters",
        help="print the clusters of an index's areas, computed or given, and how they agree with others",
        description="Clusters areas by their normalised values × √effective weight, or takes a grouping that people "
        "gave, and prints each cluster with the area in its midst and what sets it apart. Areas that lack a value are "
        "in no computed cluster.",
    )
    parser.add_argument("file", type=Path)
    parser.add_argument("--index", metavar="CODE", help="default: the first index that ranks somebody")
    parser.add_argument("--method", choices=_METHODS, default="ward")
    parser.add_argument("--k", type=whole_number, metavar="N", help="how many clusters; default: 3")
    parser.add_argument("--grouping", metavar="CODE", help="look at a given grouping instead of computing")
    parser.add_argument("--against", metavar="WHAT", help="a grouping's code, or a method, to compare with")
    parser.add_argument("--stability", action="store_true", help="seek each cluster again in 100 bootstrap samples")
    parser.add_argument("--evidence", action="store_true", help="what speaks for each number of clusters")
    parser.add_argument("--peers", metavar="AREA", help="the areas nearest to this one")
    parser.add_argument("--save-as", metavar="CODE", help="keep the computed clusters as a grouping, one undoable step")
    parser.add_argument("--name", metavar="NAME", help="the name of the grouping; default: method and number")
    add_writing(parser)
    parser.set_defaults(run=_clusters)


def _clusters(given: argparse.Namespace) -> int:
    with open_session(given.file, given.index, read_only=given.save_as is None) as session:
        study = _study(session, given)
        if given.save_as is not None:
            _save(session, study, given)
            return 0
        record = _record(session, study, given)
    if given.json:
        print_json(record)
    else:
        _print(record)
    return 0


def _study(session: "Session", given: argparse.Namespace) -> "Study":
    from citeria_core.cluster_set import given_key
    from citeria_core.study import Question

    groupings = session.project.groupings

    def computes() -> None:
        asked = (("--k", given.k), ("--stability", given.stability), ("--evidence", given.evidence))
        for option, value in (*asked, ("--save-as", given.save_as)):
            if given.grouping is not None and value:
                raise TwoSetsError(option=option, grouping=given.grouping)

    check_all(
        lambda: given.grouping is None or groupings.get(given.grouping),
        lambda: given.against in (None, *_METHODS) or groupings.get(given.against),
        lambda: given.peers is None or session.project.areas.get(given.peers),
        computes,
    )
    shown = given.method if given.grouping is None else given_key(given.grouping)
    against = given.against or ""
    if against and against not in _METHODS:
        against = given_key(against)
    work = session.study(Question(shown, against, given.k or 3))
    if work is None:
        raise NoResultError(index=session.index.code if session.index else "The project", problem=session.problem)
    study = work()
    if not study.shown.given and not study.shown.clusters:
        complete = len(study.result.areas) - len(study.left_out)
        raise NoClustersError(index=session.index.code if session.index else "", count=complete)
    return study


def _save(session: "Session", study: "Study", given: argparse.Namespace) -> None:
    from citeria_core.cluster_set import as_grouping
    from citeria_db import structure_operations

    names = {cluster.position: _name(cluster) for cluster in study.shown.clusters}
    grouping = as_grouping(study.shown, given.save_as, given.name or _title(study.shown), names)
    with session.project.because(given.reason):
        print_outcome(session.run(structure_operations.add_grouping, grouping), given)


def _name(cluster: "Cluster") -> str:
    return cluster.name or f"Cluster {cluster.position + 1}"


def _title(held: "ClusterSet") -> str:
    methods = {"ward": "Ward", "kmeans": "k-means", "kmedoids": "k-medoids"}
    return held.name if held.given else f"{methods[held.key]}, {len(held.clusters)} clusters"


def _record(session: "Session", study: "Study", given: argparse.Namespace) -> Record:
    stable = _stability(study) if given.stability else {}
    record: Record = {
        "index": session.index.code if session.index else "",
        "set": given.grouping or given.method,
        "name": _title(study.shown),
        "silhouette": _number(study.validity.silhouette) if study.validity else None,
        "calinski_harabasz": _number(study.validity.calinski_harabasz) if study.validity else None,
        "davies_bouldin": _number(study.validity.davies_bouldin) if study.validity else None,
        "left_out": list(study.left_out),
        "clusters": [_cluster(study, cluster, stable) for cluster in study.shown.clusters],
    }
    if study.against is not None:
        record["against"] = _against(study, study.against)
    if given.evidence:
        record["evidence"] = _evidence(study)
    if given.peers is not None:
        record["peers"] = _peers(study, given.peers)
    return record


def _cluster(study: "Study", cluster: "Cluster", stable: dict[int, float]) -> Record:
    profile = next((one for one in study.profiles if one.label == cluster.position + 1), None)
    traits = profile.traits if profile is not None else ()
    made: Record = {
        "number": cluster.position + 1,
        "code": cluster.code,
        "name": _name(cluster),
        "areas": list(cluster.members),
        "silhouettes": {area: study.silhouettes[area] for area in cluster.members if area in study.silhouettes},
        "exemplar": profile.exemplar if profile is not None else None,
        "traits": [
            {"indicator": t.indicator, "mean": t.mean, "overall": t.overall, "difference": t.difference, "v": t.v}
            for t in traits
        ],
    }
    if stable:
        made["stability"] = _number(stable.get(cluster.position + 1, math.nan))
    return made


def _stability(study: "Study") -> dict[int, float]:
    from citeria_core.cluster_set import as_clustering
    from citeria_core.validity import stability

    return dict(stability(study.result, as_clustering(study.shown, study.result.areas), study.shown.key))


def _against(study: "Study", other: "ClusterSet") -> Record:
    crossing = study.crossing
    return {
        "name": _title(other),
        "agreement": _agreement(study.agreement),
        "movers": [
            {"area": mover.area, "from": mover.first + 1, "to": mover.second + 1}
            for mover in (crossing.movers if crossing is not None else ())
        ],
        "rows": [cluster.position + 1 for cluster in crossing.rows] if crossing is not None else [],
        "columns": [cluster.position + 1 for cluster in crossing.columns] if crossing is not None else [],
        "counts": [list(row) for row in crossing.counts] if crossing is not None else [],
    }


def _agreement(held: "Agreement | None") -> Record | None:
    if held is None:
        return None
    return {
        "areas": held.areas,
        "ari": held.ari,
        "ami": held.ami,
        "homogeneity": held.homogeneity,
        "completeness": held.completeness,
    }


def _evidence(study: "Study") -> Record:
    from citeria_core.choice import gather

    *_, last = gather(study.result, study.shown.key)
    return {"rows": _evidence_rows(last), "picks": dict(last.picks()), "most_speak_for": last.favourite()}


def _evidence_rows(held: "Evidence") -> list[Record]:
    rows = []
    for k in (1, *held.ks) if held.ks else ():
        at = k - 2
        rows.append(
            {
                "k": k,
                "silhouette": _number(held.silhouette[at]) if k > 1 else None,
                "calinski_harabasz": _number(held.calinski_harabasz[at]) if k > 1 else None,
                "davies_bouldin": _number(held.davies_bouldin[at]) if k > 1 else None,
                "gap": _number(held.gaps[k - 1]),
                "gap_error": _number(held.gap_errors[k - 1]),
                "stability": _number(held.stability[at]) if k > 1 else None,
            }
        )
    return rows


def _peers(study: "Study", area: str) -> list[Record]:
    from citeria_core.cluster_profile import differences, peers

    result = study.result
    times = dict(zip(result.areas, result.times, strict=True)) if result.times else {}
    return [
        {
            "area": peer.area,
            "distance": peer.distance,
            "shared": peer.shared,
            "differences": [
                {"indicator": one.indicator, "gap": one.gap, "share": one.share}
                for one in differences(result, area, peer.area)
            ],
        }
        for peer in peers(result, area, 5, times.get(area, ""))
    ]


def _number(value: float) -> float | None:
    return None if math.isnan(value) else value


# -- for people --------------------------------------------------------------------------------------------------------


def _print(record: Record) -> None:
    figures = [("silhouette", record["silhouette"]), ("Calinski-Harabasz", record["calinski_harabasz"])]
    figures.append(("Davies-Bouldin", record["davies_bouldin"]))
    told = ", ".join(f"{name} {value:.3g}" for name, value in figures if value is not None)
    print(f"{record['index']}: {record['name']}" + (f" ({told})" if told else ""))
    print()
    stable = any("stability" in cluster for cluster in record["clusters"])
    head = ("no", "cluster", "areas", "in its midst", "set apart by", *(("stability",) if stable else ()))
    print_table(head, [_row(cluster, stable) for cluster in record["clusters"]], right=(0,))
    if record["left_out"] and record["set"] in _METHODS:
        print(f"\nNot all values there, so in no computed cluster: {', '.join(record['left_out'])}")
    if "against" in record:
        _print_against(record["against"])
    if "evidence" in record:
        _print_evidence(record["evidence"])
    if "peers" in record:
        print("\nNearest areas:")
        rows = [
            (one["area"], f"{one['distance']:.1f}", str(one["shared"]), _most(one["differences"], "gap"))
            for one in record["peers"]
        ]
        print_table(("area", "distance", "indicators", "differs most in"), rows, right=(1, 2))


def _row(cluster: Record, stable: bool) -> tuple[str, ...]:
    telling = [trait for trait in cluster["traits"] if abs(trait["v"]) > 1.96]
    cells = (str(cluster["number"]), cluster["name"], ", ".join(cluster["areas"]), cluster["exemplar"] or "")
    figure = cluster.get("stability")
    last = (("" if figure is None else f"{figure:.2f}"),) if stable else ()
    return (*cells, _most(telling, "difference"), *last)


def _most(held: list[Record], key: str) -> str:
    return ", ".join(f"{one['indicator']} {one[key]:+.1f}" for one in held[:_MOST_TRAITS])


def _print_against(against: Record) -> None:
    held = against["agreement"]
    if held is None:
        print(f"\n{against['name']} has no area in common with these clusters.")
        return
    print(f"\nAgainst {against['name']}, over {held['areas']} areas:")
    rows = [
        ("nested in them (homogeneity)", f"{held['homogeneity']:.2f}"),
        ("keeps them whole (completeness)", f"{held['completeness']:.2f}"),
        ("the same partition (adjusted Rand)", f"{held['ari']:.2f}"),
        ("shared information (adjusted)", f"{held['ami']:.2f}"),
    ]
    print_table(("agreement", ""), rows, right=(1,))
    if against["movers"]:
        print(f"Would move: {', '.join(mover['area'] for mover in against['movers'])}")


def _print_evidence(evidence: Record) -> None:
    print()
    keys = ("k", "silhouette", "calinski_harabasz", "davies_bouldin", "gap", "gap_error", "stability")
    rows = [tuple("" if row[key] is None else f"{row[key]:.4g}" for key in keys) for row in evidence["rows"]]
    print_table(tuple(key.replace("_", " ") for key in keys), rows, right=tuple(range(len(keys))))
    if evidence["most_speak_for"] is not None:
        votes = ", ".join(f"{name.replace('_', ' ')} {k}" for name, k in evidence["picks"].items())
        print(f"Most criteria speak for {evidence['most_speak_for']} ({votes}). Each is information, not a verdict.")
