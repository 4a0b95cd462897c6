"""Commands that make pictures: the only ones that import Qt, and only once asked."""

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from citeria_desktop.views.registry import VIEWS

if TYPE_CHECKING:
    from citeria_desktop.cli.opening import Subparsers


def add_parsers(subparsers: "Subparsers") -> None:
    """Add this module's commands."""
    gallery = subparsers.add_parser(
        "gallery",
        help="render every page of every view and every dialog to PNG: every theme, language and scale",
        description="Writes NAME-THEME-LANGUAGE-SCALE.png, such as ranking-dark-zh-2x.png. Pages of a view other than "
        "its first are named after it: clusters-biplot. The file itself is not changed.",
    )
    gallery.add_argument("file", type=Path)
    gallery.add_argument("directory", type=Path)
    gallery.add_argument("--only", action="append", metavar="NAME", help="only this picture, such as clusters-biplot")
    gallery.add_argument("--theme", action="append", help="only this theme: light, dark or contrast")
    gallery.add_argument("--language", action="append", help="only this language of the interface: en or zh")
    gallery.add_argument("--scale", action="append", type=int, help="only this scale: 1, 2 or 3")
    gallery.set_defaults(run=_gallery)
    picture = subparsers.add_parser("picture", help="one view as SVG, PDF or PNG, with title, legend and sources")
    picture.add_argument("file", type=Path)
    picture.add_argument("view", help=f"one of: {', '.join(view.public_name for view in VIEWS)}")
    picture.add_argument("out", type=Path, help="the picture; its name ends in .svg, .pdf or .png")
    pages = "; ".join(f"{view.public_name}: {', '.join(view.pages)}" for view in VIEWS if view.pages)
    picture.add_argument("--page", default="", help=f"a page of a view that has several ({pages})")
    picture.add_argument("--index", help="the index to look through (default: the first that ranks somebody)")
    picture.add_argument("--width", default="1100", help="pixels or millimetres: 1200, 180mm (default: 1100)")
    picture.add_argument("--height", help="likewise (default: as high as the content needs)")
    picture.add_argument("--scale", type=float, default=2.0, help="pixels of a PNG per pixel of its size (default: 2)")
    picture.add_argument("--theme", default="light", help="the colours (default: light)")
    picture.add_argument("--language", default="en", help="the language of the words (default: en)")
    picture.add_argument("--date", type=date.fromisoformat, help="the day that the picture names (default: today)")
    picture.set_defaults(run=_picture)


def _gallery(arguments: argparse.Namespace) -> int:
    from citeria_desktop.startup import check_window_libraries

    check_window_libraries(offscreen=True)
    from citeria_desktop import gallery  # imports Qt

    chosen = {
        "themes": arguments.theme,
        "languages": arguments.language,
        "scales": arguments.scale,
        "exhibits": arguments.only,
    }
    given = {name: values for name, values in chosen.items() if values}
    for path in gallery.render(arguments.file, arguments.directory, **given):
        print(path)
    return 0


def _picture(arguments: argparse.Namespace) -> int:
    from citeria_desktop.startup import check_window_libraries

    check_window_libraries(offscreen=True)
    from citeria_desktop.picture.wanted import Wanted, make  # imports Qt

    wanted = Wanted(
        view=arguments.view,
        page=arguments.page,
        index=arguments.index,
        width=arguments.width,
        height=arguments.height,
        scale=arguments.scale,
        theme=arguments.theme,
        language=arguments.language,
        on=arguments.date or date.today(),
    )
    make(arguments.file, arguments.out, wanted)
    print(arguments.out)
    return 0
