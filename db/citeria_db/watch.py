"""Notice that another connection has written: `data_version` changes for others' commits, never for our own."""

from citeria_db.connection import Connection


class Watch:
    """Remembers the version last seen; each reader that caches something has its own."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._seen = connection.control("PRAGMA data_version")

    def changed(self) -> bool:
        """Whether another connection has committed since this was last asked (or since the beginning).

        In the middle of a step of our own the answer is no, and is kept for later: a long step lets the window breathe,
        and who then read everything again would read half of it.
        """
        if self._connection.raw.in_transaction:
            return False
        version = self._connection.control("PRAGMA data_version")
        changed = bool(version != self._seen)
        self._seen = version
        return changed
