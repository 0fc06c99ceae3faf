"""The parts of the window in which a handout is put together: what to choose from, and what is chosen."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.handout import part_key
from crmo_desktop.gui.dialogs.paper_options import add_field
from crmo_desktop.gui.models.part_model import Branch
from crmo_desktop.gui.widgets.chosen_list import ChosenList
from crmo_desktop.gui.widgets.flow_row import FlowRow
from crmo_desktop.gui.widgets.parts_offered import PartsOffered

if TYPE_CHECKING:
    from crmo_desktop.gui.dialogs.paper_tools import PaperTools
    from crmo_desktop.services.reading import ReadingService


class ChoosingPane(PartsOffered):
    """Chapters, topics and their sections."""

    def __init__(self, tools: "PaperTools", audience: Audience, parent: QWidget) -> None:
        super().__init__(
            partial(_branches, tools.reading),
            audience,
            tools.look,
            tools.icons,
            parent,
            nothing=QCoreApplication.translate("ChoosingPane", "No topic or section has these words."),
        )
        self.audience_chosen.connect(self.set_audience)  # before whoever asks what is offered now


class ChosenPane(QWidget):
    """The title, what is saved, and the parts in order with what can be done about them."""

    def __init__(self, tools: "PaperTools", parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dialogBody")
        self._tools = tools
        self.title = QLineEdit(self)
        self.title.setMaxLength(80)
        self.menu = QToolButton(self)
        self.menu.setText(self.tr("&Handout") + " ▾")
        self.menu.setAccessibleName(self.tr("Handout"))
        self.menu.setProperty("kind", "menu")
        self.menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        entries = QMenu(self.menu)
        self.new = entries.addAction(self.tr("&New"))
        self.saved = entries.addMenu(self.tr("&Open a saved handout"))
        entries.addSeparator()
        self.save = entries.addAction(self.tr("&Save this handout"))
        self.save_as = entries.addAction(self.tr("Save &as another"))
        entries.addSeparator()
        self.delete = entries.addAction(self.tr("&Delete this handout"))
        self.menu.setMenu(entries)
        self.list = ChosenList(tools.look, self)
        self.list.setAccessibleName(self.tr("Parts in order"))
        self.list.setMinimumHeight(tools.look.ui(150))
        self.empty = QLabel(self.tr("Nothing is chosen yet. Tick topics or their parts in the list."), self)
        self.empty.setProperty("kind", "muted")
        self.empty.setWordWrap(True)
        self.up = self._plain(self.tr("Up"), "chevron-up", self.tr("Move up (Alt+Up)"))
        self.down = self._plain(self.tr("Down"), "chevron-down", self.tr("Move down (Alt+Down)"))
        self.up.setAccessibleName(self.tr("Move up"))
        self.down.setAccessibleName(self.tr("Move down"))
        self.remove = self._plain(self.tr("Take out"), "x", self.tr("Take out (Del)"))
        self.tick = self._plain(self.tr("As a list to tick"))
        self.tick.setCheckable(True)
        self.change = self._plain(self.tr("Change…"))
        self.own = self._plain(self.tr("Add &own words…"), "note")
        self.undo = self._plain(self.tr("Undo"), "arrow-back-up", self.tr("Undo (Ctrl+Z)"))
        self._lay_out()

    def _plain(self, words: str, icon: str = "", tip: str = "") -> QPushButton:
        button = QPushButton(words, self)
        button.setToolTip(tip)
        button.setProperty("kind", "small")
        button.setAutoDefault(False)
        if icon:
            look, icons = self._tools.look, self._tools.icons
            button.setIcon(
                icons.icon(icon, look, "text", 16, self.devicePixelRatioF(), fades=True, before_words=True)
            )
            button.setIconSize(QSize(icons.size_before_words(look, 16)))
        return button

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        add_field(layout, self.tr("Title"), self.title, self)
        layout.addWidget(self._row(self.menu, self.undo))
        heading = QLabel(self.tr("Parts in order"), self)
        heading.setProperty("kind", "heading")
        layout.addWidget(heading)
        layout.addWidget(self.empty)
        layout.addWidget(self.list, 1)
        for parts in (
            (self.up, self.down, self.remove),
            (self.own,),
            (self.tick, self.change),
        ):
            layout.addWidget(self._row(*parts))

    def _row(self, *parts: QWidget) -> QWidget:
        row = QWidget(self)
        flow = FlowRow(row, gap=8)
        for part in parts:
            flow.addWidget(part)
        return row

    def list_saved(
        self, names: list[tuple[str, str]], choose: Callable[[str], Callable[[bool], None]]
    ) -> None:
        """Offer these handouts: (uid, name); `choose` makes what is called when one is chosen."""
        menu = self.saved
        menu.clear()
        for uid, name in names:
            menu.addAction(name.replace("&", "&&")).triggered.connect(choose(uid))
        if not names:
            menu.addAction(self.tr("None yet")).setEnabled(False)


def _branches(reading: "ReadingService", audience: Audience) -> tuple[Branch, ...]:
    """The reference without the guide, as a tree to tick from."""
    chapters = []
    for chapter in reading.chapters():
        topics = tuple(
            Branch(
                part_key(entry.id),
                entry.title,
                tuple(
                    Branch(part_key(entry.id, section.id), section.title)
                    for section in reading.page(entry.id, audience).sections
                ),
            )
            for entry in chapter.topics
            if audience in entry.audiences and not entry.is_help
        )
        if topics:
            chapters.append(Branch("", chapter.title, topics))
    return tuple(chapters)
