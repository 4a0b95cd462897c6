"""The gallery: a picture of every view in every look, and a file that nobody touched."""

import hashlib
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from citeria_core.errors import KnownError
from citeria_db.store import Project
from citeria_desktop import gallery
from citeria_desktop import theme as themes
from citeria_desktop.exhibits import EXHIBITS
from citeria_desktop.picture.formats import PictureError
from citeria_desktop.views import registry

VIEWS = {"welcome", "inspector", "window", *(view.public_name for view in registry.VIEWS)}
PAGES = {view.picture_name(page) for view in registry.VIEWS for page in view.pages} - VIEWS
OPENED = {exhibit.name for exhibit in EXHIBITS} - VIEWS - PAGES  # dialogs and cards


@pytest.fixture(scope="module")
def pictures(pristine: Path, qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    made = gallery.render(pristine, tmp_path_factory.mktemp("gallery"), exhibits=sorted(VIEWS))
    return {path.name: path for path in made}


def _colours(image: QImage) -> dict[str, int]:
    """How often each colour occurs on a grid of points."""
    found: dict[str, int] = {}
    for x in range(0, image.width(), 3):
        for y in range(0, image.height(), 3):
            name = image.pixelColor(x, y).name()
            found[name] = found.get(name, 0) + 1
    return found


def test_every_view_is_pictured_in_every_theme_and_language_once_and_twice_as_large(pictures: dict[str, Path]) -> None:
    assert set(pictures) == {
        f"{view}-{theme}-{language}-{scale}x.png"
        for view in VIEWS
        for theme in ("light", "dark", "contrast")
        for language in ("en", "zh")
        for scale in (1, 2)
    }
    assert all(path.stat().st_size > 2_000 for path in pictures.values())


def test_a_picture_twice_as_large_has_twice_the_pixels_each_way(pictures: dict[str, Path]) -> None:
    for exhibit in EXHIBITS:
        if exhibit.name in VIEWS:
            once, twice = (QImage(str(pictures[f"{exhibit.name}-light-en-{scale}x.png"])) for scale in (1, 2))
            assert exhibit.size is None or once.size() == exhibit.size
            assert twice.size() == once.size() * 2


def test_every_page_dialog_and_card_that_people_meet_is_pictured_as_itself(
    qapp: QApplication, pristine: Path, tmp_path: Path
) -> None:
    made = gallery.render(pristine, tmp_path, ("dark",), ("zh",), (1,), sorted({"window"} | PAGES | OPENED))
    shown = {path.name.removesuffix("-dark-zh-1x.png"): QImage(str(path)) for path in made}
    assert set(shown) == {"window"} | PAGES | OPENED
    whole = shown.pop("window").size()
    assert [name for name, image in shown.items() if image.size() == whole] == []  # nothing had opened
    assert len({path.read_bytes() for path in made}) == len(made)


@pytest.mark.parametrize("theme", themes.THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize("view", sorted(VIEWS))
def test_no_picture_is_blank_or_in_the_wrong_theme(pictures: dict[str, Path], view: str, theme: themes.Theme) -> None:
    colours = _colours(QImage(str(pictures[f"{view}-{theme.name}-en-1x.png"])))
    ground = sum(colours.get(one.lower(), 0) for one in (theme.window, theme.surface, theme.selection))
    assert ground / sum(colours.values()) > 0.5
    assert len(colours) > 40


def test_the_ranking_shows_every_part_in_its_colour(pictures: dict[str, Path]) -> None:
    for theme in themes.THEMES.values():
        colours = _colours(QImage(str(pictures[f"ranking-{theme.name}-en-1x.png"])))
        assert all(colours.get(theme.part(place).name(), 0) > 200 for place in range(3))


def test_the_clusters_were_waited_for(pictures: dict[str, Path]) -> None:
    colours = _colours(QImage(str(pictures["clusters-light-en-1x.png"])))
    assert colours.get("#002051", 0) + colours.get("#fdea45", 0) > 300


def test_the_project_is_not_changed_and_a_second_rendering_is_the_same(
    pristine: Path, pictures: dict[str, Path], tmp_path: Path
) -> None:
    before = hashlib.sha256(pristine.read_bytes()).hexdigest()
    again = gallery.render(pristine, tmp_path / "new" / "folder", ("dark",), ("en",), (1,), sorted(VIEWS))
    assert hashlib.sha256(pristine.read_bytes()).hexdigest() == before
    assert sorted(entry.name for entry in pristine.parent.iterdir()) == [pristine.name]
    assert [path.name for path in again if QImage(str(path)) != QImage(str(pictures[path.name]))] == []


def test_the_running_application_is_dressed_as_before(qapp: QApplication, pristine: Path, tmp_path: Path) -> None:
    themes.apply(qapp, themes.LIGHT)
    before = (qapp.styleSheet(), qapp.palette().window().color(), qapp.cursorFlashTime())
    gallery.render(pristine, tmp_path, ("dark",), ("en",), (1,), ("window", "palette"))
    assert (qapp.styleSheet(), qapp.palette().window().color(), qapp.cursorFlashTime()) == before


@pytest.mark.parametrize(
    ("look", "told"),
    [
        ({"themes": ("sepia",)}, "There is no theme “sepia”. Use one of: light, dark, contrast."),
        ({"languages": ("fr",)}, "There is no language “fr”. Use one of: en, zh."),
        ({"scales": (9,)}, "There is no scale “9”. Use one of: 1, 2, 3."),
        (
            {"themes": ("sepia",), "languages": ("fr",)},
            "There is no theme “sepia”. Use one of: light, dark, contrast.\n"
            "There is no language “fr”. Use one of: en, zh.",
        ),
    ],
)
def test_a_look_that_does_not_exist_is_refused_before_anything_is_written(
    qapp: QApplication, pristine: Path, tmp_path: Path, look: dict[str, tuple[str, ...]], told: str
) -> None:
    with pytest.raises(KnownError) as caught:
        gallery.render(pristine, tmp_path / "out", **look)  # type: ignore[arg-type]
    assert str(caught.value) == told
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_made_is_named(qapp: QApplication, pristine: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(PictureError) as caught:
        gallery.render(pristine, tmp_path / "file")
    assert str(tmp_path / "file") in str(caught.value)


def test_a_project_with_nothing_in_it_has_pictures_too(qapp: QApplication, tmp_path: Path) -> None:
    Project.create(tmp_path / "empty.citeria", "Empty").close()
    made = gallery.render(tmp_path / "empty.citeria", tmp_path / "out", ("light",), ("en",), (1,))
    assert {path.name.removesuffix("-light-en-1x.png") for path in made} == VIEWS | PAGES | OPENED
