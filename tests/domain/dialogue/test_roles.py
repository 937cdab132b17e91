"""Whom a person speaks for, heard in their own words with the real lists.

Several sentences stand on a line, between slashes.
"""

import pytest

from bot.domain.dialogue.speaking import role_in
from bot.domain.knowledge import Knowledge
from bot.domain.lists import Role
from bot.domain.text import fold


def each(sentences: str) -> list[str]:
    """The sentences of a block, one by one."""
    return [sentence.strip() for line in sentences.splitlines() for sentence in line.split(" / ")]


TOWN_HALL = each("""Bonjour, je suis maire d'une commune de 600 habitants
Je suis le maire de Cajarc / Je suis la maire d'un petit village du Lot
en tant que maire, que puis-je faire du presbytère ?
moi maire de 300 ames je trouve pas de medecin / jsuis maire ds un ptit bled, on fait comment ?
chuis adjoint a la culture, kel budget pr un tiers lieu / jsuis adjoint et jy connais rien
j suis maire depuis 2020 et le café a fermé / je sui maire et jaurai besoin dun coup de main
Maire d'une commune de 850 habitants, je cherche un porteur de projet
Maire de Saint-Cirq, je souhaite rouvrir l'épicerie / Maire d'un village, par où commencer ?
Je suis première adjointe à Gramat / je suis 2e adjoint, en charge du social
Je suis adjointe au maire, déléguée à la vie associative / Étant adjoint, puis-je voter ?
Je suis conseillère municipale d'opposition / je suis conseiller municipal délégué à la jeunesse
Simple conseiller municipal, je voudrais lancer un marché
je suis un élu rural, sans ingénierie / Je suis élue à Figeac depuis mars
on est des élus de petites communes et on manque de temps
Nous sommes élus tous les deux et débutants / je suis maire déléguée d'une commune nouvelle
Je viens d'être élue maire, par quoi je commence ? / je viens d'etre elu et jsuis perdu
J'ai été élu maire en mars / Je suis le nouveau maire et je découvre tout
Je suis DGS d'une ville de 4000 habitants / DGS à Souillac, je prépare une délibération
je suis la dgs et le maire me demande une note
Je suis directrice générale des services à Pradines
Je suis secrétaire de mairie dans trois communes / je suis la secrétaire générale de mairie
Secrétaire de mairie à mi-temps, je monte le dossier de subvention
jsuis secretaire a la mairie / Je suis agent communal et on m'a confié le projet
je suis agente de la commune, aux espaces verts / je suis employée à la mairie de Lalbenque
Je travaille à la mairie, au service jeunesse / je bosse pour la mairie, on cherche un local
Je suis chargé de mission mobilité à la mairie
Je suis chargée de mission pour la commune, en CDD
je suis cheffe de projet Petites villes de demain à Gourdon
Je suis directeur de cabinet du maire / je travaille au cabinet du maire de Cahors
je suis au CCAS de la commune / Je suis directrice du CCAS et je cherche des bénévoles
je travaille au CCAS, une dame a besoin d'aide / Je vous écris au nom de la mairie de Prayssac
Je représente la commune de Luzech / nous sommes une petite commune rurale sans médecin
Nous sommes une commune de 1200 habitants / on est une mairie de 4 agents
mes administrés se plaignent des transports / mon conseil municipal est partagé sur le projet
Mes adjoints ne sont pas d'accord entre eux / ma secrétaire de mairie part à la retraite
notre dgs monte un dossier européen / J'en suis à mon deuxième mandat de maire
Bonjour ici la mairie de Martel / Mairie de Vayrac, nous cherchons un animateur
je suis mairesse de ma petite commune / c'est moi le maire ici
Notre commune souhaite acheter l'ancien hôtel / je siège au conseil municipal depuis peu
Je suis maire et mon association préférée va fermer / je suis élue, nos bénévoles fatiguent
mon mari dirige une asso et moi je suis maire / je ne suis pas le maire, je suis son adjoint
Je suis toujours maire, mais je ne me représente pas
en ma qualité de maire, j'ai signé un bail / je suis également conseillère municipale
j'suis élu dans un bourg / JE SUIS MAIRE ET SEUL / je suis policier municipal à Gramat
je suis garde champêtre ici / je suis la responsable de notre bibliothèque à la mairie
Je suis responsable culture à la mairie de Gourdon / je suis attachée territoriale à la mairie""")

