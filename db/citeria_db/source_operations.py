"""What an analyst does with the library of sources: each function one undoable step, as in `operations`."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from citeria_core.cite import reference, suggest_key
from citeria_core.errors import KnownError, raise_all
from citeria_core.model import Source
from citeria_core.source_identity import Reason, find, same
from citeria_db import codes, source_merge, source_rows
from citeria_db.changes import Changes
from citeria_db.source_rows import RELIABILITIES, Upkeep
from citeria_db.store import Project


class KeyTakenError(KnownError):
    """A key that another source has here."""

    code = "source_key_taken"
    template = (
        "The key “{key}” is taken. Here: {ours} In the file: {theirs} Nothing was imported."
        " Import with `--rename` to give the new one a free key, or change one of the keys."
    )


class SelfMergeError(KnownError):
    """A source merged into itself."""

    code = "self_merge"
    template = "“{key}” cannot be merged into itself. Name the source to keep first, then the others."


class MergedAlreadyError(KnownError):
    """A source that is none any more."""

    code = "merged_already"
    template = "“{key}” was merged into “{into}” before. Work with “{into}”, or undo that merge first."


class SourceInUseError(KnownError):
    """A source that something still names."""

    code = "source_in_use"
    template = (
        "“{key}” cannot be deleted: it is named by {uses}. Nothing was changed. Merge it into the source that should"
        " stand for it, or cite another one in its place first."
    )


class SourceFieldError(KnownError):
    """A field of a source that cannot be what it was to be."""

    code = "source_field"
    template = "The source cannot be changed so: {problem} Nothing was changed."


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do: the sources to add under their final keys, and what there is to say, a line each."""

    added: tuple[Source, ...]
    skipped: tuple[str, ...] = ()
    renamed: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()


def plan_import(project: Project, given: Sequence[Source], *, rename: bool = False) -> ImportPlan:
    """Decide about every source of a file: known ones are skipped, keys that mean another source refused or renamed.

    A key that is here already means the same source if the items are equal or the rule of duplicates says so. All
    conflicts are raised at once (`KeyTakenError`).
    """
    taken = project.sources.keys()
    added: dict[str, Source] = {}
    skipped, renamed, errors = [], [], []
    for source in given:
        key = source.key or suggest_key(source.csl, taken | added.keys())
        ours = added.get(key) or (project.sources.get(key) if key in taken else None)
        if ours is not None and _is_same(ours, source):
            skipped.append(_skipped(ours, source))
            continue
        if ours is not None and not rename:
            errors.append(KeyTakenError(key=key, ours=reference(ours), theirs=reference(source)))
            continue
        if ours is not None:
            free = _free(key, taken | added.keys())
            renamed.append(f"{key} is taken by another source; the new one is {free}.")
            key = free
        added[key] = replace(source, key=key)
    raise_all(errors)
    new = tuple(added.values())
    return ImportPlan(new, tuple(skipped), tuple(renamed), _alike(project.sources.all(), new))


def _is_same(ours: Source, theirs: Source) -> bool:
    return dict(ours.csl) == dict(theirs.csl) or same(ours, theirs)


def _skipped(ours: Source, theirs: Source) -> str:
    names = sorted(ours.csl.keys() | theirs.csl.keys())
    differing = [name for name in names if ours.csl.get(name) != theirs.csl.get(name)]
    kept = f"; ours is kept where they differ ({', '.join(differing)})" if differing else ""
    return f"{ours.key} is here already{kept}."


def _free(key: str, taken: Iterable[str]) -> str:
    known = set(taken)
    number = 2
    while f"{key}-{number}" in known:
        number += 1
    return f"{key}-{number}"


def _alike(here: Sequence[Source], new: Sequence[Source]) -> tuple[str, ...]:
    """New sources that are here under another key, and addresses that look alike."""
    fresh = {source.key for source in new}
    found = find([*here, *new])
    sets = [f"{' and '.join(group.keys)} look like one source." for group in found.groups if fresh & set(group.keys)]
    near = [
        f"{pair.first} and {pair.second} have almost the same address."
        for pair in found.warnings
        if fresh & {pair.first, pair.second}
    ]
    return (*sets, *near)


def import_sources(project: Project, sources: Sequence[Source]) -> Changes:
    """Add sources as `plan_import` decided; a key taken in the meantime raises and nothing is added."""
    count = len(sources)
    with project.transact(f"Import {count} source{'' if count == 1 else 's'}") as writing:
        for source in sources:
            project.sources.add(source)
    return writing.changes


def merge_sources(project: Project, keep: str, others: Sequence[str]) -> Changes:
    """Merge `others` into `keep`: citations, notes and whatever else names them, then mark them as merged.

    A citation that would stand twice for one observation in one role is joined, with both locators and quotes.
    """
    kept = check_unmerged(project, keep)
    ids = {key: check_unmerged(project, key) for key in others}
    if kept in ids.values():
        raise SelfMergeError(key=keep)
    with project.transact(f"Merge {', '.join(ids)} into {keep}") as writing:
        for id_ in ids.values():
            source_merge.merge(project.connection, kept, id_)
    return writing.changes


def check_unmerged(project: Project, key: str) -> str:
    """Give the id of a source; `MergedAlreadyError` if it was merged into another, `UnknownSourceError`."""
    into = project.sources.upkeep(key).merged_into
    if into is not None:
        raise MergedAlreadyError(key=key, into=into)
    return codes.source_id(project.connection, key)


