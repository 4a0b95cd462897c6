"""Mistakes of the program, written to a file that can be sent: nobody sees a terminal behind a window."""

import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal

_MOST_BYTES: Final = 1_000_000  # then the file is begun anew


class _Mistakes(QObject):
    """Brings what happens in any thread to that of the window."""

    happened = Signal(object)  # Path of the file


@contextmanager
def written(file: Path, told: Callable[[Path], None]) -> Iterator[None]:
    """Within it, an exception that nothing catches is added to `file`, and `told` is called with it; each one once.

    Qt goes on after an exception in a slot, so this is the only trace of it. It is printed as well, as without this.
    """
    mistakes, before, seen = _Mistakes(), sys.excepthook, set[str]()
    mistakes.happened.connect(told, Qt.ConnectionType.QueuedConnection)  # it may have happened while painting

    def take(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        before(kind, error, trace)
        words = "".join(traceback.format_exception(kind, error, trace))
        if words in seen or not issubclass(kind, Exception):  # Ctrl+C in a terminal is no mistake
            return
        seen.add(words)
        with suppress(OSError):  # a full disk must not hide what happened
            _add(file, words)
        mistakes.happened.emit(file)

    sys.excepthook = take
    try:
        yield
    finally:
        sys.excepthook = before


def _add(file: Path, words: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    grown = file.exists() and file.stat().st_size > _MOST_BYTES
    with file.open("w" if grown else "a", encoding="utf-8") as held:
        held.write(f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC\n{words}\n")
