"""The conversation, carried: a request becomes a message, its outcome becomes a response."""

from typing import Protocol

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.channels.web.incoming import CHANNEL, JSON, media_type, read_incoming
from bot.channels.web.pages import Pages
from bot.channels.web.visitor import (
    comes_from_elsewhere,
    known_conversation,
    new_conversation,
    remember,
)
from bot.domain.exchange import Message, Outcome


class Interlocutor(Protocol):
    """Who answers."""

    async def welcome(self, channel: str, conversation: str) -> Outcome:
        """The first words of a conversation."""

    async def answer(self, message: Message) -> Outcome:
        """What there is to say to a message."""


class Chat:
    """The two requests of a conversation: opening the page, then sending a message."""

    def __init__(self, assistant: Interlocutor, pages: Pages) -> None:
        self._assistant = assistant
        self._pages = pages

    async def open(self, request: Request) -> Response:
        """The page, with the welcome already in it.

        A link followed from another site comes without the strict cookie even when the browser
        holds one: leaving a new one would make the assistant forget that person.
        """
        known = known_conversation(request)
        conversation = known or new_conversation()
        outcome = await self._assistant.welcome(CHANNEL, conversation)
        response = self._pages.conversation(request, outcome.replies)
        if not known and not comes_from_elsewhere(request):
            remember(conversation, response, request)
        return response

    async def send(self, request: Request) -> Response:
        """The replies to a message: their HTML alone in JSON, or the whole page after a form.

        Raises:
            HTTPException: 403 from another site, 400, 413 or 415 when it cannot be read.
        """
        if comes_from_elsewhere(request):
            raise HTTPException(403)
        incoming = await read_incoming(request)
        known = known_conversation(request)
        conversation = known or new_conversation()
        outcome = await self._assistant.answer(incoming.addressed(conversation))
        response: Response
        if media_type(request) == JSON:
            response = JSONResponse({"html": self._pages.exchange(outcome.replies)})
        else:
            response = self._pages.conversation(request, outcome.replies, incoming.text)
        if not known:
            remember(conversation, response, request)
        return response