ASSOCIATION = each("""mon asso cherche un local / Notre association fête ses dix ans
je suis bénévole au secours populaire / On est une petite asso de quartier
Nous sommes une association loi 1901 / je suis la présidente d'une association de parents
Je suis président d'asso depuis hier / jsuis trésorier et g pas compris le bilan
Trésorière d'une association sportive, je cherche des aides
je suis la secrétaire de l'association du lavoir / nos bénévoles s'épuisent
nos adhérents sont surtout des retraités / on a monté une asso avec des voisins
J'ai créé une association l'an dernier / Je viens d'être élue présidente du comité des fêtes
je viens d'etre elu tresorier / je m'occupe d'une association culturelle
je fais partie d'une asso de maraudes / on est des bénévoles du foyer rural
je suis la seule salariée d'une association / je suis la coordinatrice d'une asso
notre conseil d'administration veut embaucher / je gère un club de foot
notre club de foot n'a plus d'arbitre / je suis président du club de judo
notre collectif d'habitants voudrait un jardin / nous sommes un collectif citoyen
le maire m'a dit que mon association devait payer
la mairie refuse de prêter la salle à notre asso / mon mari est maire mais moi je suis bénévole
je ne suis pas maire, je suis présidente d'asso / Je suis membre du bureau de l'association
je suis au CA d'une asso de cirque / moi benevole a la croix rouge
je suis directrice d'une association d'insertion / on est une MJC
en tant que présidente d'association / je représente une association de locataires
jsui dans une asso et on galere / mes bénévoles partent / notre asso a deux salariés
je suis élue au bureau de notre asso / ma petite asso vivote
je suis animatrice dans une association""")

COMPANY = each("""mon entreprise veut aider le village
notre entreprise cherche un partenaire local / ma boîte veut faire du mécénat
jai une boite de 10 personnes / J'ai monté ma boîte à Cahors
je suis chef d'entreprise dans le bâtiment / Je suis cheffe d'entreprise dans le Lot
jsuis patron d'une pme / Je suis artisan menuisier / je suis commerçante rue du Port
moi je suis auto-entrepreneuse / je suis auto entrepreneur en informatique
je suis gérant d'une sarl / je dirige une entreprise de 40 personnes
Je suis responsable RSE d'un groupe / notre direction RSE veut agir
mes salariés veulent s'engager / nos salariés font du bénévolat
nos collaborateurs voudraient donner une journée / ma PME peut-elle donner du matériel ?
notre TPE est prête à aider / ma société est basée à Brive
je suis DRH et je cherche un mécénat de compétences / je suis à mon compte depuis 2019
je suis agricultrice, en bio / je tiens un commerce dans le bourg
je suis restaurateur et j'ai des invendus / nous sommes une entreprise familiale
on est une boîte de transport / je suis élue au CSE d'un équipementier
Gérante d'une entreprise de nettoyage, je voudrais m'engager / en tant que chef d'entreprise
ma femme est adjointe et mon entreprise peut aider / la mairie refuse que mon commerce ouvre
je suis un jeune entrepreneur / je bosse dans une boite qui veut donner des ordis
je représente une entreprise de bois / je suis le directeur d'usine de Bagnac
notre start-up travaille sur la mobilité / je suis dirigeante d'une PME
je ne suis pas élu, je suis artisan / mon magasin a des invendus
notre coopérative emploie 20 personnes / me voilà : je suis à la tête d'une PME""")

