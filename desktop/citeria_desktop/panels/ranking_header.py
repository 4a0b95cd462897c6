"""The header of the ranking: a lane for each part in view, as wide as its weight, with borders to drag.

It paints names, shares and how values are spread, and holds the controls of each lane. What a drag means is decided by
`Reweighing`; where a lane lies by `painting.lanes`, as for the bars below.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolButton, QToolTip, QWidget

from citeria_core.histogram import Histogram
from citeria_desktop import icons
from citeria_desktop.figures import fixed
from citeria_desktop.models.ranking_model import BAR_MARGIN, Column
from citeria_desktop.painting.histogram import draw_box, draw_histogram
from citeria_desktop.painting.lanes import Edges, lanes, share_of
from citeria_desktop.panels import border_handle
from citeria_desktop.panels.border_handle import BorderHandle
from citeria_desktop.panels.quiet_header import QuietHeader
from citeria_desktop.panels.share_field import HEIGHT as FIELD_HEIGHT
from citeria_desktop.panels.share_field import ShareField
from citeria_desktop.theme import Theme, font

HEIGHT: Final = 60
NOTHING: Final = Histogram(0.0, 1.0, ())
_NAME_HEIGHT: Final = 26
_BUTTON: Final = 18
_ROOM_FOR_BUTTONS: Final = 92


@dataclass(frozen=True, slots=True)
class HeadPart:
    """One part in view: `weight` is its share of the whole index (0 … 1), `share` that of its siblings in per cent."""

    code: str
    name: str
    owner: str  # the name of the part it is inside of; "" for a part of the index
    colour: QColor
    weight: float
    share: Decimal
    scale: float  # how much of the index its siblings weigh together, 0 … 1
    locked: bool
    movable: bool
    opens: bool  # it has parts of its own
    spread: Histogram = NOTHING


class _Lane:
    """The controls of one lane."""

    def __init__(self, part: HeadPart, theme: Theme, parent: QWidget) -> None:
        self.part = part
        self.handle = BorderHandle(theme, parent)
        self.field = ShareField(parent)
        self.fold = QToolButton(parent)
        self.lock = QToolButton(parent)
        self.drawn: tuple[str, bool, bool] | None = None  # what its icons were drawn for
        for button in (self.fold, self.lock):
            button.setProperty("kind", "ghost")
            button.setFixedSize(_BUTTON, _BUTTON)
            button.setIconSize(QSize(12, 12))
            button.setStyleSheet("padding: 0;")

    def widgets(self) -> tuple[QWidget, ...]:
        return (self.field, self.lock, self.fold, self.handle)


class RankingHeader(QuietHeader):
    """`show_parts` gives what is shown; the signals name a part by its code."""

    grabbed = Signal(str)
    dragged = Signal(str, float, object)  # code, per cent among its siblings, the step to snap to
    stepped = Signal(str, object)
    given = Signal(str, object)
    kept = Signal()
    restored = Signal()
    refused = Signal(str)
    lock_toggled = Signal(str)
    fold_toggled = Signal(str)
    menu_wanted = Signal(str, QPoint)
    sort_wanted = Signal(int, str, bool)  # column, the part ("" = none), whether to add it to the others

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, size=12)
        self.parts: tuple[HeadPart, ...] = ()
        self.scores = NOTHING
        self.boxes = False  # the spread of values is drawn as a box, not as a histogram
        self.sorted_by: dict[str, str] = {}  # column number or part code → the arrow behind its name
        self._lanes: list[_Lane] = []
        self._placed: object = None  # what the controls were placed for
        self._pressed = QPoint()
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.sectionResized.connect(self._place)
        self.sectionMoved.connect(self._place)
        self.sectionClicked.connect(self._clicked)

    # -- what is shown -------------------------------------------------------------------------------------------------

    def show_parts(self, parts: Sequence[HeadPart], scores: Histogram = NOTHING) -> None:
        """Show these parts, and how `scores` are spread.

        The controls stay while the parts are the same, so that a drag goes on.
        """
        same = [one.code for one in parts] == [one.code for one in self.parts]
        self.parts, self.scores = tuple(parts), scores
        if not same:
            self._build()
        for lane, part in zip(self._lanes, parts, strict=True):
            self._dress(lane, part)
        self._place()
        self.viewport().update()

    def lane(self, code: str) -> tuple[BorderHandle, ShareField]:
        """The border and the field of one part."""
        held = next(lane for lane in self._lanes if lane.part.code == code)
        return held.handle, held.field

    def commit(self) -> None:
        """Hand over what is being typed."""
        for lane in self._lanes:
            if lane.field.hasFocus():
                lane.field.commit()

    def set_theme(self, theme: Theme) -> None:
        """Dress in another theme."""
        super().set_theme(theme)
        for lane in self._lanes:
            lane.handle.set_theme(theme)
            self._dress(lane, lane.part)

    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(self.length(), HEIGHT)

    def edges(self) -> tuple[Edges, ...]:
        """The lanes, from the left of the bars."""
        return lanes([part.weight for part in self.parts], self._room())

    @property
    def bars_left(self) -> int:
        """Where the lanes begin in the viewport."""
        return self.sectionViewportPosition(Column.BAR)

    def part_at(self, place: QPoint) -> str:
        """The part whose lane is at a place of the viewport, or ""."""
        if self.logicalIndexAt(place) != Column.BAR:
            return ""
        x = place.x() - self.sectionViewportPosition(Column.BAR)
        return next(
            (part.code for part, edge in zip(self.parts, self.edges(), strict=True) if edge.left <= x < edge.right), ""
        )

    def _room(self) -> float:
        return max(self.sectionSize(Column.BAR) - BAR_MARGIN, 1.0)

    def _build(self) -> None:
        gone, self._lanes = self._lanes, []
        for lane in gone:
            for widget in lane.widgets():
                widget.blockSignals(True)  # a hidden field loses the focus, and would commit
                widget.hide()
                widget.deleteLater()
        self._lanes = [self._connect(_Lane(part, self.theme, self.viewport())) for part in self.parts]
        self._placed = None

    def _connect(self, lane: _Lane) -> _Lane:
        code, handle, field = lane.part.code, lane.handle, lane.field
        handle.grabbed.connect(partial(self.grabbed.emit, code))
        handle.dragged.connect(partial(self._drag, lane))
        handle.released.connect(self.kept)
        handle.stepped.connect(partial(self.stepped.emit, code))
        handle.typed.connect(partial(self._type, lane))
        handle.kept.connect(self.kept)
        handle.restored.connect(self.restored)
        handle.locked.connect(partial(self.lock_toggled.emit, code))
        handle.menu_wanted.connect(partial(self.menu_wanted.emit, code))
        field.typed.connect(partial(self.given.emit, code))
        field.stepped.connect(partial(self.stepped.emit, code))
        field.kept.connect(self.kept)
        field.kept.connect(self._place)
        field.restored.connect(self.restored)
        field.refused.connect(self.refused)
        lane.lock.clicked.connect(partial(self.lock_toggled.emit, code))
        lane.fold.clicked.connect(partial(self.fold_toggled.emit, code), Qt.ConnectionType.QueuedConnection)
        return lane

    def _drag(self, lane: _Lane, pixels: float, snap: Decimal) -> None:
        gained = 100 * share_of(pixels, len(self.parts), self._room())
        self.dragged.emit(lane.part.code, gained / lane.part.scale if lane.part.scale else gained, snap)

    def _type(self, lane: _Lane, text: str) -> None:
        lane.field.show()
        lane.field.raise_()
        lane.field.setFocus(Qt.FocusReason.OtherFocusReason)
        lane.field.setText(text)

    def _dress(self, lane: _Lane, part: HeadPart) -> None:
        lane.part = part
        told = self.tr("Weight of {name}: {share} %").format(name=part.name, share=f"{float(part.share):.4g}")
        lane.handle.is_locked = part.locked
        lane.handle.setEnabled(part.movable)
        lane.handle.setAccessibleName(told)
        lane.handle.setToolTip(
            self.tr(
                "{weight}\nDrag, or step with the arrow keys (Shift: by 5), or type a number."
                "\nEnter keeps, Esc restores. A drag snaps to 5 %, with Shift to 1 %, with Alt to 0.1 %. L locks."
            ).format(weight=told)
        )
        lane.field.setEnabled(part.movable and not part.locked)
        lane.field.setAccessibleName(self.tr("Share of {name} in per cent").format(name=part.name))
        lane.field.show_share(part.share)
        lane.lock.setEnabled(part.movable)
        words = self.tr("Unlock {name}") if part.locked else self.tr("Lock {name}")
        lane.lock.setAccessibleName(words.format(name=part.name))
        lane.lock.setToolTip(lane.lock.accessibleName())
        closes = bool(part.owner) and not part.opens
        drawn = (self.theme.name, part.locked, closes)
        if lane.drawn != drawn:  # a frame of a drag has no time to draw icons
            lane.drawn = drawn
            lane.lock.setIcon(icons.icon("lock", self.theme.colour("accent" if part.locked else "edge"), 12))
            lane.fold.setIcon(icons.icon("chevron-up" if closes else "chevron-down", self.theme.colour("muted"), 12))
        fold = (
            self.tr("Close {name}").format(name=part.owner) if closes else self.tr("Open {name}").format(name=part.name)
        )
        lane.fold.setAccessibleName(fold)
        lane.fold.setToolTip(fold)

    # -- where it is ---------------------------------------------------------------------------------------------------

    def _place(self, *_: object) -> None:
        """Put every control where its lane is; what has no room is hidden, its keys and its menu stay."""
        left, edges = self.sectionViewportPosition(Column.BAR), self.edges() if self._lanes else ()
        shown = not self.isSectionHidden(Column.BAR)
        places = (left, edges, shown, *((lane.field.wanted_width, lane.field.hasFocus()) for lane in self._lanes))
        if places == self._placed:
            return
        self._placed = places
        for lane, edge in zip(self._lanes, edges, strict=True):
            x, right = round(left + edge.left), round(left + edge.right)
            roomy = edge.width >= _ROOM_FOR_BUTTONS
            width = min(lane.field.wanted_width, max(round(edge.width) - 14, 0))
            lane.handle.setGeometry(right - border_handle.WIDTH // 2 - 1, 6, border_handle.WIDTH, HEIGHT - 12)
            lane.handle.setVisible(shown)
            typing = lane.field.hasFocus()
            lane.field.setGeometry(x + 6, _NAME_HEIGHT + 4, max(width, 44 if typing else 0), FIELD_HEIGHT)
            lane.field.setVisible(shown and (width >= lane.field.wanted_width or typing))
            lane.lock.move(x + 8 + width, _NAME_HEIGHT + 6)
            lane.lock.setVisible(shown and roomy)
            lane.fold.move(right - _BUTTON - 12, _NAME_HEIGHT + 6)
            lane.fold.setVisible(shown and roomy and (lane.part.opens or bool(lane.part.owner)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The lanes follow the width."""
        super().resizeEvent(event)
        self._place()

    def updateGeometries(self) -> None:
        """The lanes follow the sections."""
        super().updateGeometries()
        self._place()

    # -- what is painted -----------------------------------------------------------------------------------------------

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Plain columns have their name on the lower line; the bars have their lanes."""
        painter.save()
        painter.fillRect(rect, self.theme.colour("surface"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), self.theme.colour("line"))
        if section == Column.BAR and self.parts:
            self._paint_lanes(painter, rect)
        else:
            self._paint_title(painter, rect, section)
        painter.restore()

    def _paint_title(self, painter: QPainter, rect: QRect, section: int) -> None:
        arrow = self.sorted_by.get(str(section), "")
        text = str(self.model().headerData(section, self.orientation()) or "") + arrow
        side = self.alignments.get(section, Qt.AlignmentFlag.AlignLeft)
        right = bool(side & Qt.AlignmentFlag.AlignRight)
        inner = QRectF(rect).adjusted(0 if right else 8, _NAME_HEIGHT + 4, -8, -8)
        painter.setFont(self._font)
        painter.setPen(self.theme.colour("text" if arrow else "muted"))
        shown = QFontMetricsF(self._font).elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, int(side | Qt.AlignmentFlag.AlignVCenter), shown)
        if section == Column.SCORE:
            place = QRectF(rect.right() - 56, rect.top() + 8, 48, 18)
            self._paint_spread(painter, place, self.scores, self.theme.colour("muted"))

    def _paint_spread(self, painter: QPainter, place: QRectF, spread: Histogram, colour: QColor) -> None:
        if self.boxes:
            draw_box(painter, place, spread, colour, self.theme.colour("text"))
        else:
            draw_histogram(painter, place, spread.counts, colour)

    def _paint_lanes(self, painter: QPainter, rect: QRect) -> None:
        bold = font(12, QFont.Weight.DemiBold)
        metrics = QFontMetricsF(bold)
        shift = rect.left() - self.sectionViewportPosition(Column.BAR)  # a picture is painted elsewhere
        edges = lanes([part.weight for part in self.parts], rect.width() - BAR_MARGIN)
        for lane, edge in zip(self._lanes, edges, strict=True):
            part, left = lane.part, rect.left() + edge.left
            painter.fillRect(QRectF(left, rect.top() + 4, 1, rect.height() - 8), self.theme.colour("line"))
            fold = _BUTTON + 8 if not lane.fold.isHidden() else 0
            room = max(edge.width - 14, 10.0)
            painter.fillRect(QRectF(left + 6, rect.top() + 11, 8, 8), part.colour)
            painter.setFont(bold)
            painter.setPen(self.theme.colour("text"))
            name = f"{part.name}{self.sorted_by.get(part.code, '')}"
            told = metrics.elidedText(name, Qt.TextElideMode.ElideRight, max(room - 12, 0.0))
            painter.drawText(QRectF(left + 18, rect.top() + 4, room, 22), int(Qt.AlignmentFlag.AlignVCenter), told)
            end = lane.lock.geometry().right() + 8 + shift if not lane.lock.isHidden() else 0
            free = QRectF(end, rect.top() + _NAME_HEIGHT + 6, left + edge.width - 14 - fold - end, 18)
            if end and free.width() >= 24:
                free.setLeft(max(free.left(), free.right() - 72))
                self._paint_spread(painter, free, part.spread, part.colour)

    def show_boxes(self, shown: bool) -> None:
        """Draw how values are spread as boxes with whiskers, or as histograms."""
        self.boxes = shown
        self.viewport().update()

    def spread_at(self, place: QPoint) -> str:
        """How the points of the lane, or the scores, at a place of the viewport are spread, in words."""
        code = self.part_at(place)
        part = next((one for one in self.parts if one.code == code), None)
        scored = self.logicalIndexAt(place) == Column.SCORE
        spread = part.spread if part is not None else self.scores if scored else NOTHING
        if not spread.counts:
            return ""
        name = part.name if part is not None else str(self.model().headerData(Column.SCORE, self.orientation()))
        numbers = (fixed(one, 1) for one in (spread.low, spread.high, *spread.quartiles))
        low, high, lower, median, upper = numbers
        return self.tr(
            "{name}: from {low} to {high}; half of them from {lower} to {upper}, the median {median}"
        ).format(name=name, low=low, high=high, lower=lower, upper=upper, median=median)

    def viewportEvent(self, event: QEvent) -> bool:
        """How values are spread, as a tip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            told = self.spread_at(event.pos())
            if told:
                QToolTip.showText(event.globalPos(), told, self)
                return True
        return super().viewportEvent(event)

    # -- what is done --------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where, since a click names no lane."""
        self._pressed = event.position().toPoint()
        self._adding = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        super().mousePressEvent(event)

    def _clicked(self, section: int) -> None:
        part = self.part_at(self._pressed) if section == Column.BAR else ""
        self.sort_wanted.emit(section, part, self._adding)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the part, or with the column, under the pointer."""
        self.menu_wanted.emit(self.part_at(event.pos()), event.globalPos())
