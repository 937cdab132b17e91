"""Dialogues written as transcripts: how they are read, and compared with what was answered."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Self

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    TypeAdapter,
    ValidationError,
    model_validator,
)

from bot.adapters.strict_yaml import YamlError, parse
from bot.domain.content import Content, Text
from bot.domain.dialogue.homonyms import told
from bot.domain.exchange import Outcome
from bot.domain.replies import Answer, Question, Statement
from bot.domain.territory import Territory
from bot.domain.text import fold
from tests.usecases.chat import buttons, said

NOWHERE = "aucun"
"""What stands for no territory in force."""


class TranscriptError(Exception):
    """A dialogue that is not written as it should be: file, line and reason."""


def _listed(value: object) -> object:
    return value if isinstance(value, list) else [value]


Names = Annotated[tuple[Text, ...], BeforeValidator(_listed)]
"""One text, or several in a list."""


class Turn(Content):
    """What somebody does, then what the answer must be.

    They type (`user`), press the button whose label begins so (`press`) or share a position
    (`share`). The answer has one of these goals, and one of these sections when some are given;
    the territory in force is that one, by its name alone or as « Sens (89) » (`NOWHERE`: none); it
    says each of `says` (whatever the capitals and accents) and none of `says_not`; it offers each
    of `offers` on buttons, lists each of `finds`, lets one choose between `choices`, which are
    places; with `asks`, it is a question.
    """

    user: Text | None = None
    press: Text | None = None
    share: tuple[float, float] | None = None
    goal: Annotated[Names, Field(min_length=1)]
    section: Names = ()
    territory: Text | None = None
    says: Names = ()
    says_not: Names = ()
    offers: Names = ()
    finds: Names = ()
    choices: Names = ()
    asks: bool = False

    @model_validator(mode="after")
    def _does_one_thing(self) -> Self:
        if sum(done is not None for done in (self.user, self.press, self.share)) != 1:
            raise ValueError("a turn has one of `user`, `press` and `share`")
        return self

    @property
    def done(self) -> str:
        """What the person does, as a transcript shows it."""
        if self.share:
            return f"(position partagée : {self.share[0]}, {self.share[1]})"
        return self.user or f"[{self.press}]"


def _begins_by_itself(turns: tuple[Turn, ...]) -> tuple[Turn, ...]:
    if turns[0].press:
        raise ValueError("no button can be pressed before the first answer")
    return turns


_TURNS: TypeAdapter[tuple[Turn, ...]] = TypeAdapter(
    Annotated[
        tuple[Turn, ...], Field(min_length=2, max_length=7), AfterValidator(_begins_by_itself)
    ]
)


@dataclass(frozen=True, slots=True)
class Dialogue:
    """A conversation, named by what it shows."""

    name: str
    file: str
    turns: tuple[Turn, ...]


def read_dialogues(folder: Path) -> tuple[Dialogue, ...]:
    """The dialogues of a folder: in each file, turns under the name of each dialogue.

    Raises:
        TranscriptError: one is malformed, or two have the same name.
    """
    found = [dialogue for file in sorted(folder.glob("*.yml")) for dialogue in _read(file)]
    names = [dialogue.name for dialogue in found]
    for dialogue in found:
        if names.count(dialogue.name) > 1:
            raise TranscriptError(f"{dialogue.file}: another dialogue is « {dialogue.name} »")
    return tuple(found)


def _read(file: Path) -> Iterator[Dialogue]:
    try:
        document = parse(file.read_bytes())
    except YamlError as error:
        raise TranscriptError(f"{file.name}:{error.line}: {error}") from error
    for name, turns in document.data.items():
        try:
            yield Dialogue(name, file.name, _TURNS.validate_python(turns))
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            line = document.line_of((name, *first["loc"]))
            what = ".".join(map(str, first["loc"][1:]))
            raise TranscriptError(f"{file.name}:{line}: {what} {first['msg']}") from error


def faults(turn: Turn, outcome: Outcome) -> tuple[str, ...]:
    """Where an answer is not what the transcript says; an answer that leads nowhere is one."""
    one_of: Sequence[tuple[str, Collection[str], Collection[str]]] = (
        ("goal", turn.goal, {outcome.goal}),
        ("section", turn.section, {outcome.section or ""}),
        ("territory", (turn.territory,) if turn.territory else (), _names(outcome.territory)),
    )
    every: Sequence[tuple[str, Collection[str], Collection[str]]] = (
        ("offers", turn.offers, outcome.alternatives),
        ("finds", turn.finds, [item.id for item in outcome.results]),
        (
            "choices",
            turn.choices,
            [name for it in outcome.territory_choices for name in _names(it)],
        ),
    )
    wrong = [_wrong(*item) for item in one_of if item[1] and not set(item[1]) & set(item[2])]
    wrong += [_wrong(*item) for item in every if not set(item[1]) <= set(item[2])]
    return (*wrong, *_misheard(turn, outcome))


def _misheard(turn: Turn, outcome: Outcome) -> Iterator[str]:
    text = f" {fold(said(outcome))} "
    heard = {words: f" {fold(words)} " in text for words in (*turn.says, *turn.says_not)}
    yield from (f"says: « {words} » is missing" for words in turn.says if not heard[words])
    yield from (f"says_not: « {words} » is said" for words in turn.says_not if heard[words])
    if turn.asks and not any(isinstance(reply, Question) for reply in outcome.replies):
        yield "asks: it is no question"
    tips = [it.tip for it in outcome.replies if isinstance(it, Answer | Statement) and it.tip]
    if not (buttons(outcome) or tips or outcome.goal == "urgence"):
        yield "it leads nowhere: neither a button nor somebody to call"


def _wrong(what: str, expected: Collection[str], got: Collection[str]) -> str:
    return f"{what}: expected {', '.join(expected)}; got {', '.join(got) or 'none'}"


def _names(territory: Territory | None) -> tuple[str, ...]:
    return (territory.name, told(territory)) if territory else (NOWHERE,)
