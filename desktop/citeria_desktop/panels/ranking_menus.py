"""The menus of the ranking: sorting, weights, columns, and what can be done with one part."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from citeria_core import beside
from citeria_core.reweigh import Rule
from citeria_desktop.models.ranking_model import Column
from citeria_desktop.panels.ranking_looks import KEYS

if TYPE_CHECKING:
    from citeria_core.model import Node
    from citeria_desktop.panels.quiet_header import QuietHeader
    from citeria_desktop.panels.ranking_header import RankingHeader
    from citeria_desktop.panels.ranking_looks import RankingLooks
    from citeria_desktop.panels.reweighing import Reweighing


def tr(text: str) -> str:
    """`text` in the language of the interface."""
    return QCoreApplication.translate("RankingMenus", text)


def fill_sort(
    menu: QMenu,
    looks: "RankingLooks",
    names: dict[str, str],
    chosen: Callable[[str, bool], None],
    back: Callable[[], None],
) -> None:
    """By what to sort: one column alone, or one after those that hold. `names` are the columns by key.

    `back` takes the last order or filter back.
    """
    menu.clear()
    for key, name in names.items():
        arrow = next((("↓" if one.falling else "↑") for one in looks.arrangement.sort if one.key == key), "")
        _add(menu, f"{name}  {arrow}".strip(), partial(chosen, key, False))
    menu.addSeparator()
    then = menu.addMenu(tr("Then by"))
    for key, name in names.items():
        _add(then, name, partial(chosen, key, True))
    menu.addSeparator()
    _add(menu, tr("Take back the last order or filter (Ctrl+Alt+Z)"), back).setEnabled(bool(looks.earlier))


def fill_weights(
    menu: QMenu,
    weighing: "Reweighing",
    root: str,
    strips: tuple[bool, Callable[[bool], None]],
    trying: tuple[bool, Callable[[bool], None]],
) -> None:
    """Who gives, equal weights, the weights of before.

    `strips` is whether every level is shown, `trying` whether weights are tried only; each with what changes it.
    """
    menu.clear()
    group = QActionGroup(menu)
    for rule, name in (
        (Rule.PROPORTIONAL, tr("Others give in proportion to their weights")),
        (Rule.NEIGHBOUR, tr("The neighbour gives")),
        (Rule.EVEN, tr("Others give the same each")),
    ):
        action = _add(menu, name, partial(_set_rule, weighing, rule), checked=weighing.rule is rule)
        group.addAction(action)
    menu.addSeparator()
    _add(menu, tr("Equal weights"), partial(weighing.equalise, root))
    before = tr("Weights as the data have them") if trying[0] else tr("Weights as they came")
    _add(menu, before, partial(weighing.reset, root))
    menu.addSeparator()
    action = _add(menu, tr("Only try weights, write nothing"), lambda: None, checked=trying[0])
    action.toggled.connect(trying[1])
    action = _add(menu, tr("Show the weights of every level"), lambda: None, checked=strips[0])
    action.toggled.connect(strips[1])


def fill_columns(menu: QMenu, header: "RankingHeader", titles: dict[Column, str]) -> None:
    """Which columns are shown, in what order, and how their heads draw the spread of values."""
    menu.clear()
    for column, name in titles.items():
        if column in (Column.AREA, Column.BAR):
            continue
        action = _add(menu, name, lambda: None, checked=not header.isSectionHidden(column))
        action.toggled.connect(lambda shown, column=column: header.setSectionHidden(column, not shown))
    menu.addSeparator()
    for text, step in ((tr("Move left"), -1), (tr("Move right"), 1)):
        inner = menu.addMenu(text)
        for column, name in titles.items():
            _add(inner, name, partial(_move, header, column, step))
    menu.addSeparator()
    _add(menu, tr("Box plots in the heads"), lambda: None, checked=header.boxes).toggled.connect(header.show_boxes)


def part_menu(
    menu: QMenu, node: "Node", weighing: "Reweighing", *, leaf: bool, opened: bool, do: Callable[[str, str], None]
) -> None:
    """What can be done with a part; `do` takes what and the code."""
    locked = node.code in weighing.locked
    for what, text, shown in (
        ("lock", tr("Unlock the weight") if locked else tr("Lock the weight"), True),
        ("equal", tr("Equal weights for it and its siblings"), True),
        ("reset", tr("Weights of it and its siblings as they came"), True),
        ("", "", True),
        ("open", tr("Open into its parts"), not leaf),
        ("close", tr("Close into what it is part of"), opened),
        ("baseline", tr("Begin all bars with it at one line"), True),
        ("sort", tr("Sort by it"), True),
        ("range", tr("Only areas in a range of it…"), True),
        ("map", tr("How its values become points…"), leaf),
    ):
        if not shown:
            continue
        if not what:
            menu.addSeparator()
        else:
            _add(menu, text, partial(do, what, node.code))


def names(titles: dict[Column, str], parts: "tuple[Node, ...]") -> dict[str, str]:
    """What can be sorted by: key → name."""
    found = {KEYS[column]: name for column, name in titles.items() if column in KEYS}
    if Column.INTERVAL in titles:
        found |= {beside.WIDTH: tr("interval: how wide"), beside.BEST: tr("interval: the best rank")}
    if Column.PATH in titles:
        found |= {beside.GAINED: tr("path: places gained on the way")}
    return found | {f"part:{part.code}": part.name for part in parts}


def _add(menu: QMenu, text: str, done: Callable[[], object], *, checked: bool | None = None) -> QAction:
    action = menu.addAction(text.replace("&", "&&"))
    if checked is not None:
        action.setCheckable(True)
        action.setChecked(checked)
    action.triggered.connect(lambda *_: done())
    return action


def _set_rule(weighing: "Reweighing", rule: Rule) -> None:
    weighing.rule = rule


def _move(header: "QuietHeader", column: Column, step: int) -> None:
    place = header.visualIndex(column)
    if 0 <= place + step < header.count():
        header.moveSection(place, place + step)
