"""Every kind of scene on the words that ship, on short ones and on awkward ones, for tests and for pictures."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from facilitator.core.disclosure import Audience, ShownAccounting, ShownOption, ShownResult, without_figures
from facilitator.core.keys import Channel, OptionKey, QuestionKey, Source, StageKey
from facilitator.core.methods import OPTIONS_IN_ENGLISH, Method
from facilitator.core.outcomes import OutcomeKind
from facilitator.core.programme import PromiseLevel
from facilitator.core.shares import Base, Share
from facilitator.words.message import say
from facilitator.words.translator import Translator
from ui.application import make_application
from ui.room_screen import scene as scenes
from ui.room_screen.kinds import ReadingCard, RoomMessage
from ui.room_screen.painting import pages, room_picture
from ui.room_screen.scene import Asking, Closed, Revealed, Scene

SIZES = ("1920x1080", "1024x768", "3840x2160")
COLUMNS, SMALL_PX, GAP_PX, NAME_PX, ON_A_SHEET = 3, 620, 10, 18, 12
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
PROMISE = (
    "What you say can change what we plan and what comes first; it cannot change the law or how much money there is."
)
GIVENS = (
    "There is less money than before.",
    "The law says what some services must do, and that cannot be changed here.",
)
RULES = (
    "One voice at a time.",
    "No question is silly.",
    "Talk from your own life, not about others by name.",
    "Disagree with ideas, not people.",
    "No jargon.",
    "Phones on silent unless voting.",
    "You may pass or step out.",
    "What is said is written down; who said it is not.",
)
WELSH = (
    "Mae gwasanaethau gofal ac iechyd yma i helpu oedolion sydd angen cymorth parhaus i fyw'n dda ac i gael bywyd da.",
    "Lle bynnag y bo modd, mae hynny'n golygu byw'n annibynnol gartref.",
    "Mae hefyd yn golygu cael cyfleoedd i dreulio amser gyda phobl eraill ac i wneud pethau sy'n bwysig i chi.",
)
WELSH_AREAS = (
    "Cadw'n iach ac mewn cysylltiad: helpu pawb i aros yn iach, cadw mewn cysylltiad ag eraill ac ymdopi",
    "Byw'n dda gartref: cefnogi pobl a theuluoedd y mae angen help arnynt i barhau i fyw gartref",
    "Diwrnodau da: helpu pobl ag anghenion cymorth i wneud pethau y maent yn eu mwynhau neu i ddod o hyd i waith",
    "Cartref a chymorth yn y gymuned: mathau newydd o ofal i oedolion a phobl hŷn",
    "Ailgychwyn: helpu pobl i adennill annibyniaeth ar ôl bod yn yr ysbyty",
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
        "asking-five": Asking(a_result(Method.CHOOSE, AREAS[:5], CHOOSE, figures=False), 84, 61),
        "closed": Closed(GOALS[0], asked=asked),
        "closed-areas": Closed(CHOOSE, asked=without_figures(areas)),
        "closed-practice": Closed("Tea, coffee or neither?", practice=True, asked=tea),
        "revealed-practice": Revealed(
            a_result(Method.SINGLE, {"Tea": 40, "Coffee": 30, "Neither": 9}, "Tea, coffee or neither?"), practice=True
        ),
        "revealed-nobody": Revealed(a_result(Method.STATEMENT, dict.fromkeys(STATEMENT, 0), GOALS[1], base=0)),
        "revealed-few": Revealed(
            a_result(Method.STATEMENT, {"Agree": 4, "Unsure": 2, "Disagree": 1}, GOALS[1], base=7)
        ),
        "revealed-all": Revealed(a_result(Method.STATEMENT, {"Agree": 79, "Unsure": 0, "Disagree": 0}, GOALS[1])),
        "revealed-twelve": Revealed(
            a_result(Method.CHOOSE, {f"{AREAS[at % 8].partition(':')[0]} {at}": 50 - at for at in range(12)}, CHOOSE)
        ),
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
        "quiet": scenes.Welcome("Living well in Riverside", "Village hall, 20 November 2026"),
        "welcome": scenes.Welcome(
            "Living well in Riverside", "Village hall, 20 November 2026", PromiseLevel.INVOLVE, PROMISE, GIVENS, RULES
        ),
        "welcome-promise-only": scenes.Welcome("A meeting", "Village hall", PromiseLevel.DEVOLVE),
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
        "prompt-practice": scenes.Prompt("", ("Tea, coffee or neither?",), practice=True),
        "prompt-statement": scenes.Prompt("How far do you agree?", (GOALS[1],)),
        "next-steps": scenes.Prompt(
            "What happens next",
            (
                "The report of today is published",
                "The plan is written, with the reasons for each decision",
                "The board decides about the plan",
            ),
            notes=("The council, 30 November", "The health board, March 2027", "The board, 12 May 2027"),
        ),
        "read-goals": scenes.ReadAloud("The shared goals, read aloud", GOALS),
        "read-areas": scenes.ReadAloud("Five areas", AREAS[:5]),
        "areas": scenes.Areas(
            "Anything missing?", "Is there an area we have left out?", tuple((text, False) for text in AREAS[:5])
        ),
        "areas-room-made": scenes.Areas(
            "Anything missing?",
            "Is there an area we have left out?",
            (*((text, False) for text in AREAS[:5]), *((text, True) for text in AREAS[5:])),
        ),
        "areas-to-choose": scenes.Areas("", CHOOSE, tuple((text, text == AREAS[5]) for text in AREAS[:6])),
        "break": scenes.BreakTime("11:50", 12, "After the break: Evidence on each area"),
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
        "message": RoomMessage("The fire exit is behind you. Walk, do not run."),
        "message-longest": RoomMessage(("Lunch is in the side room and there is something for everybody. " * 3)[:160]),
        "reading-card": ReadingCard(),
        "paused": scenes.Paused("We go on when everybody is ready."),
        "blank": scenes.Blank(),
        "thanks": scenes.Thanks(
            ("Thank you, and a safe journey.", "The report will be in the library on 12 December.")
        ),
    }


def welsh() -> dict[str, Scene]:
    """Return scenes whose words are Welsh, which is longer than English."""
    areas = a_result(Method.CHOOSE, WELSH_AREAS, "Dewiswch hyd at dri maes a fyddai'n gwneud y gwahaniaeth mwyaf yma.")
    answers = a_result(Method.STATEMENT, STATEMENT, WELSH[0])
    named = zip(answers.options, ("Cytuno", "Ansicr", "Anghytuno"), strict=True)
    answers = replace(answers, options=tuple(replace(option, text=text) for option, text in named))
    return {
        "welsh-read": scenes.ReadAloud("Y nodau a rennir, yn uchel", WELSH),
        "welsh-areas": Revealed(areas),
        "welsh-asking": Asking(without_figures(areas), 84, 61),
        "welsh-statement": Revealed(answers),
        "welsh-carried": scenes.Carried(WELSH_AREAS[:3], "Awn ymlaen â'r rhain."),
        "welsh-welcome": scenes.Welcome(
            "Byw'n dda yng Nglan-yr-afon", "Neuadd y pentref", PromiseLevel.INVOLVE, " ".join(WELSH), WELSH, WELSH
        ),
    }


def awkward() -> dict[str, Scene]:
    """Return every kind of scene on very long and on awkward words."""
    eight = a_result(Method.CHOOSE, AWKWARD, AWKWARD[0], status="corrected")
    keys = tuple(option.key for option in eight.options)
    made: dict[str, Scene] = {
        "long-welcome": scenes.Welcome(LONG, LONG, PromiseLevel.INVOLVE, LONG, (LONG, LONG), (LONG,) * 4),
        "long-closed": Closed(LONG),
        "long-read": scenes.ReadAloud(LONG, (LONG, LONG * 2)),
        "long-areas": scenes.Areas(LONG, LONG, ((LONG, False), (LONG + "again", True))),
        "long-statement": Revealed(a_result(Method.STATEMENT, STATEMENT, LONG)),
        "long-choice": Revealed(a_result(Method.CHOOSE, [f"{LONG}{at}" for at in range(5)], LONG)),
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
        "awkward-read": scenes.ReadAloud(AWKWARD[1], AWKWARD),
        "awkward-areas": scenes.Areas("", AWKWARD[2], tuple((text, text.startswith("x")) for text in AWKWARD)),
        "awkward-asking": Asking(a_result(Method.CHOOSE, AWKWARD, AWKWARD[3], figures=False), None, None),
    }
    for number in (0, 1, 4, 7):
        text = AWKWARD[number]
        made[f"awkward-prompt-{number}"] = scenes.Prompt(text, (text,), "")
        made[f"awkward-closed-{number}"] = Closed(text, practice=True)
    return made


def every_scene() -> dict[str, Scene]:
    """Return all scenes by name."""
    return {**votes(), **talk(), **welsh(), **awkward()}


def print_pictures(folder: Path, size: QSize, *, rehearsal: bool = False) -> list[Path]:
    """Write a picture of every page of every scene into `folder`, cleared of earlier ones; return them in order."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    made = []
    for name, picture in _pictures(size, rehearsal=rehearsal):
        made.append(folder / f"{name}.png")
        picture.save(str(made[-1]))
    return made


