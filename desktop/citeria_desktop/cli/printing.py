"""How commands print: JSON for programs, aligned columns for people."""

import argparse
import json
import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from citeria_desktop.session import Outcome


def print_json(value: object) -> None:
    """Print one JSON document, its numbers at full precision, its text as it is."""
    print(json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False))


def print_outcome(outcome: "Outcome", arguments: argparse.Namespace) -> None:
    """Print what a step was called and what came of it, with `--json` as one object; no step, if nothing changed."""
    if arguments.json:
        print_json(outcome_record(outcome))
    elif outcome.changes.step is None:
        print("Nothing to change.")
    else:
        print(f"{outcome.label}. {outcome.message}".strip())


def outcome_record(outcome: "Outcome") -> dict[str, object]:
    """What a step did, for programs; `step` is null where nothing changed."""
    step = outcome.changes.step
    return {
        "step": None if step is None else step.number,
        "label": outcome.label,
        "reason": "" if step is None else step.reason,
        "message": outcome.message,
        "cells": [{"area": area, "indicator": indicator} for area, indicator in sorted(outcome.changes.cells)],
        "moves": [
            {"area": move.area, "name": move.name, "before": move.before_label, "after": move.after_label}
            for move in outcome.moves
        ],
    }


def print_table(header: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[int] = ()) -> None:
    """Print rows under a header in aligned columns; the columns in `right` are right-aligned."""
    widths = [max(_width(row[column]) for row in (header, *rows)) for column in range(len(header))]
    for row in (header, *rows):
        cells = (
            (" " * (width - _width(cell)) + cell) if column in right else (cell + " " * (width - _width(cell)))
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        print("  ".join(cells).rstrip())


def _width(text: str) -> int:
    """How many columns a terminal gives the text: Chinese characters take two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
