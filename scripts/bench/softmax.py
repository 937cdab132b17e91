"""Softmax regression on sparse rows, learned by mini-batches on two cores in a minute.

Steps are those of AdaGrad (Duchi, Hazan & Singer, 2011), with one rate a feature instead of one a
weight; some features are left out of each step (dropout), so that none is relied upon alone.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy.sparse

from nlu.components.classifier import probabilities


@dataclass(frozen=True)
class Schedule:
    """How a training goes: passes over the rows, rows a step, rate, share left out of a step."""

    epochs: int = 6
    batch: int = 512
    rate: float = 0.15
    dropout: float = 0.3
    seed: int = 1


def learn(
    rows: scipy.sparse.csr_matrix, classes: np.ndarray, count: int, schedule: Schedule
) -> np.ndarray:
    """The weights (features x `count`, float32) that tell `classes` (ids from 0) from `rows`."""
    random = np.random.default_rng(schedule.seed)
    weights = np.zeros((rows.shape[1], count), np.float32)
    seen = np.full((rows.shape[1], 1), 1e-8, np.float32)
    for epoch in range(schedule.epochs):
        order = random.permutation(rows.shape[0])
        rate = schedule.rate * (1 - 0.9 * epoch / schedule.epochs)
        for start in range(0, len(order), schedule.batch):
            chosen = order[start : start + schedule.batch]
            batch = _thinned(rows[chosen], schedule.dropout, random)
            columns = np.unique(batch.indices)
            slopes = batch[:, columns].T @ _errors(batch @ weights, classes[chosen])
            seen[columns] += np.mean(slopes**2, axis=1, keepdims=True)
            weights[columns] -= rate * slopes / np.sqrt(seen[columns])
    return weights


def _errors(scores: np.ndarray, classes: np.ndarray) -> np.ndarray:
    """What each class is given too much (rows x classes)."""
    errors = probabilities(scores)
    errors[np.arange(len(classes)), classes] -= 1
    return errors


def _thinned(
    batch: scipy.sparse.csr_matrix, dropout: float, random: np.random.Generator
) -> scipy.sparse.csr_matrix:
    kept = random.random(len(batch.data)) >= dropout
    batch.data = (batch.data * kept / (1 - dropout)).astype(np.float32)
    return batch
