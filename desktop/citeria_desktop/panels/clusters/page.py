"""What every page of the clusters is: it shows a study, follows the selection, and gives its picture and its table."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from citeria_desktop.models.cluster_words import ClusterWords
from citeria_desktop.painting.figure import Figure
from citeria_desktop.panels.chart import Chart
from citeria_desktop.theme import Theme

if TYPE_CHECKING:
    from citeria_core.study import Study
    from citeria_desktop.picture.subject import Drawing


_LEAST = 230  # the height of a chart below which it scrolls


class ClusterPage(QWidget):
    """`chosen` is an area, with an indicator or none; `marked` are all areas that are to be marked."""

    name = ""
    chosen = Signal(str, str)
    marked = Signal(object)
    dossier_wanted = Signal()
    k_wanted = Signal(int)
    against_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.study: Study | None = None
        self.words = ClusterWords({}, {})
        self.area = self.indicator = ""
        self.marks: frozenset[str] = frozenset()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)

    @property
    def busy(self) -> bool:
        """Whether something here is computed in the background."""
        return False

    def title(self) -> str:
        """What stands on the tab."""
        raise NotImplementedError

    def show_study(self, study: "Study | None", words: ClusterWords) -> None:
        """Show what was found."""
        self.study, self.words = study, words
        self.refresh()

    def refresh(self) -> None:
        """Fill the page from its study."""

    def look_at(self, indicator: str) -> None:
        """Take over the selected indicator ("" = none), before `follow` shows what is selected."""
        self.indicator = indicator

    def follow(self, area: str, marks: frozenset[str]) -> None:
        """Show what is selected and marked."""
        self.area, self.marks = area, marks

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.theme = theme

    def pointed_at(self) -> tuple[str, str]:
        """The area and indicator that somebody points at, where the page knows more than what is selected; else ""."""
        return "", ""

    def stop(self) -> None:
        """Drop what is computed here in the background."""

    def drawing(self) -> "Drawing | None":
        """What a picture takes; None while there is nothing."""
        return None

    def caption(self) -> str:
        """What a picture says below what is shown."""
        return ""

    def rows(self) -> list[list[str]]:
        """The figures behind what is shown, with a heading."""
        return []

    def state(self) -> dict[str, object]:
        """What is remembered of the page."""
        return {}

    def restore(self, state: Mapping[str, object]) -> None:
        """Go back to what was remembered."""


class ChartPage(ClusterPage):
    """A page with one chart that may scroll, words above it, and the selected item in words below."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.note = line_of_words()
        self.note.setContentsMargins(16, 8, 16, 0)
        self.chart = self.make_chart()
        self.chart.setAccessibleName(self.title())
        self.pane = around(self.chart)
        self.told = line_of_words("muted")
        self.told.setContentsMargins(16, 2, 16, 8)
        self.told.setMinimumHeight(26)
        self.column.addWidget(self.note)
        self.column.addWidget(self.pane, 1)
        self.column.addWidget(self.told)
        self.setFocusProxy(self.chart)
        self.chart.chosen.connect(self.choose)
        self.chart.marked.connect(self._mark)
        self.chart.opened.connect(self.open)
        self.pane.viewport().installEventFilter(self)

    def make_chart(self) -> Chart:
        """The chart of the page."""
        return Chart(self.theme, self.tell)

    def make_figure(self) -> Figure | None:
        """The figure of the study; None where there is none."""
        raise NotImplementedError

    def tell(self, item: str) -> str:
        """An item of the chart in a sentence."""
        return self.words.about(self.study, item) if self.study is not None else ""

    def choose(self, item: str) -> None:
        """What follows when an item is clicked or walked to."""
        self.chosen.emit(item, "")

    def open(self, item: str) -> None:
        """What follows when an item is opened: the dossier of what is pointed at."""
        self.dossier_wanted.emit()

    def refresh(self) -> None:
        """The figure anew."""
        self.chart.show_figure(self.make_figure())
        self.fit()
        self.follow(self.area, self.marks)

    def follow(self, area: str, marks: frozenset[str]) -> None:
        """The chart's selection and the words below."""
        super().follow(area, marks)
        self.chart.follow(area, marks)
        self.told.setText(self.tell(area) if area else self.hint())

    def hint(self) -> str:
        """What stands below the chart while nothing is selected."""
        return ""

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        super().set_theme(theme)
        self.chart.set_theme(theme)

    def drawing(self) -> "Drawing | None":
        """The figure."""
        return self.chart.drawing()

    def caption(self) -> str:
        """The words above the chart."""
        return self.note.text()

    def fit(self) -> None:
        """Give the chart the size that its figure needs; charts that take any size need little."""
        self.chart.setMinimumHeight(_LEAST)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the chart when its window changes."""
        if event.type() == QEvent.Type.Resize:
            self.fit()
        return super().eventFilter(watched, event)

    def _mark(self, item: str) -> None:
        self.marked.emit(self.marks ^ {item})


def line_of_words(role: str = "muted") -> QLabel:
    """A label whose words run over several lines and can be copied."""
    label = QLabel()
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def around(widget: QWidget) -> QScrollArea:
    """A frameless window to scroll a widget in."""
    scroll = QScrollArea()
    scroll.setWidget(widget)
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return scroll
