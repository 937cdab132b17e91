"""Rasa's own pipelines beside ours: run by `python -m scripts.bench.understanding --diet`.

    nlu/.venv/bin/python scripts/bench/pipelines.py WORK

WORK is the folder that `compare.py` reads.
"""

import asyncio
import json
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from compare import Examples, compare, head, ours, part, say
from rasa.core.agent import Agent
from rasa.model_training import train_nlu

DIET_PHRASES = 10
"""Phrases a goal that Rasa's own pipelines are given: an epoch of DIET lasts a minute with 40."""

PIPELINES = {
    "n-grams, Rasa's logistic regression": (
        *("char_wb", 3, 5),
        {"name": "LogisticRegressionClassifier", "max_iter": 30, "ranking_length": 200},
    ),
    "DIET without transformer, 50 epochs": (
        *("char_wb", 1, 4),
        {"name": "DIETClassifier", "epochs": 50, "number_of_transformer_layers": 0},
    ),
    "rasa init's pipeline (DIET), 50 epochs": (
        *("char_wb", 1, 4),
        {"name": "DIETClassifier", "epochs": 50},
    ),
}


def diet(examples: Examples, asked: list) -> None:
    """Rasa's own pipelines, on a few phrases of each goal."""
    some = part(examples, DIET_PHRASES * len({goal for goal, _ in examples}) / len(examples))
    say(f"ours, {len(some)} phrases", *compare(some, asked, ours))
    for name, (analyzer, least, most, classifier) in PIPELINES.items():
        counts = {"name": "CountVectorsFeaturizer"}
        pieces = {**counts, "analyzer": analyzer, "min_ngram": least, "max_ngram": most}
        pipeline = [{"name": "WhitespaceTokenizer"}, counts, pieces, classifier]
        say(f"{name}, {len(some)} phrases", *by_rasa(pipeline, some, asked))


def by_rasa(pipeline: list, examples: Examples, asked: list) -> "tuple[float, float, float, float]":
    """As `compare`, with a pipeline of Rasa's."""
    with tempfile.TemporaryDirectory() as folder:
        config, data = Path(folder) / "config.yml", Path(folder) / "nlu.json"
        about = {"recipe": "default.v1", "language": "fr", "assistant_id": "bench"}
        config.write_text(json.dumps({**about, "pipeline": pipeline, "policies": []}))
        known = [{"text": text, "intent": goal} for goal, text in examples]
        data.write_text(json.dumps({"rasa_nlu_data": {"common_examples": known}}))
        started = time.process_time()
        agent = Agent.load(train_nlu(str(config), str(data), folder))
        trained = time.process_time()
        found = [asyncio.run(agent.parse_message(text)) for text, _ in asked]
    spent = (time.process_time() - trained) / len(asked) * 1000
    hits = [
        [it["name"] in accepted for it in parsed["intent_ranking"][:3]]
        for parsed, (_, accepted) in zip(found, asked, strict=True)
    ]
    first, offered = np.mean([hit[0] for hit in hits]), np.mean([any(hit) for hit in hits])
    return float(first), float(offered), trained - started, spent


def main() -> None:
    """Print a line of the table for each."""
    told = json.loads((Path(sys.argv[1]) / "work.json").read_text("utf-8"))
    head()
    diet(told["examples"], told["asked"])


if __name__ == "__main__":
    main()
