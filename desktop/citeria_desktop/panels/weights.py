"""The weights of an index where its bars are explained: a legend whose numbers can be typed.

The first strip holds the parts of the index in their colours; opening a part shows the weights inside it in a strip
below, and so on down to the indicators. Every number is relative among its siblings; its share stands beside it.
"""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QIcon, QPainter, QPaintEvent, QTransform
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from citeria_core.model import Node
from citeria_core.reweigh import among_siblings
from citeria_db import operations
from citeria_desktop import icons
from citeria_desktop.panels.flow import FlowLayout
from citeria_desktop.panels.weight_field import WeightField, written
from citeria_desktop.theme import Theme, font

if TYPE_CHECKING:
    from citeria_desktop.bridge import SessionBridge


class Swatch(QWidget):
    """A square in the colour of a part of the index."""

    def __init__(self, position: int, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._position = position
        self._theme = theme
        self.setFixedSize(10, 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The square."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.part(self._position))
        painter.drawRoundedRect(QRectF(self.rect()), 2, 2)


class NodeWeight(QWidget):
    """One node: its colour, name, weight, share, and a button that opens what is inside it."""

    opened = Signal(str)

    def __init__(self, node: Node, part: int, theme: Theme, *, top: bool, inside: bool, compact: bool) -> None:
        super().__init__()
        self.node = node
        self._compact = compact
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(5)
        if top:
            line.addWidget(Swatch(part, theme))
        self.name = QLabel(node.name)
        self.name.setFont(font(12 if compact or not top else 13, QFont.Weight.Medium if top else QFont.Weight.Normal))
        self.field = WeightField(node.weight)
        self.field.setAccessibleName(self.tr("Weight of {name}").format(name=node.name))
        self.share = QLabel(self)  # shown without a parent it would be a window for a moment
        self.share.setProperty("role", "small")
        self.share.setVisible(not compact)
        self.name.setBuddy(self.field)
        for widget in (self.name, self.field, self.share):
            line.addWidget(widget)
        self.button: QToolButton | None = None
        if inside:
            self.button = QToolButton()
            self.button.setProperty("kind", "ghost")
            self.button.setCheckable(True)
            self.button.setFixedSize(22, 24)
            self.button.setIconSize(QSize(14, 14))
            self.button.setIcon(_chevron(theme))
            self.button.setStyleSheet("padding: 0;")
            self.button.setAccessibleName(self.tr("Weights inside {name}").format(name=node.name))
            self.button.setToolTip(self.button.accessibleName())
            self.button.clicked.connect(partial(self.opened.emit, node.code))
            line.addWidget(self.button)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_weight(self, weight: float, others: float, share: float | None) -> None:
        """The weight in the file, what its siblings weigh together, and what it comes to among them."""
        self.field.show_weight(weight, others)
        self.share.setText("" if share is None else f"{100 * share:.1f} %")
        told = self.tr("{name}: weight {weight}").format(name=self.node.name, weight=written(weight))
        if share is not None:
            told += self.tr(", {share} % of the whole it is part of").format(share=f"{100 * share:.1f}")
        keys = self.tr("Enter saves, Esc restores, ↑ ↓ step by 1, with Shift by 5; 12 % asks for that share")
        self.setToolTip(told)
        self.field.setToolTip(f"{told}\n{keys}")
        self.updateGeometry()


def _chevron(theme: Theme) -> QIcon:
    """Down while closed, up while open."""
    made, up = QIcon(), QTransform().scale(1, -1)
    for scale in icons.SCALES:
        closed = icons.pixmap("chevron-down", theme.colour("muted"), 14, scale)
        opened = icons.pixmap("chevron-down", theme.colour("accent"), 14, scale).transformed(up)
        made.addPixmap(closed, QIcon.Mode.Normal, QIcon.State.Off)
        made.addPixmap(opened, QIcon.Mode.Normal, QIcon.State.On)
    return made


class Strip(QFrame):
    """The weights of one node's children, with their sum."""

    def __init__(self, owner: Node, theme: Theme, *, top: bool, compact: bool) -> None:
        super().__init__()
        self.owner = owner
        self.nodes: list[NodeWeight] = []
        self.flow = FlowLayout(self, across=12 if compact else 20, down=4)
        edge = 14 if compact else 16
        self.flow.setContentsMargins(edge if top else edge + 15, 6, edge, 6)
        if not top:
            inside = QLabel(self.tr("inside {name}").format(name=owner.name))
            inside.setProperty("role", "small")
            inside.setFixedHeight(24)
            self.flow.addWidget(inside)
        self.sum = QLabel()
        self.sum.setProperty("role", "small")
        self.sum.setFixedHeight(24)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, node: NodeWeight) -> None:
        """One more weight."""
        self.nodes.append(node)
        self.flow.addWidget(node)

    def finish(self) -> None:
        """The sum stands last."""
        self.flow.addWidget(self.sum)


class WeightsPanel(QFrame):
    """Strips of weights of the index in view, one for its parts and one for each part that is open."""

    def __init__(
        self, bridge: "SessionBridge", theme: Theme, *, compact: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._theme = theme
        self._compact = compact
        self._open: list[str] = []  # the codes of the nodes opened, outermost first
        self._built: tuple[object, ...] = ()
        self.strips: list[Strip] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 2, 0, 2)
        self._column.setSpacing(0)
        self.setAccessibleName(self.tr("Weights"))
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Dress in another theme."""
        self._theme = theme
        self._built = ()
        self.refresh()

    def refresh(self) -> None:
        """Show the weights of the index in view; fields are kept while its tree is the same."""
        index = self._bridge.session.index
        nodes = index.nodes if index is not None else ()
        self._open = [code for code in self._open if any(node.code == code for node in nodes)]
        shape = (index.code if index else "", tuple((node.code, node.parent, node.name) for node in nodes), *self._open)
        if shape != self._built:
            self._build(nodes)
            self._built = shape
        self._fill({node.code: node for node in nodes})

    def field(self, code: str) -> WeightField | None:
        """The field of one node, while it is shown."""
        return next((one.field for strip in self.strips for one in strip.nodes if one.node.code == code), None)

    def toggle(self, code: str) -> None:
        """Open the weights inside a node, or close them."""
        strips = [strip for strip in self.strips if any(one.node.code == code for one in strip.nodes)]
        depth = self.strips.index(strips[0]) if strips else 0
        closing = code in self._open
        self._open = [*self._open[:depth], *([] if closing else [code])]
        self.refresh()
        again = next((one for strip in self.strips for one in strip.nodes if one.node.code == code), None)
        if again is not None and again.button is not None:
            again.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self, nodes: tuple[Node, ...]) -> None:
        for strip in self.strips:
            self._column.removeWidget(strip)
            strip.hide()
            strip.deleteLater()
        self.strips = []
        children: dict[str | None, list[Node]] = {}
        for node in nodes:
            children.setdefault(node.parent, []).append(node)
        by_code = {node.code: node for node in nodes}
        owners = [*children.get(None, [])[:1], *(by_code[code] for code in self._open)]
        for depth, owner in enumerate(owners):
            strip = Strip(owner, self._theme, top=depth == 0, compact=self._compact)
            for part, node in enumerate(children.get(owner.code, [])):
                strip.add(self._weight(node, part, top=depth == 0, inside=node.code in children))
            strip.finish()
            self._column.addWidget(strip)
            self.strips.append(strip)

    def _weight(self, node: Node, part: int, *, top: bool, inside: bool) -> NodeWeight:
        one = NodeWeight(node, part, self._theme, top=top, inside=inside, compact=self._compact)
        one.opened.connect(self.toggle, Qt.ConnectionType.QueuedConnection)
        one.field.committed.connect(partial(self._commit, node.code))
        one.field.refused.connect(self._bridge.failed)
        if one.button is not None:
            one.button.setChecked(node.code in self._open)
        return one

    def _commit(self, code: str, weight: float) -> None:
        index = self._bridge.session.index
        if index is not None:
            self._bridge.run(operations.set_weight, index.code, code, weight)
            self.refresh()  # a refused weight goes back to the one in the file

    def _fill(self, nodes: dict[str, Node]) -> None:
        result = self._bridge.session.result
        for strip in self.strips:
            weights = [nodes[one.node.code].weight for one in strip.nodes]
            total, others = among_siblings(weights)
            for one, weight, rest in zip(strip.nodes, weights, others, strict=True):
                share = result.weights.get(one.node.code) if result is not None else None
                one.show_weight(weight, rest, share)
            strip.sum.setText(self.tr("weights are relative; sum {total}").format(total=written(total)))
            strip.updateGeometry()
