"""The rule from observations to readings, as one query.

For every place (area) and leaf (indicator with its terms), out of the observations that end not after the as-of day
(or, where the leaf fixes its period, of exactly that period), one is shown:

1. the preferred one of the latest period that may be scored: a number or a range, qualifier `=`, `~` or `range`, status
   reported, estimated, provisional, imputed, modelled, or one that the leaf allows, of an indicator whose kind is number;
2. else the preferred one of the latest period, with the reason why it is not scored;
3. else the latest cell in which nobody has chosen yet: "undecided".

`undated` is stored as the year 1 and so is the earliest. A window function ranks the candidates of each cell.
"""

from typing import Final

# leaf: indicator, its code and kind, fixed period or NULL, allowed statuses between spaces. place: area and its code.
INDEX_TERMS: Final = """
    leaf (indicator_id, code, kind, fixed_start, fixed_end, statuses) AS (
        SELECT i.id, i.code, i.kind, n.period_start, n.period_end, ' ' || n.statuses || ' '
        FROM node n JOIN indicator i ON i.id = n.indicator_id WHERE n.index_id = :index
    ), place (area_id, code) AS (
        SELECT a.id, a.code FROM index_area x JOIN area a ON a.id = x.area_id WHERE x.index_id = :index
    )"""

GIVEN_TERMS: Final = """
    leaf (indicator_id, code, kind, fixed_start, fixed_end, statuses) AS (
        SELECT i.id, i.code, i.kind, term.value ->> 1, term.value ->> 2, ' ' || (term.value ->> 3) || ' '
        FROM json_each(:leaves) term JOIN indicator i ON i.code = term.value ->> 0
    ), place (area_id, code) AS (
        SELECT a.id, a.code FROM json_each(:areas) given JOIN area a ON a.code = given.value
    )"""

ONE_CELL: Final = " AND place.code = :area AND leaf.code = :indicator"

_NUMBER: Final = (
    "CASE WHEN o.qualifier = 'range' AND o.low IS NOT NULL AND o.high IS NOT NULL"
    " THEN o.low * 0.5 + o.high * 0.5 ELSE o.value_num END"  # halved first: the sum of two large ends could overflow
)


def readings_query(terms: str, narrowed: str = "") -> str:
    """Put the query together for the leaves and places that `terms` names."""
    return f"""
WITH {terms}, candidate AS (
    SELECT place.area_id, place.code AS area, leaf.indicator_id, leaf.code AS indicator, leaf.kind, o.id, o.period_start,
        o.period_end, o.preferred, {_NUMBER} AS number, o.value_text, o.qualifier, o.status, o.low, o.high,
        o.missing_reason, o.created,
        o.status IN ('reported', 'estimated', 'provisional', 'imputed', 'modelled')
            OR instr(leaf.statuses, ' ' || o.status || ' ') > 0 AS allowed
    FROM place CROSS JOIN leaf CROSS JOIN observation o
    WHERE o.area_id = place.area_id AND o.indicator_id = leaf.indicator_id
        AND CASE WHEN leaf.fixed_end IS NULL THEN o.period_end <= :as_of
            ELSE o.period_end = leaf.fixed_end AND o.period_start = leaf.fixed_start END{narrowed}
), judged AS (
    SELECT *, CASE
        WHEN NOT preferred THEN 'undecided'
        WHEN missing_reason IS NOT NULL THEN missing_reason
        WHEN kind <> 'number' OR number IS NULL THEN 'not_a_number'
        WHEN qualifier NOT IN ('=', '~', 'range') THEN 'bound_only'
        WHEN NOT allowed THEN 'status_not_allowed'
    END AS reason
    FROM candidate
), ranked AS (
    SELECT *, row_number() OVER (
            PARTITION BY area_id, indicator_id
            ORDER BY reason IS NULL DESC, preferred DESC, period_end DESC, period_start DESC, created, id
        ) AS standing, count(*) OVER (PARTITION BY area_id, indicator_id, period_end, period_start) AS rivals
    FROM judged
)
SELECT area, indicator, reason, id, period_end, period_start, number, value_text, qualifier, status, low, high, rivals,
    EXISTS (SELECT 1 FROM citation c WHERE c.observation_id = ranked.id
        AND c.role IN ('primary', 'via', 'corroborates')) AS cited,
    EXISTS (SELECT 1 FROM note n WHERE n.observation_id = ranked.id AND n.scope = 'observation')
    OR EXISTS (SELECT 1 FROM note n WHERE n.scope = 'cell' AND n.area_id = ranked.area_id
        AND n.indicator_id = ranked.indicator_id AND n.period_start = ranked.period_start
        AND n.period_end = ranked.period_end)
    OR EXISTS (SELECT 1 FROM note n WHERE n.scope = 'area_indicator' AND n.area_id = ranked.area_id
        AND n.indicator_id = ranked.indicator_id) AS noted
FROM ranked WHERE standing = 1
"""
