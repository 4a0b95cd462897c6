"""The house rules that a linter cannot see."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from citeria_db import sample
from citeria_desktop.cli.main import GROUPS

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names of all modules that a process has loaded once it has printed a ranking."""
    file = tmp_path_factory.mktemp("ranked") / "a.citeria"
    sample.build(file)
    code = (
        "import sys; from citeria_desktop.__main__ import main; "
        f"main(['rank', {str(file)!r}, '--index', 'ICI-CN-SUB']); print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("module", ["PySide6", "pandas", "scipy", "sklearn", "sqlite_utils", "openpyxl"])
def test_a_ranking_imports_nothing_slow_that_it_does_not_use(loaded: set[str], module: str) -> None:
    assert "citeria_desktop.session" in loaded
    assert module not in loaded


@pytest.mark.parametrize("module", ["bibtexparser", "rispy", "citeproc", "lxml", "pylatexenc"])
def test_a_ranking_imports_nothing_of_the_library_of_sources(loaded: set[str], module: str) -> None:
    assert module not in loaded


def test_a_command_imports_no_module_of_another(loaded: set[str]) -> None:
    groups = {name.removeprefix("citeria_desktop.cli.") for name in loaded if name.startswith("citeria_desktop.cli.")}
    assert groups & set(GROUPS) == {"index"}


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


CALCULATING = {"numpy", "scipy", "sklearn", "pandas", "statistics"}
PIXELS = {"heat_map.py", "labels.py", "overview.py"}  # images of cells and of rows, and places for labels: geometry


@pytest.mark.parametrize("folder", ["views", "panels", "delegates", "dialogs", "windows", "painting"])
def test_nothing_on_a_screen_is_computed_by_the_screen(folder: str) -> None:
    sources = (ROOT / "desktop" / "citeria_desktop" / folder).rglob("*.py")
    found = {
        path.name
        for path in sources
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([node.module or ""] if isinstance(node, ast.ImportFrom) else [one.name for one in node.names])
        if name.split(".")[0] in CALCULATING
    }
    assert found <= PIXELS
