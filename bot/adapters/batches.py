"""Questions asked at the same time are answered together: one at a time they cost more."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")


class Batches(Generic[Asked, Answer]):
    """Gathers what is asked while `work` is at work, and gives it all to the next, `most` at once.

    `work` answers in the order of what it is asked; what it raises is raised to each who waits.
    """

    def __init__(
        self, work: Callable[[Sequence[Asked]], Awaitable[Sequence[Answer]]], most: int
    ) -> None:
        self._work = work
        self._most = most
        self._waiting: list[tuple[Asked, asyncio.Future[Answer]]] = []
        self._worker: asyncio.Task[None] | None = None

    async def ask(self, asked: Asked) -> Answer:
        """The answer to a question."""
        answer: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._waiting.append((asked, answer))
        if self._worker is None or self._worker.done():
            self._worker = asyncio.create_task(self._answer_all())
        return await answer

    async def _answer_all(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting[: self._most], self._waiting[self._most :]
            waiting = [answer for _, answer in batch]
            try:
                found = await self._work([asked for asked, _ in batch])
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
