"""Whatever the team writes and whatever is imported, Telegram takes what is made of it."""

import asyncio

from hypothesis import given
from hypothesis import strategies as st
from telegram import InlineQuery

from bot.channels.telegram.addressing import Address
from bot.channels.telegram.courier import Courier
from bot.channels.telegram.inline import answer_inline
from bot.channels.telegram.writing import Pressed, Scribe
from bot.domain.buttons import Press, Verb
from bot.domain.exchange import Outcome
from bot.domain.finds import Finds
from bot.domain.replies import Reply
from tests.channels.telegram.checking import a_checked_bot
from tests.channels.telegram.fakes import FakeCartographer, FakeFinder
from tests.channels.telegram.updates import an_inline_query
from tests.channels.telegram.wild import ADDRESSES, alerts, cards, items, replies

PRESSED = [None, *(Pressed(Press(verb, "a"), 1) for verb in Verb)]


async def send(reply: Reply, address: Address, pressed: Pressed | None) -> list[str]:
    """What Telegram would refuse of what a reply becomes."""
    bot, requests = a_checked_bot()
    courier = Courier(bot, FakeCartographer(), first_pause=0)
    letters = Scribe("chat", address).write(Outcome("aide", (reply,)), pressed)
    assert letters
    for letter in letters:
        assert await courier.send(letter, tries=0) is None
    assert requests.made
    return requests.refused


async def offer(finds: Finds) -> list[str]:
    """What Telegram would refuse of what an inline query finds."""
    bot, requests = a_checked_bot()
    finder = FakeFinder()
    finder.finds = finds
    query = InlineQuery.de_json(an_inline_query("lieu")["inline_query"], bot)
    await answer_inline(query, finder, "TraitBot")
    assert requests.made == ["answerInlineQuery"]
    return requests.refused


@given(replies, st.sampled_from(ADDRESSES), st.sampled_from(PRESSED))
def test_telegram_takes_every_reply(
    reply: Reply, address: Address, pressed: Pressed | None
) -> None:
    assert asyncio.run(send(reply, address, pressed)) == []


@given(
    st.builds(
        Finds,
        st.lists(cards, max_size=5, unique_by=lambda card: card.id).map(tuple),
        st.lists(items, max_size=5, unique_by=lambda item: item.id).map(tuple),
        st.none() | alerts,
    )
)
def test_telegram_takes_every_result_to_share(finds: Finds) -> None:
    assert asyncio.run(offer(finds)) == []
