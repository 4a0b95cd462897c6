"""What the window remembers between runs: recent files, the theme, its own place and the sizes of panes.

It stands in one INI file whose folder is given, so that a test or a gallery begins afresh.
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import platformdirs
from PySide6.QtCore import QByteArray, QSettings

_MOST_RECENT: Final = 10
_BETWEEN_KEYS: Final = "\t"  # no key is written with it


class Settings:
    """Reads and writes at once; nothing is cached."""

    def __init__(self, folder: Path) -> None:
        self._store = QSettings(str(folder / "citeria.ini"), QSettings.Format.IniFormat)

    @classmethod
    def of_user(cls) -> "Settings":
        """Those of whoever is logged in."""
        return cls(platformdirs.user_config_path("citeria", appauthor=False))

    def recent(self) -> list[Path]:
        """The files opened last, the newest first, missing ones too."""
        held = self._store.value("recent", [])
        paths = [held] if isinstance(held, str) else held if isinstance(held, list) else []
        return [Path(str(path)) for path in paths if path]

    def remember(self, path: Path) -> None:
        """Put a file first among the recent ones."""
        place = path.absolute()
        self._keep([place, *(other for other in self.recent() if other != place)][:_MOST_RECENT])

    def forget(self, path: Path) -> None:
        """Take a file off the recent ones."""
        self._keep([other for other in self.recent() if other != path])

    @property
    def theme(self) -> str:
        """The name of the theme, "light" unless another was chosen."""
        return str(self._store.value("theme", "light"))

    @theme.setter
    def theme(self, name: str) -> None:
        self._store.setValue("theme", name)

    @property
    def language(self) -> str:
        """The language of the interface by its code, "en" unless another was chosen."""
        return str(self._store.value("language", "en"))

    @language.setter
    def language(self, code: str) -> None:
        self._store.setValue("language", code)

    @property
    def size(self) -> int:
        """How large the interface is drawn, in percent; 100 unless another was chosen. It holds from the next start."""
        held = str(self._store.value("size", "100"))
        return int(held) if held.isdigit() and 50 <= int(held) <= 400 else 100

    @size.setter
    def size(self, percent: int) -> None:
        self._store.setValue("size", str(percent))

    @property
    def reduce_motion(self) -> bool:
        """Whether rows jump to their new places instead of sliding there."""
        return str(self._store.value("reduce_motion", "no")) == "yes"

    @reduce_motion.setter
    def reduce_motion(self, reduce: bool) -> None:
        self._store.setValue("reduce_motion", "yes" if reduce else "no")

    def keys(self) -> dict[str, tuple[str, ...]]:
        """The keys that were given to actions in the place of their own, in Qt's portable text; () takes them away."""
        self._store.beginGroup("keys")
        held = {name: str(self._store.value(name, "")) for name in self._store.childKeys()}
        self._store.endGroup()
        return {name: tuple(text.split(_BETWEEN_KEYS)) if text else () for name, text in held.items()}

    def keep_keys(self, action: str, keys: Sequence[str] | None) -> None:
        """Remember the keys of an action; None gives it back its own."""
        if keys is None:
            self._store.remove(f"keys/{action}")
        else:
            self._store.setValue(f"keys/{action}", _BETWEEN_KEYS.join(keys))

    @property
    def geometry(self) -> QByteArray:
        """Where the window stood; empty the first time."""
        held = self._store.value("geometry")
        return held if isinstance(held, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store.setValue("geometry", value)

    def sizes(self, project: Path, view: str) -> list[int]:
        """The widths of the panes of a view of a project; empty while nobody has moved them."""
        held = self._store.value(f"panes/{_mark(project)}/{view}", [])
        try:
            return [int(str(width)) for width in held] if isinstance(held, list) else []
        except ValueError:  # a hand has been at the file
            return []

    def keep_sizes(self, project: Path, view: str, sizes: Sequence[int]) -> None:
        """Remember the widths of the panes of a view of a project."""
        self._store.setValue(f"panes/{_mark(project)}/{view}", [str(size) for size in sizes])

    def layout(self, project: Path, scope: str) -> str:
        """How the columns of a grid were left, as JSON; empty while nobody has touched them."""
        return str(self._store.value(f"columns/{_mark(project)}/{_key(scope)}", ""))

    def keep_layout(self, project: Path, scope: str, layout: str) -> None:
        """Remember how the columns of a grid are laid out."""
        self._store.setValue(f"columns/{_mark(project)}/{_key(scope)}", layout)

    @property
    def carry_citation(self) -> bool | None:
        """Whether copies of a value carry its citation; None until somebody was asked."""
        held = str(self._store.value("fill/carry_citation", ""))
        return None if held not in ("yes", "no") else held == "yes"

    @carry_citation.setter
    def carry_citation(self, carry: bool) -> None:
        self._store.setValue("fill/carry_citation", "yes" if carry else "no")

    @property
    def picture(self) -> str:
        """What was chosen for the last picture, as JSON; empty the first time."""
        return str(self._store.value("picture", ""))

    @picture.setter
    def picture(self, choices: str) -> None:
        self._store.setValue("picture", choices)

    def cell(self, project: Path) -> tuple[str, str]:
        """The area and the indicator that a project was left at; empty the first time."""
        held = self._store.value(f"cell/{_mark(project)}", [])
        return (str(held[0]), str(held[1])) if isinstance(held, list) and len(held) == 2 else ("", "")

    def keep_cell(self, project: Path, area: str, indicator: str) -> None:
        """Remember the cell that a project is left at."""
        self._store.setValue(f"cell/{_mark(project)}", [area, indicator])

    def begin_visit(self, project: Path) -> None:
        """A project is opened: what changes from now on is new since the step that it was left at the last time."""
        left = self._store.value(f"visit/{_mark(project)}/left")
        if left is not None:
            self._store.setValue(f"visit/{_mark(project)}/seen", left)

    def end_visit(self, project: Path, step: int) -> None:
        """A project is left, its newest step being this one."""
        self._store.setValue(f"visit/{_mark(project)}/left", str(step))

    def seen(self, project: Path) -> int | None:
        """The newest step when the project was left before it was opened now; None the first time."""
        held = str(self._store.value(f"visit/{_mark(project)}/seen", ""))
        return int(held) if held.isdigit() else None

    def state(self, project: Path) -> str:
        """Where somebody was in a project, as JSON; empty the first time."""
        return str(self._store.value(f"state/{_mark(project)}", ""))

    def keep_state(self, project: Path, state: str) -> None:
        """Remember where somebody was in a project."""
        self._store.setValue(f"state/{_mark(project)}", state)

    @property
    def last(self) -> Path | None:
        """The project that is open, or was when the window closed."""
        held = str(self._store.value("last", ""))
        return Path(held) if held else None

    @last.setter
    def last(self, path: Path | None) -> None:
        self._store.setValue("last", "" if path is None else str(path.absolute()))

    @property
    def reopen(self) -> bool:
        """Whether the window begins with the project it was closed with."""
        return str(self._store.value("reopen", "yes")) == "yes"

    @reopen.setter
    def reopen(self, wanted: bool) -> None:
        self._store.setValue("reopen", "yes" if wanted else "no")

    def save(self) -> None:
        """Write everything to the file now."""
        self._store.sync()

    def _keep(self, paths: Sequence[Path]) -> None:
        self._store.setValue("recent", [str(path) for path in paths])


def _key(scope: str) -> str:
    return hashlib.sha256(scope.encode()).hexdigest()[:16] if scope else "all"


def _mark(project: Path) -> str:
    """A short name for a file, since its path may hold signs that a key may not."""
    return hashlib.sha256(str(project.absolute()).encode()).hexdigest()[:16]
