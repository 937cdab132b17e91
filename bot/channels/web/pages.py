"""Whole pages: the conversation, and the sentences of what could not be done."""

from collections.abc import Iterable

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from bot.channels.web.incoming import JSON, media_type
from bot.channels.web.render import build_templates, render_reply
from bot.channels.web.visitor import site_root
from bot.domain.replies import Reply

REFUSALS = {
    400: (
        "Ce message n'a pas pu être lu. Écrivez une phrase, choisissez un bouton "
        "ou partagez votre position."
    ),
    403: "Cette demande vient d'un autre site : écrivez depuis la page de Trait d'union.",
    404: "Cette page n'existe pas, ou n'existe plus.",
    405: "Cette adresse ne se consulte pas de cette façon.",
    413: "Ce message est trop long pour être lu : résumez-le en quelques phrases.",
    415: "Ce format de message n'est pas accepté ici : écrivez depuis la page de Trait d'union.",
}
"""What is said for each status."""

FAILURE = (
    "Trait d'union n'a pas pu répondre : la panne vient de chez nous. Réessayez dans un instant. "
    "En cas de danger, appelez le 112."
)


class Pages:
    """Makes every response that a person reads; `publisher` is who publishes the assistant."""

    def __init__(self, publisher: str) -> None:
        self._publisher = publisher
        self._templates = build_templates()

    def exchange(self, replies: Iterable[Reply]) -> Markup:
        """The replies of one turn, one after the other."""
        return Markup("\n").join(render_reply(reply, self._templates) for reply in replies)

    def conversation(
        self, request: Request, replies: Iterable[Reply], said: str | None = None
    ) -> Response:
        """The chat page with one turn in it."""
        page = self._page(request, "conversation", exchange=self.exchange(replies), said=said)
        return HTMLResponse(page)

    def refusal(self, request: Request, status: int) -> Response:
        """A sentence that says what could not be done, in the format that was asked."""
        sentence = REFUSALS.get(status, FAILURE)
        if JSON in {media_type(request), request.headers.get("accept")}:
            return JSONResponse({"error": sentence}, status)
        return HTMLResponse(self._page(request, "refusal", sentence=sentence), status)

    def _page(self, request: Request, name: str, **content: object) -> str:
        return self._templates.get_template(f"{name}.html").render(
            publisher=self._publisher,
            root=site_root(request),
            **content,
        )
