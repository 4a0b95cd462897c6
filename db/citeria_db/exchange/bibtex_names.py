"""Authors between BibTeX ("Family, Given and {A Body}") and CSL (objects of name parts)."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from citeria_db.exchange import latex

OTHERS: Final = "et al."
EAST_ASIAN: Final = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")


def read(text: str) -> list[dict[str, Any]]:
    """The names of a field; braces around a whole name make it a body, East Asian names are not taken apart."""
    from bibtexparser.middlewares.names import split_multiple_persons_names

    return [_name(written) for written in split_multiple_persons_names(text)]


def _name(written: str) -> dict[str, Any]:
    from bibtexparser.middlewares.names import parse_single_name_into_parts

    if written.lower() == "others":
        return {"literal": OTHERS}
    plain = " ".join(latex.decode(written).split())
    if _is_braced(written) or EAST_ASIAN.search(plain):
        return {"literal": plain}
    parts = parse_single_name_into_parts(written, strict=False)
    told = {
        "family": parts.last,
        "given": parts.first,
        "non-dropping-particle": parts.von,
        "suffix": parts.jr,
    }
    joined = {part: " ".join(latex.decode(" ".join(words)).split()) for part, words in told.items() if words}
    return {part: text for part, text in joined.items() if text} or {"literal": plain}


def _is_braced(written: str) -> bool:
    """Whether one pair of braces holds the whole name."""
    depth = 0
    for at, letter in enumerate(written):
        depth += {"{": 1, "}": -1}.get(letter, 0)
        if depth == 0:
            return at > 0 and at == len(written) - 1
    return False


def write(names: object) -> str:
    """CSL names as a field's text; what has no place in it is left for the note."""
    if not isinstance(names, Sequence):
        return ""
    return " and ".join(filter(None, (_written(name) for name in names if isinstance(name, Mapping))))


def _written(name: Mapping[str, Any]) -> str:
    if name.get("literal"):
        return f"{{{latex.encode(str(name['literal']))}}}"
    family, given, particle, suffix = (
        latex.encode(str(name.get(part) or "")) for part in ("family", "given", "non-dropping-particle", "suffix")
    )
    last = f"{particle} {family}".strip() if particle else _grouped(family)
    return ", ".join(part for part in (last, suffix, given) if part)


def _grouped(family: str) -> str:
    """A family name of several words, or beginning small, in braces: else its beginning would be a particle."""
    return f"{{{family}}}" if " " in family and family[:1].islower() else family
