"""What choosing a value would do, in words: "Wuhan 7 → 6, Harbin 8 → 9; score +1.2"."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from citeria_core.effects import Effect
from citeria_core.model import Missing, Status
from citeria_core.ranking import Move
from citeria_desktop.figures import signed
from citeria_desktop.language import lists
from citeria_desktop.language.phrases import say
from citeria_desktop.models.cell_look import reason_text

translate = QCoreApplication.translate
_MOST: Final = 4  # areas named; the rest are counted
_SHOWN: Final = 0.05  # a shift of the score below this rounds to nothing


def effect_words(effect: Effect, area: str, status: Status = Status.REPORTED) -> str:
    """One line about `effect` on the ranks, the cell's own `area` first; `status` is that of the observation."""
    if not effect.computed:
        return translate("Effect", "With it the ranking cannot be computed.")
    ranks = _moves(effect, area)
    shift = signed(effect.shift) if effect.shift is not None else ""
    told = translate("Effect", "{ranks}; score {shift}").format(ranks=ranks, shift=shift) if _moved(effect) else ranks
    if not effect.read:
        return translate("Effect", "The index would still read another period: {ranks}").format(ranks=told)
    if effect.reason is None:
        return told
    return translate("Effect", "Not scored, {reason}: {ranks}").format(
        reason=_reason(effect.reason, status), ranks=told
    )


def _moves(effect: Effect, area: str) -> str:
    ordered = sorted(effect.moves, key=lambda move: move.area != area)
    if not ordered:
        return translate("Effect", "no rank changes")
    told = lists.clauses(_one(move) for move in ordered[:_MOST])
    more = len(ordered) - _MOST
    return translate("Effect", "{moves} and {count} more").format(moves=told, count=more) if more > 0 else told


def _one(move: Move) -> str:
    return f"{move.name} {move.before_label or '–'} → {move.after_label or '–'}"


def _moved(effect: Effect) -> bool:
    return effect.shift is not None and abs(effect.shift) >= _SHOWN


def _reason(reason: Missing, status: Status) -> str:
    if reason is Missing.BOUND_ONLY:
        return translate("Effect", "a bound")
    if reason is Missing.NOT_A_NUMBER:
        return translate("Effect", "not a number")
    return say(status.value) if reason is Missing.STATUS_NOT_ALLOWED else reason_text(reason)
