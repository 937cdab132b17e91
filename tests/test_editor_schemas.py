"""The schemas that editors use are those of the types, and accept what the team has written."""

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from bot.adapters.place_writer import as_yaml
from scripts.editor_schemas import KNOWLEDGE, SCHEMAS, files, line_for, schemas
from tests.domain.contents import place

FILES = tuple(files())


class _AsText(yaml.SafeLoader):
    """Dates stay text, as editors read them."""


_AsText.yaml_implicit_resolvers = {
    first: [it for it in resolvers if it[0] != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def schema_of(file: Path) -> Draft202012Validator:
    name = line_for(file).rpartition("/")[2].strip()
    return Draft202012Validator(json.loads((SCHEMAS / name).read_text("utf-8")))


def test_the_schemas_are_up_to_date() -> None:
    written = {file.name: file.read_text("utf-8") for file in SCHEMAS.glob("*.json")}
    assert written == dict(schemas()), "run: python -m scripts.editor_schemas"


def test_every_file_names_its_schema() -> None:
    assert len(FILES) > 300
    unnamed = [
        it.relative_to(KNOWLEDGE)
        for it in FILES
        if not it.read_text("utf-8").startswith(line_for(it))
    ]
    assert unnamed == [], "run: python -m scripts.editor_schemas"


def test_every_file_is_accepted_by_its_schema() -> None:
    refused = []
    for file in FILES:
        document = yaml.load(file.read_text("utf-8"), Loader=_AsText)
        refused += [(file.name, error.message) for error in schema_of(file).iter_errors(document)]
    assert refused == []


@pytest.mark.parametrize(
    "broken", ["titel: Un titre\n", "title: Un titre\ntheme: 12\n", "title: T\ntheme: t\nid: t\n"]
)
def test_a_mistake_is_refused_by_the_schema(broken: str) -> None:
    document = yaml.load(broken, Loader=_AsText)
    assert not schema_of(KNOWLEDGE / "cards" / "une-fiche.yml").is_valid(document)


def test_an_imported_place_names_its_schema() -> None:
    assert as_yaml(place()).startswith(line_for(KNOWLEDGE / "places" / "ruche.yml"))
