"""What the pretend people do at one place of the run sheet: they vote, write notes, fill in forms, come and go.

They never open, close, settle or carry anything: that is the facilitator's part, a learner's in the window.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from facilitator.conduct.counting import enter_count, standing_count
from facilitator.conduct.event import Event
from facilitator.conduct.record import event_record
from facilitator.core.keys import Channel, EntryId, State
from facilitator.core.programme import ActivityKind
from facilitator.core.tally import CountSheet
from facilitator.rehearsal.act import Act, nothing
from facilitator.rehearsal.asking import Asking, Way, asking_of, refuse_real, state_of
from facilitator.rehearsal.ballots import Ballots
from facilitator.rehearsal.counts import called_out, correction_of, hands_at_first, hands_of, table_counts_at_first
from facilitator.rehearsal.crowd import Crowd
from facilitator.rehearsal.desk import desk_acts
from facilitator.rehearsal.form_fillers import form_acts
from facilitator.rehearsal.note_takers import note_acts
from facilitator.words.message import say


def acts_at(event: Event, crowd: Crowd, activity: str, question: str = "") -> Iterator[Act]:
    """Yield all that the pretend people do at a place of the run sheet as it stands now.

    Hands are called out and not entered: whoever sits at the keyboard types them.
    """
    if not question:
        yield from _interruption(event, activity)
        yield from comings_at(event, crowd, activity)
        yield from notes_for(event, crowd, activity)
        yield from forms_for(event, crowd, activity)
    elif state_of(event, question) is State.OPEN:
        yield from votes_for(event, crowd, question, hands_are_entered=False)
    else:
        yield from late_votes_for(event, crowd, question)
        yield from complaints_at(event, crowd, question)


def _interruption(event: Event, activity: str) -> Iterator[Act]:
    """Yield the alarm that goes off once, at the first table talk of the second stage (situation 28)."""
    steps = event_record(event, with_history=False).steps
    second = str(event.programme.stages[min(1, len(event.programme.stages) - 1)].key)
    talks = [step.key for step in steps if step.stage == second and step.kind == ActivityKind.TABLE_TALK]
    if talks[:1] == [activity]:
        yield Act(say("The fire alarm goes. Press P: all clocks stop. It was a test: press Space."), nothing)


def votes_for(event: Event, crowd: Crowd, key: str, *, hands_are_entered: bool = True) -> Iterator[Act]:
    """Yield how the room votes on an open question: ballot by ballot, table by table, or by raising hands.

    Hands end with the tellers calling out the figures. Where they are entered, two tellers may differ at first; where
    not, they are those of rehearsal.counts.hands_of. It ends when the question is no longer open.
    """
    refuse_real(event)
    asking = asking_of(event, key)
    for act in _votes(event, crowd, asking, hands_are_entered=hands_are_entered):
        if not _is_open(event, key):
            return
        yield act


def late_votes_for(event: Event, crowd: Crowd, key: str) -> Iterator[Act]:
    """Yield the ballots that come behind the closing of a question; none of them counts."""
    refuse_real(event)
    asking = asking_of(event, key)
    if asking.way is Way.BALLOTS and asking.state is State.CLOSED:
        yield from Ballots(event, crowd, asking).too_late()


def complaints_at(event: Event, crowd: Crowd, key: str) -> Iterator[Act]:
    """Yield that a table's count was written down wrongly, as long as it stands so: to correct it is not theirs."""
    asking = asking_of(event, key)
    correction = correction_of(crowd, asking) if asking.state is State.CLOSED else None
    if correction is None:
        return
    standing = standing_count(event, key, correction.sheet.place, correction.sheet.channel)
    if standing is not None and not standing.agrees_with(correction.sheet):
        told = say("{complaint} Correct the result, with this as the reason.", complaint=correction.told)
        yield Act(told, nothing)


def notes_for(event: Event, crowd: Crowd, activity: str) -> Iterator[Act]:
    """Yield the notes that the tables write in a step of the run sheet; one table hands nothing in."""
    refuse_real(event)
    yield from note_acts(event, crowd, activity)


def forms_for(event: Event, crowd: Crowd, activity: str) -> Iterator[Act]:
    """Yield the forms that come back in a step of the run sheet, typed in a stack at a time."""
    refuse_real(event)
    yield from form_acts(event, crowd, activity)


def comings_at(event: Event, crowd: Crowd, activity: str) -> Iterator[Act]:
    """Yield who comes and goes at a step of the run sheet, as the welcome desk counts them."""
    refuse_real(event)
    yield from desk_acts(event, crowd, activity)


def _votes(event: Event, crowd: Crowd, asking: Asking, *, hands_are_entered: bool) -> Iterator[Act]:
    if asking.way is Way.BALLOTS:
        return Ballots(event, crowd, asking).in_time()
    if asking.way is Way.TABLES:
        return _table_counts(event, crowd, asking)
    return _hands(event, crowd, asking, entered=hands_are_entered)


def _hands(event: Event, crowd: Crowd, asking: Asking, *, entered: bool) -> Iterator[Act]:
    for name in asking.names:
        yield Act(say("Hands go up for “{option}”.", option=name), nothing)
    sheet = hands_at_first(crowd, asking) if entered else hands_of(crowd, asking)
    told = say("The tellers call out: {figures}.", figures=called_out(asking, sheet))
    yield Act(told, _entering(event, crowd, asking, sheet) if entered else nothing)


def _table_counts(event: Event, crowd: Crowd, asking: Asking) -> Iterator[Act]:
    for table, sheet in table_counts_at_first(crowd, asking).items():
        told = say("Table {table} calls out: {figures}.", table=table, figures=called_out(asking, sheet))
        yield Act(told, _entering(event, crowd, asking, sheet))


def _entering(event: Event, crowd: Crowd, asking: Asking, sheet: CountSheet) -> Callable[[], None]:
    entry = EntryId(crowd.chance.id("count", asking.key, asking.wording_version, sheet.place))
    by = sheet.place if sheet.channel is Channel.TALLY else sheet.counter

    def enter() -> None:
        if _is_open(event, asking.key) and standing_count(event, asking.key, sheet.place, sheet.channel) is None:
            enter_count(event, asking.key, sheet, by=by, entry_id=entry)

    return enter


def _is_open(event: Event, key: str) -> bool:
    return state_of(event, key) is State.OPEN
