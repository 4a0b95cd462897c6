"""How the window writes figures that it is given: one minus sign, one space between thousands, one point, everywhere.

Values of indicators are written by `citeria_core.parse.format_number`, or with all their digits by
`models.cell_look.full_number`; here stand counts, scores, shares and differences.
"""

from math import isnan
from typing import Final

NONE: Final = "–"  # where there is no figure
_THIN, _MINUS = "\u2009", "−"


def whole(count: int) -> str:
    """A count: "12 000"."""
    return f"{count:,}".replace(",", _THIN).replace("-", _MINUS)


def fixed(value: float, places: int) -> str:
    """A figure with so many digits after the point: "−0.36"; what rounds to zero has no sign."""
    if isnan(value):
        return NONE
    text = f"{value:,.{places}f}".replace(",", _THIN)
    return text.replace("-", _MINUS) if float(f"{value:.{places}f}") else f"{0:.{places}f}"


def signed(value: float, places: int = 1) -> str:
    """A difference with its sign: "+1.2", "−0.4"."""
    if isnan(value):
        return NONE
    return ("+" if value >= 0 and float(f"{value:.{places}f}") else "") + fixed(value, places)


def ranked(rank: float) -> str:
    """A rank: "7", and "7.5" where two share 7 and 8."""
    return NONE if isnan(rank) else f"{rank:g}"


def percent(share: float, places: int = 0) -> str:
    """A share of one in per cent: "43 %"."""
    return NONE if isnan(share) else f"{fixed(100 * share, places)} %"
