"""What an analyst does with archived copies: each function one undoable step, as in `citeria_db.operations`.

Undoing a step takes back what names the bytes, never the bytes: those stay, so that redo finds them.
"""

from pathlib import Path

from citeria_core.archived import ArchivedCopy, CopyState, edition_of
from citeria_db.archive import content, copies
from citeria_db.archive.content import MOST_HELD, Digest, Progress, nobody_looks
from citeria_db.archive.errors import LostCopyError
from citeria_db.archive.kinds import safe_name
from citeria_db.changes import NO_CHANGES, Changes
from citeria_db.clock import now
from citeria_db.errors import ReadOnlyError
from citeria_db.identity import new_id
from citeria_db.source_operations import check_unmerged
from citeria_db.store import Project


def archive(
    project: Project,
    key: str,
    path: Path,
    *,
    link: bool = False,
    url: str | None = None,
    progress: Progress = nobody_looks,
) -> Changes:
    """Put a copy of a source by: inside the project, or linked where it is, with its checksum either way.

    `url` is where it came from (default: the address of the source; an empty text: from nowhere that could be revised).
    What is there already byte for byte is no step. Raises `UnreadableCopyError`, `UnknownKindError`,
    `TooLargeCopyError`, `ChangingCopyError`, and whatever `progress` raises to stop; nothing is half-done then.
    """
    check_unmerged(project, key)
    if project.read_only:  # said before hundreds of megabytes are read
        raise ReadOnlyError(path=project.path)
    found = content.digest(path, progress, None if link else MOST_HELD)
    copy = _copy(project, key, path, found, link=link, url=url)
    if any(_same(copy, there) for there in project.copies.of(key)):
        return NO_CHANGES
    with project.transact(f"{'Link' if link else 'Archive'} {copy.name} for {key}") as writing:
        if not link:
            content.hold(project.connection, path, found, progress)
        copies.write_copy(project.connection, copy)
    return writing.changes


def _copy(project: Project, key: str, path: Path, found: Digest, *, link: bool, url: str | None) -> ArchivedCopy:
    source = project.sources.get(key)
    return ArchivedCopy(
        new_id(),
        key,
        found.sha256,
        found.size,
        found.mime,
        safe_name(path.name, found.mime),
        _link(project, path) if link else "",
        found.modified if link else 0,
        source.url if url is None else url.strip(),
        edition_of(source.csl),
        now(),
    )


def _link(project: Project, path: Path) -> str:
    """Relative to the folder of the project if the file is below it, so that both can be moved together."""
    place, folder = path.absolute(), project.path.absolute().parent
    return (place.relative_to(folder) if place.is_relative_to(folder) else place).as_posix()


def _same(copy: ArchivedCopy, there: ArchivedCopy) -> bool:
    return (copy.sha256, copy.link) == (there.sha256, there.link)


def remove_copy(project: Project, id_: str) -> Changes:
    """Take a copy off its source; its bytes stay in the file, where undo finds them. `UnknownCopyError`."""
    copy = project.copies.get(id_)
    with project.transact(f"Remove {copy.name} from {copy.source}") as writing:
        project.connection.write("DELETE FROM archived_copy WHERE id = ?", (id_,))
    return writing.changes


def acknowledge(project: Project, id_: str) -> Changes:
    """Take a copy as good although its bytes are not those cited from: the finding about it goes.

    Of a linked file that changed, what it holds now is taken as good. `UnknownCopyError`, `LostCopyError`.
    """
    copy = project.copies.get(id_)
    seen = copy.sha256
    if copy.link and project.copies.state(copy) in (CopyState.CHANGED, CopyState.MISSING):
        place = project.copies.place(copy)
        if content.measured(place) is None:
            raise LostCopyError(name=copy.name, source=copy.source, reason=f"there is no file “{place}” any more")
        seen = content.checksum(place)
    with project.transact(f"Acknowledge the change of {copy.name} of {copy.source}") as writing:
        project.connection.write("UPDATE archived_copy SET acknowledged = ? WHERE id = ?", (seen, id_))
    return writing.changes
