"""What Citeria ships beside its code: the sample's data, fonts and icons.

Owns the files and how to reach them, also from a wheel or a frozen application; knows nothing of what they are for.
Licences and attributions stand beside the files.
"""

import sys
from importlib.resources import files
from importlib.resources.abc import Traversable

# The module object, not its name: a frozen application finds only the former.
_ROOT = files(sys.modules[__name__])


def data_file(name: str) -> Traversable:
    """One file of the sample's data, such as `observations.csv` (UTF-8, comma)."""
    return _ROOT / "data" / name


def font_files() -> tuple[Traversable, ...]:
    """The bundled fonts, the Latin ones first: Inter in three weights, then the Chinese, Japanese and Korean subset."""
    fonts = (entry for entry in (_ROOT / "fonts").iterdir() if entry.name.endswith((".ttf", ".otf")))
    return tuple(sorted(fonts, key=lambda entry: entry.name))


def citation_style(name: str) -> bytes:
    """The CSL file of one citation style, such as `apa`."""
    return (_ROOT / "csl" / f"{name}.csl").read_bytes()


def translation(language: str) -> Traversable:
    """The compiled catalogue of one language of the interface, such as `zh`."""
    return _ROOT / "translations" / f"{language}.qm"


def phrases() -> tuple[str, ...]:
    """The templates of the words that core and db make, `{name}` or `{0}` where a value stands."""
    lines = (_ROOT / "translations" / "phrases.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line.replace("\\n", "\n") for line in lines)


def icon(name: str) -> str:
    """The SVG text of one icon (24 × 24, drawn in `currentColor`), such as `undo-2`."""
    return (_ROOT / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def icon_names() -> tuple[str, ...]:
    """The names that `icon` knows, sorted."""
    entries = (entry.name for entry in (_ROOT / "icons").iterdir())
    return tuple(sorted(name.removesuffix(".svg") for name in entries if name.endswith(".svg")))
