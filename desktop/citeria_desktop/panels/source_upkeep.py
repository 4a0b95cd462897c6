"""How a source is judged and kept up to date: tags, note, reliability, pedigree, update period; each field one step."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QPushButton, QWidget

from citeria_core.model import Source
from citeria_db import source_operations
from citeria_db.exchange import dates
from citeria_db.source_rows import PEDIGREE, Upkeep, accessed, tags
from citeria_desktop.panels.commit_fields import Choice, CommitLine, CommitText
from citeria_desktop.panels.structure_form import StructureForm

if TYPE_CHECKING:
    from citeria_desktop.bridge import SessionBridge

_BEST_FIRST: Final = range(1, 6)


class SourceUpkeep(StructureForm):
    """What is typed or chosen is stored when it is done; what cannot be stays in the field, and the reason is told."""

    def __init__(self, bridge: "SessionBridge", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._upkeep = Upkeep("")
        self._settling = False
        tr = self.tr
        self.tags = CommitLine(tr("Tags"), self._store_tags, tr("Words parted by commas"))
        self.note = CommitText(tr("Note"), self._store_note)
        self.reliability = Choice(tr("Reliability"))
        self.pedigree = tuple(Choice(name) for name in self._criteria())
        self.period = CommitLine(tr("Updated every … days"), self._store_period, tr("Days, such as 365"))
        self.read = CommitLine(tr("Read on"), self._store_read, tr("2026-11-22"))
        self.read_today = QPushButton(tr("Read today"))
        self.origin = CommitLine(tr("Its figures come from"), self._store_origin, tr("Key of another source"))
        self.character = Choice(tr("Character"))
        self.producer = CommitLine(tr("Producer"), lambda text: self._keep(producer=text))
        self.licence = CommitLine(tr("Licence"), lambda text: self._keep(licence=text), tr("Such as CC BY 4.0"))
        self.passed_on = Choice(tr("May be passed on"))
        self._connect()
        self.section("", (tr("Tags"), self.tags), (tr("Note"), self.note))
        self.section(
            tr("Trust"),
            (tr("Reliability"), self.reliability),
            (tr("Character"), self.character),
            (tr("Comes from"), self.origin),
        )
        self.section(tr("Pedigree"), *zip(self._criteria(), self.pedigree, strict=True))
        self.section(tr("Upkeep"), (tr("Read on"), self.read), ("", self.read_today), (tr("Update days"), self.period))
        self.section(
            tr("Rights"),
            (tr("Producer"), self.producer),
            (tr("Licence"), self.licence),
            (tr("May be passed on"), self.passed_on),
        )

    def show_source(self, source: Source, upkeep: Upkeep) -> None:
        """Show what is kept of a source; what is being typed for it stays."""
        same = upkeep.key == self._upkeep.key
        if self._settling:  # storing what was typed for the source before has everything shown anew
            return
        if not same:
            self._settling = True
            self.settle()
            self._settling = False
        self._upkeep = upkeep
        self.tags.show_text(", ".join(tags(source)), keep=same)
        self.note.show_text(source.note, keep=same)
        read = accessed(source)
        self.read.show_text(dates.text_of(source.csl.get("accessed")), keep=same)
        self.read_today.setEnabled(read != date.today() and not self._bridge.session.project.read_only)
        self.period.show_text(str(upkeep.update_period_days or ""), keep=same)
        self.origin.show_text(upkeep.derived_from or "", keep=same)
        self.producer.show_text(upkeep.producer, keep=same)
        self.licence.show_text(upkeep.licence, keep=same)
        self._show_choices(upkeep)
        self.page.setEnabled(not self._bridge.session.project.read_only)

    def offer_keys(self, keys: list[str]) -> None:
        """The keys that are completed where another source is named."""
        completer = QCompleter(keys, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.origin.setCompleter(completer)

    def mark_read(self) -> None:
        """Write that the source was read today."""
        self._edit({"accessed": dates.date(date.today().isoformat())})

    def _show_choices(self, upkeep: Upkeep) -> None:
        tr = self.tr
        grades = (tr("best"), tr("good"), tr("fair"), tr("weak"), tr("worst"))
        scale: list[tuple[str, object]] = [(tr("not judged"), None)]
        scale += [(f"{score} – {grade}", score) for score, grade in zip(_BEST_FIRST, grades, strict=True)]
        self.reliability.show_choices(scale, upkeep.reliability)
        for field, meanings, score in zip(self.pedigree, self._meanings(), upkeep.pedigree, strict=True):
            told: list[tuple[str, object]] = [(tr("not judged"), None)]
            told += [(f"{at} – {words}", at) for at, words in zip(_BEST_FIRST, meanings, strict=True)]
            field.show_choices(told, score)
        self.character.show_choices(
            [(tr("not said"), ""), (tr("primary"), "primary"), (tr("secondary"), "secondary")], upkeep.character
        )
        self.passed_on.show_choices(
            [(tr("not known"), None), (tr("yes"), True), (tr("no"), False)], upkeep.redistributable
        )

    def _criteria(self) -> tuple[str, ...]:
        return (
            self.tr("Reliability of the data"),
            self.tr("Completeness"),
            self.tr("Time"),
            self.tr("Place"),
            self.tr("Technology"),
        )

    def _meanings(self) -> tuple[tuple[str, ...], ...]:
        """What the scores mean (Weidema and Wesnæs 1996), a row for each criterion."""
        tr = self.tr
        return (
            (
                tr("verified, from measurements"),
                tr("verified, partly assumed"),
                tr("not verified, partly assumed"),
                tr("qualified estimate"),
                tr("unqualified estimate"),
            ),
            (
                tr("all sites, long period"),
                tr("most sites, long period"),
                tr("some sites"),
                tr("one site or short period"),
                tr("unknown"),
            ),
            (
                tr("under 3 years apart"),
                tr("under 6 years apart"),
                tr("under 10 years apart"),
                tr("under 15 years apart"),
                tr("15 years or more, or unknown"),
            ),
            (
                tr("the area itself"),
                tr("a larger area with it"),
                tr("a similar area"),
                tr("a slightly similar area"),
                tr("unknown or other area"),
            ),
            (
                tr("the very subject"),
                tr("the same process elsewhere"),
                tr("the process, other technology"),
                tr("related process"),
                tr("related process, other technology"),
            ),
        )

    def _connect(self) -> None:
        self.reliability.picked.connect(lambda score: self._keep(reliability=score))
        self.character.picked.connect(lambda chosen: self._keep(character=chosen))
        self.passed_on.picked.connect(lambda chosen: self._keep(redistributable=chosen))
        self.read_today.clicked.connect(lambda _checked=False: self.mark_read())
        for at, field in enumerate(self.pedigree):
            field.picked.connect(lambda score, at=at: self._judge(at, score))

    def _judge(self, at: int, score: int | None) -> None:
        scores = [*self._upkeep.pedigree]
        scores[at] = score
        first, second, third, fourth, fifth = scores
        assert len(scores) == len(PEDIGREE)
        self._keep(pedigree=(first, second, third, fourth, fifth))

    def _keep(self, **changed: Any) -> bool:
        wanted = replace(self._upkeep, **changed)
        return self._bridge.run(source_operations.set_upkeep, wanted) is not None

    def _edit(self, fields: Mapping[str, Any]) -> bool:
        return self._bridge.run(source_operations.edit_source, self._upkeep.key, fields) is not None

    def _store_tags(self, text: str) -> bool:
        return (
            self._bridge.run(source_operations.set_tags, self._upkeep.key, text.replace("，", ",").split(","))
            is not None
        )

    def _store_note(self, text: str) -> bool:
        return self._edit({"note": text})

    def _store_read(self, text: str) -> bool:
        return self._edit({"accessed": dates.date(text) if text else None})

    def _store_period(self, text: str) -> bool:
        if text and not text.isdecimal():
            self._bridge.failed.emit(
                self.tr("“{text}” is no number of days. Write one such as 365, or leave it empty.").format(text=text)
            )
            return False
        return self._keep(update_period_days=int(text) if text else None)

    def _store_origin(self, text: str) -> bool:
        return self._keep(derived_from=text or None)
