"""What the project keeps of a source beside its bibliographic item, and how the row is written anew.

Tags are CSL's `keyword`: words parted by commas, which every format of exchange carries.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from citeria_core.model import Source
from citeria_core.source_identity import canonical_url
from citeria_db import codes
from citeria_db.connection import Connection

STALE_DAYS: Final = 365  # a cited source without an update period is looked at again after these
RELIABILITIES: Final = range(1, 6)
PEDIGREE: Final = ("reliability", "completeness", "temporal", "geographical", "technological")
Pedigree = tuple[int | None, int | None, int | None, int | None, int | None]
UNJUDGED: Final[Pedigree] = (None, None, None, None, None)


@dataclass(frozen=True, slots=True)
class Upkeep:
    """How a source is judged and kept up to date; `reliability` of the source as a whole from 1 (best) to 5.

    `pedigree` is its row of the pedigree matrix (Weidema and Wesnæs 1996): five criteria in the order of `PEDIGREE`,
    each from 1 (best) to 5, or None where nobody has judged it.
    """

    key: str
    producer: str = ""
    licence: str = ""
    redistributable: bool | None = None
    reliability: int | None = None
    derived_from: str | None = None
    update_period_days: int | None = None
    character: str = ""
    merged_into: str | None = None
    pedigree: Pedigree = UNJUDGED


@dataclass(frozen=True, slots=True)
class Due:
    """A source to look at again: when it was last read (None: nobody noted it) and since when it is due."""

    key: str
    title: str
    accessed: date | None
    since: date | None
    cited: int


def upkeep(connection: Connection, key: str) -> Upkeep:
    """Read the upkeep of one source; `UnknownSourceError` names close keys."""
    return upkeeps(connection, "WHERE source.id = ?", (codes.source_id(connection, key),))[key]


def upkeeps(connection: Connection, where: str = "", parameters: tuple[str, ...] = ()) -> dict[str, Upkeep]:
    """Read the upkeep of every source (or of those for which the SQL of `where` holds) by key."""
    scores = ", ".join(f"source.pedigree_{criterion}" for criterion in PEDIGREE)
    rows = connection.rows(
        "SELECT source.key, source.producer, source.licence, source.redistributable, source.reliability, origin.key,"
        f" source.update_period_days, source.character, kept.key, {scores} FROM source"
        " LEFT JOIN source AS origin ON origin.id = source.derived_from"
        f" LEFT JOIN source AS kept ON kept.id = source.merged_into {where}",
        parameters,
    )
    return {row[0]: _upkeep(*row) for row in rows}


def _upkeep(key: str, producer: str, licence: str, free: int | None, reliability: int | None, *rest: Any) -> Upkeep:
    origin, days, character, kept, *scores = rest
    first, second, third, fourth, fifth = scores
    redistributable = None if free is None else bool(free)
    pedigree = (first, second, third, fourth, fifth)
    return Upkeep(key, producer, licence, redistributable, reliability, origin, days, character, kept, pedigree)


def write_upkeep(connection: Connection, wanted: Upkeep) -> None:
    """Write all of `wanted` but `merged_into`, which only a merge changes."""
    connection.write(
        "UPDATE source SET producer = ?, licence = ?, redistributable = ?, reliability = ?, derived_from = ?,"
        f" update_period_days = ?, character = ?, {' = ?, '.join(f'pedigree_{name}' for name in PEDIGREE)} = ?"
        " WHERE id = ?",
        (
            wanted.producer,
            wanted.licence,
            None if wanted.redistributable is None else int(wanted.redistributable),
            wanted.reliability,
            codes.optional_source_id(connection, wanted.derived_from),
            wanted.update_period_days,
            wanted.character,
            *wanted.pedigree,
            codes.source_id(connection, wanted.key),
        ),
    )


def write_item(connection: Connection, key: str, csl: Mapping[str, Any]) -> None:
    """Write the bibliographic item of a source; a producer that was its publisher follows the publisher."""
    id_ = codes.source_id(connection, key)
    before, producer = connection.rows("SELECT csl, producer FROM source WHERE id = ?", (id_,))[0]
    if producer == str(json.loads(before).get("publisher", "")):
        producer = str(csl.get("publisher", ""))
    connection.write(
        "UPDATE source SET csl = ?, url_canonical = ?, doi = ?, producer = ? WHERE id = ?",
        (
            json.dumps(dict(csl), ensure_ascii=False, sort_keys=True, allow_nan=False),
            canonical_url(str(csl.get("URL", ""))),
            str(csl.get("DOI", "")).strip().lower(),
            producer,
            id_,
        ),
    )


def write_key(connection: Connection, key: str, new: str) -> None:
    """Give a source another key; `DuplicateCodeError` if it is taken."""
    codes.refuse_taken(connection, "source", "key", new, "a source")
    connection.write("UPDATE source SET key = ? WHERE id = ?", (new, codes.source_id(connection, key)))


def tags(source: Source) -> tuple[str, ...]:
    """The tags of a source, in their order."""
    return tuple(word for part in str(source.csl.get("keyword") or "").split(",") if (word := part.strip()))


def accessed(source: Source) -> date | None:
    """The day a source was last read; of a month or year its first day, so that it is looked at too early."""
    said = source.csl.get("accessed")
    dates = said.get("date-parts") if isinstance(said, Mapping) else None
    try:
        parts = [int(part) for part in dates[0]] if dates else []
        return date(*parts, *(1,) * (3 - len(parts))) if parts else None
    except (TypeError, ValueError, IndexError, KeyError, OverflowError):  # a date that no calendar has
        return None


def due(connection: Connection, sources: tuple[Source, ...], on: date) -> tuple[Due, ...]:
    """Give the sources whose update period has passed by the day `on`, the longest due first.

    A source that has a period, and no day on which it was read, is due as well.
    """
    kept = upkeeps(connection)
    found = []
    for source in sources:
        period = kept[source.key].update_period_days
        read = accessed(source)
        since = _after(read, period) if read and period else None
        if period and (read is None or (since is not None and since <= on)):
            found.append(Due(source.key, source.title, read, since, source.cited))
    return _longest_first(found)


def stale(connection: Connection, sources: tuple[Source, ...], on: date, after_days: int) -> tuple[Due, ...]:
    """Give the cited sources without an update period that were read more than `after_days` before `on`, or never."""
    kept = upkeeps(connection)
    found = []
    for source in sources:
        read = accessed(source)
        since = _after(read, after_days) if read else None
        if source.cited and not kept[source.key].update_period_days and (read is None or (since and since < on)):
            found.append(Due(source.key, source.title, read, since, source.cited))
    return _longest_first(found)


def _after(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:  # beyond the last year: never
        return None


def _longest_first(found: list[Due]) -> tuple[Due, ...]:
    return tuple(sorted(found, key=lambda one: (one.since or date.min, one.key)))
