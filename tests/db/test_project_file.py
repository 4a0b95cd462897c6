import re
import sqlite3
import threading
from contextlib import closing, suppress
from pathlib import Path

import pytest

from citeria_core.errors import KnownError
from citeria_core.model import Area
from citeria_db.errors import FileExistsAlreadyError, StorageError
from citeria_db.history.triggers import UNLOGGED
from citeria_db.migrations import APPLICATION_ID, SCHEMA, SCRIPTS
from citeria_db.store import Project


def test_a_new_project_knows_what_it_is(tmp_path: Path) -> None:
    with Project.create(tmp_path / "new.citeria", "A title") as project:
        assert project.title == "A title"
        assert project.schema == SCHEMA
        assert project.path == tmp_path / "new.citeria"
        assert set(project.counts()) == {"areas", "indicators", "observations", "citations", "sources", "steps"}
        assert not any(project.counts().values())
    with closing(sqlite3.connect(tmp_path / "new.citeria")) as plain:
        assert plain.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert plain.execute("PRAGMA user_version").fetchone() == (SCHEMA,)
        names = plain.execute("SELECT name FROM _sqlite_migrations ORDER BY id").fetchall()
        assert names == [(script.name,) for script in SCRIPTS]


def test_every_table_is_strict_and_content_has_no_hidden_rowid(path: Path) -> None:
    with closing(sqlite3.connect(path)) as plain:
        tables = plain.execute(
            "SELECT name, wr, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite%'"
        ).fetchall()
    assert len(tables) > 20
    assert [name for name, _, strict in tables if not strict] == ["_sqlite_migrations"]
    assert [name for name, without_rowid, _ in tables if not without_rowid and name not in UNLOGGED] == []


def test_an_existing_file_is_never_taken_for_a_new_project(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(FileExistsAlreadyError, match=r"mine\.txt.*Choose another name"):
        Project.create(tmp_path / "mine.txt")
    assert (tmp_path / "mine.txt").read_text() == "mine"


def test_a_new_project_needs_its_folder(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="there is no folder"):
        Project.create(tmp_path / "nowhere" / "new.citeria")


def test_an_open_project_uses_a_write_ahead_log_and_a_closed_one_is_one_file(path: Path) -> None:
    with Project.open(path) as project:
        assert project.connection.control("PRAGMA journal_mode") == "wal"
        assert project.connection.control("PRAGMA synchronous") == 2
        assert project.connection.control("PRAGMA foreign_keys") == 1
        with project.transact("Add"):
            project.areas.add(Area("gamma", "city", {"en": "Gamma"}))
        assert path.with_name("small.citeria-wal").exists()
    assert [entry.name for entry in path.parent.iterdir()] == ["small.citeria"]
    with closing(sqlite3.connect(path)) as plain:
        assert plain.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_the_last_of_two_windows_closes_the_log(path: Path) -> None:
    first, second = Project.open(path), Project.open(path)
    first.close()
    assert second.connection.control("PRAGMA journal_mode") == "wal"
    second.areas.get("alpha")
    second.close()
    second.close()
    assert [entry.name for entry in path.parent.iterdir()] == ["small.citeria"]


def test_two_that_close_at_once_leave_one_file(path: Path) -> None:
    for _ in range(30):
        both = threading.Barrier(2)

        def close_with_the_other(both: threading.Barrier = both) -> None:
            with Project.open(path) as project:
                project.areas.get("alpha")
                both.wait(20)

        other = threading.Thread(target=close_with_the_other)
        other.start()
        close_with_the_other()
        other.join(20)
        assert [entry.name for entry in path.parent.iterdir()] == ["small.citeria"]


def test_a_project_works_without_a_write_ahead_log_where_it_cannot_be_had(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM area").fetchall()  # holds a shared lock, so the journal mode must stay
        with Project.open(path) as project:
            reader.execute("COMMIT")
            assert project.connection.control("PRAGMA journal_mode") == "delete"
            with project.transact("Add"):
                project.areas.add(Area("gamma", "city", {"en": "Gamma"}))
    with Project.open(path) as project:
        assert project.areas.get("gamma").name() == "Gamma"


def test_reading_leaves_the_file_as_it_is(path: Path) -> None:
    before = path.read_bytes(), path.stat().st_mtime_ns
    with Project.open(path, read_only=True) as project:
        assert project.read_only
        assert project.areas.get("alpha").names == {"en": "Alpha", "zh": "甲"}
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


@pytest.mark.parametrize("name", ["a b.citeria", "100%25 & #1?mode=memory.citeria", "项目.citeria", "it's"])
def test_a_project_may_have_any_name(tmp_path: Path, name: str) -> None:
    with Project.create(tmp_path / name, name) as project, project.transact("Add"):
        project.areas.add(Area("gamma", "city", {"en": "Gamma"}))
    assert [entry.name for entry in tmp_path.iterdir()] == [name]
    with Project.open(str(tmp_path / name)) as project:
        assert project.areas.get("gamma").name() == "Gamma"


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="counts open files in /proc")
def test_no_connection_leaks_even_from_files_that_cannot_be_opened(path: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.citeria"
    broken.write_bytes(path.read_bytes()[:20_000])

    def opened() -> int:
        links = [entry.readlink() for entry in Path("/proc/self/fd").iterdir() if entry.is_symlink()]
        return sum(link.is_relative_to(tmp_path) for link in links)

    for _ in range(5):
        with suppress(KnownError):
            Project.open(broken)
        with suppress(KnownError):
            Project.create(path)
        Project.open(path).close()
    assert opened() == 0


def test_a_project_belongs_to_its_thread(project: Project) -> None:
    caught: list[Exception] = []

    def meddle() -> None:
        try:
            with project.transact("From elsewhere"):
                project.areas.add(Area("gamma", "city", {"en": "Gamma"}))
        except sqlite3.ProgrammingError as error:
            caught.append(error)

    thread = threading.Thread(target=meddle)
    thread.start()
    thread.join()
    assert len(caught) == 1
    assert [area.code for area in project.areas.all()] == ["land", "alpha", "beta"]
    assert project.counts()["steps"] == 0


def test_nothing_but_the_migrations_imports_sqlite_utils_at_once() -> None:
    """It costs half a second, so the way to a rank does without it; a fresh interpreter tells."""
    import subprocess
    import sys

    script = "import sys, citeria_db.store, citeria_db.load, citeria_db.operations; print(*sys.modules)"
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert not {"sqlite_utils", "pandas", "scipy", "sklearn", "numpy"} & set(found)


def test_words_for_people_name_the_file(tmp_path: Path) -> None:
    with pytest.raises(StorageError) as caught:
        Project.open(tmp_path / "absent.citeria")
    assert re.search(r"no file “.*absent\.citeria”.*citeria new", str(caught.value))
