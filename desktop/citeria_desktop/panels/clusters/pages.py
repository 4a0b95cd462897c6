"""The tabs of the clusters and the pages behind them; a page is filled when it is turned to."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget

from citeria_desktop.panels.clusters.agreement import AgreementPage
from citeria_desktop.panels.clusters.biplot import BiplotPage
from citeria_desktop.panels.clusters.choice import ChoicePage
from citeria_desktop.panels.clusters.page import ClusterPage
from citeria_desktop.panels.clusters.parallel import ParallelPage
from citeria_desktop.panels.clusters.peers import PeersPage
from citeria_desktop.panels.clusters.profile import ProfilePage
from citeria_desktop.panels.clusters.silhouette import SilhouettePage
from citeria_desktop.panels.clusters.stability import StabilityPage
from citeria_desktop.panels.clusters.tree import TreePage
from citeria_desktop.theme import Theme


class ClusterPages(QStackedWidget):
    """All pages, with the bar of `tabs` that turns them; `turned` tells that another one is in view."""

    turned = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tabs = QTabBar()
        self.tabs.setObjectName("Pages")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setAccessibleName(self.tr("Sides of the clusters"))
        self.agreement = AgreementPage(theme)
        made: tuple[ClusterPage, ...] = (
            TreePage(theme),
            BiplotPage(theme),
            ParallelPage(theme),
            SilhouettePage(theme),
            ProfilePage(theme),
            ChoicePage(theme),
            StabilityPage(theme),
            self.agreement,
            PeersPage(theme),
        )
        self.by_name = {page.name: page for page in made}
        for page in made:
            self.tabs.addTab(page.title())
            self.addWidget(page)
        self.tabs.currentChanged.connect(self._turn)

    def __iter__(self) -> Iterator[ClusterPage]:
        return iter(self.by_name.values())

    @property
    def page(self) -> ClusterPage:
        """The page in view."""
        page = self.currentWidget()
        assert isinstance(page, ClusterPage)
        return page

    def turn_to(self, name: str) -> None:
        """Turn to a page by its name; an unknown name turns nothing."""
        if name in self.by_name:
            self.tabs.setCurrentIndex(list(self.by_name).index(name))

    def _turn(self, at: int) -> None:
        self.setCurrentIndex(at)
        self.turned.emit()
