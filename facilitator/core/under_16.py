"""What a paper form asks of a group of children: no age, since they are all under 16."""

from __future__ import annotations

from dataclasses import replace

from facilitator.core.forms import Form, FormQuestion
from facilitator.core.meeting import Profile

_AGE, _UNDER_16 = "age", "under-16"


def forms_for(profile: Profile, forms: tuple[Form, ...]) -> tuple[Form, ...]:
    """Return the forms as a meeting of this profile asks them; a form of which nothing is left is not asked.

    A question called "age", or with an answer "under-16", asks children nothing: there is one answer, and it is known.
    """
    if profile is not Profile.UNDER_16:
        return forms
    asked = ((form, tuple(one for one in form.questions if not _asks_age(one))) for form in forms)
    return tuple(replace(form, questions=questions) for form, questions in asked if questions)


def _asks_age(question: FormQuestion) -> bool:
    return question.key == _AGE or any(option.key == _UNDER_16 for option in question.options)
