"""What kind of claim a value is: its status, its qualifier and its flags, each committed as it is changed."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QMenu, QPushButton, QSizePolicy, QWidget

from citeria_core.model import Observation, Qualifier, Status
from citeria_desktop.language import lists
from citeria_desktop.language.phrases import say
from citeria_desktop.models.cell_look import WORDS
from citeria_desktop.panels.chooser import Chooser

# The SDMX observation flags that say something beside the status, and "built" from the sample's base stations.
FLAGS: Final = (
    "break",
    "definition differs",
    "low reliability",
    "unvalidated",
    "includes other",
    "in other category",
    "revised",
    "built",
)


class DetailsForm(QWidget):
    """Status, qualifier and flags of one observation."""

    changed = Signal(object, object, object)  # Status, Qualifier, frozenset of flags

    def __init__(self, observation: Observation, *, writable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._observation = observation
        statuses = ((say(status.value), status) for status in Status)
        self.status = _choice(self.tr("Status"), statuses, observation.status)
        signs = (sign for sign in Qualifier if sign is not Qualifier.RANGE or observation.qualifier is Qualifier.RANGE)
        self.qualifier = _choice(
            self.tr("Qualifier"), ((say(WORDS[sign]), sign) for sign in signs), observation.qualifier
        )
        self.qualifier.setEnabled(observation.qualifier is not Qualifier.RANGE and observation.value is not None)
        self.flags = QPushButton(
            "\u2002" + (lists.names(say(flag) for flag in sorted(observation.flags)) or self.tr("none"))
        )
        self.flags.setAccessibleName(self.tr("Flags"))
        self.flags.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.flags.setProperty("kind", "field")
        self.menu = self._flag_menu()
        self.flags.setMenu(self.menu)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(8)
        form.setVerticalSpacing(4)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("Status"), self.status)
        form.addRow(self.tr("Qualifier"), self.qualifier)
        form.addRow(self.tr("Flags"), self.flags)
        self.setEnabled(writable)
        self.status.activated.connect(self._tell)
        self.qualifier.activated.connect(self._tell)

    def _flag_menu(self) -> QMenu:
        menu = QMenu(self)
        for flag in dict.fromkeys((*FLAGS, *sorted(self._observation.flags))):
            action = menu.addAction(say(flag))
            action.setCheckable(True)
            action.setChecked(flag in self._observation.flags)
            action.triggered.connect(self._tell)
        return menu

    def _tell(self) -> None:
        flags = frozenset(action.text() for action in self.menu.actions() if action.isChecked())
        held = self._observation
        status, qualifier = Status(self.status.currentData()), Qualifier(self.qualifier.currentData())
        if (status, qualifier, flags) != (held.status, held.qualifier, held.flags):
            self.changed.emit(status, qualifier, flags)


def _choice(name: str, options: Iterable[tuple[str, Status | Qualifier]], chosen: Status | Qualifier) -> Chooser:
    box = Chooser()
    box.setAccessibleName(name)
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    for text, value in options:
        box.addItem(text, value.value)
        if value is chosen:
            box.setCurrentIndex(box.count() - 1)
    return box
