"""Get a connection to a project file, or say in words why not: the gate every file passes.

A project that is open on a local disk is in WAL mode (writers and readers do not hinder each other); the last
connection to close turns it back to a rollback journal, so that a closed project is one file. Where WAL cannot be had
(network drives, somebody holding the file) it stays with the rollback journal. Nothing here changes a file that is
foreign, damaged or newer.
"""

import os
import random
import sqlite3
import time
from contextlib import suppress
from pathlib import Path
from typing import Final

from citeria_core.errors import KnownError
from citeria_db.connection import Connection
from citeria_db.errors import (
    DamagedFileError,
    ForeignFileError,
    MissingFileError,
    NewerFileError,
    UnclosedReadOnlyError,
)
from citeria_db.faults import raise_known
from citeria_db.migrations import APPLICATION_ID

_WAITS: Final = (0.0, 0.01, 0.02, 0.03)  # seconds at most before each try to be the last to close a file
PATIENCE_SECONDS: Final = 5.0
_MAGIC: Final = b"SQLite format 3\x00"
_CHECKED_BYTES: Final = 16 * 1024 * 1024  # up to this size the whole structure is checked on opening (about 0.1 s)


def raw_connection(path: Path, mode: str) -> sqlite3.Connection:
    """Connect with SQLite's URI `mode` (rw, rwc, ro, or "ro&immutable=1"), in autocommit, bound to this thread."""
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=PATIENCE_SECONDS,
        isolation_level=None,
        cached_statements=512,
    )


def connect(path: Path, mode: str, named: Path | None = None) -> Connection:
    """Connect and set what every connection of ours has: foreign keys, full durability. Errors speak of `named`."""
    try:
        connection = Connection(raw_connection(path, mode), named or path)
    except sqlite3.Error as error:
        raise_known(error, path)
        raise
    try:
        connection.control("PRAGMA foreign_keys = ON")
        connection.control("PRAGMA synchronous = FULL")
    except BaseException:
        connection.close()
        raise
    return connection


def is_writable(path: Path) -> bool:
    """Whether the file and its folder can be written, as the system says."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def open_connection(path: Path, *, writable: bool, immutable: bool, newest: int) -> Connection:
    """Open a project after checking that it is one, whole and of a version not above `newest`."""
    head = _header(path)
    if immutable:
        _check_closed(path)
    if not (_side_file(path, "-wal").exists() or _side_file(path, "-journal").exists()):
        _check_length(path, head)  # with a side file the newest pages may stand there
    connection = connect(path, "rw" if writable else "ro&immutable=1" if immutable else "ro")
    try:
        _check_identity(connection, path, newest)
        _check_structure(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _side_file(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)


def _header(path: Path) -> bytes:
    if not path.exists():
        raise MissingFileError(path=path)
    if not path.is_file():
        raise ForeignFileError(path=path, reason="it is a folder or a device")
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except PermissionError as error:
        raise ForeignFileError(path=path, reason="you have no permission to read it") from error
    if not head:
        raise ForeignFileError(path=path, reason="it is empty")
    if not head.startswith(_MAGIC):
        raise ForeignFileError(path=path, reason="it is no SQLite file, or its beginning was overwritten")
    if len(head) < 100:
        raise DamagedFileError(path=path, reason="it ends inside its header")
    return head


def _check_length(path: Path, head: bytes) -> None:
    """Compare the length with what the header says (https://www.sqlite.org/fileformat.html, section 1.3)."""
    page_size = int.from_bytes(head[16:18], "big")
    expected = (65536 if page_size == 1 else page_size) * int.from_bytes(head[28:32], "big")
    size = path.stat().st_size
    if head[24:28] == head[92:96] and size < expected:
        raise DamagedFileError(path=path, reason=f"it is cut off: {size:,} of {expected:,} bytes are there")


def _check_closed(path: Path) -> None:
    """An immutable file is read without its side files: what stands in them would be missing silently."""
    for suffix in ("-wal", "-journal"):
        side = _side_file(path, suffix)
        if side.exists() and side.stat().st_size:
            raise UnclosedReadOnlyError(path=path, side=side.name)


def _check_identity(connection: Connection, path: Path, newest: int) -> None:
    if connection.control("PRAGMA application_id") != APPLICATION_ID:
        raise ForeignFileError(path=path, reason="it is the SQLite file of another program")
    found = connection.control("PRAGMA user_version")
    if found > newest:
        raise NewerFileError(path=path, found=found, known=newest)


def _check_structure(connection: Connection, path: Path) -> None:
    if path.stat().st_size <= _CHECKED_BYTES:
        found = connection.control("PRAGMA quick_check(1)")
        if found != "ok":
            raise DamagedFileError(path=path, reason=str(found).splitlines()[-1])


def begin_wal(connection: Connection) -> None:
    """Turn to WAL if it can be had at once; otherwise the rollback journal stays."""
    _journal_mode(connection, "WAL")


def end_wal(connection: Connection) -> None:
    """Turn back to the rollback journal if this is the last connection; otherwise a later one does it."""
    _journal_mode(connection, "DELETE")


def fold_back(path: Path) -> None:
    """Turn a closed file back to one where it still has a log: of two that close it at once, each sees the other.

    They may meet again, so each waits for a time of its own before it tries once more.
    """
    for longest in _WAITS:
        if not _side_file(path, "-wal").exists():
            return
        time.sleep(random.uniform(0.0, longest))
        with suppress(sqlite3.Error, KnownError):  # it may be gone, or somebody else's
            connection = connect(path, "rw")
            try:
                end_wal(connection)
            finally:
                connection.close()


def _journal_mode(connection: Connection, mode: str) -> None:
    try:
        connection.raw.execute("PRAGMA busy_timeout = 0")
        connection.raw.execute(f"PRAGMA journal_mode = {mode}").fetchall()
    except sqlite3.OperationalError:
        pass  # others hold the file; it works in either mode
    finally:
        connection.raw.execute(f"PRAGMA busy_timeout = {int(PATIENCE_SECONDS * 1000)}")
