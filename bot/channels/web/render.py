"""Replies as HTML: one template for each kind, everything escaped."""

from base64 import b64encode
from mimetypes import guess_type
from typing import assert_never

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from bot.channels.web.french import dialled, distance, long_date, typeset
from bot.channels.web.prose import blocks, spans
from bot.domain.replies import (
    Alert,
    Answer,
    Document,
    Found,
    Question,
    Reply,
    Sources,
    Statement,
)


def build_templates() -> Environment:
    """The templates of the page, with the words they use."""
    templates = Environment(
        loader=PackageLoader("bot.channels.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    filters = (blocks, spans, typeset, long_date, distance, dialled, data_url)
    templates.filters.update({filter_.__name__: filter_ for filter_ in filters})
    return templates


def data_url(content: str, name: str) -> str:
    """A text as an address that holds it whole: it can be saved without asking for it again."""
    media_type, _ = guess_type(name)
    encoded = b64encode(content.encode()).decode()
    return f"data:{media_type or 'text/plain'};charset=utf-8;base64,{encoded}"


def render_reply(reply: Reply, templates: Environment) -> Markup:
    """One reply as an `article`."""
    template = templates.get_template(f"replies/{_template_of(reply)}.html")
    return Markup(template.render(reply=reply))  # noqa: S704 - made by autoescaping templates


def _template_of(reply: Reply) -> str:
    """It bears the name of its kind of reply."""
    match reply:
        case Answer() | Found() | Question() | Alert() | Statement() | Sources() | Document():
            return type(reply).__name__.lower()
        case _:
            assert_never(reply)
