"""The channel as the program starts and stops it."""

import asyncio
import logging

from telegram.error import InvalidToken, TelegramError
from telegram.ext import Application

from bot.channels.telegram import sentences
from bot.channels.telegram.courier import Courier
from bot.channels.telegram.ordering import AT_ONCE, ChatOrder
from bot.channels.telegram.patience import brief, endless
from bot.channels.telegram.polling import Polling
from bot.channels.telegram.reception import Interlocutor, Reception
from bot.channels.telegram.routes import App, connect

logger = logging.getLogger(__name__)

FIRST_PAUSE = 1.0
"""Seconds before the first new try."""


class TelegramChannel:
    """A conversation with whoever writes to a bot, by long polling.

    `api_url` is an origin (scheme, host, port) where `/bot<token>/<method>` is served;
    `first_pause` the seconds before what failed is tried again, then twice as long each time.
    """

    def __init__(
        self,
        assistant: Interlocutor,
        *,
        token: str,
        api_url: str,
        first_pause: float = FIRST_PAUSE,
    ) -> None:
        _silence_libraries()
        self._application = _build_application(token, api_url.rstrip("/"))
        self._patience = endless(first_pause)
        bot = self._application.bot
        connect(Reception(assistant, Courier(bot, brief(first_pause))), self._application)
        self._polling = Polling(bot, self._application.update_queue, self._patience)
        self._serving: asyncio.Task[None] | None = None
        self._ended = asyncio.Event()

    async def run(self) -> None:
        """Serve until `stop` or cancellation; ends by itself only when the token is refused.

        Telegram out of reach, at the start or later, is waited for.
        """
        self._serving = asyncio.create_task(self._serve())
        try:
            await asyncio.wait({self._serving})
        finally:
            self._serving.cancel()
            await asyncio.wait({self._serving})
            try:
                await self._leave()
            finally:
                self._ended.set()
        if not self._serving.cancelled():
            self._serving.result()

    async def stop(self) -> None:
        """Take no more updates, finish those in hand, and wait until it is done."""
        if self._serving:
            self._serving.cancel()
            await self._ended.wait()

    async def _serve(self) -> None:
        try:
            await self._patience.insist(self._application.initialize)
            await self._application.start()
            await self._introduce()
            await self._polling.run()
        except InvalidToken:
            # Its words hold the token.
            logger.error("Telegram refuses the token: the Telegram channel is off")  # noqa: TRY400

    async def _introduce(self) -> None:
        """The menu and the profile: the channel goes on without them."""
        bot = self._application.bot
        try:
            await bot.set_my_commands(sentences.COMMANDS)
            await bot.set_my_short_description(sentences.SHORT_DESCRIPTION)
        except TelegramError as error:
            logger.warning("menu or profile not set: %s", type(error).__name__)

    async def _leave(self) -> None:
        if self._application.running:
            await self._application.stop()
            await self._polling.confirm()
        await self._application.shutdown()
        # Closed by `shutdown` only once the application was initialised.
        await self._application.bot.shutdown()


def _build_application(token: str, api_url: str) -> App:
    return (
        Application.builder()
        .token(token)
        .base_url(f"{api_url}/bot")
        .base_file_url(f"{api_url}/file/bot")
        .updater(None)
        .concurrent_updates(ChatOrder())
        .connection_pool_size(AT_ONCE)
        .pool_timeout(30)
        .read_timeout(15)
        .build()
    )


def _silence_libraries() -> None:
    """Their logs hold addresses with the token, and whole updates when one cannot be read."""
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger("telegram").setLevel(logging.CRITICAL + 1)
