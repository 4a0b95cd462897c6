"""The slope: lines join the right rows, ties and partial lists stay honest, pointer and keys choose."""

import itertools
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QImage, QPainter
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from citeria_core.lanes import Lanes, Ranked
from citeria_core.period import Period
from citeria_db import operations, snapshot_operations
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.models.slope_model import Lead, SlopeModel
from citeria_desktop.painting.slope import Geometry, SlopeDrawing, Subject
from citeria_desktop.picture.subject import AsItStands
from citeria_desktop.theme import DARK, LIGHT, Theme
from citeria_desktop.views.clusters import ClustersView
from citeria_desktop.views.slope import SlopeView

MANY = tuple(f"a{at}" for at in range(300))


def correct(bridge: SessionBridge, text: str = "31.5") -> None:
    cell = ("wuhan", "sub-smart-2020-score", Period.parse("2020"))
    assert bridge.run(operations.set_value, *cell, text) is not None


def label(bridge: SessionBridge, area: str) -> str:
    """The rank of an area now, as it is shown."""
    standing = bridge.session.standing
    assert standing is not None
    return next(row.label for row in standing.rows if row.area == area)


@pytest.fixture
def moved(bridge: SessionBridge) -> SessionBridge:
    """The sample with a snapshot, and Wuhan fallen since."""
    bridge.run(snapshot_operations.take_snapshot, "ICI-CN-SUB", "Base")
    correct(bridge)
    return bridge


@pytest.fixture
def view(moved: SessionBridge, qtbot: QtBot, light: Theme) -> SlopeView:
    made = SlopeView(moved, light)
    qtbot.addWidget(made)
    made.resize(900, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


def subject_of(view: SlopeView) -> Subject:
    assert view.canvas.drawing is not None
    return view.canvas.drawing.subject


def test_the_published_ranking_the_snapshots_and_now_stand_side_by_side(view: SlopeView) -> None:
    assert [ranked.name for ranked in subject_of(view).lanes.rankings] == ["ICI-CN 2020", "Base", "now"]
    standing = view._bridge.session.standing
    assert standing is not None
    shown = {area: place.label for area, place in subject_of(view).lanes.places[-1].items()}
    assert shown == {row.area: row.label for row in standing.rows if row.label}


def test_a_line_leads_from_an_areas_disc_to_its_disc_whatever_is_chosen_filtered_or_squeezed(view: SlopeView) -> None:
    for prepare in (
        lambda: None,
        lambda: view.least.setValue(2),
        lambda: view.fitted.setChecked(True),
        lambda: view._bridge.select("wuhan"),
        lambda: view.canvas.lane_chosen.emit(0),
        lambda: view.resize(700, 320),
    ):
        prepare()
        area = QRectF(view.canvas.rect())
        where = Geometry(subject_of(view), area, view.fitted.isChecked())
        lanes = subject_of(view).lanes
        for lane in range(len(lanes.rankings)):
            tops = sorted(lanes.areas, key=lambda code: where.point(lane, code).y())
            assert tuple(tops) == lanes.order(lane)
            for code in lanes.areas:
                assert where.hit(where.point(lane, code)) == (code, lane)


def test_a_click_on_a_disc_after_scrolling_chooses_its_area(moved: SessionBridge, qtbot: QtBot, light: Theme) -> None:
    view = SlopeView(moved, light)
    qtbot.addWidget(view)
    view.resize(600, 300)
    with qtbot.waitExposed(view):
        view.show()
    bar = view.pane.verticalScrollBar()
    bar.setValue(bar.maximum())
    where = Geometry(subject_of(view), QRectF(view.canvas.rect()))
    place = where.point(2, "harbin").toPoint()
    assert bar.value() > 0
    qtbot.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=place)
    assert moved.area == "harbin"


def test_keys_walk_down_the_marked_ranking_and_across(view: SlopeView, moved: SessionBridge, qtbot: QtBot) -> None:
    view.canvas.setFocus()
    order = subject_of(view).lanes.order(2)
    for key, expected in ((Qt.Key.Key_Home, order[0]), (Qt.Key.Key_Down, order[1]), (Qt.Key.Key_End, order[-1])):
        qtbot.keyClick(view.canvas, key)
        assert moved.area == expected
    qtbot.keyClick(view.canvas, Qt.Key.Key_Left)
    assert subject_of(view).lane == 1
    assert moved.area == order[-1]
    qtbot.keyClick(view.canvas, Qt.Key.Key_Up)
    base = subject_of(view).lanes.order(1)
    assert moved.area == base[base.index(order[-1]) - 1]
    qtbot.keyClick(view.canvas, Qt.Key.Key_Escape)
    assert moved.area == ""


