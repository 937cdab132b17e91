"""Write the JSON Schemas by which editors check and complete the files of `knowledge/`.

    python -m scripts.editor_schemas

from the root of the project: `docs/schemas/` is written from the types, and each file of
`knowledge/` gets the line that names its schema to editors, if it lacks it.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel

from bot.adapters.knowledge_files import FOLDERS, LISTS

ROOT = Path(__file__).resolve().parent.parent
SCHEMAS = ROOT / "docs" / "schemas"
KNOWLEDGE = ROOT / "knowledge"

MARK = "# yaml-language-server: $schema="
"""What editors look for at the top of a file (the YAML language server's own convention)."""


def schemas() -> Iterator[tuple[str, str]]:
    """The name and the text of each schema."""
    for folder, type_ in FOLDERS.items():
        yield f"{folder}.schema.json", _text(type_, is_named_by_file=True)
    for name, type_ in LISTS.items():
        yield f"{Path(name).stem}.schema.json", _text(type_, is_named_by_file=False)


def line_for(file: Path) -> str:
    """The line that names the schema of a file of `knowledge/`."""
    folder = file.parent.relative_to(KNOWLEDGE).as_posix()
    name, up = (file.stem, "..") if folder == "." else (folder, "../..")
    return f"{MARK}{up}/docs/schemas/{name}.schema.json\n"


def files() -> Iterator[Path]:
    """Every file of `knowledge/` that has a schema."""
    yield from sorted(KNOWLEDGE.glob("*.yml"))
    yield from (file for folder in FOLDERS for file in sorted((KNOWLEDGE / folder).glob("*.yml")))


def _text(type_: type[BaseModel], *, is_named_by_file: bool) -> str:
    schema = type_.model_json_schema()
    if is_named_by_file:
        del schema["properties"]["id"]
        schema["required"] = [key for key in schema["required"] if key != "id"]
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def main() -> None:
    """Write what has changed."""
    SCHEMAS.mkdir(exist_ok=True)
    for name, text in schemas():
        (SCHEMAS / name).write_text(text, "utf-8")
    for file in files():
        text = file.read_text("utf-8")
        if not text.startswith(MARK):
            file.write_text(line_for(file) + text, "utf-8")


if __name__ == "__main__":
    main()
