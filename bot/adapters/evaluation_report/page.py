"""The page of a report: one file, without script and without anything to fetch."""

from jinja2 import Environment, PackageLoader, StrictUndefined

from bot.adapters.evaluation_report import charts
from bot.adapters.evaluation_report.french import interval, number, percent, points, typeset
from bot.domain.dates import french_date
from bot.domain.evaluation.results import Evaluation, held_out
from bot.domain.evaluation.slices import Length, Sort
from bot.domain.training import HELD_OUT


def render_page(evaluation: Evaluation) -> str:
    """The HTML of an evaluation."""
    measures, learning = evaluation.measures, evaluation.learning
    template = _templates().get_template("page.html")
    return template.render(
        evaluation=evaluation,
        measures=measures,
        groups=[
            [it for it in measures.slices if isinstance(it.name, kind)] for kind in (Sort, Length)
        ],
        reliability=charts.reliability_curve(measures.reliability),
        matrix=charts.matrix_rows(measures.matrix),
        learning=charts.learning_curve(learning) if learning and learning.points else None,
        charts=charts,
        held=held_out(evaluation.model) if evaluation.model else None,
        one_in=HELD_OUT,
    )


def _templates() -> Environment:
    templates = Environment(
        loader=PackageLoader("bot.adapters.evaluation_report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    filters = (french_date, interval, number, percent, points, typeset)
    templates.filters.update({filter_.__name__: filter_ for filter_ in filters})
    return templates
