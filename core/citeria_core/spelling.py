"""What somebody may have meant by a word that is not known here: the known ones nearest to it, in words.

Every “there is no such …” of the project, whatever layer finds it out, names them by `suggestion`.
"""

from collections.abc import Iterable
from difflib import SequenceMatcher
from heapq import nlargest
from typing import Final

_ALIKE: Final = 0.5  # so alike that it was probably meant
_AKIN: Final = 0.3  # so alike that it is worth naming where nothing is alike
_NEXT: Final = 0.08  # less alike than the best by no more than this: it may be meant as well
_FEW: Final = 8  # so few that all can be named
_MOST: Final = 3


def nearest(word: str, known: Iterable[str], *, listed: bool = False) -> list[str]:
    """The known words that may have been meant, the likeliest first; capitals make no difference.

    At most three. Where none is alike: all of them if they are few, else the best there are that bear any likeness;
    unless the known ones are `listed` beside it anyway, then none.
    """
    held = list(dict.fromkeys(known))
    likeness = _likeness(word, held)
    best = nlargest(_MOST, likeness, key=likeness.__getitem__)
    if best and likeness[best[0]] >= _ALIKE:
        return [one for one in best if likeness[one] >= max(_ALIKE, likeness[best[0]] - _NEXT)]
    if listed:
        return []
    return held if len(held) <= _FEW else best


def suggestion(word: str, known: Iterable[str], *, listed: bool = False) -> str:
    """“ Did you mean “x”?”, to stand after the sentence that tells that there is no `word`; or an empty text."""
    found = [f"“{one}”" for one in nearest(word, known, listed=listed)]
    if len(found) > 1:
        return f" Did you mean one of {', '.join(found)}?"
    return f" Did you mean {found[0]}?" if found else ""


def _likeness(word: str, known: Iterable[str]) -> dict[str, float]:
    """How alike (0–1) those are that bear any likeness."""
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(word.casefold())
    found = {}
    for one in known:
        matcher.set_seq1(one.casefold())
        if matcher.real_quick_ratio() >= _AKIN and matcher.quick_ratio() >= _AKIN:
            found[one] = matcher.ratio()
    return {one: ratio for one, ratio in found.items() if ratio >= _AKIN}
