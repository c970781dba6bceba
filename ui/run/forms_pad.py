"""The tally pad: paper forms typed in one by one, by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.conduct.event import Event
from facilitator.conduct.forms import TalliedForm, forms_asked, forms_typed, new_form, take_back_form, tally_form
from facilitator.core.forms import PREFER_NOT_TO_SAY, FormKind
from facilitator.errors import FacilitatorError
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.run.forms_draft import FormDraft, answer_at, is_written
from ui.run.forms_sheet import FormSheet
from ui.run.step_panel import Undo
from ui.widgets.announcing import announce_at_once

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MODIFIERS = ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)


class FormsPad(QWidget):
    """One form at a time: a key for each answer, Enter at its end stores it.

    A form that is half typed stays in memory for each kind of form; nothing of it is in the file. How many forms were
    typed is told here, and never what they add up to.

    `acted`: a form was stored, with its `Undo`. `failed`: a `FacilitatorError`; what was typed stays. `keys_turned`:
    keys are answers from now on, or are so no more.
    """

    acted = Signal(object)
    failed = Signal(object)
    keys_turned = Signal()

    def __init__(self, words: Translator, event: Event) -> None:
        super().__init__()
        self._words, self._event = words, event
        self._forms = forms_asked(event)
        self._drafts = {form.key: FormDraft(form) for form in self._forms}
        self._chosen = self._forms[0].key
        self._sending: tuple[FormDraft, TalliedForm] | None = None
        self.sheet = FormSheet(words, self._forms)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.sheet)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._typed: dict[str, int] = {}
        self._took_keys = False
        self._connect()
        self.show_counts()

    @property
    def draft(self) -> FormDraft:
        """The form at hand."""
        return self._drafts[self._chosen]

    @property
    def half_typed(self) -> Message | None:
        """Say which form is half typed, where one is."""
        begun = next((draft for draft in self._drafts.values() if draft.is_begun), None)
        if begun is None:
            return None
        return say("A form “{form}” is half typed and not stored yet.", form=begun.form.title.text)

    def show_counts(self) -> None:
        """Show how many forms are typed now."""
        self._count()
        self._show()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Give the focus on to the field, where the question asks for writing."""
        super().focusInEvent(event)
        self._show_question()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say no more that keys are answers."""
        super().focusOutEvent(event)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take every letter, figure and Space: none of them does anything else while forms are typed."""
        if event.modifiers() & _MODIFIERS or not self._press(event):
            super().keyPressEvent(event)

    def choose_form(self, key: str) -> None:
        """Go on with the other kind of form; the one at hand stays as it is, and what was told is of the first."""
        if key != self._chosen:
            self._tell(None)
        self._chosen = key
        self._show_question()

    def _press(self, event: QKeyEvent) -> bool:
        action = self._action(event)
        if action is None:
            return False
        if not event.isAutoRepeat():
            action()
        return True

    def _action(self, event: QKeyEvent) -> Callable[[], None] | None:
        key, text = Qt.Key(event.key()), event.text()
        actions: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_Backspace: self._on_back, Qt.Key.Key_Delete: self._on_cleared,
            Qt.Key.Key_Space: self._on_space, Qt.Key.Key_Left: lambda: self._on_turned(-1),
            Qt.Key.Key_Right: lambda: self._on_turned(1), Qt.Key.Key_Comma: lambda: None,
        }  # fmt: skip
        if key in _ENTER:
            return self._on_entered
        if key in actions:
            return actions[key]
        return (lambda: self._on_answer_key(text)) if text and text.isprintable() else None

    def _on_answer_key(self, key: str) -> None:
        question = self.draft.question
        answer = answer_at(question, key) if question is not None else None
        if answer is not None:
            self._on_chosen(answer)
        elif question is None:
            self._tell(say("The form is at its end: Enter stores it, Backspace goes back."))
        else:
            self._tell(say("No answer has the key {key} here.", key=key))

    def _on_chosen(self, answer: str) -> None:
        question = self.draft.question
        assert question is not None
        if question.kind is FormKind.SEVERAL and answer != PREFER_NOT_TO_SAY:
            self._take(self.draft.toggled(answer))
        else:
            self._take(self.draft.with_ticks(answer).onward())

    def _on_space(self) -> None:
        draft = self.draft
        if draft.question is None:
            self._tell(say("The form is at its end: Enter stores it, Backspace goes back."))
        elif draft.question.kind is FormKind.SEVERAL and draft.ticked:
            self._go_on(draft)
        else:
            self._go_on(draft.left_blank())

    def _on_entered(self) -> None:
        if self.draft.question is None:
            self._store(self.draft)
        else:
            self._attempt(lambda: self._go_on(self.draft.entered()))

    def _go_on(self, draft: FormDraft) -> None:
        """Go to the next question; one that ends by Enter at the end of the form stores it at once."""
        if draft.is_last and is_written(draft.question):
            self._store(draft)
        else:
            self._take(draft.onward())

    def _on_kept_back(self) -> None:
        self._go_on(self.draft.left_blank().with_ticks(PREFER_NOT_TO_SAY))

    def _on_back(self) -> None:
        self._take(self.draft.back())

    def _on_cleared(self) -> None:
        if self.draft.is_begun:
            self._drafts[self._chosen] = FormDraft(self.draft.form)
            self._show_question()
            self._tell(say("The form at hand is cleared. Nothing of it was stored."))

    def _on_turned(self, step: int) -> None:
        keys = list(self._drafts)
        self.choose_form(keys[(keys.index(self._chosen) + step) % len(keys)])

    def _on_typed(self, text: str) -> None:
        if is_written(self.draft.question):
            self._drafts[self._chosen] = self.draft.with_text(text)
            self._show()

    def _take(self, draft: FormDraft) -> None:
        self._drafts[self._chosen] = draft
        self._tell(None)
        self._show_question()

    def _store(self, draft: FormDraft) -> None:
        self._attempt(lambda: self._tally(draft))

    def _tally(self, draft: FormDraft) -> None:
        """Count a form; where that failed half way, the same form again is one form."""
        if self._sending is None or self._sending[0] != draft:
            self._sending = (draft, new_form(self._event, draft.form.key))
        tallied = tally_form(
            self._event, draft.form.key, draft.answers, comments=draft.comments, tallied=self._sending[1]
        )
        self._sending = None
        self._count()
        number = self._typed[draft.form.key]
        self._take(FormDraft(draft.form))
        self._tell(say("✓  Form {number} is stored.", number=number))
        self.acted.emit(Undo(say("Take back form {number}", number=number), lambda: self._take_back(draft, tallied)))

    def _take_back(self, draft: FormDraft, tallied: TalliedForm) -> None:
        """Take the last form back; its answers stand on the pad again, unless another form is at hand there."""
        take_back_form(self._event, tallied)
        self._count()
        self._chosen = draft.form.key
        is_free = not self.draft.is_begun
        if is_free:
            self._drafts[self._chosen] = replace(draft, at=0)  # where Delete clears the form, whatever it ends with
        self._show_question()
        self._tell(
            say("The last form is taken back. Here it is again: change it, or clear it with Delete.")
            if is_free
            else say("The last form is taken back. The form at hand stays as it is.")
        )

    def _attempt(self, verb: Callable[[], None]) -> None:
        try:
            verb()
        except FacilitatorError as error:
            self.failed.emit(error)

    def _tell(self, message: Message | None) -> None:
        told = self._words(message) if message is not None else ""
        self.sheet.tell(told)
        if told:
            announce_at_once(self, told)

    @property
    def takes_keys(self) -> bool:
        """Whether keys are answers now."""
        focused = self.window().focusWidget()
        return focused is not None and (focused is self or self.isAncestorOf(focused))

    def _show_question(self) -> None:
        """Show the question at hand, with the focus where it is answered, if the pad has the focus.

        A field that is left gives the focus to the pad before it is hidden: else Qt would give it to any other.
        """
        had_focus, writes = self.takes_keys, is_written(self.draft.question)
        if had_focus and not writes and not self.hasFocus():
            self.setFocus()
        self._show()
        if had_focus and writes:
            self.sheet.writing.field.setFocus()

    def _count(self) -> None:
        self._typed = {form.key: forms_typed(self._event, form.key) for form in self._forms}

    def _show(self) -> None:
        self.sheet.show_draft(self.draft, self._typed, takes_keys=self.takes_keys)
        writes = is_written(self.draft.question)  # then Tab comes to the field, and Shift+Tab leaves it past the pad
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus if writes else Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.sheet.spoken)
        self.setAccessibleDescription(self.sheet.answers.told())
        if self._took_keys != self.takes_keys:
            self._took_keys = self.takes_keys
            self.keys_turned.emit()

    def _connect(self) -> None:
        sheet, field = self.sheet, self.sheet.writing.field
        sheet.form_chosen.connect(self._on_form_clicked)
        sheet.answers.chosen.connect(self._on_clicked)
        sheet.store.clicked.connect(self._on_entered)
        sheet.back.clicked.connect(self._on_back)
        sheet.clear.clicked.connect(self._on_cleared)
        sheet.writing.typed.connect(self._on_typed)
        field.sent.connect(self._on_entered)
        field.left_blank.connect(self._on_space)
        field.went_back.connect(self._on_back)
        field.kept_back.connect(self._on_kept_back)
        field.cleared.connect(self._on_cleared)
        field.turned.connect(self._on_turned)
        field.focus_changed.connect(self._show)

    def _on_clicked(self, answer: str) -> None:
        self.setFocus()
        self._on_chosen(answer)

    def _on_form_clicked(self, key: str) -> None:
        self.setFocus()
        self.choose_form(key)
