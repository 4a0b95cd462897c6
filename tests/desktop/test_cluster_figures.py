"""The figures of the clusters: labels without overlap, hulls, bars, and colours that stand out."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication

from citeria_core.cluster_set import Cluster, ClusterSet
from citeria_desktop import theme as themes
from citeria_desktop.painting import heat_map, labels
from citeria_desktop.painting.biplot import BiplotFigure, LaidBiplot, hull
from citeria_desktop.painting.cluster_look import colour_of, contrast, standing_out
from citeria_desktop.painting.figure import FigureDrawing, Focus, walk
from citeria_desktop.painting.parallel import ParallelFigure
from citeria_desktop.painting.silhouette import SilhouetteBar, SilhouetteFigure
from citeria_desktop.theme import LIGHT, THEMES

SPOTS = st.lists(st.tuples(st.floats(0, 300), st.floats(0, 200)), min_size=1, max_size=25)
HELD = ClusterSet("ward", (Cluster(0, ("a", "b")), Cluster(3, ("c",))))


@given(SPOTS)
@settings(max_examples=60, deadline=None)
def test_no_label_lies_on_another_or_outside(spots: list[tuple[float, float]]) -> None:
    area, size = QRectF(0, 0, 300, 200), QSizeF(40, 12)
    points = [QPointF(x, y) for x, y in spots]
    placed = list(labels.place(labels.Room(area), points, [size] * len(points), range(len(points)), 6).values())
    for number, one in enumerate(placed):
        assert area.contains(one)
        assert not any(one.intersects(other) for other in placed[number + 1 :])


@given(SPOTS)
@settings(max_examples=60, deadline=None)
def test_a_hull_is_convex_and_holds_every_point(spots: list[tuple[float, float]]) -> None:
    points = [QPointF(x, y) for x, y in spots]
    corners = hull(points)
    assert {(p.x(), p.y()) for p in corners} <= set(spots)
    for start, end in zip(corners, [*corners[1:], corners[0]], strict=True):
        for point in points:
            turn = (end.x() - start.x()) * (point.y() - start.y()) - (end.y() - start.y()) * (point.x() - start.x())
            assert len(corners) < 3 or turn >= -1e-6


def test_a_colour_that_people_chose_stands_out_in_every_theme_and_one_of_the_palette_stays_as_it_is() -> None:
    pale = ClusterSet(
        "given:g", (Cluster(0, ("a",), "g", "G", "#FFFDE0"), Cluster(1, (), "h", "H", "#4477AA")), "G", True
    )
    for theme in THEMES.values():
        assert contrast(colour_of(theme, pale, 0), theme.colour("surface")) >= 3
        assert colour_of(theme, pale, 1) == theme.cluster(0)
    assert standing_out(QColor("#000000"), QColor("#FFFFFF")) == QColor("#000000")


def _biplot() -> LaidBiplot:
    points = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0))
    return BiplotFigure(HELD, ("a", "b", "c"), ("A", "B", "C"), points, (("x", 1.0, 0.0),), "one", "two").lay(
        QRectF(0, 0, 400, 300)
    )


def test_the_biplot_has_one_scale_for_both_axes_and_arrows_lead_to_the_neighbour_in_their_direction(
    qapp: QApplication,
) -> None:
    laid = _biplot()
    a, b, c = laid.points
    assert abs((b.x() - a.x()) - (b.y() - c.y())) < 1e-6
    assert laid.step("a", Qt.Key.Key_Right) == "b"
    assert laid.step("b", Qt.Key.Key_Up) == "c"
    assert laid.step("c", Qt.Key.Key_Right) == "c"
    assert laid.at(a + QPointF(3, 3)) == "a"


def test_a_missing_value_breaks_the_line() -> None:
    nan = float("nan")
    figure = ParallelFigure(
        HELD, ("a", "b"), ("A", "B"), (("x", "X"), ("y", "Y"), ("z", "Z")),
        ((1.0, nan, 3.0), (2.0, 2.0, 2.0)), 0.0, 4.0, {"y": (0.0, 4.0)}, frozenset("b"), "x",
    )  # fmt: skip
    assert [run.size() for run in figure.lay(QRectF(0, 0, 500, 300))._runs[0]] == [1, 1]


def test_lists_are_walked_from_end_to_end_and_no_further() -> None:
    items = ("a", "b", "c")
    assert walk(items, "", Qt.Key.Key_Down) == "a"
    assert walk(items, "c", Qt.Key.Key_Down) == "c"
    assert walk(items, "c", Qt.Key.Key_Home) == "a"
    assert walk((), "", Qt.Key.Key_End) == ""


def test_a_picture_is_painted_by_the_code_that_paints_the_screen(qapp: QApplication) -> None:
    bars = tuple(SilhouetteBar(code, code, 0, value) for code, value in (("a", 0.5), ("b", -0.2)))
    figure = SilhouetteFigure(HELD, bars, 0.15, {0: 0.15}, "mean 0.15")
    drawing = FigureDrawing(figure, LIGHT, Focus("a"))
    image = QImage(400, round(drawing.height(400)), QImage.Format.Format_RGB32)
    image.fill(LIGHT.colour("surface"))
    painter = QPainter(image)
    drawing.paint(painter, QRectF(image.rect()))
    painter.end()
    seen = np.frombuffer(image.constBits(), dtype=np.uint32)
    assert (seen == LIGHT.cluster(0).rgb()).any()


def test_a_word_wider_than_its_column_is_shortened_and_not_cut_on_both_sides(qapp: QApplication) -> None:
    themes.load_fonts()
    metrics = QFontMetricsF(themes.font(11))
    place = QRectF(0, 0, 50, 80)
    told = heat_map.fitting("AI innovationssss Smart-degree", place, metrics)
    assert told.startswith("AI innov")
    assert "…" in told
    assert told.endswith("Smart-degree")  # it may break behind the hyphen
    assert all(metrics.horizontalAdvance(word) <= 50 for word in told.split() if "-" not in word)
