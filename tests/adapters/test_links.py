"""What is seen at web addresses, on a server of our own."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import web

from bot.adapters.links import AGENT, WebProber
from bot.domain.links import LinkState
from tests.program import free_port


async def _say(request: web.Request) -> web.StreamResponse:
    if request.headers["User-Agent"] != AGENT:
        raise web.HTTPBadRequest
    return web.Response(text="ok")


async def _moved(_: web.Request) -> web.StreamResponse:
    raise web.HTTPMovedPermanently("/bon")


async def _elsewhere(_: web.Request) -> web.StreamResponse:
    raise web.HTTPFound("/bon")


async def _round(_: web.Request) -> web.StreamResponse:
    raise web.HTTPFound("/rond")


async def _get_only(request: web.Request) -> web.StreamResponse:
    if request.method == "HEAD":
        raise web.HTTPMethodNotAllowed("HEAD", ["GET"])
    return web.Response(text="ok")


async def _gone(_: web.Request) -> web.StreamResponse:
    raise web.HTTPGone


async def _broken(_: web.Request) -> web.StreamResponse:
    raise web.HTTPInternalServerError


async def _silent(request: web.Request) -> web.StreamResponse:
    if request.transport:
        request.transport.close()
    return web.Response()


ROUTES = {
    "/bon": _say,
    "/deplace": _moved,
    "/ailleurs": _elsewhere,
    "/rond": _round,
    "/get": _get_only,
    "/parti": _gone,
    "/panne": _broken,
    "/muet": _silent,
}


@pytest.fixture
async def site() -> AsyncIterator[str]:
    app = web.Application()
    app.add_routes([web.route("*", path, handler) for path, handler in ROUTES.items()])
    runner = web.AppRunner(app)
    await runner.setup()
    port = free_port()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    yield f"http://127.0.0.1:{port}"
    await runner.cleanup()


@pytest.fixture
async def prober() -> AsyncIterator[WebProber]:
    prober = WebProber(timeout=5)
    yield prober
    await prober.close()


@pytest.mark.parametrize(
    ("path", "state", "detail"),
    [
        ("/bon", LinkState.FINE, "200"),
        ("/ailleurs", LinkState.FINE, "200"),
        ("/get", LinkState.FINE, "200"),
        ("/deplace", LinkState.MOVED, "200"),
        ("/parti", LinkState.DEAD, "410"),
        ("/nulle-part", LinkState.DEAD, "404"),
        ("/panne", LinkState.FAILING, "500"),
    ],
)
async def test_what_a_page_answers_is_told(
    site: str, prober: WebProber, path: str, state: LinkState, detail: str
) -> None:
    probe = await prober.probe(site + path)
    assert (probe.state, probe.detail, probe.answered) == (state, detail, True)
    assert probe.moved_to == (f"{site}/bon" if state is LinkState.MOVED else "")


@pytest.mark.parametrize("path", ["/rond", "/muet"])
async def test_a_page_that_never_comes_is_failing(site: str, prober: WebProber, path: str) -> None:
    probe = await prober.probe(site + path)
    assert (probe.state, probe.answered) == (LinkState.FAILING, False)


async def test_a_server_that_is_not_there_is_unreached(prober: WebProber) -> None:
    probe = await prober.probe(f"http://127.0.0.1:{free_port()}/")
    assert (probe.state, probe.answered) == (LinkState.UNREACHED, False)


async def test_what_is_no_address_is_failing(prober: WebProber) -> None:
    assert not (await prober.probe("https://[")).answered
