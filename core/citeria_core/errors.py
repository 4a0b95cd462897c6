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


def raise_all(errors: Iterable[KnownError]) -> None:
    """Raise the one error, or all of them as `CombinedError`; with none, return."""
    found = tuple(errors)
    if len(found) == 1:
        raise found[0]
    if found:
        raise CombinedError(found)
