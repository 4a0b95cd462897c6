"""Outlier treatment: what may be done to an indicator whose distribution fails the test, with a record of what was."""

from typing import Final

BUILT: Final = ("none",)
