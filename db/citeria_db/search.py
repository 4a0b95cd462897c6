"""Full-text search over names, notes, quotes, verdicts and sources, by LIKE over the tables as they stand.

Measured with 200,000 cited quotes: a LIKE over all of them takes 0.1–0.2 s, three spellings of a Cyrillic word 0.4 s.
A trigram index answers at once, but adds some 50 MB and 11 s of building to such a file, has to be kept in step with
writes of other programs and with undo, and cannot find words of two Chinese characters: those need LIKE anyway. So
there is no index, and nothing that could be out of step.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from citeria_core.period import Period
from citeria_db.connection import Connection

KINDS: Final = ("area", "indicator", "index", "node", "grouping", "group", "source", "note", "quote", "verdict")
_LETTER: Final = re.compile("[A-Za-z]")
_EXCERPT: Final = 160  # characters shown of a long text


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where every word was found: what it is, what it is called, and the text around the first word.

    `code` names it as people do (a note or quote: what it belongs to). Notes, quotes and verdicts bring their cell.
    """

    kind: str
    code: str
    text: str
    area: str = ""
    indicator: str = ""
    period: str = ""
    observation: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """The hits by kind, and the kinds of which there are more than were asked for."""

    hits: tuple[Hit, ...]
    more: tuple[str, ...] = ()


def search(connection: Connection, text: str, limit: int = 100) -> Found:
    """Find the texts in which every word of `text` occurs, at most `limit` of each kind.

    Of each kind those come first in which a word begins with the first word of `text`. Upper and lower case are one;
    beyond ASCII for words written all small, all large or with a capital first.
    """
    words = text.split()
    if not words:
        return Found(())
    begins = re.compile(rf"(?<![^\W_]){re.escape(words[0])}", re.IGNORECASE)
    hits: list[Hit] = []
    more: list[str] = []
    for kind in KINDS:
        found = list(_of_sources(connection, words, limit) if kind == "source" else _of(connection, kind, words, limit))
        hits += sorted(found[:limit], key=lambda hit: not begins.search(f"{hit.code} {hit.text}"))
        more += [kind] if len(found) > limit else []
    return Found(tuple(hits), tuple(more))


def _of(connection: Connection, kind: str, words: Sequence[str], limit: int) -> Iterator[Hit]:
    sql, columns = _QUERIES[kind]
    condition, parameters = _matching(columns, words)
    rows = connection.rows(sql.format(matching=condition), {**parameters, "limit": limit + 1})
    for code, texts, area, indicator, end, start, observation, source in rows:
        period = str(Period(end, start)) if end else ""
        yield Hit(
            kind, code, _excerpt(texts, words[0]), area or "", indicator or "", period, observation or "", source or ""
        )


def _matching(columns: Sequence[str], words: Sequence[str]) -> tuple[str, dict[str, str]]:
    """Every word in one of the columns, as SQL and its parameters."""
    parameters: dict[str, str] = {}
    conditions = []
    for at, word in enumerate(words):
        forms = {f"w{at}_{number}": form for number, form in enumerate(_forms(word))}
        if _LETTER.search(word):
            parameters |= {name: f"%{_escaped(form)}%" for name, form in forms.items()}
            terms = [f"{column} LIKE :{name} ESCAPE '\\'" for column in columns for name in forms]
        else:  # LIKE folds ASCII's letters alone; where there are none, instr finds the same in half the time
            parameters |= forms
            terms = [f"instr({column}, :{name})" for column in columns for name in forms]
        conditions.append(f"({' OR '.join(terms)})")
    return " AND ".join(conditions), parameters


