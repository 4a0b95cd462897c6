"""The areas on the plane of the first two principal components, indicators as arrows."""

from citeria_desktop.figures import percent
from citeria_desktop.painting.biplot import BiplotFigure
from citeria_desktop.panels.clusters.page import ChartPage


class BiplotPage(ChartPage):
    """The plane, and how much of the distances it shows."""

    name = "biplot"

    def title(self) -> str:
        """What stands on the tab."""
        return self.tr("Biplot")

    def make_figure(self) -> BiplotFigure | None:
        """Points and arrows of the study."""
        plane = self.study.plane if self.study is not None else None
        if plane is None or self.study is None:
            self.note.setText("")
            return None
        first, second = plane.shares
        self.note.setText(
            self.tr("Near areas are alike. The plane shows {share} of the differences between the areas.").format(
                share=percent(plane.shown)
            )
        )
        return BiplotFigure(
            self.study.shown,
            plane.areas,
            tuple(self.words.area(area) for area in plane.areas),
            tuple((float(x), float(y)) for x, y in plane.points),
            tuple(
                (self.words.indicator(code), float(x), float(y))
                for code, (x, y) in zip(plane.indicators, plane.loadings, strict=True)
            ),
            self.tr("First component, {share} of the variance").format(share=percent(first)),
            self.tr("Second component, {share} of the variance").format(share=percent(second)),
        )

    def hint(self) -> str:
        """What keys and mouse do."""
        return self.tr("Click an area, or walk with the arrow keys; Space marks it for a group.")

    def rows(self) -> list[list[str]]:
        """Areas with their places in the plane, then indicators with their loadings."""
        plane = self.study.plane if self.study is not None else None
        if plane is None or self.study is None:
            return []
        head = [
            self.tr("area or indicator"),
            self.tr("cluster"),
            self.tr("first component"),
            self.tr("second component"),
        ]
        areas = [
            [self.words.area(area), self.words.place_of(self.study.shown, area), repr(float(x)), repr(float(y))]
            for area, (x, y) in zip(plane.areas, plane.points, strict=True)
        ]
        loadings = [
            [self.words.indicator(code), "", repr(float(x)), repr(float(y))]
            for code, (x, y) in zip(plane.indicators, plane.loadings, strict=True)
        ]
        return [head, *areas, *loadings]
