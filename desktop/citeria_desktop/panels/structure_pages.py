"""The pages of the Structure view by name, each made and filled when it is first asked for."""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from citeria_desktop.panels.structure_areas import AreasPage
from citeria_desktop.panels.structure_groups import GroupsPage
from citeria_desktop.panels.structure_indicators import IndicatorsPage
from citeria_desktop.panels.structure_indices import IndicesPage
from citeria_desktop.panels.structure_page import StructurePage

if TYPE_CHECKING:
    from citeria_desktop.bridge import SessionBridge
    from citeria_desktop.theme import Theme

PAGES: Final[Mapping[str, "Callable[[SessionBridge, Theme], StructurePage]"]] = {
    "areas": AreasPage,
    "indicators": IndicatorsPage,
    "groupings": GroupsPage,
    "indices": IndicesPage,
}


class StructurePages(Mapping[str, StructurePage]):
    """All of `PAGES`; `make` gives a page that nobody has seen yet."""

    def __init__(self, make: Callable[[str], StructurePage]) -> None:
        self._make = make
        self.made: dict[str, StructurePage] = {}  # those that somebody has asked for

    def __getitem__(self, name: str) -> StructurePage:
        """The page of this name."""
        if name not in self.made:
            self.made[name] = self._make(name)
        return self.made[name]

    def __iter__(self) -> Iterator[str]:
        """Their names in the order of the chips."""
        return iter(PAGES)

    def __len__(self) -> int:
        """How many there are, made or not."""
        return len(PAGES)
