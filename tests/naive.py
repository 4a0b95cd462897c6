"""A naive engine in plain Python: lists, loops, no arrays, nothing reused. What tests hold the real one against."""

import math
import statistics

from citeria_core.recipe import Aggregate, Recipe

WEIGHTS = {"P": 2.0, "Q": 1.0, "x0": 1.0, "x1": 0.5, "x2": 3.0, "x3": 1.0, "x4": 0.0, "x5": 2.0}
PARTS = {"P": ["x0", "x1", "x2"], "Q": ["x3", "x4", "x5"], "I": ["P", "Q"]}
SIGNS = {"x0": 1, "x1": -1, "x2": 1, "x3": 1, "x4": 1, "x5": -1}
Values = list[float | None]


def skewness(values: list[float]) -> float | None:
    n = len(values)
    if n < 3 or min(values) == max(values):
        return None
    mean = statistics.fmean(values)
    second = sum((x - mean) ** 2 for x in values) / n
    third = sum((x - mean) ** 3 for x in values) / n
    return third / second**1.5 * math.sqrt(n * (n - 1)) / (n - 2)


def excess(values: list[float]) -> float | None:
    n, mean = len(values), statistics.fmean(values)
    if n < 4:
        return None
    second = sum((x - mean) ** 2 for x in values) / n
    g = sum((x - mean) ** 4 for x in values) / n / second**2 - 3
    return (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * g + 6)


def sound(values: Values, recipe: Recipe) -> bool:
    held = [x for x in values if x is not None]
    skew = skewness(held)
    if skew is None or abs(skew) < recipe.treat.max_skew:
        return True
    kurtosis = excess(held)
    return kurtosis is not None and kurtosis < recipe.treat.max_kurtosis


def imputed(values: Values, method: str) -> Values:
    held = [x for x in values if x is not None]
    if method == "none" or not held:
        return values
    fill = statistics.fmean(held) if method == "mean" else statistics.median(held)
    return [fill if x is None else x for x in values]


def treated(values: Values, recipe: Recipe) -> Values:
    if recipe.treat.method == "none" or sound(values, recipe):
        return values
    now, changed = list(values), set()
    while not sound(now, recipe) and len(changed) < recipe.treat.max_winsorised:
        distinct = sorted({x for x in now if x is not None})
        if len(distinct) < 3:
            break
        skew = skewness([x for x in now if x is not None])
        assert skew is not None
        end, next_ = (distinct[-1], distinct[-2]) if skew >= 0 else (distinct[0], distinct[1])
        moved = {row for row, x in enumerate(now) if x == end}
        changed |= moved
        now = [next_ if row in moved else x for row, x in enumerate(now)]
    if sound(now, recipe) or recipe.treat.method == "winsorise":
        return now
    held = [x for x in values if x is not None]
    low, span = min(held), max(held) - min(held)
    return [None if x is None else math.log(x - low + 0.01 * span) for x in values]


def normalised(values: Values, sign: int, method: str, lower: float) -> Values:
    directed = [None if x is None else x * sign for x in values]
    held = sorted(x for x in directed if x is not None)
    if not held or (held[0] == held[-1] and "rank" not in method):
        return [None] * len(values)
    spread = held[-1] - held[0]
    rules = {
        "minmax": lambda x: (x - held[0]) / spread * (100 - lower) + lower,
        "zscore": lambda x: (x - statistics.fmean(held)) / statistics.stdev(held),
        "rank": lambda x: 1 + sum(y < x for y in held),
        "percentile_rank": lambda x: sum(y < x for y in held) / (len(held) - 1) if len(held) > 1 else None,
        "distance_to_max": lambda x: 1 - (held[-1] - x) / spread,
    }
    return [None if x is None else rules[method](x) for x in directed]


def score(parts: list[float | None], weights: list[float], how: Aggregate) -> float | None:
    held = [(x, w if how.weighted else 1.0) for x, w in zip(parts, weights, strict=True) if x is not None]
    total = sum(w for _, w in held)
    weighs = how.method in ("arithmetic", "geometric", "harmonic")
    if not held or len(held) / len(parts) < how.min_availability or (weighs and total == 0):
        return None
    match how.method:
        case "arithmetic":
            return sum(w * x for x, w in held) / total
        case "geometric":
            return math.prod(x ** (w / total) for x, w in held)
        case "harmonic":
            return total / sum(w / x for x, w in held)
        case "median":
            return statistics.median(x for x, _ in held)
        case _:
            return (min if how.method == "minimum" else max)(x for x, _ in held)


def ranks(scores: Values) -> Values:
    return [
        None
        if x is None
        else 1 + sum(y is not None and y > x and not math.isclose(y, x, rel_tol=1e-11) for y in scores)
        for x in scores
    ]


def rounded_apart(scores: Values) -> bool:
    """Whether scores that are equal but for rounding lie around 0, where no relative rule can see it."""
    held = [x for x in scores if x is not None]
    return any(0 < abs(x - y) < 1e-9 and not math.isclose(x, y, rel_tol=1e-11) for x in held for y in held)


def naive(matrix: list[Values], recipe: Recipe, sizes: list[float]) -> dict[str, Values]:
    rows = [row for row in range(len(matrix)) if f"A{row}" not in recipe.screen.exclude]
    if recipe.screen.by == "availability":
        rows = [row for row in rows if sum(x is not None for x in matrix[row]) / 6 >= recipe.screen.min_availability]
    held: dict[str, Values] = {}
    for place in range(6):
        column: Values = [matrix[row][place] for row in rows]
        if recipe.denominate.enabled and place == 0:
            column = [None if x is None else x / sizes[row] for x, row in zip(column, rows, strict=True)]
        column = treated(imputed(column, recipe.impute_of(f"x{place}").method), recipe)
        how = recipe.normalise_of(f"x{place}")
        held[f"x{place}"] = normalised(column, SIGNS[f"x{place}"], how.method, how.lower)
    for node, level in (("P", 2), ("Q", 2), ("I", 3)):
        parts = PARTS[node]
        how_ = recipe.aggregate_of(node, level)
        held[node] = [
            score([held[part][row] for part in parts], [WEIGHTS[part] for part in parts], how_)
            for row in range(len(rows))
        ]
    return held
