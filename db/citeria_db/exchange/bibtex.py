"""BibTeX and biblatex, read with bibtexparser 2 and written so that biblatex takes it.

bibtexparser splits authors at every comma and space, also inside braces: bodies in braces are joined again to one
literal name. Fields that have no place in CSL are kept under `custom.bibtex` as they stand, and written back.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import chain, count
from typing import TYPE_CHECKING, Final

from citeria_db.exchange import bibtex_names, dates, latex
from citeria_db.exchange.references import CHARACTERS, Entry, Fault, Item, pack, unknown_to_csl, unpack, with_unknown

if TYPE_CHECKING:
    from bibtexparser.library import Library
    from bibtexparser.model import Field, String

_TYPES_READ: Final = {
    "article": "article-journal",
    "book": "book",
    "booklet": "pamphlet",
    "collection": "book",
    "conference": "paper-conference",
    "dataset": "dataset",
    "electronic": "webpage",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "legislation": "legislation",
    "manual": "document",
    "mastersthesis": "thesis",
    "misc": "document",
    "online": "webpage",
    "patent": "patent",
    "periodical": "periodical",
    "phdthesis": "thesis",
    "proceedings": "book",
    "report": "report",
    "software": "software",
    "standard": "standard",
    "techreport": "report",
    "thesis": "thesis",
    "unpublished": "manuscript",
    "www": "webpage",
}
_SUBTYPES: Final = {"newspaper": "article-newspaper", "magazine": "article-magazine"}
_TYPES_WRITTEN: Final = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "dataset": "dataset",
    "manuscript": "unpublished",
    "pamphlet": "booklet",
    "paper-conference": "inproceedings",
    "patent": "patent",
    "periodical": "periodical",
    "post-weblog": "online",
    "report": "report",
    "software": "software",
    "standard": "standard",
    "thesis": "thesis",
    "webpage": "online",
}
# Field → CSL variable, in the order in which they are written; of several names for one the first found counts.
_TEXTS: Final = {
    "title": "title",
    "shorttitle": "title-short",
    "journaltitle": "container-title",
    "journal": "container-title",
    "booktitle": "container-title",
    "publisher": "publisher",
    "institution": "publisher",
    "organization": "publisher",
    "school": "publisher",
    "location": "publisher-place",
    "address": "publisher-place",
    "edition": "edition",
    "volume": "volume",
    "number": "issue",
    "issue": "issue",
    "series": "collection-title",
    "type": "genre",
    "version": "version",
    "language": "language",
    "langid": "language",
    "isbn": "ISBN",
    "issn": "ISSN",
    "keywords": "keyword",
    "abstract": "abstract",
}
_VERBATIM: Final = {"doi": "DOI", "url": "URL"}
_NAMES: Final = {"author": "author", "editor": "editor", "translator": "translator"}
_READ_APART: Final = {"pages", "date", "year", "month", "day", "urldate", "note", "subtitle", "entrysubtype"}
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_KEY: Final = re.compile(r"[^\s,{}\"#%~\\'()=@]+")
_PIECE: Final = re.compile(r'"[^"]*"|\{(?:[^{}]|\{[^{}]*\})*\}|[^\s"{}#]+|#')
_MOST_JOINED: Final = 10_000  # characters; strings made of strings can double at every line
_ENTRY_LIKE: Final = re.compile(r"^[ \t]*@\w", re.MULTILINE)


def parse(text: str) -> tuple[Sequence[Entry], Sequence[Fault]]:
    """Read all entries with the line each begins on, and say what cannot be read."""
    from bibtexparser.entrypoint import parse_string
    from bibtexparser.middlewares import RemoveEnclosingMiddleware, ResolveStringReferencesMiddleware

    stack = [ResolveStringReferencesMiddleware(True), RemoveEnclosingMiddleware(True)]
    library = parse_string(text, parse_stack=stack)
    faults = _faults(library)
    entries = []
    strings: dict[str, str] = {}
    for string in library.strings:  # in order, as BibTeX reads them: one may be made of earlier ones
        strings[string.key.lower()] = _whole(string, strings)
    for block in library.entries:
        raw = {field.key.lower(): _whole(field, strings) for field in reversed(block.fields)}
        entries.append(Entry((block.start_line or 0) + 1, _item(block.key, block.entry_type.lower(), raw)))
    return entries, faults


def _whole(held: "Field | String", strings: Mapping[str, str]) -> str:
    """The value of a field; pieces joined by `#` (`cup # " Ltd"`), which bibtexparser leaves as they stand, in one."""
    value = str(held.value)
    if held.enclosing != "no-enclosing":
        return value
    pieces = [piece for piece in _PIECE.findall(value) if piece != "#"]
    told = [piece[1:-1] if piece[0] in '"{' else strings.get(piece.lower(), piece) for piece in pieces]
    return "".join(told)[:_MOST_JOINED]


def _faults(library: "Library") -> list[Fault]:
    from bibtexparser.model import DuplicateBlockKeyBlock, DuplicateFieldKeyBlock, ImplicitComment

    faults = []
    for block in library.failed_blocks:
        reason = getattr(block.error, "abort_reason", "") or str(block.error)
        problem = f"the entry that begins here cannot be read: {reason.strip()}"
        if isinstance(block, DuplicateBlockKeyBlock):
            first = (block.previous_block.start_line or 0) + 1
            problem = f"the key “{block.key}” stands here for the second time, first on line {first}."
        elif isinstance(block, DuplicateFieldKeyBlock):
            problem = f"the entry that begins here has a field twice: {', '.join(sorted(block.duplicate_keys))}."
        faults.append(Fault((block.start_line or 0) + 1, problem))
    for comment in library.comments:
        found = _ENTRY_LIKE.search(comment.comment) if isinstance(comment, ImplicitComment) else None
        if found:
            line = (comment.start_line or 0) + 1 + comment.comment.count("\n", 0, found.start())
            faults.append(Fault(line, "this looks like an entry, but no brace opens it."))
    return faults


def _item(key: str, kind: str, raw: Mapping[str, str]) -> Item:
    """An entry's type and fields as a CSL item."""
    held = _without_note(key, kind, raw)
    return unpack(held, "\n".join(line.strip() for line in latex.decode(raw.get("note", "")).split("\n")))


