"""Many values cited to a new edition of their source at once: planned, looked at, written as one undoable step.

Words quoted from the old edition stay where they are, but nobody has read them in the new one: their value gets the
flag `unvalidated` (SDMX: V) until somebody has looked, and the day of reading goes.
"""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from citeria_core.model import Role
from citeria_core.period import Period
from citeria_db import codes, source_merge
from citeria_db.changes import Changes
from citeria_db.connection import Connection, Row
from citeria_db.identity import new_id
from citeria_db.source_operations import SelfMergeError, check_unmerged
from citeria_db.store import Project

TO_CHECK: Final = "unvalidated"


@dataclass(frozen=True, slots=True)
class Recited:
    """One citation as it is and as it would be; `joins`: its value cites the new edition in this role already."""

    citation: str
    observation: str
    area: str
    indicator: str
    period: Period
    value: str  # as printed
    role: Role
    locator: str
    new_locator: str
    quote: str
    joins: bool

    @property
    def to_check(self) -> bool:
        """Whether it carries words that have to be found again in the new edition."""
        return bool(self.quote)


def plan(
    project: Project,
    old: str,
    new: str | None,
    *,
    indicators: Collection[str] = (),
    areas: Collection[str] = (),
    locators: Mapping[str, str] | None = None,
) -> tuple[Recited, ...]:
    """Give every citation of `old` that would go to `new`, of these indicators and areas only if any are named.

    `locators` says what old locators become; others stay as they are. With no `new` yet nothing is joined.
    Raises `UnknownSourceError`, `UnknownIndicatorError`, `UnknownAreaError`, `SelfMergeError`, `MergedAlreadyError`.
    """
    ids = {"old": check_unmerged(project, old), "new": None} if new is None else _editions(project, old, new)
    for code in indicators:
        codes.indicator_id(project.connection, code)
    for code in areas:
        codes.area_id(project.connection, code)
    named = locators or {}
    found = (_recited(row, named) for row in project.connection.rows(_PLAN, ids))
    return tuple(
        one for one in found if (not indicators or one.indicator in indicators) and (not areas or one.area in areas)
    )


def _recited(row: Row, named: Mapping[str, str]) -> Recited:
    id_, observation, area, indicator, start, end, value, role, locator, quote, joins = row
    period, new = Period(start=start, end=end), named.get(locator, locator)
    return Recited(id_, observation, area, indicator, period, value, Role(role), locator, new, quote, bool(joins))


def recite(project: Project, old: str, new: str, chosen: Collection[Recited]) -> Changes:
    """Cite `new` instead of `old` in the chosen citations, with their new locators, as one step.

    One that would stand twice for its value in one role is joined with the one there, as a merge does. A citation that
    is none of `old` any more is passed over.
    """
    ids = _editions(project, old, new)
    named = project.sources.get(new).key
    count = len(chosen)
    with project.transact(f"Cite {named} instead of {old} for {count:,} value{'' if count == 1 else 's'}") as writing:
        connection = project.connection
        wanted = {one.citation: one.new_locator for one in chosen}
        standing = connection.rows(_STANDING, {**ids, "chosen": json.dumps(list(wanted))})
        connection.write_many(
            "UPDATE citation SET locator = ?, retrieved = '' WHERE id = ?", [(wanted[id_], id_) for id_, *_ in standing]
        )
        source_merge.move(connection, ids["new"], ids["old"], [id_ for id_, *_ in standing])
        _flag(connection, {observation for _, observation, quote in standing if quote})
    return writing.changes


def _flag(connection: Connection, observations: Collection[str]) -> None:
    """Mark values whose words are to be found again; one that is marked already stays so."""
    marked = {
        id_ for (id_,) in connection.rows("SELECT observation_id FROM observation_flag WHERE flag = ?", (TO_CHECK,))
    }
    connection.write_many(
        "INSERT INTO observation_flag (id, observation_id, flag) VALUES (?, ?, ?)",
        [(new_id(), id_, TO_CHECK) for id_ in sorted(set(observations) - marked)],
    )


def _editions(project: Project, old: str, new: str) -> dict[str, str]:
    ids = {"old": check_unmerged(project, old), "new": check_unmerged(project, new)}
    if ids["old"] == ids["new"]:
        raise SelfMergeError(key=old)
    return ids


_PLAN: Final = """
SELECT citation.id, observation.id, area.code, indicator.code, observation.period_start,
    observation.period_end,
    coalesce(nullif(observation.printed_text, ''), nullif(observation.value_text, ''),
        CAST(observation.value_num AS TEXT), ''),
    citation.role, citation.locator, citation.quote,
    EXISTS (SELECT 1 FROM citation AS own WHERE own.observation_id = citation.observation_id
        AND own.role = citation.role AND own.source_id = :new)
FROM citation JOIN observation ON observation.id = citation.observation_id
JOIN area ON area.id = observation.area_id JOIN indicator ON indicator.id = observation.indicator_id
WHERE citation.source_id = :old
ORDER BY indicator.position, indicator.code, area.position, area.code, observation.period_end, citation.id
"""

_STANDING: Final = """
SELECT id, observation_id, quote FROM citation
WHERE source_id = :old AND id IN (SELECT value FROM json_each(:chosen))
"""
