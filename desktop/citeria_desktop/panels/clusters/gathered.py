"""A page whose figure is gathered away from the window's thread: begun when it is in view, shown piece by piece."""

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtGui import QShowEvent

from citeria_desktop.panels.clusters.page import ChartPage
from citeria_desktop.panels.clusters.progress import Progress
from citeria_desktop.theme import Theme
from citeria_desktop.watched_job import WatchedJob

Pieces = Callable[[], Iterator[object]]


class GatheredPage(ChartPage):
    """Gathers anew when what it gathers about is something else; `found` has what was told last."""

    def __init__(self, theme: Theme) -> None:
        self.found: Any = None
        self._about: tuple[object, ...] | None = None  # what is being gathered about, or was
        super().__init__(theme)
        self.job = WatchedJob()
        self.job.advanced.connect(self._take)
        self.progress = Progress(self.job, self.doing())
        self.progress.wanted.connect(self._begin)
        self.column.insertWidget(1, self.progress)

    def doing(self) -> str:
        """What is done, in words, beside the bar of its progress."""
        raise NotImplementedError

    def about(self) -> tuple[object, ...] | None:
        """What has to be gathered about, as the study is now; None where there is nothing to gather."""
        raise NotImplementedError

    def pieces(self) -> Pieces:
        """The work, for any thread: an iterator of values with `done` and `total`, each saying more than the last."""
        raise NotImplementedError

    def begun_anew(self) -> None:
        """What was found is about something else now; a page may go on showing it until more is known."""

    def stop(self) -> None:
        """Gather no more."""
        self.job.cancel()
        self._about = None

    @property
    def busy(self) -> bool:
        """Whether it is being gathered."""
        return self.job.busy

    def refresh(self) -> None:
        """Begin anew when what is gathered about has changed."""
        about = self.about()
        if about is None:
            self.job.cancel()
            self.found = self._about = None
        elif self._about is None or not _same(about, self._about):
            self.job.cancel()
            self._about = None
            self.begun_anew()
            if self.isVisible():
                self._begin()
        super().refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin when the page comes into view."""
        super().showEvent(event)
        if self._about is None:
            self._begin()

    def _begin(self) -> None:
        about = self.about()
        if about is not None:
            self._about = about
            self.job.start(self.pieces())
            self.progress.begin()

    def _take(self, found: Any) -> None:
        self.found = found
        self.progress.show_progress(found.done, found.total)
        super().refresh()


def _same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """Results are the same only if they are one object; words if they say the same."""
    pairs = zip(one, other, strict=True)
    return all(left == right if isinstance(left, str) else left is right for left, right in pairs)
