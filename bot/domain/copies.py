"""The copy that people take away of what is held of them: JSON, which programs read too."""

import json
from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.domain.exchange import Feedback, Turn
from bot.domain.held import Held
from bot.domain.replies import Button
from bot.domain.session import Results, Session
from bot.domain.territory import Territory

FILE_NAME = "mes-donnees.json"
"""What the file is called."""

Written = dict[str, object]


def copy_of(held: Held, taken_at: datetime, kept_for: timedelta) -> str:
    """Everything held, with French keys, and when it will be erased; moments are in UTC."""
    written: Written = {
        "copie_du": _moment(taken_at),
        "conserve_jours": kept_for.days,
        "efface_le": _moment((held.last_at if held.turns else taken_at) + kept_for),
        "identifiant_brouille": held.turns[0].conversation if held.turns else None,
        "silence_demande_le": _moment(held.silent_since) if held.silent_since else None,
        "conversation": _session(held.session),
        "echanges": [_turn(turn, kept_for) for turn in held.turns],
        "avis": [_verdict(verdict) for verdict in held.feedback],
    }
    return json.dumps(written, ensure_ascii=False, indent=2)


def _moment(at: datetime) -> str:
    return at.isoformat(timespec="seconds")


def _session(session: Session) -> Written:
    return {
        "territoire": _place(session.territory) if session.territory else None,
        "parle_pour": session.role,
        "en_plus_simple": session.plain,
        "fiche_lue": session.card,
        "rubrique_lue": session.section,
        "recherche": _search(session.results) if session.results else None,
        "en_attente": session.pending,
        "lieux_proposes": [_place(place) for place in session.choices],
        "lieux_devines": session.is_guess,
        "boutons": _buttons(session.buttons),
        "presente_sa_structure": session.declaring,
        "question_posee": session.asked,
        "prevenu_sans_le_modele": session.told_degraded,
        "dernier_echange": session.last_turn,
    }


def _place(place: Territory) -> Written:
    return {"sorte": place.kind, "code": place.code, "nom": place.name}


def _search(results: Results) -> Written:
    return {
        "intention": results.goal,
        "sortes": results.kinds,
        "deja_montres": results.shown,
        "partout_en_france": results.anywhere,
    }


def _buttons(buttons: Iterable[Button]) -> list[Written]:
    return [{"libelle": it.label, "valeur": it.value} for it in buttons]


def _turn(turn: Turn, kept_for: timedelta) -> Written:
    return {
        "numero": turn.id,
        "le": _moment(turn.at),
        "canal": turn.channel,
        "texte": turn.text,
        "intention": turn.goal,
        "confiance": turn.confidence,
        "sans_le_modele": turn.degraded,
        "reste_sans_reponse": turn.unanswered,
        "efface_le": _moment(turn.at + kept_for),
    }


def _verdict(verdict: Feedback) -> Written:
    return {"echange": verdict.turn, "le": _moment(verdict.at), "utile": verdict.useful}
