"""How long the file takes: one edit, undo, loading an index, on 1,000 × 50 made-up cells. Reported, never asserted."""

import random
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from citeria_core.model import Area, Citation, Index, Indicator, Node, Observation, Source
from citeria_core.period import Period
from citeria_db import load, operations
from citeria_db.store import Project

YEAR = Period.parse("2020")
AREAS = [f"a{at}" for at in range(1000)]
INDICATORS = [f"i{at}" for at in range(50)]


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """1,000 areas × 50 indicators, every cell filled and cited."""
    chance = random.Random(1)
    with Project.create(tmp_path_factory.mktemp("large") / "large.citeria") as project:
        with project.base():
            project.sources.add(Source("s", {"title": "Made up"}))
            for code in AREAS:
                project.areas.add(Area(code, "city", {"en": code}))
            for code in INDICATORS:
                project.indicators.add(Indicator(code, code))
            leaves = (Node(code, code, "IX", 1.0, code) for code in INDICATORS)
            nodes = (Node("IX", "IX", None, 1.0), *leaves)
            project.indices.add(Index("IX", "IX", "", YEAR, tuple(AREAS), nodes, ""))
            for area in AREAS:
                for indicator in INDICATORS:
                    value = chance.random()
                    project.observations.add(
                        Observation("", area, indicator, YEAR, value, preferred=True, citations=(Citation("", "s"),))
                    )
        yield project


def test_one_edit_with_its_history(large: Project, benchmark: BenchmarkFixture) -> None:
    numbers = count()
    changes = benchmark(lambda: operations.set_value(large, "a7", "i3", YEAR, str(next(numbers))))
    assert changes.cells == {("a7", "i3")}


def test_one_undo_and_one_redo(large: Project, benchmark: BenchmarkFixture) -> None:
    operations.set_value(large, "a8", "i3", YEAR, "5")

    def there_and_back() -> float | None:
        large.undo()
        large.redo()
        return load.reading(large, "IX", "a8", "i3").value

    assert benchmark(there_and_back) == 5


def test_one_cell_read_after_an_edit(large: Project, benchmark: BenchmarkFixture) -> None:
    assert benchmark(load.reading, large, "IX", "a9", "i3").value is not None


def test_an_index_loaded_as_a_dataset(large: Project, benchmark: BenchmarkFixture) -> None:
    assert benchmark(load.dataset, large, "IX").values.shape == (1000, 50)


def test_every_cell_read_for_the_grid(large: Project, benchmark: BenchmarkFixture) -> None:
    assert len(benchmark(load.readings, large, AREAS, INDICATORS, YEAR)) == 50_000


def test_a_paste_of_a_thousand_cells(large: Project, benchmark: BenchmarkFixture) -> None:
    years = count(1000)

    def paste() -> int:
        year = Period.parse(str(next(years)))
        with large.transact("Paste") as writing:
            for area in AREAS:
                large.observations.add(Observation("", area, "i0", year, 1.5))
        return len(writing.changes.cells)

    assert benchmark.pedantic(paste, rounds=5) == 1000


def test_opening_and_closing_the_sample(tmp_path: Path, benchmark: BenchmarkFixture) -> None:
    from citeria_db import sample

    sample.build(tmp_path / "sample.citeria")

    def visit() -> int:
        with Project.open(tmp_path / "sample.citeria") as project:
            return project.counts()["observations"]

    assert benchmark(visit) == 548
