"""Tables in and out of the window: a CSV read after a preview; the table in view copied or written as CSV."""

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QApplication

from citeria_core.errors import KnownError
from citeria_desktop.actions.build import translated
from citeria_desktop.language.phrases import error_words
from citeria_desktop.views.registry import BY_NAME, HOME
from citeria_desktop.windows.asking import ask_file
from citeria_desktop.windows.workspace import Workspace

_SUFFIX: Final = ".csv"


def ask_table(work: Workspace) -> None:
    """Ask which table to read."""
    near = work.bridge.session.project.path
    ask_file(work, work.tr("Read a table"), near, partial(open_table, work), saving=False, suffix=_SUFFIX)


def ask_csv(work: Workspace) -> None:
    """Ask where the table in view is to be written."""
    near = work.bridge.session.project.path
    ask_file(work, work.tr("Save table as CSV"), near, partial(save_csv, work), saving=True, suffix=_SUFFIX)


def open_table(work: Workspace, path: Path) -> None:
    """Show what reading a table would do; the window goes on meanwhile."""
    from citeria_desktop.dialogs.read_table import ReadTableDialog

    dialog = ReadTableDialog(work.bridge, work.theme, path, work)
    dialog.open()


def copy_csv(work: Workspace) -> None:
    """Put the table in view on the clipboard as CSV."""
    title, text = _in_view(work)
    QApplication.clipboard().setText(text)
    work.status.tell(work.tr("Copied “{view}” as CSV, {count} rows").format(view=title, count=_rows(text)))


def save_csv(work: Workspace, path: Path) -> None:
    """Write the table in view, whole or not at all."""
    from citeria_db.exchange import text_out

    place = path if path.suffix else path.with_suffix(_SUFFIX)
    title, text = _in_view(work)
    try:
        text_out.write(place, "\ufeff" + text)  # by the mark Excel knows that it is UTF-8
    except KnownError as error:
        work.bridge.failed.emit(error_words(error))
        return
    told = work.tr("Wrote “{view}” to {file}, {count} rows")
    work.status.tell(told.format(view=title, file=place.name, count=_rows(text)))


def _in_view(work: Workspace) -> tuple[str, str]:
    """The title and the text of the table in view; those of the grid where a view has none."""
    text = work.views[work.view].table_text()
    name = work.view if text else HOME
    return translated(BY_NAME[name].title), text or work.views[HOME].table_text()


def _rows(text: str) -> int:
    return text.count("\r\n") - 1
