"""The bytes that a project holds, addressed by their SHA-256: added in parts, never changed, never removed.

Whoever holds a file reads it twice: once for its checksum and kind, once into the project, where the second reading has
to give the same checksum. So memory stays at one part, and a file that changes meanwhile is noticed.
"""

import hashlib
import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from citeria_db.archive.errors import ChangingCopyError, TooLargeCopyError, UnknownKindError, UnreadableCopyError
from citeria_db.archive.kinds import HEAD_BYTES, kind_of
from citeria_db.connection import Connection

PART_BYTES: Final = 1024 * 1024
MOST_HELD: Final = 512 * 1024 * 1024
Progress = Callable[[int, int], None]  # bytes done, bytes in all; it may raise to stop


@dataclass(frozen=True, slots=True)
class Digest:
    """What a file is: checksum, size, media type, and when it was written last (nanoseconds since 1970)."""

    sha256: str
    size: int
    mime: str
    modified: int


def nobody_looks(_done: int, _whole: int) -> None:
    """The progress that nobody watches."""


def digest(path: Path, progress: Progress = nobody_looks, most: int | None = None) -> Digest:
    """Read a file to its end; `UnreadableCopyError`, `UnknownKindError`, beyond `most` bytes `TooLargeCopyError`."""
    size, modified = _measured(path)
    if most is not None and size > most:
        raise TooLargeCopyError(path=path, size=size, most=most)
    whole, done, kind = hashlib.sha256(), 0, None
    for part in parts(path):
        if not done:
            kind = kind_of(part[:HEAD_BYTES])
            if kind is None:
                raise UnknownKindError(path=path)
        whole.update(part)
        done += len(part)
        progress(done, size)
    if kind is None:
        raise UnreadableCopyError(path=path, reason="it is empty")
    return Digest(whole.hexdigest(), done, kind, modified)


def checksum(path: Path, progress: Progress = nobody_looks) -> str:
    """Give the SHA-256 of a file whatever it is; raises `UnreadableCopyError`."""
    whole, done = hashlib.sha256(), 0
    size, _ = _measured(path)
    for part in parts(path):
        whole.update(part)
        done += len(part)
        progress(done, size)
    return whole.hexdigest()


def measured(path: Path) -> tuple[int, int] | None:
    """Give size and time of writing of a plain file, without reading it; None if there is none."""
    try:
        found = path.stat()
    except (OSError, ValueError):  # ValueError: a NUL in the path
        return None
    return (found.st_size, found.st_mtime_ns) if stat.S_ISREG(found.st_mode) else None


def parts(path: Path) -> Iterator[bytes]:
    """Read a file part by part; `UnreadableCopyError` also when it vanishes half-way."""
    try:
        with path.open("rb") as file:
            while part := file.read(PART_BYTES):
                yield part
    except (OSError, ValueError) as error:
        raise UnreadableCopyError(path=path, reason=_reason(error)) from error


def hold(connection: Connection, path: Path, found: Digest, progress: Progress = nobody_looks) -> None:
    """Put the bytes of a file into the project inside the open transaction; what is there already stays.

    Raises `ChangingCopyError` if they are not those of the digest.
    """
    if is_held(connection, found.sha256):
        return
    whole, done = hashlib.sha256(), 0
    for number, part in enumerate(parts(path)):
        whole.update(part)
        done += len(part)
        if done > found.size:
            break
        connection.write("INSERT INTO held_part VALUES (?, ?, ?)", (found.sha256, number, part))
        progress(done, found.size)
    if whole.hexdigest() != found.sha256:
        raise ChangingCopyError(path=path)


def is_held(connection: Connection, sha256: str) -> bool:
    """Whether the project holds bytes under this checksum."""
    return connection.row("SELECT 1 FROM held_part WHERE sha256 = ? AND part = 0", (sha256,)) is not None


def held_parts(connection: Connection, sha256: str) -> Iterator[bytes]:
    """Give what is held under a checksum part by part."""
    number = 0
    while row := connection.row("SELECT content FROM held_part WHERE sha256 = ? AND part = ?", (sha256, number)):
        yield bytes(row[0])
        number += 1


def is_whole(connection: Connection, sha256: str, progress: Progress = nobody_looks) -> bool:
    """Whether the bytes held under a checksum still have it; the whole that progress is told is not known, so 0."""
    whole, done = hashlib.sha256(), 0
    for part in held_parts(connection, sha256):
        whole.update(part)
        done += len(part)
        progress(done, 0)
    return whole.hexdigest() == sha256


def bytes_held(connection: Connection) -> int:
    """Give how many bytes the project holds, of copies that are listed and of those that were removed."""
    return int(connection.value("SELECT coalesce(sum(length(content)), 0) FROM held_part"))


def _measured(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except (OSError, ValueError) as error:
        raise UnreadableCopyError(path=path, reason=_reason(error)) from error
    if not stat.S_ISREG(found.st_mode):
        reason = "it is a folder" if stat.S_ISDIR(found.st_mode) else "it is no plain file"
        raise UnreadableCopyError(path=path, reason=reason)
    return found.st_size, found.st_mtime_ns


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file (any more)"
    if isinstance(error, PermissionError):
        return "you have no permission to read it"
    return (os.strerror(error.errno) if isinstance(error, OSError) and error.errno else str(error)).lower()
