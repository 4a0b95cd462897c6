"""Commands that make pictures: the only ones that import Qt, and only once asked."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from citeria_desktop.cli.opening import Subparsers


def add_parsers(subparsers: "Subparsers") -> None:
    """Add this module's commands."""
    gallery = subparsers.add_parser("gallery", help="render every view to PNG: every theme, language and scale")
    gallery.add_argument("file", type=Path)
    gallery.add_argument("directory", type=Path)
    gallery.add_argument("--theme", action="append", help="only this theme: light, dark or contrast")
    gallery.add_argument("--language", action="append", help="only this language of the interface: en or zh")
    gallery.add_argument("--scale", action="append", type=int, help="only this scale: 1, 2 or 3")
    gallery.set_defaults(run=_gallery)


def _gallery(arguments: argparse.Namespace) -> int:
    from citeria_desktop.startup import check_window_libraries

    check_window_libraries(offscreen=True)
    from citeria_desktop import gallery  # imports Qt

    chosen = {"themes": arguments.theme, "languages": arguments.language, "scales": arguments.scale}
    given = {name: values for name, values in chosen.items() if values}
    for path in gallery.render(arguments.file, arguments.directory, **given):
        print(path)
    return 0
