"""The running program: Qt's application, its window, and how it starts and ends."""

import gc
import json
import logging
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from PySide6.QtCore import (
    QFileSystemWatcher,
    QObject,
    Slot,
)
from PySide6.QtGui import QIcon

from crmo_desktop import __version__
from crmo_desktop.domain.errors import PackFolderError, PolicyError, UserError
from crmo_desktop.domain.identifiers import HomeAddress, parse_address
from crmo_desktop.domain.language import ENGLISH, is_right_to_left
from crmo_desktop.domain.policy import Policy
from crmo_desktop.domain.start import WindowOptions
from crmo_desktop.gui.early import (
    PAGES,
    START,
    AddressedApplication,
    load_fonts,
    qt_application,
)
from crmo_desktop.gui.errors import CrashReporter, start_log, words_of
from crmo_desktop.gui.first_paint import FirstPaint, process_start, save_picture
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.main_window import MainWindow
from crmo_desktop.gui.messages import log_messages
from crmo_desktop.gui.stylesheet import style_sheet
from crmo_desktop.gui.theme import Appearance, Look
from crmo_desktop.gui.typography import FACES
from crmo_desktop.gui.window_parts import WindowServices, restore_place
from crmo_desktop.services.front_page import Door, Question
from crmo_desktop.services.journal import Journal
from crmo_desktop.services.keeping import Keeping
from crmo_desktop.services.own import Own
from crmo_desktop.services.preferences import Preferences
from crmo_desktop.services.reading import ReadingService

if TYPE_CHECKING:
    from crmo_desktop.gui.shared_computer import SharedComputer
    from crmo_desktop.services.checking import InstallationCheck
    from crmo_desktop.services.finding import Finder
    from crmo_desktop.services.lately import RecentSearches
    from crmo_desktop.services.licences import Licences
    from crmo_desktop.services.trainer_questions import TrainerQuestions

log = logging.getLogger("crmo_desktop.application")
PICTURE: Final = "knees.svg"


class Letters(Protocol):
    """Addresses that second starts of the program leave for this one."""

    @property
    def folder(self) -> Path:
        """Where they lie."""

    def collect(self) -> list[str]:
        """Those left since the last time."""


class Surroundings(NamedTuple):
    """What the program is built from.

    Attributes:
        language: what the window speaks.
        languages: what it could speak.
        log_file: None writes no log.
        make_finder, kept_questions, recent_searches: called when first wanted.
        make_check, make_licences: called each time they are wanted.
        troubles: what could not be used as it should; told above the first page.
        check_edition: makes sure that the edition is sound, if that is not known yet; takes a while.
        own_trouble: what is wrong with the reader's own file now; None when all is well.
        keeping: where that file is.
        own: what is in it.
        policy: what an administrator has set.
        forget: forgets what a reader has set, where readers take turns.
        mailbox: None where no second start can hand anything over.
        close: what to close at the end, in this order.
    """

    resources: Path
    language: str
    languages: tuple[str, ...]
    log_file: Path | None
    reading: ReadingService
    make_finder: "Callable[[], Finder]"
    kept_questions: "Callable[[], TrainerQuestions]"
    recent_searches: "Callable[[], RecentSearches]"
    journal: Journal
    preferences: Preferences
    doors: tuple[Door, ...]
    questions: tuple[Question, ...]
    is_overdue: bool
    troubles: tuple[UserError, ...]
    check_edition: Callable[[], None] | None
    own_trouble: Callable[[], UserError | None]
    make_check: "Callable[[], InstallationCheck]"
    make_licences: "Callable[[], Licences]"
    keeping: Keeping
    own: Own
    policy: Policy
    forget: Callable[[], None]
    mailbox: Letters | None
    close: tuple[Callable[[], None], ...]


