"""Tables read into a project: what they say, in which encoding, and everything that is wrong with them at once."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citeria_core.errors import CombinedError, KnownError
from citeria_core.model import Missing, Qualifier, Status
from citeria_core.period import Period
from citeria_db import loading
from citeria_db.exchange import tables_in
from citeria_db.exchange.tables_in import BadTableError
from citeria_db.loaded import Loaded, Terms
from citeria_db.store import Project

YEAR = Period.parse("2020")
Content = Callable[[Path], object]


@pytest.fixture
def table(tmp_path: Path) -> Callable[..., Path]:
    def write(text: str, encoding: str = "utf-8") -> Path:
        path = tmp_path / "table.csv"
        path.write_bytes(text.encode(encoding))
        return path

    return write


def planned(project: Project, path: Path, **terms: object) -> Loaded:
    return loading.plan(project, tables_in.read(path), Terms(**terms))  # type: ignore[arg-type]


def wrong(project: Project, path: Path, **terms: object) -> list[str]:
    with pytest.raises(KnownError) as raised:
        planned(project, path, **terms)
    error = raised.value
    return [str(one) for one in error.errors] if isinstance(error, CombinedError) else [str(error)]


LONG = """area,indicator,period,value,source,locator,quote,note,status,flags
Alpha,firms,2020,8,office-2021,p. 2,"eight, they say",check,estimated,break; revised
甲,Firms,2019,> 9,,,,,,
beta,pay,2018/2019,10–20,smith-2020,,,,P,
beta,grade,undated,high,,,,,,
"""


def test_a_long_table_is_one_step_with_sources_quotes_notes_and_flags(
    project: Project, table: Callable[..., Path], content: Content
) -> None:
    before = content(project.path)
    changes = loading.load(project, planned(project, table(LONG)))
    assert changes.step is not None
    assert changes.step.label == "Load table.csv"
    mine = project.observations.cell("alpha", "firms", YEAR)[1]
    assert (mine.value, mine.status, mine.flags, mine.note) == (8, Status.ESTIMATED, {"break", "revised"}, "check")
    assert [(c.source, c.locator, c.quote) for c in mine.citations] == [("office-2021", "p. 2", "eight, they say")]
    assert mine.preferred
    (bound,) = project.observations.cell("alpha", "firms", Period.parse("2019"))
    assert (bound.qualifier, bound.citations) == (Qualifier.ABOVE, ())
    (between,) = project.observations.cell("beta", "pay")
    assert (between.value, between.status, str(between.period)) == (15, Status.PROVISIONAL, "2018/2019")
    assert project.observations.cell("beta", "grade")[0].text == "high"
    project.undo()
    assert content(project.path) == before


def test_a_wide_table_takes_its_period_and_source_from_outside(project: Project, table: Callable[..., Path]) -> None:
    path = table("Area,Firms,pay\nAlpha,8,\nBeta,9,3.5\n")
    plan = planned(project, path, period=YEAR, source="office-2021")
    assert plan.table.wide
    assert plan.empty == 1
    loading.load(project, plan)
    assert project.observations.cell("beta", "pay", YEAR)[0].citations[0].source == "office-2021"
    assert [one.value for one in project.observations.cell("alpha", "firms", YEAR)] == [7, 8]


def test_loading_the_same_again_changes_nothing(project: Project, table: Callable[..., Path]) -> None:
    path = table(LONG)
    loading.load(project, planned(project, path))
    assert loading.load(project, planned(project, path)).step is None


def test_everything_wrong_is_listed_with_row_and_column_and_nothing_is_written(
    project: Project, table: Callable[..., Path], content: Content
) -> None:
    before = content(project.path)
    path = table(
        "area,indicator,period,value,source,status,flags,missing\n"
        "nobody,firms,2020,1,,,,\n"
        "alpha,nothing,2020,1,,,,\n"
        "alpha,firms,20x0,1,,,,\n"
        "alpha,firms,,1,,,,\n"
        'alpha,firms,2020,"12,345",,,,\n'
        "alpha,firms,2020,many,,,,\n"
        "alpha,firms,2020,1,ghost,,,\n"
        "alpha,firms,2020,1,,guessed,,\n"
        "alpha,firms,2020,1,,,odd,\n"
        "alpha,firms,2020,,,,,because\n"
        "alpha,firms,2020,1,,,,not_collected\n"
        ",firms,2020,1,,,,\n"
        "alpha,pay,2020,n/a,,,,\n"
    )
    told = wrong(project, path)
    named = [
        ("row 2", "column area", "nobody"),
        ("row 3", "column indicator", "nothing"),
        ("row 4", "column period", "20x0"),
        ("row 5", "column period", "--period"),
        ("row 6", "column value", "--locale"),
        ("row 7", "column value", "many"),
        ("row 8", "column source", "ghost"),
        ("row 9", "column status", "guessed"),
        ("row 10", "column flags", "odd"),
        ("row 11", "column missing", "because"),
        ("row 12", "column missing", "there is a value"),
        ("row 13", "column area", "no area"),
        ("row 14", "column value", "n/a"),
    ]
    rows = [line for line in told if "stands in the table twice" not in line]
    for words in named:
        assert any(all(word in line for word in ("table.csv", *words)) for line in rows), words
    assert content(project.path) == before


def test_a_value_twice_from_one_source_is_an_error_and_from_two_sources_a_contest(
    project: Project, table: Callable[..., Path]
) -> None:
    head = "area,indicator,period,value,source\n"
    twice = table(head + "beta,pay,2020,1,smith-2020\nBeta,Pay,2020,2,smith-2020\n")
    assert wrong(project, twice)[0].startswith("table.csv, row 3, column value: this value stands in the table twice")
    plan = planned(project, table(head + "beta,pay,2020,1,smith-2020\nbeta,pay,2020,2,office-2021\n"))
    assert plan.contested == 1
    loading.load(project, plan)
    assert [(one.value, one.preferred) for one in project.observations.cell("beta", "pay")] == [(1, False), (2, False)]


def test_reasons_for_missing_values_are_loaded(project: Project, table: Callable[..., Path]) -> None:
    path = table("area,indicator,value,missing\nbeta,pay,,suppressed\nalpha,pay,n/a,\n")
    loading.load(project, planned(project, path, period=YEAR, marks=Missing.NOT_COLLECTED))
    assert project.observations.cell("beta", "pay")[0].missing is Missing.SUPPRESSED
    assert project.observations.cell("alpha", "pay")[0].missing is Missing.NOT_COLLECTED


def test_what_is_not_there_is_added_only_when_asked(
    project: Project, table: Callable[..., Path], content: Content
) -> None:
    before = content(project.path)
    path = table("area,Firms,Green space\nGamma,1,2\n杭州,3,4\nGamma ,5,\n")
    told = wrong(project, path, period=YEAR)
    assert len([line for line in told if "no area" in line]) == 3
    assert len([line for line in told if "no indicator" in line]) == 1
    plan = planned(
        project, table("area,Firms,Green space\nGamma,1,2\n杭州,3,4\n"), period=YEAR, add_missing=True, index="IX"
    )
    assert [area.code for area in plan.areas] == ["gamma", "杭州"]
    assert [indicator.code for indicator in plan.indicators] == ["green-space"]
    loading.load(project, plan)
    assert project.indices.get("IX").areas[-2:] == ("gamma", "杭州")
    assert project.observations.cell("杭州", "green-space")[0].value == 4
    project.undo()
    assert content(project.path) == before


def test_a_table_of_areas_adds_and_changes_in_any_order(
    project: Project, table: Callable[..., Path], content: Content
) -> None:
    before = content(project.path)
    path = table(
        "area,name,name:zh,Name RU,kind,parent,latitude,longitude,variants,note\n"
        "gamma,Gamma,丙,Гамма,city,region,10.5,20,Gam|Gama,seen\n"
        "region,Region,,,province,land,,,,\n"
        "beta,,乙,,port,,,,,\n"
        "alpha,Alpha,甲,,,,,,,\n"
    )
    plan = planned(project, path)
    assert [area.code for area in plan.areas] == ["gamma", "region"]
    assert [area.code for area in plan.changed_areas] == ["beta"]
    loading.load(project, plan)
    gamma, beta = project.areas.get("gamma"), project.areas.get("beta")
    assert gamma.names == {"en": "Gamma", "zh": "丙", "ru": "Гамма"}
    assert (gamma.parent, gamma.latitude, gamma.variants, gamma.note) == ("region", 10.5, ("Gam", "Gama"), "seen")
    assert (beta.names, beta.kind, beta.parent) == ({"en": "Beta", "zh": "乙"}, "port", "land")
    project.undo()
    assert content(project.path) == before


def test_what_is_wrong_with_a_table_of_areas_is_listed(project: Project, table: Callable[..., Path]) -> None:
    path = table(
        "area,name,parent,latitude\nc d,X,,\ngamma,,,\ndelta,D,nowhere,\neps,E,zeta,\nzeta,Z,eps,\neta,H,,91\neta,H,,\n"
    )
    told = wrong(project, path)
    for words in (
        ("row 2", "column area", "c d"),
        ("row 3", "column name", "needs a name"),
        ("row 4", "column parent", "nowhere"),
        ("row 5", "column parent", "lies in"),
        ("row 7", "column latitude", "91"),
        ("row 8", "column area", "row 7 already"),
    ):
        assert any(all(word in line for word in words) for line in told), (words, told)


def test_a_table_of_indicators_adds_and_changes(project: Project, table: Callable[..., Path]) -> None:
    path = table(
        "indicator,name,unit,direction,kind,collections\njobs,Jobs,persons,higher is better,,core|new\nfirms,,,-1,,\n"
    )
    loading.load(project, planned(project, path))
    jobs, firms = project.indicators.get("jobs"), project.indicators.get("firms")
    assert (jobs.unit, jobs.direction, jobs.kind, jobs.collections) == ("persons", 1, "number", ("core", "new"))
    assert (firms.name, firms.direction, firms.unit) == ("Firms", -1, "count")
    told = wrong(project, table("indicator,name,direction,kind\nx,,up,colour\n"))
    assert len(told) == 3


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "杭州"),
        ("utf-8-sig", "杭州"),
        ("utf-16", "杭州"),
        ("gb18030", "杭州市人工智能"),
        ("cp1251", "Хабаровск"),
    ],
)
def test_encodings_are_recognised(project: Project, table: Callable[..., Path], encoding: str, name: str) -> None:
    path = table(f"area,name,kind\nnew,{name},city\n", encoding)
    loading.load(project, planned(project, path))
    assert project.areas.get("new").name() == name


def test_an_encoding_that_cannot_be_told_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_bytes(b"area,name\nx,Z\xfcrich\n")
    with pytest.raises(KnownError, match="--encoding"):
        tables_in.read(path)
    assert tables_in.read(path, "windows-1252").rows[0][1][1] == "Zürich"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters_are_recognised(table: Callable[..., Path], delimiter: str) -> None:
    text = 'area,name,kind\nx,"a,b;c|d",city\n'.replace(",", delimiter).replace(f'"a{delimiter}b', '"a,b')
    read = tables_in.read(table(text))
    assert (read.delimiter, read.kind) == (delimiter, "areas")
    assert read.cell(read.rows[0][1], "name") == "a,b;c|d"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "no headings"),
        ("\n\n", "no headings"),
        ("x,y\n1,2\n", "its headings say neither"),
        ("area,area,name\n", "stands there twice"),
        ("area,indicator,value,colour\n", "does not know the column colour"),
    ],
)
def test_a_table_that_is_none_of_the_known_ones_is_refused(table: Callable[..., Path], text: str, problem: str) -> None:
    with pytest.raises(BadTableError, match=problem):
        tables_in.read(table(text))


def test_hundreds_of_errors_are_counted_when_they_are_not_listed(project: Project, table: Callable[..., Path]) -> None:
    told = wrong(project, table("area,indicator,period,value\n" + "alpha,firms,2020,x\n" * 1000))
    assert len(told) == 201
    assert "800 more" in told[-1]


PIECES = ["area", "indicator", "value", ",", "\n", '"', "alpha", "firms", "1", ";", "é", "\0"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=80)
@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_no_table_breaks_the_reader(project: Project, tmp_path: Path, pieces: list[str]) -> None:
    path = tmp_path / "any.csv"
    path.write_text("".join(pieces), encoding="utf-8")
    with suppress(KnownError):
        loading.plan(project, tables_in.read(path), Terms(period=YEAR))
    assert project.counts()["steps"] == 0