def _forms(word: str) -> tuple[str, ...]:
    """The spellings to look for: LIKE knows no case but ASCII's."""
    if word.isascii():
        return (word,)
    return tuple(dict.fromkeys((word, word.lower(), word.upper(), word.lower().capitalize())))


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _excerpt(text: str, word: str) -> str:
    flat = " ".join(text.split())
    if len(flat) <= _EXCERPT:
        return flat
    at = max(0, flat.casefold().find(word.casefold()) - _EXCERPT // 3)
    part = flat[at : at + _EXCERPT].strip()
    return f"{'…' if at else ''}{part}{'…' if at + _EXCERPT < len(flat) else ''}"


def _of_sources(connection: Connection, words: Sequence[str], limit: int) -> Iterator[Hit]:
    """Sources by their key and everything that their CSL-JSON says in words; names of fields are not searched."""
    folded = [word.casefold() for word in words]
    rows = connection.rows("SELECT key, csl FROM source WHERE merged_into IS NULL ORDER BY position, id")
    given = 0
    for key, csl in rows:
        if not all(word in csl.casefold() or word in key.casefold() or not word.isalnum() for word in folded):
            continue  # told from the text without reading it; what JSON escapes is looked at below
        item: dict[str, Any] = json.loads(csl)
        texts = [key, *_texts(item)]
        whole = "\n".join(texts).casefold()
        if all(word in whole for word in folded):
            yield Hit("source", key, _excerpt(str(item.get("title", "")) or key, words[0]), source=key)
            given += 1
            if given > limit:
                return


def _texts(value: object) -> Iterable[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            if name != "type":
                yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
    elif value is not None:
        yield str(value)


_NO_CELL: Final = "NULL, NULL, NULL, NULL, NULL, NULL"
_QUERIES: Final[Mapping[str, tuple[str, Sequence[str]]]] = {
    "area": (
        "SELECT a.code, group_concat(n.name, ' · '), a.code, NULL, NULL, NULL, NULL, NULL"
        " FROM area a JOIN area_name n ON n.area_id = a.id"
        " WHERE a.id IN (SELECT area.id FROM area JOIN area_name name ON name.area_id = area.id WHERE {matching})"
        " GROUP BY a.id ORDER BY a.position, a.id LIMIT :limit",
        ("area.code", "name.name"),
    ),
    "indicator": (
        "SELECT code, name || ' ' || definition, NULL, code, NULL, NULL, NULL, NULL FROM indicator WHERE {matching}"
        " ORDER BY position, id LIMIT :limit",
        ("code", "name", "definition"),
    ),
    "index": (
        f"SELECT code, name || ' ' || description, {_NO_CELL} FROM composite_index WHERE {{matching}}"
        " ORDER BY position, id LIMIT :limit",
        ("code", "name", "description"),
    ),
    "node": (
        "SELECT i.code || '/' || n.code, n.name, NULL, indicator.code, NULL, NULL, NULL, NULL FROM node n"
        " JOIN composite_index i ON i.id = n.index_id LEFT JOIN indicator ON indicator.id = n.indicator_id"
        " WHERE n.parent_id IS NOT NULL AND {matching} ORDER BY i.position, n.position, n.id LIMIT :limit",
        ("n.code", "n.name"),
    ),
    "grouping": (
        f"SELECT code, name, {_NO_CELL} FROM grouping WHERE {{matching}} ORDER BY position, id LIMIT :limit",
        ("code", "name"),
    ),
    "group": (
        f"SELECT b.code || '/' || g.code, g.name || ' ' || g.story, {_NO_CELL} FROM area_group g"
        " JOIN grouping b ON b.id = g.grouping_id WHERE {matching} ORDER BY b.position, g.position LIMIT :limit",
        ("g.code", "g.name", "g.story"),
    ),
    "note": (
        "SELECT coalesce(source.key, area.code, indicator.code, n.id), n.text, area.code, indicator.code,"
        " coalesce(n.period_end, o.period_end), coalesce(n.period_start, o.period_start), o.id, source.key FROM note n"
        " LEFT JOIN observation o ON o.id = n.observation_id"
        " LEFT JOIN area ON area.id = coalesce(n.area_id, o.area_id)"
        " LEFT JOIN indicator ON indicator.id = coalesce(n.indicator_id, o.indicator_id)"
        " LEFT JOIN source ON source.id = n.source_id WHERE {matching} ORDER BY n.id LIMIT :limit",
        ("n.text",),
    ),
    "quote": (
        "SELECT source.key, found.text, area.code, indicator.code, o.period_end, o.period_start, o.id, source.key"
        " FROM (SELECT id, observation_id, source_id,"
        " quote || CASE translation WHEN '' THEN '' ELSE ' / ' || translation END"
        " || CASE speaker WHEN '' THEN '' ELSE ' (' || speaker || ')' END AS text FROM citation"
        " WHERE {matching} ORDER BY id LIMIT :limit) found"
        " JOIN observation o ON o.id = found.observation_id JOIN area ON area.id = o.area_id"
        " JOIN indicator ON indicator.id = o.indicator_id JOIN source ON source.id = found.source_id ORDER BY found.id",
        ("quote", "translation", "speaker"),
    ),
    "verdict": (
        "SELECT v.reviewer, v.proposed || ' ' || v.comment || CASE v.answer WHEN '' THEN '' ELSE ' → ' || v.answer END,"
        " area.code, indicator.code, o.period_end, o.period_start, o.id, NULL FROM verdict v"
        " JOIN observation o ON o.id = v.observation_id JOIN area ON area.id = o.area_id"
        " JOIN indicator ON indicator.id = o.indicator_id WHERE {matching} ORDER BY v.given, v.id LIMIT :limit",
        ("v.reviewer", "v.comment", "v.proposed", "v.answer"),
    ),
}
