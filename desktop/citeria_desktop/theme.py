"""Colours, type and space: the tokens every widget and every painter takes its looks from.

`styleHints().setColorScheme()` has no effect offscreen or on bare X11, so light and dark are explicit palettes on
Fusion. Parts of an index take Okabe–Ito in fixed order; clusters take a second, muted family with a mark shape of
their own, so that the two are never confused.
"""

from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

import citeria_resources
from citeria_desktop import stylesheet

PART_COLOURS: Final = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#999999")
PART_COLOURS_ON_DARK: Final = (  # the same hues, lifted so that bars keep 3 : 1 and their order of weight on dark
    "#3B9BDC", "#F0B429", "#2AC79B", "#E39AC3", "#8AD0F5", "#F0803C", "#F5EA6B", "#B3B3B3",
)  # fmt: skip
# Paul Tol's muted scheme (Technical note SRON/EPS/TN/09-002), the pale ones darkened to 3 : 1 on white.
CLUSTER_COLOURS: Final = ("#4477AA", "#CC6677", "#999933", "#882255", "#2E9E8F", "#AA4499", "#B0753A", "#6B7A2E")
CLUSTER_COLOURS_ON_DARK: Final = (
    "#7FB2E5", "#F08C9C", "#C9C95C", "#D86AA0", "#6FD3C2", "#D98BD0", "#D9A36B", "#A9BC62",
)  # fmt: skip
CLUSTER_SHAPES: Final = ("circle", "square", "triangle", "diamond", "pentagon", "hexagon", "cross", "star")
STEP: Final = 4  # every distance is a multiple of this many pixels


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours. Every text colour reaches 4.5 : 1 on `window` and `surface`."""

    name: str
    window: str
    surface: str
    line: str  # hairlines, which only part
    edge: str  # around what can be written into or chosen from: 3 : 1 on `window` and `surface`
    text: str
    muted: str
    accent: str
    good: str
    warn: str
    bad: str
    selection: str  # behind selected rows
    on_accent: str
    dark: bool = False  # whether light stands on dark: which family of data colours it takes

    def colour(self, token: str) -> QColor:
        """The colour of a token by its name."""
        return QColor(getattr(self, token))

    def part(self, position: int) -> QColor:
        """The colour of the index's part at `position`, the same in every view."""
        colours = PART_COLOURS_ON_DARK if self.dark else PART_COLOURS
        return QColor(colours[position % len(colours)])

    def cluster(self, position: int) -> QColor:
        """The colour of the cluster at `position`, the same in every view."""
        colours = CLUSTER_COLOURS_ON_DARK if self.dark else CLUSTER_COLOURS
        return QColor(colours[position % len(colours)])

    def group(self, position: int, chosen: str = "") -> QColor:
        """The colour of a group that people gave: the one chosen for it, else its cluster's by position.

        One chosen from the palette is as light or dark as the theme needs it.
        """
        if not chosen:
            return self.cluster(position)
        known = [colour.upper() for colour in CLUSTER_COLOURS]
        return self.cluster(known.index(chosen.upper())) if chosen.upper() in known else QColor(chosen)

    def palette(self) -> QPalette:
        """The palette that Fusion paints standard widgets with."""
        palette = QPalette()
        roles = QPalette.ColorRole
        for role, token in (
            (roles.Window, "window"),
            (roles.WindowText, "text"),
            (roles.Base, "surface"),
            (roles.AlternateBase, "window"),
            (roles.Text, "text"),
            (roles.Button, "surface"),
            (roles.ButtonText, "text"),
            (roles.BrightText, "bad"),
            (roles.ToolTipBase, "surface"),
            (roles.ToolTipText, "text"),
            (roles.PlaceholderText, "muted"),
            (roles.Highlight, "accent"),
            (roles.HighlightedText, "on_accent"),
            (roles.Link, "accent"),
            (roles.LinkVisited, "accent"),
            (roles.Accent, "accent"),
            (roles.Mid, "line"),
            (roles.Midlight, "line"),
            (roles.Dark, "line"),
            (roles.Light, "surface"),
            (roles.Shadow, "line"),
        ):
            palette.setColor(role, self.colour(token))
        for role in (roles.Text, roles.WindowText, roles.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("muted"))
        return palette


LIGHT: Final = Theme(
    name="light",
    window="#F6F7F9",
    surface="#FFFFFF",
    line="#E2E5EA",
    edge="#858E9B",
    text="#1A1E23",
    muted="#5A6370",
    accent="#2563C9",
    good="#1F7A4D",
    warn="#9A5B00",
    bad="#B3261E",
    selection="#E6EEFB",
    on_accent="#FFFFFF",
)
DARK: Final = Theme(
    name="dark",
    window="#14171B",
    surface="#1B1F24",
    line="#2B3138",
    edge="#66707C",
    text="#E7EAEE",
    muted="#9AA4B0",
    accent="#82AAFF",
    good="#5CC48E",
    warn="#E0A94A",
    bad="#FF8A80",
    selection="#22304A",
    on_accent="#14171B",
    dark=True,
)
CONTRAST: Final = Theme(  # every text reaches 7 : 1, every line 4.5 : 1
    name="contrast",
    window="#000000",
    surface="#000000",
    line="#8C939C",
    edge="#8C939C",
    text="#FFFFFF",
    muted="#D5DAE0",
    accent="#FFD43B",
    good="#7CF2A8",
    warn="#FFC04D",
    bad="#FFA8A0",
    selection="#332C00",
    on_accent="#000000",
    dark=True,
)
THEMES: Final = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST)}


def load_fonts() -> None:
    """Register the bundled fonts: Inter for Latin text, Citeria Han (a part of Noto Sans CJK SC) for Chinese."""
    if QFontDatabase.applicationFontFamilies(0):  # registered twice, Qt may take a heavier face for the fallback
        return
    for path in citeria_resources.font_files():
        QFontDatabase.addApplicationFont(str(path))


def font(size: float = 13, weight: QFont.Weight = QFont.Weight.Normal, *, tabular: bool = True) -> QFont:
    """The interface font at `size` pixels; `tabular` figures line up under each other, others suit running text."""
    made = QFont(["Inter", "Noto Sans CJK SC"])
    made.setPixelSize(round(size))
    made.setWeight(weight)
    made.setFeature(QFont.Tag("calt"), 0)  # brackets and dashes between capitals stay themselves, also in a PDF
    if tabular:  # Inter's hyphen then takes the width of a digit, which tears words apart
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


def apply(application: QApplication, theme: Theme) -> None:
    """Dress the whole application in `theme`."""
    application.setStyleSheet("")  # from none to another is a sixth of the way from one to another
    if application.style().name() != "fusion":
        application.setStyle("Fusion")
    application.setPalette(theme.palette())
    application.setFont(font(tabular=False))
    application.setStyleSheet(stylesheet.sheet(theme))
