"""The words beside a name that say it is no place: a street, a person, a club, a thing."""

from bot.adapters.gazetteer.cues import words

STREETS = words(
    "rue r avenue av ave boulevard bd bld blvd impasse quai allee allees faubourg fbg square "
    "route rte porte place point chemin ch cours voie passage esplanade sentier cite residence "
    "rocade promenade venelle traverse ruelle montee villa"
)

ROADS = words("nationale departementale communale")
"""Between « route » and « de »."""

PEOPLE = words("m mr mme mlle monsieur madame mademoiselle docteur dr maitre nom prenom")

ESTABLISHMENTS = words(
    "ecole college lycee hopital ehpad clinique chapelle eglise paroisse cathedrale basilique "
    "foyer residence institut stade gymnase creche crypte cours prieure abbaye fete retraite salle "
    "primaire elementaire maternelle privee catholique"
)
"""Before the saint that a building or a day is named after."""

CLUBS = words("fc rc aj as us ogc osc sco losc stade match derby olympique")
"""Before the town of a team."""

TEAMS = words("fc rc match derby olympique racing girondins")
"""Before « de » and the town of a team."""

PRODUCTS = words(
    "savon savons saucisse saucisses porcelaine moutarde dentelle edit bataille accord accords "
    "traite camembert couteau couteaux faience beurre jambon jambons piment vin vins "
    "nougat melon melons brie tomme cidre noix pruneaux gras verre bouteille bouteilles"
)
"""Before « de » and a town that something is named after."""

FOREIGN = words("suisse argentine mali cuba maroc espagne")
"""Communes that have the name of a country."""

SUFFIXES = words("sur sous en les le la l de du des d lez aux au et")
"""After a hyphen: the name goes on, so that it is another place's."""

REFERENCES = words(
    "cerfa iso norme article loi decret siret numero no n euros coute coutent vaut telephone tel "
    "montant"
)
"""Before a number that is no postcode."""

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
        ("toulouse", "lautrec"),
    }
)
"""Set phrases: the last word of a name, and what follows when it is no place."""

THINGS = {
    "bordeaux": words("rouge couleur vin vins bouteille bouteilles verre verres caisse caisses"),
    "cannes": words("paire paires bequilles bambou bambous"),
    "saint bernard": words("chien chiens"),
    "saint pierre": words("filet filets poisson"),
    "lyon": words("gare"),
    "lautrec": words("toulouse"),
    "rennes": words("costume costumes troupeau troupeaux traineau bois noel"),
}
"""Names of towns, and what is said just before when they are something else."""

WATERS = words(
    "bord bords rive rives berge berges vallee pont crue crues source sources affluent inondation "
    "inondations descente baigner baignade peche long fil"
)
"""Before the name of a river, which is a département's too."""

FLOWING = words("deborde debordent monte coule inonde polluee pollue")
"""After it (or « est »)."""

AFTER_AT = words("publier change ligne avion mer port vif eu vers plaisir vue bras")
"""Everyday words of two thousand inhabitants that follow « à » more often than the town does."""

NEVER_NAMED = words(
    "campagne montagne plaine riviere son grand grande moyen ville villes bonne bonnes celle "
    "celles parent parents mer port bourg jour nuits base long bord flanc bon quarante vieux chez"
)
"""Everyday words that follow « maire de » or « commune de » and name no commune."""

NEVER_ALONE = words("aucun y us bonne marre allons viens contre parce plan vers son place grand")
"""Answers of one word that are no place."""
