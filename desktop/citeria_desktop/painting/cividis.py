"""Cividis, the sequential colours of every heat map: even in lightness, the same for the colour-blind.

Nuñez, Anderton and Renslow 2018 (doi:10.1371/journal.pone.0199239), by the polynomial fit of d3-scale-chromatic (ISC).
"""

from PySide6.QtGui import QColor

_FIT = (
    (-4.54, -35.34, 2381.73, -6402.7, 7024.72, -2710.57),
    (32.49, 170.73, 52.82, -131.46, 176.58, -67.37),
    (81.24, 442.36, -2482.43, 6167.24, -6614.94, 2475.67),
)


def cividis(share: float) -> QColor:
    """The colour at `share` of the scale, 0 dark blue to 1 yellow; beyond the ends, the ends."""
    t = min(1.0, max(0.0, share))
    channels = [sum(factor * t**power for power, factor in enumerate(fit)) for fit in _FIT]
    return QColor(*(min(255, max(0, round(channel))) for channel in channels))
