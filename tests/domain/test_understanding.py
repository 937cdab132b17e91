import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.actions import Action
from bot.domain.judging import in_context, judge, mixed, trusting
from bot.domain.understanding import (
    Calibration,
    Candidate,
    Fusion,
    Ranking,
    Verdict,
    Voice,
    fuse,
    fuse_all,
)
from tests.fakes import ranked

EVEN = {Voice.MODEL: 1.0, Voice.KEYWORDS: 4.0}
FUSION = Fusion(EVEN, accept=0.6, lean=0.45, ask=0.3)
SCORES = st.floats(0, 1)
RANKINGS = st.dictionaries(st.sampled_from("abcdefgh"), SCORES).map(lambda table: ranked(**table))
VOICES = st.dictionaries(st.sampled_from(Voice), RANKINGS)
WEIGHTS = st.dictionaries(st.sampled_from(Voice), st.floats(0, 50))


def goals(ranking: Ranking) -> list[str]:
    return [candidate.goal for candidate in ranking]


@given(VOICES, WEIGHTS)
def test_a_fused_ranking_is_one_of_probabilities(
    rankings: dict[Voice, Ranking], weights: dict[Voice, float]
) -> None:
    fused = fuse(rankings, weights)
    named = {goal for ranking in rankings.values() for goal in goals(ranking)}
    assert sorted(goals(fused)) == sorted(named)
    assert not fused or math.isclose(sum(candidate.score for candidate in fused), 1)
    scores = [candidate.score for candidate in fused]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


@pytest.mark.parametrize("rankings", [{}, {Voice.MODEL: ()}, {Voice.MODEL: (), Voice.KEYWORDS: ()}])
def test_nothing_is_made_of_nothing(rankings: dict[Voice, Ranking]) -> None:
    assert fuse(rankings, EVEN) == ()


@pytest.mark.parametrize("voice", Voice)
def test_a_voice_alone_keeps_its_order(voice: Voice) -> None:
    ranking = ranked(fablab=0.7, coworking=0.2, scic=0.1)
    assert goals(fuse({voice: ranking}, {voice: 2.0})) == ["fablab", "coworking", "scic"]


def test_the_model_alone_keeps_its_probabilities() -> None:
    fused = fuse({Voice.MODEL: ranked(fablab=0.7, scic=0.3)}, {Voice.MODEL: 1.0})
    assert [candidate.score for candidate in fused] == pytest.approx([0.7, 0.3])


def test_a_voice_without_weight_is_not_heard() -> None:
    rankings = {Voice.MODEL: ranked(fablab=0.9, scic=0.1), Voice.KEYWORDS: ranked(scic=1.0)}
    assert goals(fuse(rankings, {Voice.MODEL: 1.0}))[0] == "fablab"
    assert goals(fuse(rankings, {Voice.KEYWORDS: 4.0}))[0] == "scic"


def test_ties_are_always_settled_in_the_same_way() -> None:
    one = (Candidate("scic", 0.5), Candidate("fablab", 0.5))
    for ranking in (one, one[::-1]):
        assert goals(fuse({Voice.MODEL: ranking}, EVEN)) == ["fablab", "scic"]


def test_a_goal_that_only_keywords_know_can_win() -> None:
    rankings = {Voice.MODEL: ranked(fablab=0.3, scic=0.3), Voice.KEYWORDS: ranked(nouvelle=0.9)}
    fused = fuse(rankings, {Voice.MODEL: 0.5, Voice.KEYWORDS: 8.0})
    assert goals(fused)[0] == "nouvelle"


def test_a_goal_that_the_model_does_not_name_is_unlikely_for_it() -> None:
    rankings = {Voice.MODEL: ranked(fablab=0.01), Voice.KEYWORDS: ranked(nouvelle=0.0)}
    assert goals(fuse(rankings, EVEN)) == ["fablab", "nouvelle"]


def test_two_voices_that_agree_are_believed_more_than_either() -> None:
    model, keywords = ranked(fablab=0.6, scic=0.4), ranked(fablab=0.5, scic=0.2)
    both = fuse({Voice.MODEL: model, Voice.KEYWORDS: keywords}, EVEN)[0]
    assert both.goal == "fablab"
    for voice, ranking in ((Voice.MODEL, model), (Voice.KEYWORDS, keywords)):
        assert both.score > fuse({voice: ranking}, EVEN)[0].score


def test_scores_of_zero_and_huge_weights_are_no_error() -> None:
    rankings = {Voice.MODEL: ranked(fablab=0.0, scic=1.0), Voice.KEYWORDS: ranked(fablab=1.0)}
    fused = fuse(rankings, {Voice.MODEL: 1e6, Voice.KEYWORDS: 1e6})
    assert sum(candidate.score for candidate in fused) == pytest.approx(1)


