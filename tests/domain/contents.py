"""Small contents to check rules on: each is right, and one field of it is changed by the test."""

from bot.domain.card import Card
from bot.domain.emergency import Emergency
from bot.domain.structures import Contact, Place

DRAFT = {
    "id": "fablab",
    "title": "Ouvrir un fablab",
    "theme": "lieux",
    "questions": [f"comment ouvrir un fablab, façon {number}" for number in range(8)],
}
COST = {"id": "cout", "title": "Combien ça coûte", "text": "Des machines.", "sources": ["s1"]}
SOURCE = {
    "id": "s1",
    "publisher": "Le réseau",
    "title": "Une page",
    "url": "https://exemple.fr/fablab",
    "read_on": "2026-11-01",
}
PUBLISHED = {
    **DRAFT,
    "status": "publiée",
    "audience": ["associations"],
    "summary": "Un fablab est un atelier ouvert à tous. On y fabrique ensemble.",
    "simple": "C'est un atelier. Tout le monde peut venir.",
    "next_step": "Visitez un fablab près de chez vous.",
    "sections": [COST],
    "sources": [SOURCE],
    "owner": "la personne chargée des lieux",
    "checked_on": "2026-11-01",
    "review_by": "2027-11-01",
}
STRUCTURE = {
    "nom": "La Ruche",
    "description": "Un lieu pour tous.",
    "source": "Le réseau",
    "date_maj": "2026-11-01",
}
CONTACT = {**STRUCTURE, "id": "reseau", "kinds": ["reseau"], "coverage": {"level": "national"}}
PLACE = {**STRUCTURE, "id": "ruche", "kinds": ["fablab"], "departement": "46"}
NUMBER = {
    "number": "112",
    "name": "Urgences",
    "use": "Toute urgence.",
    "hours": "Jour et nuit",
    "source": "Les pompiers",
    "lien_source": "https://exemple.fr/112",
    "checked_on": "2026-11-01",
}
DANGER = {"id": "feu", "advice": "Sortez.", "numbers": ["112"], "patterns": [r"\bau feu\b"]}


def draft(**changes: object) -> Card:
    return Card.model_validate({**DRAFT, **changes})


def published(**changes: object) -> Card:
    return Card.model_validate({**PUBLISHED, **changes})


def contact(**changes: object) -> Contact:
    return Contact.model_validate({**CONTACT, **changes})


def place(**changes: object) -> Place:
    return Place.model_validate({**PLACE, **changes})


def emergency(*dangers: object, default: tuple[str, ...] = ()) -> Emergency:
    numbers = [{**NUMBER, "number": number} for number in ("112", "15")]
    return Emergency.model_validate({"numbers": numbers, "dangers": dangers, "default": default})
