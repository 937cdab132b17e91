"""Training: a model is the data it learned. `STANDIN_MOOD`: `well`, `failing`, `endless`."""

import os
import sys
import threading
from pathlib import Path


def train_nlu(config: str, nlu_data: str, output: str, fixed_model_name: str) -> str:
    learned = Path(config).read_bytes() + Path(nlu_data).read_bytes()
    mood = os.environ["STANDIN_MOOD"]
    started = Path(os.environ["STANDIN_FOLDER"], "started")
    draft = started.with_suffix(f".{os.getpid()}")  # two trainings go side by side
    draft.write_text(str(os.getpid()), "utf-8")
    draft.rename(started)
    if mood == "failing":
        sys.stderr.write("a line before\nno luck: été\n")
        sys.exit(7)
    if mood == "endless":
        threading.Event().wait()
    model = Path(output, f"{fixed_model_name}.tar.gz")
    if mood != "forgetful":
        model.write_bytes(learned)
    return str(model)
