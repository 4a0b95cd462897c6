"""When two sources are one: the rule that finds duplicates in a library. Pure; it changes nothing.

Two sources are the same if they share an ISBN, a DOI or a canonical address, or if their normalised titles are equal
and nothing speaks against it: DOIs that differ, ISBNs that differ, years more than one apart, no creator in common.
(Zotero's behaviour as described in its documentation, and the address.) Sameness is passed on: what equals one member
of a set belongs to the set. Addresses of one host whose paths differ in at most two characters are a warning only:
one of them is often mistyped, but numbered pages of one site look just so.

Every step is about linear in the number of sources. Among very many sources of one title, or on one host with nearly
one path, each is compared with the `_WINDOW` before it.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice, product
from typing import Final, TypeAlias
from urllib.parse import parse_qsl, urlencode, urlsplit

from citeria_core.cite import year
from citeria_core.model import Source

_WINDOW: Final = 50
_MOST_PATH: Final = 500  # characters of a path that are compared
_EDITS: Final = 2
_TRACKING: Final = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|yclid|mc_cid|mc_eid|igshid|_ga|spm|from|isappinstalled", re.IGNORECASE
)
_ISBN: Final = re.compile(r"(?:97[89][ -]?)?(?:\d[ -]?){9}[\dXx]")
_Third: TypeAlias = tuple[str, str, int, int, str]  # host, query, length of the path, which third, what it says
_CREATORS: Final = ("author", "editor", "translator")


class Reason(StrEnum):
    """What says that two sources are one."""

    ISBN = "isbn"
    DOI = "doi"
    URL = "url"
    TITLE = "title"
    NEAR_URL = "near_url"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sources, named by key in the order of the library, and what speaks for their being one."""

    first: str
    second: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Duplicates:
    """One source under several keys: `keys` in the order of the library, `pairs` the evidence."""

    keys: tuple[str, ...]
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What the rule finds: sets of duplicates, and pairs that only look alike."""

    groups: tuple[Duplicates, ...]
    warnings: tuple[Pair, ...]


def find(sources: Sequence[Source]) -> Found:
    """Find all duplicates and look-alikes among `sources`; whoever stands in one set is not warned of as well."""
    sets = _Sets(len(sources))
    evidence = [
        (first, second, reason) for reason, pairs in _EVIDENCE for first, second in pairs(sources) if first != second
    ]
    for first, second, _ in evidence:
        sets.join(first, second)
    members: dict[int, list[int]] = defaultdict(list)
    for place in range(len(sources)):
        members[sets.root(place)].append(place)
    told: dict[int, list[Pair]] = defaultdict(list)
    for first, second, reason in dict.fromkeys(evidence):
        told[sets.root(first)].append(Pair(sources[first].key, sources[second].key, reason))
    groups = tuple(
        Duplicates(tuple(sources[place].key for place in places), tuple(told[root]))
        for root, places in members.items()
        if len(places) > 1
    )
    near = (pair for pair in dict.fromkeys(_near_addresses(sources)) if sets.root(pair[0]) != sets.root(pair[1]))
    return Found(
        groups, tuple(Pair(sources[first].key, sources[second].key, Reason.NEAR_URL) for first, second in near)
    )


def same(first: Source, second: Source) -> bool:
    """Say whether the rule holds two sources to be one, whatever their keys."""
    return any(list(pairs((first, second))) for _, pairs in _EVIDENCE)


def best(sources: Sequence[Source]) -> Source:
    """Propose which of several duplicates to keep: the most cited, then the one that says most, then the oldest."""
    return max(sources, key=lambda source: (source.cited, len(source.csl)))


class _Sets:
    """Disjoint sets of places (union–find with path halving)."""

    def __init__(self, size: int) -> None:
        self._above = list(range(size))

    def root(self, place: int) -> int:
        while self._above[place] != place:
            self._above[place] = self._above[self._above[place]]
            place = self._above[place]
        return place

    def join(self, first: int, second: int) -> None:
        low, high = sorted((self.root(first), self.root(second)))
        self._above[high] = low


def _sharing(identities: Callable[[Source], Iterable[str]]) -> Callable[[Sequence[Source]], Iterator[tuple[int, int]]]:
    """Pair each source with the first one that has the same identity; equality being passed on, that is enough."""

    def pairs(sources: Sequence[Source]) -> Iterator[tuple[int, int]]:
        first: dict[str, int] = {}
        for place, source in enumerate(sources):
            for identity in identities(source):
                if identity in first:
                    yield first[identity], place
                else:
                    first[identity] = place

    return pairs


def _same_titles(sources: Sequence[Source]) -> Iterator[tuple[int, int]]:
    by_title: dict[str, list[int]] = defaultdict(list)
    for place, source in enumerate(sources):
        if title := normalised_title(source.title):
            before = by_title[title]
            yield from ((other, place) for other in before[-_WINDOW:] if _agree(sources[other], source))
            before.append(place)


def _agree(first: Source, second: Source) -> bool:
    """Whether nothing but the title is left to tell two sources of one title apart."""
    if doi(first) and doi(second) and doi(first) != doi(second):
        return False
    if isbns(first) and isbns(second) and not isbns(first) & isbns(second):
        return False
    years = [int(year(source)) for source in (first, second) if year(source).isdecimal()]
    if len(years) == 2 and abs(years[0] - years[1]) > 1:
        return False
    ours, theirs = creators(first), creators(second)
    return bool(ours & theirs) if ours or theirs else True


def normalised_title(title: str) -> str:
    """A title without diacritics, ASCII punctuation and capitals, its words parted by one space."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", title) if not unicodedata.combining(letter))
    return " ".join(re.sub(r"[!-/:-@\[-`{-~]", " ", plain).lower().split())


