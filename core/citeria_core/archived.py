"""Copies of a source that were put by, and when one of them says that the source was changed without telling.

A producer who puts other figures under the same address, with the version and the date as they were, revises in place:
the citation still looks right and no longer is. The checksums of two copies tell. Pure; it reads no file.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from citeria_core.source_identity import canonical_url


class CopyState(StrEnum):
    """How a copy stands: inside the project, or linked and as it was, changed or gone; damaged: not what was put by."""

    HELD = "held"
    LINKED = "linked"
    CHANGED = "changed"
    MISSING = "missing"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class ArchivedCopy:
    """One copy: `sha256` and `size` are those of the bytes put by, `link` the path of a file left where it is.

    `url` and `edition` (version and date) are what the source said then; `acknowledged` is the checksum that somebody
    has looked at and taken as good although it is not the one cited from.
    """

    id: str
    source: str
    sha256: str
    size: int
    mime: str
    name: str
    link: str = ""
    modified: int = 0  # of a linked file, nanoseconds since 1970
    url: str = ""
    edition: str = ""
    captured: str = ""
    acknowledged: str = ""


@dataclass(frozen=True, slots=True)
class Revision:
    """Two copies of one address that differ, with nothing said of a new edition."""

    earlier: ArchivedCopy
    later: ArchivedCopy


def edition_of(csl: Mapping[str, object]) -> str:
    """What a source says of its edition: version, edition, date of issue, in one line; empty if it says nothing."""
    issued = csl.get("issued")
    said = issued if isinstance(issued, Mapping) else {}
    dated = said.get("date-parts") or said.get("raw") or said.get("literal")
    return " · ".join(str(part) for part in (csl.get("version"), csl.get("edition"), dated) if part)


def revisions(copies: Iterable[ArchivedCopy]) -> tuple[Revision, ...]:
    """Find the copies that nobody has acknowledged and that differ from the one before of the same source and address.

    Only copies of one kind and one edition are held against each other: a picture of a page is no revision of the page.
    A copy without an address is none of a place where something could be revised.
    """
    places: dict[tuple[str, str, str, str], list[ArchivedCopy]] = defaultdict(list)
    for copy in sorted(copies, key=lambda copy: (copy.captured, copy.id)):
        if copy.url:
            places[copy.source, canonical_url(copy.url), copy.mime, copy.edition].append(copy)
    return tuple(
        Revision(earlier, later)
        for there in places.values()
        for earlier, later in pairwise(there)
        if earlier.sha256 != later.sha256 and later.acknowledged != later.sha256
    )
