"""A reader of the screen, as another program: run by the system's Python, which has pyatspi.

Begins the rehearsal and its first step by actions of the accessibility bus alone, and prints what it read as JSON.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator

import pyatspi

PROGRAM, LONGEST_WAIT_S, LOOK_AGAIN_S = "Facilitator", 60, 0.2


def parts_of(part: pyatspi.Accessible) -> Iterator[pyatspi.Accessible]:
    """Yield a part and everything in it that is to be seen; what goes meanwhile is left out."""
    try:
        states, children = part.getState(), list(part)
    except Exception:  # noqa: BLE001 - it went while it was read
        return
    if not states.contains(pyatspi.STATE_DEFUNCT):
        yield part
    for child in children:
        if child is not None:
            yield from parts_of(child)


def wait_for(find: Callable[[], object], what: str) -> object:
    """Look again and again until it is there."""
    until = time.monotonic() + LONGEST_WAIT_S
    while time.monotonic() < until:
        if (found := find()) is not None:
            return found
        time.sleep(LOOK_AGAIN_S)
    sys.exit(f"Nothing called {what} was told within {LONGEST_WAIT_S} s")


def program() -> pyatspi.Accessible | None:
    """Return the program, once it is on the bus."""
    return next((one for one in pyatspi.Registry.getDesktop(0) if one is not None and PROGRAM in one.name), None)


def button(name: str) -> pyatspi.Accessible | None:
    """Return the button whose name begins so, where it is shown."""
    for part in parts_of(program()):
        shown = part.getState().contains(pyatspi.STATE_SHOWING)
        if part.getRole() == pyatspi.ROLE_PUSH_BUTTON and part.name.startswith(name) and shown:
            return part
    return None


def press(name: str) -> None:
    """Press a button as an assistive program does."""
    found = wait_for(lambda: button(name), name)
    actions = found.queryAction()
    number = next(n for n in range(actions.nActions) if actions.getName(n).lower() == "press")
    actions.doAction(number)


def main() -> None:
    """Begin a rehearsal and its first step, then print the names of what is there by role."""
    wait_for(program, PROGRAM)
    press("Try with a pretend room")
    press("Begin the event")
    wait_for(lambda: button("Blank screen"), "Blank screen")
    wait_for(lambda: None if button("Begin the event") else True, "another next action")
    told: dict[str, list[str]] = {}
    for part in parts_of(program()):
        if part.name and part.getState().contains(pyatspi.STATE_SHOWING):
            told.setdefault(part.getRoleName(), []).append(part.name)
    print(json.dumps(told))


if __name__ == "__main__":
    main()
