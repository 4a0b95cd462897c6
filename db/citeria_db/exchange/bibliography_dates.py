"""Dates of a bibliography in languages that write them in one way, year first: 2023年7月8日.

Most styles put a date together themselves, as English does: the name of the month, the day behind it or before it. The
locales of Chinese, Japanese and Korean say otherwise: numbers, each with its sign. There a style's own dates are
written as the locale writes one, in its order; dates in figures alone (2023-07-08) are left as the style has them.
"""

import re
from typing import Any


def follow_locale(style: Any) -> None:
    """Let every date that a style puts together itself follow its locale, where that writes months as numbers."""
    how = _parts_of_locale(style)
    if not how:
        return
    order = list(how)
    for date in list(style.root.iterfind(".//{*}date")):
        parts = list(date)
        months = [part for part in parts if part.get("name") == "month"]
        if date.is_locale_date() or not months or months[0].get("form", "long") not in ("long", "short"):
            continue
        for part in parts:
            part.attrib.pop("prefix", None)
            part.attrib.update(how[part.get("name")])
        date.attrib.pop("delimiter", None)
        date[:] = sorted(parts, key=lambda part: order.index(part.get("name")))


def joined(text: str, style: Any) -> str:
    """A year that a style parts from the month by a comma (2023, 7月8日) written together with it (2023年7月8日)."""
    how = _parts_of_locale(style)
    if not how:
        return text
    year, month = how["year"].get("suffix", ""), how["month"]
    following = rf"(?=\d{{1,2}}{re.escape(month.get('suffix', ''))})"
    return re.sub(rf"\b(\d{{4}})(?:{year})?, {following}", rf"\g<1>{year}{month.get('prefix', '')}", text)


def _parts_of_locale(style: Any) -> dict[str, dict[str, str]]:
    """How the locale writes year, month and day, in its order; nothing where months have names or follow days."""
    date = style.root.get_date("text")
    parts = {part.get("name"): dict(part.attrib) for part in date}
    if list(parts) != ["year", "month", "day"] or parts["month"].get("form") != "numeric":
        return {}
    return parts
