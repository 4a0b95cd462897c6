"""Imputation: missing values filled by a stated rule. Observed values never change."""

from typing import Final

BUILT: Final = ("none",)
BUILT_PANEL: Final = ("none",)
