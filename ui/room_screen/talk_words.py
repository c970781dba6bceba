"""What the scenes between the votes say: talk, breaks, evidence, play-back, pauses and thanks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from facilitator.core.programme import PromiseLevel
from facilitator.words.message import Message, say, say_many
from ui.room_screen.contents import Contents, Paragraph, Said, Style
from ui.room_screen.kinds import (
    Areas,
    BreakTime,
    Evidence,
    MainPoints,
    Paused,
    Prompt,
    ReadAloud,
    Talk,
    Thanks,
    Welcome,
)

BULLET = "•"
PRACTICE = say("Practice: this does not count")

_PROMISES: dict[PromiseLevel, Message] = {
    PromiseLevel.INFORM: say("We tell you what is planned, and why."),
    PromiseLevel.CONSULT: say("We ask for your views before anything is decided."),
    PromiseLevel.INVOLVE: say("You work on the plans with us, and your views shape what is decided."),
    PromiseLevel.COLLABORATE: say("You and we decide together."),
    PromiseLevel.DEVOLVE: say("You decide, and we carry out what you decided."),
}


def talk_contents(scene: Talk) -> Contents:
    """Return what a scene says that is no vote."""
    match scene:
        case Welcome():
            return replace(_poster(scene.title, scene.line), then=tuple(_welcome_pages(scene)))
        case Prompt():
            return _prompt(scene)
        case ReadAloud():
            return _read_aloud(scene)
        case Areas():
            return _areas(scene)
        case BreakTime():
            return _break_time(scene)
        case Evidence():
            return _evidence(scene)
        case MainPoints():
            return _main_points(scene)
        case Paused():
            return _poster(say("We have paused."), scene.line, style=Style.STRONG)
        case Thanks():
            return _poster(*(scene.lines or (say("Thank you."),)))
    return Contents(say("The screen is blank"))


def _poster(title: Said, *lines: Said, style: Style = Style.TITLE) -> Contents:
    quiet = tuple(Paragraph(line, Style.QUIET, role="muted") for line in lines if line)
    return Contents(title, paragraphs=(Paragraph(title, style), *quiet), centred=True)


def names(texts: Iterable[str]) -> list[tuple[str, str]]:
    """Return each area's name and what its wording adds after a colon; whole where two names would be the same."""
    parted = [(text, text.partition(":")[0].strip(), text.partition(":")[2].strip()) for text in texts]
    times = Counter(name for _, name, _ in parted)
    return [
        (name, rest[:1].upper() + rest[1:]) if name and times[name] == 1 else (text, "") for text, name, rest in parted
    ]


def _welcome_pages(scene: Welcome) -> Iterator[Contents]:
    promised = []
    if scene.promise is not None:
        promised.append(Paragraph(_PROMISES[scene.promise], Style.STRONG))
    if scene.can_change:
        promised.append(Paragraph(scene.can_change, Style.BODY if promised else Style.STRONG))
    if promised:
        yield Contents(scene.title, say("What we promise you"), paragraphs=tuple(promised), centred=True)
    if scene.givens:
        yield _list_page(scene, say("What is fixed, whatever we say today"), scene.givens)
    if scene.ground_rules:
        yield _list_page(scene, say("How we talk with each other"), scene.ground_rules)


def _list_page(scene: Welcome, label: Message, texts: tuple[str, ...]) -> Contents:
    points = tuple(Paragraph(text, Style.POINT, BULLET) for text in texts)
    return Contents(scene.title, label, paragraphs=points)


def _read_aloud(scene: ReadAloud) -> Contents:
    """Return each text by itself in large letters, then all of them, as what is compared has to be seen together."""
    said = list(enumerate(names(scene.texts), 1))
    ones = [_read_one(scene, name, rest, at) for at, (name, rest) in said] if len(said) > 1 else []
    points = tuple(Paragraph(name, Style.POINT, str(at), aside=rest) for at, (name, rest) in said)
    screens = (*ones, Contents(scene.title, scene.title, paragraphs=points))
    return replace(screens[0], then=screens[1:])


