"""What is kept of a message holds nothing that reaches a person."""

import pytest

from bot.domain.text import redact


@pytest.mark.parametrize(
    "number",
    [
        "06 12 34 56 78",
        "06.12.34.56.78",
        "06-12-34-56-78",
        "06/12/34/56/78",
        "0612345678",
        "+33 6 12 34 56 78",
        "+33612345678",
        "+33 (0)6 12 34 56 78",
        "0033 6 12 34 56 78",
        "+590 690 12 34 56",
        "0690 12 34 56",
    ],
)
def test_telephone_numbers_are_hidden(number: str) -> None:
    assert redact(f"appelez le {number}, merci") == "appelez le [téléphone], merci"


@pytest.mark.parametrize(
    "address", ["marie@exemple.fr", "m.d+asso@sous.exemple.org", "été-42@mairie-exemple.fr"]
)
def test_addresses_are_hidden(address: str) -> None:
    assert redact(f"écrire à {address} ou pas") == "écrire à [courriel] ou pas"


@pytest.mark.parametrize("link", ["https://exemple.fr/marie?a=1", "http://x.fr", "www.exemple.fr"])
def test_links_are_hidden(link: str) -> None:
    assert redact(f"voir {link} ou pas") == "voir [lien] ou pas"


def test_accounts_are_hidden() -> None:
    assert redact("demandez à @marie_d sur Telegram") == "demandez à [compte] sur Telegram"


@pytest.mark.parametrize(
    "number",
    [
        "1 85 05 78 006 084 36",
        "2850578006084",
        "1 85 05 2A 006 084 36",
        "FR76 3000 6000 0112 3456 7890 189",
        "fr7630006000011234567890189",
        "FR76 3000 6000 01AB CDEF 7890 189",
        "4970 1234 5678 9012",
        "4970123456789012",
    ],
)
def test_social_security_and_bank_numbers_are_hidden_alone(number: str) -> None:
    assert redact(f"mon numéro {number} va avec la demande") == (
        "mon numéro [numéro] va avec la demande"
    )


def test_everything_personal_in_a_message_is_hidden() -> None:
    text = "06 12 34 56 78 ou a@b.fr, sinon 06 98 76 54 32"
    assert redact(text) == "[téléphone] ou [courriel], sinon [téléphone]"


@pytest.mark.parametrize(
    "text",
    [
        "une commune de 3 500 habitants, 46000 Cahors",
        "le 31/12/2026 à 14h30, budget de 1 500 000 €",
        "article 200 du CGI, loi du 1er juillet 1901",
        "appeler le 3114 ou le 116 006",
        "3 lots de 12 chaises @ 15 €",
        "10 000, 20 000 ou 30 000 euros",
    ],
)
def test_figures_of_everyday_stay(text: str) -> None:
    assert redact(text) == text


@pytest.mark.parametrize("text", ["a" * 60_000, "1 " * 30_000, "a@" * 30_000, "+" * 60_000])
def test_a_very_long_run_is_read_to_its_end(text: str) -> None:
    assert redact(f"{text} 06 12 34 56 78").endswith("[téléphone]")
