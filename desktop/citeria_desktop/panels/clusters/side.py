"""The list of clusters beside every page, and what can be done with the areas marked in it."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from citeria_desktop.models.cluster_list import ClusterList
from citeria_desktop.panels.cluster_list import ClusterListView
from citeria_desktop.theme import Theme


class ClusterSide(QWidget):
    """Asks for what its buttons and the list want; `move_wanted` tells the position of a group, None for no group."""

    move_wanted = Signal(object, object)  # areas, position
    group_wanted = Signal()
    keep_wanted = Signal()
    dossier_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ClusterSide")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = ClusterList(self)
        self.model.move_wanted.connect(self.move_wanted)
        self.list = ClusterListView(self.model, theme)
        self.list.setAccessibleName(self.tr("Clusters and their areas"))
        self.list.menu_wanted.connect(self._open_menu)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self.name = QLabel()
        self.name.setProperty("role", "section")
        self.name.setWordWrap(True)
        self.move_button = self._button(self.tr("Move to group"))
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.move_button.setMenu(self.menu)
        self.group_button = self._button(self.tr("New group…"))
        self.group_button.clicked.connect(self.group_wanted)
        self.keep_button = self._button(self.tr("Save as grouping…"))
        self.keep_button.clicked.connect(self.keep_wanted)
        self.keep_button.setEnabled(False)
        self._build()

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("kind", "small")
        return button

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 10, 12, 4)
        head.addWidget(self.name, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 6, 12, 10)
        foot.setSpacing(8)
        for button in (self.move_button, self.group_button, self.keep_button):
            foot.addWidget(button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        self.show_name("", kept=True)

    def show_name(self, name: str, *, kept: bool) -> None:
        """Name the set above its list; one that can be `kept` as a grouping has the button for it."""
        self.name.setText(name)
        self.keep_button.setVisible(kept)
        self.move_button.setVisible(not kept)
        self.group_button.setVisible(not kept)
        self._enable()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.list.set_theme(theme)

    def _enable(self) -> None:
        can = self.model.writable and bool(self.list.areas)
        for button in (self.move_button, self.group_button):
            button.setEnabled(can)
            button.setToolTip("" if can else self.tr("Select areas in the list first"))

    def _fill_menu(self) -> None:
        self.menu.clear()
        for cluster in self.model.held.clusters:
            self._add(cluster.name, cluster.position)
        self.menu.addSeparator()
        self._add(self.tr("In no cluster"), None)

    def _add(self, name: str, position: int | None) -> None:
        action = self.menu.addAction(name.replace("&", "&&"))
        action.triggered.connect(lambda: self.move_wanted.emit(self.list.areas, position))

    def _open_menu(self, place: QPoint) -> None:
        self._fill_menu()
        self.menu.addSeparator()
        self.menu.addAction(self.tr("New group…")).triggered.connect(self.group_wanted)
        self.menu.addAction(self.tr("Cell dossier")).triggered.connect(self.dossier_wanted)
        self.menu.popup(place)
