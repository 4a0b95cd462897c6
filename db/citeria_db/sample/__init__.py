"""The sample project: real, cited figures on cities and artificial intelligence, built from the tables in `resources`.

The same content each time; ids and times differ. It is the base of the file's history: nothing of it can be undone.
"""

from pathlib import Path
from typing import Final

from citeria_db import building
from citeria_db.sample import indices, sources, tables
from citeria_db.sample.tables import table
from citeria_db.store import Project

TITLE: Final = "Cities and artificial intelligence: the sample"
_PUBLISHED: Final = "ici-cn-2020-overall"
_REPORT: Final = "ici-2020"


def build(path: Path | str) -> None:
    """Write the sample project to `path`, whole or not at all; a file that exists is refused and left as it is."""
    building.build(path, TITLE, _write)


def _write(project: Project) -> None:
    for row in table("sources"):
        project.sources.add(sources.source(row))
    cities = table("cities")
    for area in tables.areas(cities, table("entities")):
        project.areas.add(area)
    for grouping in (tables.clusters(table("clusters")), tables.regions(cities, _REPORT)):
        project.groupings.add(grouping)
    for ranking in tables.published(table("published_rankings")):
        project.published.add(ranking)
    for row in table("projects"):
        project.indicators.add_collection(row["project"], row["title"], _about(row))
    for indicator in tables.indicators(table("indicators")):
        project.indicators.add(indicator)
    for observation in tables.observations(table("observations"), table("indicators"), table("sources")):
        project.observations.add(observation)
    for index in indices.indices(table("indicators"), _profiled(cities), _PUBLISHED):
        project.indices.add(index)


def _profiled(cities: tuple[tables.Row, ...]) -> tuple[str, ...]:
    return tuple(row["city_id"] for row in cities if row["in_ici_profiles"] == "yes")


def _about(collection: tables.Row) -> str:
    return "\n".join(
        (
            f"Main source: {collection['main_source']}.",
            f"About: {collection['entities']}.",
            f"Years: {collection['years']}.",
            collection["readiness"],
        )
    )
