"""Measures the whole assistant, each question in a conversation of its own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.domain.evaluation import Answered, Figures, Labelled, score
from bot.domain.evaluation.results import Evaluation, measure
from bot.domain.evaluation.robustness import Robustness, compare
from bot.domain.exchange import Message
from bot.domain.perturbing import Variation, perturb
from bot.usecases.answering import Assistant
from bot.usecases.evaluation_ports import LearningCurves, Timer
from bot.usecases.training_ports import ModelShelf


async def evaluate(assistant: Assistant, questions: Iterable[Labelled]) -> Figures:
    """The figures of the assistant on labelled questions, and nothing more."""
    return score(await _ask(assistant, questions, _no_time))


@dataclass(frozen=True, slots=True)
class Evaluating:
    """Measures the assistant, and tells of the model that helped it."""

    assistant: Assistant
    shelf: ModelShelf
    curves: LearningCurves
    timer: Timer

    async def measure(
        self, questions: Sequence[Labelled], source: str, *, robustness: bool = True
    ) -> Evaluation:
        """Everything about the answers to questions, which come from `source`.

        With `robustness`, each is asked again in every other way of writing it.
        """
        answers = await _ask(self.assistant, questions, self.timer)
        varied = [await self._compare(answers, way) for way in Variation] if robustness else []
        return Evaluation(
            at=self.assistant.clock.now(),
            source=source,
            measures=measure(answers),
            robustness=tuple(varied),
            model=self.shelf.active(),
            learning=self.curves.curve(),
        )

    async def _compare(self, plain: Sequence[Answered], way: Variation) -> Robustness:
        questions = [it.question for it in plain]
        varied = [it.model_copy(update={"text": perturb(it.text, way)}) for it in questions]
        return compare(way, plain, await _ask(self.assistant, varied, self.timer, way))


async def _ask(
    assistant: Assistant, questions: Iterable[Labelled], timer: Timer, name: str = "plain"
) -> list[Answered]:
    """The answers to questions; `name` keeps their conversations apart from others."""
    answers = []
    for number, question in enumerate(questions):
        message = Message("evaluation", f"{name}-{number}", text=question.text)
        start = timer()
        outcome = await assistant.answer(message)
        answers.append(Answered(question, outcome, timer() - start))
    return answers


def _no_time() -> float:
    return 0.0
