"""The one form in which times are stored: UTC with milliseconds, `2026-11-22T08:36:11.123Z`."""

from datetime import UTC, datetime

NOW_SQL = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"


def now() -> str:
    """Give the present moment as stored text."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def day_of(nanoseconds: int) -> str:
    """Give the day, in UTC, of a moment in nanoseconds since 1970."""
    return datetime.fromtimestamp(nanoseconds / 1e9, UTC).date().isoformat()
