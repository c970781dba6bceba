"""People by characteristic and what they thought of the event: what may be seen of the paper forms (D1-D4, D10)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from facilitator.core.disclosure.audience import Audience
from facilitator.core.disclosure.folding import folded
from facilitator.core.disclosure.form_counts import BLANK, NOT_TO_SAY, Form, FormCounts, misfit
from facilitator.core.disclosure.policy import SuppressionPolicy
from facilitator.core.disclosure.results import SMALLEST_PUBLISHED_BASE
from facilitator.core.disclosure.revisions import not_told, published_before, the_first_that_may_stand
from facilitator.core.disclosure.shown_forms import ShownCell, ShownFormCounts, ShownHeadcount
from facilitator.core.disclosure.withholding import withheld_keys
from facilitator.core.keys import OptionKey
from facilitator.core.shares import SMALLEST_BASE_FOR_PERCENT, percent_shown
from facilitator.words.message import Message, say

Line = tuple[OptionKey, str, int, OptionKey | None]  # key, text, figure, heading above


def shown_people(
    counts: FormCounts, audience: Audience, policy: SuppressionPolicy, earlier: Sequence[ShownFormCounts] = ()
) -> ShownFormCounts:
    """Return what `audience` may see of a question of a form; `earlier` is what earlier revisions published of it.

    Operator and coordinator see everything, the room nothing. Published: nothing of fewer than 5 forms. Equality
    questions follow D1-D3 and D10; what people thought of the event is told from 10 forms on, as votes are (D7).
    """
    if audience in (Audience.OPERATOR, Audience.COORDINATOR):
        return _exact(counts, audience, policy)
    if audience is Audience.ROOM:
        return _nothing(counts, audience, policy, say("Who came is not shown in the room."))
    return the_first_that_may_stand(_pages(counts, policy, earlier), earlier)


def forms_together(
    questions: Sequence[FormCounts],
    audience: Audience,
    policy: SuppressionPolicy,
    earlier: Sequence[Sequence[ShownFormCounts]] = (),
) -> tuple[ShownFormCounts, ...]:
    """Return what `audience` may see of all questions of an event; `earlier` has one entry for each revision.

    Each is shown as if it were alone (D4). They share nothing but how many forms came back; were two to say different
    numbers of one form, nothing of that form would be published.
    """
    returned = {form: {one.returned for one in questions if one.form is form} for form in Form}
    return tuple(
        _together(one, audience, policy, _of_one_question(one, earlier), agreed=len(returned[one.form]) == 1)
        for one in questions
    )


def shown_headcount(count: int | None, audience: Audience, policy: SuppressionPolicy) -> ShownHeadcount:
    """Return how many staff, observers or interpreters may be told (D1); None is not recorded, and stays so (T28).

    No total of such head-counts and no total of all people in the building may be published beside them.
    """
    if count is None or audience in (Audience.OPERATOR, Audience.COORDINATOR):
        return ShownHeadcount(count)
    if audience is Audience.ROOM:
        return ShownHeadcount(None, withheld=True, why=say("Who came is not shown in the room."))
    if policy.is_small(count):
        return ShownHeadcount(None, withheld=True, why=say("c: 1 to {most} people.", most=policy.smallest_shown - 1))
    return ShownHeadcount(policy.rounded(count))


def _together(
    counts: FormCounts,
    audience: Audience,
    policy: SuppressionPolicy,
    earlier: Sequence[ShownFormCounts],
    *,
    agreed: bool,
) -> ShownFormCounts:
    if agreed or audience is not Audience.PUBLISHED:
        return shown_people(counts, audience, policy, earlier)
    return the_first_that_may_stand([_nothing(counts, audience, policy, _do_not_add_up())], earlier)


def _of_one_question(counts: FormCounts, earlier: Sequence[Sequence[ShownFormCounts]]) -> tuple[ShownFormCounts, ...]:
    return tuple(one for revision in earlier for one in revision if (one.form, one.key) == (counts.form, counts.key))


def _pages(
    counts: FormCounts, policy: SuppressionPolicy, earlier: Sequence[ShownFormCounts]
) -> Iterator[ShownFormCounts]:
    """Yield what may be published: as if it were the first time, then with all withheld that was withheld last."""
    yield _published(counts, policy)
    if before := published_before(earlier):
        yield _published(counts, policy, not_told(counts, before[-1]))


def _published(counts: FormCounts, policy: SuppressionPolicy, already: Set[OptionKey] = frozenset()) -> ShownFormCounts:
    opinions = counts.form is Form.EVALUATION
    least = SMALLEST_PUBLISHED_BASE if opinions else policy.least_forms
    if misfit(counts):
        return _nothing(counts, Audience.PUBLISHED, policy, _do_not_add_up())
    if counts.returned < least:
        withheld = say("Fewer than {least} forms came back, so nothing of them is published.", least=least)
        return replace(_nothing(counts, Audience.PUBLISHED, policy, withheld), fewer_than=least)
    if opinions:
        return _exact(_without_rare_names(counts, policy), Audience.PUBLISHED, policy)
    return _partly(counts, policy, withheld_keys(counts, policy, already))


def _partly(counts: FormCounts, policy: SuppressionPolicy, withheld: Set[OptionKey]) -> ShownFormCounts:
    seen = _shown(*folded(counts, withheld), Audience.PUBLISHED, policy)
    if all(cell.withheld for cell in seen.table(None)):
        return replace(seen, withheld=say("This is not published: it would tell what single people answered."))
    return replace(seen, why=_why(seen))


def _exact(counts: FormCounts, audience: Audience, policy: SuppressionPolicy) -> ShownFormCounts:
    return _shown(counts, frozenset(), audience, replace(policy, round_to=1))


def _without_rare_names(counts: FormCounts, policy: SuppressionPolicy) -> FormCounts:
    fewer, _ = folded(counts, {key for key in counts.written if policy.is_small(counts.counts[key])})
    return fewer


def _nothing(counts: FormCounts, audience: Audience, policy: SuppressionPolicy, withheld: Message) -> ShownFormCounts:
    keys = {option for option, _ in counts.options} | {heading.key for heading in counts.groups} | {BLANK}
    return replace(_shown(*folded(counts, keys), audience, policy), base=None, rounded=None, withheld=withheld)


def _shown(
    counts: FormCounts, withheld: Set[OptionKey], audience: Audience, policy: SuppressionPolicy
) -> ShownFormCounts:
    untold = withheld & {BLANK, NOT_TO_SAY} if counts.multiple else frozenset()
    cells = tuple(_cell(counts, policy, withheld, line) for line in _lines(counts) if line[0] not in untold)
    blank = _cell(counts, policy, withheld, (BLANK, "", counts.blank, None))
    return ShownFormCounts(
        audience, counts.form, counts.key, counts.text, counts.multiple, cells,
        None if BLANK in untold else blank,
        policy.rounded(counts.returned), policy.smallest_shown, policy.round_to, rounded=_rounding(policy),
    )  # fmt: skip


def _lines(counts: FormCounts) -> Iterator[Line]:
    """Yield each heading before its options, in shown order."""
    texts, headings = dict(counts.options), {heading.key: heading for heading in counts.groups}
    for key, figure in counts.top.items():
        if key not in headings:
            yield key, texts[key], figure, None
            continue
        yield key, headings[key].text, figure, None
        for option, count in counts.under(headings[key]).items():
            yield option, texts[option], count, key


def _cell(counts: FormCounts, policy: SuppressionPolicy, withheld: Set[OptionKey], line: Line) -> ShownCell:
    key, text, count, under = line
    if key in withheld:
        return ShownCell(key, text, None, None, withheld=True, under=under)
    return ShownCell(key, text, policy.rounded(count), _percent(count, counts, policy), withheld=False, under=under)


def _percent(count: int, counts: FormCounts, policy: SuppressionPolicy) -> str | None:
    """Return the share of the forms that came back; none of a small base, and none where figures are rounded (D10)."""
    if policy.round_to > 1 or counts.returned < SMALLEST_BASE_FOR_PERCENT:
        return None
    return percent_shown(count, counts.returned)


def _why(seen: ShownFormCounts) -> Message | None:
    most = seen.smallest_shown - 1
    if not any(cell.withheld for cell in seen.all_cells):
        return say("How many left this out or would rather not say is not told.") if seen.multiple else None
    if seen.multiple:
        return say("c: 1 to {most} people. How many left this out or would rather not say is not told.", most=most)
    return say("c: 1 to {most} people, or a number that would give such a figure away.", most=most)


def _rounding(policy: SuppressionPolicy) -> Message | None:
    if policy.round_to == 1:
        return None
    return say("Numbers are rounded to the nearest {step}, so they may not add up.", step=policy.round_to)


def _do_not_add_up() -> Message:
    return say("These figures do not add up, so they are not published.")
