"""What a reviewers' workbook tells, read from the project once: indices with their results, values, sources, names."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from citeria_core.engine import Engine, Result
from citeria_core.errors import KnownError
from citeria_core.model import Area, Index, Indicator, Observation, Source
from citeria_core.ranking import Standing, standing
from citeria_core.recipe import Recipe
from citeria_db import load
from citeria_db.clock import now
from citeria_db.store import Project


@dataclass(frozen=True, slots=True)
class Ranked:
    """An index with its result; where it cannot be computed both are None and `problem` says why."""

    index: Index
    result: Result | None
    standing: Standing | None
    problem: str
    published: str  # the name of the published ranking beside it, or ""
    used: frozenset[str]  # ids of the observations it scores


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that the sheets are written from. Observations stand by indicator, area and period."""

    title: str
    file: str
    day: str  # YYYY-MM-DD, UTC
    ranked: tuple[Ranked, ...]
    areas: Mapping[str, Area]
    indicators: tuple[Indicator, ...]
    sources: tuple[Source, ...]
    observations: tuple[Observation, ...]

    def area_name(self, code: str) -> str:
        """The shown name of an area."""
        return self.areas[code].name() if code in self.areas else code

    def used_in(self, observation: str) -> str:
        """The indices that score an observation, as text."""
        return ", ".join(ranked.index.code for ranked in self.ranked if observation in ranked.used)


def gather(project: Project, index_codes: Sequence[str] | None) -> Report:
    """Read the project; an unknown code raises `UnknownIndexError`.

    `index_codes` None means all its indices, those that rank somebody first.
    """
    indices = project.indices.all() if index_codes is None else tuple(map(project.indices.get, index_codes))
    areas = {area.code: area for area in project.areas.all()}
    indicators = project.indicators.all()
    ranked = [_rank(project, index, areas) for index in {index.code: index for index in indices}.values()]
    return Report(
        title=project.title or project.path.stem,
        file=project.path.name,
        day=now()[:10],
        ranked=tuple(ranked if index_codes is not None else sorted(ranked, key=_ranks_nobody)),
        areas=areas,
        indicators=indicators,
        sources=project.sources.all(),
        observations=_in_order(project.observations.all(), areas, indicators),
    )


def _rank(project: Project, index: Index, areas: Mapping[str, Area]) -> Ranked:
    published = project.published.get(index.published) if index.published else None
    dataset = load.dataset(project, index.code)
    readings = dataset.readings.values()
    used = frozenset(reading.observation for reading in readings if reading.observation and reading.value is not None)
    beside = f"{published.index}, {published.name}" if published else ""
    try:
        result = Engine(dataset, Recipe.from_toml(index.recipe)).result
    except KnownError as error:
        return Ranked(index, None, None, str(error), beside, used)
    names = {code: areas[code].name() for code in index.areas}
    rows = standing(result, names, published.labels() if published else {}, None)
    return Ranked(index, result, rows, "", beside, used)


def _ranks_nobody(ranked: Ranked) -> bool:
    return not any(row.rank is not None for row in (ranked.standing.rows if ranked.standing else ()))


def _in_order(
    observations: Sequence[Observation], areas: Mapping[str, Area], indicators: Sequence[Indicator]
) -> tuple[Observation, ...]:
    area_at = {code: place for place, code in enumerate(areas)}
    indicator_at = {indicator.code: place for place, indicator in enumerate(indicators)}
    return tuple(
        sorted(observations, key=lambda one: (indicator_at[one.indicator], area_at[one.area], one.period, one.created))
    )


def count_by_indicator(observations: Sequence[Observation]) -> tuple[Counter[str], Counter[str]]:
    """How many observations each indicator has, and over how many areas."""
    values = Counter(observation.indicator for observation in observations)
    pairs = {(observation.indicator, observation.area) for observation in observations}
    return values, Counter(indicator for indicator, _ in pairs)