class Application(QObject):
    """Made once; `run()` shows the window and returns when it is gone."""

    def __init__(self, surroundings: Surroundings, start: WindowOptions) -> None:
        self._qt_loaded = time.time()
        log_messages()
        self.qt = qt_application()
        super().__init__()
        self._surroundings, self._start = surroundings, start
        self._status = 0
        self._take_back: Callable[[MainWindow], None] | None = None  # known once the start is over
        self._milestones = {"interpreter": start.started, "qt_loaded": self._qt_loaded}
        resources, preferences = surroundings.resources, surroundings.preferences
        if surroundings.log_file is not None:
            start_log(surroundings.log_file)
        faces = self._translate(resources)
        self._load_fonts(START)
        self.appearance = Appearance(
            resources / "themes",
            choice=start.theme or preferences.theme,
            text_size=start.text_size or preferences.text_size,
            face=preferences.text_face,
            spacing=preferences.text_spacing,
            faces=faces,
            language=surroundings.language,
            parent=self,
        )
        self.appearance.changed.connect(self._on_look_changed)  # before the window, whose style builds on it
        self.appearance.faces_wanted.connect(partial(self._load_fonts, *FACES))
        self.qt.setPalette(self.appearance.look.palette())
        self.qt.setFont(self.appearance.look.ui_font())
        self.window = self._make_window(resources)
        self._shared: SharedComputer | None = None
        self._offer_languages()
        self._apply_policy(surroundings.policy)
        self.crashes = CrashReporter(self._describe, self)
        self.crashes.told.connect(self.window.show_error)
        self._watch_mailbox()
        if isinstance(self.qt, AddressedApplication):
            self.qt.address_wanted.connect(self._on_address_wanted)

    def _make_window(self, resources: Path) -> MainWindow:
        parts = self._surroundings
        icons = resources / "icons"
        picture = resources / "pictures" / PICTURE
        services = WindowServices(
            reading=parts.reading,
            make_finder=parts.make_finder,
            kept_questions=parts.kept_questions,
            recent_searches=parts.recent_searches,
            journal=parts.journal,
            preferences=parts.preferences,
            audience=self._start.audience or parts.preferences.audience,
            doors=parts.doors,
            questions=parts.questions,
            own_trouble=parts.own_trouble,
            make_check=parts.make_check,
            make_licences=parts.make_licences,
            keeping=parts.keeping,
            own=parts.own,
            style_sheet=partial(_sheet, icons),
            is_overdue=parts.is_overdue,
            version=__version__,
            pictures=resources / "pictures",
            languages=parts.languages,
        )
        window = MainWindow(
            services,
            self.appearance,
            IconShelf(icons, mirrored=is_right_to_left(self._surroundings.language)),
            picture.read_text(encoding="utf-8") if picture.is_file() else "",
        )
        restore_place(window, parts.preferences.geometry or None, self._start.size)
        window.set_look()
        return window

    def _offer_languages(self) -> None:
        """A choice of languages, where there is one."""
        languages = self._surroundings.languages
        if len(languages) > 1:
            from crmo_desktop.gui.language_menu import LanguageMenu

            LanguageMenu(self.window, languages, self._surroundings.preferences)

    def _apply_policy(self, policy: Policy) -> None:
        """Lock what is locked, and have a shared computer start over; most computers have neither."""
        if policy.locked:
            from crmo_desktop.gui.administered import Administered

            Administered(self.window, policy.locked)
        if policy.shared_computer:
            from crmo_desktop.gui.idle import IdleWatch
            from crmo_desktop.gui.shared_computer import SharedComputer

            watch = IdleWatch(policy.idle_minutes)
            forget = self._surroundings.forget
            self._shared = SharedComputer(self.window, self.appearance, self._start, forget, watch)
            self.qt.installEventFilter(watch)

    @Slot()
    def _on_look_changed(self) -> None:
        look = self.appearance.look
        self._load_fonts(PAGES, self.appearance.face)  # the face may be one that was never wanted yet
        self.qt.setPalette(look.palette())
        self.qt.setFont(look.ui_font())

    def _translate(self, resources: Path) -> tuple[str, ...]:
        """Have the window speak its language, if not English; returns bundled faces for its letters."""
        language = self._surroundings.language
        if language == ENGLISH:
            return ()
        from crmo_desktop.gui.languages import install_language

        return install_language(self.qt, language, resources)

    def _describe(self) -> str:
        edition = self._surroundings.reading.edition
        return f"CRMO Desktop {__version__}, edition {edition.made_on.isoformat()} {edition.digest[:12]}"

    # --- running

    def run(self) -> int:
        """Show the window until it is closed; returns the exit status."""
        window = self.window
        self.crashes.install(window)
        address = self._start.address
        if isinstance(address, HomeAddress):
            window.navigator.show_home()
        else:
            self._load_fonts(PAGES, self.appearance.face)
            window.navigator.open_first(address)
        for trouble in self._surroundings.troubles:
            window.show_error(trouble)
            message, hint = words_of(trouble)
            is_administrators = isinstance(trouble, PolicyError | PackFolderError)
            if is_administrators and self._surroundings.log_file is not None:
                log.warning("%s %s", trouble.message, trouble.hint)
            sys.stderr.write(f"{message}\n{hint}\n")
        if self._start.screenshot is not None:
            self._load_fonts(
                PAGES, self.appearance.face
            )  # a sign that the window's own faces lack comes from these
            window.fill()
        first = FirstPaint(window.pages.painted_widget(), self)
        first.callback = self._on_first_paint
        window.show()
        window.focus_page()
        self._milestones["window_shown"] = time.time()
        status = self.qt.exec()
        self.close()
        gc.freeze()  # the system takes everything back at once: Python need not look for garbage first
        return self._status or status

    def paint(self) -> None:
        """Let everything that waits to be drawn be drawn."""
        self.qt.processEvents()

    def finish_start(self) -> None:
        """What the first paint need not wait for."""
        icon = QIcon()
        for file in (self._surroundings.resources / "icons" / "app").glob("emblem-*.png"):
            icon.addFile(str(file))
        self.qt.setWindowIcon(icon)
        self._load_fonts(PAGES, self.appearance.face)
        from crmo_desktop.gui import assistive
        from crmo_desktop.gui.motion import set_motion

        assistive.install(self.window)
        self.qt.focusChanged.connect(assistive.follow_focus)
        self._take_back = assistive.take_back
        set_motion(self._surroundings.preferences.motion)
        self.window.fill()
        self.window.commands.enable()  # by now it is known whether a screen reader listens
        # The start is over; what it made stays, and need not be looked at again.
        gc.freeze()
        gc.enable()
        self._check_edition()
        self.window.dialogs.own_file.begin()
        self._offer_drive()

    def _offer_drive(self) -> None:
        """From a removable drive things can be kept there; most programs run from none."""
        keeping = self._surroundings.keeping
        if keeping.can_move():
            from crmo_desktop.gui.drive_offer import DriveOffer

            DriveOffer(self.window, keeping, self._surroundings.log_file)

    def _check_edition(self) -> None:
        """A large edition that was sound before is opened at once, and checked while it is read."""
        check = self._surroundings.check_edition
        if check is not None:
            from crmo_desktop.gui.tasks import LatestOnly

            self._checking = LatestOnly("checksum", self)
            self._checking.run(check, on_success=_nothing_to_tell, on_error=self._on_damage)

    def _on_damage(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self.window.show_error(error)

    def _load_fonts(self, *uses: str) -> None:
        parts = self._surroundings
        missing = load_fonts(parts.resources / "fonts", *uses, language=parts.language)
        if missing:
            log.error("faces that Qt would not take: %s", ", ".join(missing))

    def close(self) -> None:
        """Give the files back, once nothing searches them any more."""
        self.window.navigator.close()
        self.window.dialogs.close()
        if self._take_back is not None:
            self._take_back(self.window)
        for close in self._surroundings.close:
            close()

    @Slot()
    def _on_first_paint(self) -> None:
        self._milestones["first_page_painted"] = time.time()
        if not self._start.is_passing:
            self.finish_start()
            return
        if self._start.screenshot is not None:
            self._status = save_picture(self.window, self._start.screenshot)
        if self._start.exit_after_paint:
            began = process_start(self._start.started)
            millis = {name: round((at - began) * 1000, 1) for name, at in self._milestones.items()}
            sys.stderr.write(json.dumps(millis) + "\n")
        self.qt.exit(self._status)

    # --- second starts

    def _watch_mailbox(self) -> None:
        mailbox = self._surroundings.mailbox
        if mailbox is None:
            return
        try:
            mailbox.folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            return  # a read-only place: a second start opens a window of its own
        self._watcher = QFileSystemWatcher([str(mailbox.folder)], self)
        self._watcher.directoryChanged.connect(self._on_letters)

    @Slot()
    def _on_letters(self) -> None:
        mailbox = self._surroundings.mailbox
        for text in mailbox.collect() if mailbox is not None else ():
            self._on_address_wanted(text)

    @Slot(str)
    def _on_address_wanted(self, text: str) -> None:
        try:
            self.window.open_address(parse_address(text))
        except UserError as error:
            self.window.show_error(error)


def _nothing_to_tell(_: None) -> None:
    """The edition is sound, as everybody thought."""


def _sheet(icons: Path, look: Look) -> str:
    return style_sheet(look, icons)
