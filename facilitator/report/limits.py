"""What the report is not, and what is withheld in it and why."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.core.disclosure import SMALLEST_BASE_IN_WORDS, SMALLEST_PUBLISHED_BASE
from facilitator.core.methods import Method
from facilitator.document.content import Bullets, Paragraph, Section
from facilitator.gate.published_event import PublishedEvent
from facilitator.report.form_tables import rows_of
from facilitator.words.message import Message, say, say_many

_LIMITS = (
    say(
        "People chose to come to this event. They are not a sample of everyone, and a vote here is not a referendum: "
        "it shows what the people in the room thought on that day."
    ),
    say(
        "Percentages are of the votes that made a choice, rounded to the nearest whole number, a half upwards. Blank "
        "and spoilt votes and people who would rather not say are not in it; being unsure is a choice and is in it."
    ),
    say("Votes are counted by the program from the ballots and the counts that people entered; nothing is estimated."),
    say(
        "Notes were written down by people in the room in the words that were said; nobody has summed them up. How "
        "many notes or tables say something tells nothing of how many people think so."
    ),
)
_SPLITS = say(
    "No result is told by table, by way of voting, by ward, by staff and others, or by any other group of the people "
    "here: in one room such a figure can give away what single people chose. A report on many events can compare "
    "groups with at least {least} people each from at least {events} events.",
    least=SMALLEST_PUBLISHED_BASE,
    events=3,
)  # domain.md D5, D6
_WORDS = say(
    "Where fewer than {figures} people answered, a result is told in words, and where fewer than {words} answered it "
    "is not published.",
    figures=SMALLEST_PUBLISHED_BASE,
    words=SMALLEST_BASE_IN_WORDS,
)


def limits_section(event: PublishedEvent) -> Section:
    """Return what this is not, and what is withheld."""
    withheld = Section(say("What is withheld, and why"), (Bullets(tuple(_withheld(event))),))
    return Section(say("What this is not"), (Bullets(tuple(_limits(event))), withheld))


def provenance(event: PublishedEvent) -> Paragraph:
    """Return by which mark the programme file of this event can be recognised."""
    return Paragraph(say("The programme file of this event has the SHA-256 {digest}.", digest=event.programme_digest))


def _limits(event: PublishedEvent) -> Iterator[Message]:
    yield from _LIMITS
    if any(result.method is Method.DOTS for result in event.results):
        yield say("Dots are counted as dots, never as people: one person may put several on one answer.")


def _withheld(event: PublishedEvent) -> Iterator[Message]:
    yield _SPLITS
    yield _WORDS
    withheld = sum(not result.figures for result in event.closed_results)
    if event.closed_results and not withheld:
        yield say("No result of a vote had to be withheld.")
    elif withheld:
        yield say_many(
            "The figures of {count} result are withheld; it says so beside it.",
            "The figures of {count} results are withheld; it says so beside each.",
            count=withheld,
        )
    yield from _small_counts(event)


def _small_counts(event: PublishedEvent) -> Iterator[Message]:
    forms, others = event.who_came.forms, event.who_came.others
    hidden = sum(cell.withheld for form in forms if form.withheld is None for cell in rows_of(form))
    hidden += sum(one.people.withheld for one in others)
    if not (forms or hidden):
        return
    most = event.programme.suppression.smallest_shown - 1
    yield say(
        "Numbers of people by role, age and the like that are from 1 to {most}, and those that would give one of them "
        "away, are written “c”. A nought is shown as it is.",
        most=most,
    )
    if hidden:
        yield say_many("{count} such number is withheld here.", "{count} such numbers are withheld here.", count=hidden)
