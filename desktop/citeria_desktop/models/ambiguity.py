"""The question that a typed number raises before it is stored, asked in the same way as the operation would read it."""

from citeria_core.errors import AmbiguousNumberError, KnownError
from citeria_core.model import Indicator, Observation
from citeria_core.period import UNDATED
from citeria_db.typed import typed


def ambiguity(text: str, indicator: Indicator) -> AmbiguousNumberError | None:
    """The two readings of `text` as a value of `indicator` where it has two, else None."""
    try:
        typed(Observation("", "", indicator.code, UNDATED, None), indicator, text, None)
    except AmbiguousNumberError as error:
        return error
    except KnownError:
        return None  # the operation says it, with its remedy
    return None
