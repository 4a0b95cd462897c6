"""The archived copies of the sources: listed, looked at, found by checksum, and what rests on bytes that changed."""

from collections.abc import Collection, Iterable
from dataclasses import astuple
from pathlib import Path
from typing import Final

from citeria_core.archived import ArchivedCopy, CopyState, Revision, revisions
from citeria_db import codes
from citeria_db.archive import content
from citeria_db.archive.content import Progress, nobody_looks
from citeria_db.archive.errors import SeveralCopiesError, UnknownCopyError, UnreadableCopyError
from citeria_db.clock import day_of
from citeria_db.connection import Connection
from citeria_db.identity import new_id

_FEWEST: Final = 6  # characters of a checksum that name a copy
_SHOWN: Final = 12


class Copies:
    """Reads archived copies; sources are named by key, copies by id or by the beginning of their checksum."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[ArchivedCopy, ...]:
        """Give every copy of every source that was not merged away, the oldest first."""
        return self._copies("WHERE source.merged_into IS NULL")

    def of(self, source: str) -> tuple[ArchivedCopy, ...]:
        """Give the copies of one source, the oldest first; `UnknownSourceError` names close keys."""
        return self._copies("WHERE source.id = ?", (codes.source_id(self._connection, source),))

    def get(self, id_: str) -> ArchivedCopy:
        """Give the copy with this id; `UnknownCopyError`."""
        found = self._copies("WHERE archived_copy.id = ?", (id_,))
        if not found:
            raise UnknownCopyError(given=id_, hint="It may have been removed: list the copies again.")
        return found[0]

    def find(self, named: str) -> ArchivedCopy:
        """Give the one copy that a person means: the key of a source with one copy, or the beginning of a checksum.

        Raises `UnknownCopyError`, `SeveralCopiesError`.
        """
        found = self.all()
        meant = [copy for copy in found if copy.source == named]
        if not meant and len(named) >= _FEWEST:
            meant = [copy for copy in found if copy.sha256.startswith(named.lower()) or copy.id == named]
        if not meant:
            raise UnknownCopyError(given=named, hint=_hint(found))
        if len(meant) > 1 and len({copy.sha256 for copy in meant}) > 1:
            raise SeveralCopiesError(given=named, count=len(meant), known=_names(meant))
        return meant[-1]

    def state(self, copy: ArchivedCopy) -> CopyState:
        """Say how a copy stands now; a linked file is read if its size or time tell that it may have changed."""
        return state_of_link(copy, self.place(copy)) if copy.link else CopyState.HELD

    def verify(
        self, copies: Iterable[ArchivedCopy] | None = None, progress: Progress = nobody_looks
    ) -> dict[str, CopyState]:
        """Read every byte of copies (default: of all), held or linked, and say by id how each stands."""
        listed = self.all() if copies is None else tuple(copies)
        whole, before, states = sum(copy.size for copy in listed), 0, {}
        for copy in listed:

            def told(done: int, _size: int, before: int = before) -> None:
                progress(before + done, whole)

            if copy.link:
                states[copy.id] = state_of_link(copy, self.place(copy), thoroughly=True, progress=told)
            else:
                sound = content.is_whole(self._connection, copy.sha256, told)
                states[copy.id] = CopyState.HELD if sound else CopyState.DAMAGED
            before += copy.size
        return states

    def place(self, copy: ArchivedCopy) -> Path:
        """Where the linked file of a copy is: relative links begin at the folder of the project."""
        return self._connection.path.absolute().parent / copy.link

    def revisions(self) -> tuple[Revision, ...]:
        """Give every revision in place that nobody has acknowledged, from checksums alone."""
        return revisions(self.all())

    def resting(self, copy: ArchivedCopy) -> frozenset[str]:
        """Give the ids of the citations that rest on what a source said before `copy` was made, or its link changed.

        A citation made later, or read again on that day or after it, is none of them. Ids sort by time.
        """
        found = content.measured(self.place(copy)) if copy.link else None
        changed = found is not None and found[1] > copy.modified
        first = new_id(found[1]) if found is not None and changed else copy.id
        day = day_of(found[1]) if found is not None and changed else copy.captured[:10]
        return frozenset(
            id_
            for (id_,) in self._connection.rows(
                "SELECT id FROM citation WHERE source_id = ? AND id < ? AND (retrieved = '' OR retrieved < ?)",
                (codes.source_id(self._connection, copy.source), first, day),
            )
        )

    def doubted(self, sources: Collection[str] | None = None) -> frozenset[str]:
        """Give the ids of the citations to be checked: of sources (default: any) revised in place, of changed links."""
        copies = [copy for copy in self.all() if sources is None or copy.source in sources]
        doubtful = [revision.later for revision in revisions(copies)]
        doubtful += [copy for copy in copies if copy.link and self.state(copy) is CopyState.CHANGED]
        return frozenset(id_ for copy in doubtful for id_ in self.resting(copy))

    def changed(self) -> frozenset[str]:
        """Give the keys of the sources that were revised in place, or whose linked file changed or is gone."""
        linked = (copy for copy in self.all() if copy.link)
        gone = (copy.source for copy in linked if self.state(copy) in (CopyState.CHANGED, CopyState.MISSING))
        return frozenset(gone) | {revision.later.source for revision in self.revisions()}

    def bytes_held(self) -> int:
        """Give how many bytes of archived copies the file holds, also of copies that were removed since."""
        return content.bytes_held(self._connection)

    def _copies(self, where: str, parameters: tuple[str, ...] = ()) -> tuple[ArchivedCopy, ...]:
        rows = self._connection.rows(
            "SELECT archived_copy.id, source.key, sha256, size, mime, name, link, modified, url, edition, captured,"
            " acknowledged FROM archived_copy JOIN source ON source.id = archived_copy.source_id"
            f" {where} ORDER BY archived_copy.id",
            parameters,
        )
        return tuple(ArchivedCopy(*row) for row in rows)


def state_of_link(
    copy: ArchivedCopy, place: Path, *, thoroughly: bool = False, progress: Progress = nobody_looks
) -> CopyState:
    """Say how a linked file stands; a pure look at the disk, which any thread may take."""
    found = content.measured(place)
    if found is None:
        return CopyState.MISSING
    if found == (copy.size, copy.modified) and not thoroughly:
        return CopyState.LINKED
    if found[0] != copy.size and not copy.acknowledged:
        return CopyState.CHANGED
    try:
        now = content.checksum(place, progress)
    except UnreadableCopyError:
        return CopyState.MISSING
    return CopyState.LINKED if now in (copy.sha256, copy.acknowledged) else CopyState.CHANGED


def write_copy(connection: Connection, copy: ArchivedCopy) -> None:
    """Add the row of a copy."""
    id_, source, *rest = astuple(copy)
    connection.write(
        "INSERT INTO archived_copy (id, source_id, sha256, size, mime, name, link, modified, url, edition, captured,"
        " acknowledged) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (id_, codes.source_id(connection, source), *rest),
    )


def _hint(copies: Iterable[ArchivedCopy]) -> str:
    known = _names(copies)
    return f"There are: {known}." if known else "None has been archived yet."


def _names(copies: Iterable[ArchivedCopy]) -> str:
    return ", ".join(f"{copy.sha256[:_SHOWN]} ({copy.name})" for copy in list(copies)[:8])
