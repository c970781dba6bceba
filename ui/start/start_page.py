"""The first page: try it, start an event, or open one; and the form that starts one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from facilitator.look import GRID_PX
from facilitator.words.message import say
from facilitator.words.translator import Translator
from ui.start.choice_tile import ChoiceTile, TileRow
from ui.start.naming import SUFFIX
from ui.start.recent_events import RecentEvents
from ui.start.recent_list import RecentList
from ui.widgets.banner import Banner
from ui.widgets.text import push_button, text_label

# Everything of an event is imported when it is wanted: the first window need not wait for it.
if TYPE_CHECKING:
    from facilitator.conduct.event import Event
    from facilitator.programme.reading import ProgrammeFile
    from ui.start.date_field import DateField
    from ui.start.earlier import EarlierEvent
    from ui.start.event_form import EventForm
    from ui.widgets.fields import Chooser, FigureField

_Ask = Callable[[Path], Path | None]


class StartPage(QWidget):
    """Gives an open event by `event_opened`; says in a sentence what stands in the way of one.

    `guide_wanted` carries the name of the page of the guide for what is shown.

    Without a `programme` the ones that ship are read when the form is first shown. Without `recent` no list is kept.
    """

    event_opened = Signal(object)
    pretend_room_wanted = Signal()
    guide_wanted = Signal(str)

    def __init__(
        self,
        words: Translator,
        programme: ProgrammeFile | None = None,
        *,
        today: date,
        folder: Path,
        recent: RecentEvents | None = None,
        choose_folder: _Ask | None = None,
        choose_file: _Ask | None = None,
        choose_programme: _Ask | None = None,
    ) -> None:
        super().__init__()
        self._words, self._programme, self._today, self._folder = words, programme, today, folder
        self._recent = recent
        self._choose_folder = choose_folder or self._ask_folder
        self._choose_file = choose_file or self._ask_file
        self._choose_programme = choose_programme or self._ask_programme
        self._form: EventForm | None = None
        self._like: EventForm | None = None  # the form of an event like an earlier one, while it is shown
        self.banner = Banner(words)
        self._make_choices()
        self.recent_list = RecentList(recent, words) if recent is not None else None
        self._lay_out()
        self._connect()

    @property
    def words(self) -> Translator:
        """The words of this page, for what opens beside it."""
        return self._words

    @property
    def form(self) -> EventForm:
        """The form that is shown; that of a new event is made when it is first asked for."""
        if self._like is not None:
            return self._like
        if self._form is None:
            self._form = self._new_form()
        return self._form

    @property
    def title(self) -> QLineEdit:
        """The name of a new event."""
        return self.form.title

    @property
    def place(self) -> QLineEdit:
        """The place of a new event."""
        return self.form.place

    @property
    def date(self) -> DateField:
        """The date of a new event."""
        return self.form.date

    @property
    def tables(self) -> FigureField:
        """The number of tables of a new event."""
        return self.form.tables

    @property
    def length(self) -> Chooser:
        """The length of a new event."""
        return self.form.length

    @property
    def start_button(self) -> QPushButton:
        """The button that starts the new event."""
        return self.form.start_button

    @property
    def path(self) -> Path:
        """Where the new event's file will be."""
        return self.form.path

    def start_event(self) -> None:
        """Make the event file and open it."""
        self.form.start_event()

    def open_file(self, path: Path) -> None:
        """Open an event file."""
        from facilitator.conduct.event import open_event

        with self.banner.telling():
            self._on_opened(open_event(path))
            return
        if self.recent_list is not None:
            self.recent_list.show_list()

    def show_form(self) -> None:
        """Show the form of a new event."""
        self.banner.hide()
        self._first.hide()
        self.form.show()
        self.form.begin()

    def start_like(self, path: Path) -> None:
        """Show the form of another event like the one at `path`; a file that cannot be read is told."""
        from ui.start.earlier import earlier_event

        self.show_choices()
        with self.banner.telling():
            self._like = self._new_form(earlier_event(path))
            self.show_form()
            return
        if self.recent_list is not None:
            self.recent_list.show_list()
            self.recent_list.focus_on(path)

    def show_choices(self) -> None:
        """Show the first page again; what was typed into the form of a new event stays there."""
        like, self._like = self._like, None
        if self._form is not None:
            self._form.hide()
        self._first.show()
        self.start_choice.setFocus(Qt.FocusReason.OtherFocusReason)
        if like is not None:
            self._put_away(like)

    def open_guide(self) -> None:
        """Ask for the guide: how to begin, or on the form how to prepare an event."""
        self.guide_wanted.emit("prepare" if self._first.isHidden() else "first-rehearsal")

    def focus_first(self) -> None:
        """Put the focus where a newcomer begins."""
        self.pretend_choice.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1, 2 and 3 choose on the first page, where nothing is typed; Escape leaves the form."""
        is_first = not self._first.isHidden()
        choice = {Qt.Key.Key_1: 0, Qt.Key.Key_2: 1, Qt.Key.Key_3: 2}.get(Qt.Key(event.key()))
        if is_first and choice is not None and not event.isAutoRepeat():
            self._choices[choice].click()
        elif not is_first and event.key() == Qt.Key.Key_Escape:
            self.show_choices()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """As high as the texts are in the width of now, which the scroll area would not ask for."""
        hint = super().minimumSizeHint()
        return QSize(hint.width(), max(hint.height(), self._layout.totalHeightForWidth(self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Reckon the height anew in the new width."""
        super().resizeEvent(event)
        self.updateGeometry()

    def _make_choices(self) -> None:
        words = self._words
        self.pretend_choice = ChoiceTile(
            words(say("Try with a pretend room")),
            words(say("See a whole event with 80 pretend people. Nothing here touches real data.")), 1, is_primary=True,
        )  # fmt: skip
        self.start_choice = ChoiceTile(
            words(say("Start my event")),
            words(say("Say its name, place, date and tables. The programme is ready to use.")), 2,
        )  # fmt: skip
        self.open_button = ChoiceTile(
            words(say("Open a file I was given")),
            words(say("Somebody prepared the event, or it was begun before.")), 3,
        )  # fmt: skip
        self._choices = (self.pretend_choice, self.start_choice, self.open_button)
        self.guide_button = push_button(words(say("Guide (F1)")), "quiet")

    def _connect(self) -> None:
        self.pretend_choice.clicked.connect(self.pretend_room_wanted)
        self.start_choice.clicked.connect(self.show_form)
        self.open_button.clicked.connect(self._on_open)
        self.guide_button.clicked.connect(self.open_guide)
        if self.recent_list is not None:
            self.recent_list.chosen.connect(self.open_file)
            self.recent_list.another_wanted.connect(self.start_like)

    def _put_away(self, like: EventForm) -> None:
        """Put the form of an event like an earlier one away for good, and go back to where it was wanted."""
        like.hide()
        self._forms.removeWidget(like)
        like.deleteLater()
        if self.recent_list is not None and like.earlier is not None:
            self.recent_list.focus_on(like.earlier.path)

    def _new_form(self, earlier: EarlierEvent | None = None) -> EventForm:
        from ui.start.event_form import EventForm

        form = EventForm(
            self._words, self._programmes() if earlier is None else (earlier.programme,), today=self._today,
            folder=self._folder, choose_folder=self._choose_folder, choose_programme=self._choose_programme,
            earlier=earlier,
        )  # fmt: skip
        form.hide()
        form.event_made.connect(self._on_opened)
        form.left.connect(self.show_choices)
        form.open_wanted.connect(self._on_open_that)
        self._forms.insertWidget(0, form, 1)
        return form

    def _programmes(self) -> tuple[ProgrammeFile, ...]:
        from facilitator.programme.shipped import find_programme, shipped_programmes

        return (self._programme,) if self._programme else tuple(map(find_programme, shipped_programmes()))

    def _on_opened(self, event: Event) -> None:
        if self._recent is not None:
            self._recent.opened(event.path)
        self.event_opened.emit(event)

    def _on_open(self) -> None:
        if (path := self._choose_file(self._folder)) is not None:
            self.open_file(path)

    def _on_open_that(self, path: Path) -> None:
        from facilitator.conduct.event import open_event

        with self.form.banner.telling():
            self._on_opened(open_event(path))

    def _ask_folder(self, folder: Path) -> Path | None:
        chosen = QFileDialog.getExistingDirectory(self, self._words(say("Where to keep the event file")), str(folder))
        return Path(chosen) if chosen else None

    def _ask_file(self, folder: Path) -> Path | None:
        kinds = self._words(say("Event files")) + f" (*{SUFFIX});;" + self._words(say("All files")) + " (*)"
        chosen, _ = QFileDialog.getOpenFileName(self, self._words(say("Open an event file")), str(folder), kinds)
        return Path(chosen) if chosen else None

    def _ask_programme(self, folder: Path) -> Path | None:
        kinds = self._words(say("Programme files")) + " (*.toml *.json)"
        chosen, _ = QFileDialog.getOpenFileName(self, self._words(say("Use a programme file")), str(folder), kinds)
        return Path(chosen) if chosen else None

    def _lay_out(self) -> None:
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(4 * GRID_PX, 3 * GRID_PX, 4 * GRID_PX, 3 * GRID_PX)
        self._layout.setSpacing(2 * GRID_PX)
        self._first = self._first_page()
        self._layout.addWidget(self._first)
        # In a row of its own, which reckons the height of the texts in the width that a form really has.
        self._forms = QHBoxLayout()
        self._forms.addStretch(0)
        self._layout.addLayout(self._forms)
        self._layout.addStretch(1)

    def _first_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * GRID_PX)
        head = QVBoxLayout()
        head.setSpacing(GRID_PX // 2)
        top = QHBoxLayout()
        top.addWidget(text_label("Facilitator", "display"), 1)
        top.addWidget(self.guide_button)
        head.addLayout(top)
        line = say("Run a conversation about health and care in one room, and keep what people said in one file.")
        head.addWidget(text_label(self._words(line), "muted"))
        layout.addLayout(head)
        layout.addWidget(self.banner)
        layout.addWidget(TileRow(self._choices))
        if self.recent_list is not None:
            layout.addWidget(self.recent_list)
            listed = text_label(self._words(say("The events you start or open will be listed here.")), "muted")
            layout.addWidget(listed)
            listed.setVisible(not self.recent_list.rows)  # not before: it would be a window of its own
        return page
