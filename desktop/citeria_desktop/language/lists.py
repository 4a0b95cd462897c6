"""Names, clauses and sentences side by side, as the language of the interface parts them."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication


def names(parts: Iterable[str]) -> str:
    """Names, or other short words, in a row; empty ones are left out."""
    return QCoreApplication.translate("Lists", ", ", "between names").join(filter(None, parts))


def clauses(parts: Iterable[str]) -> str:
    """Parts of a sentence that each say something, in a row; empty ones are left out."""
    return QCoreApplication.translate("Lists", ", ", "between clauses").join(filter(None, parts))


def statements(parts: Iterable[str]) -> str:
    """What stands a little further apart than clauses, in a row; empty ones are left out."""
    return QCoreApplication.translate("Lists", "; ").join(filter(None, parts))


def sentences(parts: Iterable[str]) -> str:
    """Whole sentences in a row, with a space between them where the full stop does not bring its own."""
    told = ""
    for part in filter(None, parts):
        told += f" {part}" if told and not told.endswith("。") else part
    return told
