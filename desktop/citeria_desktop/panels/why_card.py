"""Why an area moved: a card over a view, filled in the background; a changed value leads to its cell."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from citeria_desktop.jobs import LatestJob
from citeria_desktop.models import why_words as words
from citeria_desktop.panels.scrolled_column import ScrolledColumn
from citeria_desktop.pointing import CellLink

if TYPE_CHECKING:
    from citeria_core.model import Node
    from citeria_core.why import Why
    from citeria_desktop.bridge import SessionBridge

_WIDTH = 420
_MOST = 12  # changed inputs shown; the command line tells all


Work = Callable[[], "Why"]


@dataclass(frozen=True, slots=True)
class Told:
    """Words around a reason: the area's name, the two rankings as they follow a rank, and the names of all areas."""

    name: str
    then: str
    now: str
    names: Mapping[str, str]


class WhyCard(QFrame):
    """Opens with `ask`; Escape closes it and gives the focus back. `cell_wanted` is a changed value that was chosen."""

    cell_wanted = Signal(str, str)

    def __init__(self, bridge: "SessionBridge", around: QWidget) -> None:
        super().__init__(around)
        self._bridge = bridge
        self._around = around
        self._told = Told("", "", "", {})
        self.setProperty("card", "accent")
        self.setAccessibleName(self.tr("Why an area moved"))
        self.job = LatestJob()
        self.job.finished.connect(self._take)
        self.job.failed.connect(self._fail)
        bridge.jobs.watch(self.job)
        self.headline = QLabel()
        self.headline.setProperty("role", "strong")
        self.headline.setWordWrap(True)
        self.dismiss = QPushButton("×")
        self.dismiss.setProperty("kind", "ghost")
        self.dismiss.setAccessibleName(self.tr("Close"))
        self.dismiss.setToolTip(self.tr("Close (Esc)"))
        self.dismiss.clicked.connect(self.close_card)
        top = QHBoxLayout()
        top.addWidget(self.headline, 1)
        top.addWidget(self.dismiss, 0, Qt.AlignmentFlag.AlignTop)
        self.body = QWidget()
        self.body.setObjectName("Surface")
        self._rows = QVBoxLayout(self.body)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(8)
        self.pane = ScrolledColumn()
        self.pane.setWidget(self.body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.pane)
        self.hide()

    @property
    def text(self) -> str:
        """All that the card says, a line each."""
        return "\n".join(label.text() for label in self.findChildren(QLabel) if label.text())

    def ask(self, work: "Work | None", told: "Told") -> None:
        """Let `work` find out why, and open when it is known; without any, say that there is nothing to compare."""
        self._told = told
        if work is None:
            self.job.cancel()
            self._fail(self.tr("There is nothing to compare with here: take a snapshot, or change a value."))
        else:
            self.job.start(work)
            self._bridge.jobs.awaited(self.accessibleName(), self.job)

    def stop(self) -> None:
        """Drop what is under way."""
        self.job.cancel()

    @Slot()
    def close_card(self) -> None:
        """Hide, and give the focus back."""
        self.job.cancel()
        self.hide()
        self._around.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot(object)
    def _take(self, why: "Why") -> None:
        self._clear()
        index = self._bridge.session.index
        nodes: dict[str, Node] = {node.code: node for node in index.nodes} if index is not None else {}
        self.headline.setText(words.headline(why, self._told.name, self._told.then, self._told.now))
        self._show_ledger(words.ledger(why))
        lines = words.lines(why, self._told.names, nodes)
        if lines:
            self._section(self.tr("What changed, and what each does alone"))
        for line in lines[:_MOST]:
            self._show_line(line)
        if lines[_MOST:]:
            self._say(self.tr("And {count} more with less effect.").format(count=len(lines) - _MOST))
        for told in words.rest(why, self._told.names):
            self._say(told)
        self._rows.addStretch(1)
        self._open()

    @Slot(str)
    def _fail(self, told: str) -> None:
        if not told:  # it was stopped
            self.close_card()
            return
        self._clear()
        self.headline.setText(told)
        self._open()

    def _show_ledger(self, rows: tuple[tuple[str, str, str], ...]) -> None:
        if not rows:
            return
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        for column, title in enumerate(("", self.tr("places"), self.tr("points"))):
            head = QLabel(title)
            head.setProperty("role", "small")
            grid.addWidget(head, 0, column, Qt.AlignmentFlag.AlignRight)
        for at, row in enumerate(rows, 1):
            for column, text in enumerate(row):
                label = QLabel(text)
                label.setProperty("role", "strong" if len(rows) > 1 and at == len(rows) else "")
                side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
                grid.addWidget(label, at, column, side)
        grid.setColumnStretch(0, 1)
        holder = QWidget()
        holder.setLayout(grid)
        grid.setContentsMargins(0, 0, 0, 0)
        self._rows.addWidget(holder)

    def _show_line(self, line: words.Line) -> None:
        holder = QWidget()
        row = QGridLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setVerticalSpacing(0)
        what: QLabel | CellLink
        if line.cell is None:
            what = QLabel(line.what)
        else:
            what = CellLink(line.what, line.cell, self.tr("Go to {value}").format(value=line.what))
            what.setToolTip(self.tr("Go to the value"))
            what.wanted.connect(self.cell_wanted)
        below = QLabel(f"{line.values} · {line.effect}")
        below.setProperty("role", "small")
        below.setWordWrap(True)
        row.addWidget(what, 0, 0, Qt.AlignmentFlag.AlignLeft)
        row.addWidget(below, 1, 0)
        self._rows.addWidget(holder)

    def _section(self, text: str) -> None:
        label = QLabel(text)
        label.setProperty("role", "small")
        self._rows.addWidget(label)

    def _say(self, text: str) -> None:
        label = QLabel(text)
        label.setWordWrap(True)
        label.setProperty("role", "muted")
        self._rows.addWidget(label)

    def _clear(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _open(self) -> None:
        """At the right edge, as high as the words need, never higher than the view."""
        frame = self._around.rect()
        width = min(_WIDTH, frame.width() - 16)
        self.pane.setVisible(self._rows.count() > 0)
        self.body.adjustSize()
        self.headline.setFixedWidth(width - 72)
        wanted = self.body.sizeHint().height() + self.headline.heightForWidth(width - 72) + 48
        self.setFixedSize(width, min(wanted, frame.height() - 64))
        self.move(frame.topRight() + QPoint(-width - 8, 52))
        self.show()
        self.raise_()
        self.dismiss.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes; arrows move between the values."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_card()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Escape from shortcuts of the window."""
        pressed = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if pressed and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)
