"""One person's vote on a private screen: large, by key or mouse, read aloud where there is a voice."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from facilitator.conduct.assisting import AssistedVoter, assisted_voter, vote_assisted
from facilitator.conduct.meeting import Profile, meeting_now
from facilitator.core.keys import OptionKey, QuestionKey, State
from facilitator.core.result import QuestionResult
from facilitator.look import GRID_PX
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.assisted.choosing import Choosing
from ui.assisted.option_button import OptionButton
from ui.assisted.voice import Voice, system_speaker
from ui.room_screen.scene import rendered, sentence
from ui.run.desk import Desk
from ui.run.tools import ToolWindow
from ui.run.vote_words import votes_alone
from ui.widgets.banner import Banner
from ui.widgets.text import push_button, text_label

SECOND_ADULT = say("⚠  Everybody here is under 16: vote only where a second adult sees both of you.")
ONCE = say("This person votes here and nowhere else: leave them out when hands or a table are counted.")

ALONE = say(
    "For the helper: where hands or tables are called out, the result tells the hall what one single vote here was. "
    "Let two people or more vote here, or count without calling the figures out."
)


class Page(Enum):
    """Where the one person is."""

    NOTHING_OPEN = "nothing open"
    CHOOSING = "choosing"
    CHECKING = "checking"
    COUNTED = "counted"


class AssistedWindow(ToolWindow):
    """Lets one person choose, asks whether it is right, counts it, and forgets it; then comes the next person."""

    def __init__(self, desk: Desk, words: Translator, voice: Voice | None = None) -> None:
        super().__init__(words(say("A vote for one person")))
        self._desk, self._words = desk, words
        self.voice = voice or Voice(system_speaker(desk.open_event.details.language), self)
        self.page = Page.NOTHING_OPEN
        self._choosing: Choosing | None = None
        self._voter: AssistedVoter | None = None
        self._key: QuestionKey | None = None
        self.buttons: dict[OptionKey, OptionButton] = {}
        self._question, self._how = text_label(role="display"), text_label(role="large")
        self._once = text_label(words(ONCE), "muted")
        self._alone = text_label(words(ALONE), "muted")
        self._second_adult = text_label(words(SECOND_ADULT), "warning")
        self._sum = text_label(role="title")
        self.banner = Banner(words)
        self.next_button = push_button("", "next")
        self.back_button = push_button("", "quiet")
        self.aloud_button = push_button(words(say("Read aloud  (R)")), "quiet")
        self.close_button = push_button(words(say("Close  (Esc)")), "quiet")
        self._lay_out()
        self._connect()
        self.show_event()

    def sizeHint(self) -> QSize:
        """As large as the smallest laptop; a person makes it fill the screen where there is more."""
        return QSize(1366, 720)

    def show_event(self) -> None:
        """Follow the vote that is open, wherever the operator looks; another one begins anew, a closed one is told."""
        self._second_adult.setVisible(meeting_now(self._desk.open_event).profile is Profile.UNDER_16)
        asked = self._open_question()
        before = self._choosing.question if self._choosing is not None else None
        if asked is None:
            self._leave_closed(before)
        elif before is None or _is_another(before, asked):
            self._begin(asked)

    def half_typed(self) -> Message | None:
        """Say what was chosen and not counted."""
        if self.page in (Page.CHOOSING, Page.CHECKING) and self._choosing is not None and self._choosing.marks:
            return say("One person's vote is chosen and not counted yet.")
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by figure; R reads aloud."""
        number = event.key() - Qt.Key.Key_1
        if self.page is Page.CHOOSING and 0 <= number < min(9, len(self.buttons)):
            list(self.buttons.values())[number].click()
        elif event.key() == Qt.Key.Key_R and self.voice.can_speak:
            self.read_aloud()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Be silent, and forget who was here."""
        self.voice.stop()
        self._forget()
        super().closeEvent(event)

    def read_aloud(self) -> None:
        """Read what is on the screen, or be silent if it is being read."""
        if self.voice.speaks:
            self.voice.stop()
            return
        self.voice.say(" ".join(sentence(text) for text in self._spoken()))

    def _open_question(self) -> QuestionResult | None:
        """Return the question that was begun here while it is open, else the open one where the operator is, or any."""
        snapshot = self._desk.snapshot
        begun = snapshot.question(self._key) if self._key is not None else None
        found = (one for one in (begun, self._desk.question) if one is not None and one.state is State.OPEN)
        return next(found, snapshot.open_question)

    def _begin(self, question: QuestionResult) -> None:
        self._key = question.key
        self._choosing, self._voter = Choosing(question), assisted_voter(self._desk.open_event)
        self._make_buttons()
        self._show(Page.CHOOSING)

    def _leave_closed(self, before: QuestionResult | None) -> None:
        if before is not None and self.page is not Page.COUNTED:
            self.banner.warn(
                say("The vote was closed meanwhile."), say("What was chosen here and not counted is forgotten.")
            )
        self._forget()

    def _forget(self) -> None:
        """Keep nothing of the person who was here."""
        self._choosing = self._voter = self._key = None
        self._make_buttons()
        self._show(Page.NOTHING_OPEN)

    def _on_pressed(self, option: OptionKey) -> None:
        assert self._choosing is not None
        before, self._choosing = self._choosing, self._choosing.pressed(option)
        if self._choosing is before:
            self.banner.warn(say("All choices are made."), say("Take one back first: press it once more."))
        else:
            self.banner.put_off_warning()
        self._show(Page.CHOOSING)

    def _on_next(self) -> None:
        if self.page is Page.CHOOSING:
            self._check()
        elif self.page is Page.CHECKING:
            self._count()
        elif self.page is Page.COUNTED:
            self._choosing = None
            self.show_event()

    def _check(self) -> None:
        assert self._choosing is not None
        if not self._choosing.marks:
            self.banner.warn(say("Nothing is chosen yet."), say("Choose, or press “Rather not say”."))
            return
        self._show(Page.CHECKING)

    def _count(self) -> None:
        assert self._choosing is not None
        assert self._voter is not None
        with self.banner.telling():
            event, key = self._desk.open_event, self._choosing.question.key
            self._voter, _ = vote_assisted(event, key, self._voter, self._choosing.choices)
            self._choosing = Choosing(self._choosing.question)  # nobody who looks now sees what was chosen
            self._show(Page.COUNTED)
            self._desk.refresh()

    def _on_back(self) -> None:
        self._show(Page.CHOOSING)

    def _show(self, page: Page) -> None:
        self.page = page
        choosing = self._choosing
        self._question.setText(choosing.question.text if choosing is not None else self._words(say("No vote is open.")))
        self._how.setText(self._words(self._told()))
        self._once.setVisible(page is not Page.NOTHING_OPEN)
        self._alone.setVisible(page is Page.CHOOSING and choosing is not None and votes_alone(choosing.question))
        self._options.setVisible(page is Page.CHOOSING)
        self._sum.setVisible(page is Page.CHECKING)
        self._sum.setText("\n".join(f"✓  {text}" for text in self._chosen()))
        for option, button in self.buttons.items():
            button.setChecked(choosing is not None and choosing.has(option))
        self._name_buttons()

    def _name_buttons(self) -> None:
        names = {
            Page.CHOOSING: (say("Go on"), None), Page.CHECKING: (say("Yes, count this vote"), say("No, change it")),
            Page.COUNTED: (say("The next person"), say("Change this vote")), Page.NOTHING_OPEN: (None, None),
        }  # fmt: skip
        for button, name in zip((self.next_button, self.back_button), names[self.page], strict=True):
            button.setVisible(name is not None)
            button.setText(self._words(name) if name is not None else "")
        self.aloud_button.setVisible(self.voice.can_speak and self.page is not Page.NOTHING_OPEN)
        first = next(iter(self.buttons.values()), None)
        if self.page is Page.CHOOSING and first is not None and not self._options.isAncestorOf(self.focusWidget()):
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.page is not Page.CHOOSING:
            shown = self.close_button if self.page is Page.NOTHING_OPEN else self.next_button
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _told(self) -> Message:
        if self.page is Page.CHOOSING and self._choosing is not None:
            return self._choosing.how()
        told = {
            Page.CHECKING: say("You chose this. Is it right?"),
            Page.COUNTED: say("Counted. It can be changed until the next person comes or the vote is closed."),
        }
        return told.get(self.page, say("Open a vote first; then one person after the other can vote here."))

    def _chosen(self) -> list[str]:
        choosing = self._choosing
        if choosing is None or self.page is not Page.CHECKING:
            return []
        return [rendered(text, self._words) for key, text in choosing.options if choosing.has(key)]

    def _spoken(self) -> list[str]:
        texts = [self._question.text(), self._how.text()]
        if self.page is Page.CHOOSING:
            texts += [f"{number}: {button.text()}" for number, button in enumerate(self.buttons.values(), 1)]
        return [*texts, *self._chosen()]

    def _make_buttons(self) -> None:
        for button in self.buttons.values():
            button.hide()
            button.deleteLater()
        offered = self._choosing.options if self._choosing is not None else ()
        self.buttons = {
            key: OptionButton(rendered(text, self._words), number, self._words(say("chosen")))
            for number, (key, text) in enumerate(offered, 1)
        }
        for key, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, key=key: self._on_pressed(key))
            self._rows.addWidget(button)

    def _connect(self) -> None:
        self.next_button.clicked.connect(self._on_next)
        self.back_button.clicked.connect(self._on_back)
        self.aloud_button.clicked.connect(self.read_aloud)
        self.close_button.clicked.connect(self.close)

    def _lay_out(self) -> None:
        self._options = QWidget()
        self._rows = QVBoxLayout(self._options)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(GRID_PX)
        inside = QWidget()
        inside.setProperty("role", "ground")
        column = QVBoxLayout(inside)
        column.setContentsMargins(4 * GRID_PX, 3 * GRID_PX, 4 * GRID_PX, 3 * GRID_PX)
        column.setSpacing(2 * GRID_PX)
        for part in (self._question, self._how, self._options, self._sum):
            column.addWidget(part)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area, 1)
        layout.addLayout(self._foot())

    def _foot(self) -> QVBoxLayout:
        foot, row = QVBoxLayout(), QHBoxLayout()
        foot.setContentsMargins(4 * GRID_PX, 0, 4 * GRID_PX, 2 * GRID_PX)
        foot.setSpacing(GRID_PX)
        row.addWidget(self.next_button)
        row.addWidget(self.back_button)
        row.addStretch(1)
        row.addWidget(self.aloud_button)
        row.addWidget(self.close_button)
        foot.addWidget(self.banner)
        foot.addLayout(row)
        foot.addWidget(self._second_adult)
        foot.addWidget(self._once)
        foot.addWidget(self._alone)
        return foot


def _is_another(before: QuestionResult, asked: QuestionResult) -> bool:
    return (before.key, before.revision, before.text_hash) != (asked.key, asked.revision, asked.text_hash)
