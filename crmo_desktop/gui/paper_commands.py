"""What goes onto paper: printing, PDF, handouts."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from crmo_desktop.domain.identifiers import TopicAddress
from crmo_desktop.gui.desk import Desk

if TYPE_CHECKING:
    from crmo_desktop.domain.identifiers import TopicId
    from crmo_desktop.domain.publication import OwnList
    from crmo_desktop.gui.dialogs.paper_out import PaperOut
    from crmo_desktop.gui.dialogs.paper_tools import PaperTools, Shown


class PaperCommands(QObject):
    """What goes onto paper: printing, PDF, handouts; what each needs is loaded with the first of its kind."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._out: PaperOut | None = None

    def print(self) -> None:
        """Print what is shown: a picture at once, all else from the window that shows its pages."""
        if self._desk.stack.is_picture():
            self._desk.stack.picture.send_out("print")
            return
        from crmo_desktop.gui.dialogs.print_preview import PrintPreview

        self._desk.dialogs.open(PrintPreview(self._tools(), self._shown(), self._desk.window))

    def save_pdf(self) -> None:
        """Ask where the topic, or whatever else is shown, is to be saved as PDF."""
        if self._desk.stack.is_picture():
            self._desk.stack.picture.send_out("pdf")
            return
        from crmo_desktop.gui.dialogs.paper_tools import plain_publication
        from crmo_desktop.services.publishing import file_name

        tools, shown = self._tools(), self._shown()
        publication = plain_publication(tools, shown)
        if publication is None:
            self._desk.say(self.tr("Nothing is shown here that could be saved"))
            return
        book = tools.make(publication, _go_on)
        if book is not None:
            date = tools.reading.edition.made_on.isoformat()
            self._paper_out().ask_place(book, file_name(book.title, date, ".pdf"))

    def handout(self) -> None:
        """Put a handout together."""
        from crmo_desktop.gui.dialogs.handout import HandoutDialog

        self._desk.dialogs.open(HandoutDialog(self._tools(), self._shown(), self._desk.window))

    # --- what they are made with

    def _tools(self) -> "PaperTools":
        from crmo_desktop.gui.desk_paper import tools_at

        return tools_at(self._desk)

    def _shown(self) -> "Shown":
        from crmo_desktop.gui.dialogs.paper_tools import Shown

        navigator, stack = self._desk.navigator, self._desk.stack
        topic, audience = navigator.topic(), navigator.audience
        if topic is None:
            found = stack.passages.publication() if stack.is_listing() else None
            if stack.is_mine():
                found = stack.mine.publication()
            return Shown(None, audience, found=found)
        page = stack.reader.page()
        shown_for = audience if page is None else page.audience
        return Shown(topic.id, shown_for, selected=self._selected(), notes=self._notes(topic.id))

    def _notes(self, topic: "TopicId") -> "OwnList | None":
        """What the reader has made in a topic."""
        things = self._desk.services.own.things
        made = things.on_page(str(TopicAddress(topic)))
        if not made:
            return None
        from crmo_desktop.gui.pages.own_paper import OwnPaper
        from crmo_desktop.gui.pages.own_words import ThingWords
        from crmo_desktop.services.own_places import OwnPlaces

        reading = self._desk.services.reading
        names = {folder.id: folder.name for folder in things.folders()}
        return OwnPaper(ThingWords(reading.edition), OwnPlaces(reading), names).of_topic(made)

    def _selected(self) -> str:
        view = self._desk.stack.reader.view
        if not view.textCursor().hasSelection():
            return ""
        from crmo_desktop.gui.clean_copy import selected_xhtml

        return selected_xhtml(view)

    def _paper_out(self) -> "PaperOut":
        if self._out is None:
            from crmo_desktop.gui.dialogs.paper_out import PaperOut

            self._out = PaperOut(self._desk.window)
            self._out.said.connect(self._on_said)
            self._out.failed.connect(self._desk.show_error)
        return self._out

    @Slot(str)
    def _on_said(self, words: str) -> None:
        self._desk.say(words)


def _go_on(_done: int, _count: int) -> bool:
    return True
