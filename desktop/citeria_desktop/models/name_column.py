"""The column of names, as Qt asks for it."""

from typing import Any, Final

from PySide6.QtCore import Qt

from citeria_core.model import Area
from citeria_desktop.language.naming import name_of, second_name

Role = Qt.ItemDataRole
AREA_ROLE: Final = Role.UserRole + 3  # Area


def name_data(area: Area, role: int) -> Any:
    """What the column of names says of an area."""
    if role == AREA_ROLE:
        return area
    if role in (Role.DisplayRole, Role.EditRole, Role.AccessibleTextRole):
        return name_of(area)
    if role == Role.ToolTipRole:
        return "\n".join(part for part in (f"{name_of(area)} {second_name(area)}".strip(), area.note) if part)
    return None
