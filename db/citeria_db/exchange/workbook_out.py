"""The reviewers' workbook: everything that a reader without Citeria needs to question a rank, in one Excel file.

Values stand as values and texts as texts, whatever a text begins with; the only formulas are our own, the weighted sums
of the sheet Scores. The file appears whole or not at all.
"""

import os
from collections.abc import Sequence
from pathlib import Path

from citeria_db import copying
from citeria_db.errors import WorkbookTargetError
from citeria_db.exchange import workbook_readme, workbook_scores, workbook_tables
from citeria_db.exchange.workbook_cells import Book, Progress, unheard
from citeria_db.exchange.workbook_report import Ranked, Report, gather
from citeria_db.identity import new_id
from citeria_db.store import Project

_ZIP: bytes = b"PK"  # how every xlsx file begins


def export(
    project: Project,
    path: Path | str,
    index_codes: Sequence[str] | None = None,
    progress: Progress = unheard,
) -> tuple[str, ...]:
    """Write the workbook with the indices named (None: all), replacing an older workbook of that name.

    Returns the findings: what a cell could not hold as it stands, a line each; they also stand in its Read-me. Raises
    `WorkbookTargetError` for a place that cannot be written, `UnknownIndexError` for a code, `StoppedError` once
    `progress`, told of the rows written and about their number, has returned False; then nothing is changed.
    """
    target = Path(path)
    _check(target, project.path)
    content, findings = _written(gather(project, index_codes), progress)
    _put_in_place(content, target)
    return findings


def _written(report: Report, progress: Progress) -> tuple[bytes, tuple[str, ...]]:
    rows = len(report.observations) + len(report.sources) + len(report.indicators) + 2 * sum(map(_rows, report.ranked))
    book = Book(report.title, rows, progress)
    front = workbook_readme.read_me(book, report)
    workbook_tables.rankings(book, report)
    workbook_scores.scores(book, report)
    workbook_tables.values(book, report)
    workbook_tables.sources(book, report)
    workbook_tables.indicators(book, report)
    workbook_readme.findings(book, front)
    return book.finish(), tuple(book.findings)


def _rows(ranked: Ranked) -> int:
    return len(ranked.index.areas)


def _check(target: Path, project: Path) -> None:
    if target.is_dir():
        raise WorkbookTargetError(path=target, reason="it is a folder")
    if not target.parent.is_dir():
        raise WorkbookTargetError(path=target, reason=f"there is no folder “{target.parent}”")
    if not target.exists():
        return
    if target.samefile(project):
        raise WorkbookTargetError(path=target, reason="it is the project itself")
    with target.open("rb") as there:
        if there.read(2) not in (b"", _ZIP):
            raise WorkbookTargetError(path=target, reason="another file of that name is no workbook")


def _put_in_place(content: bytes, target: Path) -> None:
    temporary = target.with_name(f".{target.name}.{new_id()}")
    try:
        temporary.write_bytes(content)
        copying.sync(temporary)
        os.replace(temporary, target)  # noqa: PTH105 - beside the fsync of its twin
        copying.sync(target.parent)
    except OSError as error:
        raise WorkbookTargetError(path=target, reason=_reason(error)) from error
    finally:
        temporary.unlink(missing_ok=True)


def _reason(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "it is open in another program or may not be written"
    return error.strerror or str(error)
