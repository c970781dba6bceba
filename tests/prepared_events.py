"""An event that was prepared in fifteen ways, for the rehearsals that play it."""

from __future__ import annotations

from facilitator.core.plan import edits
from facilitator.core.plan.edits import NewStep
from facilitator.core.programme import ActivityKind, EvidenceCard, Programme, PromiseLevel


def changed_fifteen_times(programme: Programme, variant: str) -> Programme:
    """Return a programme with own statements, own steps and other options, as a length of it is prepared."""
    song = NewStep(ActivityKind.TABLE_TALK, "goals", "Talk about buses", 6, ("Which bus is missing?",))
    programme = edits.promised(programme, PromiseLevel.CONSULT, "The council reads all of it before it decides.")
    programme = edits.with_givens(programme, ("The library stays open.",))
    programme = edits.with_ground_rules(programme, ("One voice at a time.",))
    programme = edits.with_step_title(programme, variant, "talk-areas", "Talk about what could change")
    programme = edits.with_minutes(programme, variant, "talk-areas", 9)
    programme = edits.added(programme, variant, "welcome", song)
    programme = edits.added(programme, variant, "carry-areas", NewStep(ActivityKind.BREAK, "approach", "Tea", 5))
    programme = edits.reworded(programme, "s2", "Home first.")
    programme = edits.with_statement(programme, variant, "vote-goals", "Buses run in the evening.")
    programme = edits.without_question(programme, variant, "s5")
    programme = edits.with_option(programme, "areas", "Gardens: places to sit and meet")
    programme = edits.without_option(programme, "areas", "a5")
    programme = edits.with_max_marks(programme, "areas", 2)
    programme = edits.with_evidence(programme, "a1", EvidenceCard(headline="Many people wait long for a visit."))
    return edits.moved_option(programme, "areas", "a2", -1)
