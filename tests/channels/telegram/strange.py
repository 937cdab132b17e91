"""Updates that nobody sane makes: any JSON, and real ones of which some part is something else."""

import copy
from typing import Any

from hypothesis import strategies as st

from tests.channels.telegram.updates import (
    ATTACHMENTS,
    a_live_position_moving,
    a_membership,
    a_mention,
    a_position,
    a_press,
    a_press_on_a_lost_message,
    a_press_on_an_inline_message,
    a_reply,
    a_text,
    a_topic_text,
    an_arrival,
    an_attachment,
    an_edit,
    an_inline_query,
)

GROUP = -100123

LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(-2, 2)
    | st.sampled_from([2**53, -(2**63), 10**30])
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(["private", "mention", "bot_command", "text_mention", "👉", "/aide"])
)
JSON = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=12,
)

NAMED = {"type": "mention", "offset": 0, "length": 9}
SOUND = [
    a_text("👉 bonjour"),
    a_text("/start fablab"),
    a_mention("bonjour", GROUP),
    a_reply("Figeac", GROUP),
    a_topic_text("@TraitBot bonjour", GROUP, 42),
    an_edit("bonsoir", GROUP),
    a_position(44.6, 2.03),
    a_live_position_moving(44.6, 2.03),
    *(an_attachment(kind) for kind in ATTACHMENTS),
    an_attachment("photo", GROUP, caption="@TraitBot voilà", caption_entities=[NAMED]),
    an_arrival(GROUP),
    a_membership("member", GROUP),
    a_press("more:a"),
    a_press_on_a_lost_message("more:a"),
    a_press_on_an_inline_message("more:a", "inline-1"),
    an_inline_query("fablab"),
]


@st.composite
def _spoiled(draw: st.DrawFn) -> dict[str, Any]:
    """A real update with up to three parts replaced, or taken out."""
    update = copy.deepcopy({"update_id": 5000, **draw(st.sampled_from(SOUND))})
    for _ in range(draw(st.integers(0, 3))):
        at = _somewhere(draw, update)
        name = draw(st.sampled_from(sorted(at)))
        if draw(st.booleans()):
            at[name] = draw(JSON)
        elif len(at) > 1:
            del at[name]
    return update


def _somewhere(draw: st.DrawFn, update: dict[str, Any]) -> dict[str, Any]:
    """One of the objects that an update is made of."""
    found, waiting = [update], [update]
    while waiting:
        parts = waiting.pop().values()
        inner = [one for part in parts for one in (part if isinstance(part, list) else [part])]
        objects = [one for one in inner if isinstance(one, dict) and one]
        found += objects
        waiting += objects
    return found[draw(st.integers(0, len(found) - 1))]


updates = JSON | _spoiled()
"""Whatever may come, as JSON."""
