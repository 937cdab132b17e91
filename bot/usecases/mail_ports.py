"""What carrying messages without losing any needs from outside."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.mail import Arrival, Letter, Posting, Work
from bot.domain.pacing import Limit


class AnsweredError(Exception):
    """Another replica has answered this, or sends the answer: we have nothing to send."""


class Mail(Protocol):
    """Arrivals and letters, kept until they are answered and sent; shared by replicas.

    A chat is in the hands of one replica at a time, for as long as that one lives. Every method
    raises `UnavailableError` when the store does not answer.
    """

    async def receive(self, arrivals: Sequence[Arrival]) -> Mapping[str, Arrival | None]:
        """Keep what is not known yet, in order.

        Returns the chats now in our hands, with what is to be done there first when it is known.
        """

    async def next(self, chat: str) -> Work | None:
        """What comes next in a chat in our hands; none lets go of the chat."""

    async def post(self, posting: Posting) -> None:
        """Keep the letters of an arrival, and that it is answered, together.

        A chat that nobody has comes in our hands: we send the letters.

        Raises:
            AnsweredError: it was answered already, or the chat is in the hands of another, who
                sends what was kept.
        """

    async def mark_sent(self, letter: Letter) -> bool:
        """A letter need not be sent again; returns whether its chat is still in our hands."""

    async def put_aside(self, arrival: Arrival, reason: str) -> None:
        """An arrival that cannot be answered is kept apart and stops nobody."""

    async def take_over(self, limit: int) -> Sequence[str]:
        """At most `limit` chats with something to do that nobody alive has in hand: now ours."""

    async def renew(self) -> None:
        """Tell the other replicas that we live."""

    async def leave(self) -> None:
        """Let go of every chat."""

    async def purge_mail(self, before: datetime) -> int:
        """Forget what was answered or put aside before; returns how many arrivals."""


class Post(Protocol):
    """The channel: reads what arrives and carries what leaves."""

    async def answer(self, arrival: Arrival) -> Sequence[Letter]:
        """What is to be sent for an arrival, already kept if the store answers."""

    async def wait_for_turn(self, letter: Letter) -> None:
        """Wait until a letter may leave."""

    async def send(self, letter: Letter, tries: int) -> float | None:
        """Send a letter that failed `tries` times; seconds to wait before another try, if any."""


class Pace(Protocol):
    """When messages may leave; replicas keep the limits together."""

    async def reserve(self, scope: str, limit: Limit) -> float:
        """Seconds to wait until the moment reserved, the first that the limit leaves free."""


class Silences(Protocol):
    """Who wants no message that they did not ask for."""

    async def silence(self, conversation: str) -> None:
        """Send nothing unasked from now on.

        Raises:
            UnavailableError: the store does not answer.
        """

    async def speak(self, conversation: str) -> None:
        """Unasked messages are welcome again.

        Raises:
            UnavailableError: the store does not answer.
        """
