"""Which actions can be used now, and which of them stand for a state that holds."""

from citeria_desktop import theme as themes
from citeria_desktop.language.catalogue import LANGUAGES
from citeria_desktop.views.registry import VIEWS
from citeria_desktop.windows.workspace import Workspace


def lacking(work: Workspace | None) -> frozenset[str]:
    """The conditions that are not met, as the catalogue of actions calls them; without a project that alone."""
    if work is None:
        return frozenset({"project"})
    session = work.bridge.session
    writable = not session.project.read_only
    conditions = {
        "writable": writable,
        "undo": session.undo_label is not None and writable,
        "redo": session.redo_label is not None and writable,
        "index": session.index is not None,
        "grid": work.view == "data",
        "cells": work.view == "data" and writable,
    }
    return frozenset(name for name, met in conditions.items() if not met)


def checks(work: Workspace | None, theme: str, language: str) -> dict[str, bool]:
    """Whether each action that stands for a state is checked: views, panes, the scope, themes and languages."""
    held = {view.name: work is not None and work.view == view.name for view in VIEWS}
    held |= {pane: work is not None and work.is_shown(pane) for pane in ("live", "inspector")}
    held |= {name: theme == name for name in themes.THEMES}
    held |= {f"speak_{code}": language == code for code in LANGUAGES}
    if work is not None:
        held["carry_citation"] = bool(work.grid.blocks.carry)
        held |= {"scope_all": work.grid.model.everything, "scope_index": not work.grid.model.everything}
    return held
