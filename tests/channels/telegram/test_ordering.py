import pytest

from bot.channels.telegram.ordering import AT_ONCE
from tests.channels.telegram.bot_api import BotApi
from tests.channels.telegram.fakes import FakeAssistant
from tests.channels.telegram.updates import a_text

pytestmark = pytest.mark.usefixtures("channel")


async def test_a_slow_chat_does_not_delay_another(api: BotApi, assistant: FakeAssistant) -> None:
    release = assistant.hold("lent")
    api.push(a_text("lent", chat=1))
    api.push(a_text("rapide", chat=2))
    await api.until_sent(1, chat=2)
    assert api.sent(1) == []
    release.set()
    assert await api.until_sent(1, chat=1) == ["Reçu : lent"]


async def test_a_flood_in_a_slow_chat_leaves_room_for_others(
    api: BotApi, assistant: FakeAssistant
) -> None:
    release = assistant.hold("lent")
    api.push(a_text("lent", chat=1))
    for rank in range(2 * AT_ONCE):
        api.push(a_text(f"encore {rank}", chat=1))
    api.push(a_text("rapide", chat=2))
    await api.until_sent(1, chat=2)
    release.set()
    await api.until_sent(1 + 2 * AT_ONCE, chat=1)


async def test_a_chat_is_answered_in_order(api: BotApi, assistant: FakeAssistant) -> None:
    release = assistant.hold("un")
    for text in ("un", "deux", "trois"):
        api.push(a_text(text))
    await api.until(lambda: assistant.messages)
    api.push(a_text("quatre"))
    release.set()
    expected = [f"Reçu : {text}" for text in ("un", "deux", "trois", "quatre")]
    assert await api.until_sent(4) == expected
