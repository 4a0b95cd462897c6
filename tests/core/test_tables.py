"""The two tables of the field: what is read, and everything wrong with them told at once."""

from typing import Any

import numpy as np
import pandas as pd
import pytest

from citeria_core import Dataset
from citeria_core.errors import CombinedError, KnownError

META: dict[str, list[Any]] = {
    "iCode": ["a", "b", "P", "I", "Pop", "Tier"],
    "Level": [1, 1, 2, 3, None, None],
    "Parent": ["P", "P", "I", None, None, None],
    "Direction": [1, -1, 1, 1, None, None],
    "Weight": [1, 2.5, 1, 1, None, None],
    "Type": ["Indicator", "Indicator", "Aggregate", "Aggregate", "Denominator", "Group"],
    "Denominator": ["Pop", None, None, None, None, None],
}
DATA: dict[str, list[Any]] = {
    "Tier": ["T1", "T2", ""],
    "b": [3, 4, 5],
    "spare": ["left", "out", "alone"],
    "uCode": ["X", "Y", "Z"],
    "a": [1.5, None, -2],
    "Pop": [10, 20, 30],
}


def tables(**changes: Any) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The two tables with changes: `meta_Level=…` or `data_a=…` replaces a column, None drops it."""
    held = {"meta": dict(META), "data": dict(DATA)}
    for key, column in changes.items():
        table, name = key.split("_", 1)
        held[table][name] = column
        if column is None:
            del held[table][name]
    return pd.DataFrame(held["data"]), pd.DataFrame(held["meta"])


def test_columns_are_found_by_name_and_stand_in_the_order_of_the_metadata():
    dataset = Dataset.from_frames(*tables())
    assert dataset.areas == ("X", "Y", "Z")
    assert dataset.indicators == ("a", "b")
    np.testing.assert_array_equal(dataset.values, [[1.5, 3], [np.nan, 4], [-2, 5]])
    assert dataset.tree.root == "I"
    assert dataset.tree.by_code["b"].direction == -1
    assert dataset.tree.by_code["b"].weight == 2.5
    assert dataset.denominator_of == {"a": "Pop"}
    assert dataset.groups == {"Tier": ("T1", "T2", "")}
    assert dataset.times == ()


def test_an_area_may_stand_once_at_each_time():
    dataset = Dataset.from_frames(*tables(data_uCode=["X", "X", "Y"], data_Time=[2018, 2019, 2018]))
    assert dataset.times == ("2018", "2019", "2018")
    assert dataset.row_of["X", "2019"] == 1


def test_text_cells_are_read_as_numbers_and_empty_ones_as_missing():
    dataset = Dataset.from_frames(*tables(data_a=[" 1e3 ", "", "NA"]))
    np.testing.assert_array_equal(dataset.values[:, 0], [1000, np.nan, np.nan])


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"meta_Weight": None}, "meta, headers, column Weight: the column is missing"),
        (
            {"data_uCode": None, "data_ucode": ["X", "Y", "Z"]},
            "column uCode: the column is missing.*Did you mean “ucode”",
        ),
        ({"data_b": None}, "data, headers, column b: the column is missing, and the metadata name it"),
        ({"data_uCode": ["X", "Y", "X"]}, "data, row 3, column uCode: “X” stands twice"),
        ({"data_uCode": ["X", "", "Z"]}, "data, row 2, column uCode: the code is empty"),
        ({"data_a": ["1", "3,5", "2"]}, "data, row 2, column a: “3,5” is not a finite number"),
        ({"data_a": ["1", "1e999", "2"]}, "row 2, column a"),
        ({"data_a": ["1", "see\nthe   note " + "x" * 99, "2"]}, "“see the note x+…” is not a finite number"),
        ({"data_a": ["1", "1_000", "2"]}, "row 2, column a"),
        ({"data_a": [1.0, np.inf, 2.0]}, "row 2, column a"),
        ({"data_Pop": ["x", 1, 2]}, "data, row 1, column Pop"),
        ({"meta_iCode": ["a", "a", "P", "I", "Pop", "Tier"]}, "row 2, column iCode: “a” stands twice"),
        ({"meta_Type": ["Indikator", *META["Type"][1:]]}, "row 1, column Type: “Indikator” is none of.*“Indicator”"),
        ({"meta_Direction": [1, 0, 1, 1, None, None]}, "row 2, column Direction: 0 is not allowed"),
        ({"meta_Direction": [1, None, 1, 1, None, None]}, "row 2, column Direction: the cell is empty"),
        ({"meta_Weight": [1, -2, 1, 1, None, None]}, "row 2, column Weight: -2 is not allowed"),
        ({"meta_Weight": [1, "heavy", 1, 1, None, None]}, "row 2, column Weight: “heavy” is not a number"),
        (
            {"meta_Parent": ["P", "PP", "I", None, None, None]},
            "row 2, column Parent: “PP” is no code of Type Aggregate",
        ),
        (
            {"meta_Parent": ["P", "I", "I", None, None, None]},
            "row 2, column Parent: “I” is on level 3, not one above 1",
        ),
        ({"meta_Parent": ["P", None, "I", None, None, None]}, "row 2, column Parent: the cell is empty"),
        ({"meta_Parent": ["P", "P", "I", "P", None, None]}, "row 4, column Parent"),
        ({"meta_Level": [1, 1.5, 2, 3, None, None]}, "row 2, column Level: 1.5 is not a whole number"),
        ({"meta_Level": [1, 1, 3, 3, None, None]}, "2 rows stand on the highest level"),
        ({"meta_Denominator": ["Popp", None, None, None, None, None]}, "Did you mean “Pop”"),
        ({"meta_Type": ["Other", "Other", *META["Type"][2:]]}, "no row is an Indicator"),
        ({"meta_Parent": ["I", "I", "I", None, None, None]}, "no row names “P” as its Parent"),
    ],
)
def test_a_malformed_table_is_refused_with_row_column_and_expectation(changes: dict[str, Any], told: str):
    with pytest.raises(KnownError, match=told):
        Dataset.from_frames(*tables(**changes))


def test_everything_wrong_with_both_tables_is_told_at_once():
    data, meta = tables(
        data_a=["x", "2", "y"],
        data_uCode=["X", "X", "Z"],
        meta_Direction=[2, -1, 1, 1, None, None],
        meta_Weight=[1, 2, "?", 1, None, None],
    )
    with pytest.raises(CombinedError) as caught:
        Dataset.from_frames(data, meta)
    assert len(caught.value.errors) == 5


def test_a_table_without_rows_is_an_error_in_words():
    data, meta = tables()
    with pytest.raises(KnownError, match="at least one area"):
        Dataset.from_frames(data.iloc[:0], meta)
    with pytest.raises(KnownError, match="no row is an Indicator"):
        Dataset.from_frames(data, meta.iloc[:0])
