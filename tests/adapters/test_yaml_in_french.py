"""What a mistake in YAML is called: the line to correct, and what to write there."""

import pytest

from bot.adapters.strict_yaml import YamlError, parse


def told(text: str) -> tuple[int, str]:
    with pytest.raises(YamlError) as caught:
        parse(text.encode())
    return caught.value.line, str(caught.value)


@pytest.mark.parametrize(
    ("text", "line", "advice"),
    [
        ("a: b\nc:\n\t- d\n", 3, "pas de tabulation"),
        ("a: b\nc: Fablab : le guide\n", 2, "entre guillemets"),
        ("a: b\nc: @mairie\n", 2, "entre guillemets"),
        ("a: b\nc: % des habitants\n", 2, "entre guillemets"),
        ("a: b\n  c: d\n", 2, "même colonne"),
        ("a: b\nc: 'l'été'\n", 2, "apostrophe"),
        ("a:\n  - b\n c: d\n", 3, "même colonne"),
        ("a: b\nc\nd: e\n", 2, "il manque « : »"),
        ('a: b\nc: "sans fin\nd: e\n', 2, "guillemet qui ferme"),
        ("a: b\nc: [d, e\nf: g\n", 2, "crochet"),
        ("a: b\nc: {d: e\nf: g\n", 2, "accolade"),
        ('a: b\nc: "\\d"\n', 2, "\\\\"),
        ("a: b\n---\nc: d\n", 2, "un seul par fichier"),
        ("a: b\n? {c: d}\n: e\n", 2, "un seul mot"),
        ("é: à\nc: été\0\n", 2, "U+0000"),
        ("a: b\nc: d\x7f\n", 2, "U+007F"),
    ],
)
def test_a_mistake_is_located_and_said_in_french(text: str, line: int, advice: str) -> None:
    found, sentence = told(text)
    assert found == line
    assert advice in sentence


def test_a_mistake_without_a_translation_is_still_located() -> None:
    line, sentence = told("a: b\nc: |invalide\n  d\n")
    assert line == 2
    assert sentence.startswith("YAML illisible : ")
