"""What was chosen for a picture: format, size, scale and colours; as text in the settings and on the command line."""

import json
import re
from dataclasses import asdict, dataclass, fields
from typing import Final

from citeria_core.errors import KnownError

PER_MM: Final = 96 / 25.4  # logical pixels
LEAST, MOST = 120.0, 30_000.0  # pixels that a picture may be wide or high
SCALES: Final = (1, 2, 3, 4)
AS_SHOWN: Final = ""  # the theme that the window wears
_LENGTH: Final = re.compile(r"(\d+(?:\.\d+)?)\s*(px|mm)?", re.ASCII)


class LengthError(KnownError):
    """A width or height that is no length or out of bounds."""

    code = "length"
    template = (
        "“{text}” is no {what} of a picture. Give pixels or millimetres, such as 1200 or 180mm: {least} to {most} px."
    )


@dataclass(frozen=True, slots=True)
class Preset:
    """A size by its name, in pixels; without a height as high as the content needs."""

    name: str
    width: float
    height: float | None
    unit: str = "px"


PRESETS: Final = (
    Preset("screen", 1100, None),
    Preset("slide", 1280, 720),
    Preset("a4", 210 * PER_MM, 297 * PER_MM, "mm"),
    Preset("a4_across", 297 * PER_MM, 210 * PER_MM, "mm"),
    Preset("column", 90 * PER_MM, None, "mm"),
    Preset("page", 180 * PER_MM, None, "mm"),
)


@dataclass(frozen=True, slots=True)
class Choices:
    """Lengths in logical pixels; `height` None is as high as the content needs; `unit` is how people see lengths."""

    format: str = "png"
    width: float = 1100.0
    height: float | None = None
    unit: str = "px"
    scale: int = 2
    theme: str = AS_SHOWN

    def to_json(self) -> str:
        """As the settings keep it."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> "Choices":
        """What `to_json` gave; anything else gives the defaults."""
        try:
            held = json.loads(text)
            known = {field.name: held[field.name] for field in fields(cls)}
        except (ValueError, TypeError, KeyError):
            return cls()
        return cls(**known) if _sound(known) else cls()


def length(text: str, what: str) -> float:
    """Pixels of a text such as "1200", "1200px" or "180mm"; `LengthError` says of `what` it is none."""
    found = _LENGTH.fullmatch(text.strip().lower())
    pixels = float(found[1]) * (PER_MM if found[2] == "mm" else 1.0) if found is not None else 0.0
    if not LEAST <= pixels <= MOST:
        raise LengthError(text=text, what=what, least=round(LEAST), most=round(MOST))
    return pixels


def _sound(known: dict[str, object]) -> bool:
    width, height = known["width"], known["height"]
    return (
        known["format"] in ("svg", "pdf", "png")
        and isinstance(width, int | float)
        and LEAST <= width <= MOST
        and (height is None or (isinstance(height, int | float) and LEAST <= height <= MOST))
        and known["unit"] in ("px", "mm")
        and known["scale"] in SCALES
        and isinstance(known["theme"], str)
    )
