"""The goals of the engine, and the table of what this machine measured beside them. Nothing passes or fails by it."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

# Milliseconds on two cores. COINr 1.1.14 needs 140 ms for the first, half an hour for the 10,000 runs.
GOALS: Mapping[str, float] = MappingProxyType(
    {
        "51 × 49: one cell edited → all ranks": 1,
        "10,000 × 100: full build to ranks": 600,
        "10,000 × 100: one cell edited → all ranks": 16,
        "10,000 × 100: one weight → all ranks": 16,
        "robustness, 51 × 49, 1,000 runs over four factors": 200,
        "robustness, 51 × 49, 10,000 runs": 2_000,
        "Sobol, 51 × 49, N = 500, four factors": 1_000,
        "remove elements, 49 indicators": 20,
        "Copeland, 400 × 100": 500,
        "Ward + PCA + silhouette, 1,000 × 100": 150,
    }
)
MEASURED = pytest.StashKey[dict[str, tuple[float, float]]]()


@pytest.fixture
def goal(benchmark: BenchmarkFixture) -> Callable[[str], None]:
    """Says which task of `GOALS` a benchmark measures; a task that has no goal is not in the table."""

    def name(task: str) -> None:
        if task in GOALS:
            benchmark.extra_info.update(task=task, goal_ms=GOALS[task])

    return name


def pytest_runtest_teardown(item: pytest.Item) -> None:
    benchmark = item.funcargs.get("benchmark") if isinstance(item, pytest.Function) else None
    if isinstance(benchmark, BenchmarkFixture) and benchmark.stats is not None and "goal_ms" in benchmark.extra_info:
        told = benchmark.extra_info
        measured = benchmark.stats.stats.median * 1000
        item.config.stash.setdefault(MEASURED, {})[told["task"]] = (measured, told["goal_ms"])


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    measured = config.stash.get(MEASURED, {})
    if not measured:
        return
    terminalreporter.section("goals")
    terminalreporter.write_line(f"{'task':<52} | {'measured median':>15} | {'goal':>10} | ratio")
    for task in sorted(measured, key=list(GOALS).index):
        median, most = measured[task]
        terminalreporter.write_line(f"{task:<52} | {median:>12.2f} ms | {most:>7g} ms | {median / most:.2f}")
