"""Commands about the library of sources: import, export, list, duplicates, merge, set, delete, due."""

import argparse
from collections.abc import Collection
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from citeria_core.cite import reference, year
from citeria_db import source_operations, source_rows
from citeria_db.source_rows import PEDIGREE, STALE_DAYS
from citeria_desktop.cli import source_copies, source_editions, source_showing
from citeria_desktop.cli.opening import add_action, add_reason, open_project
from citeria_desktop.cli.printing import print_json, print_table
from citeria_desktop.cli.source_showing import source_as_json

if TYPE_CHECKING:
    from citeria_core.model import Source
    from citeria_core.source_identity import Duplicates, Pair
    from citeria_db.source_rows import Due, Pedigree, Upkeep
    from citeria_desktop.cli.opening import Subparsers


def add_parsers(subparsers: "Subparsers") -> None:
    """Add this module's command and its own subcommands."""
    sources = subparsers.add_parser("sources", help="import, export and tidy the library of sources")
    actions = sources.add_subparsers(metavar="ACTION", required=True)

    imported = add_action(actions, "import", "read CSL-JSON, BibTeX or RIS, in one step")
    imported.add_argument("references", type=Path, metavar="REFS", help="a *.json, *.bib or *.ris file")
    imported.add_argument("--rename", action="store_true", help="give a new source whose key is taken a free one")
    imported.add_argument("--encoding", help="where it is not UTF-8 and cannot be told")
    add_reason(imported)
    imported.set_defaults(run=_import)

    exported = add_action(actions, "export", "write CSL-JSON, BibTeX or RIS")
    exported.add_argument("out", type=Path, metavar="OUT", help="a *.json, *.bib or *.ris file")
    exported.add_argument("--key", action="append", metavar="KEY", help="only this source (may be repeated)")
    exported.set_defaults(run=_export)

    listed = add_action(actions, "list", "list the sources")
    listed.add_argument("--tag", action="append", default=[], help="only those with this tag (may be repeated)")
    listed.add_argument("--type", metavar="TYPE", help="only those of this CSL type, such as report")
    listed.add_argument("--uncited", action="store_true", help="only those that no value cites")
    listed.add_argument("--changed", action="store_true", help="only those with a copy that changed")
    listed.set_defaults(run=_list)

    add_action(actions, "duplicates", "find sources that stand here twice").set_defaults(run=_duplicates)

    merged = add_action(actions, "merge", "make several sources one, in one step")
    merged.add_argument("keep", metavar="KEEP", help="the key of the source to keep")
    merged.add_argument("others", metavar="OTHER", nargs="+", help="the keys of the sources to merge into it")
    add_reason(merged)
    merged.set_defaults(run=_merge)

    _add_set(actions)

    deleted = add_action(actions, "delete", "delete a source that nothing cites")
    deleted.add_argument("key", metavar="KEY")
    add_reason(deleted)
    deleted.set_defaults(run=_delete)

    source_copies.add_actions(actions)
    source_editions.add_actions(actions)
    source_showing.add_actions(actions)

    due = add_action(actions, "due", "list the sources to look at again")
    due.add_argument("--on", type=_day, default=None, metavar="DATE", help="as of this day (default: today)")
    due.add_argument("--stale-after", type=int, default=STALE_DAYS, metavar="DAYS", help="without an update period")
    due.set_defaults(run=_due)


def _add_set(actions: "Subparsers") -> None:
    edited = add_action(actions, "set", "change what is kept of a source; an empty text takes a thing away", "edit")
    edited.add_argument("key", metavar="KEY")
    edited.add_argument("--set", action="append", default=[], metavar="FIELD=VALUE", help="a CSL field (repeat it)")
    edited.add_argument("--tag", action="append", help="a tag (may be repeated; replaces those there)")
    edited.add_argument("--note")
    edited.add_argument("--reliability", type=int, help="1 (best) to 5")
    edited.add_argument("--pedigree", type=_pedigree, metavar="R,C,T,G,F", help=_PEDIGREE_HELP)
    edited.add_argument("--character", choices=["primary", "secondary", ""])
    edited.add_argument("--producer")
    edited.add_argument("--licence")
    edited.add_argument("--redistributable", choices=list(_YES_NO))
    edited.add_argument("--derived-from", metavar="KEY", help="the source that its figures come from")
    edited.add_argument(
        "--update-days", "--update-period", type=int, metavar="DAYS", help="how often the producer updates it"
    )
    add_reason(edited)
    edited.set_defaults(run=_edit)


