"""What holds for the whole program on this computer: language, looks, size, motion, keys.

Every choice holds at once, except the size, which holds from the next start, offered then; nothing here touches a
project.
"""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from citeria_desktop.language.catalogue import LANGUAGES
from citeria_desktop.models.key_table import KeyTable
from citeria_desktop.panels.chooser import Chooser
from citeria_desktop.panels.keys_editor import KeysEditor
from citeria_desktop.panels.words import link
from citeria_desktop.settings import Settings

_SIZES = (100, 125, 150, 175, 200)


class PreferencesDialog(QDialog):
    """`theme_chosen` and `language_chosen` tell a name; `keys_changed` that keys are other than they were.

    `anew_wanted`: the program is to start again, for another size.
    """

    theme_chosen = Signal(str)
    language_chosen = Signal(str)
    keys_changed = Signal()
    anew_wanted = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setWindowTitle(self.tr("Preferences"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.pages = QTabWidget()
        self.pages.tabBar().setObjectName("Pages")
        self.pages.addTab(self._build_looks(), self.tr("Looks"))
        self.pages.addTab(self._build_keys(), self.tr("Keyboard"))
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.pages, 1)
        column.addWidget(close)
        self.resize(680, 560)

    def _build_looks(self) -> QWidget:
        settings = self._settings
        themes = (("light", self.tr("Light")), ("dark", self.tr("Dark")), ("contrast", self.tr("High contrast")))
        self.language = _chooser(self.tr("Language"), LANGUAGES.items(), settings.language)
        self.theme = _chooser(self.tr("Colours"), themes, settings.theme)
        sizes = ((str(size), self.tr("{0} %").format(size)) for size in _SIZES)
        self.size_ = _chooser(self.tr("Size"), sizes, str(settings.size))
        self.still = QCheckBox(self.tr("Reduce motion"))
        self.still.setChecked(settings.reduce_motion)
        self.reopen = QCheckBox(self.tr("Begin with the project that was open last"))
        self.reopen.setChecked(settings.reopen)
        later = QLabel(self.tr("The size holds from the next start of Citeria."))
        later.setProperty("role", "small")
        self.anew = link(self.tr("Start Citeria again now"), self.anew_wanted.emit)
        self.anew.setToolTip(self.tr("Everything is stored; the project opens again"))
        self.anew.setEnabled(False)
        self._begun = settings.size
        form = QFormLayout()
        form.setContentsMargins(16, 16, 16, 16)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        form.addRow(self.tr("Language"), self.language)
        form.addRow(self.tr("Colours"), self.theme)
        form.addRow(self.tr("Size"), self.size_)
        form.addRow("", later)
        form.addRow("", self.anew)
        form.addRow("", self.still)
        form.addRow("", self.reopen)
        page = QWidget()
        page.setLayout(form)
        self.language.activated.connect(lambda _: self.language_chosen.emit(str(self.language.currentData())))
        self.theme.activated.connect(lambda _: self.theme_chosen.emit(str(self.theme.currentData())))
        self.size_.activated.connect(lambda _: self._keep_size())
        self.still.toggled.connect(self._keep_motion)
        self.reopen.toggled.connect(self._keep_reopen)
        return page

    def _build_keys(self) -> QWidget:
        table = KeyTable(self._settings.keys(), self)
        table.rekeyed.connect(self._keep_keys)
        self.keys = KeysEditor(table)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(self.keys)
        return page

    def _keep_size(self) -> None:
        self._settings.size = int(self.size_.currentData())
        self.anew.setEnabled(self._settings.size != self._begun)

    def _keep_motion(self, reduce: bool) -> None:
        self._settings.reduce_motion = reduce

    def _keep_reopen(self, wanted: bool) -> None:
        self._settings.reopen = wanted

    def _keep_keys(self, action: str, keys: tuple[str, ...] | None) -> None:
        self._settings.keep_keys(action, keys)
        self.keys_changed.emit()


def _chooser(name: str, items: Iterable[tuple[str, str]], chosen: str) -> Chooser:
    made = Chooser()
    made.setAccessibleName(name)
    for data, text in items:
        made.addItem(text, data)
    made.setCurrentIndex(max(0, made.findData(chosen)))
    return made
