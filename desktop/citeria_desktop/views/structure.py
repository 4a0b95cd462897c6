"""The structure of a project: its areas, indicators, groupings and indices, a page each, every change one step."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from citeria_desktop.models import table_text
from citeria_desktop.models.provenance import Provenance
from citeria_desktop.panels.structure_areas import AreasPage
from citeria_desktop.panels.structure_groups import GroupsPage
from citeria_desktop.panels.structure_indicators import IndicatorsPage
from citeria_desktop.panels.structure_indices import IndicesPage
from citeria_desktop.panels.structure_page import StructurePage
from citeria_desktop.panels.view_header import ViewHeader
from citeria_desktop.picture.subject import Picture
from citeria_desktop.picture.table import TableDrawing
from citeria_desktop.theme import Theme
from citeria_desktop.views.view import State, View

if TYPE_CHECKING:
    from citeria_desktop.bridge import SessionBridge
    from citeria_desktop.session import Outcome

PAGES: Final = ("areas", "indicators", "groupings", "indices")


class StructureView(View):
    """One page at a time, chosen by chips or by Ctrl+Page Up and Ctrl+Page Down."""

    def __init__(self, bridge: "SessionBridge", theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(bridge, theme, parent)
        self.setAccessibleName(self.tr("Structure"))
        self._stale: set[str] = set()  # pages that have not heard of the last change
        self.areas = AreasPage(bridge, theme)
        self.indicators = IndicatorsPage(bridge, theme)
        self.groupings = GroupsPage(bridge, theme)
        self.indices = IndicesPage(bridge, theme)
        self.pages: dict[str, StructurePage] = {
            "areas": self.areas,
            "indicators": self.indicators,
            "groupings": self.groupings,
            "indices": self.indices,
        }
        self.chips: dict[str, QPushButton] = {}
        self.stack = QStackedWidget()
        self.read_table = QPushButton(self.tr("Read a table…"))
        self._build()
        self._refresh()
        bridge.changed.connect(self._changed)

    def set_theme(self, theme: Theme) -> None:
        """Dress in another theme."""
        super().set_theme(theme)
        for page in self.pages.values():
            page.set_theme(theme)

    @property
    def page(self) -> StructurePage:
        """The page that is shown."""
        return self.pages[PAGES[self.stack.currentIndex()]]

    def show_page(self, page: str) -> None:
        """Show one page, and put the caret where its next thing is named."""
        self.chips[page].setChecked(True)
        if page in self._stale and self.isVisible():
            self._refresh_page(page)
        self.stack.setCurrentWidget(self.pages[page])
        self.setFocusProxy(self.page)

    def pointed_at(self) -> tuple[str, str]:
        """The chosen area, or the selected area's value of the chosen indicator or part of an index."""
        session, area = self._bridge.session, self._bridge.area
        match self.page.tree.key:
            case ("area", code) | ("member", _, _, code):
                return code, ""
            case ("indicator", code):
                return area, code
            case ("node", index, node) if session.index is not None and index == session.index.code:
                return area, Provenance(session).cell(area, node)
        return super().pointed_at()

    def state(self) -> dict[str, object]:
        """The page, and of each what is folded and chosen."""
        trees = {name: page.tree.memory() for name, page in self.pages.items()}
        return {"page": PAGES[self.stack.currentIndex()], "trees": trees}

    def restore(self, state: State) -> None:
        """Turn to the page again, folded and chosen as it was."""
        trees, page = state.get("trees"), state.get("page")
        for name, one in self.pages.items():
            held = trees.get(name) if isinstance(trees, dict) else None
            if isinstance(held, dict):
                one.refresh()
                one.tree.recall(held)
        if isinstance(page, str) and page in self.pages:
            self.show_page(page)

    def table_text(self) -> str:
        """The page in view, a row for each thing, those inside others indented."""
        return table_text.of_model(self.page.model)

    def picture(self) -> Picture:
        """The page in view, as far as it is unfolded."""
        drawing = TableDrawing(self.page.tree)
        return Picture(self.chips[PAGES[self.stack.currentIndex()]].text(), drawing, note=drawing.note)

    def settle(self) -> bool:
        """Store what is being typed; False when something could not be stored and is there to be mended."""
        for page in self.pages.values():
            page.settle()
        return not self.editing

    def hindrance(self) -> str:
        """Store what is being typed; why it cannot be stored."""
        if self.settle():
            return ""
        return self.tr("Something typed into the structure is not stored yet: mend it, or leave it with Esc.")

    @property
    def editing(self) -> bool:
        """Whether somebody is in the middle of typing."""
        return any(page.editing for page in self.pages.values())

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while nobody looked."""
        super().showEvent(event)
        if self._stale:
            self._refresh()

    def _build(self) -> None:
        header = ViewHeader(self.tr("Structure"))
        words = {
            "areas": self.tr("Areas"),
            "indicators": self.tr("Indicators"),
            "groupings": self.tr("Groupings"),
            "indices": self.tr("Indices"),
        }
        group = QButtonGroup(self)
        for name, page in self.pages.items():
            chip = QPushButton(words[name])
            chip.setProperty("kind", "chip")
            chip.setCheckable(True)
            chip.clicked.connect(lambda _checked=False, name=name: self._open(name))
            group.addButton(chip)
            header.add(chip)
            self.chips[name] = chip
            self.stack.addWidget(page)
            page.dossier_wanted.connect(lambda: self.action_wanted.emit("cell_dossier"))
        self.read_table.clicked.connect(lambda: self.action_wanted.emit("read_table"))
        header.add_right(self.read_table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(self.stack, 1)
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            turn = QShortcut(QKeySequence(keys), self)
            turn.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            turn.activated.connect(lambda step=step: self._turn(step))
        self.show_page("areas")

    def _open(self, name: str) -> None:
        self.show_page(name)
        self.page.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self, step: int) -> None:
        self._open(PAGES[(self.stack.currentIndex() + step) % len(PAGES)])

    @Slot(object)
    def _changed(self, outcome: "Outcome") -> None:
        self._stale = set(PAGES)
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        """Show the page in view anew, and the counts of all; other pages wait until they are turned to."""
        project = self._bridge.session.project
        self._refresh_page(PAGES[self.stack.currentIndex()])
        self.read_table.setEnabled(not project.read_only)
        counts = (
            ("areas", self.tr("Areas"), len(project.areas.all())),
            ("indicators", self.tr("Indicators"), len(project.indicators.all())),
            ("groupings", self.tr("Groupings"), len(project.groupings.all())),
            ("indices", self.tr("Indices"), len(project.indices.all())),
        )
        for name, words, count in counts:
            self.chips[name].setText(f"{words}  {count}" if count else words)

    def _refresh_page(self, name: str) -> None:
        self._stale.discard(name)
        self.pages[name].refresh()
