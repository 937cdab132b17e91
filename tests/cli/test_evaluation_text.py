from dataclasses import asdict, replace

from bot.cli.evaluation_text import told
from tests.adapters.evaluation_report.evaluations import EMPTY, WHOLE


def test_the_first_lines_are_the_figures_by_their_name() -> None:
    figures = asdict(WHOLE.measures.figures)
    lines = told(WHOLE).splitlines()
    assert lines[: len(figures)] == [f"{name}: {value}" for name, value in figures.items()]


def test_what_is_measured_is_told_in_french() -> None:
    text = told(WHOLE)
    assert "8,2 à 64,1 % (sur 7)" in text
    assert "  hors-sujet     1  0,0 %" in text
    assert "Temps de réponse : 0,0 ms (médiane)" in text
    assert "Modèle m1 : 6144 phrases, 75,0 % de bonnes réponses" in text
    assert "  sans accents      top1 28,6 % (+0,0 ; perdues : 0, gagnées : 0" in text
    assert "    1 × urgence → fablab" in text


def test_a_drop_has_its_sign() -> None:
    worse = replace(WHOLE, robustness=(replace(WHOLE.robustness[0], drop=0.0123),))
    assert "(-1,2 ;" in told(worse)


def test_answers_made_without_the_model_are_owned_up_to() -> None:
    alone = replace(WHOLE, measures=replace(WHOLE.measures, degraded=3))
    assert "Réponses faites sans le modèle : 3 sur 7" in told(alone)
    assert "sans le modèle" not in told(WHOLE)


def test_no_question_is_quoted() -> None:
    assert "à l'aide" not in told(WHOLE)


def test_what_was_not_measured_is_not_told() -> None:
    text = told(EMPTY)
    assert "Modèle" not in text
    assert "écrites autrement" not in text
    assert "Confusions" not in text
