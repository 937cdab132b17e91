"""Trains models in a process of its own: run by the Rasa environment, by the assistant's trainer.

    python nlu/train.py WORK all
    python nlu/train.py WORK part

WORK is a folder that holds `config.yml`, `all.json`, `part.json` (Rasa training data) and
`held_out.json` (a list of texts). It receives, from `all`, `model.tar.gz`, trained on everything;
from `part`, `rankings.json`: for each text held out, the ranking of a model trained on the part.

Its standard input is a lifeline: when the parent dies, however it dies, the pipe closes, and this
process ends too.
"""

import asyncio
import json
import logging
import os
import sys
import tempfile
import threading
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # where `nlu.components` is

os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
os.environ["RASA_MAX_CACHE_SIZE"] = "0"  # nothing is trained twice
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")


def main() -> None:
    """Train on everything, or on the part to rank what is held out."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    from rasa.core.agent import Agent
    from rasa.model_training import train_nlu
    from rasa.utils.log_utils import configure_structlog

    configure_structlog(logging.ERROR)  # else texts are written to standard output
    work, step = Path(sys.argv[1]), sys.argv[2]
    config = str(work / "config.yml")
    if step == "all":
        train_nlu(config, str(work / "all.json"), str(work), fixed_model_name="model")
        return
    with tempfile.TemporaryDirectory(dir=work) as scratch:
        part = train_nlu(config, str(work / "part.json"), scratch, fixed_model_name="part")
        texts = json.loads((work / "held_out.json").read_text(encoding="utf-8"))
        rankings = asyncio.run(_rank(Agent.load(part), texts))
    (work / "rankings.json").write_text(json.dumps(rankings), encoding="utf-8")


async def _rank(agent: "Agent", texts: "list[str]") -> "list[list[tuple[str, float]]]":  # noqa: F821
    parsed = [await agent.parse_message(text) for text in texts]
    return [
        [(intent["name"], intent["confidence"]) for intent in result["intent_ranking"]]
        for result in parsed
    ]


def _end_with_parent() -> None:
    while os.read(0, 1024):
        pass
    os._exit(1)


if __name__ == "__main__":
    main()
