"""Pictures out of the window: exported after a preview, copied, printed; tables copied whole."""

import csv
import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog

from citeria_core.errors import KnownError
from citeria_db.errors import StoppedError
from citeria_desktop.actions.build import translated
from citeria_desktop.dialogs.long_step import waiting
from citeria_desktop.language.phrases import error_words
from citeria_desktop.models.clipboard import copied
from citeria_desktop.picture import formats
from citeria_desktop.picture.choices import Choices
from citeria_desktop.picture.of_view import sheets
from citeria_desktop.picture.paper import paint_pages
from citeria_desktop.settings import Settings
from citeria_desktop.theme import LIGHT
from citeria_desktop.views.registry import BY_NAME
from citeria_desktop.windows.workspace import Workspace


def export_picture(work: Workspace, settings: Settings, today: Callable[[], date] = date.today) -> None:
    """Open the dialog of the picture of the view in the middle."""
    from citeria_desktop.dialogs.export_picture import ExportPictureDialog

    view, session = work.views[work.view], work.bridge.session
    folder = session.project.path.parent
    choices = Choices.from_json(settings.picture)
    dialog = ExportPictureDialog(view, session, work.theme, choices, folder, today, work.window())

    def keep(chosen: Choices) -> None:
        settings.picture = chosen.to_json()

    def tell(path: Path) -> None:
        work.status.tell(work.tr("Wrote the picture {file}").format(file=path.name))

    dialog.chosen.connect(keep)
    dialog.written.connect(tell)
    dialog.open()


def copy_picture(work: Workspace, settings: Settings, today: Callable[[], date] = date.today) -> None:
    """Put the picture of the view in the middle on the clipboard, at the size chosen last."""
    view, choices = work.views[work.view], Choices.from_json(settings.picture)
    try:
        with (
            waiting(work.tr("Painting the picture…"), work.window()) as advance,
            sheets(view, work.bridge.session, choices, work.theme, today()) as made,
        ):
            QApplication.clipboard().setImage(formats.image(made[0], choices.scale, advance))
    except StoppedError:
        work.status.tell(work.tr("Stopped. Nothing was copied."))
        return
    except KnownError as error:
        work.bridge.failed.emit(error_words(error))
        return
    title = translated(BY_NAME[work.view].title)
    work.status.tell(work.tr("Copied a picture of “{view}”").format(view=title))


def copy_table(work: Workspace) -> None:
    """Put the whole table in view on the clipboard, as spreadsheets, text and mail take it."""
    text = work.views[work.view].table_text()
    title = translated(BY_NAME[work.view].title)
    if not text:
        work.status.tell(work.tr("“{view}” shows no table to copy").format(view=title))
        return
    rows = list(csv.reader(io.StringIO(text)))
    forms, data = copied(rows, headed=True), QMimeData()
    data.setText(forms.tabs)
    data.setData("text/csv", forms.commas.encode())
    data.setHtml(forms.page)
    QApplication.clipboard().setMimeData(data)
    work.status.tell(work.tr("Copied the table “{view}”, {count} rows").format(view=title, count=len(rows) - 1))


def ask_printer(work: Workspace) -> None:
    """Ask which printer, then print the view in the middle."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, work.window())
    dialog.accepted.connect(lambda: print_view(work, printer, date.today()))
    dialog.finished.connect(dialog.deleteLater)
    QDialog.open(dialog)


def print_view(work: Workspace, printer: QPrinter, on: date) -> None:
    """Print the view in the middle in light colours, a long table over several pages."""
    view, session = work.views[work.view], work.bridge.session
    paper = printer.pageLayout().paintRectPixels(formats.DPI)
    choices = Choices("pdf", paper.width(), paper.height(), theme=LIGHT.name)
    try:
        with (
            waiting(work.tr("Painting the picture…"), work.window()) as advance,
            sheets(view, session, choices, work.theme, on) as made,
        ):
            paint_pages(printer, made, printer.resolution() / formats.DPI, advance)
    except StoppedError:
        printer.abort()
        work.status.tell(work.tr("Stopped. Nothing was printed."))
        return
    work.status.tell(work.tr("Sent to the printer, {count} pages").format(count=len(made)))
