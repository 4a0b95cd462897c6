"""The colours of the parts in view: those of the index keep theirs, what is inside one takes shades of it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtGui import QColor

from citeria_desktop.theme import Theme

Tone = tuple[int, int]  # the position of the part of the index that it belongs to; its place among the parts inside it
_PALER: Final = (0.0, 0.34, 0.58, 0.18, 0.46)  # towards the ground, so that neighbours differ


def part_colours(theme: Theme, tones: Sequence[Tone]) -> list[QColor]:
    """A colour for each part in view."""
    return [_shade(theme, position, place) for position, place in tones]


def _shade(theme: Theme, position: int, place: int) -> QColor:
    colour, ground = theme.part(position), theme.colour("surface")
    paler = _PALER[place % len(_PALER)]
    channels = (
        (colour.red(), ground.red()),
        (colour.green(), ground.green()),
        (colour.blue(), ground.blue()),
    )
    red, green, blue = (round(one + (other - one) * paler) for one, other in channels)
    return QColor(red, green, blue)


def ink_on(colour: QColor) -> QColor:
    """Black or white, whichever is read better on a colour."""
    red, green, blue = (_linear(channel) for channel in (colour.redF(), colour.greenF(), colour.blueF()))
    return QColor("#000000" if 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 else "#FFFFFF")


def _linear(channel: float) -> float:
    """A channel of sRGB as light (WCAG 2, relative luminance)."""
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
