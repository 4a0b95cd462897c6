"""What the Help menu shows: the keys, and what this program is."""

from importlib import metadata

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from citeria_desktop.actions.build import Actions, translated
from citeria_desktop.actions.catalogue import ACTIONS
from citeria_desktop.language.phrases import say

_GRID_KEYS = (
    ("Letters, digits", "replace the value"),
    ("Enter, Shift+Enter", "store and go down, up"),
    ("Tab, Shift+Tab", "store and go right, left; Enter then returns to where the Tabs began"),
    ("Delete", "mark the value as missing"),
    ("Esc", "leave the value as it was"),
    (
        "Ctrl+Enter",
        "the same value in every selected cell; in the inspector: commit and go to the next row",
    ),
)

_STRUCTURE_KEYS = (
    ("Alt+↑ ↓", "in the structure: move up, down"),
    ("Alt+→ ←", "in the structure: move into the one above, out again"),
    ("Insert, Delete", "in the structure: name something new, remove"),
    ("Ctrl+PgDown, Ctrl+PgUp", "in structure and clusters: next page, previous page"),
)


def keyboard_shortcuts(parent: QWidget, actions: Actions) -> QDialog:
    """Open the list of keys, as they are now."""
    table = QGridLayout()
    table.setHorizontalSpacing(24)
    table.setVerticalSpacing(6)
    rows = [(_keys(actions[spec.id]), translated(spec.text).rstrip("…")) for spec in ACTIONS]
    for row, (keys, what) in enumerate((*_GRID_KEYS, *_STRUCTURE_KEYS, *(row for row in rows if row[0]))):
        name = QLabel(say(keys))
        name.setProperty("role", "strong")
        told = QLabel(say(what))
        told.setWordWrap(True)
        table.addWidget(name, row, 0)
        table.addWidget(told, row, 1)
    table.setColumnStretch(1, 1)
    page = QWidget()
    page.setLayout(table)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(page)
    return _open(parent, translated("Keyboard shortcuts"), area)


def about_citeria(parent: QWidget) -> QDialog:
    """Open the page about this program."""
    words = QLabel(
        f"<h2 style='margin-top: 0'>Citeria {metadata.version('citeria')}</h2>"
        f"<p>{tr('Maintain an index of cities: every number cited, every rank explained.')}</p><p>"
        + tr(
            "MIT licence. Inter and Noto Sans CJK SC under the SIL Open Font Licence, Lucide icons under the ISC "
            "licence. Places of the sample: GeoNames, CC BY 4.0."
        )
        + "</p>"
    )
    words.setWordWrap(True)
    words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return _open(parent, translated("About Citeria"), words)


def tr(text: str) -> str:
    """`text` in the language of the interface."""
    return QCoreApplication.translate("About", text)


def _open(parent: QWidget, title: str, content: QWidget) -> QDialog:
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    close = QPushButton(tr("Close"))
    close.clicked.connect(dialog.accept)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(16, 16, 16, 16)
    layout.addWidget(content, 1)
    layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
    dialog.resize(560, 560 if isinstance(content, QScrollArea) else 240)
    dialog.open()
    return dialog


def _keys(action: QAction) -> str:
    return ", ".join(keys.toString(QKeySequence.SequenceFormat.NativeText) for keys in action.shortcuts())
