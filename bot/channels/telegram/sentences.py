"""What the channel says of Telegram itself; all else is said by the core."""

COMMANDS = (("start", "Commencer ou recommencer"), ("aide", "Ce que je sais faire"))
"""The menu of commands: a name and what it does."""

SHORT_DESCRIPTION = (
    "Vos questions sur les alliances territoriales : des réponses sourcées, des contacts près de"
    " chez vous."
)
"""Shown on the profile, 120 characters at most."""

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
