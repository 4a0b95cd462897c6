"""A picture of the view in the middle: its format, size and colours chosen beside a preview, then written."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDoubleSpinBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from citeria_core.errors import KnownError
from citeria_db.errors import StoppedError
from citeria_desktop.dialogs.foot import Foot
from citeria_desktop.dialogs.long_step import waiting
from citeria_desktop.language.phrases import error_words
from citeria_desktop.panels.chooser import Chooser
from citeria_desktop.panels.words import Words
from citeria_desktop.picture import formats
from citeria_desktop.picture.choices import AS_SHOWN, LEAST, MOST, PER_MM, PRESETS, SCALES, Choices
from citeria_desktop.picture.of_view import sheets
from citeria_desktop.picture.page import Page
from citeria_desktop.picture.paper import Advance
from citeria_desktop.theme import Theme

if TYPE_CHECKING:
    from citeria_desktop.session import Session
    from citeria_desktop.views.view import View

_PAUSE_MS: Final = 150  # after the last change, before the preview is painted anew
_OWN_SIZE: Final = ""


class ExportPictureDialog(QDialog):
    """`written` carries the path of the file, `chosen` the choices, to be remembered."""

    written = Signal(object)  # Path
    chosen = Signal(object)  # Choices

    def __init__(
        self,
        view: "View",
        session: "Session",
        theme: Theme,
        choices: Choices,
        folder: Path,
        today: Callable[[], date] = date.today,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Export picture"))
        self.setAccessibleName(self.tr("Export picture"))
        self._view, self._session, self._theme, self._folder, self._today = view, session, theme, folder, today
        self.choices = choices
        self._filling = self._painting = False
        self._page_size, self._pages = QSize(), 0
        self._painted: object = None  # what the preview was painted for
        self._shown = QImage()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE_MS)
        self._later.timeout.connect(self._follow)
        self._build()
        self._fill()
        self.refresh()

    def refresh(self) -> None:
        """Paint the preview anew."""
        self._later.stop()
        if self._painting:  # a clock or a new size asks in the middle of it
            self._later.start()
            return
        over = self if self.isVisible() else self.parentWidget()
        try:
            with self._sheets(over) as (pages, advance):
                room = self.preview.size()
                scale = min(room.width() / pages[0].size.width(), room.height() / pages[0].size.height(), 1.0)
                sharp = scale * self.devicePixelRatioF()
                self._shown = formats.image(pages[0], max(sharp, 0.02), advance)
                self._page_size = pages[0].size.toSize()
                self._pages = len(pages)
        except StoppedError:
            self.told.setText(self.tr("The preview was stopped; the picture can be saved all the same."))
            return
        except KnownError as error:
            self.told.setText(error_words(error))
            return
        self._shown.setDevicePixelRatio(self.devicePixelRatioF())
        self.preview.setPixmap(QPixmap.fromImage(self._shown))
        self._painted = self._seen()
        self._tell()

    def _seen(self) -> object:
        """All of what is chosen that can be seen in the preview: not the format, not the resolution."""
        now = self.choices
        paged = now.format == "pdf" and now.height is not None
        return now.width, now.height, now.theme, paged, self.preview.size()

    def _follow(self) -> None:
        """Show what is chosen now; a long table is not painted anew for what nobody would see."""
        if self._painted == self._seen():
            self._tell()
        else:
            self.refresh()

    def save(self, path: Path) -> None:
        """Write the picture; what hinders it is told here, and the dialog stays."""
        place = path if path.suffix else path.with_suffix(f".{self.choices.format}")
        self._later.stop()
        try:
            with self._sheets(self) as (pages, advance):
                formats.write(pages[0], place, self.choices.scale, sheets=pages, advance=advance)
        except StoppedError:
            self.told.setText(self.tr("Stopped. Nothing was written."))
            return
        except KnownError as error:
            self.told.setText(error_words(error))
            return
        self.chosen.emit(self.choices)
        self.written.emit(place)
        self.accept()

    @contextmanager
    def _sheets(self, over: QWidget | None) -> Iterator[tuple[list[Page], Advance]]:
        """The pages as they are chosen, and what is told how far their painting is; it shows itself `over` a widget."""
        with (
            waiting(self.tr("Painting the picture…"), over) as advance,
            sheets(self._view, self._session, self.choices, self._theme, self._today()) as pages,
        ):
            self._painting = True
            try:
                yield pages, advance
            finally:
                self._painting = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The preview fills the room there is."""
        super().resizeEvent(event)
        self._later.start()

    # -- building ------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.preview = QLabel()
        self.preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.preview.setMinimumSize(320, 260)
        self.preview.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.preview.setAccessibleName(self.tr("Preview of the picture"))
        side = QVBoxLayout()
        side.setSpacing(12)
        side.addLayout(self._build_form())
        self.told = Words("", "small")
        side.addWidget(self.told)
        side.addStretch(1)
        side.addLayout(self._build_buttons())
        across = QHBoxLayout(self)
        across.setContentsMargins(20, 16, 20, 16)
        across.setSpacing(20)
        across.addWidget(self.preview, 1)
        beside = QWidget()
        beside.setLayout(side)
        side.setContentsMargins(0, 0, 0, 0)
        beside.setFixedWidth(300)
        across.addWidget(beside)
        self.resize(940, 560)
        across.activate()  # the first preview fills its room too

    def _build_form(self) -> QFormLayout:
        self.format = _chooser(self.tr("Format"), (("svg", "SVG"), ("pdf", "PDF"), ("png", "PNG")))
        names = {
            "screen": self.tr("As on the screen"),
            "slide": self.tr("Slide, 1280 × 720"),
            "a4": self.tr("A4 page"),
            "a4_across": self.tr("A4 page across"),
            "column": self.tr("Column of a paper, 90 mm"),
            "page": self.tr("Width of a paper, 180 mm"),
        }
        sizes = [(preset.name, names[preset.name]) for preset in PRESETS]
        self.preset = _chooser(self.tr("Size"), (*sizes, (_OWN_SIZE, self.tr("Another size"))))
        self.unit = _chooser(self.tr("Unit"), (("px", "px"), ("mm", "mm")))
        self.width_field, self.height_field = _length(self.tr("Width")), _length(self.tr("Height"))
        self.high = QCheckBox(self.tr("As high as it needs"))
        self.scale = _chooser(self.tr("Resolution"), tuple((str(scale), f"{scale}×") for scale in SCALES))
        looks = {
            AS_SHOWN: self.tr("As on the screen"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
            "contrast": self.tr("High contrast"),
        }
        self.look = _chooser(self.tr("Colours"), tuple(looks.items()))
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        width = QHBoxLayout()
        width.setSpacing(8)
        width.addWidget(self.width_field, 1)
        width.addWidget(self.unit)
        for words, field in (
            (self.tr("Format"), self.format),
            (self.tr("Size"), self.preset),
            (self.tr("Width"), width),
            (self.tr("Height"), self.height_field),
            ("", self.high),
            (self.tr("Resolution"), self.scale),
            (self.tr("Colours"), self.look),
        ):
            form.addRow(words, field)
        for chooser in (self.format, self.unit, self.scale, self.look):
            chooser.currentIndexChanged.connect(self._changed)
        self.preset.currentIndexChanged.connect(self._take_preset)
        self.width_field.valueChanged.connect(self._changed)
        self.height_field.valueChanged.connect(self._changed)
        self.high.toggled.connect(self._changed)
        return form

    def _build_buttons(self) -> QHBoxLayout:
        self.go_on = QPushButton(self.tr("Save picture…"))
        self.go_on.clicked.connect(self._ask)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        return Foot(cancel, self.go_on)

    # -- what is chosen ------------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        """Show the choices in the fields."""
        self._filling = True
        now, per = self.choices, PER_MM if self.choices.unit == "mm" else 1.0
        for chooser, value in (
            (self.format, now.format),
            (self.unit, now.unit),
            (self.scale, str(now.scale)),
            (self.look, now.theme),
        ):
            chooser.setCurrentIndex(max(0, chooser.findData(value)))
        for field in (self.width_field, self.height_field):
            field.setRange(LEAST / per, MOST / per)
            field.setDecimals(0 if now.unit == "px" else 1)
        self.width_field.setValue(now.width / per)
        self.height_field.setValue((now.height or now.width * 0.6) / per)
        self.high.setChecked(now.height is None)
        self.height_field.setEnabled(now.height is not None)
        self.scale.setEnabled(now.format == "png")
        size = (round(now.width), None if now.height is None else round(now.height))
        sizes = {(round(one.width), None if one.height is None else round(one.height)): one.name for one in PRESETS}
        self.preset.setCurrentIndex(self.preset.findData(sizes.get(size, _OWN_SIZE)))
        self._filling = False

    def _take_preset(self) -> None:
        preset = next((one for one in PRESETS if one.name == self.preset.currentData()), None)
        if preset is not None and not self._filling:
            self._choose(replace(self.choices, width=preset.width, height=preset.height, unit=preset.unit))

    def _changed(self) -> None:
        if self._filling:
            return
        per = PER_MM if self.choices.unit == "mm" else 1.0  # the fields show lengths in the unit they were filled in
        self._choose(
            Choices(
                format=str(self.format.currentData()),
                width=self.width_field.value() * per,
                height=None if self.high.isChecked() else self.height_field.value() * per,
                unit=str(self.unit.currentData()),
                scale=int(self.scale.currentData()),
                theme=str(self.look.currentData()),
            )
        )

    def _choose(self, choices: Choices) -> None:
        self.choices = choices
        self._fill()
        self._later.start()

    def _tell(self) -> None:
        """What will be written, in words."""
        width, height = self._page_size.width(), self._page_size.height()
        if self.choices.format == "png":
            pixels = self.tr("{width} × {height} pixels")
            told = pixels.format(width=width * self.choices.scale, height=height * self.choices.scale)
        else:
            lengths = self.tr("{width} × {height} mm, drawn as lines and text at any size")
            told = lengths.format(width=round(width / PER_MM), height=round(height / PER_MM))
        if self._pages > 1:
            told += "\n" + self.tr("{count} pages").format(count=self._pages)
        self.told.setText(told)

    def _ask(self) -> None:
        """Where the picture is to be."""
        suffix = self.choices.format
        dialog = QFileDialog(self, self.tr("Save picture"), str(self._folder), f"*.{suffix}")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(f"{self._session.project.path.stem}.{suffix}")
        dialog.fileSelected.connect(lambda name: self.save(Path(name)))
        dialog.open()


def _chooser(name: str, options: tuple[tuple[str, str], ...]) -> Chooser:
    made = Chooser()
    made.setAccessibleName(name)
    for value, words in options:
        made.addItem(words, value)
    return made


def _length(name: str) -> QDoubleSpinBox:
    made = QDoubleSpinBox()
    made.setAccessibleName(name)
    made.setKeyboardTracking(False)
    made.lineEdit().setTextMargins(6, 0, 0, 0)
    return made
