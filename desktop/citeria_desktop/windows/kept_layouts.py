"""Layouts of columns that are still there the next time a project is opened."""

from pathlib import Path

from citeria_desktop.models.column_layout import ColumnLayout
from citeria_desktop.settings import Settings


class KeptLayouts:
    """The layouts of one project, in the settings."""

    def __init__(self, settings: Settings, project: Path) -> None:
        self._settings = settings
        self._project = project
        self._held: dict[str, ColumnLayout] = {}

    def get(self, scope: str) -> ColumnLayout:
        """The layout of a scope, as it was left."""
        if scope not in self._held:
            self._held[scope] = ColumnLayout.from_json(self._settings.layout(self._project, scope))
        return self._held[scope]

    def put(self, scope: str, layout: ColumnLayout) -> None:
        """Keep the layout of a scope."""
        self._held[scope] = layout
        self._settings.keep_layout(self._project, scope, layout.to_json())
