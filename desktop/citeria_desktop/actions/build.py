"""From the catalogue to Qt: actions with their handlers, menus, and the reason why one cannot be used now."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from citeria_desktop.actions.catalogue import ACTIONS, MENUS, REASONS, RECENT, SEPARATOR
from citeria_desktop.icons import icon
from citeria_desktop.theme import Theme

Actions = Mapping[str, QAction]


def build(
    owner: QObject, handlers: Mapping[str, Callable[[], object]], keys: Mapping[str, Sequence[str]] | None = None
) -> dict[str, QAction]:
    """Make every action of the catalogue, owned by `owner`, calling its handler; `keys` go before the catalogue's."""
    made = {}
    for spec in ACTIONS:
        action = QAction(translated(spec.text), owner)
        action.setObjectName(spec.id)
        action.setCheckable(spec.checkable)
        handler = handlers[spec.id]
        action.triggered.connect(lambda _checked=False, handler=handler: handler())
        made[spec.id] = action
    give_keys(made, keys or {})
    return made


def give_keys(actions: Actions, keys: Mapping[str, Sequence[str]]) -> None:
    """Give every action the keys that somebody chose for it, else those of the catalogue."""
    for spec in ACTIONS:
        actions[spec.id].setShortcuts([QKeySequence(text) for text in keys.get(spec.id, spec.keys)])


def retranslate(actions: Actions) -> None:
    """Say every action anew, in the language of the interface."""
    for spec in ACTIONS:
        actions[spec.id].setText(translated(spec.text))


def fill(bar: QMenuBar, actions: Actions, recent: QMenu) -> None:
    """Lay out the menus, in the place of those that are there."""
    for old in bar.actions():
        held = old.menu()
        bar.removeAction(old)
        if isinstance(held, QMenu):
            held.deleteLater()
    for title, entries in MENUS:
        menu = bar.addMenu(translated(title))
        menu.setToolTipsVisible(True)
        for entry in entries:
            if entry == SEPARATOR:
                menu.addSeparator()
            elif entry == RECENT:
                menu.addMenu(recent)
            else:
                menu.addAction(actions[entry])


def permit(actions: Actions, lacking: Iterable[str]) -> None:
    """Switch off what needs a condition that is lacking, and say which it is."""
    absent = set(lacking)
    for spec in ACTIONS:
        missing = spec.needs if spec.needs in absent else "project" if spec.needs and "project" in absent else ""
        action = actions[spec.id]
        action.setEnabled(not missing)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        named = f"{translated(spec.text)} ({keys})" if keys else translated(spec.text)
        action.setToolTip(translated(REASONS[missing]) if missing else named)


def paint(actions: Actions, theme: Theme) -> None:
    """Draw the icons in the colours of a theme."""
    for spec in ACTIONS:
        if spec.icon:
            actions[spec.id].setIcon(icon(spec.icon, theme.colour("muted"), checked=theme.colour("accent")))


def translated(text: str) -> str:
    """The words of the catalogue in the language of the interface."""
    return QCoreApplication.translate("actions", text)
