"""The operator's window: the run sheet, NOW, and what the room sees."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QTabWidget, QVBoxLayout, QWidget

from facilitator.core.programme import ActivityKind
from facilitator.core.timing import StepState
from facilitator.handover.readiness import Card
from facilitator.look import GRID_PX
from facilitator.rehearsal.asking import Way as RoomsWay
from facilitator.words.message import Message, say
from facilitator.words.translator import Translator
from ui.guide.guide_window import GuideWindow
from ui.models.run_sheet import FINISH, Place, RunSheetModel
from ui.room_screen.room_window import RoomWindow
from ui.run.access_card import AccessCard
from ui.run.catching_up import CatchingUp
from ui.run.cut_plan_card import TakenPlan
from ui.run.desk import Desk
from ui.run.finish_files import LeavingFiles
from ui.run.finish_panel import FinishPanel
from ui.run.headings import counts, stage_name, step_name
from ui.run.keys import KeyMap, is_typed
from ui.run.lesson_guide import LessonGuide
from ui.run.next_scene import NextPage
from ui.run.notes_card import NotesCard
from ui.run.now_card import NowCard
from ui.run.panel_makers import panel_makers
from ui.run.panels import Panels
from ui.run.paper_slip import still_there
from ui.run.people_card import PeopleCard
from ui.run.pretend_room import PretendRoom
from ui.run.review_opening import ReviewOpening
from ui.run.room_card import RoomCard
from ui.run.screens import Screens
from ui.run.sheet_list import SheetList
from ui.run.step_panel import NextStep, StepPanel, Undo
from ui.run.tables_card import TablesCard
from ui.run.time_line import slower_tables_in_words
from ui.run.tool_list import GUIDE, PREPARE, the_tools
from ui.run.tools import Tools
from ui.run.top_line import TopLine
from ui.run.unsaved_told import UnsavedTold
from ui.run.vote_announcer import VoteAnnouncer
from ui.run.vote_doing import Way
from ui.run.vote_panel import VotePanel
from ui.widgets.columns import Column, Columns
from ui.widgets.fields import let_letters_act
from ui.widgets.text import card, text_label

TICK_MS = 5_000


class OperatorWindow(QMainWindow):
    """Shows the desk and asks it for what the operator wants; `files` makes what leaves the event.

    `own_folder` keeps what lasts from event to event: the names of the screens, and the logo. `closed`: nothing is
    shown any more. `copy_wanted`: another event like this one is to be started. `rehearsal_wanted`: this one is to be
    rehearsed with pretend people.
    """

    closed = Signal()
    copy_wanted = Signal()
    rehearsal_wanted = Signal()
    other_colours_wanted = Signal()

    def __init__(
        self, desk: Desk, room: RoomWindow, words: Translator, files: LeavingFiles, own_folder: Path | None = None
    ) -> None:
        super().__init__()
        self.desk, self._words, self.room = desk, words, room
        self.files = files
        self._shown_place: Place | None = None
        self._forms_at: Place | None = None  # where paper forms are typed, whatever the step there is
        self._unsaved_told = UnsavedTold(self)
        self.sheet = RunSheetModel(words)
        self.sheet_list = SheetList(self.sheet, words)
        self.now = NowCard(words)
        makers = panel_makers(words, desk.open_event, files)
        self.panels = Panels(makers, self._on_panel_made)
        self.room_card = RoomCard(words, room.canvas)
        self.screens = Screens(self, words, own_folder)
        self.tools = Tools(the_tools(self, words), words, self)
        self.top = TopLine(words, self.tools.button)
        self.catching_up = CatchingUp(desk, words, self)
        self.guide: LessonGuide | None = None
        self.reading = ReviewOpening(desk, words, self)
        self.notes = NotesCard(words, desk.open_event)
        self.tables = TablesCard(words, desk.open_event)
        self.people = PeopleCard(words, desk.open_event)
        self.access = AccessCard(words, desk.open_event)
        self.now.put_above(self.catching_up.card)
        self._lay_out()
        actions = self._key_actions()
        self._keys = KeyMap(actions, self)
        let_letters_act(self, actions)
        self.announcer = VoteAnnouncer(desk, words, self)
        self._connect()
        self._show_desk()
        self.now.focus_next()

    @property
    def vote(self) -> VotePanel:
        """The panel of the question at the operator's place."""
        panel = self.now.panel
        assert isinstance(panel, VotePanel)
        return panel

    def sizeHint(self) -> QSize:
        """The smallest laptop this is made for."""
        return QSize(1366, 768)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key stands for, here or in the panel that is shown; a field that has the focus keeps its keys."""
        if event.key() == Qt.Key.Key_Escape:
            self.now.focus_next()
        elif is_typed(event, self.focusWidget()):
            super().keyPressEvent(event)
        elif not self._keys.press(event) and self.now.panel is not None:
            self.now.panel.keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Take the room screen along; what was typed and cannot be stored yet is asked about first."""
        if not self._may_close():
            event.ignore()
            return
        if not self.reading.close():
            event.ignore()
            return
        self._tick.stop()
        self.tools.close()
        self.screens.close()
        self.room.close()
        super().closeEvent(event)
        self.closed.emit()

    def tell(self, message: Message, advice: Message) -> None:
        """Say something that the operator should know, such as after a crash."""
        self.now.banner.tell(message, self._words(advice))

    def rehearse(self) -> None:
        """Ask for a rehearsal of this event, which takes its place; not while people are at a step of it."""
        if self.desk.times.running is None:
            self.rehearsal_wanted.emit()
            return
        told = say("A step is under way, and a rehearsal would take this window away from the room.")
        self.now.banner.warn(told, say("Rehearse before the event begins."))
        self.come_forward()

    def come_forward(self) -> None:
        """Come to the front of the other windows, where something was said that needs an answer."""
        self.raise_()
        self.activateWindow()

    def lead(self, pretend: PretendRoom) -> None:
        """Lead a newcomer through a rehearsal."""
        self.guide = LessonGuide(self.desk, pretend, self._words, self)
        self.now.put_above(self.guide.card)
        pretend.way_settled.connect(self._on_way_settled)

    def _on_way_settled(self, way: RoomsWay) -> None:
        """Count as the pretend people answer: they settle it before anybody types a figure."""
        if isinstance(self.now.panel, VotePanel):
            self.now.panel.count_by(Way.TABLES if way is RoomsWay.TABLES else Way.HANDS)

    def _on_plan_taken(self, taken: TakenPlan) -> None:
        self._do(lambda: self.desk.take_plan(taken.plan, taken.why))
        self.catching_up.card.hide()
        self.now.focus_next()

    def _key_actions(self) -> dict[Qt.Key, Callable[[], None]]:
        return {
            Qt.Key.Key_Space: self.now.press_next,
            Qt.Key.Key_PageDown: self.now.press_next,
            Qt.Key.Key_PageUp: lambda: self._do(self.desk.show_last),
            Qt.Key.Key_B: self.desk.blank,
            Qt.Key.Key_Period: self.desk.blank,  # what a clicker's "black screen" button sends
            Qt.Key.Key_P: self._on_pause,
            Qt.Key.Key_N: self._on_note_wanted,
            Qt.Key.Key_F: self._on_forms_wanted,
            **self.tools.key_actions(),
        }

    def _connect(self) -> None:
        desk = self.desk
        desk.changed.connect(self._show_desk)
        self.sheet_list.chosen.connect(self._on_place_chosen)
        self.now.acted.connect(self._on_next_done)
        self.now.undo_asked.connect(lambda: self._do(desk.undo_last))
        self.now.blank_asked.connect(desk.blank)
        self.now.skip_asked.connect(lambda why: self._do(lambda: desk.skip_here(why)))
        for part in (self.notes, self.tables, self.people, self.access):
            part.acted.connect(self._on_acted)
            part.failed.connect(self.now.tell_refusal)
        times = self.top.times
        times.pause_asked.connect(lambda: self._do(desk.pause))
        times.resume_asked.connect(lambda: self._do(desk.resume))
        times.slow_pace_asked.connect(lambda: self._do(desk.slow_down))
        times.usual_pace_asked.connect(lambda: self._do(desk.usual_pace))
        times.plan_asked.connect(self.catching_up.show_plan)
        self.reading.left.connect(self._on_reading_left)
        self.tools.guide_wanted.connect(self._on_guide_wanted)
        self.catching_up.plan_taken.connect(self._on_plan_taken)
        self.catching_up.put_away.connect(self.now.focus_next)
        self.people.forms_asked.connect(self._on_forms_wanted)
        self.top.asked_for_report.connect(self._on_report)
        self.top.asked_for_pack.connect(self._on_pack)
        self.room.installEventFilter(self._keys)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, lambda: self._do(desk.undo_last))
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(desk.tick)
        self._tick.start()

    def _on_panel_made(self, panel: StepPanel) -> None:
        panel.changed.connect(self._show_next)
        panel.acted.connect(self._on_panel_acted)
        panel.kept.connect(self._on_acted)
        panel.failed.connect(self.now.tell_refusal)
        panel.screen_wanted.connect(self.desk.show)
        panel.place_wanted.connect(self._on_place_chosen)
        panel.typing_finished.connect(self.now.focus_next)
        if isinstance(panel, FinishPanel):
            panel.reading_wanted.connect(self.reading.begin)
            panel.card_wanted.connect(self._on_card_wanted)
            panel.begun.connect(self.now.banner.hide)

    def _on_panel_acted(self, undo: Undo | None) -> None:
        self._do(lambda: self.desk.after_acting(undo))

    def _on_acted(self, undo: Undo | None) -> None:
        self.now.banner.put_off_warning()
        self.desk.undo = undo or self.desk.undo
        self.desk.refresh()

    def _on_next_done(self) -> None:
        """Put the cursor where figures are typed; or leave it where the step put it; or else on the next action."""
        self._show_next()
        panel = self.now.panel
        if panel is None or self.now.banner.warns:
            return
        if isinstance(panel, VotePanel) and panel.asks_for_figures:
            panel.focus_first()
        elif not panel.isAncestorOf(self.focusWidget()):
            self.now.focus_next()

    def _on_place_chosen(self, place: Place) -> None:
        self.desk.go_to(place)
        self.now.focus_next()

    def _on_pause(self) -> None:
        times = self.desk.times
        if times.has_begun and not times.paused and not times.is_over:
            self._do(self.desk.pause)

    def _on_note_wanted(self) -> None:
        self.tabs.setCurrentIndex(0)
        self.notes.focus_text()

    def _on_forms_wanted(self) -> None:
        """Show the pad for paper forms: at the step of the forms, or here where the run sheet has none."""
        if not self.panels.has(ActivityKind.FORMS):
            return
        steps = self.desk.snapshot.record.steps
        self._forms_at = next((Place(one.key) for one in steps if one.kind == ActivityKind.FORMS), self.desk.place)
        self.desk.go_to(self._forms_at)
        panel = self.panels.of_kind(ActivityKind.FORMS)
        self.columns.ensureWidgetVisible(panel)
        panel.focus_first()

    def _on_card_wanted(self, card: Card) -> None:
        """Bring a card of the right column to the front, or what is prepared."""
        if card is Card.PREPARE:
            self.tools.open(PREPARE)
            return
        part = {Card.TABLES: self.tables, Card.PEOPLE: self.people}.get(card, self.notes)
        pages = (self.tabs.widget(place) for place in range(self.tabs.count()))
        page = next(page for page in pages if page is part or (page is not None and page.isAncestorOf(part)))
        if page is not None:
            self.tabs.setCurrentWidget(page)
        self.tabs.tabBar().setFocus()

    def _on_reading_left(self) -> None:
        self.desk.refresh()
        self.activateWindow()
        self.now.focus_next()

    def _on_guide_wanted(self, page: str) -> None:
        window = self.tools.open(GUIDE)
        assert isinstance(window, GuideWindow)
        window.turn_to(page)

    def _on_report(self) -> None:
        with self.now.banner.telling():
            self.now.banner.tell(say("The report is written."), str(self.files.write_report()))
        self.desk.refresh()

    def _on_pack(self) -> None:
        with self.now.banner.telling():
            self.now.banner.tell(say("The event pack is written."), str(self.files.make_pack()))
        self.desk.refresh()

    def _do(self, verb: Callable[[], None]) -> None:
        """Do something of the desk; a refusal is said where the work is."""
        with self.now.banner.telling():
            verb()

    def _show_desk(self) -> None:
        desk = self.desk
        self.room.canvas.show_scene(desk.scene)
        self.sheet.set_rows(desk.rows)
        self.sheet.set_current(desk.place)
        self.sheet_list.bring_to(desk.place)
        self._show_now()
        record = desk.snapshot.record
        self.notes.show_event(record, desk.place)
        self.tables.show_event(record, desk.place.activity, desk.snapshot.last_present, running=desk.times.running)
        self.people.show_people(record.steps, desk.times.running)
        self.access.show_access()
        stage = stage_name(desk)
        told = self._words(stage) if stage is not None else ""
        self.top.show_event(record.details.title, told, desk.snapshot.written_at, rehearsal=record.rehearsal)
        self.top.times.show_times(desk.times)
        self.room_card.show_counts(counts(desk.snapshot))
        self.setWindowTitle(record.details.title)
        self.tools.show_event()

    def _show_now(self) -> None:
        desk = self.desk
        if desk.place != self._forms_at:
            self._forms_at = None
        types_forms = self._forms_at is not None
        panel = self.panels.of_kind(ActivityKind.FORMS) if types_forms else self.panels.at(desk.place, desk.snapshot)
        self.now.show_panel(panel, step_name(desk), is_new=desk.place != self._shown_place)
        self._shown_place = desk.place
        panel.show_place(desk.place, desk.snapshot, desk.on_screen)
        self._show_next()

    def _show_next(self) -> None:
        desk, panel = self.desk, self.now.panel
        assert panel is not None
        step = desk.own_next_step() or self._next_page()
        missing: tuple[Message, ...] = ()
        if step is None:
            step = panel.next_step()
            missing = panel.missing()
        if desk.place.activity == desk.times.running and (slower := slower_tables_in_words(desk.times)) is not None:
            missing = (*missing, slower)
        step = step if step is not None else desk.next_on_the_way()
        self.now.show_next(step, () if self.now.banner.warns else missing)
        self.now.next_button.tell_of_space(is_its_key=not panel.takes_space())
        self.now.show_choices(
            undo=desk.undo.name if desk.undo is not None else None, blank=desk.is_blank,
            can_skip=desk.place.activity != FINISH and desk.times.state_of(desk.place.activity) is StepState.AHEAD
            and desk.has_begun,
        )  # fmt: skip
        self.room_card.show_next(desk.scene_ahead(step))

    def _next_page(self) -> NextStep | None:
        pages, page = self.room.canvas.pages, self.desk.page
        if page + 1 >= pages or self.desk.shows_another_step:
            return None
        return NextStep(
            say("Turn the page on the screen: {page} of {all}", page=page + 2, all=pages),
            self.desk.turn_page,
            NextPage(),
        )

    def _may_close(self) -> bool:
        """Return whether nothing would be lost or left; asked again with no deed in between, the operator was told."""
        held = self._held_back()
        if held is None or self._unsaved_told.holds(held[0]):
            self._unsaved_told.forget()
            return True
        self._unsaved_told.remember(held[0])
        self.now.banner.warn(*held)
        return False

    def _held_back(self) -> tuple[Message, Message] | None:
        """Say why the window does not close at once, and what to do: words would be lost, or a file left lying."""
        if (unsaved := self._unsaved()) is not None:
            return unsaved, say("Finish it first; or close the window once more, and it is gone.")
        left = self.tools.left_lying()
        return still_there(left) if left else None

    def _unsaved(self) -> Message | None:
        """Say what is typed and not stored yet; None where nothing would be lost."""
        vote = next((panel for panel in self.panels.made() if isinstance(panel, VotePanel)), None)
        if vote is not None and (question := vote.unsaved()) is not None:
            return say("What is typed at “{question}” is not stored yet.", question=question.text)
        if self.notes.has_unsaved_words:
            return say("A note is typed and not saved yet.")
        half = next((told for panel in self.panels.made() if (told := panel.half_typed()) is not None), None)
        return half or self.reading.half_typed() or self.tools.half_typed()

    def _lay_out(self) -> None:
        central = QWidget()
        central.setProperty("role", "ground")
        layout = QVBoxLayout(central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top)
        self.columns = Columns(
            [Column(self._left(), 38, 0, 1), Column(self.now, 60, 3, 0), Column(self._right(), 48, 2, 2)]
        )
        self.columns.arranged.connect(lambda beside: self.now.let_panel_scroll(gives_way=beside))
        layout.addWidget(self.columns, 1)
        self.setCentralWidget(central)

    def _left(self) -> QFrame:
        frame, layout = card()
        layout.setContentsMargins(GRID_PX, GRID_PX + 4, GRID_PX, GRID_PX)
        title = text_label(self._words(say("Run sheet")), "heading")
        title.setContentsMargins(GRID_PX, 0, 0, 0)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.reading.button)
        layout.addLayout(head)
        layout.addWidget(self.sheet_list, 1)
        return frame

    def _right(self) -> QWidget:
        column = QWidget()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * GRID_PX)
        layout.addWidget(self.room_card)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self._words(say("Notes, tables, people and access")))
        self.tabs.addTab(self._with_room(self.notes), self._words(say("Notes")))
        self.tabs.addTab(self._with_room(self.tables), self._words(say("Tables")))
        self.tabs.addTab(self.people, self._words(say("People")))
        self.tabs.addTab(self.access, self._words(say("Access")))
        layout.addWidget(self.tabs, 1)
        return column

    def _with_room(self, part: QWidget) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(GRID_PX, 0, GRID_PX, GRID_PX)
        layout.addWidget(part)
        return page
