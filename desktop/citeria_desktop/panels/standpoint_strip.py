"""Where the ranking is looked at from: the snapshot its changes are counted against, the scenario it is shown under.

What is chosen is the session's (`Looks`), so that every ranking in view shows the same; what is kept, renamed, adopted
or deleted here is one step each.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QWidget

from citeria_core.scenario import Scenario
from citeria_db import scenario_operations, snapshot_operations
from citeria_db.changes import Changes
from citeria_db.store import Project
from citeria_desktop.models import ranking_words as words
from citeria_desktop.panels.chooser import Chooser
from citeria_desktop.panels.name_card import NameCard
from citeria_desktop.panels.overflow_line import HEIGHT, OverflowLine

if TYPE_CHECKING:
    from citeria_core.intervals import Intervals
    from citeria_desktop.bridge import SessionBridge

_Arguments = ParamSpec("_Arguments")
_WIDE = 170
_RIVAL = "\0"  # before the name of a scenario among snapshots


class StandpointStrip(OverflowLine):
    """`paths` and `intervals` switch what stands beside the ranks; `around` is where cards open."""

    paths = Signal(bool)
    intervals = Signal(bool)
    what_if_wanted = Signal()
    verify_wanted = Signal()

    def __init__(self, bridge: "SessionBridge", around: QWidget) -> None:
        super().__init__(0, 8, around)
        self._bridge = bridge
        self._around = around
        self.against = self._chooser(self.tr("What changes are counted against"))
        self.against.activated.connect(self._measure)
        self.snapshots = self._chip(self.tr("snapshot ▾"), self.tr("Take, rename or delete a snapshot"))
        self.snapshot_menu = self._menu_of(self.snapshots)
        self.snapshot_menu.aboutToShow.connect(self._fill_snapshots)
        self.scenario = self._chooser(self.tr("What the ranking is shown under"))
        self.scenario.activated.connect(lambda _: self._choose(str(self.scenario.currentData() or "")))
        self.scenarios = self._chip(self.tr("scenario ▾"), self.tr("Keep, adopt, rename or delete a scenario"))
        self.scenario_menu = self._menu_of(self.scenarios)
        self.scenario_menu.aboutToShow.connect(self._fill_scenarios)
        self.what_if = self._chip(self.tr("what if"), self.tr("What if a value of the selected area were another (W)"))
        self.what_if.clicked.connect(self.what_if_wanted)
        self.add(self.what_if)
        self.path = self._toggle(self.tr("path"), self.tr("The rank in every snapshot, beside the rank"))
        self.path.toggled.connect(self.paths)
        self.interval = self._toggle(
            self.tr("intervals"),
            self.tr("Between which ranks each area lies if weights and doubtful values were others"),
        )
        self.interval.toggled.connect(self.intervals)
        self.verify = self._toggle(self.tr("verify next"), self.tr("Which doubtful value to verify first"))
        self.verify.clicked.connect(self.verify_wanted)
        self.told = QLabel()
        self.told.setProperty("role", "small")
        self.add(self.told)
        self.refresh()

    def refresh(self) -> None:
        """Offer the snapshots and scenarios that there are, and show what holds."""
        session = self._bridge.session
        index, looks = session.index, session.looks
        snapshots = session.project.snapshots.of(index.code) if index is not None else ()
        scenarios = session.project.scenarios.of(index.code) if index is not None else ()
        self._offer(
            self.against,
            [
                (self.tr("Δ since the last step"), ""),
                *((self.tr("Δ against “{name}”").format(name=one.name), one.name) for one in snapshots),
                *(
                    (self.tr("Δ against scenario “{name}”").format(name=one.name), _RIVAL + one.name)
                    for one in scenarios
                ),
            ],
            looks.against or (_RIVAL + looks.rival if looks.rival else ""),
        )
        told = {one.name: one.description for one in snapshots}
        told |= {_RIVAL + one.name: one.description for one in scenarios}
        self._explain(self.against, self.tr("What changes are counted against"), told)
        shown = looks.scenario
        named = [
            (self.tr("the data as they are"), ""),
            *((self.tr("scenario “{name}”").format(name=one.name), one.name) for one in scenarios),
        ]
        if shown is not None and not shown.name:
            named.append((self.tr("what is being tried"), "\0"))
        self._offer(self.scenario, named, "" if shown is None else shown.name or "\0")
        told = {one.name: one.description for one in scenarios}
        self._explain(self.scenario, self.tr("What the ranking is shown under"), told)
        writable = index is not None and not session.project.read_only
        for widget in (self.snapshots, self.scenarios, self.what_if, self.path, self.interval, self.verify):
            widget.setEnabled(session.result is not None)
        self.snapshots.setEnabled(writable and session.result is not None)

    def tell_intervals(self, found: "Intervals | None") -> None:
        """Say how firm the first ranks are, or nothing."""
        firm = found is not None and found.same == found.same
        self.told.setText(words.stability(found.top, found.same, found.kept) if found is not None and firm else "")
        self.updateGeometry()

    def _measure(self) -> None:
        chosen = str(self.against.currentData() or "")
        rival = chosen.removeprefix(_RIVAL) if chosen.startswith(_RIVAL) else ""
        if not self._bridge.measure("" if rival else chosen, rival):
            self.refresh()

    # -- snapshots ---------------------------------------------------------------------------------------------------

    def take(self) -> None:
        """Ask for a name and keep the ranking under it."""
        index = self._bridge.session.index
        if index is None:
            return
        held = {one.name for one in self._bridge.session.project.snapshots.of(index.code)}
        name = _free(self.tr("Snapshot {number}"), held)
        card = self._ask(self.tr("Keep the ranking as it stands, as"), self.tr("Take snapshot"), name, self.snapshots)
        card.named.connect(lambda given: self._keep(index.code, given))

    def _keep(self, index: str, name: str) -> None:
        session = self._bridge.session
        session.reload_if_changed()  # another program may have written since the last look
        self._bridge.run(snapshot_operations.take_snapshot, index, name, live=session.result)

    def _fill_snapshots(self) -> None:
        menu, session = self.snapshot_menu, self._bridge.session
        menu.clear()
        menu.addAction(self.tr("Take a snapshot…"), self.take)
        name, index = session.looks.against, session.index
        if name and index is not None:
            code = index.code
            menu.addSeparator()
            menu.addAction(self.tr("Rename “{name}”…").format(name=name), lambda: self._rename_snapshot(code, name))
            menu.addAction(self.tr("Describe “{name}”…").format(name=name), lambda: self._describe_snapshot(code, name))
            menu.addAction(
                self.tr("Delete “{name}”").format(name=name),
                lambda: self._run(snapshot_operations.delete_snapshot, code, name),
            )

    def _rename_snapshot(self, index: str, name: str) -> None:
        card = self._ask(self.tr("Another name for the snapshot"), self.tr("Rename"), name, self.snapshots)

        def rename(given: str) -> None:
            if self._run(snapshot_operations.rename_snapshot, index, name, given):
                self._bridge.measure(given)

        card.named.connect(rename)

    def _describe_snapshot(self, index: str, name: str) -> None:
        held = self._bridge.session.project.snapshots.get(index, name).description
        card = self._ask(self.tr("What the snapshot is"), self.tr("Keep"), held, self.snapshots, empty=True)
        card.named.connect(lambda told: self._run(snapshot_operations.describe_snapshot, index, name, told))

    # -- scenarios ---------------------------------------------------------------------------------------------------

    def keep(self, scenario: Scenario, *, shown: bool = True) -> None:
        """Ask for a name and keep what is being tried under it, as a scenario; `shown`: and look at it."""
        held = {one.name for one in self._bridge.session.project.scenarios.of(scenario.index)}
        name = _free(self.tr("Scenario {number}"), held)
        card = self._ask(
            self.tr("Keep what is tried as a scenario, as"), self.tr("Keep scenario"), name, self.scenarios
        )

        def add(given: str) -> None:
            named = replace(scenario, name=given)
            if self._bridge.run(scenario_operations.add_scenario, named) is not None and shown:
                self._bridge.look(self._bridge.session.project.scenarios.get(scenario.index, given))

        card.named.connect(add)

    def _choose(self, name: str) -> None:
        session = self._bridge.session
        if name == "\0" or session.index is None:
            return
        chosen = session.project.scenarios.get(session.index.code, name) if name else None
        if not self._bridge.look(chosen):
            self.refresh()

    def _fill_scenarios(self) -> None:
        menu, session = self.scenario_menu, self._bridge.session
        menu.clear()
        held = session.looks.scenario
        if held is None:
            self._fill_beginnings(menu)
            return
        if session.looks.earlier and (session.looks.earlier[1:] or session.looks.origin):
            menu.addAction(self.tr("Take back the last try"), lambda: self._bridge.look(session.looks.earlier[-1]))
        menu.addAction(self.tr("Back to the data as they are"), lambda: self._bridge.look(None))
        if session.project.read_only:
            return
        menu.addSeparator()
        if not held.name:
            self._fill_keeping(menu, held, session.looks.origin)
            return
        self._offer_adopting(menu, held)
        menu.addAction(self.tr("Rename “{name}”…").format(name=held.name), lambda: self._rename_scenario(held))
        menu.addAction(self.tr("Describe “{name}”…").format(name=held.name), lambda: self._describe_scenario(held))
        menu.addAction(
            self.tr("Delete “{name}”").format(name=held.name),
            lambda: self._run(scenario_operations.delete_scenario, held.index, held.name),
        )

    def _fill_beginnings(self, menu: QMenu) -> None:
        """How to begin while the data are shown."""
        menu.addAction(self.tr("Try weights, methods and values"), self.begin)
        present = self._bridge.session.present_weights()
        if present is not None and not self._bridge.session.project.read_only:
            menu.addAction(self.tr("Keep the present weights as a scenario…"), lambda: self.keep(present, shown=False))

    def _fill_keeping(self, menu: QMenu, tried: Scenario, origin: str) -> None:
        """What can become of something that is tried."""
        entries = [menu.addAction(self.tr("Keep as a scenario…"), lambda: self.keep(tried))]
        if origin:
            told = self.tr("Keep in “{name}”").format(name=origin)
            entries.append(menu.addAction(told, lambda: self._keep_in(origin, tried)))
        for entry in entries:
            entry.setEnabled(not tried.empty)
        self._offer_adopting(menu, tried)

    def _offer_adopting(self, menu: QMenu, tried: Scenario) -> None:
        """Weights and the method become those of the index; values only through the grid, with their sources."""
        if tried.weights or tried.recipe is not None:
            if tried.recipe is None:
                words = self.tr("Adopt the weights")
            elif tried.weights:
                words = self.tr("Adopt the weights and the method")
            else:
                words = self.tr("Adopt the method")
            menu.addAction(words, lambda: self._adopt(tried))

    def begin(self) -> None:
        """From now on what is changed in the ranking is tried, and nothing is written."""
        if self._bridge.session.looks.scenario is None:
            self._bridge.look(self._bridge.session.tried)

    def _keep_in(self, name: str, tried: Scenario) -> None:
        """The scenario that the tries began from tries all of it from now on: one step."""
        held = self._bridge.session.project.scenarios.get(tried.index, name)
        changed = replace(tried, name=name, description=held.description)
        if self._bridge.run(scenario_operations.change_scenario, name, changed) is not None:
            self._bridge.look(changed)

    def _adopt(self, tried: Scenario) -> None:
        """One step that makes weights and method those of the index, with its reason; then the data are shown again."""
        question, verb = self.tr("Why they are adopted (the history keeps it; may stay empty)"), self.tr("Adopt")
        card = self._ask(question, verb, "", self.scenarios, empty=True)

        def adopt(reason: str) -> None:
            with self._bridge.session.project.because(reason):
                adopted = self._run(scenario_operations.adopt_tried, tried)
            if adopted:
                self._bridge.look(None)

        card.named.connect(adopt)

    def _describe_scenario(self, held: Scenario) -> None:
        question, verb = self.tr("What the scenario is"), self.tr("Keep")
        card = self._ask(question, verb, held.description, self.scenarios, empty=True)

        def describe(told: str) -> None:
            self._bridge.run(scenario_operations.change_scenario, held.name, replace(held, description=told))

        card.named.connect(describe)

    def _rename_scenario(self, held: Scenario) -> None:
        card = self._ask(self.tr("Another name for the scenario"), self.tr("Rename"), held.name, self.scenarios)

        def rename(given: str) -> None:
            named = replace(held, name=given)
            if self._bridge.run(scenario_operations.change_scenario, held.name, named) is not None:
                self._bridge.look(self._bridge.session.project.scenarios.get(held.index, given))

        card.named.connect(rename)

    # -- small parts -------------------------------------------------------------------------------------------------

    def _run(
        self,
        operation: Callable[Concatenate[Project, _Arguments], Changes],
        *args: _Arguments.args,
        **kwargs: _Arguments.kwargs,
    ) -> bool:
        return self._bridge.run(operation, *args, **kwargs) is not None

    def _ask(self, question: str, verb: str, name: str, below: QWidget, *, empty: bool = False) -> NameCard:
        card = NameCard(question, verb, name, self._around, empty=empty)
        anchor = self.anchor(below)
        card.show_below(anchor.mapTo(self._around, QPoint(0, anchor.height() + 4)))
        return card

    def _offer(self, chooser: Chooser, entries: list[tuple[str, str]], chosen: str) -> None:
        chooser.clear()
        for text, value in entries:
            chooser.addItem(text, value)
        chooser.setCurrentIndex(max(0, chooser.findData(chosen)))

    def _explain(self, chooser: Chooser, purpose: str, descriptions: Mapping[str, str]) -> None:
        """What each entry is, beside it and in the tip of the one chosen."""
        for at in range(chooser.count()):
            chooser.setItemData(at, descriptions.get(str(chooser.itemData(at)), ""), Qt.ItemDataRole.ToolTipRole)
        described = descriptions.get(str(chooser.currentData()), "")
        chooser.setToolTip(f"{purpose}\n{described}" if described else purpose)

    def _chooser(self, name: str) -> Chooser:
        made = Chooser()
        made.setAccessibleName(name)
        made.setToolTip(name)
        made.setFixedSize(_WIDE, HEIGHT)
        self.add(made)
        return made

    def _chip(self, name: str, told: str) -> QPushButton:
        button = QPushButton(name)
        button.setProperty("kind", "chip")
        button.setFixedHeight(HEIGHT)
        button.setToolTip(told)
        button.setAccessibleName(told)
        return button

    def _toggle(self, name: str, told: str) -> QPushButton:
        button = self._chip(name, told)
        button.setCheckable(True)
        self.add(button)
        return button

    def _menu_of(self, button: QPushButton) -> QMenu:
        menu = QMenu(button)
        button.clicked.connect(partial(self.open, menu, button))
        self.add(button, menu=menu)
        return menu


def _free(template: str, held: set[str]) -> str:
    """The first numbered name that is not taken."""
    return next(name for number in range(1, len(held) + 2) if (name := template.format(number=number)) not in held)
