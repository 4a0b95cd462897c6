"""Archived copies opened in the viewer of the system, at the place that a citation names.

Every opening writes the copy into a folder of its own under a safe name; the folder goes when the project is closed.
Nothing is run: only PDF, pages, pictures and text are written, and pages without their scripts.
"""

import shutil
import weakref
from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

from citeria_core.archived import ArchivedCopy
from citeria_core.errors import KnownError
from citeria_core.locator import fragment
from citeria_core.model import Citation
from citeria_db.archive import extracting
from citeria_desktop.language.phrases import error_words

if TYPE_CHECKING:
    from citeria_desktop.bridge import SessionBridge

Opened = Callable[[QUrl], object]


class CopyOpener:
    """Opens copies and addresses through `show`, which is the system's way unless a test says otherwise."""

    def __init__(self, bridge: "SessionBridge", show: Opened = QDesktopServices.openUrl) -> None:
        self._bridge = bridge
        self._show = show

    def open_copy(self, copy: ArchivedCopy, cited: Citation | None = None) -> None:
        """Open a copy, where `cited` points if it is given; what hinders it is told by the bridge."""
        folder = mkdtemp(prefix="citeria-")
        weakref.finalize(self._bridge, shutil.rmtree, folder, ignore_errors=True)  # a viewer may read it until then
        try:
            path = extracting.extract_to_look(self._bridge.session.project, copy, Path(folder))
        except KnownError as error:
            self._bridge.failed.emit(error_words(error))
            return
        url = QUrl.fromLocalFile(str(path))
        if cited is not None:
            url.setFragment(fragment(copy.mime, cited.locator, cited.quote), QUrl.ParsingMode.StrictMode)
        self._show(url)

    def open_citation(self, cited: Citation) -> bool:
        """Open what a citation cites: its newest copy, else its address, at the place; False if it has neither."""
        copies = self._bridge.session.project.copies.of(cited.source)
        if copies:
            self.open_copy(copies[-1], cited)
            return True
        address = self._bridge.session.project.sources.get(cited.source).url
        if not address:
            return False
        self.open_address(address, cited)
        return True

    def open_address(self, address: str, cited: Citation | None = None) -> None:
        """Open an address of the web at the place that a citation names; no other kind of address is opened."""
        url = QUrl(address)
        if url.scheme() not in ("http", "https"):
            self._bridge.failed.emit(_refusal(address))
            return
        if cited is not None and not url.hasFragment():
            mime = "application/pdf" if url.path().lower().endswith(".pdf") else "text/html"
            place = fragment(mime, cited.locator, cited.quote)
            if place:
                url.setFragment(place, QUrl.ParsingMode.StrictMode)
        self._show(url)


def _refusal(address: str) -> str:
    told = QCoreApplication.translate(
        "CopyOpener", "“{address}” is no address of the web and was not opened. Edit the source if it should be one."
    )
    return told.format(address=address)
