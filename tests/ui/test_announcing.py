"""What people who hear the screen are told by itself: votes that open and close, results, banners and warnings."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from builders import a_question
from facilitator.words.message import say
from tests.ui.pressing import press, settle
from ui.run.vote_announcer import VoteAnnouncer
from ui.widgets import announcing
from ui.widgets.announcing import announce, announce_at_once
from ui.widgets.banner import Banner

POLITE, ASSERTIVE = QAccessible.AnnouncementPoliteness.Polite, QAccessible.AnnouncementPoliteness.Assertive
SPACE, ENTER = Qt.Key.Key_Space, Qt.Key.Key_Return
TEXT = "Wherever possible, that means living independently at home."


class Ear:
    """Hears every announcement that goes out."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, QAccessible.AnnouncementPoliteness]] = []

    def hear(self, event) -> None:
        if event.type() is QAccessible.Event.Announcement:
            self.heard.append((event.message(), event.politeness()))

    @property
    def of_votes(self) -> list[str]:
        return [text for text, _ in self.heard if text.startswith(("The vote on", "The room sees the result"))]


@pytest.fixture
def ear(monkeypatch) -> Ear:
    ear = Ear()
    monkeypatch.setattr(announcing.QAccessible, "updateAccessibility", ear.hear)
    return ear


def test_a_vote_is_announced_when_it_opens_when_it_closes_and_when_its_result_is_shown(make_event, operate, words, ear):
    window = operate(make_event(a_question("s1", text=TEXT)))
    window.announcer = VoteAnnouncer(window.desk, words, window)

    press(window, SPACE, SPACE, SPACE)
    press(window, "31", ENTER, "6", ENTER, "9", ENTER, "1", ENTER)
    press(window, "Nobody counted the room.", ENTER, SPACE, SPACE)

    assert list(dict.fromkeys(ear.of_votes)) == [
        f"The vote on “{TEXT}” is open.",
        f"The vote on “{TEXT}” is closed. 47 people voted.",
        f"The room sees the result of “{TEXT}”.",
    ]


def test_where_it_is_known_who_is_here_the_closing_says_how_many_of_them_voted(make_event, operate, words, ear):
    window = operate(make_event(a_question("s1", text=TEXT)))
    window.announcer = VoteAnnouncer(window.desk, words, window)

    press(window, SPACE, SPACE)
    window.vote.present.set_figure(84)
    press(window, SPACE)
    press(window, "31", ENTER, "6", ENTER, "9", ENTER, "1", ENTER, SPACE)

    assert f"The vote on “{TEXT}” is closed. 47 of 84 people here voted." in ear.of_votes


def test_an_event_that_is_opened_again_and_a_clock_that_ticks_announce_nothing(make_event, operate, words, ear):
    window = operate(make_event(a_question("s1", text=TEXT)))
    press(window, SPACE, SPACE, SPACE)
    ear.heard.clear()

    window.announcer = VoteAnnouncer(window.desk, words, window)
    window.desk.tick()
    window.desk.refresh()
    settle()

    assert ear.of_votes == []


def test_a_warning_interrupts_and_what_was_done_waits(qapp, words, ear):
    banner = Banner(words)

    banner.tell(say("The report is written."), "/home/of/report.html")
    banner.warn(say("How many people voted is missing."), say("Count the people too."))

    assert ear.heard == [
        ("The report is written. /home/of/report.html", POLITE),
        ("⚠  How many people voted is missing. Count the people too.", ASSERTIVE),
    ]


def test_marks_where_a_line_may_break_are_not_read_out(qapp, words, ear):
    banner = Banner(words)

    announce(banner, "a/\u200bb")
    announce_at_once(banner, "c/\u200bd")

    assert ear.heard == [("a/b", POLITE), ("c/d", ASSERTIVE)]
