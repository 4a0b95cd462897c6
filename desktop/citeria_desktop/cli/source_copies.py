"""Commands about archived copies of sources: archive, copies, extract, acknowledge, unarchive."""

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from citeria_core.archived import CopyState
from citeria_db.archive import extracting, operations
from citeria_desktop.cli.opening import add_action, add_reason, open_project
from citeria_desktop.cli.printing import print_json, print_table

if TYPE_CHECKING:
    from citeria_core.archived import ArchivedCopy
    from citeria_db.store import Project
    from citeria_desktop.cli.opening import Subparsers

_SHORT = 12  # characters of a checksum that are shown; six are enough to name a copy


def add_actions(actions: "Subparsers") -> None:
    """Add this module's subcommands of `sources`."""
    archived = add_action(actions, "archive", "keep a copy of a source: a PDF, HTML page, picture or text")
    archived.add_argument("key", metavar="KEY")
    archived.add_argument("copy", type=Path, metavar="COPY", help="the file; it is held inside the project")
    archived.add_argument("--link", action="store_true", help="leave it where it is and keep its checksum only")
    archived.add_argument("--url", help="where it came from (default: the address of the source)")
    add_reason(archived)
    archived.set_defaults(run=_archive)

    copies = add_action(actions, "copies", "list archived copies, and what was revised in place")
    copies.add_argument("key", metavar="KEY", nargs="?", help="of this source only")
    copies.add_argument("--verify", action="store_true", help="read every byte and compare checksums")
    copies.set_defaults(run=_copies)

    extracted = add_action(actions, "extract", "write an archived copy to a file")
    extracted.add_argument("named", metavar="KEY|SHA", help="a source with one copy, or the beginning of a checksum")
    extracted.add_argument("out", type=Path, metavar="OUT", help="a file that does not exist yet")
    extracted.set_defaults(run=_extract)

    for name, told, work in (
        ("acknowledge", "take a copy that changed as good", _acknowledge),
        ("unarchive", "take a copy off its source", _unarchive),
    ):
        action = add_action(actions, name, told)
        action.add_argument("named", metavar="KEY|SHA", help="a source with one copy, or the beginning of a checksum")
        add_reason(action)
        action.set_defaults(run=work)


def _archive(arguments: argparse.Namespace) -> int:
    with open_project(arguments.file) as project, project.because(arguments.reason):
        changes = operations.archive(project, arguments.key, arguments.copy, link=arguments.link, url=arguments.url)
        copy = project.copies.of(arguments.key)[-1] if changes.step is not None else None
        findings = [one for one in project.copies.revisions() if copy is not None and one.later.id == copy.id]
        told = told_of_copy(project, copy) if copy is not None else None
    if arguments.json:
        print_json({"archived": told, "revised": bool(findings)})
    elif copy is None:
        print("Nothing to change: the same bytes are archived for this source already.")
    else:
        print(f"{'Linked' if copy.link else 'Archived'} {copy.name} ({copy.size:,} bytes, sha256 {copy.sha256})")
        for found in findings:
            print(f"It differs from {found.earlier.name} of {found.earlier.captured[:10]} at the same address, while")
            print("version and date are unchanged. Check what was cited from it, then `sources acknowledge` it.")
    return 0


def _copies(arguments: argparse.Namespace) -> int:
    with open_project(arguments.file, read_only=True) as project:
        listed = project.copies.all() if arguments.key is None else project.copies.of(arguments.key)
        states = project.copies.verify(listed) if arguments.verify else {}
        told = [told_of_copy(project, copy, states.get(copy.id)) for copy in listed]
    if arguments.json:
        print_json(told)
        return 0
    rows = [
        (one["source"], one["sha256"][:_SHORT], one["name"], f"{one['size']:,}", one["captured"][:10], _state(one))
        for one in told
    ]
    print_table(("source", "sha256", "name", "bytes", "archived", "state"), rows, right=(3,))
    return 0


def _state(told: dict[str, Any]) -> str:
    resting = len(told["citations"])
    doubt = f", revised in place: {resting} citation{'' if resting == 1 else 's'} to check" if told["revised"] else ""
    return f"{told['state']}{doubt}"


def told_of_copy(project: "Project", copy: "ArchivedCopy", verified: CopyState | None = None) -> dict[str, Any]:
    """A copy as JSON: how it stands, and the citations that rest on what the source said before."""
    state = verified or project.copies.state(copy)
    revised = any(one.later.id == copy.id for one in project.copies.revisions())
    doubtful = revised or state is CopyState.CHANGED
    held = {name: value for name, value in asdict(copy).items() if name not in ("modified", "acknowledged")}
    return {
        **held,
        "state": str(state),
        "revised": revised,
        "acknowledged": bool(copy.acknowledged),
        "citations": sorted(project.copies.resting(copy)) if doubtful else [],
    }


def _extract(arguments: argparse.Namespace) -> int:
    with open_project(arguments.file, read_only=True) as project:
        copy = project.copies.find(arguments.named)
        extracting.extract(project, copy, arguments.out)
    if arguments.json:
        print_json({"file": str(arguments.out), "sha256": copy.sha256, "size": copy.size, "mime": copy.mime})
    else:
        print(f"Wrote {copy.name} of {copy.source} to {arguments.out}")
    return 0


def _acknowledge(arguments: argparse.Namespace) -> int:
    with open_project(arguments.file) as project, project.because(arguments.reason):
        copy = project.copies.find(arguments.named)
        operations.acknowledge(project, copy.id)
        told = told_of_copy(project, project.copies.get(copy.id))
    if arguments.json:
        print_json(told)
    else:
        print(f"Acknowledged {copy.name} of {copy.source} as it is now")
    return 0


def _unarchive(arguments: argparse.Namespace) -> int:
    with open_project(arguments.file) as project, project.because(arguments.reason):
        copy = project.copies.find(arguments.named)
        operations.remove_copy(project, copy.id)
    if arguments.json:
        print_json({"removed": copy.sha256, "source": copy.source})
    else:
        print(f"Removed {copy.name} from {copy.source}; undo brings it back")
    return 0
