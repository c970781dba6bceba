"""The gate: what an audience may see; everything that renders takes only what it returns."""

from facilitator.core.disclosure.audience import Audience
from facilitator.core.disclosure.channels import ShownChannelEffect, channel_effect
from facilitator.core.disclosure.form_counts import BLANK, Form, FormCounts, Heading, misfit
from facilitator.core.disclosure.people import forms_together, shown_headcount, shown_people
from facilitator.core.disclosure.policy import SuppressionPolicy, suppression_problem
from facilitator.core.disclosure.regions import Revealed, region_reveals
from facilitator.core.disclosure.results import (
    SMALLEST_BASE_IN_WORDS,
    SMALLEST_PUBLISHED_BASE,
    ShownAccounting,
    ShownOption,
    ShownResult,
    carried_order,
    reworded,
    shown,
    without_figures,
)
from facilitator.core.disclosure.shown_forms import WITHHELD, ShownCell, ShownFormCounts, ShownHeadcount

__all__ = [
    "BLANK",
    "SMALLEST_BASE_IN_WORDS",
    "SMALLEST_PUBLISHED_BASE",
    "WITHHELD",
    "Audience",
    "Form",
    "FormCounts",
    "Heading",
    "Revealed",
    "ShownAccounting",
    "ShownCell",
    "ShownChannelEffect",
    "ShownFormCounts",
    "ShownHeadcount",
    "ShownOption",
    "ShownResult",
    "SuppressionPolicy",
    "carried_order",
    "channel_effect",
    "forms_together",
    "misfit",
    "region_reveals",
    "reworded",
    "shown",
    "shown_headcount",
    "shown_people",
    "suppression_problem",
    "without_figures",
]
