"""A large project: 1,000 areas × 100 indicators × 5 years with 200,000 citations. Opened, searched, ranked; reported.

A number in its own process tells the memory of opening. Everything in the file is made up.
"""

import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from citeria_core.model import Area, Citation, Index, Indicator, Node, Observation, Source
from citeria_core.period import Period
from citeria_db.store import Project
from citeria_desktop.session import Session

AREAS, INDICATORS, YEARS = 1000, 100, range(2020, 2025)
SOURCES, CITED = 500, 2  # the latest two of five values are cited: 200,000 citations
_QUOTES = (
    "Им принадлежит доля в {0} процентов",
    "The city reports {0} patents in force, up from the year before",
    "全市共有人工智能企业{0}家，比上年增长",
    "A further {0} base stations were put into operation by the end of the year",
)
_OPENED = """
import resource, sys, time
from citeria_db.store import Project
from citeria_desktop.session import Session
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
began = time.perf_counter()
with Project.open(sys.argv[1]) as project:
    session = Session(project)
    took = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"opened in {took:.2f} s, {(after - before) / 1024:.0f} MB more, ranked {len(session.standing.rows)}")
"""


def build(path: Path) -> None:
    """Write the file through the repositories, without history."""
    chance = random.Random(1)
    tenths = [Node(f"p{part}", f"Part {part}", "BIG", 1.0) for part in range(10)]
    leaves = [Node(f"i{at}", f"Indicator {at}", f"p{at % 10}", 1.0, f"i{at}") for at in range(INDICATORS)]
    areas = tuple(f"a{row}" for row in range(AREAS))
    years = [Period.parse(str(year)) for year in YEARS]
    with Project.create(path) as project, project.base():
        for row in range(AREAS):
            project.areas.add(Area(f"a{row}", "city", {"en": f"City {row}", "zh": f"城市{row}"}))
        for at in range(INDICATORS):
            project.indicators.add(Indicator(f"i{at}", f"Indicator {at}", direction=1))
        for at in range(SOURCES):
            csl = {"type": "report", "title": f"Statistical yearbook {at}", "publisher": f"Bureau {at % 30}"}
            project.sources.add(Source(f"s{at}", csl))
        nodes = (Node("BIG", "Big", None, 1.0), *tenths, *leaves)
        project.indices.add(Index("BIG", "Big", "", years[-1], areas, nodes, ""))
        for area in areas:
            project.observations.add_many(
                [
                    Observation(
                        *("", area, f"i{at}", year, chance.gauss(50, 10)),
                        preferred=True,
                        citations=_cited(chance) if turn < CITED else (),
                    )
                    for at in range(INDICATORS)
                    for turn, year in enumerate(reversed(years))
                ]
            )


def _cited(chance: random.Random) -> tuple[Citation, ...]:
    quote = chance.choice(_QUOTES).format(chance.randrange(10_000))
    return (Citation("", f"s{chance.randrange(SOURCES)}", locator=f"p. {chance.randrange(300)}", quote=quote),)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("large") / "large.citeria"
    build(path)
    return path


@pytest.fixture(scope="module")
def project(large: Path) -> Iterator[Project]:
    with Project.open(large, read_only=True) as project:
        yield project


def test_it_holds_what_it_says(project: Project, benchmark: BenchmarkFixture) -> None:
    counts = benchmark(project.counts)
    assert (counts["observations"], counts["citations"]) == (500_000, 200_000)


def test_opening_it_until_the_ranking_is_there(large: Path, benchmark: BenchmarkFixture) -> None:
    def visit() -> int:
        with Project.open(large) as opened:
            standing = Session(opened).standing
            return 0 if standing is None else len(standing.rows)

    assert benchmark.pedantic(visit, rounds=3) == AREAS


def test_the_memory_of_opening_it(large: Path, benchmark: BenchmarkFixture) -> None:
    def visit() -> str:
        words = [sys.executable, "-c", _OPENED, str(large)]
        return subprocess.run(words, capture_output=True, text=True, check=True, timeout=120).stdout

    told = benchmark.pedantic(visit, rounds=1)
    benchmark.extra_info["told"] = told.strip()
    print(told)
    assert "ranked 1000" in told


@pytest.mark.parametrize("words", ["patents in force", "企业", "доля", "Yearbook 499", "nowhere to be found"])
def test_searching_it(project: Project, benchmark: BenchmarkFixture, words: str) -> None:
    found = benchmark.pedantic(project.search, (words,), rounds=5, warmup_rounds=1)
    assert bool(found.hits) != words.startswith("nowhere")


def test_the_history_of_a_cell_in_it(project: Project, benchmark: BenchmarkFixture) -> None:
    assert benchmark(project.history.of_cell, "a7", "i3") == ()