_YES_NO: Final = {"yes": True, "no": False, "unknown": None}
_UNJUDGED: Final = frozenset({"?", "-", ""})
_PEDIGREE_HELP: Final = (
    "reliability, completeness, temporal, geographical and technological fit, each 1 (best) to 5 or ? (not judged)"
)


def _pedigree(text: str) -> "Pedigree":
    scores = [part.strip() for part in text.split(",")]
    if len(scores) != len(PEDIGREE) or not all(score in _UNJUDGED or score.isdecimal() for score in scores):
        raise argparse.ArgumentTypeError(f"“{text}” is not five scores from 1 to 5 or ?, such as 1,2,?,1,3")
    first, second, third, fourth, fifth = (None if score in _UNJUDGED else int(score) for score in scores)
    return first, second, third, fourth, fifth


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"“{text}” is no date such as 2026-11-22") from error


def _import(arguments: argparse.Namespace) -> int:
    from citeria_db.exchange import references  # the parsers' libraries are needed here alone

    given = references.read(arguments.references, arguments.encoding)
    with open_project(arguments.file) as project, project.because(arguments.reason):
        plan = source_operations.plan_import(project, given.sources, rename=arguments.rename)
        source_operations.import_sources(project, plan.added)
    if arguments.json:
        print_json({"remarks": given.remarks, **asdict(plan), "added": [source.key for source in plan.added]})
        return 0
    for line in (*given.remarks, *plan.skipped, *plan.renamed, *plan.alike):
        print(line)
    print(f"Imported {len(plan.added)} of {len(given.sources)} sources from {arguments.references}")
    return 0


def _export(arguments: argparse.Namespace) -> int:
    from citeria_db.exchange import references, text_out

    with open_project(arguments.file, read_only=True) as project:
        chosen = [project.sources.get(key) for key in arguments.key] if arguments.key else project.sources.all()
    text_out.write(arguments.out, references.text_of(arguments.out, chosen))
    if arguments.json:
        print_json({"file": str(arguments.out), "sources": len(chosen)})
    else:
        print(f"Wrote {len(chosen)} sources to {arguments.out}")
    return 0


def _list(arguments: argparse.Namespace) -> int:
    with open_project(arguments.file, read_only=True) as project:
        changed = project.copies.changed() if arguments.changed else frozenset[str]()
        sources = [one for one in project.sources.all() if _is_wanted(one, arguments, changed)]
    if arguments.json:
        print_json([source_as_json(source) for source in sources])
        return 0
    rows = [(source.key, year(source), str(source.cited), source.title) for source in sources]
    print_table(("key", "year", "cited", "title"), rows, right=(2,))
    return 0


def _is_wanted(source: "Source", arguments: argparse.Namespace, changed: Collection[str]) -> bool:
    if arguments.type and source.csl.get("type") != arguments.type:
        return False
    if (arguments.uncited and source.cited) or (arguments.changed and source.key not in changed):
        return False
    return frozenset(arguments.tag) <= frozenset(source_rows.tags(source))


def _duplicates(arguments: argparse.Namespace) -> int:
    from citeria_core.source_identity import best, find

    with open_project(arguments.file, read_only=True) as project:
        sources = {source.key: source for source in project.sources.all()}
    found = find(list(sources.values()))
    keep = [best([sources[key] for key in group.keys]).key for group in found.groups]
    if arguments.json:
        groups = [{"keep": one, **_group(group)} for one, group in zip(keep, found.groups, strict=True)]
        print_json({"duplicates": groups, "warnings": [_pair(pair) for pair in found.warnings]})
        return 0
    for one, group in zip(keep, found.groups, strict=True):
        print(f"One source by {', '.join(dict.fromkeys(pair.reason for pair in group.pairs))}:")
        for key in group.keys:
            print(f"  {key}: {reference(sources[key])}")
        print(f"  citeria sources merge {arguments.file} {one} {' '.join(key for key in group.keys if key != one)}")
    for pair in found.warnings:
        print(f"Almost the same address: {pair.first} ({sources[pair.first].url})")
        print(f"                    and: {pair.second} ({sources[pair.second].url})")
    if not found.groups and not found.warnings:
        print("No source stands here twice.")
    return 0


