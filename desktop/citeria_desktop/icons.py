"""Lucide icons (ISC licence, vendored in resources), drawn in a colour of the theme.

Each icon is rendered at one, two and three times its size, so that it is crisp at every screen scale.
"""

from typing import Final

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

import citeria_resources

SCALES: Final = (1, 2, 3)
STROKE: Final = "1.75"  # Lucide's 2 px strokes are drawn for 24 px; a little thinner sits better beside 13 px text


def pixmap(name: str, colour: QColor, size: int = 16, scale: int = 1) -> QPixmap:
    """One icon as a picture of `size` logical pixels at `scale` device pixels each; Qt keeps it for the next to ask."""
    key = f"{name} {colour.name()} {size} {scale}"
    kept = QPixmap()
    if not QPixmapCache.find(key, kept):
        kept = _drawn(name, colour, size, scale)
        QPixmapCache.insert(key, kept)
    return kept


def _drawn(name: str, colour: QColor, size: int, scale: int) -> QPixmap:
    text = citeria_resources.icon(name)
    drawn = text.replace("currentColor", colour.name()).replace('stroke-width="2"', f'stroke-width="{STROKE}"')
    made = QPixmap(size * scale, size * scale)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    QSvgRenderer(QByteArray(drawn.encode())).render(painter, QRectF(0, 0, size * scale, size * scale))
    painter.end()
    made.setDevicePixelRatio(scale)
    return made


def icon(name: str, colour: QColor, size: int = 16, checked: QColor | None = None) -> QIcon:
    """An icon in `colour`, and in `checked` while its button is on."""
    made = QIcon()
    for scale in SCALES:
        made.addPixmap(pixmap(name, colour, size, scale), QIcon.Mode.Normal, QIcon.State.Off)
        if checked is not None:
            made.addPixmap(pixmap(name, checked, size, scale), QIcon.Mode.Normal, QIcon.State.On)
    return made
