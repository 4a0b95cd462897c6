import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QRawFont
from pytestqt.qtbot import QtBot

from citeria_resources import data_file, font_files, icon, icon_names

TABLES = ("cities", "clusters", "entities", "indicators", "observations", "projects", "published_rankings", "sources")
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", TABLES)
def test_every_table_of_the_sample_reads_as_utf8_with_a_header(name: str) -> None:
    header, *rows = data_file(f"{name}.csv").read_text(encoding="utf-8").splitlines()
    assert "," in header
    assert rows


def test_every_character_of_the_sample_has_a_bundled_glyph(qtbot: QtBot) -> None:
    text = {character for name in TABLES for character in data_file(f"{name}.csv").read_text(encoding="utf-8")}
    latin, chinese = _raw_font("Inter-Regular.ttf"), _raw_font("CiteriaHan-Regular.ttf")
    bare = [
        c for c in text if c >= " " and not latin.supportsCharacter(ord(c)) and not chinese.supportsCharacter(ord(c))
    ]
    assert bare == []


def _raw_font(name: str) -> QRawFont:
    return QRawFont(next(entry for entry in font_files() if entry.name == name).read_bytes(), 13)


def test_the_chinese_subset_covers_gb_2312(qtbot: QtBot) -> None:
    chinese = _raw_font("CiteriaHan-Regular.ttf")
    pairs = (bytes((high, low)) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    characters = [pair.decode("gb2312", errors="ignore") for pair in pairs]
    assert sum(map(len, characters)) == 6763  # the standard's Chinese characters
    assert all(chinese.supportsCharacter(ord(character)) for character in characters if character)


def test_inter_comes_in_three_weights_with_tabular_figures(qtbot: QtBot) -> None:
    families = set()
    for entry in font_files():
        families.update(
            QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFontFromData(entry.read_bytes()))
        )
    assert {"Inter", "Citeria Han"} <= families
    font = QFont("Inter", 13)
    font.setFeature(QFont.Tag("tnum"), 1)
    tabular = QFontMetricsF(font)
    assert tabular.horizontalAdvance("1111") == tabular.horizontalAdvance("8888")
    assert QFontMetricsF(QFont("Inter", 13)).horizontalAdvance("1111") != tabular.horizontalAdvance("1111")


def test_every_icon_is_a_small_drawing_in_the_current_colour() -> None:
    assert {"table-2", "quote", "list-ordered", "shapes", "library", "undo-2", "redo-2"} <= set(icon_names())
    for name in icon_names():
        drawing = ElementTree.fromstring(icon(name))
        assert drawing.get("viewBox") == "0 0 24 24"
        assert drawing.get("stroke") == "currentColor"


def test_the_wheel_carries_the_files_and_their_licences(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", tmp_path, ROOT]
    finished = subprocess.run(build, capture_output=True, text=True)
    assert finished.returncode == 0, finished.stderr
    names = set(zipfile.ZipFile(next(tmp_path.glob("*.whl"))).namelist())
    folder = ROOT / "resources" / "citeria_resources"
    shipped = {f"citeria_resources/{path.relative_to(folder).as_posix()}" for path in folder.glob("*/*.*")}
    assert {name for name in shipped if "__pycache__" not in name} <= names
    licences = {"fonts/OFL-Inter.txt", "fonts/OFL-NotoSansCJK.txt", "icons/LICENSE.txt", "data/README.md"}
    assert {f"citeria_resources/{name}" for name in licences} <= names
