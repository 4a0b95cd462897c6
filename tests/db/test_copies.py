import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from citeria_core.period import Period
from citeria_db import copying, operations
from citeria_db.errors import DiskFullError, ReadOnlyError, SameFileError, StorageError
from citeria_db.store import Project

YEAR = Period.parse("2020")


def test_a_copy_holds_what_is_there_now_with_its_history_in_one_file(
    project: Project, tmp_path: Path, content: Callable[[Path], object]
) -> None:
    operations.set_value(project, "alpha", "firms", YEAR, "8")
    project.save_copy(tmp_path / "copy.citeria")
    assert content(tmp_path / "copy.citeria") == content(project.path)
    assert sorted(entry.name for entry in tmp_path.glob("*copy*")) == ["copy.citeria"]
    with closing(sqlite3.connect(tmp_path / "copy.citeria")) as plain:
        assert plain.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    with Project.open(tmp_path / "copy.citeria") as copied:
        copied.undo()
        assert copied.observations.cell("alpha", "firms")[0].value == 7
    assert project.observations.cell("alpha", "firms")[0].value == 8


def test_a_copy_takes_the_place_of_another_file_at_once(project: Project, tmp_path: Path) -> None:
    (tmp_path / "copy.citeria").write_text("an older copy")
    project.save_copy(tmp_path / "copy.citeria")
    with Project.open(tmp_path / "copy.citeria") as copied:
        assert copied.title == "Small"


def test_a_copy_never_takes_the_place_of_its_original(project: Project, tmp_path: Path) -> None:
    (tmp_path / "link.citeria").symlink_to(project.path)
    for target in (project.path, tmp_path / "link.citeria"):
        with pytest.raises(SameFileError, match="open project itself"):
            project.save_copy(target)


def test_a_copy_never_takes_the_place_of_a_project_that_is_open(project: Project, tmp_path: Path) -> None:
    with Project.create(tmp_path / "other.citeria", "Other") as other:
        with pytest.raises(SameFileError, match="open somewhere"):
            project.save_copy(other.path)
        assert other.title == "Other"


def test_a_copy_cannot_be_a_folder(project: Project, tmp_path: Path) -> None:
    with pytest.raises(SameFileError, match="folder"):
        project.save_copy(tmp_path)


@pytest.mark.parametrize(
    ("failure", "error"),
    [
        (PermissionError(13, "Permission denied"), ReadOnlyError),
        (OSError(28, "No space left on device"), DiskFullError),
        (OSError(5, "Input/output error"), StorageError),
    ],
)
def test_a_copy_that_fails_leaves_the_older_copy_and_no_rubbish(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: OSError, error: type[Exception]
) -> None:
    (tmp_path / "copy.citeria").write_text("an older copy")

    def fail(_: Path) -> None:
        raise failure

    monkeypatch.setattr(copying, "sync", fail)
    with pytest.raises(error, match=r"copy\.citeria"):
        project.save_copy(tmp_path / "copy.citeria")
    assert (tmp_path / "copy.citeria").read_text() == "an older copy"
    assert sorted(entry.name for entry in tmp_path.glob("*copy*")) == ["copy.citeria"]


def test_a_project_opened_for_reading_can_be_copied(path: Path, tmp_path: Path) -> None:
    with Project.open(path, read_only=True) as project:
        project.save_copy(tmp_path / "copy.citeria")
    with Project.open(tmp_path / "copy.citeria") as copied:
        operations.set_value(copied, "alpha", "firms", YEAR, "8")
        assert copied.counts()["steps"] == 1


def test_backups_stand_beside_the_project_each_under_its_own_name(project: Project) -> None:
    first, second = project.backup(), project.backup()
    assert first != second
    assert first.parent == second.parent == project.path.parent
    assert first.name.startswith("small.backup-")
    assert first.suffix == ".citeria"
    with Project.open(second, read_only=True) as copied:
        assert copied.title == "Small"
