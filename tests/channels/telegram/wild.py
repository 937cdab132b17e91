"""Replies made of texts that nobody tidied: marks of HTML, quotes, emoji, long runs."""

import string
from datetime import date

from hypothesis import strategies as st

from bot.channels.telegram.addressing import Address
from bot.domain.replies import (
    Alert,
    Answer,
    Button,
    Citation,
    Document,
    Found,
    Item,
    ItemKind,
    Number,
    Question,
    Sources,
    Statement,
    Tip,
)
from bot.domain.territory import Position
from tests.domain.contents import published

ADDRESSES = [Address(7), Address(-100123), Address(-100123, 42)]

WORDS = st.text(st.sampled_from("aé&<>\"'/\n \u00a0"), max_size=30)
SHORT = WORDS.map(lambda words: f"Ici {words}").map(str.strip)
ASTRAL = st.builds("{} 👉 {}".format, SHORT, SHORT)
LONG = st.builds(lambda words, times: f"{words} " * times, SHORT, st.integers(1, 300))
TEXTS = SHORT | ASTRAL | LONG
OPTIONAL = st.just("") | SHORT

_IN_URL = st.text(string.ascii_letters + string.digits + "&='\"<>/?%-", max_size=60)
URLS = _IN_URL.map(lambda rest: f"https://exemple.fr/{rest}")
DATES = st.dates(date(2020, 1, 1), date(2030, 1, 1))
POSITIONS = st.builds(Position, st.floats(-90, 90), st.floats(-180, 180))

citations = st.builds(Citation, SHORT, URLS, DATES)
tips = st.builds(Tip, SHORT, URLS | SHORT, OPTIONAL)
buttons = st.lists(
    st.builds(Button, SHORT, st.sampled_from(["card:a", "none:", "https://exemple.fr/a"])),
    max_size=6,
).map(tuple)
items = st.builds(
    Item,
    id=st.integers(0, 999).map("lieu-{}".format),
    kind=st.sampled_from(ItemKind),
    name=SHORT,
    description=OPTIONAL,
    where=OPTIONAL,
    url=st.none() | URLS,
    phone=OPTIONAL,
    email=OPTIONAL,
    notice=OPTIONAL,
    distance_km=st.none() | st.floats(0, 20_000),
    position=st.none() | POSITIONS,
    checked_on=st.none() | DATES,
    source=OPTIONAL,
)
alerts = st.builds(
    Alert, TEXTS, st.lists(st.builds(Number, SHORT, SHORT, SHORT, OPTIONAL), max_size=4).map(tuple)
)
answers = st.builds(
    Answer,
    title=SHORT,
    text=TEXTS,
    notices=st.lists(SHORT, max_size=2).map(tuple),
    advice=st.just("") | TEXTS,
    next_step=OPTIONAL,
    tip=st.none() | tips,
    citation=st.none() | citations,
    legal_notice=OPTIONAL,
    buttons=buttons,
)
documents = st.builds(Document, TEXTS, st.just("mes-donnees.json"), TEXTS, buttons)
sources = st.builds(
    Sources, SHORT, st.lists(st.tuples(SHORT, citations), max_size=40).map(tuple), buttons
)
replies = (
    answers
    | alerts
    | documents
    | sources
    | st.builds(Found, TEXTS, st.lists(items, max_size=8).map(tuple), buttons)
    | st.builds(Question, TEXTS, buttons, st.booleans())
    | st.builds(Statement, TEXTS, st.none() | tips, buttons)
)
cards = st.builds(
    lambda number, title, summary: published(
        id=f"fiche-{number}", title=title[:80], summary=summary[:330]
    ),
    st.integers(0, 999),
    SHORT,
    SHORT | ASTRAL,
)
"""Published cards."""
