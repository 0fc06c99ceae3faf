"""What the window is given, and the dialogs it can open."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QByteArray, QObject, Qt, Signal, Slot, qVersion

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import (
    NoPrinterError,
    NotesFileError,
    NoVoiceError,
    PackDamagedError,
    PrinterError,
    UserError,
    VoiceError,
    VoiceSilentError,
)
from crmo_desktop.domain.identifiers import ChapterId, PictureAddress, PictureId, TopicAddress, TopicId
from crmo_desktop.gui.actions import ActionTable
from crmo_desktop.gui.theme import Appearance, Look
from crmo_desktop.gui.widgets.notice import OWN_FILE
from crmo_desktop.services.front_page import Door, Question
from crmo_desktop.services.journal import Journal
from crmo_desktop.services.keeping import Keeping
from crmo_desktop.services.own import Own
from crmo_desktop.services.preferences import Preferences
from crmo_desktop.services.reading import ReadingService

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QDialog, QWidget

    from crmo_desktop.domain.page import Page
    from crmo_desktop.gui.dialogs.check_installation import CheckInstallationDialog
    from crmo_desktop.gui.key_map import KeyMap
    from crmo_desktop.gui.own_file import OwnFile
    from crmo_desktop.gui.widgets.page_view import PageView
    from crmo_desktop.gui.widgets.pinned import Pinned
    from crmo_desktop.services.checking import InstallationCheck
    from crmo_desktop.services.finding import Finder
    from crmo_desktop.services.lately import RecentSearches
    from crmo_desktop.services.licences import Licences
    from crmo_desktop.services.trainer_questions import TrainerQuestions

RED_FLAGS: Final = TopicId("red-flags")
TREATMENT: Final = ChapterId("treatment")
MEDICINES: Final = TopicId("drug-table")
_CHECK: Final = "check_installation"
_PDF: Final = "pdf"
ALOUD: Final = "help-aloud"  # the guide's page on it


class WindowServices(NamedTuple):
    """Everything the window asks.

    Attributes:
        make_finder, kept_questions, recent_searches: called when first wanted.
        make_check, make_licences: called each time they are wanted.
        audience: for whom pages are shown at first.
        own_trouble: what is wrong with the reader's own file now; None when all is well.
        keeping: where that file is.
        own: what is in it.
        style_sheet: the window's style sheet for a look.
        is_overdue: the edition's review-due date has passed.
        version: of the program.
        pictures: the folder of the program's own, where the skeleton is.
        languages: what the window could speak, by tags.
    """

    reading: ReadingService
    make_finder: "Callable[[], Finder]"
    kept_questions: "Callable[[], TrainerQuestions]"
    recent_searches: "Callable[[], RecentSearches]"
    journal: Journal
    preferences: Preferences
    audience: Audience
    doors: tuple[Door, ...]
    questions: tuple[Question, ...]
    own_trouble: Callable[[], UserError | None]
    make_check: "Callable[[], InstallationCheck]"
    make_licences: "Callable[[], Licences]"
    keeping: Keeping
    own: Own
    style_sheet: Callable[[Look], str]
    is_overdue: bool
    version: str
    pictures: "Path"
    languages: tuple[str, ...] = ()


class Dialogs(QObject):
    """Opens dialogs over the window; each is loaded when it is first asked for."""

    moved = Signal()  # the reader's things are kept elsewhere now
    keys_changed = Signal()  # some action answers other keys

    def __init__(
        self, window: "QWidget", table: ActionTable, services: WindowServices, appearance: Appearance
    ) -> None:
        super().__init__(window)
        self._window, self._table, self._services, self._appearance = window, table, services, appearance
        self._check: CheckInstallationDialog | None = None
        self._keys: KeyMap | None = None
        self._keys_are_locked = False
        if services.preferences.keys:
            self.keys  # noqa: B018 - made, it puts into force what is kept

    @property
    def keys(self) -> "KeyMap":
        """Which keys actions answer; most starts need not know, as all answer their own."""
        if self._keys is None:
            from crmo_desktop.gui.key_map import KeyMap

            self._keys = KeyMap(self._table, self._services.preferences, self)
            self._keys.changed.connect(self.keys_changed)
        if self._keys_are_locked:
            self._keys.locked = self.tr("Readers take turns at this computer: keys cannot be changed here.")
        return self._keys

    def lock_keys(self) -> None:
        """Let nobody change keys, or settings, for those who come after."""
        self._keys_are_locked = True

    @property
    def settings_are_locked(self) -> bool:
        """Whether readers take turns here, so that none of them sets anything for the others."""
        return self._keys_are_locked

    @Slot()
    def show_about(self) -> None:
        """Help > About."""
        from crmo_desktop.gui.dialogs.about import AboutDialog

        edition, look = self._services.reading.edition, self._appearance.look
        keeping = self._services.keeping
        self.open(AboutDialog(self._services.version, qVersion(), edition, keeping, look, self._window))

    @cached_property
    def own_file(self) -> "OwnFile":
        """What can be done about the reader's own file; most starts need not know."""
        from crmo_desktop.gui.own_file import OwnFile

        return OwnFile(self._services.own.backups, self._appearance, self.open, self._window)

    def close(self) -> None:
        """End what goes on beside the window."""
        if "own_file" in vars(self):
            self.own_file.close()

    def remedies(self, error: UserError) -> list[tuple[str, str]]:
        """What can be done at once about what went wrong: name and words of a button for each."""
        if isinstance(error, NotesFileError):
            return self.own_file.remedies(error)
        if isinstance(error, PackDamagedError):
            return [(_CHECK, self.tr("Check this installation"))]
        if isinstance(error, (NoVoiceError, VoiceError, VoiceSilentError)):
            return [(ALOUD, self.tr("How to add a voice"))]
        if isinstance(error, (NoPrinterError, PrinterError)):
            return [(_PDF, self.tr("Save as PDF instead"))]
        return []

    @Slot(str, str)
    def on_remedy(self, question: str, answer: str) -> None:
        """Do what a button of `remedies` says."""
        if question == OWN_FILE:
            self.own_file.answer(answer)
        if not question and answer == _CHECK:
            self.check_installation()
        if not question and answer == _PDF:
            self._window.pages.picture.send_out(_PDF)  # type: ignore[attr-defined]  # the window is a MainWindow
        if not question and answer == ALOUD:
            self._window.navigator.go(TopicAddress(TopicId(ALOUD)))  # type: ignore[attr-defined]  # the window is a MainWindow

    @Slot()
    def check_installation(self) -> None:
        """Help > Check this installation: beside the window, which can be used meanwhile."""
        if self._check is None:
            from crmo_desktop.gui.dialogs.check_installation import CheckInstallationDialog

            check = self._services.make_check()
            self._check = CheckInstallationDialog(check, self._appearance.look, self._window)
            self._check.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self._check.copied.connect(self._on_report_copied)
            self._check.finished.connect(self._on_check_closed)
            self._appearance.changed.connect(self._on_look_changed)
            self._check.addAction(self._table["keys"])
            self._check.show()
        self._check.raise_()
        self._check.activateWindow()

    @Slot()
    def _on_look_changed(self) -> None:
        if self._check is not None:
            self._check.set_look(self._appearance.look)

    @Slot()
    def _on_check_closed(self) -> None:
        self._appearance.changed.disconnect(self._on_look_changed)
        self._check = None

    @Slot()
    def show_licences(self) -> None:
        """Help > Licences."""
        from crmo_desktop.gui.dialogs.licences import LicencesDialog

        self.open(LicencesDialog(self._services.make_licences(), self._appearance.look, self._window))

    @Slot()
    def show_keys(self) -> None:
        """Help > What you can press: where the keyboard is now, in a dialog, too."""
        from PySide6.QtWidgets import QApplication

        from crmo_desktop.gui.dialogs.keys import KeysDialog
        from crmo_desktop.gui.fixed_keys import places_of

        above = QApplication.activeWindow() or self._window
        if not isinstance(above, KeysDialog):
            places = places_of(QApplication.focusWidget() or above)
            self.open(KeysDialog(self._table, self.keys, places, self._appearance.look, above))

    def show_page_parts(self, view: "PageView") -> None:
        """Go > Headings, links and more."""
        from crmo_desktop.gui.dialogs.page_parts import PagePartsDialog

        here = view.walk.here()
        here = view.top_position() if here is None else here
        dialog = PagePartsDialog(view.shown, here, self._appearance.look, self._window)
        dialog.part_chosen.connect(view.walk.go)
        self.open(dialog)

    @Slot()
    def show_pictures(self) -> None:
        """Go > Pictures."""
        from crmo_desktop.gui.dialogs.pictures import PicturesDialog
        from crmo_desktop.services.pictures import listed_pictures

        navigator = self._window.navigator  # type: ignore[attr-defined]  # the window is a MainWindow
        listed = listed_pictures(self._services.reading, navigator.audience)
        dialog = PicturesDialog(listed, self._appearance.look, self._window)
        dialog.picture_chosen.connect(self._on_picture)
        self.open(dialog)

    @Slot(str)
    def _on_picture(self, id: str) -> None:
        self._window.navigator.go(PictureAddress(PictureId(id)))  # type: ignore[attr-defined]  # the window is a MainWindow
        self._window.focus_page()  # type: ignore[attr-defined]  # the window is a MainWindow

    @Slot()
    def show_kept_questions(self) -> None:
        """Go > Questions kept for the trainer."""
        from crmo_desktop.gui.dialogs.questions import QuestionsDialog

        questions = self._services.kept_questions()
        self.open(QuestionsDialog(questions, self._appearance.look, self._window))

    @Slot()
    def ask_address(self) -> None:
        """File > Open an address."""
        from crmo_desktop.gui.dialogs.address import OpenAddressDialog

        dialog = OpenAddressDialog(self._appearance.look, self._window)
        dialog.address_chosen.connect(self._window.navigator.go)  # type: ignore[attr-defined]  # the window is a MainWindow
        self.open(dialog)

    @Slot()
    def ask_to_keep_here(self) -> None:
        """File > Keep my things on this drive."""
        from crmo_desktop.gui.dialogs.keep_here import KeepHereDialog

        dialog = KeepHereDialog(self._services.keeping, self._appearance.look, self._window)
        dialog.moved.connect(self._on_moved)
        self.open(dialog)

    @Slot()
    def _on_moved(self) -> None:
        self._table["keep_here"].setVisible(False)
        self._window.say(self.tr("Your things are kept on this drive now"))  # type: ignore[attr-defined]  # the window is a MainWindow
        self.moved.emit()

    @Slot(str)
    def show_outside_address(self, address: str) -> None:
        """An address that needs the internet."""
        from crmo_desktop.gui.dialogs.address import OutsideAddressDialog

        dialog = OutsideAddressDialog(address, self._appearance.look, self._window)
        dialog.copied.connect(self._on_copied)
        self.open(dialog)

    def open(self, dialog: "QDialog") -> None:
        """Show `dialog` over the window; closed, it goes, or every opening would leave one behind."""
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.addAction(self._table["keys"])  # the window's own shortcuts sleep meanwhile
        dialog.open()

    @Slot()
    def _on_report_copied(self) -> None:
        self._window.say(self.tr("Report copied"))  # type: ignore[attr-defined]  # the window is a MainWindow

    @Slot()
    def _on_copied(self) -> None:
        self._window.say(self.tr("Address copied"))  # type: ignore[attr-defined]  # the window is a MainWindow


