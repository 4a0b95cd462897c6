"""The words around a picture: index, as-of period, date, and the sources of what it shows."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from citeria_core.cite import short_form
from citeria_desktop.language import lists

if TYPE_CHECKING:
    from citeria_desktop.session import Session


@dataclass(frozen=True, slots=True)
class Caption:
    """What stands under the title, and the sources: as many are named as there is room for."""

    index: str
    date: str
    sources: tuple[str, ...]  # short forms, the one cited most often first
    origin: str  # of which project

    @property
    def subtitle(self) -> str:
        """One line under the title."""
        return " · ".join(filter(None, (self.index, self.date)))

    def source_line(self, most: int) -> str:
        """The sources in one sentence, `most` of them by name."""
        if not self.sources:
            return lists.sentences((_tr("No value shown cites a source."), self.origin))
        named, rest = lists.statements(self.sources[:most]), len(self.sources) - most
        if rest <= 0:
            told = _tr("Sources: {names}.").format(names=named)
        elif most == 0:
            told = _tr("Sources: {count} in all.").format(count=len(self.sources))
        else:
            told = _tr("Sources: {names}; and {count} more.").format(names=named, count=rest)
        return lists.sentences((told, self.origin))


def caption(session: "Session", on: date) -> Caption:
    """What is true of every picture of this session made on the day `on`."""
    project, index = session.project, session.index
    shown = {one.observation for one in session.readings.values() if one.observation is not None}
    sources = project.sources.behind(sorted(shown)) if index is not None else project.sources.all()
    told = "" if index is None else _tr("{index}, as of {period}").format(index=index.name, period=index.as_of)
    origin = _tr("Project “{title}”, Citeria.").format(title=project.title or project.path.stem)
    return Caption(told, on.isoformat(), tuple(short_form(source) for source in sources), origin)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Picture", text)
