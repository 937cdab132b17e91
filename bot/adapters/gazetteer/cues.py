"""The words around a name that tell a place from a thing, and the place asked from the others."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


LOCATIVE = _words("vers sur habite habitons habitent vis vivons depuis entre")
"""Before a place's name (with « à » and its contractions, told apart by their accent)."""

CONTRACTED = _words("au aux")
"""« à » already inside the key of a name (« au mans »)."""

OF = _words("de d du des")

OF_PLACE = _words(
    "pres proche autour cote loin alentours environs hauteur region departement commune communes "
    "mairie maire ville village bourg agglo agglomeration secteur canton pays habitant habitants "
    "habitante conseil elu elue adjoint adjointe nord sud est ouest centre metropole originaire "
    "viens venons intercommunalite prefecture ile prefet bassin territoire"
)
"""Before « de » and a place's name."""

AROUND = _words("pres proche autour cote loin alentours environs hauteur")
"""Those of them that say a distance, which one counts from a town."""

NAMED = _words("commune ville village mairie maire departement region prefecture ile bourg canton")
"""What only a place has; enough even for a first name or a lower-case word."""

TOWNS = _words("commune ville village mairie maire bourg")
"""What only a commune has."""

INTERCOMMUNALITES = _words("communaute cc ca cu agglo agglomeration comcom com metropole")
"""What announces an intercommunalité."""

LIVING = _words("habite habitons habitent vis vivons habitant habitants habitante")

INSIDE = _words("dans en")

ROOTED = _words(
    "base basee bases basees situe situee situes situees implante implantee implantes installe "
    "installee installes installees localise localisee reside residons"
)
"""Before « à » and a place's name, even a first name's."""

SITUATED = ROOTED | _words(
    "suis sommes travaille travaillons habite habitons habitent vis vivons fablab tiers lieu local "
    "associations"
)
"""Before an « a » that has lost its accent."""

HAVING = _words("il elle on y qui ca cela l m t n nous vous leur lui maire mairie commune")
"""Before an « a » that is the verb."""

ARTICLES = _words("le la les l")

NAME_STARTS = ARTICLES | _words("saint sainte st ste")
"""What a name starts with before the word that tells it."""

DETERMINERS = ARTICLES | _words(
    "un une des du ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur "
    "leurs chaque plusieurs quelques deux trois quatre cinq six sept huit dix tous toutes aucun "
    "aucune quel quels"
)

STREETS = _words("rue avenue boulevard bd impasse quai allee allees faubourg square")

PEOPLE = _words("m mr mme mlle monsieur madame mademoiselle docteur dr maitre")

SUFFIXES = _words("sur sous en les le la l de du des d lez aux au et")
"""After a hyphen: the name goes on, so that it is another place's."""

DIRECTIONS = _words("nord centre")
"""Départements or towns named as one says a side (« le nord de la commune »)."""

NEGATIONS = _words("pas ni sauf non hors")
ORIGINS = _words("viens venons vient originaire originaires ne nee quitte quittons ancien ancienne")
LIKENESS = _words("comme pareil")

FILLERS = (
    ARTICLES
    | OF
    | INSIDE
    | _words(
        "a au aux je j suis sommes habite habitons vis moi nous on c est ma mon notre commune "
        "ville village departement region cote pres autour vers sur oui et pour ici bonjour alors "
        "euh heu bah ben hein du de en fait donc plutot ou chez s te plait svp merci territoire "
        "secteur intercommunalite code postal m il agit y ce sera serait"
    )
)
"""What may stand around a place that is the whole of the message."""

REFERENCES = _words("cerfa iso norme article loi decret siret numero no n euros")
"""Before a number that is no postcode."""

COUNTED = _words(
    "euros euro eur ans an jours mois semaines heures h habitants hab personnes gens m m2 km k "
    "kilos kg places participants entreprises associations communes salaries logements metres "
    "emplois familles eleves enfants annees adherents tonnes hectares ha pour millions"
)
"""After a number that counts something and names nothing."""

DEPARTEMENT = _words("departement dept dpt dep depart")

FIXED = frozenset(
    {
        ("sens", "unique"),
        ("sens", "giratoire"),
        ("sens", "large"),
        ("sens", "propre"),
        ("sens", "interdit"),
        ("plaisir", "de"),
        ("havre", "de"),
        ("union", "europeenne"),
        ("union", "nationale"),
        ("union", "departementale"),
        ("union", "sportive"),
        ("tours", "de"),
        ("cannes", "a"),
        ("cannes", "anglaises"),
        ("cannes", "blanches"),
        ("paris", "perdu"),
        ("paris", "perdus"),
        ("paris", "gagne"),
        ("paris", "gagnes"),
        ("paris", "sportifs"),
        ("paris", "hippiques"),
        ("paris", "en"),
    }
)
"""Set phrases: the last word of a name, and what follows when it is no place."""

THINGS = {
    "bordeaux": _words("rouge couleur vin vins bouteille bouteilles verre verres caisse caisses"),
    "cannes": _words("paire paires bequilles bambou bambous"),
    "saint bernard": _words("chien chiens"),
    "saint pierre": _words("filet filets poisson"),
    "rennes": _words("costume costumes troupeau troupeaux traineau bois noel"),
}
"""Names of towns, and what is said just before when they are something else."""

WATERS = _words("bord bords rive rives berge berges vallee pont crue crues source sources affluent")
"""Before the name of a river, which is a département's too."""

AFTER_AT = _words("publier change ligne avion mer port vif eu vers plaisir vue bras")
"""Everyday words of two thousand inhabitants that follow « à » more often than the town does."""

NEVER_NAMED = _words(
    "campagne montagne plaine riviere son grand grande moyen ville villes bonne bonnes celle "
    "celles parent parents mer port bourg jour nuits base"
)
"""Everyday words that follow « maire de » or « commune de » and name no commune."""

NEVER_ALONE = _words("aucun y us bonne marre allons viens contre parce plan vers son")
"""Answers of one word that are no place."""
