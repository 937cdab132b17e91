"""Bodies of requests, read no further than they may be long."""

from starlette.requests import Request


async def read_body(request: Request, limit: int) -> bytes | None:
    """The body of a request; none when it is longer than `limit` bytes."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > limit:
            return None
    return bytes(body)
