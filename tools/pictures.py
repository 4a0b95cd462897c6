"""The pictures of the README and the handbook, made from the sample by the gallery; or checked for being stale.

Beside them, for the tests, how the bars of the ranking lie in every alignment, in light and dark, at 1× and 2×.

    python tools/pictures.py            makes every picture of docs/pictures and tests/desktop/pictures anew
    python tools/pictures.py --check    writes nothing; exit code 1 where one differs visibly from what the code shows

Fonts are bundled, but their smoothing differs by machine: pictures are compared when they are made small, never byte by
byte. They are kept in 256 colours, which screens of text and bars can bear, for a third of the bytes.
"""

import sys
import tempfile
from itertools import product
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from citeria_db import sample
from citeria_db.store import Project
from citeria_desktop import gallery, offscreen
from citeria_desktop import theme as themes
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.models.ranking_model import Column
from citeria_desktop.painting.alignments import Alignment
from citeria_desktop.session import Session
from citeria_desktop.theme import Theme
from citeria_desktop.views.ranking import RankingView

ROOT: Final = Path(__file__).parents[1]
FOLDER: Final = ROOT / "docs" / "pictures"
LOOKS: Final = {  # exhibit of the gallery: theme
    "window": "light",
    "grid": "light",
    "sources": "light",
    "ranking": "light",
    "slope": "light",
    "clusters": "dark",
    "structure": "light",
    "dossier": "light",
}
BARS: Final = ROOT / "tests" / "desktop" / "pictures"
COLOURS: Final = 256
_ROW: Final = (600, 32)  # pixels
_SMALLER: Final = 4
_VISIBLE: Final = 20  # of 255, in any channel, after making small
TOLERATED: Final = 0.02  # of all points
BARS_TOLERATED: Final = 0.003  # bars have no text, and alignments may differ in few rows


def main() -> int:
    """Make all pictures, or tell which are stale."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        project = folder / "sample.citeria"
        sample.build(project)
        made = [(path, FOLDER / path.name) for path in _render(project, folder)]
        made += [(path, BARS / path.name) for path in _lay_bars(project, folder)]
        if "--check" in sys.argv[1:]:
            stale = [kept.name for path, kept in made if differs(path, kept, _tolerated(kept))]
            if stale:
                print(f"Stale: {', '.join(stale)}. Run “make pictures”, and look at them.")
            return 1 if stale else 0
        for path, kept in made:
            kept.parent.mkdir(parents=True, exist_ok=True)
            _few_colours(QImage(str(path))).save(str(kept), "PNG", 0)  # type: ignore[call-overload]
            print(kept)
    return 0


def _render(project: Path, folder: Path) -> list[Path]:
    made: list[Path] = []
    for theme in sorted(set(LOOKS.values())):
        names = [name for name, wanted in LOOKS.items() if wanted == theme]
        made += gallery.render(project, folder, themes=(theme,), languages=("en",), scales=(1,), exhibits=names)
    return made


def _lay_bars(project: Path, folder: Path) -> list[Path]:
    """The bars of every row in every alignment, each of a given width: no picture hangs on the width of a text."""
    made: list[Path] = []
    with offscreen.application() as application, Project.open(project) as opened:
        for name in ("light", "dark"):
            theme = themes.THEMES[name]
            themes.apply(application, theme)
            bridge = SessionBridge(Session(opened))
            view = RankingView(bridge, theme, still=lambda: True)
            bridge.select("wuhan")
            assert view.bench is not None
            for alignment, scale in product(Alignment, (1, 2)):
                chosen = {Alignment.BASELINE: view.model.parts[1].code, Alignment.DIFFERENCE: "area:"}
                view.bench.lay(alignment.value, chosen.get(alignment, ""))
                application.processEvents()
                made.append(folder / f"bars-{alignment.value}-{name}-{scale}x.png")
                _bars(view, theme, scale).save(str(made[-1]))
            bridge.close()
            view.deleteLater()
    return made


def _bars(view: RankingView, theme: Theme, scale: int) -> QImage:
    width, height = _ROW
    image = QImage(QSize(width, height * len(view.model.rows)) * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(theme.colour("surface"))
    painter = QPainter(image)
    for number in range(len(view.model.rows)):
        option = QStyleOptionViewItem()
        view.table.initViewItemOption(option)
        option.rect = QRect(0, number * height, width, height)
        view.table.bars.paint(painter, option, view.model.index(number, Column.BAR))
    painter.end()
    return image


def _tolerated(kept: Path) -> float:
    return BARS_TOLERATED if kept.parent == BARS else TOLERATED


def differs(new: Path, kept: Path, tolerated: float) -> bool:
    """Whether anybody would see that the two are not the same picture: in more than this share of their points."""
    first, second = QImage(str(new)), QImage(str(kept))
    if first.size() != second.size():
        return True
    apart = np.abs(_small(first) - _small(second)).max(axis=2) > _VISIBLE
    return bool(apart.mean() > tolerated)


def _small(image: QImage) -> NDArray[np.int16]:
    size = image.size() / _SMALLER
    smooth = Qt.TransformationMode.SmoothTransformation
    return _pixels(image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)).astype(np.int16)


def _pixels(image: QImage) -> NDArray[np.uint8]:
    """Rows × columns × (red, green, blue)."""
    plain = image.convertToFormat(QImage.Format.Format_RGBX8888)
    flat = np.frombuffer(plain.constBits(), np.uint8)
    return flat.reshape(plain.height(), plain.bytesPerLine() // 4, 4)[:, : plain.width(), :3].copy()


def _few_colours(image: QImage) -> QImage:
    """The picture in 256 colours: the most frequent, then what is farthest from those, so that no mark changes hue."""
    pixels = _pixels(image)
    found, places, counts = np.unique(pixels.reshape(-1, 3), axis=0, return_inverse=True, return_counts=True)
    colours = found.astype(np.int32)
    chosen, nearest = np.argsort(-counts, kind="stable")[:1].tolist(), np.zeros(len(found), np.uint8)
    apart = ((colours - colours[chosen[0]]) ** 2).sum(axis=1)
    for number in range(1, min(COLOURS, len(found))):
        chosen.append(int((apart * (counts if number < COLOURS // 2 else 1)).argmax()))
        away = ((colours - colours[chosen[-1]]) ** 2).sum(axis=1)
        nearest[away < apart] = number
        apart = np.minimum(apart, away)
    indexed = np.ascontiguousarray(nearest[places.reshape(-1)].reshape(pixels.shape[:2]))
    made = QImage(indexed.tobytes(), image.width(), image.height(), image.width(), QImage.Format.Format_Indexed8)
    made.setColorTable(
        [0xFF000000 | int(red) << 16 | int(green) << 8 | int(blue) for red, green, blue in colours[chosen]]
    )
    return made.copy()


if __name__ == "__main__":
    sys.exit(main())