def contact_sheets(pictures: Sequence[Path], folder: Path) -> list[Path]:
    """Write sheets with many small pictures on each, to be looked at side by side."""
    made = []
    for start in range(0, len(pictures), ON_A_SHEET):
        made.append(folder / f"sheet-{start // ON_A_SHEET + 1:02}.png")
        _sheet(pictures[start : start + ON_A_SHEET]).save(str(made[-1]))
    return made


def _pictures(size: QSize, *, rehearsal: bool) -> Iterator[tuple[str, QImage]]:
    words = Translator()
    for name, scene in every_scene().items():
        most = pages(scene, words, size, rehearsal=rehearsal)
        for page in range(most):
            ending = f"-{page + 1}" if most > 1 else ""
            yield f"{name}{ending}", room_picture(scenes.on_page(scene, page), words, size, rehearsal=rehearsal)


def _sheet(pictures: Sequence[Path]) -> QImage:
    small = [QImage(str(path)).scaledToWidth(SMALL_PX, Qt.TransformationMode.SmoothTransformation) for path in pictures]
    height = small[0].height() + NAME_PX
    rows = -(-len(small) // COLUMNS)
    sheet = QImage(COLUMNS * (SMALL_PX + GAP_PX), rows * height, QImage.Format.Format_RGB32)
    sheet.fill(QColor("#999999"))
    painter = QPainter(sheet)
    for at, (path, picture) in enumerate(zip(pictures, small, strict=True)):
        left, top = at % COLUMNS * (SMALL_PX + GAP_PX), at // COLUMNS * height
        painter.drawText(QRect(left, top, SMALL_PX, NAME_PX), Qt.AlignmentFlag.AlignVCenter, path.stem)
        painter.drawImage(left, top + NAME_PX, picture)
    painter.end()
    return sheet


def main(arguments: Sequence[str]) -> None:
    """Print the gallery into a folder, at every size or at those that are told, such as 1920x1080."""
    folder, sizes = Path(arguments[0]), arguments[1:] or SIZES
    make_application(["gallery"])
    for told in sizes:
        width, height = map(int, told.split("x"))
        pictures = print_pictures(folder / told, QSize(width, height))
        for sheet in contact_sheets(pictures, folder / told):
            print(sheet)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main(sys.argv[1:])
