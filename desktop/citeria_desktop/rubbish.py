"""Python's garbage collector, kept to the window's thread and to moments in which nobody waits.

Left to itself it runs wherever objects are made: in the middle of an edit, where going over a large project takes
longer than the edit; or in a thread of the pool, where a widget that it frees is destroyed by the wrong thread, which
Qt does not survive. So it is switched off while the window is there, and asked for once a second.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QObject, QTimer

_EVERY_MS: Final = 1000
_DUE: Final = 20  # seconds with work, after which the next quiet one is taken for all objects
_OVERDUE: Final = 300  # seconds with work, after which no quiet one is waited for


class _Collector(QObject):
    """Looks through the newest objects after every second with work, and through all of them now and then."""

    def __init__(self) -> None:
        super().__init__()
        self._busy = 0  # seconds with work since all objects were looked through
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)
        self._timer.start(_EVERY_MS)

    def collect(self) -> None:
        """What one second asks for."""
        worked = gc.get_count()[0] > gc.get_threshold()[0]
        self._busy += worked
        if self._busy >= (_OVERDUE if worked else _DUE):
            self._busy = 0
            gc.collect()
        elif worked:
            gc.collect(1)


@contextmanager
def collected_in_quiet() -> Iterator[None]:
    """Within it rubbish is collected by the events of the calling thread alone."""
    collector = _Collector()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        collector.deleteLater()
