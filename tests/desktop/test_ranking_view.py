"""The ranking: bars that are the scores, weights typed in the legend, one selection with every other view."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractItemModel, QPoint, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from citeria_core.model import Node
from citeria_core.period import Period
from citeria_core.ranking import Row, Standing
from citeria_db import index_operations, operations
from citeria_desktop import theme as themes
from citeria_desktop.bridge import SessionBridge
from citeria_desktop.delegates.row_delegate import RowDelegate
from citeria_desktop.models import ranking_words as words
from citeria_desktop.models.ranking_model import Column, RankingModel
from citeria_desktop.painting import bars
from citeria_desktop.panels.weight_field import WeightField
from citeria_desktop.theme import Theme
from citeria_desktop.views.ranking import RankingView

YEAR = Period.parse("2020")
Opener = Callable[..., SessionBridge]
ItemRole = Qt.ItemDataRole


def _open(qtbot: QtBot, bridge: SessionBridge, theme: Theme, *, compact: bool = False) -> RankingView:
    view = RankingView(bridge, theme, compact=compact)
    qtbot.addWidget(view)
    if not compact:
        view.show_strips(True)
    view.resize(*((360, 800) if compact else (1100, 700)))
    with qtbot.waitExposed(view):
        view.show()
    return view


@pytest.fixture
def view(qtbot: QtBot, bridge: SessionBridge, light: Theme) -> RankingView:
    return _open(qtbot, bridge, light)


def _column(view: RankingView, column: Column) -> list[str]:
    return [str(view.model.index(row, column).data()) for row in range(view.model.rowCount())]


def _field(view: RankingView, node: str) -> WeightField:
    field = view.weights.field(node)
    assert field is not None, node
    return field


def _stored(bridge: SessionBridge, node: str) -> float:
    assert bridge.session.index is not None
    index = bridge.session.project.indices.get(bridge.session.index.code)
    return next(one.weight for one in index.nodes if one.code == node)


def _click(qtbot: QtBot, view: RankingView, area: str) -> None:
    row = view.model.row_of(area)
    assert row is not None
    place = view.table.visualRect(view.model.index(row, Column.AREA)).center()
    qtbot.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=place)


# -- what it shows -----------------------------------------------------------------------------------------------------


def test_every_area_stands_in_order_of_rank_with_the_published_rank_beside_ours(
    view: RankingView, bridge: SessionBridge
) -> None:
    standing = bridge.session.standing
    assert standing is not None
    assert _column(view, Column.RANK) == [str(rank) for rank in range(1, 12)]
    assert _column(view, Column.AREA) == [row.name for row in standing.rows]
    assert _column(view, Column.PUBLISHED)[:3] == ["1", "2", "5"]


def test_the_score_shown_is_the_score_that_orders(view: RankingView, bridge: SessionBridge) -> None:
    standing = bridge.session.standing
    assert standing is not None
    assert _column(view, Column.SCORE) == [f"{row.score:.1f}" for row in standing.rows]


def test_a_row_that_rests_on_few_values_says_partial_and_names_what_is_missing(view: RankingView) -> None:
    row = view.model.row_of("wuhan")
    assert row is not None
    assert view.model.index(row, Column.COVERAGE).data() == "2/5 partial"
    tip = view.model.index(row, Column.BAR).data(ItemRole.ToolTipRole)
    assert "Missing: " in tip
    assert "IDC" in tip
    full = view.model.row_of("beijing")
    assert full is not None
    assert view.model.index(full, Column.COVERAGE).data() == "5/5"
    assert "Missing" not in view.model.index(full, Column.BAR).data(ItemRole.ToolTipRole)


def test_the_selected_area_is_told_in_one_sentence(view: RankingView, bridge: SessionBridge) -> None:
    bridge.select("wuhan")
    assert view.sentence.text() == (
        '<span style="font-weight:600">Wuhan</span>, 6th: Research 21.4, Infrastructure 20.3; '
        "Enterprise not measured; 2 of 5 values. "
        "The score lies between 23.2 and 67.6, whatever the missing values are."
    )


def test_a_screen_reader_hears_the_same_sentence_in_every_cell_of_a_row(view: RankingView) -> None:
    row = view.model.row_of("wuhan")
    assert row is not None
    told = {view.model.index(row, column).data(ItemRole.AccessibleTextRole) for column in Column}
    assert told == {"Wuhan, 6th: Research 21.4, Infrastructure 20.3; Enterprise not measured; 2 of 5 values."}


def test_an_index_that_nobody_else_ranked_has_no_column_for_it(
    qtbot: QtBot, bridge: SessionBridge, light: Theme
) -> None:
    index = bridge.session.index
    assert index is not None
    views = [_open(qtbot, bridge, light), _open(qtbot, bridge, light, compact=True)]
    assert not any(view.table.isColumnHidden(Column.PUBLISHED) for view in views)
    bridge.run(index_operations.set_published, index.code, None)
    assert all(view.table.isColumnHidden(Column.PUBLISHED) for view in views)
    bridge.undo()
    assert not any(view.table.isColumnHidden(Column.PUBLISHED) for view in views)


def test_an_index_without_a_ranking_says_why_and_shows_every_row(
    qtbot: QtBot, open_bridge: Opener, light: Theme
) -> None:
    view = _open(qtbot, open_bridge("ICI-CN"), light)
    assert view.model.rowCount() == 11
    assert set(_column(view, Column.RANK)) == {""}
    assert view.why.isVisible()
    assert view.why.text().startswith("No area has a rank")
    assert all(_column(view, Column.BAR))
    assert _column(view, Column.PUBLISHED).count("") == 0
    assert all("/13" in text for text in _column(view, Column.COVERAGE))


@pytest.mark.parametrize("width", [330, 360, 390])
def test_the_compact_ranking_fits_its_column_and_keeps_room_for_the_bars(
    qtbot: QtBot, bridge: SessionBridge, light: Theme, width: int
) -> None:
    view = _open(qtbot, bridge, light, compact=True)
    view.resize(width, 800)
    table = view.table
    assert table.header.length() == table.viewport().width()
    assert table.columnWidth(Column.BAR) >= 70
    for column in (Column.RANK, Column.AREA, Column.SCORE, Column.PUBLISHED):
        delegate = table.itemDelegateForColumn(column)
        assert isinstance(delegate, RowDelegate)
        metrics = QFontMetrics(delegate.letters.font)
        assert max(metrics.horizontalAdvance(text) for text in _column(view, column)) + 8 <= table.columnWidth(column)
    assert table.isColumnHidden(Column.COVERAGE)
    assert table.header.visualIndex(Column.CHANGE) > table.header.visualIndex(Column.SCORE)


def test_a_very_narrow_ranking_gives_the_published_rank_up_before_the_bars(
    qtbot: QtBot, bridge: SessionBridge, light: Theme
) -> None:
    view = _open(qtbot, bridge, light, compact=True)
    view.resize(270, 800)
    assert view.table.isColumnHidden(Column.PUBLISHED)
    assert view.table.columnWidth(Column.BAR) >= 70
    view.resize(360, 800)
    assert not view.table.isColumnHidden(Column.PUBLISHED)


# -- weights -----------------------------------------------------------------------------------------------------------


def test_typing_a_weight_and_enter_moves_ranks_and_undo_brings_them_back(
    qtbot: QtBot, view: RankingView, bridge: SessionBridge
) -> None:
    before = _column(view, Column.AREA)
    field = _field(view, "enterprise")
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "5")
    assert _stored(bridge, "enterprise") == 40
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert _stored(bridge, "enterprise") == 5
    assert _column(view, Column.AREA) != before
    assert any(_column(view, Column.CHANGE))
    bridge.undo()
    assert _stored(bridge, "enterprise") == 40
    assert _field(view, "enterprise") is field
    assert field.text() == "40"
    assert _column(view, Column.AREA) == before


def test_leaving_the_field_commits_and_escape_restores(qtbot: QtBot, view: RankingView, bridge: SessionBridge) -> None:
    field = _field(view, "research")
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "12.5")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "30"
    field.selectAll()
    qtbot.keyClicks(field, "12.5")
    view.table.setFocus()
    assert _stored(bridge, "research") == 12.5
    assert field.text() == "12.5"


def test_arrow_keys_step_by_one_and_with_shift_by_five_and_never_below_zero(
    qtbot: QtBot, view: RankingView, bridge: SessionBridge
) -> None:
    field = _field(view, "infrastructure")
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.text() == "21"
    qtbot.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert field.text() == "16"
    for _ in range(5):
        qtbot.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert field.text() == "0"
    assert _stored(bridge, "infrastructure") == 20
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert _stored(bridge, "infrastructure") == 0


@pytest.mark.parametrize("text", ["forty", "> 12", "", "10-20", "1,234", "3 million km", "100 %", "-5 %"])
def test_a_weight_that_is_no_number_is_refused_in_words_and_stays_to_be_mended(
    qtbot: QtBot, view: RankingView, bridge: SessionBridge, text: str
) -> None:
    field = _field(view, "enterprise")
    field.setFocus()
    field.setText(text)
    with qtbot.waitSignal(bridge.failed) as told:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "Type" in told.args[0]
    assert "weight, such as 30" in told.args[0] or "one number, such as 30" in told.args[0]
    assert not {"missing", "--locale", "–"} & set(told.args[0].split())
    assert field.text() == text
    assert _stored(bridge, "enterprise") == 40
    field.restore()


def test_a_weight_the_file_refuses_goes_back_to_what_holds(
    qtbot: QtBot, view: RankingView, bridge: SessionBridge
) -> None:
    field = _field(view, "enterprise")
    field.setFocus()
    field.setText("-5")
    with qtbot.waitSignal(bridge.failed):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "40"
    assert _stored(bridge, "enterprise") == 40


def test_a_share_in_per_cent_sets_the_weight_that_gives_it_and_the_others_keep_theirs(
    qtbot: QtBot, view: RankingView, bridge: SessionBridge
) -> None:
    field = _field(view, "enterprise")
    field.setFocus()
    field.setText("12 %")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    result = bridge.session.result
    assert result is not None
    assert result.weights["enterprise"] == pytest.approx(0.12, abs=1e-5)
    assert (_stored(bridge, "research"), _stored(bridge, "infrastructure")) == (30, 20)
    assert view.weights.strips[0].nodes[0].share.text() == "12.0 %"
    assert not field.dirty


def test_a_narrow_pane_tells_the_share_too(qtbot: QtBot, bridge: SessionBridge, light: Theme) -> None:
    live = RankingView(bridge, light, compact=True)
    qtbot.addWidget(live)
    one = live.weights.strips[0].nodes[0]
    assert "44.4 % of the whole" in one.toolTip()
    assert "44.4 % of the whole" in one.field.toolTip()


def test_shares_stand_beside_weights_and_come_to_a_hundred(view: RankingView) -> None:
    shares = [one.share.text() for one in view.weights.strips[0].nodes]
    assert shares == ["44.4 %", "33.3 %", "22.2 %"]
    assert view.weights.strips[0].sum.text() == "weights are relative; sum 90"


def test_opening_a_part_reaches_the_weights_inside_it_down_to_the_indicators(
    qtbot: QtBot, view: RankingView, bridge: SessionBridge
) -> None:
    part = next(one for one in view.weights.strips[0].nodes if one.node.code == "enterprise")
    assert part.button is not None
    qtbot.mouseClick(part.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(view.weights.strips) == 2)
    inner = next(one for one in view.weights.strips[1].nodes if one.button is not None)
    qtbot.mouseClick(inner.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(view.weights.strips) == 3)
    leaf = view.weights.strips[2].nodes[0]
    assert leaf.node.indicator is not None
    leaf.field.setFocus()
    leaf.field.setText("3")
    qtbot.keyClick(leaf.field, Qt.Key.Key_Return)
    assert _stored(bridge, leaf.node.code) == 3
    assert leaf.share.text() == "75.0 %"


def test_every_weight_has_a_name_for_a_screen_reader(view: RankingView) -> None:
    names = [one.field.accessibleName() for one in view.weights.strips[0].nodes]
    assert names == ["Weight of Enterprise", "Weight of Research", "Weight of Infrastructure"]


# -- one selection -----------------------------------------------------------------------------------------------------


def test_clicking_a_row_selects_the_area_for_every_view(
    qtbot: QtBot, view: RankingView, bridge: SessionBridge, light: Theme
) -> None:
    other = _open(qtbot, bridge, light, compact=True)
    with qtbot.waitSignal(bridge.selected) as told:
        _click(qtbot, view, "nanjing")
    assert told.args == ["nanjing", ""]
    chosen = [other.model.rows[index.row()].area for index in other.table.selectionModel().selectedRows()]
    assert chosen == ["nanjing"]
    assert "Nanjing" in other.sentence.text()


def test_arrow_keys_walk_down_the_ranking(qtbot: QtBot, view: RankingView, bridge: SessionBridge) -> None:
    bridge.select("beijing")
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    assert bridge.area == "shanghai"
    qtbot.keyClick(view.table, Qt.Key.Key_End)
    assert bridge.area == view.model.rows[-1].area


def test_the_selected_area_stays_selected_when_it_moves(view: RankingView, bridge: SessionBridge) -> None:
    bridge.select("wuhan")
    before = view.table.currentIndex().row()
    bridge.run(operations.set_weight, "ICI-CN-SUB", "infrastructure", 200.0)
    after = view.table.currentIndex().row()
    assert after != before
    assert view.model.rows[after].area == "wuhan"
    assert bridge.area == "wuhan"


def test_a_value_set_anywhere_shows_the_change_since_the_last_step(view: RankingView, bridge: SessionBridge) -> None:
    bridge.run(operations.set_value, "harbin", "sub-smart-2020-score", YEAR, "99", source="emlyon-2021")
    row = view.model.row_of("harbin")
    assert row is not None
    told = view.model.index(row, Column.CHANGE).data()
    assert told.startswith("▲")
    assert "up " in view.model.index(row, Column.AREA).data(ItemRole.AccessibleTextRole)
    bridge.undo()
    row = view.model.row_of("harbin")
    assert row is not None
    assert view.model.index(row, Column.CHANGE).data() == told.replace("▲", "▼")


# -- out and in --------------------------------------------------------------------------------------------------------


def test_rows_are_copied_as_a_spreadsheet_takes_them(qtbot: QtBot, view: RankingView, bridge: SessionBridge) -> None:
    bridge.select("wuhan")
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    head, row = QGuiApplication.clipboard().text().splitlines()
    cells = dict(zip(head.split("\t"), row.split("\t"), strict=True))
    assert cells["area"] == "Wuhan"
    assert cells["rank"] == "6"
    assert float(cells["score"]) == pytest.approx(41.7, abs=0.05)
    assert cells["Enterprise"] == ""
    assert float(cells["Research"]) + float(cells["Infrastructure"]) == pytest.approx(float(cells["score"]))
    assert (cells["present"], cells["values"]) == ("2", "5")


def test_another_index_is_shown_when_it_is_chosen(view: RankingView, bridge: SessionBridge) -> None:
    bridge.choose_index("ICI-CN")
    assert view.chip.text() == "ICI-CN"
    assert [one.node.name for one in view.weights.strips[0].nodes][-1] == "Government engagement"
    bridge.choose_index("ICI-CN-SUB")
    assert _column(view, Column.RANK)[0] == "1"


def test_dark_paints_the_rows_on_dark(view: RankingView) -> None:
    place = view.table.visualRect(view.model.index(0, Column.SCORE)).topLeft() + QPoint(4, 4)
    view.set_theme(themes.DARK)
    assert view.table.viewport().grab().toImage().pixelColor(place).name().upper() == themes.DARK.surface


def _standing(*scores: tuple[str, float | None, tuple[float | None, ...]]) -> Standing:
    nodes = tuple(Node(f"p{place}", f"P{place}", "I", 1.0) for place in range(2))
    rows = tuple(
        Row(
            area=area,
            name=area.title(),
            label="" if score is None else str(place),
            rank=None if score is None else float(place),
            score=score,
            parts=parts,
            present=sum(part is not None for part in parts),
            total=2,
            published="",
            change=None,
            partial=None in parts,
            reason="" if score is not None else "no value",
        )
        for place, (area, score, parts) in enumerate(scores, 1)
    )
    return Standing(rows, nodes, "")


def test_the_model_keeps_qts_rules_while_rows_move_come_and_go(qtbot: QtBot) -> None:
    model = RankingModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(_standing(("a", 2.0, (1.0, 1.0)), ("b", 1.0, (1.0, None))))
    moved = model.index(1, Column.AREA)
    from PySide6.QtCore import QPersistentModelIndex

    kept = QPersistentModelIndex(moved)
    model.show(_standing(("b", 3.0, (1.0, 2.0)), ("a", 2.0, (1.0, 1.0))))
    assert kept.row() == 0
    assert kept.data() == "B"
    model.show(_standing(("c", None, (None, None))))
    assert model.index(0, Column.BAR).data() == "no value"
    model.show(None)
    assert model.rowCount() == 0
    assert isinstance(tester.model(), QAbstractItemModel)


def test_rows_that_stay_in_their_order_are_told_without_a_new_layout(qtbot: QtBot) -> None:
    model = RankingModel()
    model.show(_standing(("a", 2.0, (1.0, 1.0)), ("b", 1.0, (1.0, None))))
    with qtbot.assertNotEmitted(model.layoutChanged), qtbot.waitSignal(model.dataChanged):
        model.show(_standing(("a", 3.0, (2.0, 1.0)), ("b", 2.0, (1.0, 1.0))))
    assert model.index(0, Column.SCORE).data() == "3.00"
    with qtbot.waitSignal(model.layoutChanged):
        model.show(_standing(("b", 3.0, (2.0, 1.0)), ("a", 2.0, (1.0, 1.0))))


# -- bars and words ----------------------------------------------------------------------------------------------------

PARTS = st.lists(st.none() | st.floats(0, 100), min_size=1, max_size=8)


@given(PARTS)
def test_the_solid_length_of_a_bar_is_its_score(parts: list[float | None]) -> None:
    rect = QRectF(10, 0, 1000, 14)
    scale = bars.Scale(0, max(1.0, sum(part or 0 for part in parts)))
    solid = [one for one in bars.stacked(parts, rect, scale) if not one.absent]
    assert [one.part for one in solid] == [place for place, part in enumerate(parts) if part is not None]
    end = max((one.rect.right() for one in solid), default=rect.left())
    assert end == pytest.approx(scale.at(sum(part or 0 for part in parts), rect), abs=bars.GAP + 1e-6)


@given(st.lists(st.floats(-3, 3), min_size=1, max_size=8))
def test_parts_below_zero_run_left_of_the_zero_line(parts: list[float]) -> None:
    rect = QRectF(0, 0, 1000, 14)
    scale = bars.Scale.of([parts])
    zero = scale.at(0, rect)
    for one in bars.stacked(parts, rect, scale):
        if parts[one.part] < 0:
            assert one.rect.right() <= zero + 1e-6
        else:
            assert one.rect.left() >= zero - 1e-6


def test_absent_parts_are_stubs_behind_the_measured_ones() -> None:
    segments = bars.stacked((None, 5.0, None), QRectF(0, 0, 400, 14), bars.Scale(0, 10))
    assert [(one.part, one.absent) for one in segments] == [(1, False), (0, True), (2, True)]
    assert segments[1].rect.left() > segments[0].rect.right()


@pytest.mark.parametrize(
    ("label", "told"),
    [("1", "1st"), ("2", "2nd"), ("3=", "joint 3rd"), ("11", "11th"), ("12", "12th"), ("13", "13th"), ("21", "21st")],
)
def test_ranks_are_spoken_as_ordinals(label: str, told: str) -> None:
    assert words.ordinal(label) == told


def test_small_scores_get_the_decimals_that_tell_them_apart_and_a_real_minus() -> None:
    assert words.decimals([98.2, 3.0]) == 1
    assert words.decimals([-1.25, 0.5]) == 2
    assert words.decimals([0.31, 0.295]) == 3
    assert words.number(-1.254, 2) == "−1.25"
    assert words.number(-0.001, 1) == "0.0"
