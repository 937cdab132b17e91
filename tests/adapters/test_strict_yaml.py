"""What the reader of YAML takes as it is written, and what it refuses, with the line."""

import pytest

from bot.adapters.strict_yaml import MAX_DEPTH, YamlError, parse

BILLION_LAUGHS = "\n".join(
    ["a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]"]
    + [f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]" for level in range(1, 12)]
)


def refused(text: str | bytes) -> YamlError:
    with pytest.raises(YamlError) as caught:
        parse(text if isinstance(text, bytes) else text.encode())
    return caught.value


@pytest.mark.parametrize(
    "written",
    ["non", "on", "Yes", "2026-01-31", "08004", "2A004", "1e3", "0x_", "=", "<<", "12h30"],
)
def test_text_stays_text(written: str) -> None:
    assert parse(f"valeur: {written}\n".encode()).data == {"valeur": written}


def test_plain_numbers_and_empty_values_are_converted() -> None:
    data = parse("numéro: 12\nlatitude: 44.6\nrien:\ntilde: ~\n".encode()).data
    assert data == {"numéro": 12, "latitude": 44.6, "rien": None, "tilde": None}


def test_quotes_keep_a_number_as_text() -> None:
    assert parse(b'insee: "01004"\n').data == {"insee": "01004"}


def test_a_number_too_long_to_count_stays_text() -> None:
    assert parse(b"valeur: " + b"9" * 5000).data == {"valeur": "9" * 5000}


def test_what_editors_add_around_a_text_changes_nothing() -> None:
    raw = "\N{BOM}titre: Fablab\r\ntexte: |\r\n  un\r\n  deux\r\n".encode()
    assert parse(raw).data == {"titre": "Fablab", "texte": "un\ndeux\n"}


def test_each_value_knows_its_line() -> None:
    document = parse(b"titre: a\n\nsections:\n  - id: un\n    texte: b\n  - id: deux\n")
    assert document.line_of(("titre",)) == 1
    assert document.line_of(("sections",)) == 3
    assert document.line_of(("sections", 0, "texte")) == 5
    assert document.line_of(("sections", 1)) == 6


def test_a_value_that_is_missing_stands_where_it_should_be() -> None:
    document = parse(b"# une fiche\n\nsections:\n  - id: un\n")
    assert document.line_of(("sections", 0, "titre", "autre")) == 4
    assert document.line_of(("titre",)) == 3


def test_a_key_written_twice_is_refused_at_its_second_line() -> None:
    error = refused("titre: a\nthème: b\ntitre: c\n")
    assert (error.line, str(error)) == (3, "la clé « titre » est écrite deux fois")


def test_a_key_written_twice_deep_down_is_refused() -> None:
    assert refused("a:\n  - b: 1\n    b: 2\n").line == 3


def test_the_same_key_may_stand_in_two_things() -> None:
    assert parse(b"a:\n  - b: 1\n  - b: 2\n").data == {"a": [{"b": 1}, {"b": 2}]}


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "utf-16"])
def test_a_file_that_is_not_in_utf_8_is_refused(encoding: str) -> None:
    assert "UTF-8" in str(refused("titre: été\n".encode(encoding)))


def test_the_line_that_is_not_in_utf_8_is_given() -> None:
    assert refused("titre: a\ntexte: été\n".encode("latin-1")).line == 2


@pytest.mark.parametrize("text", ["", "# rien\n", "- a\n", "bonjour", "~", "42"])
def test_what_is_not_a_mapping_is_refused(text: str) -> None:
    assert "clé: valeur" in str(refused(text))


@pytest.mark.parametrize(
    "text",
    [
        "titre: a\ntexte: &a b\n",
        "titre: a\ntexte: *a\n",
        "titre: a\ntexte: & Cie\n",
        "titre: a\ntexte: *** important\n",
        "titre: a\ntexte: !important\n",
        "titre: a\ntexte: !!python/object/apply:os.getcwd []\n",
        "titre: a\ntexte: !!int abc\n",
        "titre: a\n? &a b\n: c\n",
    ],
)
def test_a_text_that_begins_like_a_command_of_yaml_lacks_its_quotes(text: str) -> None:
    error = refused(text)
    assert error.line == 2
    assert "entre guillemets" in str(error)


def test_aliases_of_aliases_are_refused_before_they_swell() -> None:
    assert refused(BILLION_LAUGHS).line == 1


def test_a_list_that_holds_itself_is_refused() -> None:
    assert refused("titre: a\nliste: &moi\n  - *moi\n").line in {2, 3}


def test_an_ampersand_and_a_star_within_a_text_are_text() -> None:
    assert parse(b"nom: Dupont & fils *\n").data == {"nom": "Dupont & fils *"}


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1),
        "a:\n " + "- " * 100_000,
        "".join("  " * level + "a:\n" for level in range(500)),
    ],
)
def test_a_document_too_deep_is_refused(text: str) -> None:
    assert "niveaux" in str(refused(text))
