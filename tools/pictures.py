"""The pictures of the README and the handbook, made from the sample by the gallery; or checked for being stale.

    python tools/pictures.py            makes every picture of docs/pictures anew
    python tools/pictures.py --check    writes nothing; exit code 1 where one differs visibly from what the code shows

Fonts are bundled, but their smoothing differs by machine: pictures are compared when they are made small, never byte by
byte. They are kept in 256 colours, which screens of text and bars can bear, for a third of the bytes.
"""

import sys
import tempfile
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from citeria_db import sample
from citeria_desktop import gallery

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
COLOURS: Final = 256
_SMALLER: Final = 4
_VISIBLE: Final = 20  # of 255, in any channel, after making small
_TOLERATED: Final = 0.02  # of all points


def main() -> int:
    """Make all pictures, or tell which are stale."""
    with tempfile.TemporaryDirectory() as place:
        made = _render(Path(place))
        if "--check" in sys.argv[1:]:
            stale = [path.name for path in made if _differs(path, FOLDER / path.name)]
            if stale:
                print(f"Stale: {', '.join(stale)}. Run “make pictures”, and look at them.")
            return 1 if stale else 0
        FOLDER.mkdir(parents=True, exist_ok=True)
        for path in made:
            _few_colours(QImage(str(path))).save(str(FOLDER / path.name), "PNG", 0)  # type: ignore[call-overload]
            print(FOLDER / path.name)
    return 0


def _render(folder: Path) -> list[Path]:
    project = folder / "sample.citeria"
    sample.build(project)
    made: list[Path] = []
    for theme in sorted(set(LOOKS.values())):
        names = [name for name, wanted in LOOKS.items() if wanted == theme]
        made += gallery.render(project, folder, themes=(theme,), languages=("en",), scales=(1,), exhibits=names)
    return made


def _differs(new: Path, kept: Path) -> bool:
    """Whether anybody would see that the two are not the same picture."""
    first, second = QImage(str(new)), QImage(str(kept))
    if first.size() != second.size():
        return True
    apart = np.abs(_small(first) - _small(second)).max(axis=2) > _VISIBLE
    return bool(apart.mean() > _TOLERATED)


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
