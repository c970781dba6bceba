"""How long texts may be, and how many of a thing there are: the same for a programme file and for what is prepared."""

from __future__ import annotations

MOST_CHARACTERS = 5_000
MOST_MINUTES = 1_440
FEWEST_OPTIONS = 2
MOST_DOTS = 100
LONGEST_MEANS = 200  # characters
LONGEST_STEP = 300  # characters: it is read out, and stands on one line of the hand-out
LONGEST_WHO = 200  # characters
