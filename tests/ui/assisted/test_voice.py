"""Which of the system's own programs reads aloud, and that it can be silenced."""

from __future__ import annotations

import sys

import pytest

from ui.assisted.voice import Speaker, Voice, system_speaker


@pytest.mark.parametrize(
    ("platform", "there", "program"),
    [
        ("linux", {"spd-say", "espeak-ng"}, "spd-say"),
        ("linux", {"espeak-ng"}, "espeak-ng"),
        ("linux", {"espeak"}, "espeak"),
        ("darwin", {"say"}, "say"),
        ("win32", {"powershell"}, "powershell"),
    ],
)
def test_the_systems_own_voice_is_found(platform, there, program):
    speaker = system_speaker("cy", platform=platform, find=lambda name: name if name in there else None)

    assert speaker is not None
    assert speaker.program == program


def test_a_system_without_a_voice_has_none():
    assert system_speaker("en", platform="linux", find=lambda name: None) is None


def test_a_text_that_is_being_read_can_be_stopped(qapp):
    voice = Voice(Speaker(sys.executable, ("-c", "import time; time.sleep(60)")))
    voice.say("A long text")
    assert voice.speaks

    voice.stop()
    assert not voice.speaks


def test_a_program_that_cannot_be_started_is_silent(qapp, tmp_path):
    voice = Voice(Speaker(str(tmp_path / "no such program")))
    voice.say("Nobody hears this")
    voice.stop()

    assert not voice.speaks


def test_without_a_speaker_nothing_happens(qapp):
    voice = Voice(None)
    voice.say("Nobody hears this")

    assert not voice.can_speak
    assert not voice.speaks
