"""An inbox that counts who writes how much."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.domain.mail import Arrival
from tests.fake_mail import FakeMail


@dataclass
class CrowdedMail(FakeMail):
    """Tells each arrival how many others its sender wrote before: the minute never ends here."""

    crowds: Counter[str] = field(default_factory=Counter)

    async def receive(self, arrivals: Sequence[Arrival]) -> Mapping[str, Arrival | None]:
        known = {*self.answered, *(it.reference for it in self.inbox)}
        counted = []
        for arrival in arrivals:
            counted.append(replace(arrival, crowd=self.crowds[arrival.sender]))
            self.crowds[arrival.sender] += arrival.reference not in known
        return await super().receive(counted)
