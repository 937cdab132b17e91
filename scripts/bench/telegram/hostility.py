"""Requests that nobody sane makes, drawn from a seed: the same each time."""

import math
import random
from collections.abc import Callable
from dataclasses import dataclass

from scripts.bench.telegram.api import SECRET
from scripts.bench.telegram.strange import (
    MARKER,
    Json,
    a_text_of_then,
    characters,
    mistype,
    mutate,
    sane,
    written,
)

FIRST_NUMBER = 500_000_000
FIRST_CHAT = 7_000_000
CHATS = 500
NESTED = 10_000
GARBAGE = (b"", b"{", b"[]", b"null", b"0", b'"', b"\x00", b"\xff\xfe", b"{}{}", b'{"update_id":')
OTHER_VERBS = ("GET", "PUT", "DELETE", "PATCH", "OPTIONS")
WRONG_TOKENS = (None, "", SECRET[:-1], SECRET + "x", SECRET.upper(), "é")
IDS = (-1, 0, -(2**63), 2**63, 2**70, -(2**70), 1.5, "7", None)


@dataclass(frozen=True, slots=True)
class Attack:
    """A request and its kind."""

    kind: str
    verb: str
    body: bytes
    token: str | None = SECRET


class Hostility:
    """Makes attacks, each of a number of its own; `limit` is how many bytes a body may have."""

    def __init__(self, seed: int, limit: int) -> None:
        self._dice = random.Random(seed)
        self._limit = limit
        self._number = FIRST_NUMBER
        self._kinds: dict[str, tuple[int, Callable[[], bytes]]] = {
            "mutated": (50, lambda: written(self._mutant())),
            "wrong types": (10, lambda: written(self._mistyped())),
            "unicode": (10, lambda: written(self._many_planes())),
            "ids": (6, self._ids),
            "not numbers": (4, self._not_numbers),
            "nested": (3, self._nested),
            "huge": (3, lambda: written(self._huge())),
            "not JSON": (6, self._garbage),
            "too large": (1, self._too_large),
            "wrong token": (4, lambda: written(self._sane())),
            "other verb": (3, lambda: written(self._sane())),
        }

    def by_webhook(self) -> Attack:
        """The next request."""
        kinds = list(self._kinds)
        kind = self._dice.choices(kinds, [self._kinds[it][0] for it in kinds])[0]
        body, verb, token = self._kinds[kind][1](), "POST", SECRET
        if kind == "other verb":
            verb = self._dice.choice(OTHER_VERBS)
        if kind == "wrong token":
            token = self._dice.choice(WRONG_TOKENS)
        return Attack(kind, verb, body, token)

    def by_polling(self, number: int) -> bytes:
        """An update that can be parsed and whose number is right: Telegram's always are."""
        made = self._mutant, self._mistyped, self._many_planes, self._huge
        update = self._dice.choice(made)()
        return written({**update, "update_id": number})

    def _next(self) -> int:
        self._number += 1
        return self._number

    def _sane(self) -> dict[str, Json]:
        return sane(self._dice, self._next(), FIRST_CHAT + self._dice.randrange(CHATS))

    def _mutant(self) -> dict[str, Json]:
        update = self._sane()
        for _ in range(self._dice.choice((1, 1, 1, 2, 5))):
            mutate(self._dice, update)
        return update

    def _mistyped(self) -> dict[str, Json]:
        update = self._sane()
        mistype(self._dice, update)
        return update | self._dice.choice(({}, {"update_id": self._number}))

    def _many_planes(self) -> dict[str, Json]:
        update = a_text_of_then(self._next(), FIRST_CHAT, characters(self._dice))
        update["message"]["from"]["first_name"] = characters(self._dice)
        return update

    def _huge(self) -> dict[str, Json]:
        """A text about as large as may be, or as many entities."""
        room = self._limit - 2_000
        update = a_text_of_then(self._next(), FIRST_CHAT, MARKER * (room // len(MARKER)))
        if self._dice.random() < 1 / 2:
            entities = [{"type": "bold", "offset": 0}] * (room // 32)
            update["message"] |= {"text": MARKER, "entities": entities}
        return update

    def _ids(self) -> bytes:
        number, chat = self._dice.choice((self._next(), *IDS)), self._dice.choice(IDS)
        return written(a_text_of_then(number, chat, MARKER))

    def _not_numbers(self) -> bytes:
        strange = self._dice.choice((math.nan, math.inf, -math.inf))
        update = a_text_of_then(self._next(), self._dice.choice((FIRST_CHAT, strange)), MARKER)
        update["message"]["date"] = strange
        return written(update)

    def _nested(self) -> bytes:
        left, right = self._dice.choice((("[", "]"), ('{"message":', "}"), ('{"a":[', "]}")))
        deep = left * NESTED + "0" + right * NESTED
        return f'{{"update_id":{self._next()},"message":{deep}}}'.encode()

    def _garbage(self) -> bytes:
        cut = written(self._sane())
        drawn = self._dice.randbytes(200)
        return self._dice.choice((*GARBAGE, drawn, cut[: self._dice.randrange(len(cut))]))

    def _too_large(self) -> bytes:
        return written(a_text_of_then(self._next(), FIRST_CHAT, MARKER * (self._limit // 4)))
