import re

import pytest

from bot.domain.open_data.contact_details import international, public_email, public_phone

SCHEMA = r"(\+33|\+590|\+594|\+262|\+596|\+269|\+687|\+689|\+508|\+681)(\d){6,9}"
"""The telephones that the national standard accepts."""


@pytest.mark.parametrize(
    ("written", "kept", "sent"),
    [
        ("+33565000000", "05 65 00 00 00", "+33565000000"),
        ("05.65.00.00.00", "05 65 00 00 00", "+33565000000"),
        ("+33 (0)5 65 00 00 00", "05 65 00 00 00", "+33565000000"),
        ("565000000", "05 65 00 00 00", "+33565000000"),
        ("0590 00 00 00", "05 90 00 00 00", "+590590000000"),
        ("+262262000000", "02 62 00 00 00", "+262262000000"),
        ("+687 27 00 00", "+687 270000", "+687270000"),
        ("06 00 00 00 00 / 05 65 00 00 00", "05 65 00 00 00", "+33565000000"),
    ],
)
def test_a_land_line_is_kept_and_sent_as_the_standard_wants(
    written: str, kept: str, sent: str
) -> None:
    assert public_phone(written) == kept
    assert international(kept) == sent
    assert re.fullmatch(SCHEMA, sent)


@pytest.mark.parametrize(
    "mobile",
    [
        "06 00 00 00 00",
        "+33700000000",
        "0033 6 00 00 00 00",
        "600000000",
        "+33 (0)6 00 00 00 00",
        "0690 00 00 00",
        "+590690000000",
        "+262692000000",
        "+596696000000",
        "+262639000000",
        "+68787000",
        "+68787000000",
    ],
)
def test_a_mobile_is_never_kept(mobile: str) -> None:
    assert public_phone(mobile) is None


def test_a_short_number_is_not_sent() -> None:
    assert international("3631") == ""


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("contact@exemple.fr", "contact@exemple.fr"),
        ("Accueil.Ruche@exemple.fr", "accueil.ruche@exemple.fr"),
        ("camille.martin@exemple.fr|bonjour@exemple.fr", "bonjour@exemple.fr"),
        ("camille.martin@exemple.fr", None),
        ("contact.camille@exemple.fr", None),
        ("ruche@exemple.fr", None),
        ("camille@contact.fr", None),
        ("contact@", None),
    ],
)
def test_only_a_public_mailbox_is_kept(written: str, kept: str | None) -> None:
    assert public_email(written, "La Ruche") == kept
