"""Telegram, the program and its knowledge together: what somebody with a telephone receives."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.channels.telegram.bot_api import BotApi
from tests.channels.telegram.updates import a_position, a_text
from tests.program import Program, free_port

FIGEAC = (44.6086, 2.0339)


@pytest.fixture
async def api(tmp_path: Path) -> AsyncIterator[BotApi]:
    """A Bot API that the program polls; keywords answer, for they are always there."""
    server = BotApi()
    await server.start()
    settings = {
        "PORT": free_port(),
        "NLU_PYTHON": tmp_path / "absent",
        "TELEGRAM_API_URL": server.url,
        "TELEGRAM_BOT_TOKEN": server.token,
    }
    with Program(tmp_path).started("run", **settings):
        await server.until(lambda: server.called("getUpdates"))
        yield server
    await server.stop()
    assert server.refused == []


async def test_a_text_a_button_and_a_position_are_answered_from_the_knowledge(api: BotApi) -> None:
    api.push(a_text("Comment animer la co-construction dans ma commune ?"))
    card, notice = await api.until_sent(2)
    assert "Animer une démarche de co-construction" in card
    assert "vérifié le" in card
    assert "mots-clés" in notice

    api.press("Sources")
    await api.until(lambda: api.called("editMessageText") and api.called("answerCallbackQuery"))
    sources = api.called("editMessageText")[0]
    assert "lerameau.fr" in sources.text

    api.push(a_position(*FIGEAC))
    assert "à Figeac" in (await api.until_sent(3))[2]
