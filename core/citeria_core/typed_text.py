"""Values as they would be typed: every digit kept, so that what is typed unchanged changes nothing."""

from typing import Final

from citeria_core.model import Qualifier

_SIGNS: Final = {**{sign: sign.value for sign in Qualifier}, Qualifier.EXACT: "", Qualifier.RANGE: ""}


def edit_text(value: float | None, text: str, qualifier: Qualifier, low: float | None, high: float | None) -> str:
    """A value with its qualifier; a range by its ends; without a number the text."""
    if qualifier is Qualifier.RANGE and low is not None and high is not None:
        return f"{plain_number(low)}–{plain_number(high)}"
    if value is None:
        return text
    sign = _SIGNS[qualifier]
    return f"{sign} {plain_number(value)}" if sign else plain_number(value)


def plain_number(value: float) -> str:
    """A number with all its digits and nothing between them."""
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
