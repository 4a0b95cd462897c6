"""Counted things in English words."""

from citeria_desktop.language.phrases import say


def counted(count: int, one: str, many: str = "") -> str:
    """ "1 value", "1,200 values"; `many` where it is not `one` with an s."""
    return say(f"{count:,} {one if count == 1 else many or one + 's'}")
