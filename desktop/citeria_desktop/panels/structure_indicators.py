"""The indicators of a project: added, named, described, ordered, retired."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from citeria_core.model import Indicator
from citeria_db import structure_operations
from citeria_db.pasting import free_code
from citeria_desktop.models.structure_entries import INDICATOR, of_indicators
from citeria_desktop.models.structure_model import Entry, Key
from citeria_desktop.panels.commit_fields import Choice, CommitLine, CommitText
from citeria_desktop.panels.structure_form import push
from citeria_desktop.panels.structure_page import StructurePage
from citeria_desktop.theme import Theme

if TYPE_CHECKING:
    from citeria_desktop.bridge import SessionBridge


class IndicatorsPage(StructurePage):
    """A list in the order of the project."""

    ways = ("up", "down")

    def __init__(self, bridge: "SessionBridge", theme: Theme, parent: QWidget | None = None) -> None:
        heads = (self.tr("indicator"), self.tr("unit"), self.tr("better"), self.tr("code"))
        super().__init__(bridge, theme, heads, parent)
        self.paint_columns((130, "muted", False), (56, "text", False), (190, "muted", False), spare=(3, 1))
        self.tree.setRootIsDecorated(False)
        self.tree.setAccessibleName(self.tr("Indicators"))
        self.line.setAccessibleName(self.tr("Name of a new indicator"))
        self.line.setPlaceholderText(self.tr("Add an indicator: type its name, press Enter"))
        self._indicator: Indicator | None = None
        self.name = CommitLine(self.tr("Name of the indicator"), lambda text: bool(text) and self._change(name=text))
        self.code = CommitLine(self.tr("Code of the indicator"), lambda text: self._change(code=text))
        self.unit = CommitLine(
            self.tr("Unit"), lambda text: self._change(unit=text), self.tr("count, CNY, % of households…")
        )
        self.direction = Choice(self.tr("Which is better"))
        self.direction.picked.connect(lambda value: self._change(direction=value))
        self.kind = Choice(self.tr("Kind of its values"))
        self.kind.picked.connect(lambda value: self._change(kind=value))
        self.definition = CommitText(self.tr("Definition"), lambda text: self._change(definition=text))
        self.note = CommitLine(self.tr("Note on the indicator"), lambda text: self._change(note=text))
        self.retire = push(self.tr("Retire"), self._retire)
        self.form.section(
            self.tr("Indicator"),
            (self.tr("Name"), self.name),
            (self.tr("Code"), self.code),
            (self.tr("Unit"), self.unit),
            (self.tr("Better"), self.direction),
            (self.tr("Values"), self.kind),
            (self.tr("Note"), self.note),
        )
        self.form.section(self.tr("Definition"), ("", self.definition))
        self.form.row_of_buttons(
            self.retire,
            push(self.tr("Remove"), self.remove_chosen),
            hint=self.tr("A retired indicator is no longer offered; its values stay. Only what nothing uses goes."),
        )

    def purpose(self) -> str:
        """What indicators are."""
        return self.tr("Here will be the indicators: what is measured of each area, with unit and definition.")

    def first_action(self) -> str:
        """What begins."""
        return self.tr("Add the first indicator")

    def entries(self) -> Sequence[Entry]:
        """Indicators in order."""
        return of_indicators(self.roster.indicators)

    def may(self, key: Key, parent: Key | None) -> bool:
        """An indicator lies in nothing."""
        return parent is None

    def add(self, name: str) -> None:
        """Add an indicator by its name; its code is made of it."""
        code = free_code(name, [one.code for one in self.roster.indicators])
        if self.run(structure_operations.add_indicator, Indicator(code, name, direction=1)):
            self.added((INDICATOR, code))

    def rename(self, key: Key, name: str) -> None:
        """Change the name."""
        held = self.project.indicators.get(key[1])
        self.run(structure_operations.change_indicator, key[1], replace(held, name=name))

    def place(self, key: Key, parent: Key | None, at: int | None) -> None:
        """Put an indicator elsewhere in the order."""
        codes = [one.code for one in self.roster.indicators if one.code != key[1]]
        codes.insert(len(codes) if at is None else at, key[1])
        self.run(structure_operations.reorder_indicators, codes)

    def remove(self, key: Key) -> None:
        """Remove an indicator that nothing uses."""
        self.run(structure_operations.remove_indicator, key[1])

    def show_form(self, key: Key | None, *, keep: bool) -> None:
        """Fill in what the indicator says of itself."""
        self._indicator = one = None if key is None else self.project.indicators.get(key[1])
        self.form.page.setVisible(one is not None)
        if one is None:
            return
        for field, text in (
            (self.name, one.name),
            (self.code, one.code),
            (self.unit, one.unit),
            (self.definition, one.definition),
            (self.note, one.note),
        ):
            field.show_text(text, keep=keep)
        self.direction.show_choices(
            ((self.tr("↑ more is better"), 1), (self.tr("↓ less is better"), -1), (self.tr("not stated"), 0)),
            one.direction,
        )
        self.kind.show_choices(
            ((self.tr("numbers"), "number"), (self.tr("ratings in an order"), "ordinal"), (self.tr("texts"), "text")),
            one.kind,
        )
        self.retire.setText(self.tr("Bring back") if one.retired else self.tr("Retire"))

    def _change(self, **fields: Any) -> bool:
        held = self._indicator
        if held is None:
            return False
        changed = replace(held, **fields)
        if changed == held:
            return True
        if not self.run(structure_operations.change_indicator, held.code, changed):
            return False
        self.tree.choose((INDICATOR, changed.code))
        return True

    def _retire(self) -> None:
        if self._indicator is not None:
            self.run(structure_operations.retire_indicator, self._indicator.code, not self._indicator.retired)
