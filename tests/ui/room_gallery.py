"""Every kind of scene on the words that ship, on short ones and on awkward ones, for tests and for pictures."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize

from facilitator.core.disclosure import Audience, ShownAccounting, ShownOption, ShownResult
from facilitator.core.keys import Channel, OptionKey, QuestionKey, Source, StageKey
from facilitator.core.methods import OPTIONS_IN_ENGLISH, Method
from facilitator.core.outcomes import OutcomeKind
from facilitator.core.shares import Base, Share
from facilitator.words.message import say
from facilitator.words.translator import Translator
from ui.room_screen import scene as scenes
from ui.room_screen.scene import Asking, Closed, Revealed, Scene

AREAS = (
    "Staying well and connected: helping everyone stay healthy, in touch with others and able to cope when "
    "needs come up",
    "Living well at home: supporting people and families who need help to carry on living at home",
    "Good days: helping people with support needs do things they enjoy and value in the day, or find work",
    "A home and support in the community: new kinds of care for adults and older people who need both support and "
    "somewhere to live",
    "Getting going again: helping people regain independence after hospital or other health care",
    "Buses that run in the evening",
    "A place for young people to go",
    "Someone to talk to at night: a voice on the telephone when worry is worst",
)
GOALS = (
    "Care and health services are here to help adults who need ongoing support to live well and have a good life.",
    "Wherever possible, that means living independently at home.",
    "It also means having chances to spend time with other people and to do things that matter to you.",
    "At the moment, support does not always help everyone reach their goals or live well where they want to live.",
    "People and families do not always get enough help to look after themselves and each other.",
    "A lot about how we support people has to change.",
)
LONG = "Everything that helps people live well in the place they call home, whatever that place is, " * 4
AWKWARD = (
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft wants a say in its "
    "own parking too",
    "الرعاية الصحية هي مسؤولية الجميع، ونريد أن نعيش في بيوتنا 12 سنة أخرى.",
    "שירותי בריאות טובים קרובים לבית, בבקשה.",
    "Mae iechyd da yn dechrau gartref, ac yn y gymuned. Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘ and 👩‍👩‍👧‍👧 🏴󠁧󠁢󠁷󠁬󠁳󠁿 with <b>marks</b> & ‮turned‬ text",
    "我们希望老年人能够在自己熟悉的家里继续生活并且得到需要的帮助和照顾而不必搬到很远的地方去",
    "{voted} of {count}\tand\nnew lines: %s %d \\n 'quoted' \"twice\"",
    "x" * 150,
)


def a_result(
    method: Method,
    options: Mapping[str, int] | Sequence[str],
    text: str = "What matters most here?",
    *,
    present: int = 84,
    base: int = 79,
    status: str = "closed",
    figures: bool = True,
) -> ShownResult:
    """Return a result as the gate passes it to the room; `options` are keys with figures, or areas by rank."""
    figured = dict(options) if isinstance(options, Mapping) else {one: 61 - 5 * at for at, one in enumerate(options)}
    shown = tuple(_option(key, figure, figured, base) if figures else _bare(key) for key, figure in figured.items())
    counted = ShownAccounting(present, None, base, base, 0, 0, 0, None, "") if figures else None
    return ShownResult(
        Audience.ROOM, QuestionKey("q"), StageKey("s"), text, "", Source.PROGRAMME, 1, method, 3, status, 1, shown,
        figures, base if figures else None, Base.VALID, counted,
        withheld=None if figures else say("The result is shown when the vote is closed."),
    )  # fmt: skip


def _option(text: str, figure: int, figures: Mapping[str, int], base: int) -> ShownOption:
    rank = 1 + sum(other > figure for other in figures.values())
    return ShownOption(
        _key(text), text, "", Source.PROGRAMME, figure, figure, Share(figure, base, Base.VALID).percent, rank
    )


def _bare(text: str) -> ShownOption:
    return ShownOption(_key(text), text, "", Source.PROGRAMME)


def _key(text: str) -> OptionKey:
    """Return the key that the core has for a fixed answer, else the text itself."""
    fixed = {words: key for options in OPTIONS_IN_ENGLISH.values() for key, words in options.items()}
    return fixed.get(text, OptionKey(text))


STATEMENT = {"Agree": 52, "Unsure": 16, "Disagree": 11}
DIRECTION = {"More": 40, "The same": 21, "Less": 9, "Not sure": 9}
CHOOSE = "Choose up to three areas that would make most difference here."


def votes() -> dict[str, Scene]:
    """Return the scenes of votes with words as they ship."""
    statement = a_result(Method.STATEMENT, STATEMENT, GOALS[0])
    asked = a_result(Method.STATEMENT, STATEMENT, GOALS[0], figures=False)
    areas = a_result(Method.CHOOSE, dict(zip(AREAS[:5], (41, 44, 30, 30, 22), strict=True)), CHOOSE)
    asked_areas = a_result(Method.CHOOSE, AREAS, CHOOSE, figures=False)
    direction = a_result(
        Method.DIRECTION, DIRECTION, "Should we put more, the same or less into breaks for family carers?"
    )
    tea = a_result(Method.SINGLE, {"Tea": 40, "Coffee": 30, "Neither": 9}, "Tea, coffee or neither?", figures=False)
    tied = tuple(OptionKey(text) for text in AREAS[2:4])
    return {
        "asking-statement": Asking(asked, 84, 61),
        "asking-practice": Asking(tea, 84, None, practice=True),
        "asking-tables": Asking(asked, 84, None, (Channel.TALLY,)),
        "asking-areas": Asking(asked_areas, 84, 61, (Channel.HANDS, Channel.TALLY)),
        "closed": Closed(GOALS[0]),
        "closed-practice": Closed("Tea, coffee or neither?", practice=True),
        "revealed-statement": Revealed(statement),
        "revealed-corrected": Revealed(replace(statement, status="corrected")),
        "revealed-areas": Revealed(areas),
        "revealed-eight": Revealed(a_result(Method.CHOOSE, AREAS, CHOOSE)),
        "revealed-direction": Revealed(direction),
        "tie": scenes.Tie(areas, tied, 1),
        "carried": scenes.carried_areas([OptionKey(text) for text in (AREAS[1], AREAS[0], AREAS[2])], areas, ""),
        "carried-unranked": scenes.Carried(AREAS[:2], "We will work on these after the break."),
        "outcome-adopted": scenes.Outcome(GOALS[1], OutcomeKind.ADOPTED),
        "outcome-changed": scenes.Outcome(GOALS[1], OutcomeKind.CHANGED, GOALS[1][:-1] + ", if people want to."),
        "outcome-left": scenes.Outcome(GOALS[5], OutcomeKind.LEFT),
    }


def talk() -> dict[str, Scene]:
    """Return the scenes between votes with words as they ship."""
    points = (
        ("Carers need breaks that they can plan, not only in a crisis", False),
        ("The bus is the reason why people miss what is already there", False),
        ("Tell us who decides, and by when", False),
        ("Some of us would rather have fewer meetings and more visits", True),
        ("Help with forms makes more difference than new services", False),
        ("Young people were not in the room today", False),
    )
    return {
        "welcome": scenes.Welcome("Living well in Riverside", "Village hall, 20 November 2026"),
        "prompt-one": scenes.Prompt(
            "What matters to you",
            ("What does a good life look like for you, or for someone you help? One thing each.",),
            "1.2",
        ),
        "prompt-three": scenes.Prompt(
            "Table talk about the areas",
            ("What already helps here?", "What gets in the way?", "Who finds it hardest to get help?"),
            "2.2",
        ),
        "prompt-goals": scenes.Prompt("The shared goals, read aloud", GOALS, "1.3"),
        "prompt-areas": scenes.Prompt("Five areas", AREAS[:5], "2.1"),
        "break": scenes.BreakTime("11:50", 12, "Tea and coffee are in the side room."),
        "break-now": scenes.BreakTime("11:50", 0),
        "evidence": scenes.Evidence(
            "Living well at home",
            "612 people here get help at home, and 41 are waiting for it to start.",
            "County adult care report, March 2026",
            empty=False,
        ),
        "evidence-none": scenes.Evidence("Buses that run in the evening", "", "", empty=True),
        "points-all": scenes.MainPoints(points, None),
        "point-minority": scenes.MainPoints(points, 3),
        "paused": scenes.Paused("We go on when everybody is ready."),
        "blank": scenes.Blank(),
        "thanks": scenes.Thanks(
            ("Thank you, and a safe journey.", "The report will be in the library on 12 December.")
        ),
    }


def awkward() -> dict[str, Scene]:
    """Return every kind of scene on very long and on awkward words."""
    eight = a_result(Method.CHOOSE, AWKWARD, AWKWARD[0], status="corrected")
    keys = tuple(option.key for option in eight.options)
    made: dict[str, Scene] = {
        "long-welcome": scenes.Welcome(LONG, LONG),
        "long-closed": Closed(LONG),
        "long-prompt": scenes.Prompt(LONG, (LONG * 5,), "2.2"),
        "long-prompts": scenes.Prompt("Five areas", (LONG,) * 6, "2.2"),
        "long-evidence": scenes.Evidence(LONG, LONG * 2, LONG, empty=False),
        "long-outcome": scenes.Outcome(LONG, OutcomeKind.CHANGED, LONG),
        "long-points": scenes.MainPoints(tuple((LONG, at == 2) for at in range(7)), None),
        "long-thanks": scenes.Thanks((LONG, LONG, LONG)),
        "long-break": scenes.BreakTime("half past eleven, by the clock over the door", None, LONG),
        "awkward-prompts": scenes.Prompt(AWKWARD[4], AWKWARD, "2.2"),
        "awkward-points": scenes.MainPoints(tuple((text, True) for text in AWKWARD), None),
        "awkward-carried": scenes.carried_areas(keys, eight, AWKWARD[1]),
        "awkward-tie": scenes.Tie(eight, keys, 2),
        "awkward-revealed": Revealed(eight),
        "awkward-asking": Asking(a_result(Method.CHOOSE, AWKWARD, AWKWARD[3], figures=False), None, None),
    }
    for number in (0, 1, 4, 7):
        text = AWKWARD[number]
        made[f"awkward-prompt-{number}"] = scenes.Prompt(text, (text,), "")
        made[f"awkward-closed-{number}"] = Closed(text, practice=True)
    return made


def every_scene() -> dict[str, Scene]:
    """Return all scenes by name."""
    return {**votes(), **talk(), **awkward()}


def main(folder: Path, width: int, height: int, *, rehearsal: bool) -> None:
    """Write a picture of every page of every scene into `folder`."""
    from ui.room_screen.painting import pages, room_picture

    words, size = Translator(), QSize(width, height)
    folder.mkdir(parents=True, exist_ok=True)
    for name, scene in every_scene().items():
        most = pages(scene, words, size, rehearsal=rehearsal)
        for page in range(most):
            shown = scenes.on_page(scene, page)
            ending = f"-{page + 1}" if most > 1 else ""
            room_picture(shown, words, size, rehearsal=rehearsal).save(str(folder / f"{name}{ending}.png"))


if __name__ == "__main__":
    from PySide6.QtGui import QFontDatabase, QGuiApplication

    from facilitator.look import FONT_FILES
    from facilitator.resources import asset

    app = QGuiApplication(sys.argv)
    for font in FONT_FILES:
        QFontDatabase.addApplicationFont(str(asset(font)))
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), rehearsal="rehearsal" in sys.argv)
