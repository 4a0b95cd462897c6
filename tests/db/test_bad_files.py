import random
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

from citeria_core.errors import KnownError
from citeria_core.model import Area, Observation
from citeria_core.period import Period
from citeria_db import load, opening, operations
from citeria_db.connection import Connection
from citeria_db.errors import (
    DamagedFileError,
    DiskFullError,
    ForeignFileError,
    LockedError,
    MissingFileError,
    NewerFileError,
    OlderReadOnlyError,
    OlderUnopenedError,
    ReadOnlyError,
    StorageError,
    UnclosedReadOnlyError,
    UnstorableTextError,
)
from citeria_db.store import Project

YEAR = Period.parse("2020")


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for a lock for a moment, not for five seconds."""
    monkeypatch.setattr(opening, "PATIENCE_SECONDS", 0.05)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingFileError, match="absent"):
        Project.open(tmp_path / "absent.citeria")
    assert not (tmp_path / "absent.citeria").exists()


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"", "empty"), (b"PK\x03\x04" * 500, "no SQLite file"), ("地区,值\n".encode() * 99, "no SQLite file")],
)
def test_a_file_of_another_kind_is_refused_and_left_alone(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "other.xlsx"
    path.write_bytes(content)
    with pytest.raises(ForeignFileError, match=reason):
        Project.open(path)
    assert path.read_bytes() == content


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ForeignFileError, match="folder"):
        Project.open(tmp_path)


def test_the_sqlite_file_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("CREATE TABLE bookmarks (url)")
    before = path.read_bytes()
    with pytest.raises(ForeignFileError, match="another program"):
        Project.open(path)
    assert path.read_bytes() == before


def test_a_newer_file_is_refused_in_plain_words(path: Path) -> None:
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("PRAGMA user_version = 7")
    before = path.read_bytes()
    with pytest.raises(NewerFileError, match=r"newer Citeria \(file version 7; .*Update Citeria"):
        Project.open(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
def test_a_truncated_file_is_called_cut_off(path: Path, share: float) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(DamagedFileError, match="cut off"):
        Project.open(path)


def test_a_file_cut_inside_its_header_is_damaged(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:50])
    with pytest.raises(DamagedFileError, match="header"):
        Project.open(path)


def test_an_overwritten_page_is_damage_whichever_page_it_is(path: Path) -> None:
    whole = path.read_bytes()
    size = 4096
    for page in range(1, len(whole) // size):
        path.write_bytes(whole[: page * size] + b"\xff" * size + whole[(page + 1) * size :])
        with pytest.raises(DamagedFileError, match="is damaged"):
            Project.open(path)


@pytest.mark.parametrize("seed", range(40))
def test_random_damage_is_met_with_words_or_not_at_all(path: Path, seed: int) -> None:
    chance = random.Random(seed)
    damaged = bytearray(path.read_bytes())
    for _ in range(chance.randrange(1, 30)):
        at = chance.randrange(len(damaged))
        damaged[at : at + 40] = chance.randbytes(len(damaged[at : at + 40]))
    path.write_bytes(damaged)
    with suppress(KnownError), Project.open(path) as project:
        load.dataset(project, "IX")
        project.observations.all()
        operations.set_value(project, "alpha", "firms", YEAR, "9")
        assert project.observations.cell("alpha", "firms")[0].value == 9


def test_text_that_is_no_text_is_damage(path: Path) -> None:
    with closing(sqlite3.connect(path)) as plain, plain:
        plain.execute("UPDATE area SET kind = CAST(x'ff63697479' AS TEXT) WHERE code = 'alpha'")
    with Project.open(path) as project, pytest.raises(DamagedFileError, match="no text"):
        project.areas.all()


def test_text_that_cannot_be_stored_changes_nothing(project: Project) -> None:
    with pytest.raises(UnstorableTextError, match="udcc3"), project.transact("Add"):
        project.areas.add(Area("gamma", "city", {"en": "Caf\udcc3"}))
    assert project.counts()["steps"] == 0


@contextmanager
def locked(path: Path, kind: str) -> Iterator[None]:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute(f"BEGIN {kind}")
        yield
        other.execute("ROLLBACK")


@pytest.mark.usefixtures("impatient")
def test_a_write_into_a_locked_file_says_so_and_changes_nothing(path: Path) -> None:
    with Project.open(path) as project:
        with locked(path, "IMMEDIATE"):
            with pytest.raises(LockedError, match="locked: another program is writing"):
                operations.set_value(project, "alpha", "firms", YEAR, "9")
            with pytest.raises(LockedError):
                project.undo() if project.history.undo_label() else operations.set_weight(project, "IX", "pay", 1)
            assert project.observations.cell("alpha", "firms")[0].value == 7  # reading goes on
        assert project.counts()["steps"] == 0
        operations.set_value(project, "alpha", "firms", YEAR, "9")
        assert project.counts()["steps"] == 1


@pytest.mark.usefixtures("impatient")
def test_opening_an_exclusively_locked_file_says_so(path: Path) -> None:
    with locked(path, "EXCLUSIVE"), pytest.raises(LockedError, match=r"small\.citeria"):
        Project.open(path)


def test_a_project_opened_for_reading_refuses_writes_in_words(path: Path) -> None:
    with Project.open(path, read_only=True) as project:
        for write in (
            lambda: operations.set_value(project, "alpha", "firms", YEAR, "9"),
            project.undo,
            project.redo,
            lambda: project.base().__enter__(),
        ):
            with pytest.raises(ReadOnlyError, match="can only be read"):
                write()


def test_sqlite_itself_refuses_a_write_to_a_read_only_file_in_our_words(path: Path) -> None:
    connection = opening.connect(path, "ro&immutable=1")
    try:
        with pytest.raises(ReadOnlyError):
            connection.control("CREATE TABLE x (y)")
    finally:
        connection.close()


def test_a_read_only_medium_is_read_as_immutable(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "is_writable", lambda _: False)
    with Project.open(path) as project:
        assert project.read_only
        assert load.dataset(project, "IX").values[0, 0] == 7
        assert [entry.name for entry in path.parent.iterdir()] == ["small.citeria"]
        with pytest.raises(ReadOnlyError):
            operations.set_value(project, "alpha", "firms", YEAR, "9")


def test_a_file_that_the_system_protects_is_opened_for_reading(path: Path) -> None:
    protect = shutil.which("chattr")
    if protect is None or subprocess.run([protect, "+i", str(path)], capture_output=True).returncode:
        pytest.skip("no file can be made immutable here")
    try:
        with Project.open(path) as project:
            assert project.read_only
            assert project.areas.get("alpha").code == "alpha"
    finally:
        subprocess.run([protect, "-i", str(path)], check=True)


def test_unmerged_steps_on_a_read_only_medium_are_not_silently_left_out(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    medium = tmp_path / "medium"
    medium.mkdir()
    with Project.open(path) as project:
        operations.set_value(project, "alpha", "firms", YEAR, "9")
        for name in ("small.citeria", "small.citeria-wal"):
            shutil.copy(tmp_path / name, medium / name)
    monkeypatch.setattr(opening, "is_writable", lambda _: False)
    with pytest.raises(UnclosedReadOnlyError, match=r"small\.citeria-wal"):
        Project.open(medium / "small.citeria")


def test_an_older_file_that_cannot_be_written_asks_for_a_copy(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("PRAGMA user_version = 0")
    monkeypatch.setattr(opening, "is_writable", lambda _: False)
    with pytest.raises(OlderReadOnlyError, match="open the copy"):
        Project.open(path)


def test_an_older_file_that_is_only_to_be_read_asks_to_be_opened_once(path: Path) -> None:
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("PRAGMA user_version = 0")
    with pytest.raises(OlderUnopenedError, match="open it once in the window"):
        Project.open(path, read_only=True)


def fill_up(project: Project) -> None:
    pages = project.connection.control("PRAGMA page_count")
    project.connection.control(f"PRAGMA max_page_count = {pages}")


def test_a_full_disk_takes_back_the_whole_step(project: Project) -> None:
    fill_up(project)
    many = [Observation("", "beta", "firms", Period.parse(str(year)), 1.0) for year in range(1000, 2000)]
    with pytest.raises(DiskFullError, match="no room left"), project.transact("Many"):
        list(map(project.observations.add, many))
    assert project.observations.cell("beta", "firms") == ()
    assert project.counts()["steps"] == 0
    project.connection.control("PRAGMA max_page_count = 1000000")
    operations.set_value(project, "beta", "firms", YEAR, "3")
    assert project.history.undo_label() == "Set Firms, Beta"
    assert project.connection.control("PRAGMA integrity_check") == "ok"


def test_a_disk_that_fills_while_a_project_is_made_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def small(path: Path, mode: str, named: Path | None = None) -> Connection:
        connection = opening.connect(path, mode, named)
        connection.control("PRAGMA max_page_count = 20")
        return connection

    monkeypatch.setattr("citeria_db.creation.connect", small)
    with pytest.raises(DiskFullError, match=r"new\.citeria"):
        Project.create(tmp_path / "new.citeria")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_vanished_is_told(project: Project, tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="no folder"):
        project.save_copy(tmp_path / "gone" / "copy.citeria")
