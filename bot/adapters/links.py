"""Looks at web addresses, politely."""

import httpx

from bot.domain.links import LinkState, Probe

AGENT = "TraitDunion-liens/1.0 (verification des liens d'une base de connaissances)"
"""How the check presents itself to servers."""

_GONE = {404, 410}
_TOO_MANY = 429
_PERMANENT = {301, 308}
_ERRORS = 400


class WebProber:
    """Asks for the head of a page, then for the page itself when its server refuses heads."""

    def __init__(self, timeout: float = 10.0) -> None:
        self._client = httpx.AsyncClient(
            headers={"User-Agent": AGENT},
            timeout=timeout,
            follow_redirects=True,
            max_redirects=5,
            trust_env=False,
        )

    async def probe(self, url: str) -> Probe:
        """What the address answers, redirects followed."""
        try:
            answer = await self._client.head(url)
            if answer.status_code >= _ERRORS and answer.status_code != _TOO_MANY:
                async with self._client.stream("GET", url) as answer:
                    return _read(answer)
            return _read(answer)
        except httpx.ConnectError as error:
            return Probe(LinkState.UNREACHED, str(error) or "serveur introuvable")
        except httpx.TimeoutException:
            return Probe(LinkState.FAILING, "pas de réponse à temps")
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            return Probe(LinkState.FAILING, str(error) or type(error).__name__)

    async def close(self) -> None:
        """Leave the servers."""
        await self._client.aclose()


def _read(answer: httpx.Response) -> Probe:
    status = str(answer.status_code)
    if answer.status_code in _GONE:
        return Probe(LinkState.DEAD, status)
    if answer.status_code >= _ERRORS:
        return Probe(LinkState.FAILING, status)
    if answer.history and all(it.status_code in _PERMANENT for it in answer.history):
        return Probe(LinkState.MOVED, status, str(answer.url))
    return Probe(LinkState.FINE, status)
