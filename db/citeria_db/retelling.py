"""A new value told by an observation that is there: which one that is, and what becomes of its citations.

Words quoted for another value go. Typing and pasting share it, so that a cell says the same whichever way its value
came.
"""

from collections.abc import Iterable
from dataclasses import replace

from citeria_core.model import Observation, Role
from citeria_db.store import Project

CHANGED_SINCE_CITED = "changed since cited"  # a flag of ours: the sources cited stated another value
READ_FROM = frozenset({Role.PRIMARY, Role.VIA})  # roles in which a source is where the value comes from


def teller(held: Iterable[Observation], source: str | None) -> Observation | None:
    """Find the observation of a cell that a new value belongs to: the one read from `source`.

    Of several, the one in use comes first. Without a source it is the one in use; None if there is none.
    """
    in_use_first = sorted(held, key=lambda observation: not observation.preferred)
    if source is None:
        return next((observation for observation in in_use_first if observation.preferred), None)
    return next((observation for observation in in_use_first if _is_read_from(observation, source)), None)


def _is_read_from(observation: Observation, source: str) -> bool:
    return any(citation.source == source and citation.role in READ_FROM for citation in observation.citations)


def retell(
    project: Project, own: Observation, said: Observation, source: str | None, locator: str, quote: str
) -> frozenset[str]:
    """Bring the citations and flags of `own` up to the value `said`; give its flags then.

    Words quoted for another value go. `source` is the one that states the new value (None: nobody does), with its
    locator and quote where they are given.
    """
    changed = _states(own) != _states(said)
    for citation in own.citations:
        named = citation.source == source and citation.role in READ_FROM
        kept = "" if changed and citation.role is not Role.CONTRADICTS else citation.quote
        told = replace(
            citation,
            locator=(locator if named else "") or citation.locator,
            quote=(quote if named else "") or kept,
            translation=citation.translation if kept else "",
            speaker=citation.speaker if kept or not changed else "",
        )
        if told != citation:
            project.citations.change(told)
    flags = own.flags
    if source is not None:
        flags -= {CHANGED_SINCE_CITED}
    elif changed and own.citations:
        flags |= {CHANGED_SINCE_CITED}
    if flags != own.flags:
        project.observations.set_flags(own.id, flags)
    return flags


def _states(observation: Observation) -> tuple[object, ...]:
    return observation.value, observation.text, observation.qualifier, observation.low, observation.high
