"""What is said of a statement: how people voted on it, and what its vote suggests or the room decided."""

from __future__ import annotations

from facilitator.core.disclosure import Audience, ShownResult, shown
from facilitator.core.keys import State
from facilitator.core.outcomes import adoption_hint
from facilitator.words.message import Message, say, say_many
from ui.models.statements import StatementRow


def result_in_words(row: StatementRow) -> Message:
    """Return how people voted on a statement, and on which words if it was changed since."""
    short = _in_short(row.result.state, shown(row.result, Audience.OPERATOR))
    if row.outcome is None or row.outcome.text == row.result.text:
        return short
    return say("Voted on as “{text}”: {result}", text=" ".join(row.result.text.split()), result=short)


def _in_short(state: State, result: ShownResult) -> Message:
    if state is not State.CLOSED:
        return say("Its vote is not closed, so there is nothing to settle yet.")
    if not result.base:
        return say("Nobody voted on it.")
    first, *others = result.options
    votes = say_many("{count} valid vote", "{count} valid votes", count=result.base)
    head = say("Of {votes}: {option} {count}", votes=votes, option=first.text.lower(), count=first.count or 0)
    for option in others:
        head = say("{before}, {option} {count}", before=head, option=option.text.lower(), count=option.count or 0)
    return head


def hint(row: StatementRow) -> Message | None:
    """Return what the room decided on a statement, or what its vote suggests; None before its vote is closed."""
    if row.result.state is not State.CLOSED:
        return None
    if row.outcome is not None and row.rests_on_old_result:
        return say(
            "⚠  {outcome}. Decided by: {who}. The vote was corrected after this was settled: settle it again, even if "
            "nothing changes.",
            outcome=row.standing,
            who=row.outcome.decided_by,
        )
    if row.outcome is not None:
        return say("{outcome}. Decided by: {who}.", outcome=row.standing, who=row.outcome.decided_by)
    if adoption_hint(row.result.tally):
        return say("The vote suggests: adopt. The room decides.")
    return say("The vote suggests nothing clear. The room decides.")
