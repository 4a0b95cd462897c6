"""A weight as somebody types it: a number, or a share in per cent that the number is reckoned from."""

from decimal import Decimal

from citeria_core import parse
from citeria_core.errors import KnownError
from citeria_core.model import Qualifier
from citeria_core.reweigh import GRAIN

_PLACES = 4  # digits after the point of a weight reckoned from a share: closer than the share is shown


class NotAWeightError(KnownError):
    """A text that is not one number."""

    code = "not_a_weight"
    template = "“{text}” is no weight. Type one number, such as 30; weights are relative to those beside them."


class NoShareError(KnownError):
    """A share that no weight gives."""

    code = "no_share"
    template = (
        "No weight makes a share of {text}: what stands beside it weighs {others}."
        " Type a weight, such as 30, or a share below 100 %."
    )


class NotAShareError(KnownError):
    """A text that is no share of a hundred."""

    code = "not_a_share"
    template = "“{text}” is no share. Type one number from 0 to 100, such as 30 or 12.5."


def read_share(text: str) -> Decimal:
    """The share in per cent that a text says; raises `NotAShareError`."""
    try:
        reading = parse.read_number(text)
    except KnownError as error:
        raise NotAShareError(text=text) from error
    if reading.qualifier is not Qualifier.EXACT or reading.unit not in ("", "%") or not 0 <= reading.value <= 100:
        raise NotAShareError(text=text)
    return Decimal(repr(reading.value)).quantize(GRAIN)


def shown_share(share: Decimal) -> str:
    """A share as a lane shows it: with one decimal where it has any, "44.4" or "40"."""
    near = share.quantize(Decimal("0.1"))
    return f"{near:.0f}" if near == near.to_integral_value() else f"{near:.1f}"


def read_weight(text: str, others: float | None) -> float:
    """The weight that a text asks for; `others` is what its siblings weigh together, None where that is unknown.

    “12 %” asks for the weight whose share is 12 per cent while the siblings keep theirs. Raises `NotAWeightError`,
    `NoShareError`.
    """
    try:
        reading = parse.read_number(text)
    except KnownError as error:
        raise NotAWeightError(text=text) from error
    if reading.qualifier is not Qualifier.EXACT or reading.unit not in ("", "%"):
        raise NotAWeightError(text=text)
    if not reading.unit:
        return reading.value
    share = reading.value / 100
    if others is None or others <= 0 or not 0 <= share < 1:
        told = "nothing" if not others else parse.format_number(others)
        raise NoShareError(text=text, others=told)
    return round(others * share / (1 - share), _PLACES)
