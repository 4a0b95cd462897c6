"""How the values of one indicator become points: a line that is bent over their histogram, tried while it is bent.

What is chosen becomes an exception of the recipe, written as one undoable step, or of the scenario in view.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from citeria_core import mapping, parse, ranking
from citeria_core.errors import KnownError
from citeria_core.histogram import histogram
from citeria_core.recipe import Recipe
from citeria_desktop.language import lists
from citeria_desktop.language.phrases import error_words
from citeria_desktop.panels.mapping_plot import MappingPlot
from citeria_desktop.theme import Theme

if TYPE_CHECKING:
    from citeria_core.model import Node
    from citeria_core.ranking import Standing
    from citeria_desktop.bridge import SessionBridge


class MappingDialog(QDialog):
    """Bends the line of one leaf; `tried` is called with what the ranking would be, and with None at the end."""

    def __init__(
        self,
        bridge: "SessionBridge",
        theme: Theme,
        node: "Node",
        tried: "Callable[[Standing | None], None]",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("How {name} becomes points").format(name=node.name))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        result, trial = bridge.session.shown, bridge.session.trial()
        assert result is not None
        assert trial is not None
        self._bridge, self._node, self._tried = bridge, node, tried
        self._before, self._trial = result, trial
        self._recipe: Recipe | None = None
        self.plot = MappingPlot(theme)
        self.log = QCheckBox(self.tr("Take the logarithm first"))
        self.log.setChecked(mapping.logged(result.recipe, node.code))
        self.value, self.score = self._number(self.tr("Value of the point")), self._number(self.tr("Its score"))
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setProperty("role", "small")
        self.told.setMinimumHeight(34)
        trying = bridge.session.looks.scenario is not None
        self.use = QPushButton(self.tr("Try these points") if trying else self.tr("Use these points"))
        self.use.setProperty("kind", "primary")
        self.use.setDefault(True)
        self.plain = QPushButton(self.tr("As all others"))
        self.plain.setToolTip(self.tr("Drop the points: this indicator is normalised as the index does it"))
        self.turn = QPushButton(self.tr("Turn round"))
        self.turn.setToolTip(self.tr("The best value becomes the worst"))
        self.shape = QPushButton(self.tr("Shape"))
        self.shape.setMenu(self._shapes())
        self._lay_out()
        self.plot.show_values(histogram(mapping.values(result, node.code).tolist(), 24))
        self.plot.show_points(mapping.points_of(result, node.code))
        self._show_point()
        self._connect()
        self.plot.setFocus()

    def _number(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(name)
        field.setFixedWidth(96)
        field.editingFinished.connect(self._type)
        return field

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(10)
        about = QLabel(
            self.tr(
                "Drag the points, or walk with Tab and move with the arrow keys. Double-click or Insert adds a point, "
                "Delete removes one. Values beyond the ends keep the score of the end."
            )
        )
        about.setWordWrap(True)
        about.setProperty("role", "muted")
        column.addWidget(about)
        column.addWidget(self.plot, 1)
        row = QHBoxLayout()
        row.addWidget(QLabel(self.tr("Value")))
        row.addWidget(self.value)
        row.addWidget(QLabel(self.tr("becomes")))
        row.addWidget(self.score)
        row.addStretch(1)
        row.addWidget(self.turn)
        row.addWidget(self.shape)
        column.addLayout(row)
        column.addWidget(self.log)
        column.addWidget(self.told)
        buttons = QHBoxLayout()
        buttons.addWidget(self.plain)
        buttons.addStretch(1)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        buttons.addWidget(cancel)
        buttons.addWidget(self.use)
        column.addLayout(buttons)
        self.resize(560, 520)

    def _connect(self) -> None:
        self.plot.changed.connect(self._try)
        self.plot.chosen.connect(self._show_point)
        self.turn.clicked.connect(lambda: self._take(mapping.inverted(self.plot.points)))
        self.log.toggled.connect(self._relog)
        self.use.clicked.connect(self._use)
        self.plain.clicked.connect(self._drop)
        self.finished.connect(lambda *_: self._tried(None))

    def _shapes(self) -> QMenu:
        """Lines between the ends, and those of other indicators."""
        menu = QMenu(self)
        for name, made in (
            (self.tr("Straight line"), mapping.straight),
            (self.tr("Square root: the first steps count most"), partial(mapping.curved, power=0.5)),
            (self.tr("Square: the last steps count most"), partial(mapping.curved, power=2.0)),
            (self.tr("Cube"), partial(mapping.curved, power=3.0)),
            (self.tr("Best in the middle"), partial(mapping.bent, middle=True)),
            (self.tr("Best at both ends"), partial(mapping.bent, middle=False)),
        ):
            menu.addAction(name, partial(self._reshape, made))
        menu.addSeparator()
        others = mapping.bent_ones(self._before, self._node.code)
        for code in others:
            words = self.tr("As {name}").format(name=self._before.tree.by_code[code].name.replace("&", "&&"))
            menu.addAction(words, partial(self._copy, code))
        if not others:
            menu.addAction(self.tr("No other indicator has points of its own")).setEnabled(False)
        return menu

    def _reshape(self, made: Callable[[mapping.Points], mapping.Points]) -> None:
        self._take(made(self.plot.points))

    def _copy(self, code: str) -> None:
        """The points of another indicator: as they are in the same unit, else stretched over the values here."""
        self.log.setChecked(mapping.logged(self._before.recipe, code))
        points = mapping.points_of(self._before, code)
        unit = self._unit(code)
        if not unit or unit != self._unit(self._node.code):
            points = mapping.stretched(points, self.plot.points[0][0], self.plot.points[-1][0])
        self._take(points)

    def _unit(self, code: str) -> str:
        """The unit of the values of a leaf."""
        leaf = self._before.tree.by_code[code].indicator
        return self._bridge.session.project.indicators.get(leaf).unit if leaf else ""

    def _take(self, points: mapping.Points) -> None:
        self.plot.show_points(points)
        self._show_point()
        self._try()

    def _show_point(self, *_: object) -> None:
        x, y = self.plot.points[self.plot.current]
        self.value.setText(f"{x:.6g}")
        self.score.setText(f"{y:.6g}")

    def _type(self) -> None:
        """A point typed as two numbers."""
        try:
            to = (parse.read_number(self.value.text()).value, parse.read_number(self.score.text()).value)
        except KnownError as error:
            self.told.setText(error_words(error))
            return
        if tuple(f"{one:.6g}" for one in to) != tuple(f"{one:.6g}" for one in self.plot.points[self.plot.current]):
            self._take(mapping.moved(self.plot.points, self.plot.current, to))

    def _relog(self, on: bool) -> None:
        """Other values: a straight line over them to begin with."""
        plain = mapping.unmapped(self._before.recipe, self._node.code, log=on)
        try:
            self._trial.follow(plain)
        except KnownError as error:
            self.told.setText(error_words(error))
            return
        result = self._trial.result
        self.plot.show_values(histogram(mapping.values(result, self._node.code).tolist(), 24))
        self._take(mapping.points_of(result, self._node.code))

    def _try(self, *_: object) -> None:
        """Show what the ranking would be, and say who would move."""
        self._recipe = mapping.mapped(
            self._before.recipe, self._node.code, self.plot.points, self._node.direction, log=self.log.isChecked()
        )
        try:
            standing = self._trial.follow(self._recipe)
        except KnownError as error:
            self.told.setText(error_words(error))
            self.use.setEnabled(False)
            return
        self.use.setEnabled(True)
        self._tried(standing)
        names = {row.area: row.name for row in standing.rows}
        moves = ranking.moves(self._before, self._trial.result, names)
        shown = lists.clauses(f"{one.name} {one.before_label or '–'} → {one.after_label or '–'}" for one in moves[:5])
        more = self.tr(" and {count} more").format(count=len(moves) - 5) if len(moves) > 5 else ""
        self.told.setText(f"{shown}{more}" if moves else self.tr("No rank changes."))

    def _use(self) -> None:
        self._type()
        if self._recipe is not None:
            self._write(self._recipe)
        self.accept()

    def _drop(self) -> None:
        self._write(mapping.unmapped(self._before.recipe, self._node.code, log=self.log.isChecked()))
        self.accept()

    def _write(self, recipe: Recipe) -> None:
        """One step that changes the method; under a scenario the method becomes part of what is tried."""
        self._bridge.follow(recipe)