NOBODY = each("""le maire m'a dit non / la mairie refuse de répondre / j'ai écrit à mon maire
le DGS ne répond pas / ma commune n'a rien pour les jeunes / notre village se meurt
notre commune n'a plus de médecin / dans ma commune il n'y a pas de bus / ma mairie est fermée
notre mairie ne veut rien entendre / mon mari est maire / ma femme est adjointe au maire
mon père était maire de Cajarc / ma sœur est secrétaire de mairie
mon voisin est conseiller municipal / je ne suis pas maire / je ne suis plus adjoint
je suis pas élu moi / jsuis pas maire / je ne suis ni maire ni adjoint
je n'ai jamais été maire / je suis l'ancien maire du village / j'étais conseillère municipale
je voudrais devenir maire / comment devenir conseiller municipal ?
qui est le maire de Figeac ? / maire de Figeac téléphone / le maire de ma commune ne répond pas
Maire injoignable, je fais quoi ? / la secrétaire de mairie m'a envoyé ici
à quoi sert un DGS ? / un conseiller municipal m'a parlé de vous
le maire d'une commune voisine a ouvert un café / l'adjointe à la culture est d'accord
notre maire est formidable / notre conseil municipal dort / moi le maire il m'écoute pas
je suis allé à la mairie / je suis à la mairie et c'est fermé / je suis déçue par la mairie
je suis la femme du maire / je suis habitante de la commune / je ne travaille plus à la mairie
je ne travaille pas pour la mairie / le CCAS de la commune est où ?
je ne parle pas au nom de la mairie / j'ai rendez-vous avec le cabinet du maire
je suis candidat à la mairie / si je suis élue, je pourrai changer ça / le maire et ses adjoints
les élus ne font rien / faut-il être élu ? / un ami élu m'a parlé de ça
secrétaire de mairie salaire / comment créer une association ? / je cherche une association
je voudrais devenir bénévole / ce n'est pas mon association / je ne suis plus bénévole
je n'ai pas d'asso / une asso de ma ville / mon fils dirige une association
l'association de mon quartier / la présidente de l'asso m'a dit
comment convaincre une entreprise ? / je ne suis pas chef d'entreprise
je n'ai plus mon entreprise / mon frère est artisan / ma boîte mail est pleine
c'est dans ma boîte aux lettres / notre société va mal / dans notre société tout va trop vite
notre bureau de poste a fermé / je suis retraitée / je suis étudiant / je suis au chômage
bonjour / mairie de Cahors / maire / le tiers-lieu / combien dure un mandat de maire ?
dis-moi, maire ou préfet ? / la secrétaire de mairie est absente, je fais quoi ?
un adjoint au maire m'a dit que je pouvais / le maire de Figeac a refusé, je suis furieuse
si je suis élu, combien d'heures par mois ? / en tant que maire il devrait agir
le maire en tant que tel / mon maire adjoint est absent / je suis agent immobilier
je suis en désaccord avec le maire / je n'habite pas chez moi, maire absent""")


def heard(sentence: str, knowledge: Knowledge) -> Role | None:
    return role_in(fold(sentence), knowledge.cues)


@pytest.mark.parametrize("sentence", TOWN_HALL)
def test_who_speaks_for_a_town_hall_is_heard(knowledge: Knowledge, sentence: str) -> None:
    assert heard(sentence, knowledge) is Role.TOWN_HALL


@pytest.mark.parametrize("sentence", ASSOCIATION)
def test_who_speaks_for_an_association_is_heard(knowledge: Knowledge, sentence: str) -> None:
    assert heard(sentence, knowledge) is Role.ASSOCIATION


@pytest.mark.parametrize("sentence", COMPANY)
def test_who_speaks_for_a_company_is_heard(knowledge: Knowledge, sentence: str) -> None:
    assert heard(sentence, knowledge) is Role.COMPANY


@pytest.mark.parametrize("sentence", NOBODY)
def test_who_speaks_for_nobody_is_not_given_a_role(knowledge: Knowledge, sentence: str) -> None:
    assert heard(sentence, knowledge) is None


@pytest.mark.parametrize("role", Role)
def test_a_role_is_known_by_many_words(knowledge: Knowledge, role: Role) -> None:
    [cue] = [cue for cue in knowledge.cues.roles if cue.id is role]
    folded = [fold(words) for words in cue.words]
    assert len(set(folded)) == len(folded) >= (60 if role is Role.TOWN_HALL else 40)


def test_every_word_of_a_role_is_heard_as_that_role(knowledge: Knowledge) -> None:
    lost = [
        words
        for cue in knowledge.cues.roles
        for words in cue.words
        if heard(f"bonsoir, {words} Test", knowledge) is not cue.id
    ]
    assert not lost


def test_what_is_said_of_oneself_counts_more_than_what_is_said_of_ones_own(
    knowledge: Knowledge,
) -> None:
    assert heard("je suis élu et notre association prépare la fête", knowledge) is Role.TOWN_HALL
    assert heard("je suis bénévole, mes salariés sont là", knowledge) is Role.ASSOCIATION
