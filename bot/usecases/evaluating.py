"""Measures the whole assistant, each question in a conversation of its own."""

from collections.abc import Iterable

from bot.domain.evaluation import Figures, Labelled, score
from bot.domain.exchange import Message
from bot.usecases.answering import Assistant


async def evaluate(assistant: Assistant, questions: Iterable[Labelled]) -> Figures:
    """The figures of the assistant on labelled questions."""
    pairs = []
    for number, question in enumerate(questions):
        message = Message("evaluation", str(number), text=question.text)
        pairs.append((question, await assistant.answer(message)))
    return score(pairs)
