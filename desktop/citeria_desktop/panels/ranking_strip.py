"""The strip above the ranking: how bars are laid, and what else can be chosen, each a chip with a key or a menu.

It holds the chips and says what was chosen; what a choice does is decided by the view.
"""

from functools import partial

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QMenu, QPushButton, QWidget

from citeria_desktop.painting.alignments import Alignment
from citeria_desktop.panels.overflow_line import HEIGHT, OverflowLine

Choice = tuple[str, str]  # what it is, and its name


class RankingStrip(OverflowLine):
    """Chips in a line."""

    laid = Signal(str, str)  # an alignment; the part of the base line, or what bars are compared with
    filtering = Signal(bool)
    labelled = Signal(bool)
    overviewed = Signal(bool)
    back_wanted = Signal()  # the order and filters of before
    sought = Signal(str, bool)  # a text to find, and whether it is the next hit that is wanted
    menu_wanted = Signal(str, object)  # "sort", "weights" or "columns", and the menu to fill

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(8, 8, parent)
        self.chips: dict[Alignment, QPushButton] = {}
        self._choices: dict[Alignment, QMenu] = {}
        self._offered: dict[Alignment, list[Choice]] = {}
        self._held = Alignment.STACKED
        group = QButtonGroup(self)
        for number, (alignment, name, told) in enumerate(self._alignments(), 1):
            button = self._chip(name, told + "\n" + self.tr("Alt+{key}").format(key=number))
            button.setCheckable(True)
            QShortcut(QKeySequence(f"Alt+{number}"), self, button.click)  # also where the chip has no room
            group.addButton(button)
            self.chips[alignment] = button
            if alignment in (Alignment.BASELINE, Alignment.DIFFERENCE):
                menu = QMenu(button)
                menu.aboutToHide.connect(self._show_held)
                self._choices[alignment] = menu
                self.add(button, menu=menu)
                button.clicked.connect(partial(self.open, menu, button))
            else:
                self.add(button)
                button.clicked.connect(partial(self.laid.emit, alignment.value, ""))
        self.chips[Alignment.STACKED].setChecked(True)
        self.filter = self._toggle(self.tr("filter"), self.tr("Choose which areas stand here"), self.filtering)
        self._menu_chip("sort", self.tr("sort"), self.tr("Sort by one column or by several"))
        self._menu_chip("weights", self.tr("weights"), self.tr("Who gives what a part gains; equal weights; reset"))
        self._menu_chip("columns", self.tr("columns"), self.tr("Show, hide and move columns"))
        self.labels = self._toggle(self.tr("values"), self.tr("Write the numbers into the bars"), self.labelled)
        self.overview = self._toggle(
            self.tr("overview"), self.tr("Shrink the rows until all of them fit; selected ones stay"), self.overviewed
        )
        self.seek = QLineEdit()
        self.seek.setPlaceholderText(self.tr("Find an area"))
        self.seek.setAccessibleName(self.tr("Find an area; Enter goes to the next one"))
        self.seek.setClearButtonEnabled(True)
        self.seek.setFixedSize(150, HEIGHT)
        self.seek.textEdited.connect(lambda text: self.sought.emit(text, False))
        self.seek.returnPressed.connect(lambda: self.sought.emit(self.seek.text(), True))
        self.add(self.seek, kept=True)
        QShortcut(QKeySequence("Ctrl+Alt+Z"), self, self.back_wanted.emit)

    def offer(self, alignment: Alignment, choices: list[Choice]) -> None:
        """What can be chosen with an alignment: a part, or what to compare with."""
        if self._offered.get(alignment) == choices:  # a frame of a drag has no time to fill menus
            return
        self._offered[alignment] = choices
        menu = self._choices[alignment]
        menu.clear()
        for value, name in choices:
            menu.addAction(name.replace("&", "&&"), partial(self.laid.emit, alignment.value, value))

    def show_look(self, alignment: Alignment) -> None:
        """The alignment that holds."""
        self._held = alignment
        self._show_held()

    def _show_held(self) -> None:
        """A menu that was left without a choice changes nothing."""
        self.chips[self._held].setChecked(True)

    def _chip(self, name: str, told: str) -> QPushButton:
        button = QPushButton(name)
        button.setProperty("kind", "chip")
        button.setFixedHeight(HEIGHT)
        button.setToolTip(told)
        button.setAccessibleName(f"{name}: {told.splitlines()[0]}")
        return button

    def _toggle(self, name: str, told: str, signal: SignalInstance) -> QPushButton:
        button = self._chip(name, told)
        button.setCheckable(True)
        button.toggled.connect(signal)
        self.add(button)
        return button

    def _menu_chip(self, kind: str, name: str, told: str) -> None:
        button = self._chip(f"{name} ▾", told)
        menu = QMenu(button)
        menu.aboutToShow.connect(partial(self.menu_wanted.emit, kind, menu))
        button.clicked.connect(partial(self.open, menu, button))
        self.add(button, menu=menu)

    def _alignments(self) -> tuple[tuple[Alignment, str, str], ...]:
        return (
            (Alignment.STACKED, self.tr("stacked"), self.tr("Parts one behind the other: the whole is the score")),
            (Alignment.ALIGNED, self.tr("aligned"), self.tr("Every part in its own lane, under its name")),
            (Alignment.ORDERED, self.tr("by size"), self.tr("The largest part of each area first")),
            (Alignment.BASELINE, self.tr("base line ▾"), self.tr("One part of all areas begins at the same line")),
            (
                Alignment.DIFFERENCE,
                self.tr("against ▾"),
                self.tr("What each part has more or less than another area, or than a mean"),
            ),
        )
