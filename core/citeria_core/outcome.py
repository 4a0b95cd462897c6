"""What a stage gives back for one column."""

from typing import Any, NamedTuple

from citeria_core.dataset import Column


class Outcome(NamedTuple):
    """A column after a stage, and what there is to say about it."""

    values: Column
    findings: tuple[str, ...] = ()
    record: Any = None  # what was done, in the stage's own form
