import sqlite3
import time
import uuid
from contextlib import closing

from citeria_db.identity import NEW_ID_SQL, new_id


def test_an_id_is_a_uuid_of_version_seven() -> None:
    found = uuid.UUID(new_id())
    assert (found.version, found.variant) == (7, uuid.RFC_4122)
    assert str(found) == str(found).lower()


def test_an_id_carries_its_moment() -> None:
    assert new_id(0).startswith("00000000-0000-7000-")
    assert new_id(1_645_557_742_000 * 1_000_000).startswith("017f22e2-79b0-7000-")  # the example of RFC 9562, A.6
    assert new_id(500_000).startswith("00000000-0000-7800-")  # half a millisecond


def test_ids_sort_by_time() -> None:
    moments = [17 * 10**17 + step * 1_000 for step in range(0, 5_000, 7)]
    ids = [new_id(moment) for moment in moments]
    assert ids == sorted(ids)


def test_ids_of_one_moment_differ() -> None:
    assert len({new_id(17 * 10**17) for _ in range(1000)}) == 1000


def test_sqlite_makes_the_same_kind_of_id() -> None:
    with closing(sqlite3.connect(":memory:")) as plain:
        made = [plain.execute(f"SELECT {NEW_ID_SQL}").fetchone()[0] for _ in range(200)]
    assert {(uuid.UUID(one).version, uuid.UUID(one).variant) for one in made} == {(7, uuid.RFC_4122)}
    assert len(set(made)) == 200
    assert abs(int(made[0].replace("-", "")[:12], 16) - time.time() * 1000) < 60_000
