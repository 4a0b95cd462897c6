"""Verdicts of reviewers on observations."""

import json
from collections.abc import Iterable

from citeria_core.verdict import Ruling, Side, Verdict
from citeria_db import codes
from citeria_db.connection import Connection
from citeria_db.errors import UnknownVerdictError
from citeria_db.identity import new_id

_SELECT = (
    "SELECT v.id, v.observation_id, v.ruling, v.reviewer, v.given, v.judged, v.comment, v.proposed, v.wrong, v.answer,"
    " v.answered_by FROM verdict v"
)
_ORDER = "ORDER BY v.given, v.id"


class Verdicts:
    """Read and write verdicts; observations and verdicts are named by id."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[Verdict, ...]:
        """Give every verdict, the oldest first."""
        return self._read(_ORDER)

    def on(self, observations: Iterable[str]) -> tuple[Verdict, ...]:
        """Give the verdicts on observations, the oldest first."""
        wanted = json.dumps(list(observations))
        return self._read(f"WHERE v.observation_id IN (SELECT value FROM json_each(?)) {_ORDER}", (wanted,))

    def get(self, id_: str) -> Verdict:
        """Give one verdict; `UnknownVerdictError`."""
        found = self._read("WHERE v.id = ?", (id_,))
        if not found:
            raise UnknownVerdictError(given=id_)
        return found[0]

    def add(self, verdict: Verdict) -> str:
        """Add a verdict and give its id, made if empty; `UnknownObservationError`."""
        id_ = verdict.id or new_id()
        self._connection.write(
            "INSERT INTO verdict (observation_id, ruling, reviewer, given, judged, comment, proposed, wrong, answer,"
            " answered_by, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (codes.observation_id(self._connection, verdict.observation), *_said(verdict), id_),
        )
        return id_

    def change(self, verdict: Verdict) -> None:
        """Write what `verdict` says over the one with its id; it stays with its observation."""
        self.get(verdict.id)
        self._connection.write(
            "UPDATE verdict SET ruling = ?, reviewer = ?, given = ?, judged = ?, comment = ?, proposed = ?, wrong = ?,"
            " answer = ?, answered_by = ? WHERE id = ?",
            (*_said(verdict), verdict.id),
        )

    def remove(self, id_: str) -> None:
        """Remove one verdict; `UnknownVerdictError`."""
        self._connection.write("DELETE FROM verdict WHERE id = ?", (self.get(id_).id,))

    def _read(self, where: str, parameters: tuple[str, ...] = ()) -> tuple[Verdict, ...]:
        return tuple(
            Verdict(
                id_, observation, Ruling(ruling), reviewer, given, judged, comment, proposed, Side(wrong), *answered
            )
            for id_, observation, ruling, reviewer, given, judged, comment, proposed, wrong, *answered in (
                self._connection.rows(f"{_SELECT} {where}", parameters)
            )
        )


def _said(verdict: Verdict) -> tuple[str, ...]:
    return (
        verdict.ruling.value,
        verdict.reviewer,
        verdict.given,
        verdict.judged,
        verdict.comment,
        verdict.proposed,
        verdict.wrong.value,
        verdict.answer,
        verdict.answered_by,
    )
