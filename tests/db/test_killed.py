"""A process that is killed in the middle of writing loses nothing that it has said is saved."""

import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

from citeria_core.period import Period
from citeria_db.store import Project

ROUNDS = 22

# Edits one cell again and again; a number is printed only after the commit of its step.
WRITER = """
import sys
from citeria_core.period import Period
from citeria_db import operations
from citeria_db.store import Project

first = int(sys.argv[2])
with Project.open(sys.argv[1]) as project:
    for number in range(first, first + 100_000):
        operations.set_value(project, "alpha", "pay", Period.parse("2020"), str(number), source="smith-2020")
        sys.stdout.write(f"{number}\\n")
        sys.stdout.flush()
"""


def killed_while_writing(path: Path, first: int, after: float) -> int:
    """Start a writer, kill it `after` seconds from its first acknowledged edit, and give the last acknowledged one."""
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), str(first)], stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        told = writer.stdout.readline()
        time.sleep(after)
        writer.kill()
        told += writer.stdout.read()
    assert writer.returncode == -9
    whole = told[: told.rfind("\n")].split("\n")  # the last line may be broken off
    return int(whole[-1])


def test_every_acknowledged_edit_outlives_a_kill(path: Path) -> None:
    acknowledged = 0
    for round_ in range(ROUNDS):
        last = killed_while_writing(path, acknowledged + 1, after=0.013 * (round_ % 7))
        with Project.open(path) as project:
            assert project.connection.control("PRAGMA integrity_check") == "ok"
            held = project.observations.cell("alpha", "pay", Period.parse("2020"))
            assert len(held) == 1
            value = held[0].value
            assert value in (last, last + 1)  # one more may be saved whose word was cut off
            values = [
                change.new
                for change in reversed(project.history.of_cell("alpha", "pay"))
                if change.column == "value_num"
            ]
            assert values == [
                float(number) for number in range(1, int(value) + 1)
            ]  # no edit is missing, none is doubled
            assert project.counts()["steps"] == len(values)
            acknowledged = int(value)
    assert acknowledged > ROUNDS
    with Project.open(path) as project:
        project.undo()
        assert project.observations.cell("alpha", "pay")[0].value == acknowledged - 1
    with closing(sqlite3.connect(path)) as plain:
        assert plain.execute("SELECT step FROM writing").fetchone() == (None,)
