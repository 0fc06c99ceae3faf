"""A computer that readers use in turns: nothing is kept, and what one leaves open is gone for the next."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from crmo_desktop.domain.start import WindowOptions
from crmo_desktop.gui.announcing import announce
from crmo_desktop.gui.idle import IdleWatch
from crmo_desktop.gui.main_window import MainWindow
from crmo_desktop.gui.theme import Appearance

if TYPE_CHECKING:
    from crmo_desktop.gui.pages.reader import ReaderPage

NOTICE: Final = "idle"
_A_MINUTE: Final = 60


class SharedComputer(QObject):
    """Starts the window over when nobody has used it for a while."""

    def __init__(
        self,
        window: MainWindow,
        appearance: Appearance,
        start: WindowOptions,
        forget: Callable[[], None],
        watch: IdleWatch,
    ) -> None:
        """Change the window at once; it starts over when `watch` tells.

        Args:
            window: that readers use.
            appearance: its look.
            start: what the command line says, which holds for every reader.
            forget: forgets what the last reader set.
            watch: tells when nobody is there; has to hear the application's events.
        """
        super().__init__(window)
        self._window, self._appearance, self._start, self._forget = window, appearance, start, forget
        self._was_full_screen = window.isFullScreen()
        window.status.set_shared()
        window.table["kept_questions"].setVisible(False)
        window.dialogs.lock_keys()
        window.table["history"].setEnabled(False)
        window.table["backups"].setEnabled(False)
        window.late.things.no_history = self.tr("History is not kept: readers take turns at this computer.")
        watch.setParent(self)
        watch.warned.connect(self._on_warned)
        watch.resumed.connect(self._on_resumed)
        watch.expired.connect(self._on_expired)
        self._watch = watch

    @Slot(int)
    def _on_warned(self, seconds: int) -> None:
        words = (
            self.tr("Going back to the start in a minute. Press any key to stay.")
            if seconds >= _A_MINUTE
            else self.tr("Going back to the start in half a minute. Press any key to stay.")
        )
        self._window.notice.say_first(NOTICE, words)
        announce(self._window.notice, words)

    @Slot()
    def _on_resumed(self) -> None:
        self._window.notice.take_back(NOTICE)

    @Slot()
    def _on_expired(self) -> None:
        """A trainer who talks to a room touches nothing for long, and is there."""
        if self._window.late.is_presenting():
            self._watch.touch()
            self._window.notice.take_back(NOTICE)
        else:
            self.start_over()

    @Slot()
    def start_over(self) -> None:
        """Show the start page as on the first start, whatever was open."""
        window = self._window
        self._close_what_is_open()
        window.undo.forget()
        self._forget()
        if window.pages.has_mine():
            window.pages.mine.forget()
        window.own_signal.look()
        self._go_home()
        self._restore_look()
        if QGuiApplication.clipboard().ownsClipboard():
            QGuiApplication.clipboard().clear()
        window.notice.take_back(NOTICE)
        window.notice.drop_passing()
        window.focus_page()
        window.say(self.tr("Back at the start. Nothing was kept."))

    def _close_what_is_open(self) -> None:
        """Menus, dialogs, cards and the find bar."""
        for other in QApplication.topLevelWidgets():
            if other is not self._window and other.isVisible():
                other.close()
        for page in self._text_pages():
            page.close_card()
            page.close_find()
            page.find_bar.set_words("")

    def _text_pages(self) -> "list[ReaderPage]":
        from crmo_desktop.gui.pages.reader import ReaderPage

        return [page for page in self._window.pages.made() if isinstance(page, ReaderPage)]

    def _go_home(self) -> None:
        """The start page, with nothing behind it, nothing typed and nothing filtered."""
        window, go = self._window, self._window.navigator
        go.leave_search()
        go.trail.clear()
        go.set_audience(self._start.audience or window.preferences.audience)
        go.show_home()
        for field in (window.toolbar.search, window.home.search):
            field.set_query("")
        if window.pages.has_results():
            window.results.blockSignals(True)  # nobody is there who would want to know how much is shown now
            window.results.show_everything()
            window.results.blockSignals(False)
        window.searching.offer_recent()

    def _restore_look(self) -> None:
        """What the next reader begins with, and every pane in its place."""
        window, preferences, start = self._window, self._window.preferences, self._start
        if window.isFullScreen() and not self._was_full_screen:
            window.table["full_screen"].trigger()
        theme = start.theme or preferences.theme
        window.table[f"theme_{theme}"].setChecked(True)
        for page in self._text_pages():
            page.set_depth(preferences.depth)
        self._appearance.set_choice(theme)
        self._appearance.set_text_size(start.text_size or preferences.text_size)
        window.commands.comfort.restore()
        for name, shown in (("left_pane", preferences.left_pane), ("right_pane", preferences.right_pane)):
            window.table[name].setChecked(shown)
        window.tree.set_chapters(window.reading.chapters())
        window.home.verticalScrollBar().setValue(0)
        window.panes.forget_widths()
        window.set_look()
