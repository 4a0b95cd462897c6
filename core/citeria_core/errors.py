"""What can go wrong that a person can mend, as classes with a code and parameters.

The words for people stand here and nowhere else: every template says what happened, why, and what to do.
A front may translate by `code` and `params`. A bug is any other exception.
"""

from collections.abc import Iterable
from typing import ClassVar


class KnownError(Exception):
    """Something that the person at the keyboard can mend.

    `params` are the values that the words name. `str()` gives the English words.
    """

    code: ClassVar[str] = "known"
    template: ClassVar[str] = "{message}"

    def __init__(self, **params: object) -> None:
        super().__init__(params)
        self.params = params

    def __str__(self) -> str:
        return self.template.format(**self.params)


class CombinedError(KnownError):
    """Everything that is wrong with one input, reported at once, a line each."""

    code = "several"

    def __init__(self, errors: Iterable[KnownError]) -> None:
        super().__init__()
        self.errors = tuple(errors)

    def __str__(self) -> str:
        return "\n".join(str(error) for error in self.errors)


class BadPeriodError(KnownError):
    """A period that is none of the five forms."""

    code = "bad_period"
    template = "“{text}” is not a period. Write 2020, 2020-03, 2020-Q3, 2018/2019 or undated."


class AmbiguousNumberError(KnownError):
    """A number whose one comma or point may separate thousands or decimals."""

    code = "ambiguous_number"
    template = (
        "“{text}” may mean {first} or {second}. Say how it is written: "
        "`--locale {first_locale}` reads {first}, `--locale {second_locale}` reads {second}."
    )


class SeveralReadingsError(KnownError):
    """A printed number with several readings that no locale settles."""

    code = "several_readings"
    template = "“{text}” may mean {readings}. Write it so that one is left, for example with the code of its currency."


class UnreadableNumberError(KnownError):
    """A text that no rule reads as one finite number."""

    code = "unreadable_number"
    template = (
        "“{text}” cannot be read as a number. Write one such as 1234.5, 12 %, > 5000, ~ 3 or 10–20; "
        "if there is no value, record the reason why it is missing instead."
    )


class UnitMismatchError(KnownError):
    """A printed unit or currency that is not the indicator's."""

    code = "unit_mismatch"
    template = (
        "“{text}” is in {given}, but {indicator} is in {unit}. Nothing was converted."
        " Give the value in {unit}; a number alone is read as {unit}."
    )


class OpenScaleError(KnownError):
    """A printed unit without a multiplier, where the indicator's unit has one."""

    code = "open_scale"
    template = (
        "“{text}” may be meant as it stands or in {unit}, the unit of {indicator}."
        " Type the number alone if it is in {unit}, or write its multiplier (thousand, million, billion) beside it."
    )


class PeriodMismatchError(KnownError):
    """A printed period that is not the cell's."""

    code = "period_mismatch"
    template = (
        "“{text}” is a value of {given}, but the cell is that of {period}."
        " Enter it under {given}, or leave {given} out."
    )


class UnknownLocaleError(KnownError):
    """A locale whose way of writing numbers is not known here."""

    code = "unknown_locale"
    template = "How numbers are written in the locale “{locale}” is not known. Use one of: {known}."


def raise_all(errors: Iterable[KnownError]) -> None:
    """Raise the one error, or all of them as `CombinedError`; with none, return."""
    found = tuple(errors)
    if len(found) == 1:
        raise found[0]
    if found:
        raise CombinedError(found)
