"""What to say and do, and what not, when a person tells of harm: the same on the screen and on the slip."""

from __future__ import annotations

from facilitator.words.message import say

DO = (
    say("Listen. Let the person tell it in their own words and time."),
    say("Say that you take it seriously, and that it was right to tell."),
    say("Say who you will tell, and why: you cannot keep it to yourself."),
    say("Write down the facts with time and place, in the person’s own words."),
    say("Pass it on at once to the person named here."),
)
DO_NOT = (
    say("Do not question, or ask for details or proof."),
    say("Do not promise to keep it secret."),
    say("Do not speak of it to the one it is about, or to others."),
    say("Do not write it as a note of the event. Take no photo."),
)
DANGER = say("If someone is in immediate danger, call 999 now.")
