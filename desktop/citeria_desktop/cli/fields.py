"""What arguments say about areas, indicators and nodes: names in a language, degrees, weights, directions, dates."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from citeria_core.errors import KnownError
from citeria_core.model import Status

DIRECTIONS: Final[Mapping[str, int]] = MappingProxyType({"+": 1, "-": -1, "0": 0})


class BadNameError(KnownError):
    """A name that says a language and no name."""

    code = "bad_name"
    template = "“{given}” names nothing. Write a name, or a language and a name, as in zh=武汉."


class BadNumberError(KnownError):
    """A number that an argument cannot be."""

    code = "bad_number"
    template = "“{given}” is no {what}. {advice}"


class BadStatusError(KnownError):
    """A kind of claim that there is not."""

    code = "bad_status"
    template = "“{given}” is no status. Use one of: {choices}."


def status(text: str) -> Status:
    """Read what kind of claim a value is."""
    if text not in set(Status):
        raise BadStatusError(given=text, choices=", ".join(Status))
    return Status(text)


def named(text: str) -> tuple[str, str]:
    """Read `zh=武汉` as a language and a name; a name alone is English."""
    language, mark, name = text.partition("=")
    if not mark or not (language.replace("-", "").isalpha() and language.isascii() and len(language) <= 12):
        language, name = "en", text
    if not name.strip():
        raise BadNameError(given=text)
    return language, name.strip()


def degrees(text: str | None, most: int) -> float | None:
    """Read a latitude or longitude of at most `most` degrees; nothing given, nothing known."""
    if text is None:
        return None
    return _number(text, "place on the globe", f"Give degrees from −{most} to {most}.", -most, most)


def _number(text: str, what: str, advice: str, least: float, most: float) -> float:
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not least <= value <= most:
        raise BadNumberError(given=text, what=what, advice=advice)
    return value


def weight(text: str) -> float:
    """Read a weight, relative among its siblings."""
    return _number(text, "weight", "Give a number of 0 or more.", 0.0, 1e300)


def date(text: str) -> list[int]:
    """Read a year, a month or a day as the parts of a CSL date."""
    parts = text.split("-")
    most = (9999, 12, 31)
    if len(parts) > 3 or not all(part.isascii() and part.isdigit() and len(part) <= 4 for part in parts):
        raise BadNumberError(given=text, what="date", advice="Write 2020, 2020-03 or 2020-03-31.")
    numbers = [int(part) for part in parts]
    if not all(1 <= number <= highest for number, highest in zip(numbers, most, strict=False)):
        raise BadNumberError(given=text, what="date", advice="Write 2020, 2020-03 or 2020-03-31.")
    return numbers
