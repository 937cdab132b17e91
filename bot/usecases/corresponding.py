"""Answers what arrives, chat by chat and in order, and loses nothing on the way.

What arrives is kept before whoever brought it is told so; what is to be sent is kept with what
was remembered of the turn. While the store is away, messages are answered from memory, before
they are acknowledged.
"""

import asyncio
import logging
from collections.abc import Iterable, Sequence
from contextlib import suppress

from bot.domain.mail import Arrival, Letter, Posting, Work
from bot.usecases.closing import Closing
from bot.usecases.hand import Hand
from bot.usecases.mail_ports import AnsweredError, Mail, Post
from bot.usecases.ports import UnavailableError
from bot.usecases.recent import Recent
from bot.usecases.turns import Turns

logger = logging.getLogger(__name__)

LOOK_EVERY = 1.0
"""Seconds between two looks for chats that nobody has in hand; a replica lives for ten."""

AT_A_LOOK = 200
"""Chats taken over at most at each look."""


class Correspondence:
    """Serves chats, at most `at_once` at the same time."""

    def __init__(self, mail: Mail, post: Post, at_once: int) -> None:
        self._mail = mail
        self._post = post
        self._slots = asyncio.Semaphore(at_once)
        self._hands: dict[str, Hand] = {}
        self._answered, self._sent = Recent(), Recent()
        self._turns = Turns()
        self._closing = Closing()

    async def receive(self, arrivals: Sequence[Arrival]) -> None:
        """Take charge of arrivals: once this returns, they are kept, or already answered."""
        try:
            chats = await self._mail.receive(arrivals)
        except UnavailableError:
            await self._answer_from_memory(arrivals)
        else:
            for chat, first in chats.items():
                self._serve(chat, first)

    async def run(self) -> None:
        """Look after the chats that were left, for as long as it is awaited."""
        while True:
            try:
                await self._mail.renew()
                for chat in await self._mail.take_over(AT_A_LOOK):
                    self._serve(chat)
            except UnavailableError:
                logger.warning("the mail cannot be reached")
            await asyncio.sleep(LOOK_EVERY)

    async def close(self, grace: float) -> None:
        """Finish what is in hand, for `grace` seconds at most, and let go of every chat."""
        self._closing.begin(grace)
        tasks = {hand.task for hand in self._hands.values() if hand.task}
        while tasks and (left := self._closing.left) > 0:
            with suppress(UnavailableError):
                await self._mail.renew()  # nobody else may take what is in hand
            _, tasks = await asyncio.wait(tasks, timeout=min(left, LOOK_EVERY))
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        try:
            await self._mail.leave()
        except UnavailableError:
            logger.warning("chats were not let go of: the mail cannot be reached")

    def _serve(self, chat: str, first: Arrival | None = None) -> None:
        if self._closing.has_begun:
            return
        hand = self._hands.get(chat)
        if hand:
            hand.more = True
        else:
            hand = self._hands[chat] = Hand(first)
            hand.task = asyncio.create_task(self._keep_serving(chat, hand))

    async def _keep_serving(self, chat: str, hand: Hand) -> None:
        try:
            while True:
                hand.more = False
                async with self._turns.of(chat):
                    work = await self._next(chat, hand)
                    await self._do(work, hand)
                if work is None and not hand.more:
                    return
        except UnavailableError:
            logger.warning("a chat is left until the mail can be reached")
        finally:
            self._leave_letters(hand)
            del self._hands[chat]

    async def _next(self, chat: str, hand: Hand) -> Work | None:
        if hand.first:
            work, hand.first = hand.first, None
            return work
        if hand.letters:
            return hand.letters.popleft()
        return None if self._closing.has_begun else await self._mail.next(chat)

    async def _do(self, work: Work | None, hand: Hand) -> None:
        match work:
            case Arrival():
                hand.letters.extend(await self._answer(work))
                hand.answered = work.reference
                self._answered.add(work.reference)
            case Letter() if not (await self._send(work) and await self._is_ours_after(work)):
                self._leave_letters(hand)

    async def _is_ours_after(self, sent: Letter) -> bool:
        """Whether a chat is still in our hands, once a letter is marked sent.

        Another replica that believed us dead sends the other letters.
        """
        try:
            return await self._mail.mark_sent(sent)
        except UnavailableError:
            logger.warning("a letter sent is not marked so: the mail cannot be reached")
            return True

    def _leave_letters(self, hand: Hand) -> None:
        """They wait in the store; if it was away, what they answer does, and is answered again."""
        if hand.letters:
            self._answered.discard(hand.answered)
            hand.letters.clear()

    async def _answer(self, arrival: Arrival) -> Sequence[Letter]:
        if arrival.reference in self._answered:
            # The store was away when it was: it learns it now.
            with suppress(AnsweredError):
                await self._mail.post(Posting(arrival))
            return ()
        async with self._slots:
            return await self._post.answer(arrival)

    async def _send(self, letter: Letter) -> bool:
        """Send, however often it must be tried; false when the program ends before."""
        tries = 0
        while letter.key not in self._sent:
            await self._post.wait_for_turn(letter)
            async with self._slots:
                pause = await self._post.send(letter, tries)
            if pause is None:
                self._sent.add(letter.key)
            elif not await self._closing.may_rest(pause):
                return False
            tries += 1
        return True

    async def _answer_from_memory(self, arrivals: Sequence[Arrival]) -> None:
        chats: dict[str, list[Arrival]] = {}
        for arrival in arrivals:
            chats.setdefault(arrival.chat, []).append(arrival)
        await asyncio.gather(*(self._answer_all(*chat) for chat in chats.items()))

    async def _answer_all(self, chat: str, arrivals: Iterable[Arrival]) -> None:
        async with self._turns.of(chat):
            await self._finish(chat)
            for arrival in arrivals:
                if arrival.reference not in self._answered:
                    for letter in await self._answer(arrival):
                        await self._send_at_once(letter)
                    self._answered.add(arrival.reference)

    async def _finish(self, chat: str) -> None:
        """Send what is left of the answer in hand, before another."""
        hand = self._hands.get(chat)
        while hand and hand.letters:
            await self._send_at_once(hand.letters.popleft())

    async def _send_at_once(self, letter: Letter) -> None:
        """Send, and tell the store if it is there: it may have come back since."""
        if not await self._send(letter):
            raise UnavailableError("the program stops")
        with suppress(UnavailableError):
            await self._mail.mark_sent(letter)