def test_enter_tells_why_and_a_changed_value_leads_to_its_cell(
    view: SlopeView, moved: SessionBridge, qtbot: QtBot
) -> None:
    moved.select("wuhan")
    qtbot.keyClick(view.canvas, Qt.Key.Key_Return)
    qtbot.waitUntil(view.why.isVisible)
    assert view.why.headline.text() == "Wuhan: 6 in “Base”, 8 now."
    assert "Data" in view.why.text
    wanted = []
    view.go_wanted.connect(lambda name, page: wanted.append(name))
    view.why.cell_wanted.emit("wuhan", "sub-smart-2020-score")
    assert (moved.area, moved.indicator, wanted) == ("wuhan", "sub-smart-2020-score", ["data"])
    qtbot.keyClick(view.why, Qt.Key.Key_Escape)
    assert not view.why.isVisible()


def test_a_published_ranking_has_no_inputs_to_compare(view: SlopeView, moved: SessionBridge, qtbot: QtBot) -> None:
    moved.select("wuhan")
    view.canvas.lane_chosen.emit(1)
    view.canvas.why_wanted.emit()
    assert "nothing to compare" in view.why.headline.text()


def test_only_movers_are_drawn_in_full(view: SlopeView) -> None:
    view._toggle("published:ici-cn-2020-overall", False)
    view.least.setValue(1)
    lanes = subject_of(view).lanes
    assert subject_of(view).movers == {code for code in lanes.areas if lanes.most(code) >= 1}
    assert set(view.model.areas) == subject_of(view).movers
    view.least.setValue(900)
    assert view.model.areas == ()


def test_not_ranked_stands_apart_from_the_last(view: SlopeView) -> None:
    view._toggle("published:idc-inspur-ai-cities-of-china-2021-overall", True)
    lanes = subject_of(view).lanes
    at = [ranked.name for ranked in lanes.rankings].index("IDC/Inspur AI cities of China 2021")
    where = Geometry(subject_of(view), QRectF(view.canvas.rect()))
    ranked = [where.point(at, code).y() for code in lanes.places[at]]
    others = [where.point(at, code).y() for code in lanes.unplaced[at]]
    assert others
    assert max(ranked) < where.line < min(others)
    assert "not ranked" in view.model.sentence(lanes.unplaced[at][0])


def test_labels_never_lie_on_one_another_however_low_the_view() -> None:
    ranks = {code: float(at) for at, code in enumerate(MANY, 1)}
    turned = {code: float(300 - at) for at, code in enumerate(MANY)}
    lanes = Lanes((Ranked("one", ranks), Ranked("other", turned)), MANY)
    subject = Subject(lanes, {}, movers=frozenset(MANY), selected="a150")
    for height in (200, 600, 2000, 9000):
        where = Geometry(subject, QRectF(0, 0, 800, height), fitted=True)
        shown = where.shown_labels()
        assert "a150" in shown
        for lane in (0, 1):
            ys = sorted(where.point(lane, code).y() for code in shown)
            assert all(later - earlier >= 15 for earlier, later in itertools.pairwise(ys))


def test_the_drawing_paints_alike_on_any_device(view: SlopeView) -> None:
    for theme in (LIGHT, DARK):
        drawing = SlopeDrawing(subject_of(view), theme)
        image = QImage(1600, round(drawing.height(800) * 2), QImage.Format.Format_ARGB32)
        image.setDevicePixelRatio(2)
        image.fill(theme.colour("surface"))
        painter = QPainter(image)
        drawing.paint(painter, QRectF(0, 0, 800, drawing.height(800)))
        painter.end()
        where = drawing.geometry(QRectF(0, 0, 800, drawing.height(800)))
        left = where.point(0, "beijing") + QPointF(-10, 0)
        assert image.pixelColor((left * 2).toPoint()) != theme.colour("surface")


