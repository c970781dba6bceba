"""Who came: how many, who was counted apart, what the equality forms said and what access there was."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.core.disclosure import WITHHELD, Form, ShownFormCounts
from facilitator.document.content import Block, Column, Fact, Facts, Own, Paragraph, Section, Table, Tone, Words
from facilitator.gate.published_event import PublishedAccess, PublishedEvent, PublishedHeadcount, WhoCame
from facilitator.report.form_tables import form_blocks
from facilitator.report.plain_words import NOT_RECORDED
from facilitator.words.message import Message, say, say_many

_ROLES = {
    "staff": say("Staff"),
    "observer": say("Observers"),
    "interpreter": say("Interpreters"),
}
_MAINLY_AS = say(
    "People who work for services may also have come as participants. The form asks what people are here mainly as, so "
    "they may be among the answers; who came as staff of the event is counted apart."
)
_TOLD = {"yes": say("yes"), "partly": say("partly"), "no": say("no")}


def who_came_section(event: PublishedEvent) -> Section:
    """Return who came; what nobody recorded is said to be not recorded, and is never nought (T28)."""
    came = event.who_came
    blocks: list[Block] = [Facts(tuple(_head_counts(came)))]
    if came.others:
        blocks.append(_others(came.others))
    blocks.append(Section(say("About the people who came"), tuple(_about_them(came))))
    blocks.append(Section(say("Access"), tuple(_access(came.access))))
    return Section(say("Who came"), tuple(blocks))


def attended_in_words(came: WhoCame) -> Message:
    """Return how many people came; at least so many where nobody counted more in than were in the room at once."""
    people = people_in_words(came.attended)
    return say("at least {people}", people=people) if came.at_least and came.attended is not None else people


def people_in_words(people: int | None) -> Message:
    """Return a number of people; what was not recorded is never nought (T28)."""
    return NOT_RECORDED if people is None else say_many("{count} person", "{count} people", count=people)


def _head_counts(came: WhoCame) -> Iterator[Fact]:
    attended = attended_in_words(came)
    if came.attended is not None and came.counted_at_the_door:
        attended = say("{people}, counted at the door", people=attended)
    yield Fact(say("People who came"), attended)
    if came.invited is None and came.booked is None:
        yield Fact(say("Invited or booked"), NOT_RECORDED)
        return
    yield Fact(say("Invited"), people_in_words(came.invited))
    yield Fact(say("Booked a place"), people_in_words(came.booked))


def _others(others: tuple[PublishedHeadcount, ...]) -> Table:
    columns = (Column(say("Role")), Column(say("People"), numeric=True))
    rows = tuple((_role(one.role), _head_count(one)) for one in others)
    caption = say("Others in the room. They are not among the people who came, and they did not vote.")
    foot = next((one.people.why for one in others if one.people.why is not None), None)
    return Table(caption, columns, rows, foot)


def _role(role: str) -> Words:
    return _ROLES.get(role, Own(role))


def _head_count(one: PublishedHeadcount) -> Words:
    if one.people.withheld:
        return Own(WITHHELD)
    return NOT_RECORDED if one.people.count is None else Own(str(one.people.count))


def _about_them(came: WhoCame) -> Iterator[Block]:
    forms = [one for one in came.forms if one.form is Form.EQUALITY]
    if not forms:
        yield Paragraph(say("What kind of people came was not recorded: no equality forms were counted."))
        return
    told = say("People could fill in a form about themselves. Nobody had to, and no form belongs to a vote or a table.")
    yield Paragraph(told)
    if any(str(one.key) == came.roles_question for one in forms):
        yield Paragraph(_MAINLY_AS, Tone.QUIET)
    yield from form_blocks(_roles_first(forms, came.roles_question))


def _roles_first(forms: list[ShownFormCounts], roles: str) -> list[ShownFormCounts]:
    return sorted(forms, key=lambda one: str(one.key) != roles)


def _access(access: tuple[PublishedAccess, ...]) -> Iterator[Block]:
    if not access:
        yield Paragraph(say("What access people asked for, and what there was, was not recorded."))
        return
    columns = (
        Column(say("What")), Column(say("Asked for"), unbroken=True), Column(say("Provided"), unbroken=True),
        Column(say("Worked"), unbroken=True),
    )  # fmt: skip
    rows = tuple((Own(one.what), _yes(one.asked), _yes(one.provided), _yes(one.worked)) for one in access)
    yield Table(say("What was asked for, what was provided and whether it worked"), columns, rows)
    if any("" in (one.asked, one.provided, one.worked) for one in access):
        yield Paragraph(say("“Not recorded” means that nobody said; it does not mean no."), Tone.QUIET)


def _yes(told: str) -> Words:
    return _TOLD.get(told, NOT_RECORDED)
