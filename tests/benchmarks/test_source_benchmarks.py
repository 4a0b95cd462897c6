"""What a merge of much cited sources, a search for duplicates and a bibliography take."""

import random
import tracemalloc
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from citeria_core.archived import CopyState
from citeria_core.model import Area, Citation, Indicator, Observation, Source
from citeria_core.period import Period
from citeria_core.source_identity import find
from citeria_db import sample, source_recite
from citeria_db.archive.operations import archive
from citeria_db.exchange import bibliography, references
from citeria_db.source_operations import merge_sources
from citeria_db.store import Project

YEAR = Period.parse("2024")


@pytest.fixture(scope="module")
def cited_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A made-up project: two sources, each cited by 10,000 observations, 2,000 of which cite both."""
    path = tmp_path_factory.mktemp("cited") / "cited.citeria"
    with Project.create(path) as project, project.base():
        project.sources.add(Source("kept", {"type": "dataset", "title": "Made up for a benchmark"}))
        project.sources.add(Source("other", {"type": "dataset", "title": "Made up for a benchmark"}))
        for row in range(180):
            project.areas.add(Area(code=f"a{row}", kind="city", names={"en": f"Area {row}"}))
        for place in range(100):
            project.indicators.add(Indicator(code=f"i{place}", name=f"Indicator {place}"))
        for number in range(18_000):
            made = Observation("", f"a{number // 100}", f"i{number % 100}", YEAR, float(number), preferred=True)
            id_ = project.observations.add(made)
            if number < 10_000:
                project.citations.add(id_, Citation("", "kept", locator=f"p. {number}"))
            if number >= 8_000:
                project.citations.add(id_, Citation("", "other", locator=f"row {number}"))
    return path


def test_merge_of_two_sources_cited_10000_times(benchmark: BenchmarkFixture, cited_file: Path) -> None:
    with Project.open(cited_file) as project:
        assert [source.cited for source in project.sources.all()] == [10_000, 10_000]

        def take_back() -> None:
            if project.history.undo_label() is not None:
                project.undo()

        changes = benchmark.pedantic(
            lambda: merge_sources(project, "kept", ["other"]), setup=take_back, rounds=3, iterations=1
        )
        assert len(changes.cells) == 10_000
        assert [source.cited for source in project.sources.all()] == [18_000]
        take_back()


def test_a_new_edition_for_10000_values(benchmark: BenchmarkFixture, cited_file: Path) -> None:
    with Project.open(cited_file) as project:

        def take_back() -> None:
            if project.history.undo_label() is not None:
                project.undo()

        def work() -> int:
            chosen = source_recite.plan(project, "other", "kept")
            return len(source_recite.recite(project, "other", "kept", chosen).cells)

        assert benchmark.pedantic(work, setup=take_back, rounds=2, iterations=1) == 10_000
        take_back()


@pytest.mark.parametrize("link", [False, True], ids=["held", "linked"])
def test_a_copy_of_200_megabytes(benchmark: BenchmarkFixture, tmp_path: Path, link: bool) -> None:
    """Archived, then verified; the peak of what Python holds meanwhile is reported."""
    large = tmp_path / "large.pdf"
    with large.open("wb") as file:
        file.write(b"%PDF-1.7\n")
        for number in range(200):
            file.write(random.Random(number).randbytes(1_000_000))
    with Project.create(tmp_path / "p.citeria") as project:
        with project.base():
            project.sources.add(Source("s", {"type": "report", "title": "Made up for a benchmark"}))

        def work() -> None:
            archive(project, "s", large, link=link)
            assert set(project.copies.verify().values()) <= {CopyState.HELD, CopyState.LINKED}

        tracemalloc.start()
        benchmark.pedantic(work, rounds=1)
        benchmark.extra_info["peak MB"] = round(tracemalloc.get_traced_memory()[1] / 1e6)
        tracemalloc.stop()
        benchmark.extra_info["file MB"] = round(project.path.stat().st_size / 1e6)


def test_duplicates_among_10000_sources(benchmark: BenchmarkFixture) -> None:
    letters, chance = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", random.Random(1)
    pages = ["".join(chance.choices(letters, k=22)) for _ in range(10_000)]
    sources = [
        Source(f"k{n}", {"type": "webpage", "title": f"Title {n % 9_900}", "URL": f"https://e{n % 50}.org/s/{page}"})
        for n, page in enumerate(pages)
    ]
    found = benchmark.pedantic(lambda: find(sources), rounds=1)
    assert len(found.groups) == 100


@pytest.mark.parametrize("style", ["apa", "chicago-author-date", "gb-t-7714-2015-numeric"])
def test_bibliography_of_the_sample(benchmark: BenchmarkFixture, tmp_path: Path, style: str) -> None:
    sample.build(tmp_path / "s.citeria")
    with Project.open(tmp_path / "s.citeria", read_only=True) as project:
        sources = project.sources.all()
    assert len(benchmark.pedantic(lambda: bibliography.bibliography(sources, style), rounds=2).entries) == 100


@pytest.mark.parametrize("ending", ["json", "bib", "ris"])
def test_reading_5000_references(benchmark: BenchmarkFixture, tmp_path: Path, ending: str) -> None:
    item = {"type": "article-journal", "title": "R&D in cities", "author": [{"family": "Smith", "given": "A."}]}
    path = tmp_path / f"many.{ending}"
    text = references.text_of(path, [Source(f"k{number}", item) for number in range(5_000)])
    path.write_text(text, encoding="utf-8")
    assert len(benchmark.pedantic(lambda: references.read(path), rounds=2).sources) == 5_000
