"""Script: one form for every kind of space, minus, quote and full-width sign, and the text cut into tokens."""

import re
from dataclasses import dataclass
from typing import Final

MINUS: Final = "\u2212"
_HYPHENS: Final = "\u2010\u2011\u2012"
_DASHES: Final = frozenset("-–—")

SCRIPT: Final[dict[int, str]] = {
    **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},  # full-width forms
    **dict.fromkeys(map(ord, "\t\u00a0\u2007\u2008\u2009\u200a\u202f\u3000"), " "),
    **dict.fromkeys(map(ord, "\u2018\u2019\u02bc"), "'"),
    ord(MINUS): "-",
}
_MORE_SCRIPT: Final[dict[int, str]] = {
    **SCRIPT,
    **dict.fromkeys(map(ord, _HYPHENS), "-"),
    **dict.fromkeys(map(ord, '“”„«»"\\*'), " "),  # quotes say nothing of the number, nor does what escapes a sign
    0xFFE1: "£",
    0xFFE5: "¥",
    0xFFE6: "₩",
    ord("〜"): "~",
    ord("。"): ".",
    ord("、"): ",",
}

_TOKEN: Final = re.compile(
    r"""
    (?P<figure>
        (?: [0-9]{1,3} (?:[ ][0-9]{3}(?![0-9]))+ (?:[.,][0-9]+)?  # 4 676
          | [0-9]+ (?:[.,'][0-9]+)*                               # 31,206.5
          | (?<![0-9.,'])[.,][0-9]+                               # .5
        )
        (?: e[+-]?[0-9]+ (?![0-9a-z]) )?
    )
    | (?P<fraction> [½⅓⅔¼¾] )
    | (?P<character> [\u3007\u3400-\u9fff] )
    | (?P<word> [^\W\d_\u3400-\u9fff]+ (?:'[^\W\d_]+)* )
    | (?P<sign> <~ | <= | >= | \S )
    """,
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A figure, a word, a Chinese character or a sign: as printed, in the small letters of the tables, and its kind.

    `glued` says that nothing stands between it and the token before.
    """

    raw: str
    kind: str
    glued: bool

    @property
    def text(self) -> str:
        """The token as the tables write it."""
        return self.raw.lower()

    @property
    def is_dash(self) -> bool:
        """Whether it may stand between the ends of a range."""
        return self.raw in _DASHES


def tokens(text: str) -> tuple[Token, ...]:
    """Cut `text` into tokens, without the points of abbreviations and the hyphens inside words."""
    found: list[Token] = []
    end = -1
    for match in _TOKEN.finditer(text.translate(_MORE_SCRIPT)):
        found.append(Token(match[0], match.lastgroup or "", match.start() == end))
        end = match.end()
    return tuple(token for at, token in enumerate(found) if not _is_silent(found, at))


def _is_silent(found: list[Token], at: int) -> bool:
    """Whether a token only shortens, joins or ends: the point of “approx.”, the hyphen of “two-thirds”."""
    token = found[at]
    before = found[at - 1].kind if at else ""
    if token.raw == ".":
        return before in ("word", "character") or at == len(found) - 1
    is_inside = token.glued and at + 1 < len(found) and found[at + 1].glued
    return token.raw == "-" and is_inside and before in ("word", "figure") and found[at + 1].kind == "word"
