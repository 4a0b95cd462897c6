"""What actions do in the workspace, as data: the action's name → what is done."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QTextEdit

from citeria_desktop.panels.ranking_table import RankingTable
from citeria_desktop.views.registry import HOME, VIEWS
from citeria_desktop.windows import exporting, pictures, standpoints, tables
from citeria_desktop.windows.dossiers import ask_verdict, open_dossier
from citeria_desktop.windows.library import ask_references
from citeria_desktop.windows.searching import open_search
from citeria_desktop.windows.workspace import Workspace

Command = Callable[[Workspace], object]


def _copy(work: Workspace) -> None:
    """Copy from wherever the focus is; if that says nothing, the cells of the grid, or the table of another view."""
    widget = QApplication.focusWidget()
    if isinstance(widget, QLabel) and widget.hasSelectedText():
        QApplication.clipboard().setText(widget.selectedText())
        return
    while widget is not None and widget is not work:
        if isinstance(widget, QLineEdit | QTextEdit | QPlainTextEdit | RankingTable):
            widget.copy()
            return
        widget = widget.parentWidget()
    if work.view == HOME:
        work.grid.copy()
    else:
        pictures.copy_table(work)


def _show_scope(work: Workspace, *, everything: bool) -> None:
    work.show_view("data")
    work.grid.show_everything(everything)


def _next_uncited(work: Workspace) -> None:
    work.show_view("data")
    work.grid.next_marked("uncited")


def _page(view: str, page: str) -> Command:
    return lambda work: work.go(view, page)


ANYWHERE: Final[Mapping[str, Command]] = MappingProxyType(
    {
        "export": exporting.ask_export,
        "import_sources": ask_references,
        "read_table": tables.ask_table,
        "save_csv": tables.ask_csv,
        "copy_csv": tables.copy_csv,
        "copy_table": pictures.copy_table,
        "copy_picture": lambda work: pictures.copy_picture(work, work.settings),
        "export_picture": lambda work: pictures.export_picture(work, work.settings),
        "print": pictures.ask_printer,
        "undo": Workspace.undo,
        "redo": Workspace.redo,
        "copy": _copy,
        "copy_headed": lambda work: work.grid.copy(headed=True),
        "filters": lambda work: work.grid.toggle_filters(),
        "columns": lambda work: work.grid.find_column(),
        "as_of": lambda work: work.grid.bar.open_periods(),
        "carry_citation": Workspace.toggle_carry,
        "edit_value": Workspace.edit_value,
        "find": Workspace.begin_find,
        "search": open_search,
        "find_next": lambda work: work.find_next(1),
        "find_previous": lambda work: work.find_next(-1),
        "next_uncited": _next_uncited,
        "next_uncited_column": lambda work: work.grid.next_along(Qt.Orientation.Vertical),
        "next_uncited_row": lambda work: work.grid.next_along(Qt.Orientation.Horizontal),
        "changed_since": lambda work: work.grid.bar.open_changes(),
        "take_snapshot": standpoints.take_snapshot,
        **{f"{spec.name}.{page}": _page(spec.name, page) for spec in VIEWS for page in spec.pages},
        "cell_dossier": open_dossier,
        "what_if": standpoints.ask_what_if,
        "give_verdict": ask_verdict,
        "live": lambda work: work.toggle("live"),
        "inspector": lambda work: work.toggle("inspector"),
        "scope_index": lambda work: _show_scope(work, everything=False),
        "scope_all": lambda work: _show_scope(work, everything=True),
        "back": Workspace.back,
        "next_pane": lambda work: work.go_to_pane(1),
        "previous_pane": lambda work: work.go_to_pane(-1),
    }
)

IN_CELLS: Final[Mapping[str, Command]] = MappingProxyType(  # once what is being typed is stored
    {
        "paste": lambda work: work.grid.blocks.paste(),
        "fill_down": lambda work: work.grid.blocks.fill_down(),
        "fill_right": lambda work: work.grid.blocks.fill_right(),
        "copy_above": lambda work: work.grid.blocks.copy_above(),
        "repeat_citation": lambda work: work.grid.citing.repeat(),
        "cite_selection": lambda work: work.grid.citing.choose(),
        "replace": lambda work: work.grid.replace(),
    }
)