class Pins(QObject):
    """What the box that never scrolls away says beside a page."""

    def __init__(self, reading: ReadingService, parent: QObject) -> None:
        super().__init__(parent)
        self._reading = reading

    def for_page(self, page: "Page | None") -> "Pinned | None":
        """For clinicians on pages with doses that they are reports; for all others when to get help fast."""
        if page is None or page.topic.is_help:
            return None
        from crmo_desktop.gui.widgets.pinned import Pinned  # a start shows none

        tells_doses = page.topic.chapter == TREATMENT or page.topic.id == MEDICINES
        if page.audience is Audience.CLINICIAN and tells_doses:
            words = self.tr("Not a prescription. Use your own formulary.")
            return Pinned("caution", "alert-triangle", self.tr("Reports, not advice"), words, "", "")
        if not self._reading.has(RED_FLAGS) or page.topic.id == RED_FLAGS:
            return None
        words = self._reading.page(RED_FLAGS, Audience.PATIENT).summary
        link = self.tr("All red flags")
        return Pinned("red", "urgent", self.tr("Get help fast"), words, link, str(TopicAddress(RED_FLAGS)))


def restore_place(window: "QWidget", geometry: bytes | None, size: tuple[int, int] | None) -> None:
    """Give `window` `size`, or the place it had; the first time it fills a small screen."""
    if size is not None:
        window.resize(*size)
    elif geometry is None or not window.restoreGeometry(QByteArray(geometry)):
        room = window.screen().availableGeometry()
        window.resize(min(1366, room.width() - 40), min(860, room.height() - 60))
        if room.width() < 1500 or room.height() < 900:
            window.setWindowState(Qt.WindowState.WindowMaximized)


def kept_widths(preferences: Preferences, zoom: float) -> tuple[int, int] | None:
    """Widths in pixels of left and right pane as the reader dragged them, at the text size of now."""
    sizes = preferences.pane_sizes
    return (round(sizes[0] * zoom), round(sizes[1] * zoom)) if len(sizes) == 2 else None


def keep_widths(preferences: Preferences, zoom: float, left: int, right: int) -> None:
    """Remember what `kept_widths` tells, in pixels at a text size of 100%."""
    preferences.pane_sizes = (round(left / zoom), round(right / zoom))
