"""Whatever is typed, pasted or read from a file: every parser answers or refuses in words; nothing is half-done.

Each begins with input as it is met, cuts, doubles, mixes and soils it; a bounded count of examples, in CI too.
"""

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citeria_core.clipboard import read_block, read_page
from citeria_core.errors import KnownError
from citeria_core.parse import read_number
from citeria_core.period import Period
from citeria_core.printed.understand import one_reading, understand
from citeria_db import loading
from citeria_db.exchange import references, tables_in
from citeria_db.history import comparing
from citeria_db.loaded import Terms
from citeria_db.store import Project

_NUMBERS: Final = ("nearly half", "US$3–5 billion", "38 万", "1.234,5", "> 5,000", "12 % in Q3 2020", "от 3 до 5 млн")
_PERIODS: Final = ("2020", "2020-03", "2020-Q3", "2018/2019", "undated", "2026-11-22T08:36:11.123Z", "0000", "7")
_BLOCKS: Final = ('a\tb\r\n"c ""d""\ne"\t1,5\r\n', "\t\t\n\n", '"', "=cmd|' /C calc'!A0\t+1\n")
_PAGES: Final = ("<table><tr><td rowspan=2>1<td>2<tr><td>3</table>", "<script>alert(1)</script><b>5</b>", "<td")
_TABLES: Final = (
    "area,indicator,value\nwuhan,jobs,5\nwuhan,jobs,n/a\n",
    "area;jobs\nWuhan;1,5\n",
    "area,name,name:zh,parent\nx,X,武汉,wuhan\n",
    "indicator,name,unit,direction\nrent,Rent,yuan,-\n",
)
_REFERENCES: Final = (
    "@book{a, title = {T {\\'e}}, author = {Li, Wei and {World Bank}}, year = 2020}\n",
    "TY  - BOOK\nTI  - T\nAU  - Li, Wei\nPY  - 2020///\nER  - \n",
    '[{"id": "a", "type": "book", "title": "<i>T</i>", "issued": {"date-parts": [[2020]]}}]',
)
_DIRT: Final = ("\0", "\ufeff", "\u202e", "'", '"', "<b>", "{", "}", "\\", ",", "\t", "\r", "\n\n", "9" * 400, "́", "𝟗")


def soiled(corpus: tuple[str, ...]) -> st.SearchStrategy[str]:
    """Texts of the corpus: cut, doubled, mixed with each other and with dirt."""

    def made(chance: random.Random, count: int) -> str:
        text = chance.choice(corpus)
        for _ in range(count):
            at, end = sorted((chance.randint(0, len(text)), chance.randint(0, len(text))))
            piece = chance.choice((chance.choice(_DIRT), chance.choice(corpus), text[at:end], ""))
            text = text[:at] + piece + text[chance.choice((at, end)) :]
        return text[:20_000]

    return st.builds(made, st.randoms(use_true_random=False), st.integers(0, 6))


def answers(parse: Callable[[str], object], text: str) -> None:
    """It gives something, or a known error with words."""
    told = "something"
    try:
        parse(text)
    except KnownError as error:
        told = str(error)
    assert told.strip()


bounded = settings(
    max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@bounded
@given(soiled(_NUMBERS))
def test_any_printed_number(text: str) -> None:
    for parse in (understand, one_reading, read_number):
        answers(parse, text)
    assert all(reading.value == reading.value for reading in understand(text, "en").readings)


@bounded
@given(soiled(_PERIODS))
def test_any_period(text: str) -> None:
    answers(Period.parse, text)
    try:
        period = Period.parse(text)
    except KnownError:
        return
    assert Period.parse(str(period)) == period


@bounded
@given(soiled(_BLOCKS), soiled(_PAGES))
def test_any_clipboard(text: str, page: str) -> None:
    for mark in ("\t", ",", ";", "|"):
        answers(lambda block, mark=mark: read_block(block, mark), text)  # type: ignore[misc]
    answers(read_page, page)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """A project with an area and an indicator, so that some rows of some tables can be taken."""
    from citeria_core.model import Area, Indicator

    with Project.create(tmp_path_factory.mktemp("any") / "any.citeria") as made:
        with made.base():
            made.areas.add(Area("wuhan", "city", {"en": "Wuhan"}))
            made.indicators.add(Indicator("jobs", "Jobs"))
        yield made


encodings = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030", "cp1251", "latin-1"])


@bounded
@given(soiled(_TABLES), encodings, st.booleans())
def test_any_table_is_planned_or_refused_and_changes_nothing(
    project: Project, tmp_path: Path, text: str, encoding: str, adding: bool
) -> None:
    path = tmp_path / "any.csv"
    path.write_bytes(text.encode(encoding, errors="replace"))
    terms = Terms(Period.parse("2020"), add_missing=adding)
    answers(lambda _: loading.plan(project, tables_in.read(path), terms), text)
    assert project.counts()["steps"] == 0
    assert project.counts()["areas"] == 1


@bounded
@given(soiled(_REFERENCES), st.sampled_from(["bib", "ris", "json"]), encodings)
def test_any_references_are_read_or_refused(tmp_path: Path, text: str, ending: str, encoding: str) -> None:
    path = tmp_path / f"any.{ending}"
    path.write_bytes(text.encode(encoding, errors="replace"))
    answers(lambda _: references.read(path), text)


@bounded
@given(soiled(_PERIODS))
def test_any_moment_of_history(project: Project, text: str) -> None:
    answers(lambda given: comparing.step_at(project, given), text)


@bounded
@given(soiled((*_NUMBERS, "武汉", "%_\\", "%' OR 1=1 --")))
def test_any_words_can_be_searched_for(project: Project, text: str) -> None:
    for hit in project.search(text).hits:
        assert hit.kind in {"area", "indicator"}
