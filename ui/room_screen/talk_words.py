"""What the scenes between the votes say: talk, breaks, evidence, play-back, pauses and thanks."""

from __future__ import annotations

from facilitator.words.message import Message, say, say_many
from ui.room_screen.contents import Contents, Paragraph, Said, Style
from ui.room_screen.kinds import BreakTime, Evidence, MainPoints, Paused, Prompt, Talk, Thanks, Welcome

BULLET = "•"


def talk_contents(scene: Talk) -> Contents:
    """Return what a scene says that is no vote."""
    match scene:
        case Welcome():
            return _poster(scene.title, scene.line)
        case Prompt():
            return _prompt(scene)
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


def _prompt(scene: Prompt) -> Contents:
    label = f"{scene.number}  {scene.title}".strip()
    notes = scene.notes or ("",) * len(scene.prompts)
    if len(scene.prompts) == 1:
        one = Paragraph(scene.prompts[0], Style.STRONG, note=notes[0], note_role="muted")
        return Contents(scene.title, label, paragraphs=(one,), centred=True)
    if not scene.prompts:
        return Contents(scene.title, scene.number, paragraphs=(Paragraph(scene.title, Style.TITLE),), centred=True)
    said = enumerate(zip(scene.prompts, notes, strict=True), 1)
    points = (Paragraph(text, Style.POINT, str(number), note=note, note_role="muted") for number, (text, note) in said)
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
    foot = (*source, say("The details are on your sheet."))
    return Contents(scene.headline, scene.area, paragraphs=(headline,), centred=True, foot=foot)


def _main_points(scene: MainPoints) -> Contents:
    heard = say("Have we heard you right?")
    if scene.current is None:
        points = (_point(text, str(number), minority=few) for number, (text, few) in enumerate(scene.points, 1))
        return Contents(heard, question=heard, paragraphs=tuple(points))
    text, few = scene.points[scene.current]
    where = say("Main point {number} of {points}", number=scene.current + 1, points=len(scene.points))
    one = Paragraph(text, Style.STRONG, note=_minority(few=few))
    return Contents(text, where, paragraphs=(one,), centred=True, count=heard)


def _point(text: str, number: str, *, minority: bool) -> Paragraph:
    return Paragraph(text, Style.POINT, number, note=_minority(few=minority))


def _minority(*, few: bool) -> Said:
    return say("Minority view") if few else ""
