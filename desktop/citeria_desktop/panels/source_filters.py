"""Which sources are listed: chips for what is to be done, choosers for type and tag."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QWidget

from citeria_desktop.models.source_standing import Standing
from citeria_desktop.panels.commit_fields import Choice
from citeria_desktop.panels.flow import FlowLayout

_HEIGHT: Final = 28  # of a chooser, so that chips beside it stand on one line
NAMES: Final = ("uncited", "due", "stale", "twice", "copied", "changed")


class SourceFilters(QFrame):
    """At most one chip is down; `changed` tells that the list should be narrowed anew."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Surface")
        self.chips = {name: self._chip(name) for name in NAMES}
        self.type, self.tag = Choice(self.tr("Type of source")), Choice(self.tr("Tag"))
        self._type: str | None = None
        self._tag: str | None = None
        flow = FlowLayout(self, across=6, down=6)
        flow.setContentsMargins(16, 6, 16, 6)
        for chip in self.chips.values():
            flow.addWidget(chip)
        for field in (self.type, self.tag):
            field.setMinimumContentsLength(10)
            flow.addWidget(field)
        self.type.picked.connect(self._pick_type)
        self.tag.picked.connect(self._pick_tag)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def chosen(self) -> str:
        """The name of the chip that is down, or an empty text."""
        return next((name for name, chip in self.chips.items() if chip.isChecked()), "")

    @property
    def wanted_type(self) -> str | None:
        """The CSL type that is wanted; None for all."""
        return self._type

    @property
    def wanted_tag(self) -> str | None:
        """The tag that is wanted; None for all."""
        return self._tag

    def show_standing(self, standing: Standing, types: Mapping[str, str], tags: list[str]) -> None:
        """Count on every chip what it would list; `types` are words by CSL type."""
        for name, chip in self.chips.items():
            count = len(keys_of(standing, name))
            words, tip = self._words()[name]
            chip.setText(f"{words} {count}")
            chip.setToolTip(tip)
            chip.setEnabled(bool(count) or chip.isChecked())
        self._type = self._type if self._type in types else None
        self._tag = self._tag if self._tag in tags else None
        offered = sorted(types.items(), key=lambda item: item[1])
        self.type.show_choices([(self.tr("All types"), None), *((words, kind) for kind, words in offered)], self._type)
        self.tag.show_choices([(self.tr("All tags"), None), *((tag, tag) for tag in tags)], self._tag)
        self.tag.setVisible(bool(tags))

    def clear(self) -> None:
        """List everything."""
        for chip in self.chips.values():
            chip.setChecked(False)
        self._type = self._tag = None
        self.type.setCurrentIndex(0)
        self.tag.setCurrentIndex(0)
        self.changed.emit()

    def choose(self, name: str, kind: str | None = None, tag: str | None = None) -> None:
        """Put the filters as they were."""
        for own, chip in self.chips.items():
            chip.setChecked(own == name)
        self._type, self._tag = kind, tag

    def _words(self) -> Mapping[str, tuple[str, str]]:
        return {
            "uncited": (self.tr("Uncited"), self.tr("No value cites them")),
            "due": (self.tr("Due"), self.tr("Their update period has passed since they were read")),
            "stale": (self.tr("Stale"), self.tr("Cited, and not read for more than a year")),
            "twice": (self.tr("Duplicates"), self.tr("They stand here twice, or have almost the same address")),
            "copied": (self.tr("With a copy"), self.tr("A copy of them is archived")),
            "changed": (self.tr("Changed"), self.tr("Revised in place, or their linked copy changed or went")),
        }

    def _chip(self, name: str) -> QPushButton:
        chip = QPushButton()
        chip.setProperty("kind", "chip")
        chip.setCheckable(True)
        chip.setStyleSheet(f"min-height: {_HEIGHT - 4}px; border-radius: {_HEIGHT // 2}px;")
        chip.clicked.connect(lambda checked: self._press(name, checked))
        return chip

    def _press(self, name: str, checked: bool) -> None:
        for other, chip in self.chips.items():
            chip.setChecked(checked and other == name)
        self.changed.emit()

    def _pick_type(self, kind: object) -> None:
        self._type = None if kind is None else str(kind)
        self.changed.emit()

    def _pick_tag(self, tag: object) -> None:
        self._tag = None if tag is None else str(tag)
        self.changed.emit()


def keys_of(standing: Standing, name: str) -> tuple[str, ...]:
    """The sources that a chip lists, in its order."""
    match name:
        case "uncited":
            return standing.uncited
        case "due":
            return tuple(one.key for one in standing.due)
        case "stale":
            return tuple(one.key for one in standing.stale)
        case "twice":
            return standing.twice
        case "copied":
            return standing.copied
        case "changed":
            return standing.changed
    return ()