def _read_one(scene: ReadAloud, name: str, rest: str, number: int) -> Contents:
    paragraphs = [Paragraph(name, Style.TITLE)]
    if rest:
        paragraphs.append(Paragraph(rest, Style.BODY))
    place = say("{number} of {all}", number=number, all=len(scene.texts))
    return Contents(scene.title, scene.title, place=place, paragraphs=tuple(paragraphs), centred=True)


def _areas(scene: Areas) -> Contents:
    points = tuple(
        _area(name, rest, str(number), is_own=is_own)
        for number, ((_, is_own), (name, rest)) in enumerate(
            zip(scene.areas, names(text for text, _ in scene.areas), strict=True), 1
        )
    )
    return Contents(scene.question or scene.title, scene.title, question=scene.question, paragraphs=points)


def _area(name: str, rest: str, number: str, *, is_own: bool) -> Paragraph:
    made = say("Made in this room") if is_own else ""
    return Paragraph(name, Style.POINT, number, aside=rest, note=made, note_role="accent")


def _prompt(scene: Prompt) -> Contents:
    if scene.practice:
        one = Paragraph(" ".join(scene.prompts), Style.STRONG)
        return Contents(one.text, PRACTICE, "unsure", paragraphs=(one,), centred=True)
    label = f"{scene.number}  {scene.title}".strip()
    notes = scene.notes or ("",) * len(scene.prompts)
    if len(scene.prompts) == 1:
        one = Paragraph(scene.prompts[0], Style.STRONG, note=notes[0], note_role="accent")
        return Contents(scene.title, label, paragraphs=(one,), centred=True)
    if not scene.prompts:
        return Contents(scene.title, scene.number, paragraphs=(Paragraph(scene.title, Style.TITLE),), centred=True)
    said = enumerate(zip(scene.prompts, notes, strict=True), 1)
    points = (Paragraph(text, Style.POINT, str(number), note=note, note_role="accent") for number, (text, note) in said)
    return Contents(scene.title, label, paragraphs=tuple(points))


def _break_time(scene: BreakTime) -> Contents:
    back = say("Back at {time}", time=scene.back_at)
    left = _minutes_left(scene.minutes_left)
    lines = [Paragraph(back, Style.GRAND)]
    if left is not None:
        lines.append(Paragraph(left, Style.LINE))
    if scene.note:
        lines.append(Paragraph(scene.note, Style.QUIET, role="muted"))
    return Contents(back, say("Break"), paragraphs=tuple(lines), centred=True)


def _minutes_left(minutes: int | None) -> Message | None:
    if minutes is None:
        return None
    if minutes <= 0:
        return say("We start again now.")
    return say_many("{count} minute left", "{count} minutes left", count=minutes)


def _evidence(scene: Evidence) -> Contents:
    if scene.empty:
        nothing = say("We brought no figures. Who will find out, by when?")
        return Contents(nothing, scene.area, paragraphs=(Paragraph(nothing, Style.STRONG),), centred=True)
    headline = Paragraph(scene.headline, Style.STRONG)
    source = (say("Source: {source}", source=scene.source),) if scene.source else ()
    sheet = say("The details are on your sheet.")
    return Contents(scene.headline, scene.area, paragraphs=(headline,), centred=True, foot=source, count=sheet)


def _main_points(scene: MainPoints) -> Contents:
    heard = say("Have we heard you right?")
    if scene.current is None:
        points = (_point(text, str(number), minority=few) for number, (text, few) in enumerate(scene.points, 1))
        return Contents(heard, question=heard, paragraphs=tuple(points))
    text, few = scene.points[scene.current]
    where = say("Main point {number} of {points}", number=scene.current + 1, points=len(scene.points))
    one = Paragraph(text, Style.TITLE, note=_minority(few=few))
    return Contents(text, where, paragraphs=(one,), centred=True, count=heard)


def _point(text: str, number: str, *, minority: bool) -> Paragraph:
    return Paragraph(text, Style.POINT, number, note=_minority(few=minority))


def _minority(*, few: bool) -> Said:
    return say("Minority view") if few else ""
