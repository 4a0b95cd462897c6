"""The sample's bibliography: rows of `sources.csv` as sources in CSL-JSON (CSL 1.0.2 types and variables).

What the table prints and CSL has no variable for stands in `genre`, `medium` or the source's note, so nothing is lost.
"""

import re
from collections.abc import Callable, Mapping
from typing import Final

from citeria_core.model import Source

Row = Mapping[str, str]

# The table's type → the CSL type, and the genre that tells apart what CSL holds to be one.
_TYPES: Final = {
    "report": ("report", ""),
    "journal article": ("article-journal", ""),
    "news article": ("article-newspaper", ""),
    "news brief": ("article-newspaper", "News brief"),
    "web article": ("webpage", ""),
    "web page": ("webpage", ""),
    "web repost": ("webpage", "Repost"),
    "press release": ("webpage", "Press release"),
    "conference paper": ("paper-conference", ""),
    "code repository README": ("software", "README of a code repository"),
    "data set": ("dataset", ""),
}
_ONE_NAME: Final = re.compile(r"(?P<family>[^,;]+), (?P<given>[^,;]+?)")
_VOLUME: Final = re.compile(r"(?P<container>.+) (?P<volume>\d+)\((?P<issue>\d+)\):(?P<page>\d+-\d+)")
_PAGES: Final = re.compile(r"(?P<container>.+), pp\. (?P<page>\d+-\d+)")


def source(row: Row) -> Source:
    """One row of `sources.csv` as a source."""
    kind, genre = _TYPES[row["type"]]
    csl: dict[str, object] = {"type": kind, "title": row["title"]}
    if row["authors"]:
        csl["author"] = authors(row["authors"])
    csl |= _PUBLISHED_IN.get(kind, _by_a_publisher)(row["publisher"])
    if issued := row["date"] or row["year"]:
        csl["issued"] = date(issued)
    csl["accessed"] = date(row["accessed"])
    csl |= {"genre": genre, "URL": row["url"], "DOI": row["doi"]}
    kept = {name: value for name, value in csl.items() if value}
    return Source(key=row["key"], csl=kept, character=row["primary_secondary"], note=row["note"])


def authors(text: str) -> list[dict[str, str]]:
    """Names as CSL names where each is “Family, Given”; else the whole text as one literal name.

    “et al.”, names in one piece and credits such as “packaged by …” are not taken apart: where the family name ends
    in them is a guess.
    """
    names = [_ONE_NAME.fullmatch(name.strip()) for name in text.split(";")]
    if "et al." in text or not all(names):
        return [{"literal": text}]
    return [{"family": name["family"], "given": name["given"]} for name in names if name]


def date(text: str) -> dict[str, list[list[int]]]:
    """`2018`, `2018-07` or `2018-07-15` as a CSL date."""
    return {"date-parts": [[int(part) for part in text.split("-")]]}


def _by_a_publisher(publisher: str) -> dict[str, object]:
    return {"publisher": publisher}


def _in_a_newspaper(publisher: str) -> dict[str, object]:
    # Styles print the newspaper from `container-title`; who looks for the producer looks in `publisher`.
    return {"container-title": publisher, "publisher": publisher}


def _in_a_volume(publisher: str) -> dict[str, object]:
    """Journal or proceedings, with volume, issue and pages where the text prints them."""
    match = _VOLUME.fullmatch(publisher) or _PAGES.fullmatch(publisher)
    if match is None:
        return {"container-title": publisher}
    found = match.groupdict()
    return {"container-title": found.pop("container"), **found}


_PUBLISHED_IN: Final[Mapping[str, Callable[[str], dict[str, object]]]] = {
    "article-newspaper": _in_a_newspaper,
    "article-journal": _in_a_volume,
    "paper-conference": _in_a_volume,
}
