"""The run sheet while the event is prepared: every step with its title, minutes and prompts to change in place."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.core.plan.edits import (
    NewStep,
    added,
    moved,
    with_minutes,
    with_step_prompts,
    with_step_title,
    without,
)
from facilitator.core.plan.putting_back import step_put_back
from facilitator.core.programme import Activity, Programme
from facilitator.errors import Refused
from facilitator.look import GRID_PX
from facilitator.words.message import say, say_many
from facilitator.words.translator import Translator
from ui.prepare.left_out import LeftOut, LeftOutThing
from ui.prepare.planned_steps import (
    BEGINS_MINUTE,
    PlannedStep,
    clock,
    length_told,
    minutes_of,
    must_have_of,
    must_have_warning,
    planned_steps,
    steps_of,
)
from ui.prepare.prepare_page import MarkKind, PageMark, PreparePage
from ui.prepare.preparing import Preparing
from ui.prepare.step_adding import StepAdding
from ui.prepare.step_headings import SheetHeading, StageHeading
from ui.prepare.step_row import StepRow
from ui.prepare.tab_order import set_tab_order
from ui.widgets.sight import bring_in_sight
from ui.widgets.text import push_button, text_label


class RunSheetPage(PreparePage):
    """A table of the steps by stage; a step moves by Alt+Up and Alt+Down, and unfolds by the button at its end."""

    title = say("Run sheet")
    intro = say("Change titles and minutes where they stand. “More” shows what is asked, moves it or leaves it out.")
    characters_wide = 112

    def __init__(self, preparing: Preparing, words: Translator) -> None:
        super().__init__(preparing, words)
        self.step_rows: dict[str, StepRow] = {}
        self.total, self.begins = text_label(role="strong"), text_label(role="muted")
        self.table = QVBoxLayout()
        self.table.setSpacing(GRID_PX // 2)
        self.adding = StepAdding(words)
        self.adding.hide()
        self.add = push_button(words(say("Add a step at the end")))
        self.left_out = LeftOut(words)
        self._heading = SheetHeading(words)
        self._stages: dict[str, StageHeading] = {}
        self._shown: tuple[str, ...] = ()
        self._lay_out()
        self._connect()

    @staticmethod
    def mark(preparing: Preparing) -> PageMark | None:
        """Return what must-have votes are lost by steps left out, or how the length differs from the programme's."""
        if any(must_have_of(preparing.issued, step) for step in left_out_steps(preparing)):
            return PageMark(MarkKind.MUST_HAVE, say("must-have left out"))
        now = minutes_of(preparing.programme, preparing.variant)
        if now != minutes_of(preparing.issued, preparing.variant):
            return PageMark(MarkKind.DIFFERS, say_many("now {count} minute", "now {count} minutes", count=now))
        return None

    def show_programme(self) -> None:
        """Show the run sheet as it stands; what is being typed, the focus and what is unfolded stay."""
        preparing = self._preparing
        steps = planned_steps(preparing.as_asked, preparing.variant)
        issued = {str(step.key): step for step in steps_of(preparing.issued, preparing.variant)}
        self._show_total()
        self._make_rows(steps)
        for place, one in enumerate(steps):
            row = self.step_rows[one.step.key]
            row.show_step(one, issued.get(str(one.step.key)))
            row.detail.allow_moves(up=place > 0, down=place < len(steps) - 1)
        self._show_stages(steps)
        self._show_left_out()
        self._align_heading()

    def event(self, event: QEvent) -> bool:
        """Keep the names of the columns above them when the rows have another size."""
        is_done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._align_heading()
        return is_done

    def focus_first(self) -> None:
        """Put the cursor into the title of the first step."""
        if self._shown:
            self.step_rows[self._first_step()].title.setFocus()

    def unfold(self, key: str) -> None:
        """Show all of one step, and fold the others; what is shown already is folded."""
        wanted = not self.step_rows[key].is_unfolded
        for other, row in self.step_rows.items():
            row.unfold(wanted=wanted and other == key)
        if wanted:
            bring_in_sight(self.step_rows[key])

    def _align_heading(self) -> None:
        if self._shown:
            first = self.step_rows[self._first_step()]
            self._heading.stand_above(first.minutes.width(), first.more.width())

    def _show_total(self) -> None:
        preparing = self._preparing
        minutes = minutes_of(preparing.programme, preparing.variant)
        promised = minutes_of(preparing.issued, preparing.variant)
        told = say_many("{count} minute in all.", "{count} minutes in all.", count=minutes)
        sign = "" if minutes == promised else "⚠  "
        self.total.setText(f"{sign}{self._words(told)} {self._words(length_told(minutes, promised))}")
        self.begins.setText(self._words(say("The times are as if it began at {time}.", time=clock(BEGINS_MINUTE))))

    def _make_rows(self, steps: tuple[PlannedStep, ...]) -> None:
        keys = tuple(str(one.step.key) for one in steps)
        for key in [key for key in self.step_rows if key not in keys]:
            self._drop_row(key)
        for key in keys:
            if key not in self.step_rows:
                self.step_rows[key] = self._row(key)
        stages = tuple(str(one.step.stage) for one in steps)
        shape = tuple(f"{stage}/{key}" for stage, key in zip(stages, keys, strict=True))
        if shape != self._shown:
            self._shown = shape
            self._place(keys, stages)

    def _drop_row(self, key: str) -> None:
        row = self.step_rows.pop(key)
        if row.isAncestorOf(self.focusWidget() or self):
            self._neighbour_of(key).setFocus()
        self.table.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _neighbour_of(self, key: str) -> QWidget:
        """Return the row that comes next on the page, or before where it was the last."""
        keys = [one.partition("/")[2] for one in self._shown]
        place = keys.index(key)
        near = next((one for one in (*keys[place + 1 :], *reversed(keys[:place])) if one in self.step_rows), None)
        return self.step_rows[near].title if near is not None else self.add

    def _place(self, keys: tuple[str, ...], stages: tuple[str, ...]) -> None:
        """Put the rows in order, with a heading where a stage begins."""
        for row in self.step_rows.values():
            self.table.removeWidget(row)  # takeAt would leave Qt the item of before, and rows as high as they were
        for heading in self._stages.values():
            self.table.removeWidget(heading)
            heading.hide()
            heading.deleteLater()
        self._stages, before = {}, ""
        for key, stage in zip(keys, stages, strict=True):
            if stage != before:
                heading = self._stages[key] = StageHeading(self._words)
                self.table.addWidget(heading)
            self.table.addWidget(self.step_rows[key])
            before = stage
        fields = [field for key in keys for field in self.step_rows[key].fields()]
        set_tab_order(*fields, *self.adding.fields(), self.add)

    def _show_stages(self, steps: tuple[PlannedStep, ...]) -> None:
        titles = {stage.key: stage.title.text for stage in self._preparing.programme.stages}
        numbers = {key: number for number, key in enumerate(titles, 1)}
        for place, one in enumerate(steps):
            heading = self._stages.get(str(one.step.key))
            if heading is None:
                continue
            together = _run_of_stage(steps[place:])
            heading.show_stage(numbers[one.step.stage], titles[one.step.stage], sum(step.minutes for step in together))

    def _show_left_out(self) -> None:
        self.left_out.show_things([self._left_out(step) for step in left_out_steps(self._preparing)])

    def _left_out(self, step: Activity) -> LeftOutThing:
        texts = must_have_of(self._preparing.issued, step)
        lost = must_have_warning(len(texts)) if texts else None
        return LeftOutThing(str(step.key), step.title.text, lost, texts)

    def _row(self, key: str) -> StepRow:
        row = StepRow(self._words, self._preparing)
        row.titled.connect(lambda text: self._edit(partial(with_step_title, activity=key, text=text)))
        row.timed.connect(lambda minutes: self._on_timed(key, minutes))
        row.detail.prompted.connect(lambda texts: self._edit(partial(with_step_prompts, activity=key, texts=texts)))
        row.detail.adding_wanted.connect(lambda: self._on_adding_wanted(key))
        row.detail.leaving_wanted.connect(lambda: self._edit(partial(without, activity=key)))
        row.move_wanted.connect(lambda places: self._on_move_wanted(key, places))
        row.neighbour_wanted.connect(lambda direction: self._on_neighbour_wanted(key, direction))
        row.unfolded.connect(lambda: self.unfold(key))
        return row

    def _edit(self, edit: partial[Programme]) -> bool:
        preparing = self._preparing
        return preparing.apply(lambda before: edit(before, preparing.variant))

    def _on_timed(self, key: str, minutes: int | None) -> None:
        if minutes is None:
            self._preparing.apply(_refuse_no_minutes)
        else:
            self._edit(partial(with_minutes, activity=key, minutes=minutes))

    def _on_move_wanted(self, key: str, places: int) -> None:
        self._preparing.settle()
        self._edit(partial(moved, activity=key, places=places))
        bring_in_sight(self.step_rows[key])

    def _on_neighbour_wanted(self, key: str, direction: int) -> None:
        keys = [one.partition("/")[2] for one in self._shown]
        place = keys.index(key) + direction
        if 0 <= place < len(keys):
            row = self.step_rows[keys[place]]
            row.title.setFocus()
            bring_in_sight(row)

    def _on_adding_wanted(self, after: str) -> None:
        steps = planned_steps(self._preparing.programme, self._preparing.variant)
        self.adding.begin(steps, after)
        self.add.hide()

    def _on_step_wanted(self, step: NewStep, after: str) -> None:
        before = set(self.step_rows)
        if not self._edit(partial(added, after=after, step=step)):
            return
        self._on_adding_left()
        new = next((key for key in self.step_rows if key not in before), None)
        if new is not None:
            self.step_rows[new].title.setFocus()
            self.step_rows[new].title.selectAll()
            bring_in_sight(self.step_rows[new])

    def _on_adding_left(self) -> None:
        self.adding.hide()
        self.add.show()
        self.add.setFocus()

    def _on_put_back(self, key: str) -> None:
        preparing = self._preparing
        if preparing.apply(lambda now: step_put_back(now, preparing.issued, preparing.variant, key)):
            self.step_rows[key].title.setFocus()
            bring_in_sight(self.step_rows[key])

    def _first_step(self) -> str:
        return self._shown[0].partition("/")[2]

    def _last_step(self) -> str:
        return self._shown[-1].partition("/")[2]

    def _lay_out(self) -> None:
        told = QVBoxLayout()
        told.setSpacing(2)
        told.addWidget(self.total)
        told.addWidget(self.begins)
        self.rows.addLayout(told)
        self.rows.addWidget(self._heading)
        self.rows.addLayout(self.table)
        self.rows.addWidget(self.adding)
        self.rows.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.rows.addWidget(self.left_out)
        self.rows.addStretch(1)

    def _connect(self) -> None:
        self.add.clicked.connect(lambda: self._on_adding_wanted(self._last_step()))
        self.adding.wanted.connect(self._on_step_wanted)
        self.adding.left.connect(self._on_adding_left)
        self.left_out.put_back.connect(self._on_put_back)


def left_out_steps(preparing: Preparing) -> tuple[Activity, ...]:
    """Return the steps that the programme has in this length and the event has not."""
    kept = {step.key for step in steps_of(preparing.programme, preparing.variant)}
    return tuple(step for step in steps_of(preparing.issued, preparing.variant) if step.key not in kept)


def _run_of_stage(steps: tuple[PlannedStep, ...]) -> list[Activity]:
    """Return the steps at the beginning that are of one stage."""
    stage = steps[0].step.stage
    end = next((place for place, one in enumerate(steps) if one.step.stage != stage), len(steps))
    return [one.step for one in steps[:end]]


def _refuse_no_minutes(programme: Programme) -> Programme:
    del programme
    raise Refused(say("A step needs its minutes."), say("Type how many it takes, or leave the step out."))
