"""Replies as HTML: one template for each kind, everything escaped."""

from typing import assert_never

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from bot.channels.web.french import dialled, distance, long_date, typeset
from bot.channels.web.prose import blocks, spans
from bot.domain.replies import Alert, Answer, Found, Question, Reply, Sources, Statement


def build_templates() -> Environment:
    """The templates of the page, with the words they use."""
    templates = Environment(
        loader=PackageLoader("bot.channels.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    filters = (blocks, spans, typeset, long_date, distance, dialled)
    templates.filters.update({filter_.__name__: filter_ for filter_ in filters})
    return templates


def render_reply(reply: Reply, templates: Environment) -> Markup:
    """One reply as an `article`."""
    template = templates.get_template(f"replies/{_template_of(reply)}.html")
    return Markup(template.render(reply=reply))  # noqa: S704 - made by autoescaping templates


def _template_of(reply: Reply) -> str:
    match reply:
        case Answer():
            return "answer"
        case Found():
            return "found"
        case Question():
            return "question"
        case Alert():
            return "alert"
        case Statement():
            return "statement"
        case Sources():
            return "sources"
        case _:
            assert_never(reply)
