"""Keeps a first reply within what a telephone shows at once."""

from dataclasses import replace

from bot.domain.replies import MAX_REPLY, Answer
from bot.domain.text import shorten

AROUND = 2
"""Characters that a channel puts around a part of a reply: an arrow, a new line."""

DATED = len("À contacter :  – \nSource : , vérifié le 30 septembre 2026")
"""Characters that introduce the body to call and the source."""


def fit(answer: Answer) -> Answer:
    """The answer in `MAX_REPLY` characters: what to know of the body to call goes first.

    It stands in the list of contacts too; then the text is cut at a sentence.
    """
    if answer.tip and answer.tip.reach and _room(answer) < len(answer.text):
        answer = replace(answer, tip=replace(answer.tip, notice=""))
    return replace(answer, text=shorten(answer.text, _room(answer)))


def _room(answer: Answer) -> int:
    """Characters left to the text by what stands around it."""
    tip, citation = answer.tip, answer.citation
    parts = (
        *(answer.title, *answer.notices, answer.next_step, answer.legal_notice),
        *((tip.name, tip.reach, tip.notice) if tip else ()),
        citation.publisher if citation else "",
    )
    return MAX_REPLY - DATED - sum(len(part) + AROUND for part in parts if part)
