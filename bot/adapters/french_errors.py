"""What pydantic refuses, said in French to the person who edits the file."""

from pydantic_core import ErrorDetails

_SENTENCES = {
    "missing": "il manque {field}",
    "extra_forbidden": "{field} n'existe pas dans ce genre de fichier",
    "string_type": "{field} attend un texte",
    "string_too_short": "{field} est vide",
    "string_too_long": "{field} est trop long : {max_length} caractères au plus",
    "string_pattern_mismatch": "{field} n'a pas la forme attendue",
    "tuple_type": "{field} attend une liste",
    "too_short": "{field} attend au moins {min_length} élément(s)",
    "too_long": "{field} attend au plus {max_length} éléments",
    "enum": "{field} attend l'une de ces valeurs : {expected}",
    "date_type": "{field} attend une date comme 2026-01-31",
    "date_parsing": "{field} attend une date comme 2026-01-31",
    "date_from_datetime_parsing": "{field} attend une date comme 2026-01-31",
    "float_type": "{field} attend un nombre",
    "float_parsing": "{field} attend un nombre",
    "less_than_equal": "{field} vaut au plus {le}",
    "greater_than_equal": "{field} vaut au moins {ge}",
    "bool_type": "{field} attend true ou false",
    "bool_parsing": "{field} attend true ou false",
    "model_type": "{field} attend des lignes « clé: valeur »",
}


def in_french(detail: ErrorDetails) -> str:
    """One sentence: where, and what to write instead."""
    field = ".".join(str(step) for step in detail["loc"]) or "le fichier"
    context = detail.get("ctx", {})
    if detail["type"] == "value_error":
        return f"{field} : {context.get('error', detail['msg'])}"
    sentence = _SENTENCES.get(detail["type"])
    if sentence is None:
        return f"{field} : {detail['msg']}"
    return sentence.format(field=f"`{field}`", **context)
