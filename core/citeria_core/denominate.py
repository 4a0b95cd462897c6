"""Denomination: an indicator divided by the size of its area, x / (denominator / scale_factor)."""

from typing import Final

BUILT: Final = ("false",)
