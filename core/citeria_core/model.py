"""The nouns of the domain, as frozen values.

They are named as in the project's words: area, grouping, indicator, index, node, observation, source, citation.
They know nothing of how they are stored; people and commands name them by code, observations by id.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Final, TypeAlias

from citeria_core.period import Period

NO_NAMES: Mapping[str, str] = MappingProxyType({})


class Qualifier(StrEnum):
    """How a printed number stands to the true one."""

    EXACT = "="
    ABOUT = "~"
    BELOW = "<"
    NEARLY = "<~"
    AT_MOST = "<="
    ABOVE = ">"
    AT_LEAST = ">="
    RANGE = "range"


class Status(StrEnum):
    """What kind of claim a value is (SDMX observation status, and four that the founding documents need)."""

    REPORTED = "reported"
    ESTIMATED = "estimated"
    FORECAST = "forecast"
    PROVISIONAL = "provisional"
    IMPUTED = "imputed"
    MODELLED = "modelled"
    ANNOUNCED = "announced"
    PLANNED = "planned"
    TARGET = "target"
    CLAIMED = "claimed"


class Missing(StrEnum):
    """Why a cell has no value that can be scored."""

    NOT_FOUND = "not_found"
    NOT_COLLECTED = "not_collected"
    CANNOT_EXIST = "cannot_exist"
    NOT_APPLICABLE = "not_applicable"
    SUPPRESSED = "suppressed"
    UNDECIDED = "undecided"  # several observations, none preferred
    BOUND_ONLY = "bound_only"  # the preferred observation is a bound (<, >, …)
    STATUS_NOT_ALLOWED = "status_not_allowed"  # planned, target, forecast … and the index does not name it
    NOT_A_NUMBER = "not_a_number"  # a rating or text


class Role(StrEnum):
    """What a cited source is to a value."""

    PRIMARY = "primary"
    VIA = "via"
    CORROBORATES = "corroborates"
    CONTRADICTS = "contradicts"
    METHOD = "method"


# A source's row of the pedigree matrix, 1 (best) to 5, None = not judged: reliability, completeness, temporal,
# geographical and technological correlation.
Pedigree: TypeAlias = tuple[int | None, int | None, int | None, int | None, int | None]
UNJUDGED: Final[Pedigree] = (None, None, None, None, None)
SCORED_QUALIFIERS = frozenset({Qualifier.EXACT, Qualifier.ABOUT, Qualifier.RANGE})
SCORED_STATUSES = frozenset({Status.REPORTED, Status.ESTIMATED, Status.PROVISIONAL, Status.IMPUTED, Status.MODELLED})


@dataclass(frozen=True, slots=True)
class Area:
    """Anything a value can be about: a city, province, country, urban cluster, organisation, programme."""

    code: str
    kind: str
    names: Mapping[str, str]  # language → the name shown in it
    variants: tuple[str, ...] = ()  # other spellings met in sources
    parent: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    note: str = ""
    retired: bool = False  # no longer offered; its values stay

    def name(self, language: str = "en") -> str:
        """The name in `language`, else in English, else the code."""
        return self.names.get(language) or self.names.get("en") or self.code


@dataclass(frozen=True, slots=True)
class Group:
    """One part of a grouping, with its member areas in order."""

    code: str
    name: str
    members: tuple[str, ...]
    colour: str = ""  # "#RRGGBB", or empty: the fixed palette by position
    story: str = ""


@dataclass(frozen=True, slots=True)
class Grouping:
    """A named partition of areas given by people."""

    code: str
    name: str
    groups: tuple[Group, ...]
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Indicator:
    """A measured thing. `direction` is 1 (more is better), −1 (less is better) or 0 (not stated)."""

    code: str
    name: str
    unit: str = ""
    definition: str = ""
    direction: int = 0
    kind: str = "number"  # number | ordinal | text
    area_kind: str = ""
    measure: str = ""
    collections: tuple[str, ...] = ()
    note: str = ""
    retired: bool = False  # no longer offered; its values stay


@dataclass(frozen=True, slots=True)
class Node:
    """A place in an index tree. A leaf names an indicator; the root has no parent."""

    code: str
    name: str
    parent: str | None
    weight: float  # relative among siblings
    indicator: str | None = None
    direction: int = 1
    period: Period | None = None  # a leaf may fix its period
    statuses: frozenset[Status] = frozenset()  # allowed beside `SCORED_STATUSES`


@dataclass(frozen=True, slots=True)
class Index:
    """A tree with a weight on every edge, an ordered set of areas, an as-of period and a recipe (TOML).

    `nodes` stand in reading order, the root first, every node after its parent; the root's code is the index's own.
    """

    code: str
    name: str
    description: str
    as_of: Period
    areas: tuple[str, ...]
    nodes: tuple[Node, ...]
    recipe: str
    published: str | None = None  # code of the published ranking to compare with

    def leaves(self) -> tuple[Node, ...]:
        """The nodes that name an indicator, in reading order."""
        return tuple(node for node in self.nodes if node.indicator is not None)

    def parts(self) -> tuple[Node, ...]:
        """The direct children of the root, in reading order."""
        return tuple(node for node in self.nodes if node.parent == self.code)


@dataclass(frozen=True, slots=True)
class Source:
    """A bibliographic item. `csl` is CSL-JSON without its `id`, which is `key`."""

    key: str
    csl: Mapping[str, object]
    character: str = ""  # primary | secondary, as the source stands to its own figures
    note: str = ""
    cited: int = 0  # how many citations name it

    @property
    def title(self) -> str:
        """The title, or an empty text."""
        return str(self.csl.get("title", ""))

    @property
    def url(self) -> str:
        """The address, or an empty text."""
        return str(self.csl.get("URL", ""))


@dataclass(frozen=True, slots=True)
class Citation:
    """The link from an observation to a source. `speaker` is who says the words, where that is not its publisher."""

    id: str
    source: str
    role: Role = Role.PRIMARY
    locator: str = ""
    quote: str = ""
    quote_language: str = ""
    translation: str = ""
    retrieved: str = ""
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Observation:
    """One claimed value of (area, indicator, period), as printed and as a number."""

    id: str
    area: str
    indicator: str
    period: Period
    value: float | None
    text: str = ""  # the value of an ordinal or text indicator
    printed: str = ""
    qualifier: Qualifier = Qualifier.EXACT
    low: float | None = None
    high: float | None = None
    unit: str = ""
    currency: str = ""
    status: Status = Status.REPORTED
    missing: Missing | None = None
    preferred: bool = False
    flags: frozenset[str] = frozenset()
    note: str = ""
    citations: tuple[Citation, ...] = ()
    author: str = ""
    created: str = ""


@dataclass(frozen=True, slots=True)
class CellReading:
    """What an index reads for one area and indicator, and what a grid shows of it.

    `observation` is the one scored, or where none can be scored the latest preferred one, or None.
    `value` is None unless it is scored; `reason` then says why.
    """

    area: str
    indicator: str
    value: float | None
    reason: Missing | None
    period: Period | None = None
    observation: str | None = None
    shown: float | None = None
    text: str = ""
    qualifier: Qualifier = Qualifier.EXACT
    status: Status = Status.REPORTED
    low: float | None = None
    high: float | None = None
    rivals: int = 0  # observations of the cell shown, when more than one
    cited: bool = True
    noted: bool = False
    claims: tuple[float, ...] = ()  # what each rival observation says, where they are numbers that could be scored
    flags: frozenset[str] = frozenset()
    pedigree: Pedigree = UNJUDGED  # of the best source cited for it


@dataclass(frozen=True, slots=True)
class PublishedRank:
    """Where somebody else put an area."""

    area: str
    rank: int
    score: float | None
    source: str


@dataclass(frozen=True, slots=True)
class PublishedRanking:
    """A ranking as published, to stand beside ours; `partial` lists are ordinary."""

    code: str
    index: str
    name: str
    ranks: tuple[PublishedRank, ...] = field(default=())

    def labels(self) -> dict[str, str]:
        """Area → its published rank, with "=" where several share it."""
        held = [entry.rank for entry in self.ranks]
        return {entry.area: f"{entry.rank}{'=' if held.count(entry.rank) > 1 else ''}" for entry in self.ranks}


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A ranking of an index kept under a name; `hash` is the SHA-256 of all that was kept of it.

    `taken` is a time in UTC, `step` the number of the latest step it holds, `recipe_hash` that of its recipe.
    """

    index: str
    name: str
    description: str
    taken: str
    author: str
    step: int
    recipe: str
    recipe_hash: str
    hash: str
