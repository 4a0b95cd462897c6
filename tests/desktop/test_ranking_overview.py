"""The overview: every row is seen, however many there are, and the selected ones are found in it."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QItemSelectionModel, QRectF, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from citeria_core.model import Node
from citeria_core.ranking import Row, Standing
from citeria_desktop.models.ranking_model import Column, RankingModel
from citeria_desktop.painting.overview import LowRow, mixed
from citeria_desktop.panels.ranking_table import RankingTable
from citeria_desktop.picture.table import TableDrawing
from citeria_desktop.theme import Theme

RED, BLUE, WHITE = QColor(255, 0, 0), QColor(0, 0, 255), QColor(255, 255, 255)
MANY = 900


def ranked(number: int) -> Row:
    """Row after row a little less of the first part, and the second part in every other."""
    parts = (100.0 - number / 20, 20.0 if number % 2 else None)
    total = sum(part for part in parts if part is not None)
    return Row(f"a{number}", f"Area {number}", str(number + 1), number + 1.0, total, parts, 2, 2, "", None, False, "")


@pytest.fixture
def table(qtbot: QtBot, light: Theme) -> RankingTable:
    model = RankingModel()
    nodes = (Node("p", "P", "I", 1.0), Node("q", "Q", "I", 1.0))
    model.show(Standing(tuple(ranked(number) for number in range(MANY)), nodes, ""))
    made = RankingTable(model, light, compact=False, still=lambda: True)
    model.setParent(made)
    qtbot.addWidget(made)
    made.resize(800, 360)
    with qtbot.waitExposed(made):
        made.show()
    made.overview = True
    return made


def heights(table: RankingTable) -> list[int]:
    return [table.rowHeight(number) for number in range(MANY)]


def choose(table: RankingTable, number: int) -> None:
    flags = QItemSelectionModel.SelectionFlag
    index = table.rows.index(number, Column.AREA)
    table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)


def test_more_rows_than_pixels_share_them_evenly_and_leave_none_over(table: RankingTable) -> None:
    room = table.viewport().height()
    assert 0 < room < MANY
    assert sum(heights(table)) == room
    assert set(heights(table)) == {0, 1}
    reached = [table.rowAt(y) for y in range(room)]
    assert all(1 <= after - before <= MANY // room + 1 for before, after in pairwise(reached))
    assert table.verticalScrollBar().maximum() == 0


def test_the_selected_row_stands_out_and_gives_its_room_back(table: RankingTable) -> None:
    choose(table, 500)
    assert heights(table)[500] == 32
    assert sum(heights(table)) == table.viewport().height()
    choose(table, 20)
    assert heights(table)[20] == 32
    assert heights(table)[500] <= 1
    table.overview = False
    assert set(heights(table)) == {32}


def test_a_key_goes_to_the_next_row_though_it_shares_its_pixel(table: RankingTable, qtbot: QtBot) -> None:
    choose(table, 500)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.currentIndex().row() == 501
    assert heights(table)[501] == 32


def test_every_pixel_has_the_mean_of_the_rows_that_share_it(table: RankingTable) -> None:
    image = table.viewport().grab().toImage()
    left = table.columnViewportPosition(Column.BAR)
    first, second = table.bars.colours()[:2]
    assert QColor(image.pixel(left + 5, 100)).name() == first.name()
    area = QRectF(left, 0, table.columnWidth(Column.BAR), 1)
    laid = table.bars.segments(table.rows.rows[1].parts, table.bars.places(area)[0])
    inside = round(laid[1].rect.center().x())
    seen = QColor(image.pixel(inside, 0))
    surface = QColor(table.bars.theme.surface)
    assert min(second.red(), surface.red()) < seen.red() < max(second.red(), surface.red())  # not all of them have it


def test_a_picture_of_it_leaves_no_row_out(table: RankingTable) -> None:
    drawing = TableDrawing(table, stretching=False)
    assert drawing.shown_rows == MANY
    assert drawing.height(800) >= MANY


def test_rows_are_mixed_where_they_begin_at_one_pixel() -> None:
    alone = LowRow(3, 2, [(2.0, 6.0, 0)])
    shared = [LowRow(8, 1, [(0.0, 10.0, 0)]), LowRow(8, 1, [(0.0, 5.0, 1)])]
    image = mixed([alone, *shared], [RED, BLUE], WHITE, (12, 12))
    assert colour(image, 4, 3) == colour(image, 4, 4) == (255, 0, 0)
    assert colour(image, 4, 5) == colour(image, 1, 3) == colour(image, 6, 3) == (255, 255, 255)
    assert colour(image, 2, 8) == (128, 0, 128)
    assert colour(image, 7, 8) == (255, 128, 128)
    assert colour(image, 11, 8) == (255, 255, 255)


def test_a_screen_of_twice_as_many_pixels_gets_them() -> None:
    image = mixed([LowRow(1, 1, [(0.5, 2.0, 0)])], [RED], WHITE, (4, 4), 2.0)
    assert (image.width(), image.height()) == (8, 8)
    assert colour(image, 0, 2) == (255, 255, 255)
    assert colour(image, 1, 2) == colour(image, 3, 3) == (255, 0, 0)
    assert colour(image, 4, 2) == (255, 255, 255)


def colour(image: QImage, x: int, y: int) -> tuple[int, int, int]:
    found = QColor(image.pixel(x, y))
    return found.red(), found.green(), found.blue()
