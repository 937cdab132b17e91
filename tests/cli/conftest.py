from pathlib import Path

import pytest

from tests.cli.batch import Batch, run_batch
from tests.program import Program


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path)


@pytest.fixture(scope="session")
def batch(tmp_path_factory: pytest.TempPathFactory) -> Batch:
    """What the program answers to every line of the batch."""
    return run_batch(Program(tmp_path_factory.mktemp("batch")))
