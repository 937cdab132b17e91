"""How the model would do with fewer phrases, and on phrases it has not learned."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.evaluation.learning import (
    FOLDS,
    STEPS,
    Answers,
    LearningCurve,
    LearningPoint,
    answers_of,
    fold,
    one_in,
    right_among,
    worst_among,
)
from bot.domain.training import Example
from bot.usecases.evaluation_ports import LearningCurves
from bot.usecases.training import Training


@dataclass(frozen=True, slots=True)
class Learning:
    """Trains models to measure them; none is put in use."""

    training: Training
    curves: LearningCurves

    async def measure(self) -> LearningCurve:
        """A cross-validation of the model alone, and its learning curve on the first fold; kept.

        Raises:
            TrainingError: a model could not be made.
        """
        examples = self.training.compiled()
        answers: Answers = Counter()
        for number in range(1, FOLDS):
            answers += await self._try(*fold(examples, number))
        learned, asked = fold(examples, 0)
        points = []
        for step in STEPS:
            some = one_in(learned, step)
            told = await self._try(some, asked)
            points.append(LearningPoint(len(some), right_among(told).value))
        answers += told  # the last point is the fold that was left
        curve = LearningCurve(tuple(points), right_among(answers), worst_among(answers))
        self.curves.keep(curve)
        return curve

    async def _try(self, learned: Sequence[Example], asked: Sequence[Example]) -> Answers:
        return answers_of(asked, await self.training.trainer.try_out(learned, asked))
