"""From SQLite's result codes to known errors in words. What is not named here is a bug and stays as it is."""

import sqlite3
from pathlib import Path

from citeria_core.errors import KnownError
from citeria_db.errors import (
    DamagedFileError,
    DiskFullError,
    ForeignFileError,
    LockedError,
    ReadOnlyError,
    StorageError,
    UnstorableTextError,
)

_PRIMARY_CODE = 0xFF  # an extended result code carries its primary code in the low byte


def raise_known(error: sqlite3.Error | UnicodeError, path: Path) -> None:
    """Raise the known error that `error` stands for; return if it is a bug, for the caller to raise on."""
    if isinstance(error, UnicodeDecodeError):  # not even SQLite's message can be read: it quotes the file
        raise DamagedFileError(path=path, reason="it holds text that is no text") from error
    if isinstance(error, UnicodeEncodeError):
        raise UnstorableTextError(shown=ascii(error.object[error.start : error.end])) from error
    if not isinstance(error, sqlite3.Error):
        return
    known = known_error(error, path)
    if known is not None:
        raise known from error


def known_error(error: sqlite3.Error, path: Path) -> KnownError | None:
    """Name what a person can mend about `error`, or None if it is a bug."""
    number = getattr(error, "sqlite_errorcode", None)
    if number is None:  # raised by Python's module, not by SQLite
        undecodable = "Could not decode to UTF-8" in str(error)
        return DamagedFileError(path=path, reason="it holds text that is no text") if undecodable else None
    code = number & _PRIMARY_CODE
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return LockedError(path=path)
    if code == sqlite3.SQLITE_FULL:
        return DiskFullError(path=path)
    if code == sqlite3.SQLITE_READONLY:
        return ReadOnlyError(path=path)
    if code == sqlite3.SQLITE_CORRUPT:
        return DamagedFileError(path=path, reason=str(error))
    if code == sqlite3.SQLITE_NOTADB:
        return ForeignFileError(path=path, reason="it is no SQLite file")
    if code in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH):
        return StorageError(path=path, reason=str(error))
    return None
