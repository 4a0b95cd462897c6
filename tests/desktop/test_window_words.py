"""A window never tells anybody to type an option of a command."""

from collections.abc import Iterator

from citeria_core.errors import AmbiguousNumberError, KnownError
from citeria_db.exchange.tables_in import TableError
from citeria_db.loading_values import NoPeriodError
from citeria_desktop.language.phrases import error_words
from citeria_desktop.language.window_words import WORDS


def kinds(kind: type[KnownError] = KnownError) -> Iterator[type[KnownError]]:
    yield kind
    for narrower in kind.__subclasses__():
        yield from kinds(narrower)


def test_every_error_that_names_an_option_has_words_for_the_window() -> None:
    shared = ("citeria_core", "citeria_db")
    naming = {kind.code for kind in kinds() if "--" in kind.template and kind.__module__.startswith(shared)}
    assert naming
    assert naming <= set(WORDS)
    assert not [words for words in WORDS.values() if "--" in words]


def test_an_error_inside_another_is_said_in_words_of_the_window_too() -> None:
    ambiguous = AmbiguousNumberError(text="1,234", first="1234", second="1.234", first_locale="en", second_locale="de")
    error = TableError(file="t.csv", row="row 2", column="value", problem=ambiguous)
    assert "--locale en" in str(error)
    told = "t.csv, row 2, column value: “1,234” may mean 1234 or 1.234. Choose how its numbers are written."
    assert error_words(error) == told


def test_a_table_without_a_period_names_the_line_to_fill_in() -> None:
    error = TableError(file="t.csv", row="row 2", column="period", problem=NoPeriodError())
    assert error_words(error).endswith("fill in “Period, where the table has none”")
