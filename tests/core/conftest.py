"""Datasets that the tests of the engine share."""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import ArrayLike

from citeria_core import Dataset
from citeria_core.model import Node

SYNTHETIC = Path(__file__).parent.parent / "reference" / "synthetic"


@pytest.fixture(scope="session")
def synthetic() -> Dataset:
    """The synthetic golden set: 60 areas × 24 indicators in four levels."""
    from citeria_db.exchange import coin_tables

    return coin_tables.dataset(SYNTHETIC / "data.csv", SYNTHETIC / "meta.csv")


@pytest.fixture
def flat() -> Callable[..., Dataset]:
    """Makes a dataset whose indicators x1, x2 … hang directly under the index “I”; areas are A1, A2 …"""

    def make(values: ArrayLike, weights: Sequence[float] = (), directions: Sequence[int] = ()) -> Dataset:
        array = np.array(values, dtype=float)
        count = array.shape[1]
        leaves = [
            Node(
                code=f"x{place + 1}",
                name=f"x{place + 1}",
                parent="I",
                weight=weights[place] if weights else 1.0,
                indicator=f"x{place + 1}",
                direction=directions[place] if directions else 1,
            )
            for place in range(count)
        ]
        areas = [(f"A{row + 1}", f"Area {row + 1}") for row in range(len(array))]
        return Dataset.build(areas, [Node("I", "Index", None, 1.0), *leaves], array)

    return make
