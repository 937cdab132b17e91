"""Places as the national standard of digital mediation writes them (LaMednum, v1.0.1)."""

from collections.abc import Mapping

from bot.domain.open_data.contact_details import international
from bot.domain.open_data.kinds import typologies_of
from bot.domain.open_data.layouts import OWN
from bot.domain.structures import Place
from bot.domain.text import shorten

FIELDS = (
    *("id", "pivot", "nom", "commune", "code_postal", "code_insee", "adresse"),
    *("complement_adresse", "latitude", "longitude", "typologie", "telephone", "courriels"),
    *("site_web", "horaires", "presentation_resume", "presentation_detail", "source"),
    *("itinerance", "structure_parente", "date_maj", "services"),
    *("publics_specifiquement_adresses", "prise_en_charge_specifique", "frais_a_charge"),
    *("dispositif_programmes_nationaux", "formations_labels", "autres_formations_labels"),
    *("modalites_acces", "modalites_accompagnement", "fiche_acces_libre", "prise_rdv"),
)
"""The columns, in the order of the standard."""

NO_SIRET = "00000000000000"
"""What stands for the SIRET, which the standard requires and places do not have."""

MAX_SUMMARY = 280
"""Characters of `presentation_resume`."""


def mediation_cells(place: Place, postcode: str) -> Mapping[str, str]:
    """The cells of a place of a known commune; what it does not have is empty.

    The standard requires a street: the name of the commune stands for it.
    """
    summary = shorten(place.description, MAX_SUMMARY)
    told = {
        "id": f"{OWN}:{place.id}",
        "pivot": NO_SIRET,
        "nom": place.nom,
        "commune": place.commune,
        "code_postal": postcode,
        "code_insee": place.code_insee,
        "adresse": place.adresse or place.commune,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "typologie": typologies_of(place.kinds),
        "telephone": international(place.telephone or ""),
        "courriels": place.courriel,
        "site_web": place.site_web,
        "presentation_resume": summary,
        "presentation_detail": place.description if summary != place.description else "",
        "source": place.source,
        "date_maj": place.date_maj.isoformat(),
    }
    written = {name: "" if value is None else str(value) for name, value in told.items()}
    return {name: written.get(name, "") for name in FIELDS}
