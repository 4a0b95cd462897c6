"""Archived copies written out again: the bytes as they were put by, or a page that is safe to look at.

A copy is opened from a folder that is made for it, under a safe name whose ending is that of its kind. An HTML page
gets a policy that forbids scripts, frames and whatever it would fetch; the bytes in the project stay as they are.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from citeria_core.archived import ArchivedCopy
from citeria_db.archive import content
from citeria_db.archive.errors import CopyTargetError, LostCopyError, UnreadableCopyError
from citeria_db.archive.kinds import HEAD_BYTES, encoding_of, kind_of, safe_name
from citeria_db.identity import new_id
from citeria_db.store import Project

# https://www.w3.org/TR/CSP3/ - a policy holds from where it stands, so it comes before everything else.
_POLICY: Final = (
    '<!DOCTYPE html><meta http-equiv="Content-Security-Policy" content="default-src \'none\';'
    " img-src data:; style-src 'unsafe-inline' data:; font-src data:; form-action 'none'; base-uri 'none'\">\n"
)


def extract(project: Project, copy: ArchivedCopy, out: Path) -> Path:
    """Write the bytes of a copy to `out` and give it, at once or not at all; a file there is left as it is.

    Raises `CopyTargetError`, `LostCopyError`.
    """
    if out.exists() or out.is_symlink():
        raise CopyTargetError(path=out, reason="there is something of that name already")
    _write(out, _bytes(project, copy))
    return out


def extract_to_look(project: Project, copy: ArchivedCopy, folder: Path) -> Path:
    """Write a copy into `folder` for a viewer and give its path; what it is, its bytes say, not its row.

    Raises `CopyTargetError`, `LostCopyError`, of a linked file also if it is no kind that is archived any more.
    """
    kept = _bytes(project, copy)
    first = next(kept, b"")
    kind = kind_of(first[:HEAD_BYTES])
    if kind is None:
        raise LostCopyError(name=copy.name, source=copy.source, reason="it is no PDF, page, picture or text any more")
    out = folder / safe_name(copy.name, kind)
    _write(out, [_with_policy(first) if kind == "text/html" else first, *kept])
    return out


def _with_policy(first: bytes) -> bytes:
    length, encoding = encoding_of(first)
    return first[:length] + _POLICY.encode(encoding) + first[length:]


def _bytes(project: Project, copy: ArchivedCopy) -> Iterator[bytes]:
    if copy.link:
        place = project.copies.place(copy)
        if content.measured(place) is None:
            raise LostCopyError(name=copy.name, source=copy.source, reason=f"there is no file “{place}” any more")
        return content.parts(place)
    if not content.is_whole(project.connection, copy.sha256):
        raise LostCopyError(name=copy.name, source=copy.source, reason="the project holds other bytes than were put by")
    return content.held_parts(project.connection, copy.sha256)


def _write(out: Path, parts: Iterable[bytes]) -> None:
    temporary = out.with_name(f".{new_id()}.part")
    try:
        with temporary.open("xb") as file:
            for part in parts:
                file.write(part)
        os.replace(temporary, out)  # noqa: PTH105 - by name, as everywhere where a file is put in place
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise CopyTargetError(path=out, reason=reason.lower()) from error
    except UnreadableCopyError as error:
        raise LostCopyError(name=out.name, source="a source", reason=str(error.params["reason"])) from error
    finally:
        with suppress(OSError, ValueError):
            temporary.unlink(missing_ok=True)
