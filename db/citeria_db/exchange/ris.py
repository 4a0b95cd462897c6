"""RIS, read and written with rispy; its tags that have no place in CSL are kept under `custom.ris` and written back.

rispy passes over what it does not understand, a record without its end for one. So the text is first cut into records
here, which also says on which line each begins.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from citeria_db.exchange import dates
from citeria_db.exchange.bibtex_names import EAST_ASIAN
from citeria_db.exchange.references import CHARACTERS, Entry, Fault, Item, pack, unknown_to_csl, unpack, with_unknown

_TYPES_READ: Final = {
    "BLOG": "post-weblog",
    "BOOK": "book",
    "CHAP": "chapter",
    "COMP": "software",
    "CONF": "paper-conference",
    "CPAPER": "paper-conference",
    "DATA": "dataset",
    "DBASE": "dataset",
    "EBOOK": "book",
    "ECHAP": "chapter",
    "EDBOOK": "book",
    "EJOUR": "article-journal",
    "ELEC": "webpage",
    "GEN": "document",
    "GOVDOC": "report",
    "JFULL": "periodical",
    "JOUR": "article-journal",
    "LEGAL": "legislation",
    "MANSCPT": "manuscript",
    "MAP": "map",
    "MGZN": "article-magazine",
    "NEWS": "article-newspaper",
    "PAMP": "pamphlet",
    "PAT": "patent",
    "RPRT": "report",
    "STAND": "standard",
    "STAT": "legislation",
    "THES": "thesis",
    "UNPB": "manuscript",
    "VIDEO": "motion_picture",
}
_TYPES_WRITTEN: Final = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "book": "BOOK",
    "chapter": "CHAP",
    "dataset": "DATA",
    "legislation": "STAT",
    "manuscript": "UNPB",
    "map": "MAP",
    "motion_picture": "VIDEO",
    "pamphlet": "PAMP",
    "paper-conference": "CPAPER",
    "patent": "PAT",
    "periodical": "JFULL",
    "post-weblog": "BLOG",
    "report": "RPRT",
    "software": "COMP",
    "standard": "STAND",
    "thesis": "THES",
    "webpage": "ELEC",
}
# Tag → CSL variable in the order in which they are written; of several tags for one variable the first found counts.
_TEXTS: Final = {
    "TI": "title",
    "T1": "title",
    "ST": "title-short",
    "T2": "container-title",
    "JO": "container-title",
    "JF": "container-title",
    "BT": "container-title",
    "T3": "collection-title",
    "PB": "publisher",
    "CY": "publisher-place",
    "PP": "publisher-place",
    "ET": "edition",
    "VL": "volume",
    "IS": "issue",
    "M3": "genre",
    "LA": "language",
    "DO": "DOI",
    "UR": "URL",
    "AB": "abstract",
    "N2": "abstract",
}
_NAMES: Final = {"AU": "author", "A1": "author", "ED": "editor", "A2": "editor", "A4": "translator"}
_DATES: Final = {"DA": "issued", "PY": "issued", "Y1": "issued", "Y2": "accessed"}
_TAG: Final = re.compile(r"([A-Z][A-Z0-9]) {1,2}-(?: |$)")
_ISSN: Final = re.compile(r"\d{4}-?\d{3}[\dXx]")
_PAGES: Final = re.compile(r"([^-]+)-([^-]+)")

_CHARACTER_TAG: Final = "U1"  # the tags U1 to U5 are free to use

_Record = Mapping[str, Sequence[str]]


def parse(text: str) -> tuple[Sequence[Entry], Sequence[Fault]]:
    """Read all records with the line each begins on, and say what cannot be read."""
    records, faults = _cut(text)
    return [Entry(line, _item(_read(lines))) for line, lines in records], faults


def _cut(text: str) -> tuple[list[tuple[int, list[str]]], list[Fault]]:
    """Records with their first line; a line without a tag goes on with the one before it."""
    records: list[tuple[int, list[str]]] = []
    faults: list[Fault] = []
    begun: tuple[int, list[str]] | None = None
    for number, line in enumerate(text.split("\n"), start=1):
        found = _TAG.match(line)
        tag = found[1] if found else ""
        if begun is None:
            if tag == "TY":
                begun = (number, [_conforming(line, tag)])
            elif tag:
                faults.append(Fault(number, f"the field {tag} stands outside a record: TY has to begin it."))
        elif tag == "TY":
            faults.append(Fault(begun[0], f"the record that begins here has no end (ER) before line {number}."))
            begun = (number, [_conforming(line, tag)])
        elif tag == "ER":
            records.append(begun)
            begun = None
        elif tag:
            begun[1].append(_conforming(line, tag))
        elif line.strip():
            _go_on(begun[1], line.strip(), number, faults)
    if begun is not None:
        faults.append(Fault(begun[0], "the record that begins here has no end (ER)."))
    return records, faults


def _conforming(line: str, tag: str) -> str:
    return f"{tag}  - {line.partition('-')[2].strip()}"


def _go_on(lines: list[str], text: str, number: int, faults: list[Fault]) -> None:
    if len(lines) == 1:
        faults.append(Fault(number, "this line belongs to no field."))
    elif lines[-1].startswith("N1"):
        lines.append(f"N1  - {text}")
    else:
        lines[-1] = f"{lines[-1]} {text}"


def _mapping() -> dict[str, str]:
    from rispy.config import TAG_KEY_MAPPING

    return {tag: tag.lower() for tag in TAG_KEY_MAPPING}


def _read(lines: Sequence[str]) -> _Record:
    """A record as tag → its values in order; rispy would take addresses apart at semicolons and keep one value."""
    import rispy

    mapping = _mapping()
    text = "\n".join([*lines, "ER  - "])
    listed = [tag for tag in mapping if tag != "TY"]
    (record,) = rispy.loads(text, mapping=mapping, list_tags=listed, delimiter_tags_mapping={})
    unknown: Mapping[str, Sequence[str]] = record.pop("uk", {})
    known = {name.upper(): [value] if isinstance(value, str) else value for name, value in record.items()}
    return known | {tag: list(values) for tag, values in unknown.items()}


def _item(record: _Record) -> Item:
    held = _without_note(record)
    return unpack(held, "\n".join(record.get("N1", ())))


def _without_note(record: _Record) -> Item:
    left = {tag: list(values) for tag, values in record.items() if tag != "N1"}
    kind = left.pop("TY")[0]
    held: Item = {"id": _first(left, "ID") or _first(left, "LB"), "type": _TYPES_READ.get(kind, "document")}
    for tag, variable in _NAMES.items():
        if variable not in held and left.get(tag):
            held[variable] = [_name(written) for written in left.pop(tag) if written]
    for tag, variable in _TEXTS.items():
        if variable not in held and (text := _first(left, tag)):
            held[variable] = text
    for tag, variable in _DATES.items():
        if left.get(tag) and variable not in held:
            held[variable] = dates.date(_without_rest(_first(left, tag)))
        elif left.get(tag) and _year(dates.date(_without_rest(left[tag][0]))) == _year(held[variable]):
            left.pop(tag)  # says again what the fuller date says
    if serial := _first(left, "SN"):
        held["ISSN" if _ISSN.fullmatch(serial) else "ISBN"] = serial
    pages = [_first(left, "SP"), _first(left, "EP")]
    if any(pages):
        held["page"] = "-".join(filter(None, pages))
    if words := left.pop("KW", None):
        held["keyword"] = ", ".join(words)
    return _with_unknown(held, kind, left)


def _first(left: dict[str, list[str]], tag: str) -> str:
    """Take the first value of a tag; further ones are left, as unknown to CSL."""
    values = left.get(tag)
    if not values:
        return ""
    text = values.pop(0)
    if not values:
        del left[tag]
    return text


def _with_unknown(held: Item, kind: str, left: Mapping[str, list[str]]) -> Item:
    unknown = {tag: values for tag, values in sorted(left.items()) if any(values)}
    if kind not in _TYPES_READ:
        unknown["TY"] = [kind]
    said = unknown.get(_CHARACTER_TAG, [""])
    character = unknown.pop(_CHARACTER_TAG)[0] if len(said) == 1 and said[0] in CHARACTERS else ""
    return with_unknown(held, "ris", unknown, character)


def _year(date: Mapping[str, Any]) -> object:
    return date["date-parts"][0][0] if "date-parts" in date else None


def _without_rest(text: str) -> str:
    """A date as `YYYY/MM/DD` without the empty parts and the free text that RIS puts after it."""
    found = re.match(r"\d{4}(/\d{1,2}){0,2}(?=/|$)", text)
    return found[0] if found and not text[found.end() :].strip("/ ") else text


def _name(written: str) -> dict[str, str]:
    parts = [part.strip() for part in written.split(",")]
    if len(parts) == 1 or len(parts) > 3 or EAST_ASIAN.search(written):
        return {"literal": written}
    named = zip(("family", "given", "suffix"), parts, strict=False)
    return {name: part for name, part in named if part} or {"literal": written}


def render(items: Sequence[Item]) -> str:
    """Write the items as RIS records."""
    import rispy

    class Writer(rispy.RisWriter):  # type: ignore[misc]  # untyped base
        REFERENCE_TYPE_KEY = "ty"

        def set_header(self, count: int) -> str:
            return ""  # a number before each record is no RIS

    mapping = _mapping()
    listed = [tag for tag in mapping if tag not in ("TY", "ER", "UK")]
    records = [_record(held, mapping) for held in items]
    return str(
        rispy.dumps(records, implementation=Writer, mapping=mapping, list_tags=listed, delimiter_tags_mapping={})
    )


def _record(held: Item, mapping: Mapping[str, str]) -> dict[str, Any]:
    fields = _fields(held)
    note = pack(held, _without_note(_read([f"{tag}  - {text}" for tag, values in fields.items() for text in values])))
    fields["N1"] = note.split("\n") if note else []
    record: dict[str, Any] = {mapping[tag]: values for tag, values in fields.items() if tag in mapping and values}
    record["ty"] = fields["TY"][0]
    record["uk"] = {tag: values for tag, values in fields.items() if tag not in mapping}
    return record


def _fields(held: Item) -> dict[str, list[str]]:
    """Tags and values of a record, its note left out; the type first."""
    kept, character = unknown_to_csl(held, "ris")
    unknown = {tag: values for tag, values in kept.items() if _is_field(tag, values)}
    kind = _TYPES_WRITTEN.get(str(held.get("type"))) or next(iter(unknown.pop("TY", [])), "GEN")
    fields: dict[str, list[str]] = {"TY": [kind], "ID": [_one_line(held.get("id"))]}
    written: set[str] = set()
    for tag, variable in (_NAMES | _TEXTS).items():
        if held.get(variable) and variable not in written:
            values = _names(held[variable]) if tag in _NAMES else [_one_line(held[variable])]
            fields[tag] = values
            written.add(variable)
    issued, accessed = (_one_line(dates.text_of(held.get(variable), "/")) for variable in ("issued", "accessed"))
    year = issued[:4] if re.fullmatch(r"\d{4}(/.*)?", issued) else ""
    fields |= {"DA": [issued] if issued != year else [], "PY": [year], "Y2": [accessed]}
    fields |= {"SN": [_one_line(held.get("ISSN") or held.get("ISBN"))], "KW": _keywords(held)}
    pages = _PAGES.fullmatch(_one_line(held.get("page")))
    fields |= {"SP": [pages[1]], "EP": [pages[2]]} if pages else {"SP": [_one_line(held.get("page"))]}
    fields[_CHARACTER_TAG] = [character]
    for tag, values in unknown.items():
        fields[tag] = [*fields.get(tag, []), *values]
    return {tag: values for tag, values in fields.items() if any(values)}


def _keywords(held: Item) -> list[str]:
    return [word for word in _one_line(held.get("keyword")).split(", ") if word]


def _is_field(tag: object, values: object) -> bool:
    return (
        isinstance(tag, str)
        and re.fullmatch("[A-Z][A-Z0-9]", tag) is not None
        and tag not in ("ER", "N1", "UK")
        and isinstance(values, list)
        and all(isinstance(text, str) and "\n" not in text for text in values)
    )


def _one_line(value: object) -> str:
    return " ".join(str(value).split()) if value else ""


def _names(names: object) -> list[str]:
    if not isinstance(names, Sequence):
        return []
    return [text for name in names if isinstance(name, Mapping) and (text := _written(name))]


def _written(name: Mapping[str, Any]) -> str:
    if name.get("literal"):
        return _one_line(name["literal"])
    last = " ".join(str(name[part]) for part in ("non-dropping-particle", "family") if name.get(part))
    parts = [_one_line(part) for part in (last, name.get("given"), name.get("suffix"))]
    return ", ".join(parts).rstrip(", ") + ("," if not any(parts[1:]) else "")
