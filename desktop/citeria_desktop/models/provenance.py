"""What a part of a bar rests on: the values below it with period, source and note, and which of them have no source."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from citeria_core import cite
from citeria_core.model import Role
from citeria_desktop.models.cell_look import reason_text, shown_text, year_text

if TYPE_CHECKING:
    from citeria_core.model import CellReading, Node
    from citeria_desktop.session import Session

_MOST = 6  # values told one by one


def tr(text: str) -> str:
    """`text` in the language of the interface."""
    return QCoreApplication.translate("Provenance", text)


class Provenance:
    """Looks up what the index in view reads; what it finds for an area is kept until `forget`."""

    def __init__(self, session: "Session") -> None:
        self._session = session
        self._uncited: dict[tuple[str, str], bool] = {}
        self._below: dict[str, list[Node]] = {}

    def forget(self) -> None:
        """The values may have changed."""
        self._uncited = {}
        self._below = {}

    def leaves(self, node: str) -> "list[Node]":
        """The leaves below a node, itself where it is one, in reading order."""
        return [one for one in self.below(node) if one.indicator]

    def below(self, node: str) -> "list[Node]":
        """A node and all nodes below it, in reading order."""
        if node not in self._below:
            nodes = self._session.index.nodes if self._session.index is not None else ()
            inside = {node}
            for one in nodes:
                if one.parent in inside:
                    inside.add(one.code)
            self._below[node] = [one for one in nodes if one.code in inside]
        return self._below[node]

    def uncited(self, area: str, node: str) -> bool:
        """Whether any value below a node that is scored for an area rests on no source."""
        if (area, node) not in self._uncited:
            held = (self._reading(area, leaf) for leaf in self.leaves(node))
            self._uncited[area, node] = any(one is not None and one.value is not None and not one.cited for one in held)
        return self._uncited[area, node]

    def raw(self, area: str, node: str) -> str:
        """What stands in the grid for a leaf: "38", "> 12 000"; "" for others and where it is missing."""
        leaves = self.leaves(node)
        if len(leaves) != 1 or leaves[0].code != node:
            return ""
        reading = self._reading(area, leaves[0])
        return "" if reading is None else shown_text(reading)

    def cell(self, area: str, node: str) -> str:
        """The indicator to look at for a part: the first without a value, else without a source, else the first."""
        leaves = self.leaves(node)
        held = [(leaf.indicator or "", self._reading(area, leaf)) for leaf in leaves]
        for indicator, reading in held:
            if reading is None or reading.value is None:
                return indicator
        for indicator, reading in held:
            if reading is not None and not reading.cited:
                return indicator
        return held[0][0] if held else ""

    def told(self, area: str, node: str) -> str:
        """The values below a node, a line each: name, value, unit, period, source, note."""
        leaves = self.leaves(node)
        lines = [self._line(area, leaf) for leaf in leaves[:_MOST]]
        if len(leaves) > _MOST:
            lines.append(tr("and {count} more values").format(count=len(leaves) - _MOST))
        return "\n".join(lines)

    def _line(self, area: str, leaf: "Node") -> str:
        reading = self._reading(area, leaf)
        if reading is None or reading.observation is None or not (shown_text(reading)):
            reason = "" if reading is None or reading.reason is None else reason_text(reading.reason, reading.status)
            return tr("{name}: missing. {reason}").format(name=leaf.name, reason=reason).strip()
        project = self._session.project
        observation = project.observations.get(reading.observation)
        unit = observation.unit or project.indicators.get(leaf.indicator or "").unit
        told = f"{leaf.name}: {shown_text(reading)} {unit}".strip()
        if reading.period is not None:
            told += f" ({year_text(reading.period)})"
        sources = [one for one in observation.citations if one.role is not Role.CONTRADICTS]
        if sources:
            place = f", {sources[0].locator}" if sources[0].locator else ""
            told += f" · {cite.short_form(project.sources.get(sources[0].source))}{place}"
        else:
            told += " · " + tr("no source")
        return told + (f" · {observation.note}" if observation.note else "")

    def _reading(self, area: str, leaf: "Node") -> "CellReading | None":
        return self._session.readings.get((area, leaf.indicator or ""))
