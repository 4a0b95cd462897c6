"""What an analyst does, one function each: every one is one undoable step, named in words, the same from the window and
from the command line. Each gives the `Changes` of its step; one that changes nothing leaves no step.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from citeria_core.cite import suggest_key
from citeria_core.model import Citation, Indicator, Missing, Observation, Qualifier, Role, Source, Status
from citeria_core.period import Period
from citeria_db.changes import Changes
from citeria_db.errors import BadRangeChoiceError, MissingReasonError, NoValueError
from citeria_db.observations import SETTABLE
from citeria_db.retelling import CHANGED_SINCE_CITED as CHANGED_SINCE_CITED
from citeria_db.retelling import retell, teller
from citeria_db.store import Project


def set_value(
    project: Project,
    area: str,
    indicator: str,
    period: Period,
    text: str,
    source: str | None = None,
    locator: str = "",
    quote: str = "",
    locale: str | None = None,
    status: Status | None = None,
) -> Changes:
    """Give a cell the value that `text` says, and put it in use.

    With a `source`, its own observation in the cell takes the value; if it has none, a rival is added that cites it.
    Without one, the observation in use takes the value; if there is none, one without citation is added.
    Words quoted for another value go with it, and a cited value that is changed without naming its source counts as
    uncited (flag `changed since cited`) until it is cited again.
    Raises what `typed` raises for a text that is no one number in the unit of the indicator, before anything is
    written; unknown codes raise too.
    """
    about = project.indicators.get(indicator)
    place = project.areas.get(area)
    if source is not None:
        source = project.sources.get(source).key
    said, stated = _read(Observation("", area, indicator, period, None), about, text, locale)
    status = status or stated
    with project.transact(f"Set {about.name}, {place.name()}") as writing:
        own = teller(project.observations.cell(area, indicator, period), source)
        if own is None:
            cited = () if source is None else (Citation("", source, Role.PRIMARY, locator, quote),)
            id_ = project.observations.add(replace(said, status=status or Status.REPORTED, citations=cited))
        else:
            id_ = own.id
            project.observations.replace_value(id_, _revalued(own, said, status))
            retell(project, own, said, source, locator, quote)
        project.observations.prefer(id_)
    return writing.changes


def _read(blank: Observation, indicator: Indicator, text: str, locale: str | None) -> tuple[Observation, Status | None]:
    """Put what `text` says into an observation: a number for a number indicator, else the text as it is."""
    from citeria_db.typed import in_words, typed

    if indicator.kind != "number":
        return in_words(blank, indicator, text), None
    return typed(blank, indicator, text, locale)


def _revalued(own: Observation, said: Observation, status: Status | None) -> Observation:
    return replace(
        own,
        value=said.value,
        text=said.text,
        printed=said.printed,
        qualifier=said.qualifier,
        low=said.low,
        high=said.high,
        unit=said.unit or own.unit,
        currency=said.currency or own.currency,
        status=status or own.status,
        missing=None,
    )


def clear_value(project: Project, area: str, indicator: str, period: Period) -> Changes:
    """Remove the observation in use from a cell, with its citations; a sole one that remains is put in use.

    Raises `NoValueError` if none is in use.
    """
    about, place = project.indicators.get(indicator), project.areas.get(area)
    in_use = teller(project.observations.cell(area, indicator, period), None)
    if in_use is None:
        raise NoValueError(indicator=about.name, area=place.name(), period=period)
    with project.transact(f"Clear {about.name}, {place.name()}") as writing:
        _remove(project, in_use)
    return writing.changes


def remove_observation(project: Project, observation: str) -> Changes:
    """Remove an observation with its citations, flags and note; a sole one that remains in the cell is put in use."""
    held = project.observations.get(observation)
    with project.transact(f"Remove a value of {where(project, held)}") as writing:
        _remove(project, held)
    return writing.changes


def _remove(project: Project, observation: Observation) -> None:
    project.observations.remove(observation.id)
    left = project.observations.cell(observation.area, observation.indicator, observation.period)
    if len(left) == 1:
        project.observations.prefer(left[0].id)


def prefer(project: Project, observation: str) -> Changes:
    """Put an observation in use in its cell."""
    held = project.observations.get(observation)
    with project.transact(f"Use {held.printed or held.text or held.value} for {where(project, held)}") as writing:
        project.observations.prefer(held.id)
    return writing.changes


def cite(
    project: Project,
    observation: str,
    source: str,
    role: Role = Role.PRIMARY,
    locator: str = "",
    quote: str = "",
    instead: str | None = None,
    speaker: str = "",
) -> Changes:
    """Cite a source for an observation; another place in a source already cited is a citation of its own.

    A citation of the source in that role that names no other place takes the new locator and quote. `instead` is the
    id of a citation that is to say all this, as it stands, in place of what it said. `speaker` is who says it, where
    that is not the source's publisher.
    """
    key = project.sources.get(source).key
    with project.transact(f"Cite {key} for {where(project, project.observations.get(observation))}") as writing:
        held = project.observations.get(observation)
        same = (c for c in held.citations if c.source == key and c.role is role and c.locator in ("", locator))
        there = next((c for c in held.citations if c.id == instead) if instead else same, None)
        if there is None:
            project.citations.add(held.id, Citation("", key, role, locator, quote, speaker=speaker))
        elif instead:
            project.citations.change(
                replace(there, source=key, role=role, locator=locator, quote=quote, speaker=speaker)
            )
        else:
            told = replace(there, locator=locator, quote=quote or there.quote, speaker=speaker or there.speaker)
            project.citations.change(told)
        if role is not Role.CONTRADICTS:
            project.observations.set_flags(held.id, held.flags - {CHANGED_SINCE_CITED})
    return writing.changes


def uncite(project: Project, citation: str) -> Changes:
    """Remove a citation from its observation."""
    held = project.observations.get(project.citations.observation_of(citation))
    key = next(there.source for there in held.citations if there.id == citation)
    with project.transact(f"Remove the citation of {key} from {where(project, held)}") as writing:
        project.citations.remove(citation)
    return writing.changes


def set_note(
    project: Project,
    text: str,
    *,
    area: str | None = None,
    indicator: str | None = None,
    period: Period | None = None,
    observation: str | None = None,
    source: str | None = None,
) -> Changes:
    """Note something on an area, an indicator, both, a cell (with a period), an observation or a source.

    An empty text removes the note.
    """
    if observation is not None:
        about = where(project, project.observations.get(observation))
    else:
        names = [project.indicators.get(indicator).name] if indicator else []
        names += [project.areas.get(area).name()] if area else []
        names += [source] if source else []
        about = ", ".join(names)
    with project.transact(f"{'Note on' if text else 'Remove the note on'} {about}") as writing:
        project.notes.set(text, area=area, indicator=indicator, period=period, observation=observation, source=source)
    return writing.changes


def set_status(
    project: Project,
    observation: str,
    status: Status | None = None,
    flags: Iterable[str] | None = None,
    qualifier: Qualifier | None = None,
) -> Changes:
    """Say what kind of claim an observation is, its flags and its qualifier; what is not given stays.

    A number cannot be made a range here (`BadRangeChoiceError`): its two ends have to be typed.
    """
    with project.transact(f"Describe {where(project, project.observations.get(observation))}") as writing:
        held = project.observations.get(observation)
        changed = replace(held, status=status or held.status)
        if qualifier is not None and qualifier is not held.qualifier:
            changed = _requalified(changed, qualifier)
        project.observations.replace_value(held.id, changed)
        if flags is not None:
            project.observations.set_flags(held.id, flags)
    return writing.changes


def _requalified(held: Observation, qualifier: Qualifier) -> Observation:
    """Change the qualifier; ends that the old one stated go with it, and a range leaves its midpoint."""
    if qualifier is Qualifier.RANGE:
        raise BadRangeChoiceError(printed=held.printed or held.value)
    value = held.value
    if value is None and held.low is not None and held.high is not None:
        value = held.low * 0.5 + held.high * 0.5
    return replace(held, qualifier=qualifier, value=value, low=None, high=None)


def set_missing(project: Project, area: str, indicator: str, period: Period, reason: Missing) -> Changes:
    """Say why a cell has no value, and put that in use; values that sources gave stay beside it as rivals.

    Raises `MissingReasonError` for a reason that only the program finds.
    """
    return set_all_missing(project, ((area, indicator, period),), reason)


def set_all_missing(project: Project, cells: Iterable[tuple[str, str, Period]], reason: Missing) -> Changes:
    """Say of several cells (area, indicator, period) why they have no value, as one step; else as `set_missing`."""
    if reason not in SETTABLE:
        raise MissingReasonError(reason=reason, choices=", ".join(sorted(SETTABLE)))
    marked = tuple(dict.fromkeys(cells))
    places = [(project.indicators.get(indicator), project.areas.get(area)) for area, indicator, _ in marked]
    about = f"{places[0][0].name}, {places[0][1].name()}" if len(marked) == 1 else f"{len(marked)} values"
    with project.transact(f"Mark {about} as missing") as writing:
        for cell in marked:
            _mark_missing(project, *cell, reason)
    return writing.changes


def _mark_missing(project: Project, area: str, indicator: str, period: Period, reason: Missing) -> None:
    held = project.observations.cell(area, indicator, period)
    there = next((observation for observation in held if observation.missing is not None), None)
    if there is None:
        id_ = project.observations.add(Observation("", area, indicator, period, None, missing=reason))
    else:
        id_ = there.id
        project.observations.replace_value(id_, replace(there, missing=reason))
    project.observations.prefer(id_)


def set_weight(project: Project, index: str, node: str, weight: float) -> Changes:
    """Give a node of an index another weight, relative among its siblings."""
    held = project.indices.get(index)
    name = next((part.name for part in held.nodes if part.code == node), node)
    with project.transact(f"Weight of {name}: {weight:g}") as writing:
        project.indices.set_weight(index, node, weight)
    return writing.changes


def set_weights(project: Project, index: str, weights: Mapping[str, float]) -> Changes:
    """Give several nodes of an index other weights as one step, each relative among its siblings."""
    held = project.indices.get(index)
    names = {part.code: part.name for part in held.nodes}
    told = ", ".join(f"{names.get(node, node)} {weight:g}" for node, weight in weights.items())
    with project.transact(f"Weights: {told}") as writing:
        for node, weight in weights.items():
            project.indices.set_weight(index, node, weight)
    return writing.changes


def add_source(project: Project, source: Source) -> Changes:
    """Add a source; an empty key is made from its author or producer and its year, a taken one is refused."""
    key = source.key.strip() or suggest_key(source.csl, project.sources.keys())
    with project.transact(f"Add source {key}") as writing:
        project.sources.add(replace(source, key=key))
    return writing.changes


def where(project: Project, observation: Observation) -> str:
    """Name the indicator and the area of an observation, as labels of steps do."""
    indicator = project.indicators.get(observation.indicator)
    return f"{indicator.name}, {project.areas.get(observation.area).name()}"
