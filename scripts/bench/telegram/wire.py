"""HTTP/1.1 as cheaply as a bench can: whole messages of known length, connections kept."""

import asyncio
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
CLOSING = re.compile(rb"\r\nconnection: *close", re.IGNORECASE)


class Cutter:
    """Cuts what arrives into messages: a head, and the body of the length that it tells."""

    __slots__ = ("_held",)

    def __init__(self) -> None:
        self._held = b""

    def feed(self, data: bytes) -> list[tuple[bytes, bytes]]:
        """The messages that are whole by now."""
        held = self._held + data if self._held else data
        whole = []
        while (end := held.find(b"\r\n\r\n")) >= 0:
            told = LENGTH.search(held, 0, end + 2)
            last = end + 4 + (int(told[1]) if told else 0)
            if len(held) < last:
                break
            whole.append((held[:end], held[end + 4 : last]))
            held = held[last:]
        self._held = held
        return whole


@dataclass(frozen=True, slots=True)
class Answered:
    """What a server answered."""

    status: int
    body: bytes


class Line(asyncio.Protocol):
    """A connection that asks one thing at a time."""

    def __init__(self) -> None:
        self.is_open = False
        self._cutter = Cutter()
        self._transport: asyncio.Transport | None = None
        self._asked: asyncio.Future[Answered] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Remember where to write."""
        self.is_open = True
        self._transport = transport

    def ask(self, request: bytes) -> asyncio.Future[Answered]:
        """The answer to come; a `ConnectionError` if the connection ends before it."""
        self._asked = asyncio.get_running_loop().create_future()
        self._transport.write(request)
        return self._asked

    def data_received(self, data: bytes) -> None:
        """Hand over the answer once it is whole."""
        for head, body in self._cutter.feed(data):
            if CLOSING.search(head):
                self.close()
            if self._asked and not self._asked.done():
                self._asked.set_result(Answered(int(head[9:12]), body))

    def connection_lost(self, error: Exception | None) -> None:
        """Tell who waits."""
        self.is_open = False
        if self._asked and not self._asked.done():
            self._asked.set_exception(ConnectionError(str(error or "closed")))

    def close(self) -> None:
        """Ask nothing more."""
        self.is_open = False
        self._transport.close()


class Door:
    """Asks a server over connections that are kept, as many as there are questions at once."""

    def __init__(self, address: str, headers: Mapping[str, str] | None = None) -> None:
        parts = urlsplit(address)
        self._where = parts.hostname, parts.port
        self._path = parts.path or "/"
        self._idle: list[Line] = []
        named = {"Host": parts.netloc, **(headers or {})}
        self._headers = "".join(f"{name}: {value}\r\n" for name, value in named.items()).encode()
        self._post = self.head("POST", self._headers) + b"Content-Type: application/json\r\n"

    def head(self, verb: str, headers: bytes | None = None) -> bytes:
        """The first lines of a request."""
        return f"{verb} {self._path} HTTP/1.1\r\n".encode() + (headers or self._headers)

    async def post(self, body: bytes) -> Answered:
        """Post JSON.

        Raises:
            OSError: the server is away, or went away before it answered.
        """
        return await self.ask(b"%bContent-Length: %d\r\n\r\n%b" % (self._post, len(body), body))

    async def get(self) -> Answered:
        """Ask for the page.

        Raises:
            OSError: as above.
        """
        return await self.ask(self.head("GET") + b"\r\n")

    async def ask(self, request: bytes) -> Answered:
        """Ask what is written.

        Raises:
            OSError: as above.
        """
        line = await self._line()
        try:
            answer = await line.ask(request)
        except BaseException:
            line.close()
            raise
        if line.is_open:
            self._idle.append(line)
        return answer

    def close(self) -> None:
        """Close every connection that waits."""
        while self._idle:
            self._idle.pop().close()

    async def _line(self) -> Line:
        while self._idle:
            line = self._idle.pop()
            if line.is_open:
                return line
        loop = asyncio.get_running_loop()
        _, line = await loop.create_connection(Line, *self._where)
        return line
