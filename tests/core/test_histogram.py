"""How numbers are spread: every one in a class, quartiles as NumPy's."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from citeria_core.histogram import histogram

NUMBERS = st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=40)


@given(NUMBERS, st.integers(1, 20))
def test_every_number_is_in_one_class_and_the_quartiles_are_numpys(numbers: list[float], classes: int) -> None:
    found = histogram([*numbers, None, float("nan")], classes)
    assert sum(found.counts) == len(numbers)
    assert (found.low, found.high) == (min(numbers), max(numbers))
    assert found.quartiles == pytest.approx(tuple(np.percentile(numbers, (25, 50, 75))), abs=1e-6)


def test_without_numbers_there_are_no_classes() -> None:
    assert histogram([None, float("nan"), float("inf")]).counts == ()


def test_numbers_that_are_all_one_stand_in_the_middle() -> None:
    found = histogram([3.0, 3.0], 5)
    assert (found.counts, found.quartiles) == ((0, 0, 2, 0, 0), (3.0, 3.0, 3.0))
