"""The handbook has a chapter for every view, its links lead somewhere, and its pictures show what the window shows."""

import importlib.util
import re
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import pytest

from citeria_desktop.painting.alignments import Alignment
from citeria_desktop.views.registry import VIEWS, ViewSpec

ROOT = Path(__file__).parents[2]
HANDBOOK = ROOT / "docs" / "handbook"
PICTURES = ROOT / "docs" / "pictures"
TEXTS = [ROOT / "README.md", *sorted(HANDBOOK.glob("*.md"))]


@pytest.mark.parametrize("spec", VIEWS, ids=lambda spec: spec.public_name)
def test_every_view_has_a_chapter_in_the_contents(spec: ViewSpec) -> None:
    assert re.search(rf"\[{spec.title}[^\]]*\]\([\w-]+\.md\)", (HANDBOOK / "README.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", TEXTS, ids=lambda path: path.name)
def test_every_link_to_a_file_leads_to_one(text: Path) -> None:
    links = re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", text.read_text(encoding="utf-8"))
    gone = [link for link in links if "://" not in link and not (text.parent / link).exists()]
    assert gone == []


def test_every_picture_is_shown_somewhere_and_small() -> None:
    shown = "".join(text.read_text(encoding="utf-8") for text in TEXTS)
    for picture in PICTURES.glob("*.png"):
        assert picture.name in shown
        assert picture.stat().st_size < 120_000


@pytest.mark.parametrize("look", ["light-1x", "light-2x", "dark-1x", "dark-2x"])
def test_no_two_alignments_look_alike_to_the_comparison(look: str) -> None:
    spec = importlib.util.spec_from_file_location("pictures", ROOT / "tools" / "pictures.py")
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    kept = [tool.BARS / f"bars-{alignment.value}-{look}.png" for alignment in Alignment]
    assert all(path.exists() for path in kept)
    for first, second in combinations(kept, 2):
        assert tool.differs(first, second, tool.BARS_TOLERATED)


def test_the_pictures_show_what_the_window_shows_today() -> None:
    """Rendered anew and compared with a tolerance; `make pictures` makes them again."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "pictures.py"), "--check"], capture_output=True, text=True, timeout=600
    )
    assert (done.returncode, done.stdout) == (0, "")
