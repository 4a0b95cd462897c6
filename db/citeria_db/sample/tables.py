"""The sample's tables as values of the domain, by the mapping that stands beside the data.

One function a noun; nothing here is stored, and nothing is invented: what a table leaves blank stays empty.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import citeria_resources
from citeria_core.model import (
    Area,
    Citation,
    Group,
    Grouping,
    Indicator,
    Observation,
    PublishedRank,
    PublishedRanking,
    Qualifier,
    Status,
)
from citeria_core.period import UNDATED, Period

Row = Mapping[str, str]

# What the table calls a qualifier is a qualifier, a status, a flag, or two of them.
CLAIMS: Final[Mapping[str, tuple[Qualifier, Status, frozenset[str]]]] = {
    "=": (Qualifier.EXACT, Status.REPORTED, frozenset()),
    "~": (Qualifier.ABOUT, Status.REPORTED, frozenset()),
    "<": (Qualifier.BELOW, Status.REPORTED, frozenset()),
    "<=": (Qualifier.AT_MOST, Status.REPORTED, frozenset()),
    "up to": (Qualifier.AT_MOST, Status.REPORTED, frozenset()),
    ">": (Qualifier.ABOVE, Status.REPORTED, frozenset()),
    ">=": (Qualifier.AT_LEAST, Status.REPORTED, frozenset()),
    "built": (Qualifier.EXACT, Status.REPORTED, frozenset({"built"})),
    "planned": (Qualifier.EXACT, Status.PLANNED, frozenset()),
    "planned >": (Qualifier.ABOVE, Status.PLANNED, frozenset()),
    "forecast": (Qualifier.EXACT, Status.FORECAST, frozenset()),
    "estimate": (Qualifier.EXACT, Status.ESTIMATED, frozenset()),
    "claim": (Qualifier.EXACT, Status.CLAIMED, frozenset()),
}
_DIRECTIONS: Final = {"higher is better": 1, "lower is better": -1, "": 0}
_UPPER: Final = frozenset({Qualifier.BELOW, Qualifier.AT_MOST})
_LOWER: Final = frozenset({Qualifier.ABOVE, Qualifier.AT_LEAST})
# Paul Tol's muted scheme, darkened to 3 : 1 on white; the parts of an index have Okabe–Ito.
_COLOURS: Final = ("#4477AA", "#CC6677", "#999933", "#882255", "#2E9E8F", "#AA4499")


def table(name: str) -> tuple[Row, ...]:
    """The rows of one of the sample's tables, such as `cities`."""
    text = citeria_resources.data_file(f"{name}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines(keepends=True)))


def areas(cities: Sequence[Row], entities: Sequence[Row]) -> tuple[Area, ...]:
    """Every area after its parent: entities, countries that only a city names, cities, then what belongs to a city.

    A city's parent is its province among the entities, else its country there, else the country by its ISO code.
    """
    listed = {row["name_en"]: row["entity_id"] for row in entities}
    countries = {row["country_code"].lower(): row["country"] for row in cities if row["country"] not in listed}
    codes = {row["city_id"] for row in cities}
    return (
        *(_entity(row) for row in entities if row["member_of"] not in codes),
        *(_country(code, name) for code, name in countries.items()),
        *(_city(row, listed) for row in cities),
        *(_entity(row) for row in entities if row["member_of"] in codes),
    )


def _city(row: Row, listed: Mapping[str, str]) -> Area:
    parent = listed.get(f"{row['province']} Province") or listed.get(row["country"]) or row["country_code"].lower()
    return Area(
        code=row["city_id"],
        kind="city",
        names=_names(row),
        variants=_parts(row["name_variants"]),
        parent=parent,
        latitude=float(row["lat"]),
        longitude=float(row["lon"]),
        note=row["note"],
    )


def _entity(row: Row) -> Area:
    return Area(code=row["entity_id"], kind=row["type"], names=_names(row), parent=row["member_of"] or None)


def _country(code: str, name: str) -> Area:
    if "SAR (China)" in name:
        return Area(code=code, kind="special administrative region", names={"en": name}, parent="china")
    return Area(code=code, kind="country", names={"en": name})


def indicators(rows: Iterable[Row]) -> tuple[Indicator, ...]:
    """Every indicator once, with the collections that list it; the first row that states a thing is the one kept."""
    by_code: dict[str, list[Row]] = {}
    for row in rows:
        by_code.setdefault(row["indicator"], []).append(row)
    return tuple(_indicator(code, stated) for code, stated in by_code.items())


def _indicator(code: str, stated: Sequence[Row]) -> Indicator:
    def first(column: str) -> str:
        return next((row[column] for row in stated if row[column]), "")

    named, listed = first("source_named_by_report"), first("dimension")
    notes = (
        first("note"),
        f"Source named by the report: {named}." if named else "",
        f"Listed as: {listed}." if listed else "",
    )
    return Indicator(
        code=code,
        name=first("name"),
        unit=first("unit"),
        definition=first("definition"),
        direction=_DIRECTIONS[first("direction")],
        kind="ordinal" if _is_ordinal(first("unit")) else "number",
        measure=first("measure"),
        collections=tuple(row["project"] for row in stated),
        note="\n".join(note for note in notes if note),
    )


def clusters(rows: Sequence[Row]) -> Grouping:
    """The six intelligent-city clusters of the ICI-CN report."""
    groups = (
        Group(
            code=_code(row["cluster"]),
            name=row["cluster"],
            members=_parts(row["cities"]),
            colour=colour,
            story=f"Strengths: {row['strengths']}."
            + (f" Also written: {row['name_variants']}." if row["name_variants"] else ""),
        )
        for row, colour in zip(rows, _COLOURS, strict=True)
    )
    return Grouping(code="ici-clusters", name="ICI-CN clusters", groups=tuple(groups), source=rows[0]["source_key"])


def regions(cities: Iterable[Row], source: str) -> Grouping:
    """The four economic regions of the ICI-CN report, over the cities that it profiles."""
    members: dict[str, list[str]] = {}
    for row in cities:
        if row["ici_region"]:
            members.setdefault(row["ici_region"], []).append(row["city_id"])
    groups = tuple(Group(code=_code(name), name=name, members=tuple(found)) for name, found in members.items())
    return Grouping(code="ici-regions", name="ICI-CN economic regions", groups=groups, source=source)


def published(rows: Iterable[Row]) -> tuple[PublishedRanking, ...]:
    """One published ranking for each index and ranking that the table names."""
    ranks: dict[tuple[str, str], list[PublishedRank]] = {}
    for row in rows:
        score = float(row["score"]) if row["score"] else None
        entry = PublishedRank(area=row["city"], rank=int(row["rank"]), score=score, source=row["source_key"])
        ranks.setdefault((row["index"], row["ranking"]), []).append(entry)
    return tuple(
        PublishedRanking(code=_code(f"{index} {ranking}"), index=index, name=ranking, ranks=tuple(entries))
        for (index, ranking), entries in ranks.items()
    )


def observations(rows: Sequence[Row], measured: Sequence[Row], sources: Sequence[Row]) -> tuple[Observation, ...]:
    """Every row as an observation with its citation; a cell's only observation is its preferred one."""
    rivals = Counter(map(_cell, rows))
    ordinal = {row["indicator"] for row in measured if _is_ordinal(row["unit"])}
    retrieved = {row["key"]: row["accessed"] for row in sources}
    return tuple(
        _observation(row, row["indicator"] in ordinal, rivals[_cell(row)] == 1, retrieved[row["source_key"]])
        for row in rows
    )


def _cell(row: Row) -> tuple[str, str, str]:
    return row["entity"], row["indicator"], row["year"]


def _observation(row: Row, ordinal: bool, preferred: bool, retrieved: str) -> Observation:
    qualifier, status, flags = CLAIMS[row["qualifier"]]
    value = None if ordinal else float(row["value"])
    currency = re.match(r"([A-Z]{3}) ", row["unit"])
    citation = Citation(
        id="",
        source=row["source_key"],
        locator=row["locator"],
        quote=row["quote_of_at_most_12_words"],
        retrieved=retrieved,
    )
    return Observation(
        id="",
        area=row["entity"],
        indicator=row["indicator"],
        period=Period.parse(row["year"]) if row["year"] else UNDATED,
        value=value,
        text=row["value"] if ordinal else "",
        printed=row["value"],
        qualifier=qualifier,
        low=value if qualifier in _LOWER else None,
        high=value if qualifier in _UPPER else None,
        unit=row["unit"],
        currency=currency[1] if currency else "",
        status=status,
        preferred=preferred,
        flags=flags,
        note=row["note"],
        citations=(citation,),
    )


def _is_ordinal(unit: str) -> bool:
    return unit.startswith("rating")


def _names(row: Row) -> dict[str, str]:
    return {language: row[f"name_{language}"] for language in ("en", "zh") if row[f"name_{language}"]}


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())


def _code(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
