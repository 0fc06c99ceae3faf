"""Beside a flow chart: the step that one is at, a button for each answer, and the way back."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from crmo_desktop.domain.picture import Flow, Picture, Step
from crmo_desktop.gui.announcing import announce
from crmo_desktop.gui.drawing.flow_parts import kind_name, numbers
from crmo_desktop.gui.drawing.flow_step import ways_from
from crmo_desktop.gui.drawing.scene import View
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.answer_button import AnswerButton


class Panel(QWidget):
    """Walks through a flow chart; as long as the whole chart is shown it asks the first question."""

    view_changed = Signal(object)  # a View: the reader went on or back
    address_wanted = Signal(str)  # a crmo:// address
    mark_wanted = Signal(str)  # id of the mark to be ringed in the picture

    def __init__(self, picture: Picture, view: View, look: Look, icons: IconShelf, parent: QWidget) -> None:
        super().__init__(parent)
        flow = picture.drawing
        assert isinstance(flow, Flow)
        self._flow, self._view, self._look, self._icons = flow, view, look, icons
        self._numbers = numbers(flow)
        self.setAccessibleName(picture.title)
        self._kind = self._label("small")
        self._title = self._label("cardTitle")
        self._text = self._label("")
        self._more = self._button(self.tr("Read more"), "link")
        self._back = self._button(self.tr("Back"))
        self._again = self._button(self.tr("Start again"))
        self._flags = self._button(self.tr("Red flags"), "link")
        self._flags.setAccessibleDescription(flow.flags_title.text)
        self._flags.setVisible(bool(flow.flags_title.target))
        self._answers: list[AnswerButton] = []
        self._lay_out()
        self._more.clicked.connect(self._on_more)
        self._back.clicked.connect(self._on_back)
        self._again.clicked.connect(self._on_again)
        self._flags.clicked.connect(self._on_flags)
        self._show_step()
        self.set_look(look)

    def _label(self, kind: str) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("kind", kind)
        return label

    def _button(self, words: str, kind: str = "plain") -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("kind", kind)
        return button

    def _lay_out(self) -> None:
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._between = QVBoxLayout()
        ways = QHBoxLayout()
        ways.addWidget(self._back)
        ways.addWidget(self._again)
        ways.addStretch(1)
        for label in (self._kind, self._title, self._text):
            self._layout.addWidget(label)
        self._layout.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._layout.addLayout(self._between)
        self._layout.addLayout(ways)
        self._layout.addWidget(self._flags, 0, Qt.AlignmentFlag.AlignLeft)

    # ------------------------------------------------------------------ what is shown

    def step(self) -> Step:
        """The step that is asked about."""
        found = {step.id: step for step in self._flow.steps}.get(self._view.step)
        return found if found is not None else self._flow.steps[0]

    def set_view(self, view: View) -> None:
        """Show the step of `view`, without reporting it."""
        if view != self._view:
            self._view = view
            self._show_step()

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        self._look = look
        self._layout.setSpacing(look.ui(8))
        self._between.setSpacing(look.ui(8))
        ratio = self.devicePixelRatioF()
        for button, icon in ((self._back, "arrow-left"), (self._again, "arrow-back-up")):
            button.setIcon(self._icons.icon(icon, look, size=18, ratio=ratio, fades=True, before_words=True))
        self._flags.setIcon(self._icons.icon("urgent", look, "red_title", 18, ratio, before_words=True))
        for button in (self._back, self._again, self._flags):
            button.setIconSize(self._icons.size_before_words(look, 18))
        for answer in self._answers:
            answer.set_look(look)

    def set_mark(self, id: str) -> None:
        """Show that the mark `id` is pointed at in the picture, without reporting it."""
        for answer in self._answers:
            answer.set_pointed(pointed=self._mark_of(answer.value) == id)

    def _show_step(self) -> None:
        step = self.step()
        self._kind.setText(f"{self._numbers[step.id]}. {kind_name(step)}")
        self._title.setText(step.title.text)
        text = "" if step.text is None else step.text.text
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._more.setVisible(bool(self._more_target()))
        self._more.setAccessibleName(self.tr("Read more: {step}").format(step=step.title.text))
        had_focus = any(answer.hasFocus() for answer in self._answers)
        for answer in self._answers:
            self._between.removeWidget(answer)
            answer.hide()
            answer.deleteLater()
        self._answers = [self._answer(*way) for way in ways_from(step)]
        self._back.setEnabled(bool(self._view.trail))
        self._again.setEnabled(bool(self._view.step))
        if had_focus:
            (self._answers[0] if self._answers else self._again).setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self, words: str, next: str) -> AnswerButton:
        button = AnswerButton(next, words, self._flow.step(next).title.text, self)
        button.set_look(self._look)
        button.chosen.connect(self._on_answer)
        button.reached.connect(self._on_reached)
        self._between.addWidget(button)
        button.show()  # at once, so that the keyboard can come to it
        QWidget.setTabOrder(self._answers_before(), button)
        return button

    def _answers_before(self) -> QWidget:
        """What keys come to before the next answer."""
        last = self._between.itemAt(self._between.count() - 2)
        widget = None if last is None else last.widget()
        return self._more if widget is None else widget

    def _mark_of(self, next: str) -> str:
        """The mark of an answer; in the whole chart, which has none, of the step that it leads to."""
        return f"answer:{next}" if self._view.step else next

    def _more_target(self) -> str:
        step = self.step()
        return step.title.target or ("" if step.text is None else step.text.target)

    # ------------------------------------------------------------------ what the reader does

    def _go(self, view: View) -> None:
        self._view = view
        self._show_step()
        step = self.step()
        announce(self, f"{self._kind.text()}: {step.title.text}. {self._text.text()}")
        self.view_changed.emit(view)

    @Slot(str)
    def _on_answer(self, next: str) -> None:
        self._go(View(step=next, trail=(*self._view.trail, self.step().id)))

    @Slot(str)
    def _on_reached(self, next: str) -> None:
        self.mark_wanted.emit(self._mark_of(next))

    @Slot()
    def _on_back(self) -> None:
        *before, last = self._view.trail
        is_first = last == self._flow.steps[0].id
        self._go(View() if is_first else View(step=last, trail=tuple(before)))
        if not self._back.isEnabled():
            self._title_focus()

    @Slot()
    def _on_again(self) -> None:
        self._go(View())
        self._title_focus()

    def _title_focus(self) -> None:
        """Where the keyboard goes when the button under it can no longer be used."""
        if self._answers:
            self._answers[0].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_more(self) -> None:
        self.address_wanted.emit(self._more_target())

    @Slot()
    def _on_flags(self) -> None:
        self.address_wanted.emit(self._flow.flags_title.target)
