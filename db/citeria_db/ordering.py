"""The order of rows that people arrange: areas, indicators, indices, groupings."""

from collections.abc import Sequence

from citeria_core.errors import raise_all
from citeria_db.connection import Connection
from citeria_db.errors import OrderError


def reorder(connection: Connection, table: str, codes: Sequence[str]) -> None:
    """Put the rows of these codes into this order, in the places that they hold together; the others stay.

    Raises `OrderError` for each code that is unknown or named twice.
    """
    rows = connection.rows(f"SELECT code, id, position FROM {table} ORDER BY position, id")
    known = {code: id_ for code, id_, _ in rows}
    order = rearranged([code for code, _, _ in rows], codes)
    held = {code: position for code, _, position in rows}
    places = sorted(held.values()) if len(set(held.values())) == len(held) else list(range(1, len(held) + 1))
    for code, place in zip(order, places, strict=True):
        if held[code] != place:
            connection.write(f"UPDATE {table} SET position = ? WHERE id = ?", (place, known[code]))


def rearranged(held: Sequence[str], codes: Sequence[str]) -> list[str]:
    """Give all that are held with `codes` in this order, in the places that they hold together.

    Raises every `OrderError`: for a code that is not held, and for one named twice.
    """
    raise_all(
        OrderError(given=code, problem="twice" if code in held else "which is not there")
        for at, code in enumerate(codes)
        if code not in held or code in codes[:at]
    )
    moved, coming = set(codes), iter(codes)
    return [next(coming) if code in moved else code for code in held]
