"""Write the table of a card's fields into `docs/rediger-une-fiche.md`, from the types themselves.

    python -m scripts.document_fields

from the root of the project. Only what stands between the two markers is replaced.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bot.domain.card import Card, Section, Source, Status
from bot.domain.content import Content

PAGE = Path(__file__).resolve().parent.parent / "docs" / "rediger-une-fiche.md"

_START = "<!-- champs : écrit par scripts/document_fields.py, ne pas modifier -->\n"
_END = "<!-- fin des champs -->\n"

_TYPES: Mapping[str, type[Content]] = {
    "La fiche": Card,
    "Une rubrique (`sections`)": Section,
    "Une source (`sources`)": Source,
}

Schema = dict[str, Any]
"""A JSON schema, as pydantic writes it."""


def with_tables(page: str) -> str:
    """The page with the tables as the types are now.

    Raises:
        ValueError: the markers are not there.
    """
    before, _, rest = page.partition(_START)
    _, found, after = rest.partition(_END)
    if not found:
        raise ValueError("the page has lost its markers")
    return f"{before}{_START}\n{''.join(_tables())}{_END}{after}"


def _tables() -> Iterator[str]:
    for title, type_ in _TYPES.items():
        yield f"### {title}\n\n"
        yield "| clé | ce que c'est | valeur | obligatoire |\n|---|---|---|---|\n"
        yield from _rows(type_)
        yield "\n"


def _rows(type_: type[Content]) -> Iterator[str]:
    schema = type_.model_json_schema()
    to_publish = _needed_to_publish() if type_ is Card else frozenset[str]()
    for key, field in schema["properties"].items():
        if (type_, key) == (Card, "id"):
            continue  # the name of the file
        needed = "oui" if key in schema["required"] else ""
        needed = "pour publier" if key in to_publish else needed
        label = ", ".join(text for text in (field["title"], field.get("description")) if text)
        yield f"| `{key}` | {label} | {_value(field, schema)} | {needed} |\n"


def _needed_to_publish() -> frozenset[str]:
    """The keys that a published card lacks when it has only what a draft needs."""
    bare = {"id": "fiche", "title": "Fiche", "theme": "theme", "status": Status.PUBLISHED}
    try:
        Card.model_validate(bare)
    except ValidationError as error:
        _, _, missing = str(error.errors()[0]["ctx"]["error"]).partition(" : ")
        return frozenset(missing.removeprefix("il manque : ").split(", "))
    return frozenset()


def _value(field: Schema, schema: Schema) -> str:
    """What is written after the key, in French."""
    field = next((one for one in field.get("anyOf", ()) if one["type"] != "null"), field)
    if "$ref" in field:
        return _named(field["$ref"], schema)
    match field:
        case {"type": "array", "items": items}:
            limit = f", {field['maxItems']} au plus" if "maxItems" in field else ""
            return f"liste{limit} : {_value(items, schema)}"
        case {"type": "boolean"}:
            return "`true` ou `false`"
        case {"format": "date"}:
            return "date, comme `2026-01-31`"
        case _:
            limit = f", {field['maxLength']} caractères au plus" if "maxLength" in field else ""
            return f"texte{limit}"


def _named(reference: str, schema: Schema) -> str:
    """The values of a closed list, or the table that describes a thing."""
    definition = schema["$defs"][reference.rpartition("/")[2]]
    if "enum" in definition:
        return ", ".join(f"`{value}`" for value in definition["enum"])
    return "voir plus bas"


if __name__ == "__main__":
    PAGE.write_text(with_tables(PAGE.read_text("utf-8")), "utf-8")