def doi(source: Source) -> str:
    """The DOI in capitals, without a resolver's address before it; empty if it does not begin with `10.`."""
    text = re.sub(r"^(?:https?://)?(?:dx\.)?doi\.org/|^doi:\s*", "", str(source.csl.get("DOI", "")).strip(), flags=re.I)
    return text.upper() if text.startswith("10.") else ""


def isbns(source: Source) -> frozenset[str]:
    """Every ISBN of the item in its thirteen digits; what has a wrong check digit counts as it stands."""
    return frozenset(map(_thirteen, _ISBN.findall(str(source.csl.get("ISBN", "")))))


def _thirteen(isbn: str) -> str:
    digits = re.sub(r"[ -]", "", isbn).upper()
    if len(digits) == 13:
        return digits
    body = f"978{digits[:9]}"
    return f"{body}{-sum(int(digit) * (1, 3)[place % 2] for place, digit in enumerate(body)) % 10}"


def creators(source: Source) -> frozenset[tuple[str, str]]:
    """(last name, first initial) of authors, editors and translators; a name in one piece is a last name."""
    found = set()
    for role in _CREATORS:
        names = source.csl.get(role)
        for name in names if isinstance(names, list) else []:
            if isinstance(name, Mapping):
                last = normalised_title(str(name.get("family") or name.get("literal") or ""))
                found.add((last, normalised_title(str(name.get("given") or ""))[:1]))
    return frozenset(found - {("", "")})


def canonical_url(url: str) -> str:
    """Reduce an address to what identifies the page: no scheme, `www.`, tracking parameters, fragment, final slash."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:  # an unclosed bracket where an IPv6 host would stand
        return url.strip()
    if not parts.netloc:
        return url.strip()
    host = parts.netloc.lower().removeprefix("www.")
    kept = [(key, value) for key, value in parse_qsl(parts.query, True) if not _TRACKING.fullmatch(key)]
    return f"{host}{parts.path.rstrip('/')}{'?' + urlencode(kept) if kept else ''}"


_EVIDENCE: Final[tuple[tuple[Reason, Callable[[Sequence[Source]], Iterator[tuple[int, int]]]], ...]] = (
    (Reason.ISBN, _sharing(isbns)),
    (Reason.DOI, _sharing(lambda source: filter(None, (doi(source),)))),
    (Reason.URL, _sharing(lambda source: filter(None, (canonical_url(source.url),)))),
    (Reason.TITLE, _same_titles),
)


def _near_addresses(sources: Sequence[Source]) -> Iterator[tuple[int, int]]:
    """Pairs whose canonical addresses differ by 1 or 2 edits of the path; if only in numbers, under one title.

    A text within two edits of another shares one of the other's thirds with it, moved by at most two places: only
    such pairs are measured (the pigeonhole index of approximate matching).
    """
    thirds: dict[_Third, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    numbered: dict[tuple[str, ...], list[int]] = defaultdict(list)
    addresses = [_split(canonical_url(source.url)) for source in sources]
    for place, (host, path, query) in enumerate(addresses):
        if not path:
            continue
        form = re.sub(r"\d+", "0", path)
        series = numbered[host, query, form, normalised_title(sources[place].title)]
        near = dict.fromkeys(series[-_WINDOW:])
        series.append(place)
        for key in _moved_thirds(host, path, query):
            for other_form, places in islice(reversed(thirds.get(key, {}).items()), _WINDOW):
                if other_form != form:
                    near |= dict.fromkeys(places[-_WINDOW:])
        yield from (
            (other, place)
            for other in near
            if addresses[other][1] != path and _within(addresses[other][1], path, _EDITS)
        )
        for part, (begin, end) in enumerate(_cuts(len(path))):
            thirds[host, query, len(path), part, path[begin:end]][form].append(place)


def _moved_thirds(host: str, path: str, query: str) -> Iterator[_Third]:
    """Where a path within two edits of `path` may stand: its length, which third, and what that third says."""
    for size, shift in product(range(len(path) - _EDITS, len(path) + _EDITS + 1), range(-_EDITS, _EDITS + 1)):
        for part, (begin, end) in enumerate(_cuts(size)):
            if begin + shift >= 0:
                yield host, query, size, part, path[begin + shift : end + shift]


def _split(canonical: str) -> tuple[str, str, str]:
    address, _, query = canonical.partition("?")
    host, _, path = address.partition("/")
    return host, path[:_MOST_PATH], query


def _cuts(size: int) -> tuple[tuple[int, int], ...]:
    third = max(size, 0) // (_EDITS + 1)
    return (0, third), (third, 2 * third), (2 * third, size)


def _within(first: str, second: str, edits: int) -> bool:
    """Whether at most `edits` insertions, deletions or replacements make one text of the other."""
    first, second = _differing(first, second)
    if not first or not second or edits <= 1:
        return max(len(first), len(second)) <= edits
    if abs(len(first) - len(second)) > edits:
        return False
    shorter = (first[1:], second), (first, second[1:]), (first[1:], second[1:])
    return any(_within(one, other, edits - 1) for one, other in shorter)


def _differing(first: str, second: str) -> tuple[str, str]:
    """What is left of two texts without what they begin and end with alike."""
    shorter = min(len(first), len(second))
    begin = 0
    while begin < shorter and first[begin] == second[begin]:
        begin += 1
    end = 0
    while end < shorter - begin and first[-1 - end] == second[-1 - end]:
        end += 1
    return first[begin : len(first) - end], second[begin : len(second) - end]
