"""The structure of a project: its areas, indicators, groupings and indices, a page each, every change one step."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from citeria_desktop.models import table_text
from citeria_desktop.models.provenance import Provenance
from citeria_desktop.panels.structure_pages import PAGES, StructurePages
from citeria_desktop.panels.view_header import ViewHeader
from citeria_desktop.picture.subject import Picture
from citeria_desktop.picture.table import TableDrawing
from citeria_desktop.theme import Theme
from citeria_desktop.views.view import State, View

if TYPE_CHECKING:
    from citeria_desktop.bridge import SessionBridge
    from citeria_desktop.panels.structure_areas import AreasPage
    from citeria_desktop.panels.structure_groups import GroupsPage
    from citeria_desktop.panels.structure_indicators import IndicatorsPage
    from citeria_desktop.panels.structure_indices import IndicesPage
    from citeria_desktop.panels.structure_page import StructurePage
    from citeria_desktop.session import Outcome

# values and what they are from, and what is kept beside the data: none of it shows here
_ELSEWHERE: Final = frozenset(
    {
        "observation",
        "observation_flag",
        "citation",
        "source",
        "archived_copy",
        "verdict",
        "note",
        "snapshot",
        "scenario",
    }
)


class StructureView(View):
    """One page at a time, chosen by chips or by Ctrl+Page Up and Ctrl+Page Down; each is made when it is turned to."""

    def __init__(self, bridge: "SessionBridge", theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(bridge, theme, parent)
        self.setAccessibleName(self.tr("Structure"))
        self._stale: set[str] = set()  # pages that have not heard of the last change
        self._uncounted = True  # whether the chips have not
        self._memories: dict[str, Mapping[str, object]] = {}  # of pages that are not made yet: folded and chosen
        self._page = next(iter(PAGES))
        self._words = {
            "areas": self.tr("Areas"),
            "indicators": self.tr("Indicators"),
            "groupings": self.tr("Groupings"),
            "indices": self.tr("Indices"),
        }
        self.pages = StructurePages(self._make)
        self.chips: dict[str, QPushButton] = {}
        self.stack = QStackedWidget()
        self.read_table = QPushButton(self.tr("Read a table…"))
        self._build()
        bridge.changed.connect(self._changed)

    def set_theme(self, theme: Theme) -> None:
        """Dress in another theme."""
        super().set_theme(theme)
        for page in self.pages.made.values():
            page.set_theme(theme)

    @property
    def page(self) -> "StructurePage":
        """The page that is shown."""
        return self.pages[self._page]

    @property
    def areas(self) -> "AreasPage":
        """The page of areas."""
        return cast("AreasPage", self.pages["areas"])

    @property
    def indicators(self) -> "IndicatorsPage":
        """The page of indicators."""
        return cast("IndicatorsPage", self.pages["indicators"])

    @property
    def groupings(self) -> "GroupsPage":
        """The page of groupings."""
        return cast("GroupsPage", self.pages["groupings"])

    @property
    def indices(self) -> "IndicesPage":
        """The page of indices."""
        return cast("IndicesPage", self.pages["indices"])

    def show_page(self, page: str) -> None:
        """Show one page, and put the caret where its next thing is named."""
        self._page = page
        self.chips[page].setChecked(True)
        if self.isVisible():
            self._catch_up()
        self.stack.setCurrentWidget(self.page)
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
        memories = {name: page.tree.memory() for name, page in self.pages.made.items()}
        return {"page": self._page, "trees": {**self._memories, **memories}}

    def restore(self, state: State) -> None:
        """Turn to the page again, folded and chosen as it was."""
        trees, page = state.get("trees"), state.get("page")
        held = trees.items() if isinstance(trees, dict) else ()
        self._memories = {name: memory for name, memory in held if name in PAGES and isinstance(memory, dict)}
        for name, made in self.pages.made.items():
            if name in self._memories:
                made.refresh()
                made.tree.recall(self._memories[name])
        if isinstance(page, str) and page in PAGES:
            self.show_page(page)

    def table_text(self) -> str:
        """The page in view, a row for each thing, those inside others indented."""
        return table_text.of_model(self.page.model)

    def picture(self) -> Picture:
        """The page in view, as far as it is unfolded."""
        drawing = TableDrawing(self.page.tree)
        return Picture(self.chips[self._page].text(), drawing, note=drawing.note)

    def settle(self) -> bool:
        """Store what is being typed; False when something could not be stored and is there to be mended."""
        for page in self.pages.made.values():
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
        return any(page.editing for page in self.pages.made.values())

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while nobody looked."""
        super().showEvent(event)
        self.show_page(self._page)

    def _build(self) -> None:
        header = ViewHeader(self.tr("Structure"))
        group = QButtonGroup(self)
        for name in PAGES:
            chip = QPushButton(self._words[name])
            chip.setProperty("kind", "chip")
            chip.setCheckable(True)
            chip.clicked.connect(lambda _checked=False, name=name: self._open(name))
            group.addButton(chip)
            header.add(chip)
            self.chips[name] = chip
        self.read_table.setEnabled(not self._bridge.session.project.read_only)
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
        self.chips[self._page].setChecked(True)

    def _make(self, name: str) -> "StructurePage":
        """A page, filled, folded and chosen as it was left."""
        page = PAGES[name](self._bridge, self._theme)
        page.dossier_wanted.connect(lambda: self.action_wanted.emit("cell_dossier"))
        self.stack.addWidget(page)
        page.refresh()
        page.tree.recall(self._memories.pop(name, {}))
        return page

    def _open(self, name: str) -> None:
        self.show_page(name)
        self.page.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self, step: int) -> None:
        names = list(PAGES)
        self._open(names[(names.index(self._page) + step) % len(names)])

    @Slot(object)
    def _changed(self, outcome: "Outcome") -> None:
        tables = outcome.changes.tables
        if tables and tables <= _ELSEWHERE:
            return
        self._stale, self._uncounted = set(self.pages.made), True
        if self.isVisible():
            self._catch_up()

    def _catch_up(self) -> None:
        """Show the page in view anew, and the counts of all; other pages wait until they are turned to."""
        if self._page in self._stale:
            self.page.refresh()
            self._stale.discard(self._page)
        if self._uncounted:
            self._count()

    def _count(self) -> None:
        self._uncounted, roster = False, self._bridge.session.roster
        counts = {
            "areas": len(roster.areas),
            "indicators": len(roster.indicators),
            "groupings": len(roster.groupings),
            "indices": len(roster.indices),
        }
        for name, count in counts.items():
            words = self._words[name]
            self.chips[name].setText(f"{words}  {count}" if count else words)
