"""What the scenes of a vote say: the question, its result, a tie, what goes forward and what was settled."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.core.disclosure import ShownOption, ShownResult, carried_order
from facilitator.core.keys import Channel, OptionKey
from facilitator.core.methods import Method
from facilitator.core.outcomes import OutcomeKind
from facilitator.document.base import base_sentence
from facilitator.document.chart import figure_shown, rank_shown
from facilitator.document.shapes import MarkKind
from facilitator.words.message import Message, say, say_many
from ui.room_screen.contents import Contents, Paragraph, Said, Style
from ui.room_screen.kinds import Asking, Carried, Closed, Outcome, Revealed, Tie, Vote
from ui.room_screen.talk_words import BULLET, PRACTICE, names

_OUTCOMES: dict[OutcomeKind, tuple[Message, MarkKind, str]] = {
    OutcomeKind.ADOPTED: (say("Adopted"), MarkKind.TICK, "agree"),
    OutcomeKind.CHANGED: (say("Adopted with changes"), MarkKind.TILDE, "unsure"),
    OutcomeKind.LEFT: (say("Not adopted"), MarkKind.CROSS, "disagree"),
}


def vote_contents(scene: Vote) -> Contents:
    """Return what a scene of a vote says."""
    match scene:
        case Asking():
            return _asking(scene)
        case Closed():
            return _closed(scene)
        case Revealed():
            label = _practice(scene)
            return Contents(
                scene.result.text, label, "unsure", scene.result.text, scene.result, foot=_base_lines(scene.result)
            )
        case Tie():
            return _tie(scene)
        case Carried():
            return _carried(scene)
        case Outcome():
            return _outcome(scene)


def how_to_vote(result: ShownResult, channel: Channel = Channel.HANDS) -> Message | None:
    """Return how people answer this question in this way; None where the screen has no words for it."""
    if channel is Channel.HANDS:
        return _by_hands(result)
    return _by_table(result) if channel is Channel.TALLY else None


def turnout(scene: Asking) -> Message | None:
    """Return how many have voted so far, or how many are here; None where neither is known."""
    if scene.voted is None:
        here = say_many("{count} person is here.", "{count} people are here.", count=scene.present or 0)
        return None if scene.present is None else here
    if scene.present is None:
        return say_many("{count} person has voted.", "{count} people have voted.", count=scene.voted)
    return say("{voted} of {present} have voted.", voted=scene.voted, present=scene.present)


def carried_areas(areas: Sequence[OptionKey], result: ShownResult, line: str) -> Carried:
    """Return the scene of the carried areas: by rank, or as they were shown where the gate withholds the figures."""
    options = {option.key: option for option in result.options}
    carried = [options[key] for key in carried_order(areas, result)]
    ranks = tuple(rank_shown(result, option) for option in carried)
    return Carried(tuple(option.text for option in carried), line, ranks if all(ranks) else ())


def _practice(scene: Asking | Closed | Revealed) -> Said:
    practice = scene.practice or (not isinstance(scene, Closed) and scene.result.practice)
    return PRACTICE if practice else ""


def _closed(scene: Closed) -> Contents:
    """Leave what was asked where it stood; at the foot the turnout gives way to what comes next."""
    foot, count = (say("The result comes next."),), say("The vote is closed.")
    return Contents(scene.text, _practice(scene), "unsure", scene.text, scene.asked, foot=foot, count=count)


def _asking(scene: Asking) -> Contents:
    ways = tuple(way for channel in scene.channels if (way := how_to_vote(scene.result, channel)) is not None)
    text = scene.result.text
    return Contents(text, _practice(scene), "unsure", text, scene.result, foot=ways, count=turnout(scene))


def _by_hands(result: ShownResult) -> Message:
    if result.method is Method.CHOOSE:
        return say_many(
            "Raise your hand for one of these, when it is called.",
            "Raise your hand for up to {count} of these, when each is called.",
            count=result.max_marks,
        )
    if result.method is Method.DOTS:
        return _dots(result)
    return say("Raise your hand once, when your answer, or “rather not say”, is called.")


def _by_table(result: ShownResult) -> Message:
    own = say("Your table counts its own votes.")
    if result.method is Method.CHOOSE:
        most = say_many("Choose one of these.", "Choose up to {count} of these.", count=result.max_marks)
        return say("{rule} {next}", rule=most, next=own)
    if result.method is Method.DOTS:
        return say("{rule} {next}", rule=_dots(result), next=own)
    return say("{rule} {next}", rule=say("Choose one answer."), next=own)


def _dots(result: ShownResult) -> Message:
    return say_many("You have one dot to give.", "You have {count} dots to give.", count=result.max_marks)


def _base_lines(result: ShownResult) -> tuple[Message, ...]:
    corrected = say("Corrected result.") if result.status == "corrected" else None
    withheld = None if result.figures else result.withheld
    lines = (corrected, base_sentence(result), _provisional(result), withheld, result.in_words)
    return tuple(line for line in lines if line is not None)


def _provisional(result: ShownResult) -> Message | None:
    if not (result.figures and result.provisional):
        return None
    return say("Provisional: counted at the tables, checked against the paper later.")


def _tie(scene: Tie) -> Contents:
    level = tuple(option for option in scene.result.options if option.key in scene.tied)
    many = say_many(
        "{areas} areas are level for {count} place. The room decides.",
        "{areas} areas are level for {count} places. The room decides.",
        count=scene.places,
        areas=len(level),
    )
    named = names(option.text for option in level)
    points = (
        Paragraph(name, Style.POINT, rank_shown(scene.result, option) or BULLET, after=_figure(scene.result, option))
        for option, (name, _) in zip(level, named, strict=True)
    )
    return Contents(many, question=many, paragraphs=tuple(points), foot=_base_lines(scene.result))


def _figure(result: ShownResult, option: ShownOption) -> str:
    figure = figure_shown(result, option)
    return f"{figure} ({option.percent})" if figure and option.percent else figure


def _carried(scene: Carried) -> Contents:
    title = scene.line or say_many("This area goes forward", "These areas go forward", count=len(scene.areas))
    ranks = scene.ranks or (BULLET,) * len(scene.areas)
    points = (
        Paragraph(name, Style.STRONG, rank, aside=rest)
        for (name, rest), rank in zip(names(scene.areas), ranks, strict=True)
    )
    return Contents(title, title, paragraphs=tuple(points))


def _outcome(scene: Outcome) -> Contents:
    verdict, mark, role = _OUTCOMES[scene.kind]
    changed = scene.changed_text if scene.kind is OutcomeKind.CHANGED else ""
    paragraphs = [Paragraph(verdict, Style.LINE, mark=mark, role=role), Paragraph(changed or scene.text, Style.STRONG)]
    if changed:
        paragraphs.append(Paragraph(say("It said: {text}", text=scene.text), Style.QUIET, role="muted"))
    return Contents(changed or scene.text, say("What the room decided"), paragraphs=tuple(paragraphs), centred=True)
