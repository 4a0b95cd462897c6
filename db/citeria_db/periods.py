"""The periods that a project has values for."""

from citeria_core.period import UNDATED, Period
from citeria_db.store import Project


def held(project: Project) -> tuple[Period, ...]:
    """Give every period of an observation, the latest first; undated ones aside."""
    rows = project.connection.rows("SELECT DISTINCT period_end, period_start FROM observation")
    return tuple(sorted((period for period in (Period(*row) for row in rows) if period != UNDATED), reverse=True))
