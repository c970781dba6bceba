"""What a newcomer is told at each place of a rehearsal: what happens here, and what to press."""

from __future__ import annotations

from facilitator.core.keys import State
from facilitator.core.programme import ActivityKind
from facilitator.rehearsal.asking import Way
from facilitator.words.message import Message, say

_STEPS = {
    ActivityKind.WELCOME: say("Greet the room, read out what it is for, then press Space."),
    ActivityKind.GO_ROUND: say("Tables talk, and notes come in. When it is time, press Space."),
    ActivityKind.READ_ALOUD: say("Read out what the room screen shows, then press Space."),
    ActivityKind.TABLE_TALK: say("Tables talk, and notes come in. When it is time, press Space."),
    ActivityKind.VOTE: say("Press Space for the first question of this step."),
    ActivityKind.SETTLE: say("Press A, C or L: the room adopts it, changes it, or leaves it."),
    ActivityKind.THEMING: say("A table misses an area. Add it, or go on with Space."),
    ActivityKind.CARRY_FORWARD: say("Areas may be level. The room decides how to settle it."),
    ActivityKind.EVIDENCE: say("Where figures are missing, ask who finds out. Then Space."),
    ActivityKind.PLAY_BACK: say("Choose 5 to 7 main points, one a minority view. Then show them."),
    ActivityKind.COMMITMENTS: say("Commitments and offers come in as notes. Then press Space."),
    ActivityKind.NEXT_STEPS: say("Say when the report comes, and who decides. Then Space."),
    ActivityKind.FORMS: say("People fill in their forms. When they are done, press Space."),
    ActivityKind.BREAK: say("Some people go home now: the next vote asks who is here."),
    ActivityKind.THANKS: say("Thank everybody, then press Space for the report and the pack."),
}

_QUESTIONS = {
    State.READY: say("See how many are present, then press Space to open the vote."),
    State.OPEN: say("When everybody has voted, press Space to close the vote."),
    State.CLOSED: say("Press Space to show the room the result, then again to go on."),
    State.VOID: say("This question was taken back. Press Space to go on."),
}

_OPEN_IN_A_WAY = {
    Way.HANDS: say("Type the figures the tellers call out, then press Space."),
    Way.TWO_TELLERS: say("Type what the tellers call out; a second teller may count too."),
    Way.TABLES: say("Tables send their counts. When none is missing, press Space."),
    Way.BALLOTS: say("Votes come by phone and on paper. Tick that nobody uses both."),
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