def _group(group: "Duplicates") -> dict[str, Any]:
    return {"keys": list(group.keys), "pairs": [_pair(pair) for pair in group.pairs]}


def _pair(pair: "Pair") -> dict[str, str]:
    return {"first": pair.first, "second": pair.second, "reason": str(pair.reason)}


def _merge(arguments: argparse.Namespace) -> int:
    with open_project(arguments.file) as project, project.because(arguments.reason):
        source_operations.merge_sources(project, arguments.keep, arguments.others)
        kept = project.sources.get(arguments.keep)
    if arguments.json:
        print_json({"kept": kept.key, "merged": arguments.others, "cited": kept.cited})
    else:
        print(f"Merged {', '.join(arguments.others)} into {kept.key}, cited {kept.cited} times now")
    return 0


def _edit(arguments: argparse.Namespace) -> int:
    fields = dict(_field(text) for text in arguments.set)
    if arguments.note is not None:
        fields["note"] = arguments.note
    with open_project(arguments.file) as project, project.because(arguments.reason):
        wanted = _described(project.sources.upkeep(arguments.key), arguments)
        source_operations.change_source(project, wanted, fields, arguments.tag)
        changed = project.sources.get(arguments.key)
    if arguments.json:
        print_json(source_as_json(changed) | {"upkeep": asdict(wanted)})
    else:
        print(reference(changed))
    return 0


def _described(held: "Upkeep", arguments: argparse.Namespace) -> "Upkeep":
    given = {
        "reliability": arguments.reliability,
        "pedigree": arguments.pedigree,
        "character": arguments.character,
        "producer": arguments.producer,
        "licence": arguments.licence,
        "derived_from": arguments.derived_from,
        "update_period_days": arguments.update_days,
    }
    wanted = replace(held, **{name: value for name, value in given.items() if value is not None})
    if arguments.redistributable is not None:
        wanted = replace(wanted, redistributable=_YES_NO[arguments.redistributable])
    return replace(wanted, derived_from=wanted.derived_from or None)


def _delete(arguments: argparse.Namespace) -> int:
    with open_project(arguments.file) as project, project.because(arguments.reason):
        source_operations.remove_source(project, arguments.key)
    if arguments.json:
        print_json({"deleted": arguments.key})
    else:
        print(f"Deleted {arguments.key}")
    return 0


def _field(text: str) -> tuple[str, object]:
    """FIELD=VALUE as a CSL field: names by semicolons, dates as 2020-07-08, everything else as text."""
    from citeria_db.exchange.references import field

    name, _, value = text.partition("=")
    return field(name.strip(), value.strip())


def _due(arguments: argparse.Namespace) -> int:
    on = arguments.on or date.today()
    with open_project(arguments.file, read_only=True) as project:
        due = project.sources.due(on)
        stale = project.sources.stale(on, arguments.stale_after)
    if arguments.json:
        print_json({"on": str(on), "due": [_dated(one) for one in due], "stale": [_dated(one) for one in stale]})
        return 0
    _print_due(f"Due for a refresh on {on}", due)
    _print_due(f"Read more than {arguments.stale_after} days before {on}", stale)
    return 0


def _print_due(title: str, found: "tuple[Due, ...]") -> None:
    print(f"{title}: {len(found)}")
    if found:
        rows = [(str(one.since or "?"), str(one.accessed or "never"), one.key, one.title) for one in found]
        print_table(("since", "accessed", "key", "title"), rows)


def _dated(one: "Due") -> dict[str, Any]:
    days = {"accessed": one.accessed and str(one.accessed), "since": one.since and str(one.since)}
    return {"key": one.key, "title": one.title, **days, "cited": one.cited}
