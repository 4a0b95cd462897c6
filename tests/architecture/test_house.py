"""The house rules that a linter cannot see."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_FORBID_QT = """
import sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"PySide6", "shiboken6"}:
            raise ImportError(f"{name} was imported where no window was asked for")

sys.meta_path.insert(0, NoQt())
from citeria_desktop.__main__ import main
"""


def _without_qt(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", _FORBID_QT + code], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_command_but_gallery_works_where_qt_cannot_be_imported(tmp_path: Path) -> None:
    told = _without_qt(
        f"""
import json, io, contextlib
from pathlib import Path
file, folder = {str(tmp_path / "a.citeria")!r}, Path({str(tmp_path)!r})

def call(*words):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        assert main(list(words)) == 0, words
    return out.getvalue()

call("new", file, "--sample")
cell = ("--area", "wuhan", "--indicator", "sub-smart-2020-score")
call("set", file, *cell, "--period", "2020", "--value", "71.5", "--source", "emlyon-2021")
shown = json.loads(call("show", file, *cell, "--json"))
one = shown["observations"][0]["id"]
call("cite", file, one, "--source", "ici-2020", "--role", "corroborates")
call("prefer", file, one)
call("note", file, *cell, "--period", "2020", "seen")
call("weight", file, "--index", "ICI-CN-SUB", "--node", "research", "35")
call("rank", file, "--index", "ICI-CN-SUB")
call("info", file, "--json")
call("history", file, "--json")
call("undo", file)
call("redo", file)
call("revert", file, "1")
call("compare", file, "--from", "0", "--to", "1", "--json")
call("search", file, "武汉", "--json")
call("snapshot", "take", file, "Now")
call("compare-ranks", file, "--from", "Now", "--area", "wuhan", "--json")
call("scenario", "add", file, "Odd", "--weight", "research=90")
call("scenario", "rank", file, "Odd")
call("new", str(folder / "own.citeria"), "--template", "ici-pyramid")
call("add", "area", str(folder / "own.citeria"), "wuhan", "--name", "Wuhan", "--index", "ICI")
(folder / "t.csv").write_text("area,AI papers\\nWuhan,5\\n")
call("load", str(folder / "own.citeria"), str(folder / "t.csv"), "--period", "2020", "--dry-run")
call("copy", file, str(folder / "b.citeria"))
call("export", file, str(folder / "out.xlsx"))
print("all done")
"""
    )
    assert told.endswith("all done\n")


@pytest.mark.parametrize("module", ["PySide6", "pandas", "scipy", "sklearn", "sqlite_utils", "openpyxl"])
def test_a_ranking_imports_nothing_slow_that_it_does_not_use(tmp_path: Path, module: str) -> None:
    file = tmp_path / "a.citeria"
    subprocess.run([sys.executable, "-m", "citeria_desktop", "new", str(file), "--sample"], check=True, timeout=120)
    code = (
        "import sys; from citeria_desktop.__main__ import main; "
        f"main(['rank', {str(file)!r}, '--index', 'ICI-CN-SUB']); assert {module!r} not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr


def test_the_lock_file_names_hashes_and_no_address() -> None:
    lock = (ROOT / "requirements.lock.txt").read_text(encoding="utf-8")
    assert "://" not in lock
    pinned = re.findall(r"^([a-z0-9-]+)==", lock, re.MULTILINE)
    assert len(pinned) > 20
    assert lock.count("--hash=sha256:") >= len(pinned)


def test_the_lock_file_keeps_pyside_below_the_release_that_crashes_python_3_11() -> None:
    lock = (ROOT / "requirements.lock.txt").read_text(encoding="utf-8")
    pin = re.search(r"^pyside6-essentials==([\d.]+) ; python_full_version < '3\.12'", lock, re.MULTILINE)
    assert pin is not None
    assert (6, 11, 3) <= tuple(map(int, pin[1].split("."))) < (6, 12)


def test_no_top_folder_is_a_package() -> None:
    for folder in ("core", "db", "desktop", "resources"):
        assert not (ROOT / folder / "__init__.py").exists()


def test_nothing_but_db_reaches_for_a_projects_connection() -> None:
    asked = re.compile(r"\bproject\.connection\b|citeria_db\.connection\b")
    sources = (ROOT / "desktop" / "citeria_desktop").rglob("*.py")
    assert [path.name for path in sources if asked.search(path.read_text(encoding="utf-8"))] == []
