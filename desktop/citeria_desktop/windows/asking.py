"""Which file: a dialog of the system that does not stop the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from citeria_desktop.views.welcome import SUFFIX


def ask_file(
    parent: QWidget,
    title: str,
    near: Path | None,
    then: Callable[[Path], object],
    *,
    saving: bool,
    suffix: str = SUFFIX,
    name: str = "",
) -> None:
    """Ask which file to open or (`saving`) where to write, beside the project `near`: `name`, or named after it."""
    folder = near.parent if near is not None else Path.home()
    dialog = QFileDialog(parent, title, str(folder), f"*{suffix}")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave if saving else QFileDialog.AcceptMode.AcceptOpen)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile if saving else QFileDialog.FileMode.ExistingFile)
    dialog.setDefaultSuffix(suffix.removeprefix("."))
    if saving and near is not None and not name:
        name = f"{near.stem}{'' if suffix != SUFFIX else '-copy'}{suffix}"
    if saving and name:
        dialog.selectFile(name)
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.open()
