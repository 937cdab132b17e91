from dataclasses import fields, replace
from datetime import timedelta

import pytest

from bot.domain.lists import Role
from bot.domain.session import SESSION_LIFETIME, Results, Session
from bot.domain.territory import Territory, TerritoryKind
from bot.settings import Settings

FIGEAC = Territory(TerritoryKind.COMMUNE, "46102", "Figeac")


def test_a_new_conversation_knows_nothing() -> None:
    assert not any(getattr(Session(), field.name) for field in fields(Session))


def test_a_session_does_not_change_what_follows_is_another() -> None:
    before = Session(territory=FIGEAC)
    after = replace(before, role=Role.TOWN_HALL)
    assert (before.role, after.territory) == (None, FIGEAC)
    with pytest.raises(AttributeError):
        before.plain = True  # type: ignore[misc]


def test_nothing_was_shown_of_a_new_list() -> None:
    assert Results("chercher-contact").shown == 0


def test_a_conversation_is_not_followed_longer_than_it_is_kept() -> None:
    kept = timedelta(days=Settings.model_fields["retention_days"].default)
    assert kept >= SESSION_LIFETIME
