"""Everything the window can do, as data: words, keys, icon, what it needs, and where it stands in the menus."""

from dataclasses import dataclass
from typing import Final

from citeria_desktop.views.registry import VIEWS


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
    "project": "Open a project first",
    "writable": "This project is open read-only",
    "undo": "Nothing to undo",
    "redo": "Nothing to redo",
    "index": "This project has no index yet",
    "grid": "Open the Data view first",
    "cells": "Open the Data view of a project that can be written",
}

PAGES: Final = {  # of views that have several: found in the palette, and given keys by who wants them
    "clusters.tree": "Clusters: tree and heat map",
    "clusters.biplot": "Clusters: biplot",
    "clusters.parallel": "Clusters: parallel axes",
    "clusters.silhouette": "Clusters: silhouettes",
    "clusters.profile": "Clusters: what sets a cluster apart",
    "clusters.choice": "Clusters: how many",
    "clusters.stability": "Clusters: stability",
    "clusters.agreement": "Clusters: agreement of two sets",
    "clusters.peers": "Clusters: peers of an area",
    "structure.areas": "Structure: areas",
    "structure.indicators": "Structure: indicators",
    "structure.groupings": "Structure: groupings",
    "structure.indices": "Structure: indices and their trees",
}

ACTIONS: Final = (
    ActionSpec("new", "New project…", ("Ctrl+N",), "file-plus"),
    ActionSpec("open", "Open…", ("Ctrl+O",), "folder-open"),
    ActionSpec("sample", "Open the sample project", (), "flask-conical"),
    ActionSpec("save_copy", "Save a copy…", ("Ctrl+S",), "save", "project"),
    ActionSpec("export", "Export workbook…", ("Ctrl+E",), "download", "index"),
    ActionSpec("import_sources", "Import sources…", (), "", "writable"),
    ActionSpec("read_table", "Read a table…", ("Ctrl+Shift+O",), "", "writable"),
    ActionSpec("save_csv", "Save table as CSV…", ("Ctrl+Shift+S",), "", "project"),
    ActionSpec("export_picture", "Export picture…", ("Ctrl+Shift+E",), "", "project"),
    ActionSpec("print", "Print…", ("Ctrl+P",), "", "project"),
    ActionSpec("close", "Close project", ("Ctrl+W",), "", "project"),
    ActionSpec("quit", "Quit", ("Ctrl+Q",)),
    ActionSpec("undo", "Undo", ("Ctrl+Z",), "undo-2", "undo"),
    ActionSpec("redo", "Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo-2", "redo"),
    ActionSpec("copy", "Copy", ("Ctrl+C",), "copy", "project"),
    ActionSpec("copy_headed", "Copy with headers", ("Ctrl+Shift+C",), "", "grid"),
    ActionSpec("copy_csv", "Copy as CSV", (), "", "project"),
    ActionSpec("copy_table", "Copy table", ("Ctrl+Alt+C",), "", "project"),
    ActionSpec("copy_picture", "Copy picture", ("Ctrl+Shift+I",), "", "project"),
    ActionSpec("paste", "Paste…", ("Ctrl+V",), "", "cells"),
    ActionSpec("fill_down", "Fill down", ("Ctrl+D",), "", "cells"),
    ActionSpec("fill_right", "Fill right", ("Ctrl+R",), "", "cells"),
    ActionSpec("copy_above", "Copy from above", ("Ctrl+'",), "", "cells"),
    ActionSpec("repeat_citation", "Repeat the last citation", ("Ctrl+;",), "", "cells"),
    ActionSpec("cite_selection", "Cite selection…", ("Ctrl+Shift+;",), "", "cells"),
    ActionSpec("carry_citation", "Fills carry the citation", (), "", "project", checkable=True),
    ActionSpec("edit_value", "Edit value", ("F2",), "pencil", "writable"),
    ActionSpec("find", "Find", ("Ctrl+F",), "search", "project"),
    ActionSpec("replace", "Replace…", ("Ctrl+H",), "", "cells"),
    ActionSpec("search", "Search everywhere…", ("Ctrl+Alt+F",), "search", "project"),
    ActionSpec("find_next", "Find next", ("F3",), "", "project"),
    ActionSpec("find_previous", "Find previous", ("Shift+F3",), "", "project"),
    ActionSpec("next_uncited", "Next value without a source", ("F8",), "", "project"),
    ActionSpec("next_uncited_column", "Next without a source in this column", ("Ctrl+F8",), "", "grid"),
    ActionSpec("next_uncited_row", "Next without a source in this row", ("Shift+F8",), "", "grid"),
    ActionSpec("take_snapshot", "Take a snapshot of the ranking…", ("Ctrl+Alt+S",), "camera", "index"),
    ActionSpec("give_verdict", "Keep a reviewer's verdict…", (), "", "writable"),
    ActionSpec("what_if", "What if a value were another…", ("Ctrl+Alt+W",), "", "index"),
    *(ActionSpec(view.name, view.title, (view.keys,), view.icon, "project", checkable=True) for view in VIEWS),
    *(ActionSpec(page, text, (), "", "project") for page, text in PAGES.items()),
    ActionSpec("cell_dossier", "Cell dossier", ("Ctrl+J",), "", "project"),
    ActionSpec("live", "Live ranking", ("F9",), "chart-bar-big", "project", checkable=True),
    ActionSpec("inspector", "Inspector", ("F10",), "panel-right", "project", checkable=True),
    ActionSpec("filters", "Filters", ("Ctrl+Shift+F",), "", "grid"),
    ActionSpec("columns", "Columns…", ("Ctrl+G",), "", "grid"),
    ActionSpec("as_of", "As of another period…", ("Ctrl+T",), "", "grid"),
    ActionSpec("changed_since", "Changed since…", ("Ctrl+Shift+T",), "", "grid"),
    ActionSpec("scope_index", "Indicators of the index", (), "", "index", checkable=True),
    ActionSpec("scope_all", "All data", (), "", "project", checkable=True),
    ActionSpec("light", "Light", (), "sun", checkable=True),
    ActionSpec("dark", "Dark", (), "moon", checkable=True),
    ActionSpec("contrast", "High contrast", (), "", checkable=True),
    ActionSpec("toggle_theme", "Switch between light and dark", (), "moon"),
    ActionSpec("speak_en", "English", checkable=True),
    ActionSpec("speak_zh", "简体中文", checkable=True),
    ActionSpec("palette", "Commands…", ("Ctrl+K", "Ctrl+Shift+P"), "search"),
    ActionSpec("preferences", "Preferences…", ("Ctrl+,",)),
    ActionSpec("back", "Back to the view before", ("Alt+Left",), "", "project"),
    ActionSpec("next_pane", "Next pane", ("F6",), "", "project"),
    ActionSpec("previous_pane", "Previous pane", ("Shift+F6",), "", "project"),
    ActionSpec("keys", "Keyboard shortcuts", ("F1",), "info"),
    ActionSpec("about", "About Citeria"),
)

