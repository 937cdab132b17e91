"""A process killed while it puts models in use leaves one of them in use, whole."""

import subprocess
import sys
from pathlib import Path

from bot.adapters.model_shelf import ModelFolder
from tests.adapters.shelves import a_model

ACTIVATE_WITHOUT_END = """
import itertools, sys
from pathlib import Path
from bot.adapters.model_shelf import ModelFolder
from tests.adapters.shelves import a_model

folder = Path(sys.argv[1])
records = [a_model(folder, name, weight) for name, weight in (("m1", 1.0), ("m2", 5.0))]
shelf = ModelFolder(folder)
for number, record in enumerate(itertools.cycle(records)):
    shelf.activate(record)
    if number == 1:
        print("begun", flush=True)
"""


def test_a_reader_never_sees_half_a_model_even_after_a_kill(tmp_path: Path) -> None:
    records = [a_model(tmp_path, "m1", 1.0), a_model(tmp_path, "m2", 5.0)]
    reader = ModelFolder(tmp_path)
    for reads in (200, 211, 223):
        command = (sys.executable, "-c", ACTIVATE_WITHOUT_END, str(tmp_path))
        with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == b"begun\n"
            seen = [reader.active() for _ in range(reads)]
            writer.kill()
        assert all(record in records for record in [*seen, ModelFolder(tmp_path).active()])