@pytest.mark.parametrize(
    ("score", "verdict"),
    [
        (1.0, Verdict.SURE),
        (0.6, Verdict.SURE),
        (0.59, Verdict.LIKELY),
        (0.45, Verdict.LIKELY),
        (0.44, Verdict.UNSURE),
        (0.3, Verdict.UNSURE),
        (0.29, Verdict.UNKNOWN),
        (0.0, Verdict.UNKNOWN),
    ],
)
def test_the_first_candidate_is_believed_offered_or_given_up(
    score: float, verdict: Verdict
) -> None:
    assert judge(ranked(fablab=score), FUSION, degraded=False).verdict is verdict


def test_without_candidates_nothing_is_understood() -> None:
    found = judge((), FUSION, degraded=True)
    assert found.verdict is Verdict.UNKNOWN
    assert found.best is None
    assert found.degraded


def test_before_the_first_training_a_clear_message_is_believed_and_a_vague_one_is_not() -> None:
    for fusion in Calibration().fusions:
        clear = {voice: ranked(fablab=0.9) for voice in Voice}
        clear[Voice.MODEL] = ranked(fablab=0.95, scic=0.05)
        vague = {voice: ranked(**dict.fromkeys("abcdefgh", 0.125)) for voice in Voice}
        heard = {voice: clear[voice] for voice in fusion.weights}
        assert judge(fuse(heard, fusion.weights), fusion, degraded=False).verdict is Verdict.SURE
        unheard = {voice: vague[voice] for voice in fusion.weights}
        found = judge(fuse(unheard, fusion.weights), fusion, degraded=False)
        assert found.verdict is Verdict.UNKNOWN


KNOWN = Calibration((FUSION, Fusion({Voice.KEYWORDS: 8.0}, 0.5, 0.4, 0.2)), frozenset("ab"))


def test_a_goal_too_new_for_the_model_is_as_likely_as_keywords_alone_say() -> None:
    rankings = {Voice.MODEL: ranked(a=0.9, b=0.1), Voice.KEYWORDS: ranked(c=0.9, a=0.1)}
    fused = fuse_all(rankings, KNOWN)
    alone = {
        it.goal: it.score
        for it in fuse({Voice.KEYWORDS: ranked(c=0.9, a=0.1)}, {Voice.KEYWORDS: 8.0})
    }
    assert fused[0] == Candidate("c", alone["c"])
    assert math.isclose(sum(candidate.score for candidate in fused), 1)
    assert goals(fused) == ["c", "a", "b"]


def test_without_newcomers_the_model_and_keywords_are_fused_as_fitted() -> None:
    rankings = {Voice.MODEL: ranked(a=0.9, b=0.1), Voice.KEYWORDS: ranked(b=0.9)}
    assert goals(fuse_all(rankings, KNOWN)) == goals(fuse(rankings, EVEN))
    assert goals(fuse_all({Voice.KEYWORDS: ranked(b=0.9)}, KNOWN)) == ["b"]


def test_a_model_that_does_not_say_what_it_learned_meets_no_newcomer() -> None:
    rankings = {Voice.MODEL: ranked(a=0.9), Voice.KEYWORDS: ranked(c=0.9)}
    assert goals(fuse_all(rankings, Calibration((FUSION,)))) == goals(fuse(rankings, EVEN))


@pytest.mark.parametrize(("doubt", "verdict"), [(0.04, Verdict.SURE), (0.06, Verdict.UNSURE)])
def test_what_may_be_out_of_scope_is_asked_about(doubt: float, verdict: Verdict) -> None:
    fusion = replace(FUSION, foreign=0.05)
    ranking = (Candidate("a", 1 - doubt), Candidate(Action.OUT_OF_SCOPE, doubt))
    assert judge(ranking, fusion, degraded=False).verdict is verdict


def test_a_conversation_makes_its_subject_likelier() -> None:
    ranking = (Candidate("b", 0.5), Candidate("a", 0.3), Candidate(Action.OUT_OF_SCOPE, 0.2))
    told = in_context(ranking, "a")
    assert goals(told) == ["a", "b", Action.OUT_OF_SCOPE]
    assert math.isclose(sum(it.score for it in told), 1.0)


def test_in_a_conversation_fewer_doubts_are_voiced() -> None:
    fusion = replace(FUSION, foreign=0.05)
    ranking = (Candidate("a", 0.9), Candidate(Action.OUT_OF_SCOPE, 0.1))
    assert judge(ranking, fusion, degraded=False).verdict is Verdict.UNSURE
    assert judge(ranking, trusting(fusion), degraded=False).verdict is Verdict.SURE
    assert trusting(replace(FUSION, foreign=0.5)).foreign == 1.0


def test_two_readings_count_for_half_each() -> None:
    one, other = ranked(a=0.6, b=0.4), ranked(b=0.8, c=0.2)
    assert [(it.goal, round(it.score, 3)) for it in mixed(one, other)] == [
        ("b", 0.6),
        ("a", 0.3),
        ("c", 0.1),
    ]
