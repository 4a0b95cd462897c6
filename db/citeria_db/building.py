"""A project file that is filled before anybody can open it: whole, or not at all."""

import glob
from collections.abc import Callable
from pathlib import Path

from citeria_db.creation import check_place, put_in_place
from citeria_db.identity import new_id
from citeria_db.store import Project


def build(path: Path | str, title: str, fill: Callable[[Project], None]) -> None:
    """Write a project to `path` whose base `fill` lays; a file that exists is refused and left as it is."""
    place = Path(path)
    check_place(place)
    temporary = place.with_name(f".{place.name}.{new_id()}")
    try:
        with Project.create(temporary, title=title) as project, project.base():
            fill(project)
        put_in_place(temporary, place)
    finally:
        for left in place.parent.glob(f"{glob.escape(temporary.name)}*"):
            left.unlink()
