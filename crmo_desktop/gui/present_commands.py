"""Presenting: a topic, a session, slides as files."""

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from crmo_desktop.domain.errors import UserError
from crmo_desktop.gui.desk import Desk

if TYPE_CHECKING:
    from crmo_desktop.domain.identifiers import SectionId
    from crmo_desktop.domain.publication import Publication
    from crmo_desktop.domain.session import Session
    from crmo_desktop.domain.talk import Talk
    from crmo_desktop.gui.dialogs.sessions import SessionsDialog
    from crmo_desktop.gui.dialogs.slides_out import SlideTools
    from crmo_desktop.gui.handing_out.handed import Notes
    from crmo_desktop.gui.presenter.presenter import Presenter
    from crmo_desktop.gui.presenter.stage import Stage
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

    def is_presenting(self) -> bool:
        """Whether a talk is held now."""
        return "presenter" in vars(self) and self.presenter.held is not None

    # --- what talks are held with

    @cached_property
    def presenter(self) -> "Presenter":
        """Holds talks: `presenter.begin(talk)`."""
        from crmo_desktop.gui.presenter.presenter import Presenter

        return Presenter(self.stage)

    @cached_property
    def stage(self) -> "Stage":
        """What it holds them with."""
        from datetime import datetime

        from crmo_desktop.gui.early import qt_application
        from crmo_desktop.gui.presenter.awake import make_awake
        from crmo_desktop.gui.presenter.screens import SystemScreens
        from crmo_desktop.gui.presenter.stage import Stage

        desk, services = self._desk, self._desk.services
        return Stage(
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

    @property
    def makers(self) -> "SlideMakers":
        """What slides are made with."""
        from crmo_desktop.gui.slides.deck import SlideMakers

        desk, look = self._desk, self._desk.appearance.look
        return SlideMakers(
            desk.services.reading,
            desk.icons,
            desk.make_drawer,
            desk.appearance.folder,
            faces=look.faces,
            language=look.language,
        )

    def _make(self, talk: "Talk", room: "Room") -> "Deck":
        from crmo_desktop.gui.slides.deck import make_deck

        return make_deck(talk.title, talk.matters, room, self.makers)

    # --- sessions

    def sessions(self) -> None:
        """Put sessions together and hold them."""
        from crmo_desktop.gui.dialogs.session_tools import SessionTools
        from crmo_desktop.gui.dialogs.sessions import SessionsDialog
        from crmo_desktop.services.agendas import agendas
        from crmo_desktop.services.session_parts import SessionParts

        desk, reading = self._desk, self._desk.services.reading
        tools = SessionTools(
            sessions=desk.services.own.sessions,
            parts=SessionParts(reading, reading.questions),
            agendas=partial(agendas, reading),
            audience=desk.navigator.audience,
            look=desk.appearance.look,
            icons=desk.icons,
        )
        dialog = SessionsDialog(tools, desk.window)
        dialog.start_wanted.connect(self.hold)
        dialog.print_wanted.connect(partial(self._print, dialog))
        desk.dialogs.open(dialog)

    @Slot(object, bool)
    def hold(self, session: "Session", is_rehearsal: bool) -> None:
        """Present `session`, or rehearse it."""
        from crmo_desktop.gui.slides.note_words import note_words
        from crmo_desktop.services.slide_matter import SlideMatters

        talk = SlideMatters(self._desk.services.reading, note_words()).of_session(session)
        if not talk.matters:
            self._desk.say(self.tr("Nothing of this session is in this edition"))
            return
        self.presenter.begin(talk, is_rehearsal=is_rehearsal)

    def _print(self, dialog: "SessionsDialog", plan: "Publication") -> None:
        """Show the plan of a session as pages, to be printed or saved, over `dialog`."""
        from crmo_desktop.gui.desk_paper import preview

        preview(self._desk, plan, dialog)

    # --- slides as files

    def slides_out(self) -> None:
        """Save the slides of the topic that is shown, or of a session, as PDF or .pptx, or print them."""
        from crmo_desktop.gui.dialogs.slide_subjects import slide_subjects
        from crmo_desktop.gui.dialogs.slides_out import SlidesOutDialog

        desk = self._desk
        topic, page = desk.navigator.topic(), desk.stack.reader.page()
        audience = desk.navigator.audience if topic is None or page is None else page.audience
        shown = None if topic is None else topic.id
        subjects = slide_subjects(desk.services.reading, shown, desk.services.own.sessions.all())
        desk.dialogs.open(SlidesOutDialog(self._slide_tools(), subjects, audience, desk.window))

    def _slide_tools(self) -> "SlideTools":
        from datetime import datetime

        from PySide6.QtGui import QColor

        from crmo_desktop.gui.dialogs.paper_tools import PaperTools
        from crmo_desktop.gui.dialogs.slides_out import SlideTools
        from crmo_desktop.gui.handing_out.outgoing import Outgoing

        desk, services = self._desk, self._desk.services
        outgoing = Outgoing(self.makers, self._trainers_notes, lambda: datetime.now().astimezone())
        paper = PaperTools(
            reading=services.reading,
            preferences=services.preferences,
            handouts=services.own.handouts,
            make=outgoing.pages,
            look=desk.appearance.look,
            icons=desk.icons,
            paper=QColor(desk.appearance.theme("print").colours["page"]),
        )
        return SlideTools(paper, outgoing.write)

    def _trainers_notes(self, talk: "Talk") -> "Notes":
        from crmo_desktop.gui.handing_out.own_notes import trainers_notes

        own = self._desk.services.own
        return trainers_notes(talk, own.slide_notes, own.things)
