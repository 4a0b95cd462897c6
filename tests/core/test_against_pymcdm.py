"""Weights and outranking beside pymcdm, a library for decisions by many criteria."""

import numpy as np
import pytest
from pymcdm import methods
from pymcdm import weights as independent

from citeria_core.aggregate import aggregate
from citeria_core.dataset import Column
from citeria_core.recipe import Aggregate
from citeria_core.weights_from_data import suggest


def parts(seed: int, areas: int = 12, count: int = 5) -> list[Column]:
    """Positive columns without ties, as different in spread as indicators are."""
    source = np.random.default_rng(seed)
    return [source.lognormal(sigma=0.2 * (place + 1), size=areas) * 10**place for place in range(count)]


def suggested(source: str, columns: list[Column]) -> tuple[float, ...]:
    stated = (1.0,) * len(columns)
    return suggest(source, "I", columns, stated, lambda shares: np.zeros(len(columns[0]))).shares


@pytest.mark.parametrize("seed", range(8))
def test_weights_by_entropy_are_those_of_pymcdm(seed: int):
    columns = parts(seed)
    expected = independent.entropy_weights(np.column_stack(columns))
    assert suggested("entropy", columns) == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize("seed", range(8))
def test_weights_by_critic_are_those_of_pymcdm(seed: int):
    columns = parts(seed)
    expected = independent.critic_weights(np.column_stack(columns))
    assert suggested("critic", columns) == pytest.approx(expected, rel=1e-9)


def net_flows(columns: list[Column], shares: Column) -> Column:
    """PROMETHEE II with the usual preference function: by how much the weights for an area exceed those against."""
    outranking = methods.PROMETHEE_II("usual")
    flows: Column = outranking(np.column_stack(columns), shares, np.ones(len(columns)), validation=False)
    return flows


@pytest.mark.parametrize("seed", range(8))
def test_copeland_counts_whom_promethee_prefers_pair_by_pair(seed: int):
    columns = [np.round(column / column.max(), 1) for column in parts(seed)]  # with ties
    shares = np.random.default_rng(seed).dirichlet(np.ones(len(columns)))
    expected = np.zeros(len(columns[0]))
    for one in range(len(expected)):
        for other in range(len(expected)):
            if one != other:
                flow = net_flows([column[[one, other]] for column in columns], shares)[0]
                expected[one] += 0 if abs(flow) < 1e-9 else np.sign(flow)
    found = aggregate(columns, tuple(shares.tolist()), Aggregate(method="copeland"))
    assert found.tolist() == expected.tolist()


@pytest.mark.parametrize("seed", range(8))
def test_borda_is_the_net_flow_of_promethee_on_another_scale(seed: int):
    columns = parts(seed)
    shares = np.random.default_rng(seed).dirichlet(np.ones(len(columns)))
    found = aggregate(columns, tuple(shares.tolist()), Aggregate(method="borda"))
    others = len(found) - 1
    assert 2 * found / others - 1 == pytest.approx(net_flows(columns, shares), abs=1e-12)
