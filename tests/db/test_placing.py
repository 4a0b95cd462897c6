"""An area put elsewhere, an index read as of another period or beside another ranking: each is one step."""

from collections.abc import Callable
from pathlib import Path

import pytest

from citeria_core.model import Grouping
from citeria_core.period import Period
from citeria_db import index_operations, placing, structure_operations
from citeria_db.changes import Changes
from citeria_db.errors import OrderError, ParentCycleError, UnknownAreaError, UnknownRankingError
from citeria_db.store import Project

Content = Callable[[Path], object]


def _lie(project: Project) -> list[tuple[str, str | None]]:
    return [(area.code, area.parent) for area in project.areas.all()]


def test_an_area_is_put_into_another_at_its_place(project: Project) -> None:
    assert _lie(project) == [("land", None), ("alpha", "land"), ("beta", "land")]
    placing.place_area(project, "beta", "land", 0)
    assert _lie(project) == [("land", None), ("beta", "land"), ("alpha", "land")]
    placing.place_area(project, "alpha", "beta")
    assert _lie(project) == [("land", None), ("beta", "land"), ("alpha", "beta")]
    placing.place_area(project, "beta", None, 0)
    assert _lie(project) == [("beta", None), ("land", None), ("alpha", "beta")]
    placing.place_area(project, "beta", None, 1)
    assert _lie(project) == [("land", None), ("beta", None), ("alpha", "beta")]


def test_an_area_is_never_put_into_itself(project: Project, content: Content) -> None:
    before = content(project.path)
    for code, parent, refused in (
        ("land", "land", ParentCycleError),
        ("land", "alpha", ParentCycleError),
        ("nowhere", None, UnknownAreaError),
        ("alpha", "nowhere", UnknownAreaError),
    ):
        with pytest.raises(refused):
            placing.place_area(project, code, parent)
    assert content(project.path) == before


def test_groupings_change_places(project: Project) -> None:
    structure_operations.add_grouping(project, Grouping("new", "New", ()))
    placing.reorder_groupings(project, ["new", "sides"])
    assert [grouping.code for grouping in project.groupings.all()] == ["new", "sides"]
    with pytest.raises(OrderError):
        placing.reorder_groupings(project, ["new", "other"])


@pytest.mark.parametrize(
    "edit",
    [
        lambda project: placing.place_area(project, "beta", None, 0),
        lambda project: placing.place_area(project, "beta", "alpha"),
        lambda project: index_operations.set_as_of(project, "IX", Period.parse("2019-Q2")),
        lambda project: index_operations.set_published(project, "IX", None),
    ],
)
def test_each_is_one_step_and_undo_brings_everything_back(
    project: Project, content: Content, edit: Callable[[Project], Changes]
) -> None:
    before = content(project.path)
    assert edit(project).step is not None
    assert project.counts()["steps"] == 1
    assert content(project.path) != before
    project.undo()
    assert content(project.path) == before


def test_an_index_is_read_as_of_another_period(project: Project) -> None:
    index_operations.set_as_of(project, "IX", Period.parse("2019"))
    assert str(project.indices.get("IX").as_of) == "2019"
    assert project.history.undo_label() == f"Read {project.indices.get('IX').name} as of 2019"


def test_a_ranking_that_is_not_there_cannot_be_compared_with(project: Project) -> None:
    held = project.indices.get("IX").published
    assert held is not None
    with pytest.raises(UnknownRankingError):
        index_operations.set_published(project, "IX", "nobody")
    index_operations.set_published(project, "IX", None)
    assert project.indices.get("IX").published is None
    index_operations.set_published(project, "IX", held)
    assert project.indices.get("IX").published == held
