"""The rule from observations to readings, as one query.

For every place (an area) and leaf (an indicator with its terms), one of the observations that end not after the as-of
day (or, where the leaf fixes its period, that hold in exactly that period) is read:

1. the preferred one of the latest period that may be scored: a number or a range, qualifier `=`, `~` or `range`,
   status reported, estimated, provisional, imputed, modelled, or one that the leaf allows, of a number indicator;
2. else the preferred one of the latest period, with the reason why it is not scored;
3. else one of the latest cell in which nobody has chosen yet: "undecided".

`undated` is stored as the year 1 and so is the earliest. Each of the three is one walk down the index
`observation_cell` from the latest period, stopping at the first hit: a third of the time that ranking all candidates
with a window function takes, because nothing is sorted.
"""

from typing import Final

_RELIABILITY: Final = "coalesce(s.pedigree_reliability, s.reliability)"

# leaf: its place in the order asked for, indicator, its kind, the fixed period or NULL, the allowed statuses.
# place: its place in the order asked for, and the area.
INDEX_TERMS: Final = """
    leaf (at, indicator_id, kind, fixed_start, fixed_end, statuses) AS MATERIALIZED (
        SELECT row_number() OVER (ORDER BY n.position, n.id) - 1, i.id, i.kind, n.period_start, n.period_end,
            ' ' || n.statuses || ' '
        FROM node n JOIN indicator i ON i.id = n.indicator_id
        WHERE n.index_id = (SELECT id FROM composite_index WHERE code = :index)
    ), place (at, area_id) AS MATERIALIZED (
        SELECT row_number() OVER (ORDER BY position, id) - 1, area_id FROM index_area
        WHERE index_id = (SELECT id FROM composite_index WHERE code = :index)
    ), as_of (day) AS MATERIALIZED (
        SELECT as_of_end FROM composite_index WHERE code = :index
    )"""

GIVEN_TERMS: Final = """
    leaf (at, indicator_id, kind, fixed_start, fixed_end, statuses) AS MATERIALIZED (
        SELECT term.key, i.id, i.kind, term.value ->> 1, term.value ->> 2, ' ' || (term.value ->> 3) || ' '
        FROM json_each(:leaves) term JOIN indicator i ON i.code = term.value ->> 0
    ), place (at, area_id) AS MATERIALIZED (
        SELECT given.key, a.id FROM json_each(:areas) given JOIN area a ON a.code = given.value
    ), as_of (day) AS MATERIALIZED (
        SELECT :as_of
    )"""

CELL_TERMS: Final = """
    leaf (at, indicator_id, kind, fixed_start, fixed_end, statuses) AS MATERIALIZED (
        SELECT 0, i.id, i.kind, n.period_start, n.period_end, ' ' || coalesce(n.statuses, '') || ' '
        FROM indicator i LEFT JOIN node n
            ON n.indicator_id = i.id AND n.index_id = (SELECT id FROM composite_index WHERE code = :index)
        WHERE i.code = :indicator
    ), place (at, area_id) AS MATERIALIZED (
        SELECT 0, id FROM area WHERE code = :area
    ), as_of (day) AS MATERIALIZED (
        SELECT as_of_end FROM composite_index WHERE code = :index
    )"""


def _number(of: str) -> str:
    # Halved before adding: the sum of two large ends could overflow.
    return f"CASE {of}.qualifier WHEN 'range' THEN {of}.low * 0.5 + {of}.high * 0.5 ELSE {of}.value_num END"


def _refusal(of: str) -> str:
    """Why an observation cannot be scored, NULL if it can."""
    return f"""
        WHEN {of}.missing_reason IS NOT NULL THEN {of}.missing_reason
        WHEN leaf.kind <> 'number' OR {_number(of)} IS NULL THEN 'not_a_number'
        WHEN {of}.qualifier NOT IN ('=', '~', 'range') THEN 'bound_only'
        WHEN {of}.status NOT IN ('reported', 'estimated', 'provisional', 'imputed', 'modelled')
            AND instr(leaf.statuses, ' ' || {of}.status || ' ') = 0 THEN 'status_not_allowed'
    END"""


_REASON: Final = f"""
    CASE WHEN NOT o.preferred THEN 'undecided' {_refusal("o")}"""

_SAME_CELL: Final = """r.area_id = o.area_id AND r.indicator_id = o.indicator_id
        AND r.period_end = o.period_end AND r.period_start = o.period_start"""


def _latest(condition: str) -> str:
    return f"""(
        SELECT o.id FROM observation o
        WHERE o.area_id = place.area_id AND o.indicator_id = leaf.indicator_id
            AND o.period_end <= coalesce(leaf.fixed_end, (SELECT day FROM as_of))
            AND (leaf.fixed_end IS NULL OR (o.period_end = leaf.fixed_end AND o.period_start = leaf.fixed_start))
            {condition}
        ORDER BY o.period_end DESC, o.period_start DESC LIMIT 1)"""


def readings_query(terms: str) -> str:
    """Put the query together for the leaves and places that `terms` names.

    Columns: place.at, leaf.at, reason, id, period end and start, number, text, qualifier, status, low, high,
    observations in the cell, the pedigree of the most reliable source cited for it (JSON, NULL where none is cited),
    noted, where several contend, the ids of those that could be scored (JSON), and the flags (JSON, NULL for none).
    Cells without any observation have no row.
    """
    return f"""
WITH {terms}
SELECT place.at, leaf.at, {_REASON}, o.id, o.period_end, o.period_start, {_number("o")}, o.value_text, o.qualifier,
    o.status, o.low, o.high,
    (SELECT count(*) FROM observation r WHERE {_SAME_CELL}),
    (SELECT json_array({_RELIABILITY}, s.pedigree_completeness, s.pedigree_temporal, s.pedigree_geographical,
            s.pedigree_technological)
        FROM citation c JOIN source s ON s.id = c.source_id
        WHERE c.observation_id = o.id AND c.role IN ('primary', 'via', 'corroborates')
        ORDER BY {_RELIABILITY} NULLS LAST, c.position, c.id LIMIT 1),
    EXISTS (SELECT 1 FROM note n WHERE n.scope = 'observation' AND n.observation_id = o.id AND o.preferred)
    OR EXISTS (SELECT 1 FROM note n WHERE n.scope = 'cell' AND n.area_id = o.area_id
        AND n.indicator_id = o.indicator_id AND n.period_start = o.period_start AND n.period_end = o.period_end)
    OR EXISTS (SELECT 1 FROM note n WHERE n.scope = 'area_indicator' AND n.area_id = o.area_id
        AND n.indicator_id = o.indicator_id),
    CASE WHEN EXISTS (SELECT 1 FROM observation r WHERE {_SAME_CELL} AND r.id <> o.id) THEN (
        SELECT json_group_array(id) FROM (
            SELECT r.id FROM observation r
            WHERE {_SAME_CELL} AND (CASE {_refusal("r")}) IS NULL ORDER BY r.created, r.id))
    END,
    (SELECT nullif(json_group_array(f.flag), '[]') FROM observation_flag f WHERE f.observation_id = o.id)
FROM place CROSS JOIN leaf CROSS JOIN observation o
WHERE o.id = coalesce(
    {_latest(f"AND o.preferred AND ({_REASON}) IS NULL")}, {_latest("AND o.preferred")}, {_latest("")})
"""


# The number of each observation of :ids. Not within the readings: SQLite writes doubles into JSON with 15 digits.
NUMBERS_QUERY: Final = (
    f"SELECT o.id, {_number('o')} FROM observation o WHERE o.id IN (SELECT value FROM json_each(:ids))"
)
