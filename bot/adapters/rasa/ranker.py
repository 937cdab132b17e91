"""Rankings by the Rasa model, over its HTTP API."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import httpx
from pydantic import BaseModel, FiniteFloat, ValidationError

from bot.domain.understanding import Candidate, Ranking
from bot.usecases.ports import UnavailableError

PATIENCE = 2.0
"""Seconds after which keywords answer alone: a server busy with something else is no help."""

PAUSE = 0.5
"""Seconds without a call after a failure: a server that hangs costs one message, not all."""

POLL = 0.2
"""Seconds between two tries while waiting."""


class _Intent(BaseModel):
    name: str
    confidence: FiniteFloat


class _Parsed(BaseModel):
    intent_ranking: tuple[_Intent, ...]


class _Status(BaseModel):
    model_file: str


class RasaRanker:
    """Asks the server at `address()` (none while it is away) to parse texts."""

    def __init__(
        self, address: Callable[[], str | None], token: str, patience: float = PATIENCE
    ) -> None:
        self._address = address
        self._patience = patience
        self._client = httpx.AsyncClient(
            params={"token": token} if token else {},
            timeout=httpx.Timeout(patience, connect=0.5),
            limits=httpx.Limits(max_connections=8, max_keepalive_connections=8),
            trust_env=False,
        )
        self._paused_until = 0.0

    async def rank(self, text: str) -> Ranking:
        """Every intent of the model, best first.

        Raises:
            UnavailableError: no server, no model in it, or no answer in time.
        """
        answer = await self._post("/model/parse", {"text": text})
        try:
            parsed = _Parsed.model_validate_json(answer.content)
        except ValidationError as error:
            raise UnavailableError("Rasa answered something else than a ranking") from error
        return tuple(Candidate(item.name, item.confidence) for item in parsed.intent_ranking)

    async def answers(self) -> bool:
        """Whether a model can be asked now."""
        try:
            await self.rank("bonjour")
        except UnavailableError:
            return False
        return True

    async def ready(self) -> None:
        """Wait until a model can be asked."""
        while not await self.answers():  # noqa: ASYNC110 - another process sets no event
            await asyncio.sleep(POLL)

    async def served(self) -> str | None:
        """The name of the file of the model that the server uses; none while it has none.

        Raises:
            UnavailableError: it does not answer.
        """
        address = self._reachable()
        try:
            answer = await self._client.get(f"{address}/status")
            if answer.status_code == httpx.codes.CONFLICT:  # no model is loaded
                return None
            answer.raise_for_status()
            return _Status.model_validate_json(answer.content).model_file
        except (httpx.HTTPError, httpx.InvalidURL, ValidationError) as error:
            raise UnavailableError("Rasa does not tell what it serves") from error

    async def load(self, model: Path) -> None:
        """Make the server use the model of a file that it can read.

        Raises:
            UnavailableError: it did not.
        """
        address = self._reachable()
        try:
            body = {"model_file": str(model)}
            answer = await self._client.put(f"{address}/model", json=body, timeout=60.0)
            answer.raise_for_status()
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise UnavailableError(f"Rasa did not load {model.name}") from error

    async def close(self) -> None:
        """Let connections go."""
        await self._client.aclose()

    async def _post(self, path: str, body: dict[str, str]) -> httpx.Response:
        if asyncio.get_running_loop().time() < self._paused_until:
            raise UnavailableError("Rasa did not answer a moment ago")
        address = self._reachable()
        try:
            # httpx counts each read apart: an answer that trickles would never be late.
            async with asyncio.timeout(self._patience):
                answer = await self._client.post(f"{address}{path}", json=body)
            answer.raise_for_status()
        except (httpx.HTTPError, httpx.InvalidURL, TimeoutError) as error:
            self._paused_until = asyncio.get_running_loop().time() + PAUSE
            raise UnavailableError("Rasa does not answer") from error
        return answer

    def _reachable(self) -> str:
        address = self._address()
        if address is None:
            raise UnavailableError("Rasa is not started yet")
        return address
