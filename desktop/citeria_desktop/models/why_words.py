"""Why an area moved, in words: the headline, the four parts of the ledger, and each changed input with its effect."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from citeria_core.model import Node
from citeria_core.why import Effect, Why
from citeria_desktop.language import lists
from citeria_desktop.models.ranking_words import number


@dataclass(frozen=True, slots=True)
class Line:
    """One changed input: what it is, from what to what, what it does alone; `cell` is where it stands, if in one."""

    what: str
    values: str
    effect: str
    cell: tuple[str, str] | None = None


def headline(why: Why, name: str, then: str, now: str) -> str:
    """ "Wuhan: 7 in “Base”, 6 now." """
    unranked = QCoreApplication.translate("Why", "no rank")
    return QCoreApplication.translate("Why", "{area}: {before} {then}, {after} {now}.").format(
        area=name, before=_rank(why.before) or unranked, then=then, after=_rank(why.after) or unranked, now=now
    )


def then_words(against: str, scenario: str) -> str:
    """What the ranking counts its changes against, as it follows a rank: "in “Base”", "before the last step"."""
    if against:
        return QCoreApplication.translate("Why", "in “{snapshot}”").format(snapshot=against)
    if scenario:
        return QCoreApplication.translate("Why", "by the data")
    return QCoreApplication.translate("Why", "before the last step")


def now_words(scenario: str) -> str:
    """What the ranking shows, as it follows a rank: "now", "under “Odd”"."""
    if scenario:
        return QCoreApplication.translate("Why", "under “{scenario}”").format(scenario=scenario)
    return QCoreApplication.translate("Why", "now")


def ledger(why: Why) -> tuple[tuple[str, str, str], ...]:
    """Of each part of the ledger that is not nothing: its name, the places and the points it gave."""
    change = why.change
    if change is None:
        return ()
    names = {
        "data": QCoreApplication.translate("Why", "Data"),
        "weights": QCoreApplication.translate("Why", "Weights"),
        "method": QCoreApplication.translate("Why", "Method"),
        "peers": QCoreApplication.translate("Why", "Areas that take part"),
    }
    parts = ((name, getattr(change.ranks, part), getattr(change.scores, part)) for part, name in names.items())
    told = [(name, places(ranks), points(float(scores))) for name, ranks, scores in parts if ranks or scores]
    if len(told) > 1:
        total = QCoreApplication.translate("Why", "Together")
        told.append((total, places(change.ranks.total), points(float(change.scores.total))))
    return tuple(told)


def lines(why: Why, names: Mapping[str, str], nodes: Mapping[str, Node]) -> tuple[Line, ...]:
    """Every changed input that moves the area, the strongest first."""
    return tuple(_line(one, why.area, names, nodes) for one in why.effects)


def rest(why: Why, names: Mapping[str, str]) -> tuple[str, ...]:
    """What else has to be said: another method, areas that came or went, inputs that were not tried."""
    told = list(why.method)
    for words, areas in (
        (QCoreApplication.translate("Why", "New in the ranking: {areas}."), why.entered),
        (QCoreApplication.translate("Why", "No longer in the ranking: {areas}."), why.left),
    ):
        if areas:
            told.append(words.format(areas=lists.names(names.get(area, area) for area in areas)))
    if why.joint:
        told.append(
            QCoreApplication.translate(
                "Why", "Some of these inputs can only be changed together; they share their effect evenly."
            )
        )
    if why.untried:
        words = QCoreApplication.translate("Why", "{count} more inputs changed that were not tried one by one.")
        told.append(words.format(count=why.untried))
    if not told and not why.effects and why.change is not None and not why.change.scores.total:
        told.append(QCoreApplication.translate("Why", "Nothing that this area's score rests on has changed."))
    return tuple(told)


def places(gained: Fraction | float) -> str:
    """ "▲2", "▼1½" as ▼1.5, or "0"."""
    value = float(gained)
    if math.isnan(value):
        return "–"
    if not value:
        return "0"
    return f"{'▲' if value > 0 else '▼'}{abs(value):.3g}"


def points(gained: float) -> str:
    """ "+1.2" with a real minus sign."""
    if math.isnan(gained):
        return "–"
    return ("+" if gained >= 0 else "") + number(gained, 1 if abs(gained) >= 1 or not gained else 2)


def _rank(rank: float) -> str:
    return "" if math.isnan(rank) else f"{rank:g}"


def _line(one: Effect, area: str, names: Mapping[str, str], nodes: Mapping[str, Node]) -> Line:
    code = one.node or one.indicator
    called = nodes[code].name if code in nodes else code
    cell = None
    if one.node:
        what = QCoreApplication.translate("Why", "Weight of {node}").format(node=called)
    elif one.area == area:
        what, cell = called, (one.area, one.indicator)
    else:
        what = QCoreApplication.translate("Why", "{indicator} of {area}").format(
            indicator=called, area=names.get(one.area, one.area)
        )
        cell = (one.area, one.indicator)
    if math.isnan(one.points):
        effect = QCoreApplication.translate("Why", "no rank with this alone")
    else:
        effect = QCoreApplication.translate("Why", "{places} places, {points} points").format(
            places=places(one.places), points=points(one.points)
        )
    return Line(what, f"{_value(one.before)} → {_value(one.after)}", effect, cell)


def _value(value: float) -> str:
    if math.isnan(value):
        return QCoreApplication.translate("Why", "missing")
    return f"{value:,.6g}".replace(",", " ").replace("-", "−")
