"""What a ranking says in words: the sentence of a row, its tooltip, its change, its numbers.

Words are made here so that the table, the line below it, tooltips and screen readers say the same.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from citeria_core.model import Node
from citeria_desktop.figures import fixed, whole
from citeria_desktop.language import lists
from citeria_desktop.language.catalogue import ENGLISH, spoken

if TYPE_CHECKING:
    from citeria_core.arrange import Head
    from citeria_core.ranking import Row


def tr(text: str) -> str:
    """`text` in the language of the interface."""
    return QCoreApplication.translate("Ranking", text)


def decimals(scores: Sequence[float | None]) -> int:
    """How many decimals tell these scores apart: one for scores to 100, more for narrow scales."""
    held = [abs(score) for score in scores if score is not None]
    top = max(held, default=0.0)
    return 1 if top >= 10 or top == 0 else 2 if top >= 1 else 3


def number(value: float, places: int) -> str:
    """A score with a real minus sign; what rounds to zero has no sign."""
    return fixed(value, places)


def ordinal(label: str) -> str:
    """ "6" → "6th", "3=" → "joint 3rd"."""
    joint, digits = label.endswith("="), label.rstrip("=")
    value = int(float(digits))
    if spoken() != ENGLISH:
        return (tr("joint rank {rank}") if joint else tr("rank {rank}")).format(rank=value)
    suffix = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return tr("joint {rank}").format(rank=f"{value}{suffix}") if joint else f"{value}{suffix}"


def change(row: "Row") -> str:
    """ "▲2", "▼1", or nothing."""
    if not row.change:
        return ""
    return f"{'▲' if row.change > 0 else '▼'}{abs(row.change)}"


def change_in_words(row: "Row", against: str = "", scenario: str = "") -> str:
    """ "up 2 since the last step", "down 1 against “Base”", "up 1 under “Odd”", or nothing.

    `against` is the snapshot that changes are counted against, `scenario` what the ranking is shown under.
    """
    if not row.change:
        return ""
    up = row.change > 0
    if against:
        told = tr("up {places} against “{name}”") if up else tr("down {places} against “{name}”")
    elif scenario:
        told = tr("up {places} under “{name}”") if up else tr("down {places} under “{name}”")
    else:
        told = tr("up {places} since the last step") if up else tr("down {places} since the last step")
    return told.format(places=abs(row.change), name=against or scenario)


def interval(low: float, high: float, runs: int) -> str:
    """ "ranks 5 to 8 in 90 % of 1,000 runs with other weights and doubtful values"."""
    told = tr("rank {low} in 90 % of {runs} runs with other weights and doubtful values")
    if low != high:
        told = tr("ranks {low} to {high} in 90 % of {runs} runs with other weights and doubtful values")
    return told.format(low=f"{low:.3g}", high=f"{high:.3g}", runs=whole(runs))


def stability(top: int, same: float, kept: float) -> str:
    """How firm the first ranks are: "The first 10 are the same areas in 64 % of the runs; 97 % of them stay." """
    told = tr("The first {top} are the same areas in {same} % of the runs; on average {kept} % of them stay there.")
    return told.format(top=top, same=round(100 * same), kept=round(100 * kept))


def coverage(row: "Row") -> str:
    """ "2 of 5 values"."""
    return tr("{present} of {total} values").format(present=row.present, total=row.total)


def sentence(row: "Row", parts: Sequence[Node], places: int) -> str:
    """ "Wuhan, 6th: Enterprise 3.1, Research 12.0; Infrastructure not measured; 2 of 5 values." """
    return tr("{area}, {told}").format(area=row.name, told=details(row, parts, places))


def details(row: "Row", parts: Sequence[Node], places: int) -> str:
    """The sentence of a row after the name."""
    measured = [
        f"{part.name} {number(value, places)}"
        for part, value in zip(parts, row.parts, strict=False)
        if value is not None
    ]
    absent = [part.name for part, value in zip(parts, row.parts, strict=False) if value is None]
    clauses = [lists.clauses(measured)] if measured and row.label else []
    if absent and row.label:
        clauses.append(tr("{parts} not measured").format(parts=lists.names(absent)))
    if not row.label:
        return tr("not ranked: {reason}.").format(reason=row.reason.rstrip(".。") or coverage(row))
    clauses.append(coverage(row))
    return tr("{rank}: {told}.").format(rank=ordinal(row.label), told=lists.statements(clauses))


def group_name(head: "Head") -> str:
    """ "East Coast, 3 of 4 areas"."""
    name = head.name or tr("No group")
    if head.shown == head.size:
        return (tr("{name}, 1 area") if head.size == 1 else tr("{name}, {count} areas")).format(
            name=name, count=head.size
        )
    return tr("{name}, {shown} of {count} areas").format(name=name, shown=head.shown, count=head.size)


def group_sentence(row: "Row", head: "Head", parts: Sequence[Node], places: int) -> str:
    """ "East Coast, 4 areas: mean 61.2, from 40.1 to 85.2; on average Enterprise 31.2, Research 18.0." """
    if row.score is None or head.low is None or head.high is None:
        return tr("{group}: none of them is ranked.").format(group=group_name(head))
    means = [
        f"{part.name} {number(value, places)}"
        for part, value in zip(parts, row.parts, strict=False)
        if value is not None
    ]
    return tr("{group}: mean {mean}, from {low} to {high}; on average {parts}.").format(
        group=group_name(head),
        mean=number(row.score, places),
        low=number(head.low, places),
        high=number(head.high, places),
        parts=lists.clauses(means),
    )


def spread(row: "Row", places: int) -> str:
    """ "The score lies between 31.0 and 55.2, whatever …", or nothing where all is measured."""
    if row.low is None or row.high is None:
        return ""
    told = tr("The score lies between {low} and {high}, whatever the missing values are")
    return told.format(low=number(row.low, places), high=number(row.high, places))


def part_words(row: "Row", part: Node, place: int, places: int) -> str:
    """ "Enterprise: 31.2", "Enterprise: not measured", "Enterprise: 31.2, 40 % of it imputed"."""
    value = row.parts[place]
    if value is None:
        return tr("{part}: not measured").format(part=part.name)
    share = row.imputed[place] if row.imputed else 0.0
    if share > 0:
        told = tr("{part}: {score}, {share} % of it imputed")
        return told.format(part=part.name, score=number(value, places), share=f"{100 * share:.0f}")
    return tr("{part}: {score}").format(part=part.name, score=number(value, places))


def tooltip(row: "Row", parts: Sequence[Node], places: int, missing: Sequence[str], moved: str = "") -> str:
    """Everything about a row, a line each: its sentence, how it moved, the published rank, what is missing."""
    lines = [sentence(row, parts, places)]
    if moved:
        lines.append(moved[:1].upper() + moved[1:])
    if row.published:
        lines.append(tr("Published rank: {rank}").format(rank=row.published))
    if row.partial and row.label:
        lines.append(tr("Partial: the score rests on few of the values"))
    if spread(row, places):
        lines.append(spread(row, places))
    if missing:
        told = lists.names(missing[:6]) + (
            tr(" and {count} more").format(count=len(missing) - 6) if missing[6:] else ""
        )
        lines.append(tr("Missing: {names}").format(names=told))
    return "\n".join(lines)
