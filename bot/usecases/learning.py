"""How the model would do with fewer phrases, and on phrases it has not learned."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.evaluation.learning import (
    FOLDS,
    STEPS,
    LearningCurve,
    LearningPoint,
    fold,
    one_in,
    right_among,
)
from bot.domain.evaluation.shares import Share
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
        folds = [await self._try(*fold(examples, number)) for number in range(1, FOLDS)]
        learned, asked = fold(examples, 0)
        points = [await self._point(one_in(learned, step), asked) for step in STEPS]
        folds.append(points[-1][1])
        whole = Share(sum(it.hits for it in folds), sum(it.n for it in folds))
        curve = LearningCurve(tuple(point for point, _ in points), whole)
        self.curves.keep(curve)
        return curve

    async def _point(
        self, learned: Sequence[Example], asked: Sequence[Example]
    ) -> tuple[LearningPoint, Share]:
        share = await self._try(learned, asked)
        return LearningPoint(len(learned), share.value), share

    async def _try(self, learned: Sequence[Example], asked: Sequence[Example]) -> Share:
        return right_among(asked, await self.training.trainer.try_out(learned, asked))
