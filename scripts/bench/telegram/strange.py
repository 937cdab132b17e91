"""Updates of every sort, and ways to spoil them."""

import json
import math
import random
from copy import deepcopy
from typing import Any

from scripts.bench.telegram.updates import a_text

Json = Any

MARKER = "zqxj7341"
"""In every text, to be looked for where no text must be."""

HIGH = ((0xE000, 0xFFFF), (0x10000, 0x1FFFF), (0x20000, 0x3FFFF), (0xE0000, 0x10FFFF))
PLANES = ((0x0, 0xD7FF), *HIGH)
MARKS = "\u0000\u202a\u202e\u2066\u2067\u2069\u200d\u200f\ufeff\u0301\U000e0041"
STRANGE: tuple[Json, ...] = (
    *(None, True, False, 0, -1, 2**31, 2**63, 2**70, -(2**70), 1e308, 0.5, "", "0", "-1", " "),
    *([], {}, [[]], [None], {"": None}, "null", "true", "/start", "/" * 5000, "é" * 5000),
    *(math.nan, math.inf, -math.inf, "\u0000", "\ud800", "\udfff\ud800", "1" * 400),
)
PHOTO = {"file_id": "f", "file_unique_id": "u", "width": 9, "height": 9}
COMMAND = {"type": "bot_command", "offset": 0, "length": 6}
QUERY = {"id": "1", "chat_instance": "1"}
SORTS: tuple[dict[str, Json], ...] = (
    *({},) * 4,
    {"location": {"latitude": 44.6, "longitude": 2.03}},
    {"photo": [PHOTO], "caption": MARKER},
    {"voice": {"file_id": "f", "file_unique_id": "u", "duration": 3}},
    {"text": f"/start {MARKER}", "entities": [COMMAND]},
    {"chat": {"id": -1009, "type": "supergroup", "title": MARKER}, "message_thread_id": 4},
    {"callback_query": {**QUERY, "data": "goal:creer-association"}},
    {"callback_query": {**QUERY, "data": MARKER}},
    {"inline_query": {"id": "1", "query": MARKER, "offset": ""}},
    {"my_chat_member": {"date": 1, "old_chat_member": {}, "new_chat_member": {"status": "left"}}},
)
"""What makes a message of another sort, or something beside messages."""

THEN = 1_790_000_000
BESIDE = {"callback_query", "inline_query", "my_chat_member"}


def a_text_of_then(number: int, chat: int, text: str) -> dict[str, Json]:
    """A text, at a date that is always the same."""
    update = a_text(number, chat, text)
    update["message"]["date"] = THEN
    return update


def sane(dice: random.Random, number: int, chat: int) -> dict[str, Json]:
    """An update that is right, or nearly, of any sort."""
    update = a_text_of_then(number, chat, f"{MARKER} comment créer une association ?")
    message, more = update["message"], deepcopy(dice.choice(SORTS))
    for kind in BESIDE & more.keys():
        within = {"from": message["from"], "message": message, "chat": message["chat"]}
        return {"update_id": number, kind: within | more[kind]}
    name = dice.choice(("message", "message", "message", "edited_message", "channel_post"))
    return {"update_id": number, name: message | more}


def mutate(dice: random.Random, root: Json) -> None:
    """Change something, at any depth."""
    inner = [it for it in containers(root) if it]
    if not inner:
        return
    holder = dice.choice(inner)
    key = dice.choice(keys_of(holder))
    match dice.randrange(5):
        case 0:
            del holder[key]
        case 1:
            holder[key] = [holder[key]] * 3
        case 2:
            holder[key] = {"id": holder[key], "text": MARKER}
        case _:
            holder[key] = deepcopy(dice.choice(STRANGE))


def mistype(dice: random.Random, root: Json) -> None:
    """Make every value something else."""
    for holder in containers(root):
        for key in keys_of(holder):
            if not isinstance(holder[key], dict | list):
                holder[key] = deepcopy(dice.choice(STRANGE))


def characters(dice: random.Random) -> str:
    """Some of every plane, marks that turn the writing, halves of characters."""
    planes = (dice.randint(*dice.choice(PLANES)) for _ in range(40))
    drawn = [*map(chr, planes), *dice.sample(MARKS, 5), "\ud800", "\udc00"]
    dice.shuffle(drawn)
    return MARKER + "".join(drawn)


def written(update: Json) -> bytes:
    """As JSON, in ASCII: lone surrogates stand as escapes, what is no number by its name."""
    return json.dumps(update).encode("ascii")


def containers(root: Json) -> list[Json]:
    """Every object and list, the outermost first."""
    found = [root]
    for holder in found:
        values = holder.values() if isinstance(holder, dict) else holder
        found += [it for it in values if isinstance(it, dict | list)]
    return found


def keys_of(holder: Json) -> list[Json]:
    """What its values are found by."""
    return list(holder) if isinstance(holder, dict) else list(range(len(holder)))
