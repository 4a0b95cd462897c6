"""The strip above the pages: which set of clusters is looked at, how many are computed, what is under way."""

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QSpinBox, QToolButton, QWidget

from citeria_desktop.panels.chooser import Chooser
from citeria_desktop.panels.view_header import ViewHeader


class ClusterHead(ViewHeader):
    """`set_wanted` tells the key of a set, `k_wanted` a number of clusters."""

    set_wanted = Signal(str)
    k_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.title.setText(self.tr("Clusters"))
        self.sets = Chooser()
        self.sets.setAccessibleName(self.tr("Set of clusters in view"))
        self.sets.setToolTip(
            self.tr("Groups that people gave, or clusters that a method finds in normalised values × √weight")
        )
        self.sets.setMinimumWidth(190)
        self.sets.activated.connect(lambda at: self.set_wanted.emit(str(self.sets.itemData(at))))
        self.count = QSpinBox()
        self.count.setPrefix("k = ")
        self.count.setRange(2, 2)
        self.count.setKeyboardTracking(False)
        self.count.setFixedWidth(76)
        self.count.lineEdit().setTextMargins(6, 0, 0, 0)
        self.count.setAccessibleName(self.tr("Number of computed clusters"))
        self.count.setToolTip(self.tr("How many clusters are computed: ↑ ↓ here, + − in the tree, or drag its cut"))
        self.count.valueChanged.connect(self.k_wanted)
        self.fewer = _step("−", self.tr("One cluster fewer"), self.count.stepDown)
        self.more = _step("+", self.tr("One cluster more"), self.count.stepUp)
        self.told = QLabel()
        self.told.setProperty("role", "small")
        for widget in (self.sets, self.count, self.fewer, self.more, self.told):
            self.add(widget)
        self.list = QPushButton(self.tr("List"))
        self.list.setCheckable(True)
        self.list.setChecked(True)
        self.list.setProperty("kind", "chip")
        self.list.setToolTip(self.tr("Show or hide the list of clusters and their areas"))
        self.add_right(self.list)

    def offer(self, sets: list[tuple[str, str]], chosen: str) -> None:
        """The sets that can be looked at."""
        with QSignalBlocker(self.sets):
            self.sets.clear()
            for key, name in sets:
                self.sets.addItem(name, key)
            self.sets.setCurrentIndex(self.sets.findData(chosen))

    def show_count(self, k: int, most: int, *, computed: bool) -> None:
        """The number of clusters of a computed set; a given one has none to choose."""
        with QSignalBlocker(self.count):
            self.count.setRange(2, most)
            self.count.setValue(k)
        for widget in (self.count, self.fewer, self.more):
            widget.setVisible(computed)


def _step(text: str, name: str, step: Callable[[], None]) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setFixedWidth(30)
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.clicked.connect(step)
    return button
