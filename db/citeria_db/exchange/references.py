"""Bibliographic items on their way between a project and a file, whatever the file's format.

An *item* is CSL-JSON with its `id`; the source's own note travels as CSL's `note`, its character under `custom`. What a
format cannot hold, or would give back changed, travels in its note field as one last line of JSON (`pack`, `unpack`),
so that reading what was written gives every item back equal.
"""

import json
import logging
import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeAlias

from citeria_core.cite import authors_from_text
from citeria_core.errors import KnownError, raise_all
from citeria_core.model import Source
from citeria_db.exchange import dates, text_in

Item: TypeAlias = dict[str, Any]

NAMES: Final = ("author", "editor", "translator", "container-author", "collection-editor", "recipient")
DATES: Final = ("issued", "accessed", "submitted", "event-date", "original-date")
CHARACTERS: Final = ("primary", "secondary")
_MARK: Final = "CSL-JSON: "
_MOST_FINDINGS: Final = 20
_MOST_ITEMS: Final = 100_000
_DEEPEST: Final = 20  # levels of lists and objects inside one item
_UNPRINTABLE: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


class UnreadableReferenceError(KnownError):
    """Something in a file of references that is not as its format wants it."""

    code = "unreadable_reference"
    template = "{file}:{line}: {problem}"


class NothingImportedError(KnownError):
    """The last word on a file with faults."""

    code = "nothing_imported"
    template = "{more}Nothing was imported. Mend the file, then import it again."


class UnknownFormatError(KnownError):
    """A file whose name does not say what it is."""

    code = "unknown_reference_format"
    template = (
        "What “{file}” is cannot be told from its name. Name it *.json (CSL-JSON), *.bib (BibTeX) or *.ris (RIS)."
    )


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and on which line (the first is 1)."""

    line: int
    problem: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An item as read, and the line on which it begins."""

    line: int
    item: Item


@dataclass(frozen=True, slots=True)
class References:
    """What a file holds: sources (an empty key where the file gives none), and what there is to say about it."""

    sources: tuple[Source, ...]
    remarks: tuple[str, ...] = ()


def read(path: Path, encoding: str | None = None) -> References:
    """Read a file of references by its name's ending; with any fault nothing is read, and all faults are said."""
    parse = _format(path).parse
    given = text_in.read(path, encoding)
    with _quiet("bibtexparser", "pylatexenc"):
        entries, faults = parse(given.text)
    faults = [*faults, *_checked(entries)]
    if not entries and not faults:
        faults = [Fault(1, "there is no reference in this file.")]
    if faults:
        _refuse(path, faults)
    remarks = (f"{path} was read as {given.encoding}.",) if given.guessed else ()
    return References(tuple(source(entry.item) for entry in entries), remarks)


def text_of(path: Path, sources: Iterable[Source]) -> str:
    """Write sources in the format that the name of `path` says, as text."""
    return _format(path).render([item(source) for source in sources])


@contextmanager
def _quiet(*names: str) -> Iterator[None]:
    """Keep libraries from logging what is said as findings."""
    loggers = [logging.getLogger(name) for name in names]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


@dataclass(frozen=True, slots=True)
class _Format:
    parse: Callable[[str], tuple[Sequence[Entry], Sequence[Fault]]]
    render: Callable[[Sequence[Item]], str]


def _format(path: Path) -> _Format:
    """The reader and writer of one format; its library is imported only now."""
    ending = path.suffix.lower()
    if ending == ".json":
        from citeria_db.exchange import csljson

        return _Format(csljson.parse, csljson.render)
    if ending in (".bib", ".bibtex"):
        from citeria_db.exchange import bibtex

        return _Format(bibtex.parse, bibtex.render)
    if ending == ".ris":
        from citeria_db.exchange import ris

        return _Format(ris.parse, ris.render)
    raise UnknownFormatError(file=path)


def _checked(entries: Sequence[Entry]) -> list[Fault]:
    """What no format may bring in: unprintable characters, endless nesting, too much."""
    if len(entries) > _MOST_ITEMS:
        return [Fault(entries[_MOST_ITEMS].line, f"there are more than {_MOST_ITEMS} references; split the file.")]
    faults = []
    for entry in entries:
        problem = _problem(entry.item, 0)
        if problem:
            faults.append(Fault(entry.line, f"{_named(entry.item)} {problem}"))
    return faults


def _named(held: Item) -> str:
    return f"“{str(held.get('id') or held.get('title') or 'a reference')[:60]}”"


