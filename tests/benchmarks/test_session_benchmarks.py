"""What an analyst waits for: an edit until the new ranks are there, `citeria rank` from start to finish."""

import subprocess
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from citeria_core.model import Area, Citation, Index, Indicator, Node, Observation, Source
from citeria_core.period import Period
from citeria_db import operations, sample
from citeria_db.store import Project
from citeria_desktop.session import Session

YEAR = Period.parse("2024")


def _index(areas: int, indicators: int) -> Index:
    parts = [Node(code=f"p{part}", name=f"Part {part}", parent="BIG", weight=1.0) for part in range(10)]
    leaves = [
        Node(code=f"i{place}", name=f"Indicator {place}", parent=f"p{place % 10}", weight=1.0, indicator=f"i{place}")
        for place in range(indicators)
    ]
    return Index(
        code="BIG",
        name="Big",
        description="",
        as_of=YEAR,
        areas=tuple(f"a{row}" for row in range(areas)),
        nodes=(Node(code="BIG", name="Big", parent=None, weight=1.0), *parts, *leaves),
        recipe="",
    )


def _build_large(path: Path, areas: int, indicators: int) -> None:
    """A made-up project of areas × indicators in ten parts, every value cited."""
    values = np.random.default_rng(1).normal(50, 10, (areas, indicators))
    with Project.create(path) as project, project.base():
        for row in range(areas):
            project.areas.add(Area(code=f"a{row}", kind="city", names={"en": f"Area {row}"}))
        for place in range(indicators):
            project.indicators.add(Indicator(code=f"i{place}", name=f"Indicator {place}", direction=1))
        project.sources.add(Source(key="made-up", csl={"type": "dataset", "title": "Made up for a benchmark"}))
        for row in range(areas):
            for place in range(indicators):
                made = Observation(
                    id="",
                    area=f"a{row}",
                    indicator=f"i{place}",
                    period=YEAR,
                    value=float(values[row, place]),
                    preferred=True,
                )
                project.citations.add(project.observations.add(made), Citation(id="", source="made-up"))
        project.indices.add(_index(areas, indicators))


@pytest.fixture
def sample_session(tmp_path: Path) -> Iterator[Session]:
    sample.build(tmp_path / "sample.citeria")
    with Project.open(tmp_path / "sample.citeria") as project:
        yield Session(project)


@pytest.fixture(scope="module")
def large_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("large") / "large.citeria"
    _build_large(path, 1000, 50)
    return path


@pytest.fixture
def large_session(large_file: Path) -> Iterator[Session]:
    with Project.open(large_file) as project:
        yield Session(project)


def test_edit_to_ranks_on_the_sample(benchmark: BenchmarkFixture, sample_session: Session) -> None:
    value = count(1)

    def edit() -> object:
        text = str(50 + next(value) % 40)
        sample_session.run(operations.set_value, "wuhan", "sub-smart-2020-score", Period.parse("2020"), text)
        return sample_session.standing

    assert benchmark(edit) is not None


def test_edit_to_ranks_at_1000_by_50(benchmark: BenchmarkFixture, large_session: Session) -> None:
    value = count(1)

    def edit() -> object:
        large_session.run(operations.set_value, "a7", "i3", YEAR, str(next(value) % 90))
        return large_session.standing

    assert benchmark(edit) is not None


def test_open_at_1000_by_50(benchmark: BenchmarkFixture, large_file: Path) -> None:
    def opened() -> int:
        with Project.open(large_file) as project:
            return len(Session(project, "BIG").readings)

    assert benchmark(opened) == 50_000


def test_citeria_rank_from_start_to_finish(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    path = tmp_path / "sample.citeria"
    sample.build(path)
    command = [sys.executable, "-m", "citeria_desktop", "rank", str(path), "--index", "ICI-CN-SUB"]
    done = benchmark.pedantic(
        lambda: subprocess.run(command, check=True, capture_output=True, text=True), rounds=5, warmup_rounds=1
    )
    assert "Beijing" in done.stdout
