"""An inbox and an outbox in memory."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.mail import Arrival, Letter, Posting, Work
from bot.usecases.mail_ports import AnsweredError
from bot.usecases.ports import UnavailableError


@dataclass
class FakeMail:
    """What arrives and leaves; while `away`, it does not answer.

    `answered` are the references of what was; `aside` tells why others cannot be; `lost` are the
    chats that another replica has taken over.
    """

    away: bool = False
    inbox: list[Arrival] = field(default_factory=list)
    outbox: list[Letter] = field(default_factory=list)
    answered: list[str] = field(default_factory=list)
    aside: dict[str, str] = field(default_factory=dict)
    held: set[str] = field(default_factory=set)
    lost: set[str] = field(default_factory=set)
    left: bool = False

    async def receive(self, arrivals: Sequence[Arrival]) -> Mapping[str, Arrival | None]:
        self._reach()
        for arrival in arrivals:
            if arrival.reference not in {*self.answered, *(it.reference for it in self.inbox)}:
                self.inbox.append(arrival)
        self.held |= {arrival.chat for arrival in arrivals}
        return {arrival.chat: None for arrival in arrivals}

    async def next(self, chat: str) -> Work | None:
        self._reach()
        everything: list[Work] = [*self.outbox, *self.inbox]
        work = next((it for it in everything if it.chat == chat), None)
        if chat in self.lost:
            return None
        if work is None:
            self.held.discard(chat)
        return work

    async def post(self, posting: Posting) -> None:
        self._reach()
        reference = posting.arrival.reference
        if reference in self.answered:
            raise AnsweredError
        self.answered.append(reference)
        self.inbox = [it for it in self.inbox if it.reference != reference]
        self.outbox += posting.letters
        if posting.arrival.chat in self.lost:
            raise AnsweredError
        self.held.add(posting.arrival.chat)

    async def mark_sent(self, letter: Letter) -> bool:
        self._reach()
        self.outbox = [it for it in self.outbox if it.key != letter.key]
        return letter.chat not in self.lost

    async def put_aside(self, arrival: Arrival, reason: str) -> None:
        self._reach()
        self.aside[arrival.reference] = reason
        self.inbox = [it for it in self.inbox if it.reference != arrival.reference]

    async def take_over(self, limit: int) -> Sequence[str]:
        self._reach()
        everything: list[Work] = [*self.outbox, *self.inbox]
        waiting = dict.fromkeys(it.chat for it in everything)
        chats = [chat for chat in waiting if chat not in self.held][:limit]
        self.held |= set(chats)
        return chats

    async def renew(self) -> None:
        self._reach()

    async def leave(self) -> None:
        self._reach()
        self.left = True

    async def purge_mail(self, before: datetime) -> int:
        self._reach()
        return len(self.answered) if before else 0

    def _reach(self) -> None:
        if self.away:
            raise UnavailableError("the mail is away")
