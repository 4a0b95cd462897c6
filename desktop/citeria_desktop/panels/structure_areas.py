"""The areas of a project: added, named in several languages, put into each other, ordered, retired."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QCheckBox, QFrame, QWidget

from citeria_core.model import Area
from citeria_db import index_operations, placing, structure_operations
from citeria_db.pasting import free_code
from citeria_desktop.language.catalogue import ENGLISH, spoken
from citeria_desktop.language.naming import name_of
from citeria_desktop.language.phrases import say
from citeria_desktop.models.structure_entries import AREA, of_areas
from citeria_desktop.models.structure_model import Entry, Key
from citeria_desktop.panels.commit_fields import CheckList, Choice, CommitLine
from citeria_desktop.panels.structure_form import push
from citeria_desktop.panels.structure_page import StructurePage
from citeria_desktop.theme import Theme

if TYPE_CHECKING:
    from citeria_desktop.bridge import SessionBridge

_ALWAYS: Final = ("en", "zh")  # languages that have a field even while no name is given


class AreasPage(StructurePage):
    """A tree by parent: an area lies in another one, or in none."""

    def __init__(self, bridge: "SessionBridge", theme: Theme, parent: QWidget | None = None) -> None:
        beside = self.tr("Chinese name") if spoken() == ENGLISH else self.tr("English name")
        heads = (self.tr("area"), beside, self.tr("kind"), self.tr("code"))
        super().__init__(bridge, theme, heads, parent)
        self.paint_columns((130, "muted", False), (92, "muted", False), (130, "muted", False), spare=(3, 1))
        self.tree.setAccessibleName(self.tr("Areas"))
        self.line.setAccessibleName(self.tr("Name of a new area"))
        self.line.setPlaceholderText(self.tr("Add an area: type its name, press Enter"))
        self.ranked = QCheckBox()
        self.tools.insertSpacing(1, 8)
        self.tools.insertWidget(2, self.ranked)
        self._area: Area | None = None
        self._languages: tuple[str, ...] = ()
        self._named: QFrame | None = None
        self.names: dict[str, CommitLine] = {}
        self.code = CommitLine(self.tr("Code of the area"), lambda text: self._change(code=text))
        self.kind = CommitLine(self.tr("Kind of the area"), lambda text: self._change(kind=text), self.tr("city"))
        self.parent_area = Choice(self.tr("Area that it lies in"))
        self.parent_area.picked.connect(self._reparent)
        self.note = CommitLine(self.tr("Note on the area"), lambda text: self._change(note=text))
        self.indices = CheckList(self.tr("Indices that rank it"))
        self.indices.setMinimumHeight(72)
        self.indices.setMaximumHeight(104)
        self.indices.toggled.connect(self._rank)
        self.language = CommitLine(self.tr("Another language"), self._add_language, self.tr("add a language: de, ru…"))
        self.retire = push(self.tr("Retire"), self._retire)
        self.form.section(
            self.tr("Area"),
            (self.tr("Code"), self.code),
            (self.tr("Kind"), self.kind),
            (self.tr("Lies in"), self.parent_area),
            (self.tr("Note"), self.note),
        )
        self.ranking = self.form.section(self.tr("Ranked by"), ("", self.indices))
        self.form.row_of_buttons(
            self.retire,
            push(self.tr("Remove"), self.remove_chosen),
            hint=self.tr("A retired area is no longer offered; its values stay. Only what nothing uses is removed."),
        )

    def purpose(self) -> str:
        """What areas are."""
        return self.tr("Here will be the areas that you compare: cities, provinces, organisations.")

    def first_action(self) -> str:
        """What begins."""
        return self.tr("Add the first area")

    def entries(self) -> Sequence[Entry]:
        """Areas in areas."""
        return of_areas(self.roster.areas)

    def refresh(self) -> None:
        """Also say which index a new area joins."""
        super().refresh()
        index = self.bridge.session.index
        self.ranked.setVisible(index is not None)
        self.ranked.setEnabled(self.model.writable)
        if index is not None and self.ranked.property("index") != index.code:
            self.ranked.setProperty("index", index.code)
            self.ranked.setChecked(True)
            self.ranked.setText(self.tr("rank it in {0}").format(index.code))
            self.ranked.setToolTip(index.name)

    def may(self, key: Key, parent: Key | None) -> bool:
        """An area may lie in any but itself; a circle is refused in words."""
        return key != parent

    def add(self, name: str) -> None:
        """Add an area by its name; its code is made of it."""
        areas = self.roster.areas
        code = free_code(name, [area.code for area in areas])
        kind = self._area.kind if self._area is not None else "city"
        index = self.bridge.session.index
        joins = [index.code] if index is not None and self.ranked.isChecked() else []
        if self.run(structure_operations.add_area, Area(code, kind, {"en": name}), joins):
            self.added((AREA, code))

    def rename(self, key: Key, name: str) -> None:
        """Change the English name."""
        self.run(structure_operations.rename_area, key[1], {"en": name})

    def place(self, key: Key, parent: Key | None, at: int | None) -> None:
        """Put an area into another, or elsewhere among its siblings."""
        self.run(placing.place_area, key[1], None if parent is None else parent[1], at)

    def remove(self, key: Key) -> None:
        """Remove an area that nothing uses."""
        self.run(structure_operations.remove_area, key[1])

    def show_form(self, key: Key | None, *, keep: bool) -> None:
        """Fill in what the area says of itself."""
        self._area = area = None if key is None else self.project.areas.get(key[1])
        self.form.page.setVisible(area is not None)
        if area is None:
            return
        self._show_names(area, keep=keep)
        self.code.show_text(area.code, keep=keep)
        self.kind.show_text(area.kind, keep=keep)
        self.note.show_text(area.note, keep=keep)
        others = [one for one in self.roster.areas if one.code != area.code]
        choices: list[tuple[str, object]] = [(self.tr("no other area"), None)]
        self.parent_area.show_choices([*choices, *((name_of(one), one.code) for one in others)], area.parent)
        indices = self.roster.indices
        self.ranking.setVisible(bool(indices))
        ranking = [(one.code, f"{one.code} · {one.name}", area.code in one.areas) for one in indices]
        self.indices.show_items(ranking, keep=keep)
        self.retire.setText(self.tr("Bring back") if area.retired else self.tr("Retire"))

    def _show_names(self, area: Area, *, keep: bool) -> None:
        """A field for each language; the section is made anew when the languages are others."""
        extra = self._languages if keep else ()  # a language that was just added has no name yet
        languages = tuple(dict.fromkeys((*_ALWAYS, *area.names, *extra)))
        if languages != tuple(self.names):
            if self._named is not None:
                self.language.setParent(None)
                self._named.hide()
                self._named.deleteLater()
            self.names = {language: self._name_field(language) for language in languages}
            rows = [(say(_LANGUAGES.get(language, language)), field) for language, field in self.names.items()]
            self._named = self.form.section(self.tr("Names"), *rows, ("", self.language))
            self.form.lines.removeWidget(self._named)
            self.form.lines.insertWidget(0, self._named)
        self._languages = languages
        for language, field in self.names.items():
            field.show_text(area.names.get(language, ""), keep=keep)

    def _name_field(self, language: str) -> CommitLine:
        named = say(_LANGUAGES.get(language, language))
        return CommitLine(self.tr("Name, {0}").format(named), lambda text: self._rename({language: text}))

    def _rename(self, names: Mapping[str, str]) -> bool:
        return self._area is not None and self.run(structure_operations.rename_area, self._area.code, names)

    def _add_language(self, text: str) -> bool:
        self.language.clear()
        if self._area is not None and text:
            self._languages = (*self._languages, text)
            self._show_names(self._area, keep=True)
            self.names[text].setFocus()
        return False

    def _change(self, **fields: Any) -> bool:
        area = self._area
        if area is None:
            return False
        changed = replace(area, **fields)
        if not self.run(structure_operations.change_area, area.code, changed):
            return False
        self.tree.choose((AREA, changed.code))
        return True

    def _reparent(self, parent: object) -> None:
        if self._area is not None and parent != self._area.parent:
            self.run(placing.place_area, self._area.code, None if parent is None else str(parent))
            self.refresh()

    def _rank(self, index: str, inside: bool) -> None:
        if self._area is not None:
            code = self._area.code
            held = [one for one in self.project.indices.get(index).areas if one != code]
            self.run(index_operations.set_index_areas, index, [*held, code] if inside else held)
            self.refresh()

    def _retire(self) -> None:
        if self._area is not None:
            self.run(structure_operations.retire_area, self._area.code, not self._area.retired)


_LANGUAGES: Final = {"en": "English", "zh": "Chinese", "de": "German", "fr": "French", "ru": "Russian"}
