"""Where somebody was in a project: the view in the middle, the index, the state of every view; for the next time."""

import json
from collections.abc import Mapping
from pathlib import Path

from citeria_desktop.settings import Settings
from citeria_desktop.views.view import State, View


class Memory:
    """What the settings hold of one project; a text that somebody else has changed counts as nothing."""

    def __init__(self, settings: Settings, project: Path) -> None:
        self._settings = settings
        self._project = project
        held = _read(settings.state(project))
        views = held.get("views")
        self.view = str(held.get("view") or "")
        self.index = str(held.get("index") or "")
        self._views: dict[str, object] = dict(views) if isinstance(views, dict) else {}

    def state_of(self, name: str) -> State:
        """How a view was left; empty the first time."""
        held = self._views.get(name)
        return held if isinstance(held, dict) else {}

    def keep(self, view: str, index: str, views: Mapping[str, View]) -> None:
        """Remember how everything stands now; views that were not made this time keep what was known of them."""
        self._views |= {name: one.state() for name, one in views.items()}
        held = {"view": view, "index": index, "views": self._views}
        self._settings.keep_state(self._project, json.dumps(held, ensure_ascii=False))


def _read(text: str) -> dict[str, object]:
    try:
        held = json.loads(text)
    except ValueError:
        return {}
    return held if isinstance(held, dict) else {}
