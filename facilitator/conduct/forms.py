"""Paper forms typed in one by one, and added up; nothing in the file says which answers stood on one form."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from facilitator.conduct.event import LEAD, Event
from facilitator.conduct.noting import Note, NoteId, add_note, refuse_unusable, withdraw_note
from facilitator.core.disclosure.form_counts import FormCounts
from facilitator.core.forms import Form, FormKind, FormQuestion, counts_of, kept_answer
from facilitator.core.meeting import Profile
from facilitator.core.programme import ActivityKind, Programme
from facilitator.core.under_16 import forms_for
from facilitator.errors import Refused
from facilitator.store.moment import Decision, Moment
from facilitator.store.reading import Reading
from facilitator.store.rows import FormAnswerBackRow, FormAnswerRow
from facilitator.words.message import say

_RETURNED = ""  # the answer that counts the form itself; no question of a form has its name
_MARK_BYTES = 16


@dataclass(frozen=True, slots=True)
class TalliedForm:
    """One paper form while it is typed: the random mark of each of its answers, which only this session knows.

    It is kept nowhere: once it is gone, nobody can tell which answers stood on one form, or take the form back.
    """

    form: str
    marks: Mapping[str, bytes] = field(repr=False)


def new_form(event: Event, form_key: str) -> TalliedForm:
    """Return marks for a form that is about to be typed; hand them to `tally_form` again where it did not come through.

    Raises `Refused` for a form that the programme does not have.
    """
    return form_with(the_form(event, form_key), lambda _: event.random_bytes(_MARK_BYTES))


def tally_form(
    event: Event,
    form_key: str,
    answers: Mapping[str, tuple[str, ...]],
    *,
    comments: Mapping[str, str] | None = None,
    tallied: TalliedForm | None = None,
    by: str = LEAD,
) -> TalliedForm:
    """Count one paper form; on return it is durable. A question that is left out or has no ticks counts as blank.

    `answers` are the ticked keys by question, `comments` people's own words by question. The same `tallied` and answers
    again is one form (T1). Also after the count is closed, since forms are no votes.

    Each answer is kept by itself under a random mark, with no time, author or order, and leaves no entry in the file's
    history: as with ballots, what order the pages of the file still show is gone once the file is rewritten, which
    closing it does. Until then it is for whoever holds the laptop and its file alone.

    A comment becomes a note of its own at the step of the forms (or the last step, where the event has none), about the
    question it answers and of no table. Like every note it has a time, and is checked before it is published: two
    comments of one form stand beside each other among the notes, its answers do not. The form is counted after its
    comments are stored; cut off in between, it is missing from the count, where a person sees it, and never counted
    twice.

    Raises `Refused` for what the form does not ask or offer, and for marks that were taken back or have other answers.
    """
    form = the_form(event, form_key)
    tallied = tallied or new_form(event, form_key)
    kept = dict(_kept(form, answers))
    notes = dict(_notes(event, form, comments or {}))
    for note in notes.values():
        refuse_unusable(event.store.reading, note, event.programme.forms)
    for name, note in notes.items():
        add_note(event, note, note_id=NoteId(tallied.marks[name]), by=by)
    event.store.append(lambda moment: _counted(moment, tallied, kept))
    return tallied


def take_back_form(event: Event, tallied: TalliedForm, *, by: str = LEAD) -> None:
    """Take a form that was typed by mistake out of the count, with its comments; again, it changes nothing.

    Nothing is deleted: what is taken back stays in the file beside the marks that take it back. Where a single form was
    taken back, whoever holds the file can tell which answers it had; look at a form before it is counted.

    Raises `Refused` for a form that is not in the file.
    """
    form = the_form(event, tallied.form)
    names = [form.key, *(form.id_of(question) for question in form.counted)]

    def rule(moment: Moment) -> Decision[None]:
        _refuse_uncounted(moment, tallied)
        if not moment.form_answer_counts(form.key, tallied.marks[form.key]):
            return Decision(None)
        return Decision(None, rows=[FormAnswerBackRow(name, tallied.marks[name]) for name in names])

    event.store.append(rule)
    for question in form.comments:
        _withdraw_comment(event, NoteId(tallied.marks[form.id_of(question)]), by)


def form_counts(event: Event) -> tuple[FormCounts, ...]:
    """Return the exact counts of every question, for the gate; recounted at each call.

    A form of which none was typed is left out: how many came back is then not known (T28). Left out as well are
    comments, which are notes, and the district where nobody wrote one.
    """
    return form_counts_now(event.store.reading, forms_asked(event))


def form_counts_now(reading: Reading, forms: tuple[Form, ...]) -> tuple[FormCounts, ...]:
    """Return the exact counts of every question of `forms`."""
    answers = reading.form_answers()
    returned = {form.key: answers.get(form.key, {}).get(_RETURNED, 0) for form in forms}
    counts = [
        (question, counts_of(form, question, answers.get(form.id_of(question), {}), returned[form.key]))
        for form in forms
        for question in form.counted
        if returned[form.key]
    ]
    return tuple(one for question, one in counts if question.kind is not FormKind.DISTRICT or len(one.options) > 1)


def forms_typed(event: Event, form_key: str) -> int:
    """Return how many forms of a kind are counted; 0 is that none was typed yet, and never that none came back."""
    return event.store.reading.form_answers().get(the_form(event, form_key).key, {}).get(_RETURNED, 0)


def forms_asked(event: Event) -> tuple[Form, ...]:
    """Return the paper forms of the programme, as this kind of meeting asks them."""
    return forms_in(event.store.reading, event.programme)


def forms_in(reading: Reading, programme: Programme) -> tuple[Form, ...]:
    """Return the paper forms of a programme, as the meeting that stands in the file asks them."""
    meeting = reading.meeting()
    return forms_for(Profile(meeting.profile), programme.forms) if meeting else programme.forms


def the_form(event: Event, form_key: str) -> Form:
    """Return the form called `form_key`; raises `Refused` if the programme has none."""
    form = next((one for one in forms_asked(event) if one.key == form_key), None)
    if form is None:
        raise Refused(
            say("The programme of this event has no form called “{form}”.", form=form_key[:40]),
            say("Choose one of its forms, or none where it has none."),
        )
    return form


def form_with(form: Form, mark_of: Callable[[str], bytes]) -> TalliedForm:
    """Return a form with a mark for itself and for each of its questions; no two of them may be alike."""
    names = [form.key, *(form.id_of(question) for question in form.questions)]
    return TalliedForm(form.key, {name: mark_of(name) for name in names})


def _kept(form: Form, answers: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    _refuse_unasked(answers, form.counted)
    yield form.key, _RETURNED
    for question in form.counted:
        yield form.id_of(question), kept_answer(question, answers.get(question.key, ()))


def _notes(event: Event, form: Form, comments: Mapping[str, str]) -> Iterator[tuple[str, Note]]:
    _refuse_unasked(comments, form.comments)
    steps = event.store.reading.run_sheet()
    of_forms = [step.key for step in steps if step.kind == ActivityKind.FORMS]
    activity = of_forms[0] if of_forms else steps[-1].key
    for question in form.comments:
        words = comments.get(question.key, "").strip()
        if words:
            asked = form.id_of(question)
            yield asked, Note(words, activity, about=asked, language=event.details.language)


def _counted(moment: Moment, tallied: TalliedForm, kept: Mapping[str, str]) -> Decision[None]:
    stored = moment.form_answer(tallied.form, tallied.marks[tallied.form])
    if stored is None:
        return Decision(None, rows=[FormAnswerRow(name, tallied.marks[name], answer) for name, answer in kept.items()])
    if not moment.form_answer_counts(tallied.form, tallied.marks[tallied.form]):
        raise Refused(say("This form was taken back."), say("Type it anew if it is to count after all."))
    if any(moment.form_answer(name, tallied.marks[name]) != answer for name, answer in kept.items()):
        raise Refused(say("This form was counted before with other answers."), say("Take it back, then type it anew."))
    return Decision(None)


def _withdraw_comment(event: Event, note_id: NoteId, by: str) -> None:
    editions = event.store.reading.note_editions(note_id)
    if editions and not editions[-1].withdrawn:
        withdraw_note(event, note_id, why="form taken back", by=by)


def _refuse_uncounted(moment: Moment, tallied: TalliedForm) -> None:
    if moment.form_answer(tallied.form, tallied.marks[tallied.form]) is None:
        raise Refused(say("There is no such form."), say("Nothing was counted, so there is nothing to take back."))


def _refuse_unasked(answers: Mapping[str, object], questions: tuple[FormQuestion, ...]) -> None:
    asked = {str(question.key) for question in questions}
    for key in answers:
        if key not in asked:
            raise Refused(
                say("The form has no question “{question}” of this kind.", question=key[:40]),
                say("Choose one of those printed on it."),
            )
