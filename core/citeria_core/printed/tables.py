"""How the tables of words are written: a meaning, and behind it every word for it."""

from collections.abc import Mapping
from typing import TypeVar

Meaning = TypeVar("Meaning")


def by_word(table: Mapping[Meaning, str]) -> dict[str, Meaning]:
    """Turn `{3: "three три"}` into `{"three": 3, "три": 3}`."""
    return {word: meaning for meaning, words in table.items() for word in words.split()}
