"""Rasa's own pipelines beside ours: run by `python -m scripts.bench.understanding --diet`.

    nlu/.venv/bin/python scripts/bench/pipelines.py WORK

WORK is the folder that `compare.py` reads.
"""

import asyncio
import json
import logging
import os
import sys
import tempfile
import time
from pathlib import Path

os.environ["RASA_CACHE_DIRECTORY"] = str(Path(sys.argv[1]) / "cache")  # else times are of before

import numpy as np
from compare import compare, ours
from rasa.core.agent import Agent
from rasa.model_training import train_nlu
from rasa.utils.log_utils import configure_structlog
from sampling import Examples, some_of
from table import Found, head, say

FEW, MORE = 10, 40
"""Phrases a goal that pipelines are given: DIET with transformers takes minutes with the fewest."""

PIPELINES = {
    "n-grams, Rasa's logistic regression": (
        *("char_wb", 3, 5),
        {"name": "LogisticRegressionClassifier", "max_iter": 30, "ranking_length": 200},
        (FEW, MORE),
    ),
    "DIET without transformer, 100 epochs": (
        *("char_wb", 1, 4),
        {"name": "DIETClassifier", "epochs": 100, "number_of_transformer_layers": 0},
        (FEW, MORE),
    ),
    "DIET as `rasa init` sets it, 100 epochs": (
        *("char_wb", 1, 4),
        {"name": "DIETClassifier", "epochs": 100},
        (FEW,),
    ),
}


def all_ways(examples: Examples, asked: list) -> None:
    """Ours, then Rasa's own pipelines, on a few phrases of each goal."""
    for count in (FEW, MORE):
        some = some_of(examples, count)
        say(f"ours, {len(some)} phrases", compare(some, asked, ours))
    for name, (analyzer, least, most, classifier, counts) in PIPELINES.items():
        words = {"name": "CountVectorsFeaturizer"}
        pieces = {**words, "analyzer": analyzer, "min_ngram": least, "max_ngram": most}
        pipeline = [{"name": "WhitespaceTokenizer"}, words, pieces, classifier]
        for count in counts:
            some = some_of(examples, count)
            say(f"{name}, {len(some)} phrases", by_rasa(pipeline, some, asked))


def by_rasa(pipeline: list, examples: Examples, asked: list) -> Found:
    """As `compare`, with a pipeline of Rasa's."""
    with tempfile.TemporaryDirectory() as folder:
        config, data = Path(folder) / "config.yml", Path(folder) / "nlu.json"
        about = {"recipe": "default.v1", "language": "fr", "assistant_id": "bench"}
        config.write_text(json.dumps({**about, "pipeline": pipeline, "policies": []}))
        known = [{"text": text, "intent": goal} for goal, text in examples]
        data.write_text(json.dumps({"rasa_nlu_data": {"common_examples": known}}))
        started = time.process_time()
        model = train_nlu(str(config), str(data), folder)
        agent, size = Agent.load(model), Path(model).stat().st_size / 1e6
        trained = time.process_time()
        found = [asyncio.run(agent.parse_message(text)) for text, _ in asked]
    spent = (time.process_time() - trained) / len(asked) * 1000
    hits = [
        [it["name"] in accepted for it in parsed["intent_ranking"][:3]]
        for parsed, (_, accepted) in zip(found, asked, strict=True)
    ]
    first, offered = np.mean([hit[0] for hit in hits]), np.mean([any(hit) for hit in hits])
    return Found(float(first), float(offered), trained - started, spent, size)


def main() -> None:
    """Print a line of the table for each."""
    told = json.loads((Path(sys.argv[1]) / "work.json").read_text("utf-8"))
    configure_structlog(logging.ERROR)  # else each question is printed
    head()
    all_ways(told["examples"], told["asked"])


if __name__ == "__main__":
    main()
