"""Tables in and out of the window: a CSV read after a preview; the grid or the ranking copied or written as CSV."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from citeria_core.errors import KnownError
from citeria_desktop.language.phrases import error_words
from citeria_desktop.models import table_text
from citeria_desktop.views.ranking import RankingView
from citeria_desktop.windows.workspace import Workspace


def open_table(work: Workspace, path: Path) -> None:
    """Show what reading a table would do; the window goes on meanwhile."""
    from citeria_desktop.dialogs.read_table import ReadTableDialog

    dialog = ReadTableDialog(work.bridge, work.theme, path, work)
    dialog.open()


def copy_csv(work: Workspace) -> None:
    """Put the table in view on the clipboard as CSV."""
    name, text = _in_view(work)
    QApplication.clipboard().setText(text)
    work.status.tell(_rows(work, text, work.tr("Copied the {0} as CSV, {1} rows"), name))


def save_csv(work: Workspace, path: Path) -> None:
    """Write the table in view, whole or not at all."""
    from citeria_db.exchange import text_out

    place = path if path.suffix else path.with_suffix(".csv")
    name, text = _in_view(work)
    try:
        text_out.write(place, "\ufeff" + text)  # by the mark Excel knows that it is UTF-8
    except KnownError as error:
        work.bridge.failed.emit(error_words(error))
        return
    work.status.tell(_rows(work, text, work.tr("Wrote the {0} to {2}, {1} rows"), name, place.name))


def _in_view(work: Workspace) -> tuple[str, str]:
    """The ranking where it is in view, else the grid: its name and its text."""
    view = work.views[work.view]
    if isinstance(view, RankingView):
        return work.tr("ranking"), table_text.of_ranking(view.model)
    return work.tr("grid"), table_text.of_grid(work.grid.model)


def _rows(work: Workspace, text: str, words: str, *names: str) -> str:
    lines = text.count("\r\n") - 1
    first, *rest = names
    return words.format(first, lines, *rest)
