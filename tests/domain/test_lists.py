import pytest
from pydantic import ValidationError

from bot.domain.lists import Cues, Kinds, Themes


@pytest.mark.parametrize(
    ("cues", "where"),
    [
        ({"facets": [{"id": "prix", "words": ["prix"]}]}, "facets.0.id"),
        ({"facets": [{"id": "coût", "words": []}]}, "facets.0.words"),
        ({"roles": [{"id": "préfet", "words": ["préfet"]}]}, "roles.0.id"),
        ({"roles": [{"id": "mairie", "words": []}]}, "roles.0.words"),
        ({"suggestions": [{"label": "a" * 41, "opens": "fablab"}]}, "suggestions.0.label"),
        ({"suggestions": [{"label": "Un fablab ?"}]}, "suggestions.0.opens"),
        ({"more": ["encore", 2]}, "more.1"),
        ({"plus": ["encore"]}, "plus"),
    ],
)
def test_a_cue_that_nobody_could_hear_is_refused(cues: dict[str, object], where: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        Cues.model_validate(cues)
    assert [".".join(map(str, detail["loc"])) for detail in refusal.value.errors()] == [where]


def test_a_kind_has_a_name_for_one_and_for_several() -> None:
    kind = {"id": "fablab", "label": "un fablab", "plural": "fablabs"}
    assert Kinds.model_validate({"places": [kind]}).places[0].words == ()
    for field in kind:
        with pytest.raises(ValidationError, match=field):
            Kinds.model_validate({"places": [{**kind, field: ""}]})


def test_themes_keep_the_order_in_which_they_are_shown() -> None:
    themes = [{"id": id_, "label": id_} for id_ in ("lieux", "argent", "droit")]
    read = Themes.model_validate({"themes": themes}).themes
    assert [theme.id for theme in read] == ["lieux", "argent", "droit"]
