"""What a robustness study found, as CSV: rank statistics, what each run drew, scores, and sensitivity indices."""

import json
from pathlib import Path
from typing import Any

from citeria_core.uncertainty import SENSITIVITY, STATISTICS, Robustness
from citeria_db.exchange.coin_tables import write_table


def write(held: Robustness, directory: Path) -> None:
    """Write rank_stats.csv, runs.csv, scores.csv (a column per run, from 1) and, of a study, sensitivity.csv.

    `directory` must exist. In runs.csv an option stands as text, a list as JSON.
    """
    keys = [held.areas, held.times] if held.times else [held.areas]
    headers = ["uCode", "Time"] if held.times else ["uCode"]
    statistics = [held.statistics[name].tolist() for name in STATISTICS]
    write_table(directory / "rank_stats.csv", [*headers, *STATISTICS], zip(*keys, *statistics, strict=True))
    runs = range(1, held.score_matrix.shape[1] + 1)
    rows = held.score_matrix.tolist()
    write_table(
        directory / "scores.csv",
        [*headers, *map(str, runs)],
        ([*key, *row] for *key, row in zip(*keys, rows, strict=True)),
    )
    drawn = [[_plain(entry) for entry in column] for column in held.drawn.values()]
    # A factor that draws nothing leaves no column; the rows still say how many runs there were.
    write_table(directory / "runs.csv", list(held.drawn), zip(*drawn, strict=True) if drawn else ([] for _ in runs))
    if held.indices is not None:
        columns = [held.sensitivities[name].tolist() for name in SENSITIVITY]
        write_table(directory / "sensitivity.csv", ["factor", *SENSITIVITY], zip(held.factors, *columns, strict=True))


def _plain(entry: Any) -> Any:
    """A drawn entry as a cell: numbers as they are, yes and no as in the recipe, lists as JSON."""
    if isinstance(entry, bool):
        return "true" if entry else "false"
    return json.dumps(entry) if isinstance(entry, list | tuple) else entry