def test_the_table_says_the_same_and_shares_the_selection(view: SlopeView, moved: SessionBridge) -> None:
    QAbstractItemModelTester(view.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    view.as_table.setChecked(True)
    assert view.stack.currentWidget() is view.table
    moved.select("wuhan")
    row = view.table.currentIndex().row()
    assert view.model.areas[row] == "wuhan"
    assert view.model.text(row, len(Lead) + 1) == "6"
    assert view.model.text(row, len(Lead) + 2) == label(moved, "wuhan")
    assert view.table_text().splitlines()[0] == "area,group,ICI-CN 2020,Base,now,change"
    view.table.selectRow(0)
    assert moved.area == view.model.areas[0]


def test_a_screen_reader_hears_the_selected_line(view: SlopeView, moved: SessionBridge) -> None:
    moved.select("wuhan")
    said = f"Wuhan: ICI-CN 2020 7, Base 6, now {label(moved, 'wuhan')}; down 1."
    assert view.sentence.text() == said
    heard = QAccessible.queryAccessibleInterface(view.canvas)
    assert heard.text(QAccessible.Text.Name) == "Rankings side by side"
    assert heard.text(QAccessible.Text.Description) == said


def test_what_was_chosen_comes_back(view: SlopeView, moved: SessionBridge, qtbot: QtBot, light: Theme) -> None:
    view._toggle("published:ici-cn-2020-overall", False)
    view.bands.setChecked(True)
    view.least.setValue(1)
    again = SlopeView(moved, light)
    qtbot.addWidget(again)
    again.restore(view.state())
    assert again.state() == view.state()
    assert again.keys == ("snapshot:Base", "now")


def test_a_snapshot_taken_appears_and_undo_takes_it_away(view: SlopeView, moved: SessionBridge) -> None:
    moved.run(snapshot_operations.take_snapshot, "ICI-CN-SUB", "After")
    assert [ranked.name for ranked in subject_of(view).lanes.rankings][-2:] == ["After", "now"]
    moved.undo()
    assert "After" not in [ranked.name for ranked in subject_of(view).lanes.rankings]


def test_a_single_ranking_leaves_a_sentence_and_the_way_back(view: SlopeView) -> None:
    for key in view.keys:
        view._toggle(key, False)
        if len(view.keys) < 2:
            assert view.stack.currentWidget() is view.empty
            assert isinstance(view.picture().drawing, AsItStands)
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    view.picture().drawing.paint(painter, QRectF(image.rect()))  # also with none at all
    painter.end()
    view.empty.wanted.emit()
    assert len(subject_of(view).lanes.rankings) == 3
    assert view.picture().title.startswith("Rankings side by side: ICI-CN 2020")


def test_an_index_that_ranks_nobody_yet_shows_the_published_order(
    open_bridge: Callable[..., SessionBridge], qtbot: QtBot, light: Theme
) -> None:
    view = SlopeView(open_bridge("ICI-CN"), light)
    qtbot.addWidget(view)
    view.show()
    assert [ranked.name for ranked in subject_of(view).lanes.rankings] == ["ICI-CN 2020", "now"]
    assert len(subject_of(view).lanes.unplaced[1]) == 11  # the published order beside nobody's own rank


def test_the_model_alone_passes_qts_own_tests() -> None:
    model = SlopeModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    lanes = Lanes((Ranked("one", {"a": 1.0, "b": 2.0}), Ranked("two", {"b": 1.0})), ("a", "b"))
    model.show(lanes, {"a": "Aa"}, {}, frozenset("ab"))
    assert model.rows() == [
        ["area", "group", "one", "two", "change"],
        ["b", "", "2", "1", ""],
        ["Aa", "", "1", "–", ""],
    ]


def test_computed_clusters_give_the_colours_and_are_those_of_the_clusters_view(
    view: SlopeView, qtbot: QtBot, light: Theme
) -> None:
    bridge = view._bridge
    clusters = ClustersView(bridge, light)
    qtbot.addWidget(clusters, before_close_func=lambda widget: widget.stop())
    with qtbot.waitExposed(clusters):
        clusters.show()
    qtbot.waitUntil(lambda: not clusters.busy, timeout=60_000)
    view.colouring.setCurrentIndex(view.colouring.findData("computed:kmeans"))
    qtbot.waitUntil(lambda: not view.busy and bool(view._subject().groups), timeout=60_000)
    clusters._ask(replace(clusters.question, shown="kmeans", k=4))
    qtbot.waitUntil(lambda: not clusters.busy and clusters.study is not None and clusters.study.k == 4, timeout=60_000)
    assert clusters.study is not None
    drawn = view._subject()
    assert drawn.groups == clusters.study.shown.positions
    assert drawn.filled
    names = [key.name for key in view.picture().legend]
    assert names == [f"Cluster {one.position + 1}" for one in clusters.study.shown.clusters]
    correct(bridge, "44")
    qtbot.waitUntil(lambda: not view.busy and not clusters.busy, timeout=60_000)
    assert clusters.study.result is bridge.session.result
    assert view._subject().groups == clusters.study.shown.positions
    state = view.state()
    assert state["colouring"] == "computed:kmeans"
