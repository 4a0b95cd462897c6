"""A citation's locator as the fragment of an address: the page of a PDF, the words of a web page, a moment of a film.

Forms: `#page=12` (RFC 8118), `#:~:text=` (URL Fragment Text Directives, WICG), `#t=75` (Media Fragments URI 1.0).
"""

import re
from typing import Final
from urllib.parse import quote as escape

_PAGE: Final = re.compile(
    r"(?:\b(?:pages?|pp?|S|Seiten?|с|стр)\b\.?|第)\s*(\d{1,6})|^\s*(\d{1,6})\s*(?:$|[-–—,;]|页)", re.IGNORECASE
)
_TIME: Final = re.compile(r"(?<![\d:])(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?![\d:])|\bt\s*=\s*(\d+)")
_MOST_WORDS: Final = 8  # at either end of a quote; a browser looks for what stands between them itself
_FILMS: Final = ("video/", "audio/")


def fragment(mime: str, locator: str, quote: str = "") -> str:
    """Give the part after `#` that opens a file of this kind where the citation points; empty if none is known."""
    if mime == "application/pdf":
        number = page(locator)
        return f"page={number}" if number is not None else ""
    moment = seconds(locator)
    if mime.startswith(_FILMS) or (mime == "text/html" and not quote.strip() and moment is not None):
        return f"t={moment}" if moment is not None else ""
    return _words(quote) if mime == "text/html" else ""


def page(locator: str) -> int | None:
    """Read the first page that a locator names ("p. 12", "pp. 12–13", "第12页", "с. 12", "12"); None if none."""
    found = _PAGE.search(locator)
    return int(found[1] or found[2]) if found else None


def seconds(locator: str) -> int | None:
    """Read the moment that a locator names ("1:05", "1:02:03", "t=65"), in seconds; None if it names none."""
    found = _TIME.search(locator)
    if not found:
        return None
    if found[4]:
        return int(found[4])
    return int(found[1] or 0) * 3600 + int(found[2]) * 60 + int(found[3])


def _words(quote: str) -> str:
    words = quote.strip(" \t\r\n“”\"'«»…").split()
    if not words:
        return ""
    if len(words) <= 2 * _MOST_WORDS:
        return f":~:text={_escaped(words)}"
    return f":~:text={_escaped(words[:_MOST_WORDS])},{_escaped(words[-_MOST_WORDS:])}"


def _escaped(words: list[str]) -> str:
    """`-`, `,` and `&` part the terms of a directive, so they are escaped too."""
    return escape(" ".join(words), safe="").replace("-", "%2D")
