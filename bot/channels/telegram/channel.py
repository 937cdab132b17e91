"""The channel as the program starts and stops it."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response
from telegram import BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats
from telegram.error import InvalidToken, TelegramError
from telegram.ext import Application

from bot.channels.telegram import sentences
from bot.channels.telegram.courier import Cartographer, Courier
from bot.channels.telegram.decoding import RECEIVED
from bot.channels.telegram.desk import Desk
from bot.channels.telegram.errands import Errands
from bot.channels.telegram.inline import Finder
from bot.channels.telegram.patience import Patience
from bot.channels.telegram.polling import Polling
from bot.channels.telegram.postman import Postman, PostOffice
from bot.channels.telegram.reception import Interlocutor, Reception
from bot.channels.telegram.routes import App, connect
from bot.channels.telegram.sorting import Sorter
from bot.channels.telegram.webhook import WebhookEndpoint
from bot.usecases.corresponding import Correspondence

logger = logging.getLogger(__name__)

FIRST_PAUSE = 1.0
"""Seconds before the first new try."""

GRACE = 10.0
"""Seconds given to what is in hand when the program stops; the rest waits in the inbox."""


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where Telegram is to bring updates, and what it must say to be believed."""

    url: str
    secret: str


@dataclass(frozen=True, slots=True)
class Line:
    """How Telegram is reached.

    `api_url` is an origin (scheme, host, port) where `/bot<token>/<method>` is served; without a
    `webhook`, updates are asked for; `at_once` chats are served at the same time; `first_pause` is
    the seconds before what failed is tried again, then twice as long each time.
    """

    token: str
    api_url: str
    webhook: Webhook | None = None
    at_once: int = 32
    first_pause: float = FIRST_PAUSE


@dataclass(frozen=True, slots=True)
class Speakers:
    """Who answers, who finds for the inline mode, who draws maps."""

    assistant: Interlocutor
    finder: Finder
    cartographer: Cartographer


class TelegramChannel:
    """A conversation with whoever writes to a bot, by long polling or by webhook."""

    def __init__(self, speakers: Speakers, line: Line, office: PostOffice) -> None:
        _silence_libraries()
        self._line = line
        self._application = _build_application(line)
        bot = self._application.bot
        courier = Courier(bot, speakers.cartographer, line.first_pause)
        reception = Reception(speakers.assistant, Desk())
        connect(reception, self._application)
        self._errands = Errands(bot, speakers.finder)
        self._sorter = Sorter(self._application, self._errands, office.mail, office.pseudonyms)
        postman = Postman(self._application, reception, courier, office)
        self._mail = Correspondence(office.mail, postman, line.at_once)
        self._patience = Patience(line.first_pause)
        self._polling = Polling(bot, self._take, self._patience)
        secret = line.webhook.secret if line.webhook else ""
        self._endpoint = WebhookEndpoint(self._take, secret)
        self._serving: asyncio.Task[None] | None = None
        self._ended = asyncio.Event()
        self._is_open = False

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

    async def receive(self, request: Request) -> Response:
        """An update that Telegram brings by itself; 503 before the channel is open, or after."""
        if not self._is_open or self._line.webhook is None:
            return Response(status_code=HTTPStatus.SERVICE_UNAVAILABLE)
        return await self._endpoint.receive(request)

    async def _take(self, raws: Sequence[object]) -> None:
        """Updates as they came: once this returns, no message can be lost."""
        await self._mail.receive(await self._sorter.sort(raws))

    async def _serve(self) -> None:
        try:
            await self._patience.insist(self._application.initialize)
            self._is_open = True
            async with asyncio.TaskGroup() as together:
                together.create_task(self._mail.run())
                together.create_task(self._introduce())
                together.create_task(self._listen())
        except* InvalidToken:
            # Its words hold the token.
            logger.error("Telegram refuses the token: the Telegram channel is off")  # noqa: TRY400

    async def _listen(self) -> None:
        webhook = self._line.webhook
        if webhook is None:
            await self._polling.run()
            return
        await self._patience.insist(
            lambda: self._application.bot.set_webhook(
                webhook.url,
                secret_token=webhook.secret,
                allowed_updates=RECEIVED,
                max_connections=min(100, 2 * self._line.at_once),
            )
        )

    async def _introduce(self) -> None:
        """The menu and the profile: the channel goes on without them."""
        bot = self._application.bot
        in_group = [it for it in sentences.COMMANDS if it[0] not in sentences.PERSONAL]
        try:
            await bot.set_my_commands(sentences.COMMANDS, BotCommandScopeAllPrivateChats())
            await bot.set_my_commands(in_group, BotCommandScopeAllGroupChats())
            await bot.set_my_description(sentences.DESCRIPTION)
            await bot.set_my_short_description(sentences.SHORT_DESCRIPTION)
        except TelegramError as error:  # a server that has no such method says as of a token
            logger.warning("menu or profile not set: %s", type(error).__name__)

    async def _leave(self) -> None:
        is_open, self._is_open = self._is_open, False
        if is_open:
            await self._mail.close(GRACE)
            await self._polling.confirm()
        await self._errands.close()
        await self._application.shutdown()
        # Closed by `shutdown` only once the application was initialised.
        await self._application.bot.shutdown()


def _build_application(line: Line) -> App:
    api_url = line.api_url.rstrip("/")
    return (
        Application.builder()
        .token(line.token)
        .base_url(f"{api_url}/bot")
        .base_file_url(f"{api_url}/file/bot")
        .updater(None)
        .connection_pool_size(line.at_once + 8)
        .pool_timeout(30)
        .read_timeout(15)
        .build()
    )


def _silence_libraries() -> None:
    """Their logs hold addresses with the token, and whole updates when one cannot be read."""
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger("telegram").setLevel(logging.CRITICAL + 1)
