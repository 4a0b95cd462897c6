"""One source cited for many values at once, and what was cited last."""

from collections.abc import Iterable
from dataclasses import replace

from citeria_core.model import Citation, Role
from citeria_db.changes import Changes
from citeria_db.retelling import CHANGED_SINCE_CITED
from citeria_db.store import Project


def cite_all(project: Project, observations: Iterable[str], citation: Citation) -> Changes:
    """Cite a source for several observations as one step; each as `operations.cite` does, its words untouched.

    One that cites the source in this role already takes the locator, where one is given.
    Raises `UnknownSourceError`, `UnknownObservationError`.
    """
    key = project.sources.get(citation.source).key
    wanted = tuple(project.observations.many(observations).values())
    values = "1 value" if len(wanted) == 1 else f"{len(wanted):,} values"
    with project.transact(f"Cite {key} for {values}") as writing:
        added = []
        for held in wanted:
            there = next((c for c in held.citations if (c.source, c.role) == (key, citation.role)), None)
            if there is None:
                added.append((held.id, replace(citation, id="", source=key)))
            elif citation.locator and citation.locator != there.locator:
                project.citations.change(replace(there, locator=citation.locator))
            if citation.role is not Role.CONTRADICTS and CHANGED_SINCE_CITED in held.flags:
                project.observations.set_flags(held.id, held.flags - {CHANGED_SINCE_CITED})
        project.citations.add_many(added)
    return writing.changes


def cited_by(project: Project, changes: Changes) -> Citation | None:
    """Give a citation that a step added or changed, without its words; None if it left none."""
    for id_ in changes.keys.get("citation", ()):
        found = project.connection.row(
            "SELECT observation_id FROM citation WHERE id = ?",
            (id_,),
        )
        if found is not None:
            held = project.observations.get(found[0])
            cited = next(one for one in held.citations if one.id == id_)
            return Citation("", cited.source, cited.role, cited.locator)
    return None
