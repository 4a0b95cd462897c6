"""Ids of rows: UUID version 7 as text (RFC 9562, section 5.7), unique across workstations and sorting by time.

Python 3.11's `uuid` cannot make them. The 12 bits after the milliseconds carry their fraction (method 3 of
section 6.2), so that ids made one after another sort in that order.
"""

import secrets
import time


def new_id(nanoseconds: int | None = None) -> str:
    """Make an id for the moment `nanoseconds` (since 1970; default: now)."""
    moment = time.time_ns() if nanoseconds is None else nanoseconds
    milliseconds, rest = divmod(moment, 1_000_000)
    fraction = rest * 4096 // 1_000_000
    number = (milliseconds & (1 << 48) - 1) << 80 | 7 << 76 | fraction << 64 | 2 << 62 | secrets.randbits(62)
    digits = f"{number:032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


# The same in SQL, for steps that a trigger has to make with SQLite's built-in functions only.
NEW_ID_SQL = """(
    SELECT substr(ms, 1, 8) || '-' || substr(ms, 9, 4) || '-7' || substr(rnd, 1, 3) || '-'
        || substr('89ab', 1 + (abs(random()) % 4), 1) || substr(rnd, 4, 3) || '-' || substr(rnd, 7, 12)
    FROM (SELECT printf('%012x', CAST((julianday('now') - 2440587.5) * 86400000.0 AS INTEGER)) AS ms,
                 lower(hex(randomblob(9))) AS rnd)
)"""
