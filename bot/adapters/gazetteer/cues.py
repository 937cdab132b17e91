"""The words around a name that say a place, and the one that is asked from the others."""


def words(text: str) -> frozenset[str]:
    """A set of folded words."""
    return frozenset(text.split())


LOCATIVE = words("vers sur habite habitons habitent vis vivons depuis entre")
"""Before a place's name (with « à » and its contractions, told apart by their accent)."""

CONTRACTED = words("au aux")
"""« à » already inside the key of a name (« au mans »)."""

OF = words("de d du des")

OF_PLACE = words(
    "pres proche autour cote loin alentours environs hauteur region departement commune communes "
    "mairie maire ville village bourg agglo agglomeration secteur canton pays habitant habitants "
    "habitante conseil elu elue adjoint adjointe nord sud est ouest centre metropole originaire "
    "viens venons intercommunalite prefecture ile prefet bassin territoire"
)
"""Before « de » and a place's name."""

AROUND = words("pres proche autour cote loin alentours environs hauteur")
"""Those of them that say a distance, which one counts from a town."""

NAMED = words("commune ville village mairie maire departement region prefecture ile bourg canton")
"""What only a place has; enough even for a first name or a lower-case word."""

TOWNS = words("commune ville village mairie maire bourg")
"""What only a commune has."""

INTERCOMMUNALITES = words(
    "communaute cc ca cu agglo agglomeration comcom com metropole bassin presqu golfe pays ile"
)
"""What announces an intercommunalité."""

LIVING = words("habite habitons habitent vis vivons habitant habitants habitante")

BEFORE_TOWNS = words("a au aux sur vers pres de du d")
"""Before the name of a town that is all the rest of the message, even in lower case."""

INSIDE = words("dans en")

ROOTED = words(
    "base basee bases basees situe situee situes situees implante implantee implantes installe "
    "installee installes installees localise localisee reside residons"
)
"""Before « à » and a place's name, even a first name's."""

SITUATED = ROOTED | words(
    "cherche cherchons suis sommes travaille travaillons habite habitons habitent vis vivons "
    "fablab tiers lieu local associations"
)
"""Before an « a » that has lost its accent."""

HAVING = words("il elle on y qui ca cela l m t n nous vous leur lui maire mairie commune")
"""Before an « a » that is the verb."""

ARTICLES = words("le la les l")

NAME_STARTS = ARTICLES | words("saint sainte st ste")
"""What a name starts with before the word that tells it."""

DETERMINERS = ARTICLES | words(
    "un une des du ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur "
    "leurs chaque plusieurs quelques deux trois quatre cinq six sept huit dix tous toutes aucun "
    "aucune quel quels"
)

DIRECTIONS = words("nord centre")
"""Départements or towns named as one says a side (« le nord de la commune »)."""

NEGATIONS = words("pas ni sauf hors dehors excepte evitez eviter exception")
"""Before a place that is ruled out."""

PLACING = words(
    "mais surtout et ou non donc alors suis sommes est sont etes habite habitons vis vivons veux "
    "voulons vais allons aller cherche cherchons ca plutot"
)
"""Before « pas » and a place that is ruled out, unlike « il n'y en a pas à Albi »."""

ORIGINS = words(
    "viens venons vient originaire originaires nee quitte quittons quitter ancien ancienne "
    "etais etait etions etaient depart apres avant visite vu vus connu siege etudes carriere grandi"
)
"""Before a place that one comes from, or only tells about."""

TRANSPORT = words("bus car cars train trains tgv ter avion vol vols navette ligne partent part")
"""Before « pour » and where others go."""

LIKENESS = words("comme pareil imiter copier modele inspirer inspire jumelee jumele loin")
"""Before a place that is only compared."""

SEEKING = words(
    "cherche cherchons cherchent recherche recherchons trouver installer installe ouvrir creer "
    "monter emmenage demenage arrive"
)
"""After what is told of other places: the place that is wanted comes."""

NEARNESS = words(
    "entre pres proche cote autour environs alentours dessus dessous km kms kilometres minutes min "
    "mn heure heures banlieue peripherie portes"
)
"""Before a place that only says where another one is."""

JOINING = words("et ou")
"""Between two places that are equally meant."""

FILLERS = (
    ARTICLES
    | OF
    | INSIDE
    | words(
        "a au aux je j suis sommes habite habitons vis moi nous on c est ma mon notre commune "
        "ville village departement region cote pres autour vers sur oui et pour ici bonjour alors "
        "euh heu bah ben hein du de en fait donc plutot ou chez s te plait svp merci celle celui "
        "non pas pardon mais desole desolee finalement me trompe trompee erreur voulais dire "
        "territoire secteur intercommunalite code postal m il agit y ce sera serait"
    )
)
"""What may stand around a place that is the whole of the message."""

COUNTED = words(
    "euros euro eur ans an jours mois semaines heures h habitants hab personnes gens m m2 km k "
    "kilos kg fois etoiles pieces places participants entreprises associations communes salaries "
    "logements metres emplois familles eleves enfants annees adherents tonnes hectares ha pour "
    "millions"
)
"""After a number that counts something and names nothing."""

DEPARTEMENT = words("departement dept dpt dep depart")

PEOPLE_OF = words(
    "suis sommes viens venons asso assos association associations gars gens fille elus elu mairie "
    "celle celui maires maire habitants benevoles entreprise entreprises boite commune communes "
    "collectif"
)
"""Before « du 46 », « de la Creuse »: who is from there."""

TALKING = words(
    "demandez demander demande merci parler parlez parle dire dites dis ecrire donner confier "
    "remercie"
)
"""Before « à » and somebody's name."""

MONTHS = words(
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre"
)
