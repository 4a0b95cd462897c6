"""The reviewers' workbook out of the window: written beside the window's work, with how far it is and a way to stop."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from citeria_db.store import Project
from citeria_desktop.jobs import LatestJob
from citeria_desktop.windows.asking import ask_file

if TYPE_CHECKING:
    from citeria_desktop.jobs import Progress
    from citeria_desktop.windows.workspace import Workspace

_SUFFIX = ".xlsx"


def ask_export(work: "Workspace") -> None:
    """Ask where the workbook is to be."""
    near = work.bridge.session.project.path
    ask_file(work, work.tr("Export workbook"), near, partial(export, work), saving=True, suffix=_SUFFIX)


def export(work: "Workspace", path: Path) -> LatestJob:
    """Write the workbook of the project as the file has it now; the words of the status line follow it."""
    place = path if path.suffix else path.with_suffix(_SUFFIX)
    source, job = work.bridge.session.project.path, LatestJob()
    written = work.tr("Workbook written: {0}").format(place.name)

    def write(progress: "Progress") -> str:
        from citeria_db.exchange import workbook_out  # brings xlsxwriter, which nothing on the screen needs

        # A connection belongs to its thread. This one may write, though it does not: when the window lets go of the
        # file first, this is the last to close it, and turns it back to one file.
        with Project.open(source) as project:
            workbook_out.export(project, place, progress=progress)
        return written

    work.bridge.jobs.watch(job)
    job.finished.connect(work.status.tell)
    job.failed.connect(work.complain)
    job.start_long(write)
    work.bridge.jobs.began(work.tr("Writing the workbook…"), job)
    return job
