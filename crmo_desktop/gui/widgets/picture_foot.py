"""Below or beside a picture: the same in words, what can be done with it, and whose figures they are."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.mirroring import align_to_beginning
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.flow_row import FlowRow
from crmo_desktop.gui.widgets.link_flow import FlowLink, LinkFlow

_MOST_LINES = 40  # of sources: all of them


class PictureFoot(QWidget):
    """Tells which source and which button was chosen."""

    source_chosen = Signal(str)  # its id
    action_chosen = Signal(str)  # "copy", "svg", "save" or "print"
    unfolded = Signal()  # the words are shown now, or hidden

    def __init__(self, icons: IconShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._fold = QPushButton(self.tr("In words"), self)
        self._fold.setProperty("kind", "quiet")
        self._fold.setCheckable(True)
        self._fold.setAccessibleDescription(self.tr("Shows what the picture says as text"))
        self._fold.clicked.connect(self._on_fold)
        self._said = QLabel(self)
        self._said.setWordWrap(True)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        align_to_beginning(self._said)
        self._said.hide()
        self.sources = LinkFlow(self, lines=_MOST_LINES)
        self.sources.chosen.connect(self.source_chosen)
        buttons = QWidget(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        buttons.setSizePolicy(policy)
        row = FlowRow(buttons)
        self._buttons = [
            self._button("copy", "copy", self.tr("Copy as picture"), row),
            self._button("svg", "copy", self.tr("Copy as SVG"), row),
            self._button("save", "download", self.tr("Save…"), row),
            self._button("print", "printer", self.tr("Print…"), row),
        ]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addWidget(self._said)
        layout.addWidget(buttons)
        layout.addWidget(self.sources)  # last: some pictures have many
        self._look: Look | None = None

    def _button(self, action: str, icon: str, words: str, row: FlowRow) -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("kind", "plain")
        button.setProperty("action", action)
        button.setProperty("icon_name", icon)
        button.clicked.connect(self._on_button)
        row.addWidget(button)
        return button

    def set_words(self, said: Sequence[str]) -> None:
        """Show the picture's own words, folded, without reporting it."""
        self._said.setText("\n\n".join(said))
        self._fold.setVisible(bool(said))
        self._fold.setChecked(False)
        self._show_fold()

    def set_sources(self, before: str, sources: Sequence[FlowLink]) -> None:
        """Show the picture's sources behind the words `before`."""
        self.sources.set_links(before, sources)
        self.sources.setVisible(bool(sources))

    def button_of(self, source: str) -> QPushButton | None:
        """The link of a source."""
        return next((link for link in self.sources.buttons() if link.property("value") == source), None)

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        self._look = look
        ratio = self.devicePixelRatioF()
        page = ", ".join(f"'{family}'" for family in look.page_families)
        self._said.setStyleSheet(f"font-family: {page}; font-size: {look.ui(16)}px;")
        for button in self._buttons:
            icon = str(button.property("icon_name"))
            button.setIcon(self._icons.icon(icon, look, "text", 18, ratio, before_words=True))
            button.setIconSize(self._icons.size_before_words(look, 18))
        self._fold.setIconSize(QSize(look.ui(18), look.ui(18)))
        self._show_fold()

    def _show_fold(self) -> None:
        self._said.setVisible(self._fold.isChecked())
        if self._look is not None:
            icon = "chevron-down" if self._fold.isChecked() else "chevron-right"
            self._fold.setIcon(self._icons.icon(icon, self._look, "link", 18, self.devicePixelRatioF()))

    @Slot()
    def _on_fold(self) -> None:
        self._show_fold()
        self.unfolded.emit()

    @Slot()
    def _on_button(self) -> None:
        self.action_chosen.emit(str(self.sender().property("action")))
