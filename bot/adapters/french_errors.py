"""What pydantic, YAML and the disk refuse, said in French to the person who edits the file."""

import yaml
from pydantic_core import ErrorDetails

_SENTENCES = {
    "missing": "il manque {field}",
    "extra_forbidden": "{field} n'existe pas dans ce genre de fichier",
    "invalid_key": "{field} n'existe pas dans ce genre de fichier",
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
    "date_from_datetime_inexact": "{field} attend une date comme 2026-01-31",
    "float_type": "{field} attend un nombre",
    "float_parsing": "{field} attend un nombre",
    "less_than_equal": "{field} vaut au plus {le}",
    "greater_than_equal": "{field} vaut au moins {ge}",
    "bool_type": "{field} attend true ou false",
    "bool_parsing": "{field} attend true ou false",
    "model_type": "{field} attend des lignes « clé: valeur »",
}


_OF_A_TEXT = {"too_short": "string_too_short", "too_long": "string_too_long"}
"""How a refusal of a text is called when pydantic measures it as it would a list."""

_QUOTES = "un texte qui contient « : » ou qui commence par un signe s'écrit entre guillemets"
_COLUMNS = "les lignes d'un même niveau commencent à la même colonne, après des espaces"

_YAML_SENTENCES = {
    "mapping values are not allowed in this context": f"{_QUOTES} ; {_COLUMNS}",
    "found character that cannot start any token": f"{_QUOTES} ; pas de tabulation",
    "did not find expected alphabetic or numeric character": _QUOTES,
    "did not find expected key": f"{_COLUMNS} ; une apostrophe s'écrit '' entre apostrophes",
    "did not find expected '-' indicator": _COLUMNS,
    "could not find expected ':'": "il manque « : » après la clé",
    "found unexpected end of stream": "il manque le guillemet qui ferme ce texte",
    "did not find expected ',' or ']'": "il manque une virgule, ou le crochet qui ferme la liste",
    "did not find expected ',' or '}'": "il manque une virgule, ou l'accolade qui ferme",
    "found unknown escape character": "« \\ » s'écrit « \\\\ » entre guillemets doubles",
    "but found another document": "« --- » commence un autre document : un seul par fichier",
    "exceeded maximum nesting depth": "trop de niveaux les uns dans les autres",
    "found unhashable key": "une clé est un seul mot",
}

_WHERE_IT_BEGINS = {
    "could not find expected ':'",
    "found unexpected end of stream",
    "did not find expected ',' or ']'",
    "did not find expected ',' or '}'",
}
"""What YAML notices too late: the line to correct is where it began to read."""

_OS_SENTENCES = {
    FileNotFoundError: "fichier absent",
    IsADirectoryError: "c'est un dossier, pas un fichier",
    PermissionError: "fichier que le programme n'a pas le droit de lire",
}


def in_french(detail: ErrorDetails) -> str:
    """One sentence: where, and what to write instead."""
    field = ".".join(str(step) for step in detail["loc"]) or "le fichier"
    context = dict(detail.get("ctx", {}))
    if detail["type"] == "value_error":
        return f"{field} : {context.get('error', detail['msg'])}"
    kind = detail["type"]
    if isinstance(detail["input"], str):
        kind = _OF_A_TEXT.get(kind, kind)
    sentence = _SENTENCES.get(kind)
    if sentence is None:
        return f"{field} : {detail['msg']}"
    if "expected" in context:
        context["expected"] = " ou ".join(str(context["expected"]).rsplit(" or ", 1))
    return sentence.format(field=f"`{field}`", **context)


def yaml_in_french(error: yaml.MarkedYAMLError) -> tuple[str, int]:
    """What to write instead, and the line where (from 1)."""
    problem = error.problem or ""
    marks = (error.problem_mark, error.context_mark)
    first, second = reversed(marks) if problem in _WHERE_IT_BEGINS else marks
    mark = first or second
    sentence = _YAML_SENTENCES.get(problem, problem)
    return f"YAML illisible : {sentence}", mark.line + 1 if mark else 1


def unreadable_in_french(error: OSError) -> str:
    """Why a file cannot be read."""
    return _OS_SENTENCES.get(type(error), f"fichier illisible : {error.strerror}")