def _problem(value: object, depth: int) -> str:
    if depth > _DEEPEST:
        return f"is nested deeper than {_DEEPEST} levels."
    if isinstance(value, str):
        found = _UNPRINTABLE.search(value)
        return f"holds a character that is no text ({found[0]!a})." if found else ""
    if isinstance(value, float) and not math.isfinite(value):
        return "holds a number that is not finite."
    if isinstance(value, Mapping):
        return next((problem for pair in value.items() for part in pair if (problem := _problem(part, depth + 1))), "")
    if isinstance(value, list):
        return next((problem for part in value if (problem := _problem(part, depth + 1))), "")
    return ""


def _refuse(path: Path, faults: Sequence[Fault]) -> None:
    in_order = sorted(faults, key=lambda fault: fault.line)
    errors: list[KnownError] = [
        UnreadableReferenceError(file=path.name, line=fault.line, problem=fault.problem)
        for fault in in_order[:_MOST_FINDINGS]
    ]
    left = len(faults) - len(errors)
    raise_all([*errors, NothingImportedError(more=f"{left} more like these are in the file. " if left else "")])


def field(name: str, text: str) -> tuple[str, Any]:
    """A CSL field from one line of text: names parted by semicolons, dates as 2020-07-08, anything else as text."""
    if text and name in NAMES:
        return name, authors_from_text(text)
    if text and name in DATES:
        return name, dates.date(text)
    return name, text


def item(source: Source) -> Item:
    """A source as a CSL-JSON item: its note as `note`, its character under `custom`."""
    held: Item = {"id": source.key, **source.csl}
    if source.note:
        held["note"] = source.note
    if source.character:
        custom = held.get("custom")
        held["custom"] = {**(custom if isinstance(custom, dict) else {}), "character": source.character}
    return held


def source(held: Mapping[str, Any]) -> Source:
    """The source that `item` made an item of; fields without content are left out."""
    csl = {name: value for name, value in held.items() if value not in ("", None, [], {}) and name != "id"}
    note = csl.pop("note", "")
    character = ""
    custom = csl.get("custom")
    if isinstance(custom, dict) and custom.get("character") in CHARACTERS:
        character = custom["character"]
        rest = {name: value for name, value in custom.items() if name != "character"}
        csl = {**csl, "custom": rest} if rest else {name: value for name, value in csl.items() if name != "custom"}
    return Source(str(held.get("id") or ""), csl, character, str(note))


def with_unknown(held: Item, name: str, unknown: Mapping[str, Any], character: str) -> Item:
    """An item with the fields that only the format called `name` knows, and its source's character, under `custom`."""
    custom: Item = {name: dict(unknown)} if unknown else {}
    if character in CHARACTERS:
        custom["character"] = character
    return {**held, "custom": custom} if custom else held


def unknown_to_csl(held: Item, name: str) -> tuple[dict[str, Any], str]:
    """The fields that only the format called `name` knows, and the character: what `with_unknown` put in."""
    custom = held.get("custom")
    if not isinstance(custom, Mapping):
        return {}, ""
    unknown, character = custom.get(name), custom.get("character")
    return dict(unknown) if isinstance(unknown, Mapping) else {}, str(character) if character in CHARACTERS else ""


def pack(held: Item, read_back: Item) -> str:
    """The note of an item as a format writes it: the note proper, then what `read_back` shows the format cannot hold.

    `read_back` is what the format would give back of the item written without its note.
    """
    note = str(held.get("note") or "")
    rest: Item = {name: value for name, value in held.items() if name != "note" and read_back.get(name) != value}
    rest |= {name: None for name in read_back if name not in held}
    if _clean(note) != note or _MARK in note:
        rest["note"], note = note, ""
    line = f"{_MARK}{json.dumps(rest, ensure_ascii=False, sort_keys=True)}" if rest else ""
    return "\n".join(part for part in (note, line) if part)


def unpack(held: Item, note: str) -> Item:
    """The item with its note as `pack` wrote it; a note of other origin stays as it is."""
    before, _, line = note.rpartition("\n")
    rest = _object(line.strip().removeprefix(_MARK)) if line.strip().startswith(_MARK) else None
    if rest is None:
        return {**held, "note": _clean(note)} if _clean(note) else held
    whole = {**held, "note": _clean(before), **rest}
    return {name: value for name, value in whole.items() if value not in (None, "")}


def _object(line: str) -> Item | None:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _clean(note: str) -> str:
    """A note as every format keeps it: no space at the ends of its lines, no empty line at its ends."""
    return "\n".join(line.strip() for line in note.replace("\r", "\n").split("\n")).strip()
