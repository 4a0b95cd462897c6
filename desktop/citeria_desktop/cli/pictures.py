"""Commands that make pictures: the only ones that import Qt, and only once asked."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from citeria_desktop.cli.opening import Subparsers


def add_parsers(subparsers: "Subparsers") -> None:
    """Add this module's commands."""
    gallery = subparsers.add_parser("gallery", help="render every view to PNG, light and dark, 1× and 2×")
    gallery.add_argument("file", type=Path)
    gallery.add_argument("directory", type=Path)
    gallery.set_defaults(run=_gallery)


def _gallery(arguments: argparse.Namespace) -> int:
    from citeria_desktop.startup import check_window_libraries

    check_window_libraries(offscreen=True)
    from citeria_desktop import gallery  # imports Qt

    for path in gallery.render(arguments.file, arguments.directory):
        print(path)
    return 0
