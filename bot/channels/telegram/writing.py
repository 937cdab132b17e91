"""Replies as letters: what is sent, what takes the place of what was sent before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.channels.telegram import sentences
from bot.channels.telegram.addressing import Address
from bot.channels.telegram.keyboard import Rows, arrange
from bot.channels.telegram.letters import Buttons, Content, File, Picture, Text, Venue, sealed_in
from bot.channels.telegram.markup import MAX_CAPTION, plain, split, units
from bot.channels.telegram.render import render, whereabouts
from bot.domain.actions import Action
from bot.domain.buttons import Press, Verb, button
from bot.domain.exchange import Outcome
from bot.domain.mail import Letter
from bot.domain.map import Map, Pin
from bot.domain.replies import Button, Document, Found, Item, Question, Reply
from bot.domain.territory import Territory, TerritoryKind

IN_PLACE = frozenset(
    {
        Verb.MORE,
        Verb.PART,
        Verb.SOURCES,
        Verb.PLAIN,
        Verb.FULL,
        Verb.BACK,
        Verb.NEXT,
        Verb.PREVIOUS,
    }
)
"""Presses that turn a page: the answer takes the place of the message above the button."""

HERE = "here:"
"""The value of the button that offers to share one's position; the channel's own."""


@dataclass(frozen=True, slots=True)
class Pressed:
    """A pressed button, and the message above it with its buttons if it can still be changed."""

    press: Press
    message: int | None = None
    keyboard: Rows = ()


@dataclass(frozen=True, slots=True)
class Scribe:
    """Writes letters to a chat, known to the store as `chat`."""

    chat: str
    address: Address

    def write(self, outcome: Outcome, pressed: Pressed | None = None) -> tuple[Letter, ...]:
        """The letters of a turn."""
        if pressed and pressed.press.verb is Verb.RATE:
            return self._seal([*self._verdict(outcome), *_without_rating(pressed)])
        if pressed and pressed.press.verb in IN_PLACE and len(outcome.replies) == 1:
            return self._seal(self._page(outcome.replies[0], pressed.message))
        contents: list[Content] = []
        for reply in outcome.replies:
            contents += self._contents(reply, outcome.territory)
        return self._seal(contents)

    def say(self, sentence: str, keyboard: Rows = ()) -> tuple[Letter, ...]:
        """A sentence of the channel."""
        return self._seal([Text(plain(sentence), keyboard)])

    def ask_position(self) -> tuple[Letter, ...]:
        """The keyboard that shares a position."""
        return self._seal([Text(plain(sentences.SHARE_POSITION), asks_position=True)])

    def _seal(self, contents: Sequence[Content]) -> tuple[Letter, ...]:
        return tuple(sealed_in(self.chat, self.address, content) for content in contents)

    def _verdict(self, outcome: Outcome) -> Iterator[Content]:
        """What is said of a verdict; of a good one, thanks were said above the message already."""
        if outcome.goal != Action.THANK:
            for reply in outcome.replies:
                yield from self._texts(reply)

    def _page(self, reply: Reply, message: int | None) -> list[Content]:
        texts = list(self._texts(reply, _spots(reply, first=0)))
        if len(texts) > 1:
            return list(texts)
        return [Text(texts[0].html, texts[0].keyboard, instead=message)]

    def _contents(self, reply: Reply, territory: Territory | None) -> Iterator[Content]:
        match reply:
            case Document():
                yield from self._file(reply)
            case Found(items=items):
                yield from self._texts(reply, _spots(reply, first=1))
                yield from _on_the_map(items, territory)
            case _:
                yield from self._texts(reply)

    def _file(self, reply: Document) -> Iterator[Content]:
        """A file; what is said of it stands under it, or before when that is too long."""
        caption = reply.text
        if units(caption) > MAX_CAPTION:
            yield from self._texts(replace(reply, buttons=()))
            caption = ""
        yield File(reply.name, reply.content, caption, arrange(reply.buttons))

    def _texts(self, reply: Reply, more: Sequence[Button] = ()) -> Iterator[Text]:
        """The text of a reply in as many messages as it takes; its buttons under the last."""
        rendered = render(reply)
        *first, last = split(rendered.text)
        yield from map(Text, first)
        if isinstance(reply, Question) and reply.asks_where and self.address.is_private:
            more = (Button(sentences.MY_POSITION, HERE),)
        yield Text(last, arrange((*more, *reply.buttons)))


def _spots(reply: Reply, first: int) -> tuple[Button, ...]:
    """A button for each place that is not shown on the telephone's map."""
    if not isinstance(reply, Found):
        return ()
    ranked = list(enumerate(reply.items, start=1))
    placed = [(rank, item) for rank, item in ranked if item.position][first:]
    return tuple(button(f"📍 {rank}. {item.name}", Verb.PLACE, item.id) for rank, item in placed)


def _on_the_map(items: Sequence[Item], territory: Territory | None) -> Iterator[Content]:
    """A map when there are several places, and the nearest as a place of the telephone's map."""
    pins = [Pin(rank, it.position) for rank, it in enumerate(items, start=1) if it.position]
    if len(pins) > 1:
        is_point = territory is not None and territory.kind is TerritoryKind.COMMUNE
        around = territory.position if territory and is_point else None
        yield Picture(Map(tuple(pins), around), sentences.MAP)
    nearest = next((item for item in items if item.position), None)
    if nearest and nearest.position:
        yield Venue(nearest.position, nearest.name, whereabouts(nearest) or nearest.name)


def _without_rating(pressed: Pressed) -> Iterator[Buttons]:
    if pressed.message is None:
        return
    rated = f"{Verb.RATE}:"
    kept = (
        tuple(button for button in row if not button.value.startswith(rated))
        for row in pressed.keyboard
    )
    yield Buttons(pressed.message, tuple(filter(None, kept)))
