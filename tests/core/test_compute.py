"""`citeria compute`: two tables in, every stage and report out, or every error told and nothing written."""

import csv
import math
from pathlib import Path

import pytest

from citeria_desktop.cli import main as cli

SYNTHETIC = Path(__file__).parent.parent / "reference" / "synthetic"
ASEM = Path(__file__).parents[3] / "shared" / "reference" / "coinr"
RECIPE = """
[denominate]
enabled = true
[impute]
method = "median"
[treat]
method = "winsorise_log"
[normalise]
lower = 1
"""
STAGES = {"raw", "screened", "denominated", "imputed", "treated", "normalised", "aggregated", "ranks"}
REPORTS = {"stats_raw", "stats_treated", "treatment", "availability", "weights", "correlations", "reliability", "pca"}


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def compute(out: Path, data: Path, meta: Path, recipe: str = "") -> int:
    out.parent.mkdir(parents=True, exist_ok=True)
    notebook = out.parent / "recipe.toml"
    notebook.write_text(recipe, encoding="utf-8")
    return cli.run(["compute", "--data", str(data), "--meta", str(meta), "--recipe", str(notebook), "--out", str(out)])


def assert_tables_agree(found: Path, expected: Path, keys: tuple[str, ...]) -> None:
    """Every column of the expected table agrees: numbers to 1e-9 as the golden sets ask, texts exactly."""
    held = {tuple(row[key] for key in keys): row for row in rows(found)}
    wanted = rows(expected)
    for column in wanted[0]:
        largest = max((abs(float(row[column])) for row in wanted if is_number(row[column])), default=0.0)
        for row in wanted:
            mine, theirs = held[tuple(row[key] for key in keys)][column], row[column]
            if is_number(theirs):
                allowed = 1e-9 * max(abs(float(theirs)), 1e-3 * largest)
                assert abs(float(mine) - float(theirs)) <= allowed, (column, row)
            else:
                assert mine == theirs, (column, row)


def is_number(text: str) -> bool:
    try:
        return math.isfinite(float(text))
    except ValueError:
        return False