def remove_source(project: Project, key: str) -> Changes:
    """Delete a source that nothing names, with its note and its archived copies; `SourceInUseError` else."""
    id_ = check_unmerged(project, key)
    uses = codes.uses(project.connection, id_, _USES)
    if uses:
        raise SourceInUseError(key=key, uses=" and ".join(uses))
    with project.transact(f"Delete source {key}") as writing:
        for table in ("note", "archived_copy"):
            project.connection.write(f"DELETE FROM {table} WHERE source_id = ?", (id_,))
        project.connection.write("DELETE FROM source WHERE id = ?", (id_,))
    return writing.changes


_USES: Final = {
    "citation|citations": "SELECT count(*) FROM citation WHERE source_id = ?",
    "grouping|groupings": "SELECT count(*) FROM grouping WHERE source_id = ?",
    "published rank|published ranks": "SELECT count(*) FROM published_rank WHERE source_id = ?",
    "source that comes from it|sources that come from it": "SELECT count(*) FROM source WHERE derived_from = ?",
    "source merged into it|sources merged into it": "SELECT count(*) FROM source WHERE merged_into = ?",
}


def alike(project: Project, source: Source) -> tuple[tuple[Source, Reason], ...]:
    """Give the sources here that a new one looks like, with what says so; near-equal addresses come last."""
    new = replace(source, key="")
    here = {held.key: held for held in project.sources.all()}
    found = find([*here.values(), new])
    pairs = [pair for group in found.groups for pair in group.pairs] + list(found.warnings)
    told = {pair.first or pair.second: pair.reason for pair in reversed(pairs) if "" in (pair.first, pair.second)}
    return tuple((here[key], reason) for key, reason in reversed(told.items()) if key)


def edit_source(project: Project, key: str, fields: Mapping[str, Any]) -> Changes:
    """Change fields of the bibliographic item; None or an empty value takes a field away, others stay.

    Raises `SourceFieldError` if the item would be no CSL item any more.
    """
    return change_source(project, project.sources.upkeep(key), fields)


def set_tags(project: Project, key: str, tags: Iterable[str]) -> Changes:
    """Give a source these tags and no others; a comma in one makes two of it."""
    return edit_source(project, key, {"keyword": _keyword(tags)})


def _keyword(tags: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(word.strip() for tag in tags for word in tag.split(",") if word.strip()))


def rename_source(project: Project, key: str, new: str) -> Changes:
    """Give a source another key; `DuplicateCodeError` if it is taken."""
    if not new.strip():
        raise SourceFieldError(problem="its key cannot be empty.")
    with project.transact(f"Rename source {key} to {new.strip()}") as writing:
        source_rows.write_key(project.connection, key, new.strip())
    return writing.changes


def set_upkeep(project: Project, wanted: Upkeep) -> Changes:
    """Set producer, licence, reliability (1 to 5), update period in days and the rest of a source's upkeep."""
    return change_source(project, wanted, {})


def change_source(
    project: Project, wanted: Upkeep, fields: Mapping[str, Any], tags: Iterable[str] | None = None
) -> Changes:
    """Change upkeep, fields and tags of a source in one step; raises `SourceFieldError` before anything is written.

    CSL's `note` is the source's note; its `id` is the key, which `rename_source` changes.
    """
    given = {**fields, **({} if tags is None else {"keyword": _keyword(tags)})}
    note = given.pop("note", None)
    csl = {name: value for name, value in {**project.sources.get(wanted.key).csl, **given}.items() if not _empty(value)}
    problem = _upkeep_problem(wanted) or _item_problem(wanted.key, {"note": note or "", **csl}) or _key_problem(given)
    if problem:
        raise SourceFieldError(problem=problem)
    with project.transact(f"Edit source {wanted.key}") as writing:
        source_rows.write_upkeep(project.connection, wanted)
        if given:
            source_rows.write_item(project.connection, wanted.key, csl)
        if "note" in fields:
            project.notes.set(str(note or ""), source=wanted.key)
    return writing.changes


def _empty(value: object) -> bool:
    return value in ("", None, [], {})


def _key_problem(fields: Mapping[str, Any]) -> str:
    return "its id is its key, which is changed by renaming it." if "id" in fields else ""


def _item_problem(key: str, csl: Mapping[str, Any]) -> str:
    from citeria_db.exchange import csljson

    return csljson.problem({"id": key, **csl})


def _upkeep_problem(wanted: Upkeep) -> str:
    if wanted.reliability is not None and wanted.reliability not in RELIABILITIES:
        return f"its reliability is a number from 1 (best) to 5, not {wanted.reliability}."
    wrong = next((score for score in wanted.pedigree if score is not None and score not in RELIABILITIES), None)
    if wrong is not None:
        return f"a score of its pedigree is a number from 1 (best) to 5, not {wrong}."
    if wanted.update_period_days is not None and wanted.update_period_days < 1:
        return f"an update period is at least one day, not {wanted.update_period_days}."
    if wanted.character not in ("", "primary", "secondary"):
        return f"it is primary or secondary, not “{wanted.character}”."
    if wanted.derived_from == wanted.key:
        return "it cannot be derived from itself."
    return ""
