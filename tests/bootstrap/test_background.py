"""What goes on beside a command: it ends with it, and does not fail in silence."""

import asyncio
import logging

import pytest

from bot.bootstrap.background import beside


async def test_what_goes_on_ends_with_the_block() -> None:
    ended = asyncio.Event()

    async def endless() -> None:
        try:
            await asyncio.sleep(60)
        finally:
            ended.set()

    async with beside(endless()):
        await asyncio.sleep(0)
    assert ended.is_set()


async def test_what_fails_is_told_and_stops_nothing_else(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def failing() -> None:
        raise ValueError("no luck")

    with caplog.at_level(logging.ERROR):
        async with beside(failing(), asyncio.sleep(0)):
            await asyncio.sleep(0.01)
    assert "failing" in caplog.text
    assert "no luck" in caplog.text