def _without_note(key: str, kind: str, raw: Mapping[str, str]) -> Item:
    held: Item = {"id": key, "type": _TYPES_READ.get(kind, "document")}
    if kind == "article":
        held["type"] = _SUBTYPES.get(raw.get("entrysubtype", ""), "article-journal")
    for field, variable in _NAMES.items():
        if raw.get(field, "").strip():
            held[variable] = bibtex_names.read(raw[field])
    for field, variable in _TEXTS.items():
        text = _one_line(latex.decode(raw.get(field, "")))
        if text and variable not in held:
            held[variable] = text
    if subtitle := _one_line(latex.decode(raw.get("subtitle", ""))):
        held["title"] = f"{held.get('title', '')}: {subtitle}"
    for field, variable in _VERBATIM.items():
        if raw.get(field, "").strip():
            held[variable] = re.sub(r"\\([&%$#_])", r"\1", raw[field].strip())
    if raw.get("pages", "").strip():
        held["page"] = re.sub(r"\s*(?:--+|–)\s*", "-", _one_line(raw["pages"]))
    for variable, text in (("issued", _issued(raw)), ("accessed", raw.get("urldate", "").strip())):
        if text:
            held[variable] = dates.date(text)
    return _with_unknown(held, kind, raw)


def _with_unknown(held: Item, kind: str, raw: Mapping[str, str]) -> Item:
    known = _TEXTS.keys() | _VERBATIM.keys() | _NAMES.keys() | _READ_APART
    unknown = {field: text for field, text in sorted(raw.items()) if field not in known}
    if kind not in _TYPES_READ:
        unknown["entrytype"] = kind
    character = unknown.pop("character", "") if unknown.get("character") in CHARACTERS else ""
    return with_unknown(held, "bibtex", unknown, character)


