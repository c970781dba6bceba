"""Who to call stays in the event file: no record, report, sheet, pack or line of the history tells it."""

from __future__ import annotations

import zipfile
from dataclasses import asdict

import pytest

from builders import a_count
from facilitator.conduct.event import open_event
from facilitator.conduct.meeting import DutyState, SafeguardingLead, mark_duty, safeguarding_now, tell_safeguarding
from facilitator.conduct.record import event_record
from facilitator.conduct.reviewing import to_read
from facilitator.errors import Refused
from facilitator.gate.publishing import published
from facilitator.handover.packs import make_pack
from facilitator.report.html import report_html
from facilitator.report.paper import report_pdf
from facilitator.words.translator import Translator
from tests.conduct.steps import changes, vote

NAME, PHONE, ADVICE = "Zqname Zqfamily", "0161 496 0123", "Zqadvice: say it is safe here.\nThen wait."
SECRETS = ("Zqname", "Zqfamily", "496 0123", "4960123", "Zqadvice")


@pytest.fixture
def event(default_event):
    """Return an event with a result, a lead and a duty that is about the lead."""
    vote(default_event, "s1", a_count(agree=62, unsure=10, disagree=7))
    tell_safeguarding(default_event, NAME, PHONE, ADVICE)
    mark_duty(default_event, "safeguarding-lead", DutyState.DONE)
    return default_event


def told_in(text):
    """Return which of the secrets a text tells."""
    return [secret for secret in SECRETS if secret in text]


def test_nobody_is_named_until_somebody_does(default_event):
    assert safeguarding_now(default_event) == SafeguardingLead()
    assert not safeguarding_now(default_event).is_named


def test_who_to_call_holds_when_the_file_is_opened_again(event):
    event.close()

    again = open_event(event.path)

    assert safeguarding_now(again) == SafeguardingLead(NAME, PHONE, ADVICE)
    assert safeguarding_now(again).is_named
    again.close()


def test_empty_texts_take_the_lead_back(event):
    tell_safeguarding(event, "", "")

    assert not safeguarding_now(event).is_named


@pytest.mark.parametrize(
    ("name", "phone", "advice"),
    [("two\nlines", "1", ""), ("A", "turned \u202e round", ""), ("x" * 201, "1", ""), ("A", "1", "x" * 1001)],
)
def test_what_cannot_be_read_off_a_screen_is_refused(default_event, name, phone, advice):
    with pytest.raises(Refused):
        tell_safeguarding(default_event, name, phone, advice)

    assert not safeguarding_now(default_event).is_named


def test_no_record_and_no_published_event_tells_who_it_is(event):
    record = event_record(event)

    assert told_in(str(asdict(record.meeting))) == []
    assert told_in(repr(record)) == []
    assert told_in(repr(published(record))) == []


def test_the_history_says_that_it_was_told_and_nothing_of_what(event):
    history = changes(event)

    assert "tell safeguarding" in [change.verb for change in history]
    assert told_in(repr(history)) == []


def test_nothing_of_it_waits_to_be_read(event):
    assert told_in(repr(to_read(event))) == []


def test_no_report_on_screen_or_paper_tells_who_it_is(event):
    shown = published(event_record(event))
    paper = report_pdf(shown, Translator())

    assert "A safeguarding lead was named" in report_html(shown, Translator())
    assert told_in(report_html(shown, Translator())) == []
    assert not any(secret.encode() in paper for secret in SECRETS)


def test_no_file_of_the_pack_tells_who_it_is(event, tmp_path):
    pack = make_pack(event, tmp_path)

    with zipfile.ZipFile(pack) as files:
        texts = {name: files.read(name) for name in files.namelist()}
    assert len(texts) > 20
    assert [name for name, text in texts.items() if any(secret.encode() in text for secret in SECRETS)] == []