@pytest.fixture(scope="session")
def computed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of the synthetic set by the recipe of its arithmetic results."""
    out = tmp_path_factory.mktemp("computed") / "out"
    assert compute(out, SYNTHETIC / "data.csv", SYNTHETIC / "meta.csv", RECIPE) == 0
    return out


def test_one_table_is_written_per_stage_and_report(computed: Path):
    assert {path.stem for path in computed.iterdir()} == STAGES | REPORTS


@pytest.mark.parametrize(
    ("table", "golden", "keys"),
    [
        ("stats_raw", "stats_raw", ("iCode",)),
        ("treatment", "treated_default_details", ("iCode",)),
        ("weights", "weights_effective", ("iCode",)),
        ("reliability", "reliability", ("node",)),
        ("aggregated", "aggregated_arithmetic", ("uCode",)),
        ("ranks", "ranks_arithmetic", ("uCode",)),
    ],
)
def test_reports_agree_with_the_independent_engine(table: str, golden: str, keys: tuple[str, ...], computed: Path):
    assert_tables_agree(computed / f"{table}.csv", SYNTHETIC / f"{golden}.csv", keys)


@pytest.mark.parametrize("kind", ["pearson", "spearman", "kendall"])
def test_correlations_with_the_node_agree_with_the_independent_engine(kind: str, computed: Path):
    held = {(row["Var1"], row["Var2"]): row for row in rows(computed / "correlations.csv") if row["Kind"] == kind}
    wanted = rows(SYNTHETIC / f"correlation_with_parent_{kind}.csv")
    assert len(wanted) == 24
    for row in wanted:
        found = float(held[row["Var1"], row["Var2"]]["Correlation"])
        assert found == pytest.approx(float(row["Correlation"]), rel=1e-9)


@pytest.mark.parametrize(
    ("name", "extra"),
    [
        ("treated_log_ct_plus_details", 'max_winsorised = 0\nlog = "ct_plus"'),
        ("treated_win2_1_2_details", "max_winsorised = 2\nmax_skew = 1\nmax_kurtosis = 2"),
    ],
)
def test_the_record_of_treatment_agrees_with_the_independent_engine(name: str, extra: str, tmp_path: Path):
    recipe = RECIPE.replace('method = "winsorise_log"', f'method = "winsorise_log"\n{extra}')
    compute(tmp_path / "out", SYNTHETIC / "data.csv", SYNTHETIC / "meta.csv", recipe)
    assert_tables_agree(tmp_path / "out" / "treatment.csv", SYNTHETIC / f"{name}.csv", ("iCode",))


@pytest.mark.skipif(not ASEM.is_dir(), reason="the ASEM golden set is not beside the repository")
def test_reports_of_the_asem_example_agree_with_the_independent_engine(tmp_path: Path):
    recipe = '[denominate]\nenabled = true\n[treat]\nmethod = "winsorise_log"'
    compute(tmp_path / "out", ASEM / "raw_iData.csv", ASEM / "raw_iMeta.csv", recipe)
    pairs = {
        "stats_raw": ("stats_raw", "iCode"),
        "stats_treated": ("stats_treated", "iCode"),
        "treatment": ("treated_details", "iCode"),
        "availability": ("data_avail_summary", "uCode"),
        "weights": ("weights_effective", "iCode"),
        "treated": ("treated", "uCode"),
    }
    for table, (golden, key) in pairs.items():
        assert_tables_agree(tmp_path / "out" / f"{table}.csv", ASEM / f"{golden}.csv", (key,))
    assert_tables_agree(tmp_path / "out" / "availability.csv", ASEM / "data_avail_by_group.csv", ("uCode",))


@pytest.mark.skipif(not ASEM.is_dir(), reason="the ASEM golden set is not beside the repository")
def test_figures_of_the_denominated_asem_example_agree_with_the_independent_engine(tmp_path: Path):
    compute(tmp_path / "out", ASEM / "raw_iData.csv", ASEM / "raw_iMeta.csv", "[denominate]\nenabled = true")
    assert_tables_agree(tmp_path / "out" / "stats_treated.csv", ASEM / "stats_denominated.csv", ("iCode",))


def test_numbers_read_back_bit_exact_and_missing_is_an_empty_field(computed: Path):
    given = {row["uCode"]: row for row in rows(SYNTHETIC / "data.csv")}
    for row in rows(computed / "raw.csv"):
        for code, cell in row.items():
            if code != "uCode":
                theirs = given[row["uCode"]][code]
                assert cell == "" if theirs == "" else float(cell) == float(theirs)


def test_rows_come_out_in_the_order_of_the_data_and_later_stages_hold_the_screened_areas(tmp_path: Path):
    recipe = '[screen]\nexclude = ["AREA02", "AREA04"]'
    compute(tmp_path / "out", SYNTHETIC / "data.csv", SYNTHETIC / "meta.csv", recipe)
    given = [row["uCode"] for row in rows(SYNTHETIC / "data.csv")]
    assert [row["uCode"] for row in rows(tmp_path / "out" / "raw.csv")] == given
    kept = [area for area in given if area not in ("AREA02", "AREA04")]
    assert [row["uCode"] for row in rows(tmp_path / "out" / "screened.csv")] == kept
    assert [row["uCode"] for row in rows(tmp_path / "out" / "ranks.csv")] == kept


def test_the_order_of_columns_is_free_and_unnamed_columns_are_ignored(tmp_path: Path, computed: Path):
    turned = tmp_path / "turned.csv"
    with (SYNTHETIC / "data.csv").open(encoding="utf-8", newline="") as file:
        table = [[*reversed(row), "spare"] for row in csv.reader(file)]
    with turned.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(table)
    compute(tmp_path / "out", turned, SYNTHETIC / "meta.csv", RECIPE)
    assert (tmp_path / "out" / "ranks.csv").read_bytes() == (computed / "ranks.csv").read_bytes()


def test_empty_trailing_columns_and_twice_named_notes_are_no_errors(tmp_path: Path):
    data, meta = tmp_path / "d.csv", tmp_path / "m.csv"
    data.write_text("uCode,note,note,a,,\nX,,,1,,\nY,u,v,2,,,,\n", encoding="utf-8")
    meta.write_text(
        "iCode,Level,Parent,Direction,Weight,Type\na,1,I,1,1,Indicator\nI,2,,1,1,Aggregate\n", encoding="utf-8"
    )
    assert compute(tmp_path / "out", data, meta) == 0
    assert [row["I"] for row in rows(tmp_path / "out" / "ranks.csv")] == ["2", "1"]


def test_several_times_stand_in_the_second_column_and_are_ranked_apart(tmp_path: Path):
    data, meta = tmp_path / "d.csv", tmp_path / "m.csv"
    data.write_text("uCode,Time,a\nX,2019,1\nY,2019,2\nX,2020,30\nY,2020,4\n", encoding="utf-8")
    meta.write_text(
        "iCode,Level,Parent,Direction,Weight,Type\na,1,I,1,1,Indicator\nI,2,,1,1,Aggregate\n", encoding="utf-8"
    )
    assert compute(tmp_path / "out", data, meta) == 0
    held = rows(tmp_path / "out" / "ranks.csv")
    assert [(row["uCode"], row["Time"], row["I"]) for row in held] == [
        ("X", "2019", "2"),
        ("Y", "2019", "1"),
        ("X", "2020", "1"),
        ("Y", "2020", "2"),
    ]
    assert list(held[0]) == ["uCode", "Time", "a", "I"]


def test_a_constant_and_an_empty_indicator_are_warnings_with_empty_fields(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    data, meta = tmp_path / "d.csv", tmp_path / "m.csv"
    data.write_text("uCode,a,b,c\nX,1,5,\nY,2,5,\n", encoding="utf-8")
    meta.write_text(
        "iCode,Level,Parent,Direction,Weight,Type\n"
        "a,1,I,1,1,Indicator\nb,1,I,1,1,Indicator\nc,1,I,1,1,Indicator\nI,2,,1,1,Aggregate\n",
        encoding="utf-8",
    )
    assert compute(tmp_path / "out", data, meta) == 0
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 2
    assert all(line.startswith("warning: ") for line in told)
    assert [row["b"] for row in rows(tmp_path / "out" / "normalised.csv")] == ["", ""]
    assert [row["I"] for row in rows(tmp_path / "out" / "ranks.csv")] == ["2", "1"]


def test_all_errors_of_tables_and_recipe_are_told_with_file_row_and_column_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    data, meta = tmp_path / "d.csv", tmp_path / "m.csv"
    data.write_text('uCode,a\nX,"1,5"\n\nX,2\n', encoding="utf-8")
    meta.write_text(
        "iCode,Level,Parent,Direction,Weight,Type\na,1,J,3,1,Indicator\nI,2,,1,1,Aggregate\n", encoding="utf-8"
    )
    assert compute(tmp_path / "out", data, meta, "[normalise]\nmetod = 1") == 2
    told = capsys.readouterr().err
    assert not (tmp_path / "out").exists()
    for line in (
        "d.csv, row 2, column a: “1,5” is not a finite number",
        "d.csv, row 4, column uCode: “X” stands twice",
        "m.csv, row 2, column Direction: 3 is not allowed; write 1 or -1.",
        "m.csv, row 2, column Parent: “J” is no code of Type Aggregate.",
        "recipe.toml: Recipe, normalise.metod: there is no such key. Did you mean “method”?",
    ):
        assert line in told
    assert len(told.splitlines()) == 6  # and the Aggregate without parts


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "cannot be read"),
        (b"", "the file is empty"),
        (b"\xff\xfe\x00u", "not UTF-8"),
        (b"uCode,a\nX,1,2\n", "row 2: 3 fields where the headers name 2 columns"),
        (b'uCode,a\nX,"1\n', "cannot be read as CSV"),
        (b"uCode,a,a\nX,1,2\n", "column a: the column stands twice"),
        (b"uCode;uName;a\nX;Xi;1,5\n", "not separated by commas"),
    ],
)
def test_a_file_that_is_no_table_is_refused_in_words(
    content: bytes | None, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    data, meta = tmp_path / "d.csv", tmp_path / "m.csv"
    if content is not None:
        data.write_bytes(content)
    meta.write_text(
        "iCode,Level,Parent,Direction,Weight,Type\na,1,I,1,1,Indicator\nI,2,,1,1,Aggregate\n", encoding="utf-8"
    )
    assert compute(tmp_path / "out", data, meta) == 2
    assert told in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_what_a_recipe_lacks_beside_its_data_is_told_together_with_what_cannot_be_read_in_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    data, meta = tmp_path / "d.csv", tmp_path / "m.csv"
    data.write_text("uCode,a\nX,1\nY,2\n", encoding="utf-8")
    meta.write_text(
        "iCode,Level,Parent,Direction,Weight,Type\na,1,I,1,1,Indicator\nI,2,,1,1,Aggregate\n", encoding="utf-8"
    )
    recipe = (
        '[normalise]\nmetod = "minmax"\n[impute]\nmethod = "group_mean"\n'
        '[indicator.b.treat]\nmethod = "none"\n[screen]\nexclude = ["Q"]'
    )
    assert compute(tmp_path / "out", data, meta, recipe) == 2
    told = [line.removeprefix(str(tmp_path / "recipe.toml")) for line in capsys.readouterr().err.splitlines()]
    assert told == [
        ": Recipe, normalise.metod: there is no such key. Did you mean “method”?",
        ": Recipe, impute.group: name the group column to fill from.",
        ": Recipe, indicator: the data have no indicator “b”. Did you mean “a”?",
        ": Recipe, screen.exclude: the data have no area “Q”. Did you mean one of “X”, “Y”?",
    ]
