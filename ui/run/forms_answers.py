"""The answers to one question of a paper form, each with its key, as they stand printed on the form."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.core.forms import FormQuestion
from facilitator.look import GRID_PX
from facilitator.words.message import say
from facilitator.words.translator import Translator
from ui.run.forms_draft import NOT_TO_SAY_KEY, not_to_say, numbered
from ui.widgets.text import set_role, text_label

MOST_IN_ONE_COLUMN = 10
TICK = "✓"
_Block = tuple[str, list[tuple[str, str, str]]]  # a heading, and the key, the words and the name of each answer


class FormAnswers(QWidget):
    """Shows the answers of a question and which are ticked; a click on one is as good as its key (`chosen`)."""

    chosen = Signal(str)

    def __init__(self, words: Translator) -> None:
        super().__init__()
        self._words = words
        self._question: FormQuestion | None = None
        self._lines: dict[str, _AnswerLine] = {}
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setHorizontalSpacing(3 * GRID_PX)
        self._layout.setVerticalSpacing(0)

    def show_question(self, question: FormQuestion | None, ticked: tuple[str, ...]) -> None:
        """Show the answers to a question, those ticked with a tick in place of their key."""
        if question is not self._question:
            self._question = question
            self._make_lines(question)
        for answer, line in self._lines.items():
            line.show_tick(is_ticked=answer in ticked)

    def told(self) -> str:
        """Return the answers with their keys, as they are read out."""
        return ", ".join(self._words(say("{key}: {answer}", key=one.key, answer=one.text)) for one in self._shown())

    def _shown(self) -> list[_AnswerLine]:
        return list(self._lines.values())

    def _make_lines(self, question: FormQuestion | None) -> None:
        while (item := self._layout.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._lines = {}
        self.setVisible(question is not None)
        if question is None:
            return
        blocks = self._blocks(question)
        columns = _in_columns(blocks)
        for place, column in enumerate(columns):
            self._layout.addWidget(self._column(column), 0, place, Qt.AlignmentFlag.AlignTop)
        for place in range(2):
            self._layout.setColumnStretch(place, 1 if place < len(columns) else 0)

    def _column(self, blocks: list[_Block]) -> QWidget:
        made = QWidget()
        layout = QVBoxLayout(made)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        for heading, answers in blocks:
            if heading:
                layout.addWidget(text_label(heading, "small"))
            for key, text, name in answers:
                line = _AnswerLine(key, text)
                line.clicked.connect(lambda name=name: self.chosen.emit(name))
                self._lines[name] = line
                layout.addWidget(line)
        return made

    def _blocks(self, question: FormQuestion) -> list[_Block]:
        headings = {str(group.key): group.wording.text for group in question.groups}
        blocks: list[_Block] = []
        group: str | None = None
        for key, option in numbered(question):
            if not blocks or option.group != group:
                group = option.group
                blocks.append((headings.get(option.group, ""), []))
            blocks[-1][1].append((key, option.wording.text, str(option.key)))
        if (last := not_to_say(question)) is not None:
            blocks.append(("", [(NOT_TO_SAY_KEY, last.wording.text, str(last.key))]))
        return blocks


class _AnswerLine(QFrame):
    clicked = Signal()

    def __init__(self, key: str, text: str) -> None:
        super().__init__()
        self.key, self.text = key, text
        self._mark = text_label(key, "muted", wraps=False)
        self._mark.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self._text = text_label(text)
        for label in (self._mark, self._text):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 1, 0, 1)
        row.setSpacing(GRID_PX)
        row.addWidget(self._mark)
        row.addWidget(self._text, 1)

    def show_tick(self, *, is_ticked: bool) -> None:
        self._mark.setText(TICK if is_ticked else self.key)
        self._mark.setFixedWidth(self._mark.fontMetrics().horizontalAdvance("MM"))
        for label, role in ((self._mark, "muted"), (self._text, "body")):
            set_role(label, "state" if is_ticked else role)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.clicked.emit()


def _in_columns(blocks: list[_Block]) -> list[list[_Block]]:
    """Return the blocks in one column, or in two of about the same length where they are many."""
    lengths = [len(answers) + bool(heading) for heading, answers in blocks]
    if sum(lengths) <= MOST_IN_ONE_COLUMN or len(blocks) < 2:
        return [blocks]
    splits = range(1, len(blocks))
    split = min(splits, key=lambda place: (abs(sum(lengths[:place]) - sum(lengths[place:])), -place))
    return [blocks[:split], blocks[split:]]
