"""Projects to begin from: structure without a single value."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from citeria_core.errors import KnownError
from citeria_core.model import Index
from citeria_core.period import Period
from citeria_core.spelling import suggestion
from citeria_db import building
from citeria_db.clock import now
from citeria_db.sample import indices as sample_indices
from citeria_db.sample import tables as sample_tables
from citeria_db.sample.tables import table
from citeria_db.store import Project

PYRAMID: Final = "ici-pyramid"
NAMES: Final = {PYRAMID: "Intelligent-cities pyramid: four dimensions weighted 40, 30, 20 and 10, with their measures"}
_CODE: Final = "ICI"
_DESCRIPTION: Final = (
    "The pyramid of the Intelligent Cities Index China 2020: enterprise 40, research 30, infrastructure 20, government "
    "10, as published, with their measures and indicators. The weights inside a dimension were not published: equal, "
    "and ours. It holds no areas and no values; add your own. A node needs 65 % of its parts."
)


class UnknownTemplateError(KnownError):
    """A template that is not shipped."""

    code = "unknown_template"
    template = "There is no template “{given}”.{hint} Choose one of: {known}."


def build(path: Path | str, template: str, title: str = "") -> None:
    """Write a new project made from a template; `UnknownTemplateError`, and a file that exists is refused."""
    if template not in NAMES:
        raise UnknownTemplateError(
            given=template, hint=suggestion(template, NAMES, listed=True), known=", ".join(NAMES)
        )
    building.build(path, title, _pyramid)


def _pyramid(project: Project) -> None:
    rows = table("indicators")
    index = _empty(sample_indices.ici(rows, (), ""))
    used = {leaf.indicator for leaf in index.leaves()}
    for indicator in sample_tables.indicators(rows):
        if indicator.code in used:
            project.indicators.add(replace(indicator, collections=()))
    project.indices.add(index)


def _empty(published: Index) -> Index:
    """Rename the published structure, so that nobody takes what is made of it for the published index."""
    nodes = (
        replace(
            node,
            code=_CODE if node.parent is None else node.code,
            name="Intelligent cities" if node.parent is None else node.name,
            parent=_CODE if node.parent == published.code else node.parent,
        )
        for node in published.nodes
    )
    return Index(
        code=_CODE,
        name="Intelligent cities",
        description=_DESCRIPTION,
        as_of=Period.parse(now()[:4]),
        areas=(),
        nodes=tuple(nodes),
        recipe=published.recipe,
    )
