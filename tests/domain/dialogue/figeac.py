"""Figeac, what stands around it and the bodies that serve it: a small country to look around in."""

from dataclasses import replace
from datetime import date

from bot.domain.around import Around
from bot.domain.dialogue.scene import Scene
from bot.domain.knowledge import Knowledge
from bot.domain.lists import Cues, Role, RoleCue
from bot.domain.session import Session
from bot.domain.structures import Contact
from bot.domain.territory import Article, Territory, TerritoryKind
from tests.domain.contents import contact

COMMUNE, EPCI, DEPARTEMENT, REGION, LAND = TerritoryKind


def around_figeac(kind: TerritoryKind, code: str, name: str) -> Territory:
    return Territory(kind, code, name, departements=("46",), regions=("76",))


FIGEAC = replace(around_figeac(COMMUNE, "46102", "Figeac"), epci="200067361")
GRAND_FIGEAC = replace(around_figeac(EPCI, "200067361", "CC Grand-Figeac"), epci="200067361")
LOT = replace(around_figeac(DEPARTEMENT, "46", "Lot"), article=Article.LE)
QUERCY = replace(around_figeac(LAND, "quercy", "Quercy"), located="dans le Quercy")
OCCITANIE = replace(around_figeac(REGION, "76", "Occitanie"), article=Article.ELIDED)
LEVELS = {
    "commune": ["46102"],
    "intercommunalité": ["200067361"],
    "département": ["46"],
    "région": ["76"],
    "national": [],
}
"""Codes of what serves Figeac, at each level."""


def body(id_: str, kind: str, level: str = "national", **changes: object) -> Contact:
    coverage = {"level": level, "codes": LEVELS[level]}
    return contact(id=id_, nom=id_, kinds=[kind], coverage=coverage, **changes)


HALL = body("la-mairie", "mairie", "commune", telephone="05 65 00 00 00")
COMCOM = body("la-comcom", "intercommunalite", "intercommunalité")
STATE = body("l-etat", "prefecture", "département")
AROUND = Around(GRAND_FIGEAC, LOT, OCCITANIE, HALL, COMCOM, STATE)
NEAR, FAR = body("pres", "appui", "département"), body("loin", "appui", site_web="https://a.fr")
SCHOOL = body("ecole", "ecole", "région"), body("ecoles", "ecole")
KNOWN = (NEAR, FAR, *SCHOOL, body("elus", "elus"))
CUES = Cues(
    human_kinds=("appui",),
    roles=(RoleCue(id=Role.TOWN_HALL, words=("maire",), contact_kinds=("elus", "appui")),),
)


def at_figeac(
    *known: Contact,
    role: Role | None = None,
    territory: Territory | None = FIGEAC,
    around: Around = AROUND,
) -> Scene:
    knowledge = Knowledge(contacts={it.id: it for it in known or KNOWN}, cues=CUES)
    session = Session(territory=territory, role=role)
    today = date(2026, 11, 25)
    return Scene(knowledge, session, today, "la commune", 30, survey=lambda _: around)
