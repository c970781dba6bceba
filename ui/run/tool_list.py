"""Which tools there are beside the run sheet; each window is imported when it is first wanted."""

from __future__ import annotations

from PySide6.QtCore import Qt

from facilitator.words.message import say
from facilitator.words.translator import Translator
from ui.run.desk import Desk
from ui.run.tools import Tool, ToolWindow


def the_tools(desk: Desk, words: Translator) -> tuple[Tool, ...]:
    """Return the tools in the order of the menu."""

    def assisted() -> ToolWindow:
        from ui.assisted.assisted_window import AssistedWindow

        return AssistedWindow(desk, words)

    def keys() -> ToolWindow:
        from ui.run.keys_help import KeysHelp

        return KeysHelp(words)

    return (
        Tool(say("A vote for one person"), Qt.Key.Key_X, make=assisted),
        Tool(say("Keys"), Qt.Key.Key_F1, make=keys, while_typing=True),
    )
