"""How a cluster looks wherever it is drawn: its colour, its mark (filled = computed, hollow = given)."""

from functools import cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPainterPath

from citeria_core.cluster_set import ClusterSet
from citeria_desktop.painting import marks
from citeria_desktop.theme import Theme

_LEAST_CONTRAST = 3.0  # of a mark on the surface, by WCAG 2.2


def colour_of(theme: Theme, held: ClusterSet, position: int) -> QColor:
    """The cluster's own colour, made to stand out on the theme's surface; without one that of its position."""
    cluster = held.at(position)
    return group_colour(theme, position, cluster.colour if cluster is not None else "")


def group_colour(theme: Theme, position: int, own: str = "") -> QColor:
    """The colour of a group at a position that was given its `own` or none: the same in every view."""
    return standing_out(theme.group(position, own), theme.colour("surface"))


def draw_mark(painter: QPainter, centre: QPointF, radius: float, theme: Theme, held: ClusterSet, position: int) -> None:
    """The mark of the cluster at `position` of a set."""
    marks.draw_shape(painter, centre, radius, position, colour_of(theme, held, position), filled=not held.given)


def mark_path(centre: QPointF, radius: float, position: int) -> QPainterPath:
    """The outline of a cluster's mark."""
    return marks.shape_path(marks.shape_of(position), centre, radius)


def standing_out(colour: QColor, ground: QColor, least: float = _LEAST_CONTRAST) -> QColor:
    """`colour`, darker or lighter until it has a contrast of `least` with its ground."""
    return QColor.fromRgba(_standing_out(colour.rgba(), ground.rgba(), least))


@cache
def _standing_out(rgba: int, under: int, least: float) -> int:
    """Found once: bars, marks and lines ask for the colour of their cluster thousands of times."""
    colour, ground = QColor.fromRgba(rgba), QColor.fromRgba(under)
    away = -4 if _luminance(ground) > 0.18 else 4
    hue, saturation, lightness = colour.hslHue(), colour.hslSaturation(), colour.lightness()
    while contrast(colour, ground) < least and 0 <= lightness + away <= 255:
        lightness += away
        colour = QColor.fromHsl(hue, saturation, lightness)
    return colour.rgba()


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: QColor) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
