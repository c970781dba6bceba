"""Which tools there are beside the run sheet; each window is imported when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from facilitator.words.message import say
from facilitator.words.translator import Translator
from ui.run.tools import Tool, ToolWindow

if TYPE_CHECKING:
    from ui.run.operator_window import OperatorWindow

PREPARE, GUIDE = Qt.Key.Key_E, Qt.Key.Key_F1


class ToolMakers:
    """Makes each tool's window for the operator's window it stands beside."""

    def __init__(self, window: OperatorWindow, words: Translator) -> None:
        self._window, self._words = window, words
        self._desk, self._outside = window.desk, window.files.outside

    def prepare(self) -> ToolWindow:
        """Return the window in which the event is prepared."""
        from ui.prepare.prepare_window import PrepareWindow

        made = PrepareWindow(self._desk.open_event, self._words)
        made.event_changed.connect(self._desk.refresh)
        made.copy_wanted.connect(self._window.copy_wanted)
        made.rehearsal_wanted.connect(self._window.rehearse)
        return made

    def venue(self) -> ToolWindow:
        """Return the venue check."""
        from ui.venue.venue_window import VenueWindow

        window, open_room = self._window, self._window.screens.projector.open_or_close
        return VenueWindow(self._desk, self._words, controls=window, open_room=open_room, outside=self._outside)

    def help_for_a_person(self) -> ToolWindow:
        """Return who to call for a person who needs help."""
        from ui.run.safeguarding_window import SafeguardingWindow

        return SafeguardingWindow(self._desk, self._words, outside=self._outside)

    def assisted(self) -> ToolWindow:
        """Return the vote for one person."""
        from ui.assisted.assisted_window import AssistedWindow

        return AssistedWindow(self._desk, self._words)

    def guide(self) -> ToolWindow:
        """Return the guide, open at the page for what is done now."""
        from ui.guide.guide_window import GuideWindow
        from ui.guide.pages import page_at
        from ui.guide.papers import PapersToPrint

        desk = self._desk
        papers = PapersToPrint(desk, self._words, self._outside, self._window.now.next_button.accessibleName)
        return GuideWindow(self._words, desk.open_event.details.language, lambda: page_at(desk), papers)


def the_tools(window: OperatorWindow, words: Translator) -> tuple[Tool, ...]:
    """Return the tools of an operator's window, in the order of the menu."""
    makers, is_real = ToolMakers(window, words), not window.desk.open_event.is_rehearsal
    return (
        Tool(say("Prepare the event"), PREPARE, make=makers.prepare),
        *([Tool(say("Rehearse this event"), None, do=window.rehearse)] if is_real else []),
        Tool(say("Check the venue"), Qt.Key.Key_V, make=makers.venue),
        Tool(say("Message on the room screen"), Qt.Key.Key_M, do=window.screens.message),
        Tool(say("Swap the two screens"), Qt.Key.Key_W, do=window.screens.swap),
        Tool(say("A vote for one person"), Qt.Key.Key_X, make=makers.assisted),
        Tool(say("Help for a person"), Qt.Key.Key_G, make=makers.help_for_a_person),
        Tool(say("Other colours  (Ctrl+Shift+L)"), None, do=window.other_colours_wanted.emit),
        Tool(say("Guide"), GUIDE, make=makers.guide, while_typing=True),
    )
