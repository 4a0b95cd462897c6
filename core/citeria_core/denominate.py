"""Denomination: an indicator divided by the size of its area, x / (denominator / scale_factor)."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from citeria_core.dataset import Column
from citeria_core.outcome import Outcome
from citeria_core.recipe import Denominate


def denominate(
    column: Column, denominator: Column, how: Denominate, indicator: str, name: str, areas: Sequence[str]
) -> Outcome:
    """The denominated column; where the denominator is 0 or missing the value is missing, with a finding.

    `column` and `denominator` run over `areas`.
    """
    with np.errstate(all="ignore"):
        values = column / (denominator / how.scale_factor)
    held = ~np.isnan(column)
    zero, absent = held & (denominator == 0), held & np.isnan(denominator)
    values[zero] = np.nan
    findings = [
        f"Indicator “{indicator}”: its denominator “{name}” is {what} for {_named(areas, rows)}; "
        "these values stay missing."
        for what, rows in (("0", zero), ("missing", absent))
        if rows.any()
    ]
    return Outcome(values, tuple(findings))


def _named(areas: Sequence[str], rows: NDArray[Any], most: int = 5) -> str:
    named = [areas[int(row)] for row in np.flatnonzero(rows)]
    more = f" and {len(named) - most} more" if len(named) > most else ""
    return ", ".join(named[:most]) + more
