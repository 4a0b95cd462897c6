"""Reading a table of areas, indicators or values: what it would do is shown first, and everything that is wrong."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QFormLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from citeria_core.errors import KnownError
from citeria_core.period import Period
from citeria_db import loading
from citeria_db.exchange import tables_in, text_in
from citeria_db.loaded import Loaded, Terms
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.delegates.row_delegate import TextDelegate
from citeria_desktop.dialogs.foot import Foot
from citeria_desktop.language import lists
from citeria_desktop.language.phrases import error_words, say
from citeria_desktop.models.table_preview import PreviewModel, of_error, of_plan
from citeria_desktop.painting.lettering import Lettering
from citeria_desktop.panels.commit_fields import Choice, CommitLine
from citeria_desktop.panels.row_table import RowTable
from citeria_desktop.panels.words import Words
from citeria_desktop.theme import Theme, font

_LONGEST_LINE = 160  # characters of a line that is shown as a sample
_NAMES = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-32": "UTF-32",
    "gb18030": "GB 18030",
    "cp1251": "Windows-1251",
    "cp1252": "Windows-1252",
    "big5": "Big5",
    "koi8-r": "KOI8-R",
    "latin-1": "ISO 8859-1",
}
LOCALES = ("en", "de", "fr", "ru", "zh")


class ReadTableDialog(QDialog):
    """Planned anew with every answer; `was_read` tells that the table is in the project."""

    was_read = Signal()

    def __init__(self, bridge: SessionBridge, theme: Theme, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._path = path
        self._loaded: Loaded | None = None
        self._terms = Terms()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Read a table"))
        self.title = QLabel()
        self.title.setProperty("role", "title")
        self.kind = Words("", "muted")
        self.encoding = Choice(self.tr("Encoding of the file"))
        self.delimiter = Choice(self.tr("What parts its columns"))
        self.period = CommitLine(self.tr("Period"), self._set_period, self.tr("2024, 2024-03, 2024-Q3 or 2018/2019"))
        self.source = Choice(self.tr("Source"))
        self.locale_choice = Choice(self.tr("Numbers are written"))
        self.add_missing = QCheckBox(self.tr("Add areas and indicators that are not there yet"))
        self.summary = Words("", "strong")
        self.model = PreviewModel(self)
        self.table = RowTable(self.model, theme, row_height=28)
        self.table.setAccessibleName(self.tr("What reading the table does"))
        self.detail = Words("", "muted")
        self.read = QPushButton(self.tr("Read this table"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self._paint(theme)
        self._lay_out()
        self._offer()
        self.encoding.picked.connect(lambda _: self.plan())
        self.delimiter.picked.connect(lambda _: self.plan())
        self.source.picked.connect(lambda key: self._change(source=key))
        self.locale_choice.picked.connect(lambda locale: self._change(locale=locale))
        self.add_missing.toggled.connect(self._add_missing)
        self.read.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self.plan()

    def plan(self) -> None:
        """Read the file and plan what it would do to the project."""
        self._loaded, table = None, None
        self.title.setText(self._path.name)
        try:
            table = tables_in.read(self._path, self._chosen(self.encoding), self._chosen(self.delimiter))
            self._tell_kind(table)
            self._loaded = loading.plan(self._bridge.session.project, table, self._terms)
            preview = of_plan(self._loaded)
        except KnownError as error:
            preview = of_error(error)
        if table is None:
            self._tell_file()
        self.model.show(preview)
        self.summary.setText(preview.summary)
        self.read.setEnabled(preview.ready)
        self._share()
        self._tell_row(0 if preview.rows else -1)

    def accept(self) -> None:
        """Write what was shown, as one step."""
        if self._loaded is not None and self._bridge.run(loading.load, self._loaded) is not None:
            self.was_read.emit()
            super().accept()

    def _chosen(self, choice: Choice) -> str | None:
        return None if choice.value is None else str(choice.value)

    def _tell_file(self) -> None:
        """What the file could be read as at least, where the table in it could not be."""
        try:
            found = text_in.read(self._path, self._chosen(self.encoding))
        except KnownError:
            self.kind.setText(self.tr("Choose the encoding of the file, and what parts its columns."))
            return
        first = " ".join(found.text.partition("\n")[0].split())
        told = self.tr("Read as {encoding}. Its first line: {line}").format(
            encoding=_encoding_words(found.encoding, guessed=found.guessed), line=first[:_LONGEST_LINE]
        )
        self.kind.setText(told)

    def _tell_kind(self, table: tables_in.RawTable) -> None:
        kinds = {
            tables_in.VALUES: self.tr("values, a row each") if not table.wide else self.tr("values, a column each"),
            tables_in.AREAS: self.tr("areas"),
            tables_in.INDICATORS: self.tr("indicators"),
        }
        words = self.tr("A table of {kind}: {rows} rows, {encoding}, parted by {mark}.").format(
            kind=kinds[table.kind],
            rows=len(table.rows),
            encoding=_encoding_words(table.encoding, guessed=table.guessed),
            mark=say(tables_in.DELIMITERS.get(table.delimiter, table.delimiter)),
        )
        self.kind.setText(lists.sentences((words, self._sample(table))))
        self._answers.setVisible(table.kind == tables_in.VALUES)

    def _sample(self, table: tables_in.RawTable) -> str:
        """The first row as it was read, so that a wrong encoding is seen before anything is written."""
        first = " | ".join(table.rows[0][1]) if table.rows else " | ".join(table.headings)
        shown = " ".join(first.split())
        return self.tr("Its first row: {row}").format(row=shown[:_LONGEST_LINE])

    def _set_period(self, text: str) -> bool:
        try:
            period = Period.parse(text) if text else None
        except KnownError as error:
            self.summary.setText(error_words(error))
            self.read.setEnabled(False)
            return False
        self.period.show_text(text)
        self._change(period=period)
        return True

    def _add_missing(self, wanted: bool) -> None:
        index = self._bridge.session.index
        self._change(add_missing=wanted, index=index.code if wanted and index is not None else None)

    def _change(self, **terms: object) -> None:
        self._terms = replace(self._terms, **terms)  # type: ignore[arg-type]
        self.plan()

    def _offer(self) -> None:
        recognised: list[tuple[str, object]] = [(self.tr("recognised"), None)]
        encodings = [(_encoding_words(name), name) for name in tables_in.ENCODINGS]
        self.encoding.show_choices([*recognised, *encodings], None)
        marks = {
            ",": self.tr("comma  ,"),
            ";": self.tr("semicolon  ;"),
            "\t": self.tr("tab"),
            "|": self.tr("bar  |"),
        }
        self.delimiter.show_choices([*recognised, *((words, mark) for mark, words in marks.items())], None)
        none: list[tuple[str, object]] = [(self.tr("as the table says, else none"), None)]
        sources = self._bridge.session.project.sources.all()
        self.source.show_choices([*none, *((f"{one.key} · {one.title}", one.key) for one in sources)], None)
        examples = {"en": "1,234.5", "de": "1.234,5", "fr": "1 234,5", "ru": "1 234,5", "zh": "1,234.5 · 万"}
        plain: list[tuple[str, object]] = [(self.tr("so that they have one reading"), None)]
        self.locale_choice.show_choices(
            [*plain, *((f"{locale}: {examples[locale]}", locale) for locale in LOCALES)], None
        )

    def _paint(self, theme: Theme) -> None:
        plain = [TextDelegate(theme, self.table, token="muted" if column == 0 else "text") for column in range(6)]
        for delegate in plain:
            delegate.letters = Lettering(font(13, tabular=False))
        self.table.paint_with(*plain)
        self.table.selectionModel().currentRowChanged.connect(lambda current: self._tell_row(current.row()))

    def _share(self) -> None:
        columns = self.model.columnCount()
        widths = (110, 64, 96) if columns == 4 else (70, 130, 150, 180, 80)
        for column, width in enumerate(widths[: columns - 1]):
            self.table.header.resizeSection(column, width)
        self.table.header.setStretchLastSection(True)

    def _tell_row(self, row: int) -> None:
        """What is wrong in the chosen row, in full: a cell of the table may be too narrow for it."""
        rows = self.model.preview.rows
        wrong = len(self.model.preview.headings) == 4 and 0 <= row < len(rows)
        self.detail.setVisible(wrong)
        if wrong:
            file, number, column, problem = rows[row]
            where = self.tr("{0}, {1}, column {2}: ").format(file, number, column) if number else ""
            self.detail.setText(f"{where}{problem}")

    def _lay_out(self) -> None:
        self._answers = QWidget()
        form = QFormLayout(self._answers)
        form.setContentsMargins(0, 4, 0, 4)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("Period, where the table has none"), self.period)
        form.addRow(self.tr("Source, where the table has none"), self.source)
        form.addRow(self.tr("Numbers are written"), self.locale_choice)
        form.addRow(self.add_missing)
        # Enter in the line of the period answers, it does not read
        buttons = Foot(self.cancel, self.read, on_enter=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        how = QHBoxLayout()
        how.setSpacing(8)
        for caption, choice in ((self.tr("Encoding"), self.encoding), (self.tr("Columns parted by"), self.delimiter)):
            label = QLabel(caption)
            label.setProperty("role", "muted")
            label.setBuddy(choice)
            choice.setMinimumContentsLength(16)
            how.addWidget(label)
            how.addWidget(choice)
        how.addStretch(1)
        column.addWidget(self.title)
        column.addLayout(how)
        for widget in (self.kind, self._answers, self.summary):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        column.addWidget(self.detail)
        column.addLayout(buttons)
        self.resize(780, 560)


def _encoding_words(name: str, *, guessed: bool = False) -> str:
    """An encoding as people know it; one concluded from the bytes alone is said to be."""
    known = _NAMES.get(name, name)
    if not guessed:
        return known
    return QCoreApplication.translate("ReadTableDialog", "{0} (recognised by its bytes)").format(known)
