"""What the trees of the Structure view show, made from what the project holds."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from citeria_core.model import Area, Grouping, Index, Indicator, Node
from citeria_desktop.language import lists
from citeria_desktop.language.naming import name_of, second_name
from citeria_desktop.models.structure_model import Entry
from citeria_desktop.panels.weight_field import written

AREA, INDICATOR, GROUPING, GROUP, MEMBER, INDEX, NODE = (
    *("area", "indicator", "grouping", "group", "member"),
    *("index", "node"),
)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Structure", text)


def of_areas(areas: Sequence[Area]) -> tuple[Entry, ...]:
    """Areas inside their parents: name, kind, code."""
    inside: dict[str | None, list[Area]] = defaultdict(list)
    for area in areas:
        inside[area.parent].append(area)

    def below(parent: str | None) -> tuple[Entry, ...]:
        return tuple(
            Entry(
                (AREA, area.code),
                (name_of(area), second_name(area), area.kind, area.code),
                below(area.code),
                faint=area.retired,
                spoken=_said(name_of(area), area.kind, area.code, retired=area.retired),
            )
            for area in inside[parent]
        )

    return below(None)


def of_indicators(indicators: Sequence[Indicator]) -> tuple[Entry, ...]:
    """Indicators in their order: name, unit, direction, code."""
    return tuple(
        Entry(
            (INDICATOR, one.code),
            (one.name, one.unit, arrow(one.direction), one.code),
            faint=one.retired,
            spoken=_said(one.name, one.unit, one.code, retired=one.retired),
        )
        for one in indicators
    )


def of_groupings(groupings: Sequence[Grouping], names: Mapping[str, str]) -> tuple[Entry, ...]:
    """Groupings, their groups, and the members of these."""
    return tuple(
        Entry(
            (GROUPING, grouping.code),
            (grouping.name, _counted(len(grouping.groups), _tr("{0} group"), _tr("{0} groups")), grouping.code),
            tuple(
                Entry(
                    (GROUP, grouping.code, group.code),
                    (group.name, _counted(len(group.members), _tr("{0} area"), _tr("{0} areas")), group.code),
                    tuple(
                        Entry((MEMBER, grouping.code, group.code, area), (names.get(area, area), "", area), named=False)
                        for area in group.members
                    ),
                    group=(place, group.colour),
                )
                for place, group in enumerate(grouping.groups)
            ),
        )
        for grouping in groupings
    )


def of_indices(indices: Sequence[Index], indicators: Mapping[str, Indicator]) -> tuple[Entry, ...]:
    """Indices with their trees: name, weight, what it stands for."""
    return tuple(_index(index, indicators) for index in indices)


def _index(index: Index, indicators: Mapping[str, Indicator]) -> Entry:
    inside: dict[str | None, list[Node]] = defaultdict(list)
    for node in index.nodes:
        inside[node.parent].append(node)

    def below(parent: str) -> tuple[Entry, ...]:
        return tuple(
            Entry((NODE, index.code, node.code), _cells(node, indicators), below(node.code)) for node in inside[parent]
        )

    root = index.nodes[0].code if index.nodes else index.code
    ranked = _counted(len(index.areas), _tr("{0} area"), _tr("{0} areas"))
    about = _tr("ranks {areas}, as of {period}").format(areas=ranked, period=index.as_of)
    return Entry((INDEX, index.code), (index.name, "", about), below(root))


def _cells(node: Node, indicators: Mapping[str, Indicator]) -> tuple[str, str, str]:
    if node.indicator is None:
        return node.name, written(node.weight), ""
    about = indicators.get(node.indicator)
    unit = f" · {about.unit}" if about is not None and about.unit else ""
    return node.name, written(node.weight), f"{arrow(node.direction)} {node.indicator}{unit}"


def arrow(direction: int) -> str:
    """More is better ↑, less is better ↓, not stated: nothing."""
    return {1: "↑", -1: "↓"}.get(direction, "")


def _counted(count: int, one: str, many: str) -> str:
    return (one if count == 1 else many).format(count)


def _said(*words: str, retired: bool) -> str:
    return lists.clauses([*words, _tr("retired") if retired else ""])
