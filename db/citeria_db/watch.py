"""Notice that another connection has written: `data_version` changes for others' commits, never for our own."""

from citeria_db.connection import Connection


class Watch:
    """Remembers the version last seen; each reader that caches something has its own."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._seen = connection.control("PRAGMA data_version")

    def changed(self) -> bool:
        """Whether another connection has committed since this was last asked (or since the beginning)."""
        version = self._connection.control("PRAGMA data_version")
        changed = bool(version != self._seen)
        self._seen = version
        return changed
