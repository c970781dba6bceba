"""Headlines: the short names of what people were asked about."""

from __future__ import annotations

from facilitator.gate.published_event import PublishedEvent


def headline(text: str) -> str:
    """Return what stands before a text's colon, or all of it."""
    return text.partition(":")[0].strip() or text


def named_things(event: PublishedEvent) -> dict[str, str]:
    """Return the text of every question and the short name of every area that a note may be about, by key.

    Among them are the questions of the paper forms that are answered by a comment.
    """
    forms = event.programme.forms
    commented = {form.id_of(question): question.wording.text for form in forms for question in form.comments}
    return commented | {str(result.key): result.text for result in event.results} | area_names(event)


def area_names(event: PublishedEvent) -> dict[str, str]:
    """Return the short name of every option that was chosen between, by key, in shown order."""
    return {
        str(option.key): headline(option.text)
        for result in event.results
        if result.method.ranks_options
        for option in result.options
    }
