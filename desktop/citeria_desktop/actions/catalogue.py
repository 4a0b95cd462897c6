"""Everything the window can do, as data: words, keys, icon, what it needs, and where it stands in the menus."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One thing that can be done. `needs` names the condition under which it can: see `REASONS`."""

    id: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    needs: str = ""
    checkable: bool = False


REASONS: Final = {
    "project": QT_TRANSLATE_NOOP("actions", "Open a project first"),
    "writable": QT_TRANSLATE_NOOP("actions", "This project is open read-only"),
    "undo": QT_TRANSLATE_NOOP("actions", "Nothing to undo"),
    "redo": QT_TRANSLATE_NOOP("actions", "Nothing to redo"),
    "index": QT_TRANSLATE_NOOP("actions", "This project has no index yet"),
    "grid": QT_TRANSLATE_NOOP("actions", "Open the Data view first"),
}

ACTIONS: Final = (
    ActionSpec("new", QT_TRANSLATE_NOOP("actions", "New project…"), ("Ctrl+N",), "file-plus"),
    ActionSpec("open", QT_TRANSLATE_NOOP("actions", "Open…"), ("Ctrl+O",), "folder-open"),
    ActionSpec("sample", QT_TRANSLATE_NOOP("actions", "Open the sample project"), (), "flask-conical"),
    ActionSpec("save_copy", QT_TRANSLATE_NOOP("actions", "Save a copy…"), ("Ctrl+S",), "save", "project"),
    ActionSpec("export", QT_TRANSLATE_NOOP("actions", "Export workbook…"), ("Ctrl+E",), "download", "index"),
    ActionSpec("close", QT_TRANSLATE_NOOP("actions", "Close project"), ("Ctrl+W",), "", "project"),
    ActionSpec("quit", QT_TRANSLATE_NOOP("actions", "Quit"), ("Ctrl+Q",)),
    ActionSpec("undo", QT_TRANSLATE_NOOP("actions", "Undo"), ("Ctrl+Z",), "undo-2", "undo"),
    ActionSpec("redo", QT_TRANSLATE_NOOP("actions", "Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo-2", "redo"),
    ActionSpec("copy", QT_TRANSLATE_NOOP("actions", "Copy"), ("Ctrl+C",), "copy", "project"),
    ActionSpec("copy_headed", QT_TRANSLATE_NOOP("actions", "Copy with headers"), ("Ctrl+Shift+C",), "", "grid"),
    ActionSpec("edit_value", QT_TRANSLATE_NOOP("actions", "Edit value"), ("F2",), "pencil", "writable"),
    ActionSpec("find", QT_TRANSLATE_NOOP("actions", "Find"), ("Ctrl+F",), "search", "project"),
    ActionSpec("find_next", QT_TRANSLATE_NOOP("actions", "Find next"), ("F3",), "", "project"),
    ActionSpec("find_previous", QT_TRANSLATE_NOOP("actions", "Find previous"), ("Shift+F3",), "", "project"),
    ActionSpec("next_uncited", QT_TRANSLATE_NOOP("actions", "Next value without a source"), ("F8",), "", "project"),
    ActionSpec("data", QT_TRANSLATE_NOOP("actions", "Data"), ("Ctrl+1",), "table-2", "project", checkable=True),
    ActionSpec("sources", QT_TRANSLATE_NOOP("actions", "Sources"), ("Ctrl+2",), "quote", "project", checkable=True),
    ActionSpec(
        "ranking", QT_TRANSLATE_NOOP("actions", "Ranking"), ("Ctrl+3",), "list-ordered", "project", checkable=True
    ),
    ActionSpec("clusters", QT_TRANSLATE_NOOP("actions", "Clusters"), ("Ctrl+4",), "shapes", "project", checkable=True),
    ActionSpec(
        "live", QT_TRANSLATE_NOOP("actions", "Live ranking"), ("F9",), "chart-bar-big", "project", checkable=True
    ),
    ActionSpec(
        "inspector", QT_TRANSLATE_NOOP("actions", "Inspector"), ("F10",), "panel-right", "project", checkable=True
    ),
    ActionSpec("scope_index", QT_TRANSLATE_NOOP("actions", "Indicators of the index"), (), "", "index", checkable=True),
    ActionSpec("scope_all", QT_TRANSLATE_NOOP("actions", "All data"), (), "", "project", checkable=True),
    ActionSpec("light", QT_TRANSLATE_NOOP("actions", "Light"), (), "sun", checkable=True),
    ActionSpec("dark", QT_TRANSLATE_NOOP("actions", "Dark"), (), "moon", checkable=True),
    ActionSpec("toggle_theme", QT_TRANSLATE_NOOP("actions", "Switch between light and dark"), (), "moon"),
    ActionSpec("next_pane", QT_TRANSLATE_NOOP("actions", "Next pane"), ("F6",), "", "project"),
    ActionSpec("previous_pane", QT_TRANSLATE_NOOP("actions", "Previous pane"), ("Shift+F6",), "", "project"),
    ActionSpec("keys", QT_TRANSLATE_NOOP("actions", "Keyboard shortcuts"), ("F1",), "info"),
    ActionSpec("about", QT_TRANSLATE_NOOP("actions", "About Citeria")),
)

VIEWS: Final = ("data", "sources", "ranking", "clusters")  # in the order of the rail and of Ctrl+1 … Ctrl+4
SEPARATOR: Final = "-"
RECENT: Final = "recent"  # where the menu of recent files stands

MENUS: Final = (
    (
        QT_TRANSLATE_NOOP("actions", "File"),
        ("new", "open", "sample", RECENT, SEPARATOR, "save_copy", "export", SEPARATOR, "close", "quit"),
    ),
    (
        QT_TRANSLATE_NOOP("actions", "Edit"),
        (
            *("undo", "redo", SEPARATOR, "copy", "copy_headed", SEPARATOR, "edit_value", SEPARATOR),
            *("find", "find_next", "find_previous", "next_uncited"),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("actions", "View"),
        (
            *(*VIEWS, SEPARATOR, "live", "inspector", SEPARATOR, "scope_index", "scope_all", SEPARATOR),
            *("light", "dark", SEPARATOR, "next_pane", "previous_pane"),
        ),
    ),
    (QT_TRANSLATE_NOOP("actions", "Help"), ("keys", "about")),
)
