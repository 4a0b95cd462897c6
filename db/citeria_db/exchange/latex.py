"""Text as BibTeX writes it, in LaTeX, to plain text and back.

`encode` uses few commands, and `decode` takes exactly those back; whatever else a file holds (accents, symbols, dashes)
goes through pylatexenc, in which braces only group.
"""

import re
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pylatexenc.latex2text import LatexNodes2Text

_MOST_DECODED: Final = 20_000  # characters; pylatexenc takes about 10 µs for each
_PLAIN: Final = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
}
_ENCODED: Final = re.compile(r"[\\~^{}&%$#_]|-(?=-)|`(?=`)|'(?=')")  # two of a kind would be a dash, a quotation mark
_LINE_OF_ENTRY: Final = re.compile(r"^([ \t]*)@", re.MULTILINE)  # parsers would take it for a new entry
_DECODED: Final = re.compile(r"\\text(?:backslash|asciitilde|asciicircum|braceleft|braceright)\{\}|\\[&%$#_{}]|[{}]")
_BACK: Final = {command: letter for letter, command in _PLAIN.items()} | {"{": "", "}": "", r"\{": "{", r"\}": "}"}
_LEFT_TO_DECODE: Final = re.compile(r"[\\$~]|--|``|''")


def encode(text: str) -> str:
    """Write plain text so that LaTeX prints it as it is."""
    plain = _ENCODED.sub(lambda found: _PLAIN.get(found[0], f"{found[0]}{{}}"), text)
    return _LINE_OF_ENTRY.sub(r"\1{@}", plain)


def decode(text: str) -> str:
    """Read LaTeX as plain text; what is too long or too deep to understand stays as it stands."""
    if not _LEFT_TO_DECODE.search(_DECODED.sub("\0", text)):
        return _DECODED.sub(lambda found: _BACK[found[0]], text)
    if len(text) > _MOST_DECODED:
        return text
    try:
        return str(_decoder().latex_to_text(text))
    except (RecursionError, ValueError, IndexError):  # what pylatexenc raises at malformed LaTeX
        return text


@cache
def _decoder() -> "LatexNodes2Text":
    """pylatexenc's decoder with its tables, which takes a millisecond to make."""
    from pylatexenc.latex2text import LatexNodes2Text  # slow to import, and seldom needed

    return LatexNodes2Text(keep_comments=True, math_mode="verbatim")
