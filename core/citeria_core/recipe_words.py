"""The method notebook in words: a recipe as a person would tell it, and what differs between two.

The words say what is done; they are not read back. The text that is both written and read is TOML (`notebook`).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from types import MappingProxyType
from typing import Any

from citeria_core.recipe import (
    Aggregate,
    Denominate,
    Factor,
    Impute,
    Normalise,
    Rank,
    Recipe,
    Screen,
    Treat,
    Weights,
)

Phrases = dict[str, str]  # what it is about → what is done

SECTIONS: Mapping[str, str] = MappingProxyType(
    {
        "screen": "Screen",
        "denominate": "Denominate",
        "impute": "Impute",
        "treat": "Treat",
        "normalise": "Normalise",
        "aggregate": "Aggregate",
        "weights": "Weights",
        "rank": "Ties",
    }
)


def describe(recipe: Recipe) -> str:
    """The recipe in words, a line each: the general choices, then the exceptions, then what is uncertain."""
    return "\n".join(f"{subject}: {phrase}" for subject, phrase in phrases(recipe).items())


def differences(before: Recipe, after: Recipe) -> tuple[str, ...]:
    """What differs, a line each, such as “Normalise: min-max 0–100 → z-score”; empty for equal recipes.

    An exception is compared with what held for that indicator or node without it. Settings that the chosen methods do
    not use are told last.
    """
    if before == after:
        return ()
    old, new = phrases(before), phrases(after)
    found = []
    for subject in dict.fromkeys((*old, *new)):
        was, now = (held.get(subject) or _without(recipe, subject) for held, recipe in ((old, before), (new, after)))
        if was != now:
            found.append(f"{subject}: {was} → {now}")
    idle = tuple(_idle(before, after))
    if idle:
        found.append(f"Without effect: {', '.join(idle)}")
    return tuple(found) or ("Without effect: exceptions that say what holds without them.",)


def phrases(recipe: Recipe) -> Phrases:
    """What the recipe does, by what it is about: sections, “Aggregate, level 2”, “Normalise, LPI”, factors."""
    held = {title: _WORDS[section](getattr(recipe, section)) for section, title in SECTIONS.items()}
    for level in sorted(recipe.levels):
        held[f"Aggregate, level {level}"] = _aggregate(recipe.aggregate_of("", level))
    for code in sorted(recipe.indicators):
        for section in sorted(recipe.indicators[code]):
            held[f"{SECTIONS[section]}, {code}"] = _of_indicator(recipe, section, code)
    for code in sorted(recipe.nodes):
        held[f"Aggregate, {code}"] = _aggregate(recipe.aggregate_of(code, 0))
    for factor in recipe.factors:
        held[f"Uncertain, {factor.name}"] = _factor(factor)
    return held


def _of_indicator(recipe: Recipe, section: str, code: str) -> str:
    return _WORDS[section](getattr(recipe, f"{section}_of")(code))


def _without(recipe: Recipe, subject: str) -> str:
    """What holds for the subject of an exception in a recipe that does not make it."""
    title, _, code = subject.partition(", ")
    section = next((section for section, held in SECTIONS.items() if held == title), "")
    if title == "Uncertain" or not section:
        return "certain"
    if section == "aggregate":
        return _aggregate(recipe.aggregate)
    return _of_indicator(recipe, section, code)


def _idle(before: Recipe, after: Recipe) -> Iterator[str]:
    """The settings that differ in sections whose words do not."""
    for section in SECTIONS:
        old, new = getattr(before, section), getattr(after, section)
        if _WORDS[section](old) != _WORDS[section](new):
            continue
        for entry in fields(old):
            was, now = getattr(old, entry.name), getattr(new, entry.name)
            if was != now:
                yield f"{section}.{entry.name.rstrip('_')} {_shown(was)} → {_shown(now)}"


def _shown(value: Any) -> str:
    return "none" if value is None or value == () else str(value).lower() if isinstance(value, bool) else str(value)


def _percent(share: float) -> str:
    return f"{share * 100:.6g} %"


def _screen(how: Screen) -> str:
    enough, lively = f"{_percent(how.min_availability)} of the indicators", f"{_percent(how.min_nonzero)} not zero"
    rule = {
        "none": "all areas take part",
        "availability": f"areas with at least {enough}",
        "nonzero": f"areas with at least {lively} among their values",
        "both": f"areas with at least {enough} and at least {lively} among their values",
    }[how.by]
    always = f"; always {', '.join(how.include)}" if how.include and how.by != "none" else ""
    never = f"; never {', '.join(how.exclude)}" if how.exclude else ""
    return rule + always + never


def _denominate(how: Denominate) -> str:
    if not how.enabled:
        return "values as they are"
    scale = "" if how.scale_factor == 1 else f", per {how.scale_factor:g} of it"
    return f"divided by the denominator of the metadata{scale}"


def _impute(how: Impute) -> str:
    where = "" if how.level is None else f" in its node of level {how.level}"
    filled = {
        "none": "missing values stay missing",
        "mean": "the mean over areas",
        "median": "the median over areas",
        "group_mean": f"the mean of the area's group ({how.group})",
        "group_median": f"the median of the area's group ({how.group})",
        "row_mean": f"the mean of the area's other indicators{where}",
        "row_median": f"the median of the area's other indicators{where}",
        "knn": f"the {how.neighbours} nearest areas",
        "em": "expectation–maximisation",
        "constant": f"the constant {how.value:g}",
    }[how.method]
    first = {
        "none": "",
        "latest": "first the last value observed before; then ",
        "constant": "first the last value observed before, else the first after; then ",
        "linear": "first a straight line between the years observed; then ",
    }[how.panel]
    return first + filled


def _treat(how: Treat) -> str:
    where = f" where |skewness| ≥ {how.max_skew:g} and kurtosis ≥ {how.max_kurtosis:g}"
    shape = f", λ = {how.lambda_:g}" if how.log == "boxcox" else ""
    log = f"logarithm ({how.log}{shape})"
    winsorised = f"winsorising of up to {how.max_winsorised} values"
    after = " of the winsorised values" if how.log_input == "winsorised" else ""
    return {
        "none": "outliers stay as they are",
        "winsorise": winsorised + where,
        "log": log + where,
        "winsorise_log": f"{winsorised}{where}; if that fails, {log}{after}",
    }[how.method]


def _normalise(how: Normalise) -> str:
    ties = f"ties {how.ties}"
    capped = how.cap if how.cap is not None else how.method == "distance_to_target"
    cap = ", at most 1" if capped else ""
    points = " ".join(f"({x:g}, {y:g})" for x, y in how.points)
    return {
        "minmax": f"min-max {how.lower:g}–{how.upper:g}",
        "zscore": "z-score" + ("" if (how.mean, how.sd) == (0, 1) else f" (mean {how.mean:g}, sd {how.sd:g})"),
        "scaled": f"scaled from {how.lower:g}–{how.upper:g} to 0–{how.scale:g}",
        "rank": f"rank, {ties}",
        "borda": f"Borda points, {ties}",
        "percentile_rank": f"percentile rank, {ties}",
        "distance_to_max": "distance to the maximum",
        "distance_to_reference": f"distance to {how.reference}{cap}",
        "distance_to_target": f"distance to the target{cap}",
        "fraction_of_max": "fraction of the maximum",
        "goalposts": f"goalposts {how.lower:g}–{how.upper:g} to 0–{how.scale:g}"
        + ("" if how.clip else ", not clipped"),
        "piecewise": f"straight lines through {points}",
        "none": "not normalised",
    }[how.method]


def _aggregate(how: Aggregate) -> str:
    weighing = {"median", "minimum", "maximum"}
    weighted = "" if how.method in weighing else "weighted " if how.weighted else "unweighted "
    name = {
        "power": f"mean of power {how.power:g}",
        "copeland": "Copeland score",
        "borda": "Borda score",
        **{method: f"{method} mean" for method in ("arithmetic", "geometric", "harmonic")},
    }.get(how.method, how.method)
    least = "" if how.min_availability == 0 else f", with at least {_percent(how.min_availability)} of the parts"
    return weighted + name + least


def _weights(how: Weights) -> str:
    return {
        "metadata": "as given",
        "equal": "equal within each node",
        "pca": "loadings of the first principal component",
        "optimised_balance": "optimised for balanced correlations with the parts",
        "optimised_infomax": "optimised for the largest correlations with the parts",
        "entropy": "entropy",
        "critic": "CRITIC",
        "bod": "benefit of the doubt",
    }[how.source]


def _rank(how: Rank) -> str:
    return {
        "min": "share the best rank",
        "max": "share the worst rank",
        "average": "share the mean rank",
        "dense": "share a rank, and none is left out after it",
        "ordinal": "are broken by the order of the data",
    }[how.ties]


def _values(factor: Factor) -> str:
    scores = sorted((factor.scores or {}).items())
    pedigree = [" ".join([name, *(f"{wide:g}" for wide in held)]) for name, held in (factor.pedigree or {}).items()]
    own = {
        f"“~” ± {_percent(factor.about or 0.0)}": factor.about is not None,
        f"open sides up to {factor.open_factor or 0.0:g} × the bound": factor.open_factor is not None,
        f"pedigree {', '.join(pedigree)}": factor.pedigree is not None,
        f"scores {', '.join(f'{word} {score}' for word, score in scores)}": factor.scores is not None,
    }
    told = "doubtful cells within their ranges, among their rivals or as far as they can be trusted"
    return "; ".join([told, *(words for words, said in own.items() if said)])


def _factor(factor: Factor) -> str:
    levels = f" of level {', '.join(map(str, factor.levels))}" if factor.levels else ""
    return {
        "weight_noise": f"every weight{levels} ± {_percent(factor.spread or 0.0)}",
        "choice": f"{factor.path} is one of {', '.join(map(_shown, factor.options))}",
        "uniform": f"{factor.path} from {factor.low} to {factor.high}",
        "values": _values(factor),
        "drop_one": "one indicator left out, or none",
    }[factor.kind]


_WORDS: Mapping[str, Callable[[Any], str]] = MappingProxyType(
    {
        "screen": _screen,
        "denominate": _denominate,
        "impute": _impute,
        "treat": _treat,
        "normalise": _normalise,
        "aggregate": _aggregate,
        "weights": _weights,
        "rank": _rank,
    }
)
