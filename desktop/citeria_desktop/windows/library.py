"""References from other programs into the project: BibTeX, RIS or CSL-JSON, chosen in the menu or dropped."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog

from citeria_core.errors import KnownError
from citeria_desktop.language.phrases import error_words
from citeria_desktop.windows.workspace import Workspace

ENDINGS: Final = (".bib", ".bibtex", ".ris", ".json")


def ask_references(work: Workspace) -> None:
    """Ask which file to read; the window goes on meanwhile."""
    folder = work.bridge.session.project.path.parent
    known = " ".join(f"*{ending}" for ending in ENDINGS)
    dialog = QFileDialog(work, work.tr("Import sources"), str(folder), work.tr("References ({0})").format(known))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda name: import_references(work, Path(name)))
    dialog.open()


def import_references(work: Workspace, path: Path) -> None:
    """Add what a file has and the project lacks, as one step, and say what became of the rest."""
    from citeria_db import source_operations
    from citeria_db.exchange import references  # the parsers' libraries are needed here alone

    try:
        given = references.read(path)
        plan = source_operations.plan_import(work.bridge.session.project, given.sources)
        if plan.added:
            work.bridge.session.run(source_operations.import_sources, plan.added)
    except KnownError as error:
        work.bridge.failed.emit(error_words(error))
        return
    work.show_view("sources")
    told = work.tr("Imported {0} of {1} sources from {2}").format(len(plan.added), len(given.sources), path.name)
    rest = (*given.remarks, *plan.skipped, *plan.renamed, *plan.alike)
    work.status.tell(f"{told} ({' '.join(rest)})" if rest else told)


def dropped_references(event: QDropEvent) -> Path | None:
    """The first file of references among what is dragged."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return next((path for path in paths if path.suffix.lower() in ENDINGS), None)
