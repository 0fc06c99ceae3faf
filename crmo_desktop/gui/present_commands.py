"""Presenting: a topic, a session, slides as files."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from crmo_desktop.domain.errors import UserError
from crmo_desktop.gui.desk import Desk

if TYPE_CHECKING:
    from crmo_desktop.domain.identifiers import SectionId
    from crmo_desktop.domain.talk import Talk
    from crmo_desktop.gui.presenter.presenter import Presenter
    from crmo_desktop.gui.slides.deck import Deck, SlideMakers
    from crmo_desktop.gui.slides.slide import Room


class PresentCommands(QObject):
    """Presenting; what each command needs is loaded with the first of its kind."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk

    def present(self) -> None:
        """Present the topic that is shown, from its beginning."""
        self._present(None)

    def present_section(self) -> None:
        """Present the topic that is shown, from the section that is read."""
        self._present(self._desk.stack.reader.view.section())

    def _present(self, begin: "SectionId | str | None") -> None:
        from crmo_desktop.domain.identifiers import SectionId
        from crmo_desktop.gui.slides.note_words import note_words
        from crmo_desktop.services.slide_matter import SlideMatters

        topic = self._desk.navigator.topic()
        if topic is None:
            return
        page = self._desk.stack.reader.page()
        audience = self._desk.navigator.audience if page is None else page.audience
        matters = SlideMatters(self._desk.services.reading, note_words())
        section = SectionId(begin) if begin else None
        try:
            talk = matters.of_topic(topic.id, audience, section)
        except UserError as error:
            self._desk.show_error(error)
            return
        self.presenter.begin(talk)

    # --- what talks are held with

    @cached_property
    def presenter(self) -> "Presenter":
        """Holds talks: `presenter.begin(talk)`."""
        from datetime import datetime

        from crmo_desktop.gui.early import qt_application

        from crmo_desktop.gui.presenter.awake import make_awake
        from crmo_desktop.gui.presenter.presenter import Presenter
        from crmo_desktop.gui.presenter.screens import SystemScreens
        from crmo_desktop.gui.presenter.stage import Stage

        desk, services = self._desk, self._desk.services
        return Presenter(
            Stage(
                window=desk.window,
                make=self._make,
                appearance=desk.appearance,
                icons=desk.icons,
                style_sheet=services.style_sheet,
                preferences=services.preferences,
                own=services.own,
                screens=SystemScreens(qt_application(), self),
                awake=make_awake(),
                now=lambda: datetime.now().astimezone(),
                open_dialog=desk.dialogs.open,
                say=desk.say,
                show_error=desk.show_error,
                edition=services.reading.edition.made_on.isoformat(),
            )
        )

    @property
    def makers(self) -> "SlideMakers":
        """What slides are made with."""
        from crmo_desktop.gui.slides.deck import SlideMakers

        desk = self._desk
        return SlideMakers(desk.services.reading, desk.icons, desk.make_drawer, desk.appearance.folder)

    def _make(self, talk: "Talk", room: "Room") -> "Deck":
        from crmo_desktop.gui.slides.deck import make_deck

        return make_deck(talk.title, talk.matters, room, self.makers)

    def sessions(self) -> None:
        """Put sessions together and hold them."""

    def slides_out(self) -> None:
        """Save the slides of the topic that is shown as PDF or .pptx, or print them."""
