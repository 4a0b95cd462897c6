"""What an area is called in the language of the interface, and beside it."""

from citeria_core.model import Area
from citeria_desktop.language.catalogue import ENGLISH, spoken

_BESIDE_ENGLISH = "zh"  # the script in which the areas of a Chinese index are looked for


def name_of(area: Area) -> str:
    """The name in the language of the interface, else in English, else the code."""
    return area.name(spoken())


def second_name(area: Area) -> str:
    """The name that stands beside it, smaller: the Chinese one in English, the English one elsewhere; "" without."""
    beside = area.names.get(_BESIDE_ENGLISH if spoken() == ENGLISH else ENGLISH, "")
    return "" if beside == name_of(area) else beside
