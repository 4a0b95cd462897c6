"""A page as high as what it holds, up to a limit; what is more is scrolled to."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class FittedPage(QScrollArea):
    """Holds one widget whose height follows its width; `fit` says how high it may be."""

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = 0.0
        page.setObjectName("Surface")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page.installEventFilter(self)

    def fit(self, most: float) -> None:
        """Take the height of the page, `most` pixels at most."""
        self._most = most
        self._measure()

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override]
        """The page asks anew when its words change."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._measure()
        return super().eventFilter(watched, event)

    def _measure(self) -> None:
        page = self.widget()
        layout = page.layout() if page is not None else None
        if layout is not None and self._most:
            needed = max(layout.totalHeightForWidth(self.viewport().width()), layout.totalMinimumSize().height())
            self.setFixedHeight(round(min(needed, self._most)))
