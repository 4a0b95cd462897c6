"""Commands about rankings kept under a name: `citeria snapshot …`."""

import argparse
import math
from typing import TYPE_CHECKING

from citeria_desktop.cli.kept import add_actions, index_of, named, print_list, reading, step
from citeria_desktop.cli.opening import add_writing
from citeria_desktop.cli.printing import print_json, print_table

if TYPE_CHECKING:
    from citeria_core.model import Snapshot
    from citeria_desktop.cli.opening import Subparsers


def add_parsers(subparsers: "Subparsers") -> None:
    """Add this module's commands."""
    snapshot = subparsers.add_parser("snapshot", help="keep rankings under a name, list and compare them")
    actions = snapshot.add_subparsers(metavar="ACTION", required=True)
    take = named(actions, "take", "keep the ranking as it stands now", _take)
    take.add_argument("--description", default="", metavar="TEXT")
    add_writing(take)
    add_actions(actions, "snapshot", listed=_list, shown=_show, renamed=_rename, described=_describe, deleted=_delete)


def _take(arguments: argparse.Namespace) -> int:
    from citeria_db.snapshot_operations import take_snapshot

    return step(arguments, take_snapshot, arguments.name, arguments.description)


def _rename(arguments: argparse.Namespace) -> int:
    from citeria_db.snapshot_operations import rename_snapshot

    return step(arguments, rename_snapshot, arguments.name, arguments.new)


def _describe(arguments: argparse.Namespace) -> int:
    from citeria_db.snapshot_operations import describe_snapshot

    return step(arguments, describe_snapshot, arguments.name, arguments.text)


def _delete(arguments: argparse.Namespace) -> int:
    from citeria_db.snapshot_operations import delete_snapshot

    return step(arguments, delete_snapshot, arguments.name)


def _list(arguments: argparse.Namespace) -> int:
    with reading(arguments) as session:
        held = session.project.snapshots.of(index_of(session))
    none = "No snapshot yet. Take one with “citeria snapshot take FILE NAME”."
    return print_list(arguments, held, _record, ("name", "taken", "author", "step", "description"), _row, none, (3,))


def _row(snapshot: "Snapshot") -> tuple[str, ...]:
    return snapshot.name, snapshot.taken, snapshot.author, str(snapshot.step), snapshot.description


def _record(snapshot: "Snapshot") -> dict[str, object]:
    fields = ("index", "name", "description", "taken", "author", "step", "recipe_hash", "hash")
    return {field: getattr(snapshot, field) for field in fields}


def _show(arguments: argparse.Namespace) -> int:
    from citeria_core.ranking import rank_labels

    with reading(arguments) as session:
        held = session.project.snapshots.get(index_of(session), arguments.name)
        kept = session.project.snapshots.ranking(index_of(session), arguments.name)
    order = sorted(kept.ranks, key=lambda key: (math.isnan(kept.ranks[key]), kept.ranks[key], key))
    labels = rank_labels(kept.ranks[key] for key in order)
    if arguments.json:
        ranking = [
            {"area": key[0], "rank": label, "score": None if math.isnan(kept.scores[key]) else kept.scores[key]}
            for key, label in zip(order, labels, strict=True)
        ]
        weights = {node.code: node.weight for node in kept.dataset.nodes}
        print_json(
            _record(held)
            | {"reproduces": kept.reproduces, "recipe": kept.recipe, "weights": weights, "ranking": ranking}
        )
        return 0
    rows = [
        (label, key[0], kept.dataset.name(key[0]), "" if math.isnan(kept.scores[key]) else f"{kept.scores[key]:.2f}")
        for key, label in zip(order, labels, strict=True)
    ]
    print_table(("rank", "area", "name", "score"), rows, right=(0, 3))
    print(f"\n{held.name}, taken {held.taken} by {held.author}. {held.description}".strip())
    if not kept.reproduces:
        print("Computed anew by this program its inputs give other scores than those kept.")
    return 0
