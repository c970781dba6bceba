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


def the_tools(window: OperatorWindow, words: Translator) -> tuple[Tool, ...]:
    """Return the tools of an operator's window, in the order of the menu."""
    desk, outside = window.desk, window.files.outside

    def prepare() -> ToolWindow:
        from ui.prepare.prepare_window import PrepareWindow

        made = PrepareWindow(desk.open_event, words)
        made.event_changed.connect(desk.refresh)
        made.copy_wanted.connect(window.copy_wanted)
        made.rehearsal_wanted.connect(window.rehearse)
        return made

    def venue() -> ToolWindow:
        from ui.venue.venue_window import VenueWindow

        return VenueWindow(
            desk, words, controls=window, open_room=window.screens.projector.open_or_close, outside=outside
        )

    def help_for_a_person() -> ToolWindow:
        from ui.run.safeguarding_window import SafeguardingWindow

        return SafeguardingWindow(desk, words, outside=outside)

    def assisted() -> ToolWindow:
        from ui.assisted.assisted_window import AssistedWindow

        return AssistedWindow(desk, words)

    def the_guide() -> ToolWindow:
        from ui.guide.guide_window import GuideWindow
        from ui.guide.pages import page_at
        from ui.guide.papers import PapersToPrint

        papers = PapersToPrint(desk, words, outside, window.now.next_button.accessibleName)
        return GuideWindow(words, desk.open_event.details.language, lambda: page_at(desk), papers)

    is_real = not desk.open_event.is_rehearsal
    return (
        Tool(say("Prepare the event"), PREPARE, make=prepare),
        *([Tool(say("Rehearse this event"), None, do=window.rehearse)] if is_real else []),
        Tool(say("Check the venue"), Qt.Key.Key_V, make=venue),
        Tool(say("Message on the room screen"), Qt.Key.Key_M, do=window.screens.message),
        Tool(say("Swap the two screens"), Qt.Key.Key_W, do=window.screens.swap),
        Tool(say("A vote for one person"), Qt.Key.Key_X, make=assisted),
        Tool(say("Help for a person"), Qt.Key.Key_G, make=help_for_a_person),
        Tool(say("Other colours  (Ctrl+Shift+L)"), None, do=window.other_colours_wanted.emit),
        Tool(say("Guide"), GUIDE, make=the_guide, while_typing=True),
    )
