"""What the channel says of Telegram itself; all else is said by the core."""

COMMANDS = (
    ("start", "Commencer ou recommencer"),
    ("aide", "Ce que je sais faire"),
    ("territoire", "Dire ou changer votre commune"),
    ("humain", "À qui parler près de chez vous"),
    ("mesdonnees", "Recevoir ce que je garde de vous"),
    ("oubliezmoi", "Effacer ce que je garde de vous"),
    ("stop", "Arrêter ce qui est en cours"),
)
"""The menu of commands in private: a name and what it does."""

PERSONAL = frozenset({"mesdonnees", "oubliezmoi", "stop"})
"""Commands about one person, which a group has no business with."""

SHORT_DESCRIPTION = (
    "Vos questions sur les alliances territoriales : des réponses sourcées, des contacts près de"
    " chez vous."
)
"""Shown on the profile, 120 characters at most."""

DESCRIPTION = (
    "Trait d'union répond aux questions de celles et ceux qui font vivre leur territoire : mairies,"
    " associations, entreprises. Comment co-construire, trouver un partenaire, un lieu, un"
    " financement, un contact près de chez vous ?\n\nC'est un programme, gratuit. Il répond avec"
    " sa source et sa date. Inutile d'écrire quoi que ce soit de personnel."
)
"""Shown before the first message, 512 characters at most."""

UNKNOWN_COMMAND = (
    "Je ne connais pas cette commande. Écrivez votre question en une phrase, ou touchez /aide pour"
    " voir ce que je sais faire."
)

VOICE = (
    "Je ne sais pas écouter un message vocal. Touchez le micro de votre clavier : il écrit pour"
    " vous."
)

UNREADABLE = (
    "Je ne lis que le texte. Écrivez votre question en une phrase, ou partagez votre position pour"
    " trouver ce qui est près de chez vous."
)

APOLOGY = (
    "Désolé, je n'ai pas réussi à vous répondre. Reposez votre question dans quelques minutes, ou"
    " touchez /start pour recommencer."
)

IN_PRIVATE = (
    "Cela ne se fait pas dans un groupe : ouvrez une conversation avec moi et reposez votre"
    " demande."
)

OPEN_PRIVATE = "M'écrire en privé"

GROUP_HELLO = (
    "Bonjour ! Ici, je réponds quand on me mentionne (@{name}), quand on répond à l'un de mes"
    " messages, ou par une commande comme /aide. Je ne lis pas le reste."
)

TOO_FAST = (
    "Vous écrivez plus vite que je ne lis. Attendez une minute, puis reposez votre question. En"
    " cas de danger, appelez le 112."
)

MY_POSITION = "📍 Ma position"

SHARE_POSITION = "Touchez « Envoyer ma position », sous le champ de saisie."

SEND_POSITION = "📍 Envoyer ma position"

THANKS = "Merci, c'est noté."

MAP = "Les numéros sont ceux de la liste."

ASK_THE_BOT = "Poser une question à Trait d'union"