SEPARATOR: Final = "-"
RECENT: Final = "recent"  # where the menu of recent files stands

MENUS: Final = (
    (
        "File",
        (
            *("new", "open", "sample", RECENT, SEPARATOR, "read_table", SEPARATOR),
            *(
                "save_copy",
                "save_csv",
                "export",
                "export_picture",
                "print",
                "import_sources",
                SEPARATOR,
                "close",
                "quit",
            ),
        ),
    ),
    (
        "Edit",
        (
            *("undo", "redo", SEPARATOR, "copy", "copy_headed", "copy_csv", "copy_table", "copy_picture", "paste"),
            *(SEPARATOR, "edit_value"),
            *("fill_down", "fill_right", "copy_above", "carry_citation", "repeat_citation", "cite_selection"),
            *(SEPARATOR, "find", "search", "replace", "find_next", "find_previous"),
            *("next_uncited", "next_uncited_column", "next_uncited_row"),
            *(SEPARATOR, "give_verdict", "take_snapshot", "what_if", SEPARATOR, "preferences"),
        ),
    ),
    (
        "View",
        (
            *(view.name for view in VIEWS),
            *(SEPARATOR, "cell_dossier", SEPARATOR, "live", "inspector"),
            *(SEPARATOR, "scope_index", "scope_all", "as_of", "changed_since"),
            *("filters", "columns", SEPARATOR),
            *(
                "light",
                "dark",
                "contrast",
                SEPARATOR,
                "speak_en",
                "speak_zh",
                SEPARATOR,
                "back",
                "next_pane",
                "previous_pane",
            ),
        ),
    ),
    ("Help", ("palette", "keys", SEPARATOR, "about")),
)