def _issued(raw: Mapping[str, str]) -> str:
    """The date of issue as text: `date`, else year, month (by number or name) and day."""
    if raw.get("date", "").strip():
        return raw["date"].strip()
    year, month, day = (_one_line(latex.decode(raw.get(field, ""))) for field in ("year", "month", "day"))
    number = _MONTHS.index(month[:3].lower()) + 1 if month[:3].lower() in _MONTHS else month
    if not str(number).isdecimal():
        return " ".join(part for part in (month, year) if part)
    return "-".join(str(part).zfill(2) for part in (year, number, day) if part)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def render(items: Sequence[Item]) -> str:
    """Write the items as biblatex entries in UTF-8."""
    from bibtexparser.entrypoint import write_string
    from bibtexparser.library import Library
    from bibtexparser.middlewares.parsestack import default_unparse_stack
    from bibtexparser.model import Block, Field
    from bibtexparser.model import Entry as Written

    blocks: list[Block] = []
    taken = {str(held.get("id")) for held in items}
    for held in items:
        kind, fields = _entry(held)
        key = _key(str(held.get("id", "")), taken)
        note = pack(held, _without_note(key, kind, fields))
        if note:
            fields["note"] = latex.encode(note)
        blocks.append(Written(kind, key, [Field(name, text) for name, text in fields.items()]))
    return write_string(Library(blocks), unparse_stack=default_unparse_stack(True)) if blocks else ""


def _key(id_: str, taken: set[str]) -> str:
    """The id as it is where BibTeX can read it as a key; else what is left of it, with a number if that is taken."""
    if _KEY.fullmatch(id_):
        return id_
    stem = "".join(_KEY.findall(id_)) or "source"
    key = next(key for key in chain((stem,), (f"{stem}-{number}" for number in count(2))) if key not in taken)
    taken.add(key)
    return key


def _entry(held: Item) -> tuple[str, dict[str, str]]:
    """Type and fields of an entry, its note left out."""
    kept, character = unknown_to_csl(held, "bibtex")
    unknown = {name: text for name, text in kept.items() if _is_field(name, text)}
    kind = _TYPES_WRITTEN.get(str(held.get("type")), str(unknown.pop("entrytype", "misc")))
    fields = {field: bibtex_names.write(held[variable]) for field, variable in _NAMES.items() if held.get(variable)}
    fields |= _texts(held, kind)
    subtype = next((sub for sub, csl in _SUBTYPES.items() if csl == held.get("type")), "")
    pages = str(held.get("page", "")).replace("-", "--")
    issued = dates.text_of(held.get("issued"))
    fields |= {"entrysubtype": subtype, "pages": pages if _is_balanced(pages) else ""}
    fields |= {"year": issued} if re.fullmatch(r"\d{4}", issued) else {"date": _plain(issued)}
    fields |= {"urldate": _plain(dates.text_of(held.get("accessed")))}
    fields |= {name: str(held.get(variable, "")) for name, variable in _VERBATIM.items() if _is_plain(held, variable)}
    fields["character"] = character
    return kind, {name: text for name, text in (fields | unknown).items() if text}


def _texts(held: Item, kind: str) -> dict[str, str]:
    """One field for each text; of the names for container and publisher the one that this type of entry uses."""
    container = "journaltitle" if kind == "article" else "booktitle"
    publisher = {"report": "institution", "thesis": "institution", "online": "organization"}.get(kind, "publisher")
    left = {"container-title": container, "publisher": publisher}
    fields: dict[str, str] = {}
    written: set[str] = set()
    for name, variable in _TEXTS.items():
        if held.get(variable) and variable not in written and left.get(variable, name) == name:
            fields[name] = latex.encode(str(held[variable]))
            written.add(variable)
    return fields


def _is_field(name: object, text: object) -> bool:
    return (
        isinstance(name, str)
        and isinstance(text, str)
        and re.fullmatch(r"[a-z][\w:.+-]*", name) is not None
        and _is_balanced(text)
    )


def _is_plain(held: Item, variable: str) -> bool:
    return _plain(str(held.get(variable, ""))) != ""


def _plain(text: str) -> str:
    """The text if it can be written without LaTeX, else nothing (it travels in the note)."""
    return "" if re.search(r"[{}\\\s]", text) else text


def _is_balanced(text: str) -> bool:
    """Whether braces pair off, so that the text ends where its field ends; no line begins like an entry."""
    depth = 0
    for brace in re.findall(r"\\.|[{}]", text, re.DOTALL):
        depth += {"{": 1, "}": -1}.get(brace, 0)
        if depth < 0:
            return False
    return depth == 0 and not text.endswith("\\") and not _ENTRY_LIKE.search(text)
