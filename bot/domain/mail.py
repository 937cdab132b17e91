"""What arrives in a chat and what leaves for it, as they are kept until they are done with."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Arrival:
    """Something that a channel received and has not answered yet.

    `reference` is the same when it is delivered twice; `chat` and `sender` are keyed hashes,
    `content` is what the channel needs to read it again. `crowd` tells how many others the sender
    wrote within the minute before, once it is kept.
    """

    reference: str
    chat: str
    sender: str
    content: str
    crowd: int = 0


@dataclass(frozen=True, slots=True)
class Letter:
    """A message to send, in its channel's own words; `key` is unique.

    `asked`: the person wrote first; whoever wants silence gets no other.
    """

    key: str
    chat: str
    content: str
    asked: bool = True


@dataclass(frozen=True, slots=True)
class Posting:
    """An arrival answered: what is to be sent for it, in order, maybe nothing."""

    arrival: Arrival
    letters: tuple[Letter, ...] = ()


Work = Arrival | Letter
"""What is to be done next in a chat: answer, or send."""
