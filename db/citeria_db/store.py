"""A project: one open file with its repositories, its history and its one way of writing."""

import getpass
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from citeria_core.errors import KnownError
from citeria_db import copying, opening
from citeria_db import search as searching
from citeria_db import transact as writing
from citeria_db.archive.copies import Copies
from citeria_db.areas import Areas
from citeria_db.changes import Changes
from citeria_db.citations import Citations
from citeria_db.connection import Connection
from citeria_db.creation import create_file
from citeria_db.errors import HistoryBegunError, OlderReadOnlyError, OlderUnopenedError, ReadOnlyError
from citeria_db.groupings import Groupings
from citeria_db.history.log import History
from citeria_db.history.replay import Told, nobody
from citeria_db.indicators import Indicators
from citeria_db.indices import Indices
from citeria_db.migrations import SCRIPTS, Script, migrate
from citeria_db.notes import Notes
from citeria_db.observations import Observations
from citeria_db.published import PublishedRankings
from citeria_db.scenarios import Scenarios
from citeria_db.snapshots import Snapshots
from citeria_db.sources import Sources
from citeria_db.verdicts import Verdicts
from citeria_db.watch import Watch


def current_author() -> str:
    """Name who is at the keyboard, as the system knows it; "unknown" if it does not."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # which of them depends on the system and the Python version
        return "unknown"


class Project:
    """An open project file. It belongs to the thread that opened it; close it, or use it in a `with`."""

    def __init__(self, connection: Connection, *, read_only: bool, author: str) -> None:
        self.connection = connection
        self.read_only = read_only
        self.author = author
        self.areas = Areas(connection)
        self.groupings = Groupings(connection)
        self.indicators = Indicators(connection)
        self.sources = Sources(connection)
        self.copies = Copies(connection)
        self.citations = Citations(connection)
        self.observations = Observations(connection, author)
        self.notes = Notes(connection)
        self.verdicts = Verdicts(connection)
        self.published = PublishedRankings(connection)
        self.indices = Indices(connection)
        self.snapshots = Snapshots(connection)
        self.scenarios = Scenarios(connection)
        self.history = History(connection)
        self._watch = Watch(connection)
        self._reason = ""
        self._closed = False

    @classmethod
    def create(cls, path: Path | str, title: str = "", author: str | None = None) -> Self:
        """Make a new project and open it; an existing file is refused (`FileExistsAlreadyError`)."""
        create_file(Path(path), title)
        return cls.open(path, author=author)

    @classmethod
    def open(
        cls,
        path: Path | str,
        read_only: bool = False,
        author: str | None = None,
        scripts: Sequence[Script] = SCRIPTS,
    ) -> Self:
        """Open a project; an older file is migrated by `scripts` after a backup, a read-only medium opened for reading.

        Raises a `StorageError` that says what is wrong with a missing, foreign, damaged, newer or locked file.
        """
        place = Path(path)
        on_medium = place.exists() and not opening.is_writable(place)
        writable = not (read_only or on_medium)
        connection = opening.open_connection(place, writable=writable, immutable=on_medium, newest=scripts[-1].version)
        try:
            _bring_up_to_date(connection, scripts, writable=writable, fixed=on_medium)
            if writable:
                opening.begin_wal(connection)
            return cls(connection, read_only=not writable, author=author or current_author())
        except BaseException:
            connection.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file, back to one file if nobody else has it open; a second time does nothing."""
        if self._closed:
            return
        self._closed = True
        if not self.read_only:
            with suppress(sqlite3.Error, KnownError):  # closing a broken file must still close it
                self.connection.rollback()
                opening.end_wal(self.connection)
        self.connection.close()
        if not self.read_only:
            opening.fold_back(self.path)

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self.connection.path

    @property
    def title(self) -> str:
        """The project's title, or an empty text."""
        return str(self.connection.value("SELECT title FROM project") or "")

    @property
    def schema(self) -> int:
        """The schema version of the file."""
        return int(self.connection.control("PRAGMA user_version"))

    def counts(self) -> dict[str, int]:
        """How many areas, indicators, observations, citations, sources and steps there are."""
        nouns = {"areas": "area", "indicators": "indicator", "observations": "observation"}
        nouns |= {"citations": "citation", "sources": "source", "steps": "step"}
        return {noun: int(self.connection.value(f"SELECT count(*) FROM {table}")) for noun, table in nouns.items()}

    def search(self, text: str, limit: int = 100) -> searching.Found:
        """Find names, notes, quotes, verdicts and sources with every word of `text`, at most `limit` of each kind."""
        return searching.search(self.connection, text, limit)

    def changed_outside(self) -> bool:
        """Whether another connection has written since this was last asked."""
        return self._watch.changed()

    def transact(self, label: str) -> AbstractContextManager[writing.Writing]:
        """Write one step, undoable, named `label`; everything in the `with` is committed together or not at all."""
        self._check_writable()
        return writing.transact(
            self.connection, writing.Writing(label, self.author, reason=self._reason), self.history.took
        )

    @property
    def reason(self) -> str:
        """The reason of the steps taken now (see `because`), or an empty text."""
        return self._reason

    @contextmanager
    def because(self, reason: str) -> Iterator[None]:
        """Give the steps taken in the `with` a reason, which history keeps beside who did what and when."""
        before, self._reason = self._reason, reason.strip()
        try:
            yield
        finally:
            self._reason = before

    def undo(self, told: Told = nobody) -> Changes:
        """Take back the latest step that stands; appends a step that says so.

        `told` hears now and then how many of the changed columns are back; what it raises leaves everything as it was.
        """
        self._check_writable()
        return self.history.undo(self.author, self._reason, told)

    def redo(self, told: Told = nobody) -> Changes:
        """Take back the latest undo; appends a step that says so. `told` as for `undo`."""
        self._check_writable()
        return self.history.redo(self.author, self._reason, told)

    def revert(self, step: int) -> Changes:
        """Take back one step by its number, though others have followed; appends a step that says so.

        Raises `UnknownStepError`, `AlreadyUndoneError`, or `LaterStepError` naming a later step that builds on it.
        """
        self._check_writable()
        return self.history.revert(step, self.author, self._reason)

    @contextmanager
    def base(self) -> Iterator[None]:
        """Write without history, before the first step: what is written so is the base that undo never reaches."""
        self._check_writable()
        with writing.base(self.connection):
            if self.connection.value("SELECT count(*) FROM step"):
                raise HistoryBegunError(path=self.path)
            yield

    def save_copy(self, path: Path | str) -> None:
        """Write the project as it stands to another file, at once or not at all."""
        copying.copy(self.connection, Path(path))

    def backup(self) -> Path:
        """Write a copy beside the project and give its path."""
        target = copying.backup_name(self.path, "backup")
        copying.copy(self.connection, target)
        return target

    def _check_writable(self) -> None:
        if self.read_only:
            raise ReadOnlyError(path=self.path)


def _bring_up_to_date(connection: Connection, scripts: Sequence[Script], *, writable: bool, fixed: bool) -> None:
    found, newest = connection.control("PRAGMA user_version"), scripts[-1].version
    if found == newest:
        return
    if not writable:
        error = OlderReadOnlyError if fixed else OlderUnopenedError
        raise error(path=connection.path, found=found, known=newest)
    copying.copy(connection, copying.backup_name(connection.path, f"before-version-{newest}"))
    migrate(connection, scripts)
