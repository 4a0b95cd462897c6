"""Make a new project file: built under another name and put in place whole, so that no half-made project is met."""

import os
from contextlib import suppress
from pathlib import Path

from citeria_db import copying
from citeria_db.clock import now
from citeria_db.errors import FileExistsAlreadyError, ReadOnlyError, StorageError
from citeria_db.identity import new_id
from citeria_db.migrations import migrate
from citeria_db.opening import connect
from citeria_db.transact import base


def create_file(path: Path, title: str) -> None:
    """Write an empty project titled `title` to `path`; an existing file is refused and left as it is."""
    check_place(path)
    temporary = path.with_name(f".{path.name}.{new_id()}")
    try:
        _fill(temporary, path, title)
        put_in_place(temporary, path)
    except OSError as error:
        raise copying.in_words(error, path) from error
    finally:
        with suppress(OSError):  # what went wrong has been said already
            temporary.unlink(missing_ok=True)
            temporary.with_name(temporary.name + "-journal").unlink(missing_ok=True)


def _fill(temporary: Path, path: Path, title: str) -> None:
    connection = connect(temporary, "rwc", named=path)
    try:
        migrate(connection)
        with base(connection):
            connection.write("INSERT INTO project (id, title, created) VALUES ('project', ?, ?)", (title, now()))
    finally:
        connection.close()


def check_place(path: Path) -> None:
    """Refuse a place where a file is (`FileExistsAlreadyError`), or that has no folder (`StorageError`)."""
    if path.exists():
        raise FileExistsAlreadyError(path=path)
    if not path.parent.is_dir():
        raise StorageError(path=path, reason=f"there is no folder “{path.parent}”")
    if not os.access(path.parent, os.W_OK):
        raise ReadOnlyError(path=path)


def put_in_place(temporary: Path, path: Path) -> None:
    """Give a finished file its name, durably; what has appeared under that name meanwhile is not replaced."""
    try:
        os.link(temporary, path)  # unlike a rename, a link never replaces what has appeared meanwhile
    except FileExistsError as error:
        raise FileExistsAlreadyError(path=path) from error
    except OSError:  # a disk without hard links
        temporary.rename(path)
    copying.sync(path.parent)
