"""Commands about a project file as a whole: new, info, copy, export."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from citeria_core.errors import KnownError
from citeria_desktop.cli.opening import open_project, open_session
from citeria_desktop.cli.printing import print_json, print_table

if TYPE_CHECKING:
    from citeria_desktop.cli.opening import Subparsers
    from citeria_desktop.session import Session


class TakenError(KnownError):
    """A copy would take the place of a file."""

    code = "taken"
    template = "“{path}” exists already and was left as it is. Choose another name, or add --force to replace it."


def add_parsers(subparsers: "Subparsers") -> None:
    """Add this module's commands."""
    new = subparsers.add_parser("new", help="make a project file")
    new.add_argument("file", type=Path)
    new.add_argument("--sample", action="store_true", help="fill it with the sample: real, cited data")
    new.add_argument("--template", metavar="NAME", help="begin with a structure without values: ici-pyramid")
    new.add_argument("--title", default="", help="the project's title")
    new.add_argument("--json", action="store_true")
    new.set_defaults(run=_new)

    info = subparsers.add_parser("info", help="say what a project holds")
    info.add_argument("file", type=Path)
    info.add_argument("--json", action="store_true")
    info.set_defaults(run=_info)

    copy = subparsers.add_parser("copy", help="save a copy of a project, also while it is open elsewhere")
    copy.add_argument("file", type=Path)
    copy.add_argument("out", type=Path)
    copy.add_argument("--force", action="store_true", help="take the place of a file that is there")
    copy.add_argument("--json", action="store_true")
    copy.set_defaults(run=_copy)

    export = subparsers.add_parser("export", help="write the reviewers' workbook")
    export.add_argument("file", type=Path)
    export.add_argument("out", type=Path, metavar="OUT.xlsx")
    export.add_argument("--index", action="append", metavar="CODE", help="only this index (may be repeated)")
    export.add_argument("--json", action="store_true")
    export.set_defaults(run=_export)


def _new(arguments: argparse.Namespace) -> int:
    if arguments.sample:
        from citeria_db import sample  # reads the sample's tables, which no other command needs

        sample.build(arguments.file)
    elif arguments.template is not None:
        from citeria_db import templates

        templates.build(arguments.file, arguments.template, arguments.title)
    else:
        from citeria_db.store import Project

        Project.create(arguments.file, title=arguments.title).close()
    _print_file("Made", arguments.file, arguments)
    return 0


def _info(arguments: argparse.Namespace) -> int:
    with open_session(arguments.file, read_only=True) as session:
        project = session.project
        found = {
            "file": str(arguments.file),
            "title": project.title,
            "schema": project.schema,
            "counts": project.counts(),
            "indices": [_index_summary(session, index.code) for index in project.indices.all()],
        }
    if arguments.json:
        print_json(found)
        return 0
    print(f"{arguments.file} (schema {found['schema']})")
    print_table(("what", "count"), [(what, str(count)) for what, count in _counts(found)], right=(1,))
    return 0


def _counts(found: dict[str, object]) -> list[tuple[str, object]]:
    """The counts of an info document, then areas ranked per index, as rows."""
    counts, indices = found["counts"], found["indices"]
    assert isinstance(counts, dict)
    assert isinstance(indices, list)
    ranked = [(f"{one['code']}: areas ranked of {one['areas']}", one["ranked"]) for one in indices]
    return [*counts.items(), *ranked]


def _index_summary(session: "Session", code: str) -> dict[str, object]:
    session.choose_index(code)
    index, standing = session.index, session.standing
    assert index is not None
    rows = standing.rows if standing else ()
    total = sum(row.total for row in rows)
    return {
        "code": index.code,
        "name": index.name,
        "areas": len(index.areas),
        "ranked": sum(1 for row in rows if row.rank is not None),
        "coverage": sum(row.present for row in rows) / total if total else 0.0,
    }


def _copy(arguments: argparse.Namespace) -> int:
    if arguments.out.exists() and not arguments.force:
        raise TakenError(path=arguments.out)
    with open_project(arguments.file, read_only=True) as project:
        project.save_copy(arguments.out)
    _print_file("Copied to", arguments.out, arguments)
    return 0


def _export(arguments: argparse.Namespace) -> int:
    from citeria_db.exchange import workbook_out  # the workbook writer is needed here alone

    with open_project(arguments.file, read_only=True) as project:
        workbook_out.export(project, arguments.out, arguments.index)
    _print_file("Wrote", arguments.out, arguments)
    return 0


def _print_file(done: str, file: Path, arguments: argparse.Namespace) -> None:
    if arguments.json:
        print_json({"file": str(file)})
    else:
        print(f"{done} {file}")
