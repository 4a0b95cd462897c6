"""The colour of a group: one of the palette by its name, another one typed as #RRGGBB, or none of its own."""

import re
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QWidget

from citeria_desktop.panels.commit_fields import Choice, CommitLine
from citeria_desktop.theme import CLUSTER_COLOURS, Theme

_SWATCH: Final = 12  # pixels
_WRITTEN: Final = re.compile(r"#?([0-9A-Fa-f]{6})")


class ColourField(QWidget):
    """A list of swatches, and beside it the line for any other colour; `store` keeps it, "" for none of its own."""

    def __init__(self, theme: Theme, store: Callable[[str], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._theme = theme
        self._position = 0
        self._held = ""
        self.palette_choice = Choice(self.tr("Colour of the group"))
        self.palette_choice.setIconSize(QSize(_SWATCH, _SWATCH))
        self.palette_choice.picked.connect(self._pick)
        self.written = CommitLine(self.tr("Another colour"), self._write, self.tr("#RRGGBB"))
        self.written.setMaximumWidth(92)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.palette_choice, 1)
        row.addWidget(self.written)
        self.setFocusProxy(self.palette_choice)

    def set_theme(self, theme: Theme) -> None:
        """Paint the swatches as the theme shows them."""
        self._theme = theme
        self.show_colour(self._held, self._position, keep=True)

    def show_colour(self, colour: str, position: int, *, keep: bool = False) -> None:
        """Show what holds for the group at `position`; with `keep`, what is being typed stays."""
        self._held, self._position = colour.upper(), position
        names = (
            self.tr("blue"),
            self.tr("rose"),
            self.tr("olive"),
            self.tr("wine"),
            self.tr("teal"),
            self.tr("purple"),
            self.tr("brown"),
            self.tr("moss"),
        )
        choices: list[tuple[str, object]] = [(self.tr("by its place"), "")]
        choices += [(name, code.upper()) for name, code in zip(names, CLUSTER_COLOURS, strict=True)]
        is_other = self._held not in [code for _, code in choices]
        if is_other:
            choices.append((self._held, self._held))
        self.palette_choice.show_choices(choices, self._held)
        for row, (_, code) in enumerate(choices):
            self.palette_choice.setItemIcon(row, _swatch(self._theme.group(position, str(code))))
        self.written.show_text(self._held if is_other else "", keep=keep)

    def _pick(self, colour: object) -> None:
        if colour != self._held:
            self._store(str(colour))

    def _write(self, text: str) -> bool:
        found = _WRITTEN.fullmatch(text)
        return bool(self._store(f"#{found[1].upper()}" if found else text))


def _swatch(colour: QColor) -> QIcon:
    picture = QPixmap(_SWATCH * 2, _SWATCH * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(0, 0, _SWATCH, _SWATCH, 3, 3)
    painter.end()
    return QIcon(picture)
