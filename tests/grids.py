"""The grid alone, on the screen and with the focus, and a block selected in it: what its tests begin with."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel
from pytestqt.qtbot import QtBot

from citeria_desktop.bridge import SessionBridge
from citeria_desktop.theme import Theme
from citeria_desktop.views.grid import GridView


def shown(qtbot: QtBot, bridge: SessionBridge, theme: Theme, width: int, height: int = 700) -> GridView:
    view = GridView(bridge, theme)
    qtbot.addWidget(view)
    view.resize(width, height)
    with qtbot.waitExposed(view):
        view.show()
    view.activateWindow()
    view.table.setFocus()
    return view


def select(view: GridView, area: str, indicator: str, rows: int = 1, columns: int = 1) -> None:
    first = view.model.index_of(area, indicator)
    view.go_to(first)
    last = view.model.index(first.row() + rows - 1, first.column() + columns - 1)
    flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
    view.table.selectionModel().select(QItemSelection(first, last), flags)
