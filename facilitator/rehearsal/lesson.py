"""What a newcomer is told at each place of a rehearsal: what happens here, and what to press."""

from __future__ import annotations

from facilitator.core.keys import State
from facilitator.core.programme import ActivityKind
from facilitator.rehearsal.asking import Way
from facilitator.words.message import Message, say

_STEPS = {
    ActivityKind.WELCOME: say("Greet the room. The desk counts who came. Press Space to go on."),
    ActivityKind.GO_ROUND: say("Everybody says one thing, and the notes come in below. Press Space when it is time."),
    ActivityKind.READ_ALOUD: say("The room screen shows the words. Read them aloud, then press Space."),
    ActivityKind.TABLE_TALK: say(
        "The tables talk and their notes come in below. You can type one yourself. Press Space when it is time."
    ),
    ActivityKind.VOTE: say("The questions of this step stand below it. Press Space for the first one."),
    ActivityKind.SETTLE: say(
        "Look at each result together, and record what the room decides: adopt it, change it, or leave it."
    ),
    ActivityKind.THEMING: say(
        "A table misses an area. Add it to the list now: once the vote is open, the list stays as it is."
    ),
    ActivityKind.CARRY_FORWARD: say(
        "Where areas are level, only the room can settle it. Choose a way, then carry the areas forward."
    ),
    ActivityKind.EVIDENCE: say("Each area has its card. Where figures are missing, ask who finds out. Press Space."),
    ActivityKind.PLAY_BACK: say(
        "Choose five to seven notes as main points, one minority view among them. Read each aloud: is it right?"
    ),
    ActivityKind.COMMITMENTS: say("Commitments and offers come in as notes. Press Space when all have spoken."),
    ActivityKind.NEXT_STEPS: say("Say when the report comes, and who decides. Press Space to go on."),
    ActivityKind.FORMS: say("People fill in their forms. Use the time to see that every table is done. Press Space."),
    ActivityKind.BREAK: say("Some people go home in the break. Enter how many are present at the next vote."),
    ActivityKind.THANKS: say("Thank everybody. Then close the count, and write the report and the pack."),
}

_QUESTIONS = {
    State.READY: say("Check how many people are present, then press Space to open the vote."),
    State.OPEN: say("The pretend people vote. When nobody is missing, press Space to close the vote."),
    State.CLOSED: say("The vote is closed. Press Space to show the result on the room screen, then again to go on."),
    State.VOID: say("This question was taken back, and its votes reach no result. Press Space to go on."),
}

_OPEN_IN_A_WAY = {
    Way.HANDS: say("Hands go up. Type the figures that the tellers call out, then press Space to close the vote."),
    Way.TWO_TELLERS: say(
        "Two tellers count the hands. Type both counts; if they differ, count again. Then press Space to close."
    ),
    Way.TABLES: say("The tables call out their counts. When none is missing, press Space to close the vote."),
    Way.BALLOTS: say(
        "Votes come by phone and on paper. Say that nobody votes in both ways, then press Space to close the vote."
    ),
}


def lesson_for(kind: ActivityKind, state: State | None = None, way: Way | None = None) -> Message:
    """Return what to tell a newcomer at a step of this kind, or at a question of it that stands so.

    `way` is how the room answers the question, where it is known.
    """
    if state is None:
        return _STEPS[kind]
    if state is State.OPEN and way is not None:
        return _OPEN_IN_A_WAY[way]
    return _QUESTIONS[state]
