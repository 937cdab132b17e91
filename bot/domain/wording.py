"""Every sentence the assistant says of itself, with the words that fill it.

`knowledge/wording.yml` replaces any of them. The originals stand here so that a sentence missing
or broken in that file never leaves the assistant without a word.
"""

import re
from typing import Self

from pydantic import model_validator

from bot.domain.content import Content, Text

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


class Wording(Content):
    """Sentences by name; `{word}` is replaced when it is said."""

    welcome: Text = (
        "Bonjour, je suis Trait d'union, un programme qui répond aux questions de celles et ceux"
        " qui font vivre leur territoire : co-construction, partenariats, tiers-lieux, moyens"
        " d'agir, contacts près de chez vous. Service gratuit publié par {publisher}. Inutile"
        " d'écrire quoi que ce soit de personnel. Vous pouvez par exemple me demander :"
    )
    greeting: Text = "Bonjour ! Que puis-je chercher pour vous ?"
    thanks: Text = "Avec plaisir. Autre chose ?"
    goodbye: Text = "Au revoir, et bonne suite à votre projet. Je reste là si besoin."
    help: Text = (
        "Je réponds aux questions sur la co-construction, les partenariats, les financements, la"
        " vie associative et les tiers-lieux, avec ma source et sa date. Je cherche aussi un lieu"
        " ou un contact près de chez vous : dites-moi votre commune. Par exemple :"
    )
    agreed: Text = "Très bien. Que voulez-vous savoir ?"
    refused: Text = "D'accord, on laisse cela. Que puis-je faire d'autre ?"
    identity: Text = (
        "Je suis un programme, pas une personne. Je reconnais votre question et je vous donne une"
        " fiche que des personnes ont écrite et vérifiée, avec sa source. Je n'invente rien : quand"
        " je ne sais pas, je le dis et je vous indique qui appeler. Service publié par {publisher}."
    )
    privacy: Text = (
        "Je garde vos questions sans votre nom, coordonnées masquées, {days} jours au plus, pour"
        " suivre la conversation et améliorer les réponses. L'identifiant de la conversation est"
        " brouillé. Vous pouvez en recevoir une copie ou tout effacer maintenant."
    )
    forget_choice: Text = (
        "Que dois-je faire de ce qui est gardé de cette conversation ({days} jours au plus) ?"
    )
    forgotten: Text = (
        "C'est effacé : il ne reste rien de cette conversation (messages effacés : {count})."
    )
    export_title: Text = "Voici tout ce qui est gardé de cette conversation :"
    export_empty: Text = "Rien n'est gardé de cette conversation pour l'instant."
    store_down: Text = (
        "Je n'arrive pas à joindre l'endroit où les conversations sont gardées. Réessayez dans"
        " quelques minutes : votre demande n'a pas été faite."
    )
    sorry: Text = (
        "Désolé, je n'ai pas bien répondu. Reformulez en une phrase, ou voyez avec une personne :"
    )
    human: Text = "Une personne pourra vous répondre :"
    human_without_place: Text = (
        "Une personne pourra vous répondre. Dites-moi votre commune ou votre département pour un"
        " contact plus proche."
    )
    out_of_scope: Text = (
        "Cette question sort de ce que je connais : je réponds sur la co-construction, les"
        " partenariats, la vie associative et les tiers-lieux."
    )
    not_yet: Text = (
        "Je ne sais pas encore répondre sur « {title} » : la fiche est en préparation, et votre"
        " question est transmise à l'équipe."
    )
    not_understood: Text = (
        "Je ne sais pas encore répondre à cela. Votre question est gardée pour l'équipe. Dites-la"
        " autrement, ou demandez à une personne :"
    )
    doubtful: Text = "Si ce n'était pas la question, voyez les autres choix."
    clarify: Text = "Pour bien répondre : de quoi s'agit-il ?"
    clarify_one: Text = "Voulez-vous dire ceci ?"
    ask_territory: Text = "Dans quelle commune ou quel département ? (Un code postal suffit.)"
    ask_commune: Text = "Dites-moi votre commune ou un code postal : je chercherai au plus près."
    which_place: Text = "Il y a plusieurs « {name} ». Laquelle ?"
    which_of: Text = "Plusieurs lieux répondent à cela. Lequel ?"
    which_name: Text = "Il y en a {count} : si la vôtre n'y est pas, dites son nom."
    which_otherwise: Text = "Laquelle, alors ? Dites le département, ou le code postal."
    which_departement: Text = "Il y en a {count} : si la vôtre n'y est pas, dites le département."
    place_noted: Text = "C'est noté : je cherche désormais {at}. Que voulez-vous y trouver ?"
    place_now: Text = (
        "Je cherche {at}. Pour changer, dites une autre commune, un département ou un code postal."
    )
    stopped: Text = (
        "D'accord, on laisse ce qui était en cours, et je ne vous écrirai plus sans que vous m'ayez"
        " écrit. Je réponds toujours à vos questions."
    )
    place_unknown: Text = (
        "Je ne reconnais pas cet endroit. Essayez avec le nom de la commune, son code postal ou le"
        " nom du département."
    )
    place_too_far: Text = (
        "Je ne connais pas de commune près de cette position. Dites-moi plutôt le nom de la"
        " commune."
    )
    place_assumed: Text = "Je comprends {name}."
    place_guessed: Text = "Voulez-vous dire {name} ?"
    place_former: Text = "{former} fait aujourd'hui partie {of} ({departement})."
    places_near: Text = "{Plural} les plus proches, {at} :"
    places_far: Text = "Je n'ai rien {at} ; au plus près :"
    places_farther: Text = "Je n'ai rien {at} ; le plus proche est {nearest}, à {km} km :"
    places_anywhere: Text = "{Plural} que je connais, partout en France :"
    places_no_kind: Text = (
        "Je ne connais pas encore {of} {at} ni tout près ; d'autres lieux, au plus près :"
    )
    places_none: Text = (
        "Je ne connais encore aucun lieu {at} ni aux alentours. Quelqu'un qui peut vous orienter :"
    )
    next_results: Text = "La suite :"
    declare: Text = (
        "Faites-vous connaître en un message : le nom de la structure, sa commune, ce qu'elle fait."
        " Rien de personnel : ni nom, ni téléphone, ni courriel. L'équipe vérifie avant de publier."
    )
    declared: Text = (
        "Merci ! C'est gardé pour l'équipe, qui vérifie avant de publier. Que puis-je faire d'autre"
        " pour vous ?"
    )
    nothing_nearer: Text = "C'est ce que je connais de plus proche."
    contacts_near: Text = "À qui vous adresser {at} :"
    contacts_wider: Text = "Je n'ai personne {at} même pour cela ; qui s'en occupe {wider} :"
    contacts_far: Text = (
        "Je n'ai pas d'adresse {at} même pour cela ; ces réseaux et services sont partout en"
        " France :"
    )
    contacts_town_hall: Text = (
        "Je n'ai pas d'adresse plus précise {at} : votre mairie peut vous orienter."
    )
    contacts_above: Text = (
        "Je n'ai pas d'adresse plus précise {at} : les services publics les plus proches peuvent"
        " vous orienter."
    )
    contacts_follow: Text = "Les suivants sont partout en France."
    contacts_anywhere: Text = "À qui vous adresser, partout en France :"
    partners_near: Text = (
        "Je ne mets pas encore en relation moi-même, mais voici qui connaît les partenaires {at} :"
    )
    partners_anywhere: Text = (
        "Je ne mets pas encore en relation moi-même, mais voici qui connaît les partenaires :"
    )
    no_more: Text = "Je n'ai rien d'autre à vous proposer ici. Essayez un territoire plus large."
    diagnosis: Text = (
        "Je ne sais pas encore faire le point avec vous question par question. Pour commencer, ces"
        " fiches donnent les étapes, et un catalyseur ou un centre de ressources peut vous aider."
    )
    examples: Text = "Des exemples d'alliances, racontés avec ce qu'on en sait :"
    nothing_on_this: Text = (
        "La fiche « {title} » ne dit rien de précis là-dessus. À qui le demander :"
    )
    more_of: Text = "« {title} » : que voulez-vous savoir ?"
    empty: Text = "Je n'ai rien pu lire. Écrivez votre question en une phrase, comme à un collègue."
    too_long: Text = (
        "Votre message est très long ({count} caractères). Résumez-le en quelques phrases, la"
        " question à la fin."
    )
    old_button: Text = "Ce bouton n'est plus valable. Posez votre question, je vous réponds."
    rated: Text = "Merci, c'est noté pour l'équipe."
    degraded: Text = (
        "Je réponds pour l'instant par mots-clés seulement : je comprendrai mieux vos phrases dans"
        " un moment."
    )
    closed: Text = "Ce dispositif a pris fin le {date}."
    stale: Text = "Cette fiche devait être revue avant le {date} : vérifiez auprès de la source."
    legal_notice: Text = "Information générale, qui ne remplace pas un conseil juridique."
    danger_default: Text = (
        "Si vous ou quelqu'un d'autre êtes en danger, appelez tout de suite. Je suis un programme :"
        " je ne peux pas prévenir les secours à votre place."
    )

    @model_validator(mode="after")
    def _uses_known_words_only(self) -> Self:
        for name, field in type(self).model_fields.items():
            known = set(_PLACEHOLDER.findall(str(field.default)))
            sentence = str(getattr(self, name))
            unknown = set(_PLACEHOLDER.findall(sentence)) - known
            count = len(_PLACEHOLDER.findall(sentence))
            if unknown or not sentence.count("{") == sentence.count("}") == count:
                words = ", ".join(f"{{{word}}}" for word in sorted(known)) or "aucun"
                raise ValueError(f"{name} : mots entre accolades possibles : {words}")
        return self
