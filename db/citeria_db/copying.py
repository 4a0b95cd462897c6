"""Whole copies of an open project, made by SQLite's backup API and put in place at once or not at all."""

import errno
import os
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from citeria_db.connection import Connection
from citeria_db.errors import DiskFullError, ReadOnlyError, SameFileError, StorageError
from citeria_db.faults import raise_known
from citeria_db.identity import new_id


def copy(connection: Connection, target: Path) -> None:
    """Write a copy to `target`, replacing a file there; refuses the project itself and a project that is open."""
    _check_target(connection.path, target)
    temporary = target.with_name(f".{target.name}.{new_id()}")
    try:
        _backup(connection, temporary, target)
        sync(temporary)
        os.replace(temporary, target)  # noqa: PTH105 - the twin of the fsync above, both by descriptor or name
        sync(target.parent)
    except OSError as error:
        raise in_words(error, target) from error
    finally:
        with suppress(OSError):  # what went wrong has been said already
            temporary.unlink(missing_ok=True)


def _check_target(path: Path, target: Path) -> None:
    if target.exists() and target.samefile(path):
        raise SameFileError(path=target, reason="it is the open project itself")
    if target.is_dir():
        raise SameFileError(path=target, reason="it is a folder")
    if target.with_name(target.name + "-wal").exists():
        raise SameFileError(path=target, reason="that project is open somewhere")
    if not target.parent.is_dir():
        raise StorageError(path=target, reason=f"there is no folder “{target.parent}”")
    if not os.access(target.parent, os.W_OK):
        raise ReadOnlyError(path=target)


def _backup(connection: Connection, temporary: Path, target: Path) -> None:
    try:
        with closing(sqlite3.connect(temporary, isolation_level=None)) as copied:
            connection.raw.backup(copied)
            copied.execute("PRAGMA journal_mode = DELETE").fetchall()  # the copy inherits WAL from the open original
    except sqlite3.Error as error:
        raise_known(error, target)
        raise


def sync(path: Path) -> None:
    """Make a file or a folder's entries durable; a system that cannot sync a folder (Windows) is left to its own."""
    if path.is_dir() and os.name == "nt":
        return
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def in_words(error: OSError, target: Path) -> StorageError:
    """Name what the system says against writing `target`."""
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return ReadOnlyError(path=target)
    if error.errno == errno.ENOSPC:
        return DiskFullError(path=target)
    return StorageError(path=target, reason=error.strerror or str(error))


def backup_name(path: Path, reason: str) -> Path:
    """Name a backup beside `path` that does not exist yet: `stem.REASON-20261122-083611.suffix`."""
    moment = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    candidate = path.with_name(f"{path.stem}.{reason}-{moment}{path.suffix}")
    count = 1
    while candidate.exists():
        count += 1
        candidate = path.with_name(f"{path.stem}.{reason}-{moment}-{count}{path.suffix}")
    return candidate
