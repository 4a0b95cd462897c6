"""The sample's two indices over the eleven cities of the ICI-CN report.

`ICI-CN` is the report's structure with the cited values that exist; `ICI-CN-SUB` ranks the same cities by substitutes
and says so. What the report published (dimensions and their weights, measures, indicators) is read from the table of
indicators; weights inside a dimension are equal, and ours.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from citeria_core.model import Index, Node
from citeria_core.period import Period

Row = Mapping[str, str]

ICI: Final = "ICI-CN"
SUBSTITUTES: Final = "ICI-CN-SUB"

_DIMENSIONS: Final = {
    "enterprise": "Enterprise activity",
    "research": "Research proficiency",
    "infrastructure": "Infrastructure readiness",
    "government": "Government engagement",
}
_RECIPE: Final = """\
[normalise]
method = "minmax"
lower = 0.0
upper = 100.0

[aggregate]
method = "arithmetic"
min_availability = {min_availability}

[rank]
ties = "min"
"""
_ICI_DESCRIPTION: Final = (
    "The structure of the Intelligent Cities Index China 2020 as published: four dimensions with their weights, their "
    "measures and 13 indicators, with the cited values found for them. The report's city tables are not in the text "
    "available, and the weights inside a dimension and a measure were not published: ours are equal. A node needs 65 % "
    "of its parts; no city reaches that, so nobody is ranked. Each row shows its coverage, and the published order "
    "stands beside it. 5G base stations per 100,000 people is derived and stays missing until derived values exist."
)
_SUBSTITUTES_DESCRIPTION: Final = (
    "Not the published index, and no estimate of ICI-CN. The same eleven cities by substitutes that could be cited: "
    "four orders and one score, from different years, mostly read from secondary pages. For government engagement no "
    "substitute was found at city level. Missing parts are left out, so every city is ranked; rows with less than 65 % "
    "of their values are partial."
)


def indices(indicators: Sequence[Row], areas: tuple[str, ...], published: str) -> tuple[Index, Index]:
    """Both indices over `areas`, each beside the published ranking of that code, from the rows of `indicators.csv`."""
    names = {row["indicator"]: row["name"] for row in indicators}
    return ici(indicators, areas, published), substitutes(names, areas, published)


def ici(indicators: Iterable[Row], areas: tuple[str, ...], published: str) -> Index:
    """`ICI-CN` as of 2020, from the rows of `indicators.csv` that carry a weight of their dimension."""
    nodes = [Node(code=ICI, name="Intelligent Cities Index China 2020", parent=None, weight=1.0)]
    placed = {ICI}
    for row in indicators:
        if not row["dimension_weight_percent"] or row["measure"].startswith("input of"):
            continue
        dimension, measure = row["dimension"], row["measure"].lower().replace(" ", "-")
        if dimension not in placed:
            weight = float(row["dimension_weight_percent"])
            nodes.append(Node(code=dimension, name=_DIMENSIONS[dimension], parent=ICI, weight=weight))
        if measure not in placed:
            nodes.append(Node(code=measure, name=row["measure"], parent=dimension, weight=1.0))
        placed |= {dimension, measure}
        nodes.append(_leaf(row["indicator"], row["name"], measure))
    return Index(
        code=ICI,
        name="Intelligent Cities Index China 2020 (structure and cited values)",
        description=_ICI_DESCRIPTION,
        as_of=Period.parse("2020"),
        areas=areas,
        nodes=tuple(nodes),
        recipe=_RECIPE.format(min_availability=0.65),
        published=published,
    )


def substitutes(names: Mapping[str, str], areas: tuple[str, ...], published: str) -> Index:
    """`ICI-CN-SUB` as of 2024; `names` are the indicators' names by code."""
    nodes = (
        Node(code=SUBSTITUTES, name="Substitutes for ICI-CN", parent=None, weight=1.0),
        Node(code="enterprise", name="Enterprise", parent=SUBSTITUTES, weight=40.0),
        Node(code="idc", name="IDC/Inspur AI city rank", parent="enterprise", weight=1.0),
        *(_leaf(code, names[code], "idc", -1) for code in ("sub-idc-2019-rank", "sub-idc-2021-rank")),
        _leaf("sub-financing-2024-order", names["sub-financing-2024-order"], "enterprise", -1),
        Node(code="research", name="Research", parent=SUBSTITUTES, weight=30.0),
        _leaf("sub-aminer-2023-order", names["sub-aminer-2023-order"], "research", -1),
        Node(code="infrastructure", name="Infrastructure", parent=SUBSTITUTES, weight=20.0),
        _leaf("sub-smart-2020-score", names["sub-smart-2020-score"], "infrastructure"),
    )
    return Index(
        code=SUBSTITUTES,
        name="Substitutes for ICI-CN (not the published index)",
        description=_SUBSTITUTES_DESCRIPTION,
        as_of=Period.parse("2024"),
        areas=areas,
        nodes=nodes,
        recipe=_RECIPE.format(min_availability=0.0),
        published=published,
    )


def _leaf(indicator: str, name: str, parent: str, direction: int = 1) -> Node:
    return Node(code=indicator, name=name, parent=parent, weight=1.0, indicator=indicator, direction=direction)
