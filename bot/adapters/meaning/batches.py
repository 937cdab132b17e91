"""Questions asked at the same time are answered together: one at a time they cost twice as much."""

import asyncio
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

AT_ONCE = 8
"""Questions answered together at most: more gains little, and each waits for all."""

Answer = TypeVar("Answer")


class Batches(Generic[Answer]):
    """Gathers what is asked while a thread is at work, and gives it all to the next."""

    def __init__(self, work: Callable[[Sequence[str]], Sequence[Answer]]) -> None:
        self._work = work
        self._waiting: list[tuple[str, asyncio.Future[Answer]]] = []
        self._worker: asyncio.Task[None] | None = None

    async def ask(self, text: str) -> Answer:
        """The answer to a text; what `work` raises is raised to each who waits for it."""
        answer: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._waiting.append((text, answer))
        if self._worker is None or self._worker.done():
            self._worker = asyncio.create_task(self._answer_all())
        return await answer

    async def _answer_all(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting[:AT_ONCE], self._waiting[AT_ONCE:]
            waiting = [answer for _, answer in batch]
            try:
                found = await asyncio.to_thread(self._work, [text for text, _ in batch])
            except Exception as error:  # noqa: BLE001 - it is for those who asked
                for answer in filter(_is_awaited, waiting):
                    answer.set_exception(error)
                continue
            for answer, told in zip(waiting, found, strict=True):
                if _is_awaited(answer):
                    answer.set_result(told)


def _is_awaited(answer: asyncio.Future[Answer]) -> bool:
    """Whether somebody still waits: one may have gone meanwhile."""
    return not answer.done()
