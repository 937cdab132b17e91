"""Compares classifiers in Rasa's environment: run by `python -m scripts.bench.understanding`.

    nlu/.venv/bin/python scripts/bench/compare.py WORK [CURVE.svg]

WORK is a folder: `work.json` holds `examples` ([goal, text]) and `asked` ([text, [accepted
goals]]); `examples.npy` and `asked.npy`, if they are there, their vectors. Without a curve to
draw, the two first ways only, and vectors.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import matplotlib as mpl
import numpy as np
import scipy.sparse
from rasa.nlu.tokenizers.tokenizer import Token
from sampling import Examples, part
from sklearn.linear_model import LogisticRegression, SGDClassifier
from sklearn.svm import LinearSVC
from softmax import Schedule, learn
from table import Found, head, say

from nlu.components.classifier import SupportVectorClassifier
from nlu.components.ngrams import Ngrams
from nlu.components.tokenizer import stem

mpl.use("svg")

Scores = np.ndarray

SCALE = 5.0
"""Vectors have norm 1: larger, gradient steps reach the end."""


def sentences(texts: "list[str]") -> "list[list[Token]]":
    """The words of folded texts."""
    return [[Token(word, 0, lemma=stem(word)) for word in text.split()] for text in texts]


def softmax(rows: scipy.sparse.csr_matrix, classes: np.ndarray, count: int) -> Callable:
    """By mini-batches, with dropout of features."""
    weights = learn(rows, classes, count, Schedule(epochs=8, dropout=0.5))
    return lambda asked: asked @ weights


def scikit(model: object) -> Callable:
    """One of scikit-learn's, as a way to learn."""

    def learned(rows: scipy.sparse.csr_matrix, classes: np.ndarray, count: int) -> Callable:  # noqa: ARG001
        model.fit(rows, classes)
        return model.decision_function

    return learned


ours = scikit(LinearSVC(C=0.5, tol=0.01, random_state=1))
"""As `config.yml` and the defaults of our component set it."""

WAYS = {
    "linear SVM (ours)": ours,
    "softmax regression with dropout": softmax,
    "logistic regression by gradient (SGD)": scikit(
        SGDClassifier(loss="log_loss", alpha=1e-6, max_iter=12, tol=None)
    ),
    "logistic regression (L-BFGS, 30 steps)": scikit(LogisticRegression(C=10, max_iter=30)),
}


def right(scores: Scores, goals: "list[str]", asked: list) -> "tuple[float, float]":
    """How often the first goal is accepted, and one of the three first."""
    order = np.argsort(-scores, axis=1)[:, :3]
    hits = [
        [goals[number] in accepted for number in row]
        for row, (_, accepted) in zip(order, asked, strict=True)
    ]
    return float(np.mean([hit[0] for hit in hits])), float(np.mean([any(hit) for hit in hits]))


def numbered(examples: Examples) -> "tuple[list[str], np.ndarray]":
    """The goals, and the number of each example's among them."""
    goals = sorted({goal for goal, _ in examples})
    numbers = {goal: number for number, goal in enumerate(goals)}
    return goals, np.array([numbers[goal] for goal, _ in examples])


def learned_rows(examples: Examples) -> "tuple[Ngrams, scipy.sparse.csr_matrix]":
    """Their n-grams, and a row for each."""
    ngrams = Ngrams(SupportVectorClassifier.get_default_config())
    words = sentences([text for _, text in examples])
    ngrams.learn(words)
    return ngrams, ngrams.rows(words)


def compare(examples: Examples, asked: list, way: Callable) -> Found:
    """Learn the examples and rank the questions, one by one."""
    goals, classes = numbered(examples)
    started = time.process_time()
    ngrams, rows = learned_rows(examples)
    scorer = way(rows, classes, len(goals))
    trained = time.process_time()
    scores = np.vstack([scorer(ngrams.rows(sentences([text]))) for text, _ in asked])
    spent = (time.process_time() - trained) / len(asked) * 1000
    return Found(*right(scores, goals, asked), trained - started, spent, size_of(rows, goals))


def size_of(rows: scipy.sparse.csr_matrix, goals: "list[str]") -> float:
    """Of a 16-bit weight for each feature and goal, not compressed."""
    return 2 * rows.shape[1] * len(goals) / 1e6


def with_vectors(work: Path, examples: Examples, asked: list) -> None:
    """An encoder inside the model: its vectors alone, then beside n-grams."""
    known, met = np.load(work / "examples.npy"), np.load(work / "asked.npy")
    goals, classes = numbered(examples)
    ngrams, rows = learned_rows(examples)
    read = ngrams.rows(sentences([text for text, _ in asked]))
    by_gradient = WAYS["logistic regression by gradient (SGD)"]
    beside = {"format": "csr", "dtype": np.float32}
    tried = {
        "encoder's vectors, logistic regression": (by_gradient, known * SCALE, met * SCALE),
        "n-grams and vectors, softmax regression": (
            *(softmax, scipy.sparse.hstack([rows, known], **beside)),
            scipy.sparse.hstack([read, met], **beside),
        ),
    }
    for name, (way, learned, met_there) in tried.items():
        started = time.process_time()
        scorer = way(learned, classes, len(goals))
        spent = time.process_time() - started
        say(
            name,
            Found(*right(scorer(met_there), goals, asked), spent, None, size_of(learned, goals)),
        )


def curve(examples: Examples, asked: list, target: Path) -> None:
    """How ours does with fewer phrases; drawn in `target`."""
    from matplotlib import pyplot as plt

    points = []
    for share in (1 / 16, 1 / 8, 1 / 4, 1 / 2, 1):
        some = part(examples, share)
        found = compare(some, asked, ours)
        points.append((len(some), found.first, found.offered))
        say(f"ours, {len(some)} phrases", found)
    counts, firsts, offers = zip(*points, strict=True)
    figure, axes = plt.subplots(figsize=(6, 3.5))
    axes.plot(counts, offers, marker="o", label="among the first three")
    axes.plot(counts, firsts, marker="o", label="first")
    axes.set(xscale="log", xlabel="phrases", ylabel="right", ylim=(0, 1))
    axes.legend(loc="lower right")
    figure.tight_layout()
    figure.savefig(target, metadata={"Date": None})


def main() -> None:
    """Print a line of the table for each."""
    work = Path(sys.argv[1])
    told = json.loads((work / "work.json").read_text("utf-8"))
    examples, asked = told["examples"], told["asked"]
    curves = sys.argv[2:]
    head()
    for name, way in list(WAYS.items())[: None if curves else 2]:
        say(name, compare(examples, asked, way))
    if (work / "examples.npy").exists():
        with_vectors(work, examples, asked)
    for target in curves:
        curve(examples, asked, Path(target))


if __name__ == "__main__":
    main()
