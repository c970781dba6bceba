"""A paper that was written: it is opened, where it lies is told, and its folder can be shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from facilitator.words.message import say
from facilitator.words.translator import Translator
from ui.widgets.banner import Banner
from ui.widgets.text import push_button


class WrittenPaper:
    """Tells in a banner where a paper lies; `folder_button` comes with the first one.

    `open_file` opens a file or a folder and says whether it could. A desktop may say so although nothing opens.
    """

    def __init__(self, banner: Banner, words: Translator, open_file: Callable[[Path], bool]) -> None:
        self._banner, self._words, self._open_file = banner, words, open_file
        self._path: Path | None = None
        self.folder_button = push_button(words(say("Show the folder")), "quiet")
        self.folder_button.hide()
        self.folder_button.clicked.connect(self._on_folder_wanted)

    def tell(self, path: Path) -> None:
        """Open a paper for printing and say where it lies."""
        self._path = path
        self.folder_button.show()
        if self._open_file(path):
            self._banner.tell(say("It is written; print it where it opens."), self._if_nothing_opened(path))
        else:
            self._banner.tell(say("It is written. It lies here; open it yourself."), str(path))

    def _if_nothing_opened(self, path: Path) -> str:
        return self._words(say("If nothing opened, it lies here: {path}", path=str(path)))

    def _on_folder_wanted(self) -> None:
        if self._path is None:
            return
        folder = self._path.parent
        if not self._open_file(folder):
            self._banner.tell(say("The folder could not be shown. It is here."), str(folder))
