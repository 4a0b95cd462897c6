"""`citeria sources show`: one source with all there is to it."""

import argparse
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from citeria_core.cite import reference
from citeria_db import source_recite, source_rows
from citeria_desktop.cli.opening import add_action, open_project
from citeria_desktop.cli.printing import print_json, print_table
from citeria_desktop.cli.source_copies import told_of_copy

if TYPE_CHECKING:
    from citeria_core.model import Source
    from citeria_db.source_rows import Upkeep
    from citeria_db.store import Project
    from citeria_desktop.cli.opening import Subparsers


def add_actions(actions: "Subparsers") -> None:
    """Add this module's subcommand of `sources`."""
    shown = add_action(actions, "show", "one source: reference, upkeep, archived copies, every value that cites it")
    shown.add_argument("key", metavar="KEY")
    shown.set_defaults(run=_show)


def source_as_json(source: "Source") -> dict[str, Any]:
    """A source as `list`, `show` and `set` print it."""
    return {
        "key": source.key,
        "reference": reference(source),
        "cited": source.cited,
        "character": source.character,
        "note": source.note,
        "csl": dict(source.csl),
    }


def _show(arguments: argparse.Namespace) -> int:
    with open_project(arguments.file, read_only=True) as project:
        source = project.sources.get(arguments.key)
        upkeep = project.sources.upkeep(source.key)
        copies = [told_of_copy(project, copy) for copy in project.copies.of(source.key)]
        citations = _citations(project, source.key) if upkeep.merged_into is None else []
    if arguments.json:
        print_json({**source_as_json(source), "upkeep": asdict(upkeep), "copies": copies, "citations": citations})
        return 0
    print(reference(source))
    for name, value in _facts(source, upkeep):
        print(f"{name}: {value}")
    for copy in copies:
        print(f"copy: {copy['name']} ({copy['size']:,} bytes, {copy['state']}{', revised' if copy['revised'] else ''})")
    print_table(
        ("area", "indicator", "period", "value", "role", "locator", ""),
        [
            (*(one[name] for name in ("area", "indicator", "period", "value", "role", "locator")), _mark(one))
            for one in citations
        ],
    )
    return 0


def _citations(project: "Project", key: str) -> list[dict[str, Any]]:
    doubted = project.copies.doubted({key})
    return [
        {
            "citation": one.citation,
            "observation": one.observation,
            "area": one.area,
            "indicator": one.indicator,
            "period": str(one.period),
            "value": one.value,
            "role": str(one.role),
            "locator": one.locator,
            "quote": one.quote,
            "to_check": one.citation in doubted,
        }
        for one in source_recite.plan(project, key, None)
    ]


def _mark(told: dict[str, Any]) -> str:
    return "to be checked" if told["to_check"] else ""


def _facts(source: "Source", upkeep: "Upkeep") -> list[tuple[str, str]]:
    """What is known of the upkeep, a line each; what is not known is left out."""
    scores = " ".join(
        f"{criterion} {score}"
        for criterion, score in zip(source_rows.PEDIGREE, upkeep.pedigree, strict=True)
        if score is not None
    )
    told = (
        ("tags", ", ".join(source_rows.tags(source))),
        ("note", source.note),
        ("character", source.character),
        ("reliability", str(upkeep.reliability or "")),
        ("pedigree", scores),
        ("producer", upkeep.producer),
        ("licence", upkeep.licence),
        ("derived from", upkeep.derived_from or ""),
        ("updated every", f"{upkeep.update_period_days} days" if upkeep.update_period_days else ""),
        ("read on", str(source_rows.accessed(source) or "")),
        ("merged into", upkeep.merged_into or ""),
    )
    return [(name, value) for name, value in told if value]
