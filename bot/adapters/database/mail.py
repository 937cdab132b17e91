"""The inbox and the outbox together: one replica a chat, one transaction a step."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection

from bot.adapters.batches import Batches
from bot.adapters.database import hands, inbox, outbox, pace
from bot.adapters.database.database import Database
from bot.adapters.sealing import Seal
from bot.domain.mail import Arrival, Letter, Posting, Work
from bot.usecases.mail_ports import AnsweredError
from bot.usecases.ports import Clock

MARKED_AT_ONCE = 100
"""Letters marked sent in one transaction at most."""

_NEVER = datetime.min.replace(tzinfo=UTC)


class DatabaseMail:
    """What arrives and what leaves; `holder` is the name of this replica, unique.

    Every method raises `UnavailableError` when the database does not answer.
    """

    def __init__(self, database: Database, clock: Clock, seal: Seal, holder: str) -> None:
        self._database = database
        self._clock = clock
        self._seal = seal
        self._holder = holder
        self._said_alive = _NEVER
        self._sent = Batches(self._mark_all_sent, MARKED_AT_ONCE)

    async def receive(self, arrivals: Sequence[Arrival]) -> Mapping[str, Arrival | None]:
        """Keep what is not known yet, in order.

        Returns the chats now in our hands, with what is to be done there first when it is known.
        """
        now = self._clock.now()
        rows = [inbox.row_of(it, self._seal.close(it.content), now) for it in arrivals]

        def work(connection: Connection) -> dict[str, Arrival | None]:
            # First, for it locks the chats: the order of rows is the order of commits.
            taken = self._take(connection, [arrival.chat for arrival in arrivals], now)
            new = inbox.add(connection, arrivals, rows, now)
            return {it.chat: _first(it, new) for it in taken}

        return await self._database.run(work) if arrivals else {}

    async def next(self, chat: str) -> Work | None:
        """What comes next in a chat in our hands; none lets go of the chat."""

        def work(connection: Connection) -> Work | None:
            if not hands.has(connection, chat, self._holder):
                return None
            found = outbox.oldest(connection, self._seal, chat) or inbox.oldest(
                connection, self._seal, chat
            )
            if found is None:
                hands.let_go(connection, chat)
            return found

        return await self._database.run(work)

    async def post(self, posting: Posting) -> None:
        """Keep the letters of an arrival, and that it is answered, together.

        A chat that nobody has comes in our hands: we send the letters.

        Raises:
            AnsweredError: it was answered already, or the chat is in the hands of another, who
                sends what was kept.
        """
        if not await self._database.run(lambda connection: self.write(connection, posting)):
            raise AnsweredError

    def write(self, connection: Connection, posting: Posting) -> bool:
        """The same, within a transaction that keeps other things too.

        Returns whether the letters are ours to send.

        Raises:
            AnsweredError: it was answered already.
        """
        now, chat = self._clock.now(), posting.arrival.chat
        is_ours = hands.has(connection, chat, self._holder)
        if not is_ours:  # answered from memory, or lost to another while it was
            is_ours = bool(self._take(connection, [chat], now))
        if not inbox.mark_answered(connection, inbox.row_of(posting.arrival, "", now)):
            raise AnsweredError
        outbox.add(connection, posting.letters, self._seal, now)
        return is_ours

    async def mark_sent(self, letter: Letter) -> bool:
        """A letter need not be sent again; returns whether its chat is still in our hands.

        Those sent at the same time are marked together: killed before, the program sends again.
        """
        return await self._sent.ask(letter)

    async def _mark_all_sent(self, letters: Sequence[Letter]) -> list[bool]:
        def work(connection: Connection) -> list[bool]:
            outbox.remove(connection, letters)
            ours = hands.held(connection, [letter.chat for letter in letters], self._holder)
            return [letter.chat in ours for letter in letters]

        return await self._database.run(work)

    async def put_aside(self, arrival: Arrival, reason: str) -> None:
        """An arrival that cannot be answered is kept apart and stops nobody."""
        row = inbox.row_of(arrival, self._seal.close(arrival.content), self._clock.now())
        await self._database.run(lambda connection: inbox.put_aside(connection, row, reason))

    async def take_over(self, limit: int) -> Sequence[str]:
        """At most `limit` chats with something to do that nobody alive has in hand: now ours."""
        now = self._clock.now()

        def work(connection: Connection) -> list[str]:
            had = hands.abandoned(connection, self._holder, now, limit)
            taken = [it.chat for it in self._take(connection, had, now)]
            # Ours are being served, or wait for their turn: nobody died of them.
            died = [chat for chat in taken if had[chat] not in {None, self._holder}]
            inbox.count_tries(connection, died)
            return taken

        return await self._database.run(work)

    async def renew(self) -> None:
        """Tell the other replicas that we live."""
        now = self._clock.now()
        await self._database.run(lambda connection: hands.renew(connection, self._holder, now))
        self._said_alive = now

    def _take(
        self, connection: Connection, chats: Iterable[str], now: datetime
    ) -> list[hands.Taken]:
        """Take chats, and be known to live: what is taken stays ours."""
        if now - self._said_alive > hands.LIFE / 2:
            hands.renew(connection, self._holder, now)
        return hands.take(connection, chats, self._holder, now)

    async def leave(self) -> None:
        """Let go of every chat."""
        await self._database.run(lambda connection: hands.leave(connection, self._holder))

    async def purge_mail(self, before: datetime) -> int:
        """Forget what was answered or put aside before; returns how many arrivals."""

        def work(connection: Connection) -> int:
            hands.forget_idle(connection, self._clock.now())
            hands.forget_dead(connection, before)
            pace.forget_idle(connection)
            return inbox.purge(connection, before)

        return await self._database.erase(work)


def _first(taken: hands.Taken, new: Sequence[Arrival]) -> Arrival | None:
    """What is to be done first in a chat, when nothing was before."""
    if not taken.is_fresh:
        return None
    return next((arrival for arrival in new if arrival.chat == taken.chat), None)


def forget_mail(connection: Connection, chat: str) -> None:
    """Erase what was answered in a chat, and what was to be sent there.

    What still waits for its answer stays until it has one.
    """
    inbox.forget(connection, chat)
    pace.forget(connection, chat)
    outbox.forget(connection, chat)
