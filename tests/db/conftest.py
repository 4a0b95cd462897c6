"""A small project of our own making, built once and copied for each test. Its figures stand for nothing."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from citeria_core.model import (
    Area,
    Citation,
    Group,
    Grouping,
    Index,
    Indicator,
    Node,
    Observation,
    PublishedRank,
    PublishedRanking,
    Source,
)
from citeria_core.period import Period
from citeria_db.store import Project

YEAR = Period.parse("2020")


def fill(project: Project) -> None:
    """Lay the base: three areas, three indicators, two sources, one index, one cited value."""
    project.areas.add(Area("land", "country", {"en": "Land", "zh": "国"}))
    project.areas.add(Area("alpha", "city", {"en": "Alpha", "zh": "甲"}, ("Alfa",), "land", 30.5, 114.25, "a port"))
    project.areas.add(Area("beta", "city", {"en": "Beta"}, parent="land"))
    project.sources.add(
        Source(
            "smith-2020",
            {
                "type": "report",
                "title": "Figures",
                "author": [{"family": "Smith"}],
                "URL": "https://www.example.org/figures/?utm_source=x&id=3#top",
                "DOI": "10.1000/ABC",
                "issued": {"date-parts": [[2020]]},
            },
            "primary",
        )
    )
    project.sources.add(Source("office-2021", {"type": "webpage", "title": "Counts", "publisher": "Office"}))
    project.indicators.add_collection("core", "The core set")
    project.indicators.add(
        Indicator("firms", "Firms", "count", "Firms that are there", 1, collections=("core",), note="n")
    )
    project.indicators.add(Indicator("pay", "Pay", "CNY", direction=-1))
    project.indicators.add(Indicator("grade", "Grade", kind="ordinal"))
    project.groupings.add(
        Grouping("sides", "Sides", (Group("left", "Left", ("alpha",), "#112233", "a story"),), "smith-2020")
    )
    project.published.add(
        PublishedRanking("theirs", "IX 2020", "Theirs", (PublishedRank("alpha", 1, 90.5, "smith-2020"),))
    )
    project.indices.add(
        Index(
            "IX",
            "An index",
            "About it",
            YEAR,
            ("alpha", "beta"),
            (
                Node("IX", "An index", None, 1.0),
                Node("firms", "Firms", "IX", 60.0, "firms"),
                Node("pay", "Pay", "IX", 40.0, "pay", -1),
            ),
            "",
            "theirs",
        )
    )
    cited = (Citation("", "smith-2020", locator="p. 3", quote="seven firms"),)
    project.observations.add(
        Observation("", "alpha", "firms", YEAR, 7.0, printed="7", preferred=True, note="by hand", citations=cited)
    )


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "small.citeria"
    with Project.create(path, "Small") as project, project.base():
        fill(project)
    return path


@pytest.fixture
def path(template: Path, tmp_path: Path) -> Path:
    """A closed copy of the small project."""
    return Path(shutil.copy(template, tmp_path / "small.citeria"))


@pytest.fixture
def project(path: Path) -> Iterator[Project]:
    """The small project, open."""
    with Project.open(path, author="ada") as opened:
        yield opened


Content = dict[str, list[tuple[object, ...]]]


@pytest.fixture(scope="session")
def content() -> Callable[[Path], Content]:
    """Every row of every table but those that are only added to, read by plain sqlite3, doubles to the last bit."""

    def read(path: Path) -> Content:
        with closing(sqlite3.connect(path)) as plain:
            names = plain.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
            )
            tables = sorted(
                {name for (name,) in names} - {"step", "change", "writing", "held_part", "_sqlite_migrations"}
            )
            return {table: sorted(map(_exact, plain.execute(f'SELECT * FROM "{table}"'))) for table in tables}

    return read


def _exact(row: tuple[object, ...]) -> tuple[object, ...]:
    return tuple(value.hex() if isinstance(value, float) else repr(value) for value in row)
