"""The sample project and a shell, for the tests that use Citeria as its users do."""

from pathlib import Path

import pytest
from shell import Shell

from citeria_db import sample as sample_project


@pytest.fixture(scope="session")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample project, built once."""
    path = tmp_path_factory.mktemp("sample") / "sample.citeria"
    sample_project.build(path)
    return path


@pytest.fixture
def sample(pristine: Path, tmp_path: Path) -> str:
    """A copy of the sample that a test may change."""
    path = tmp_path / "sample.citeria"
    path.write_bytes(pristine.read_bytes())
    return str(path)


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str]) -> Shell:
    """Runs commands and gives what they print."""
    return Shell(capsys)
