"""What a key lays over the window that the trainer works in: notes, list of keys, all slides."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QWidget

from crmo_desktop.gui.fixed_keys import FixedKeys, shown_keys
from crmo_desktop.gui.presenter.overlay import KeysOverlay, NotesOverlay, Told
from crmo_desktop.gui.presenter.overview import Overview
from crmo_desktop.gui.presenter.painted import PaintedSlides
from crmo_desktop.gui.spans import clock_face

if TYPE_CHECKING:
    from crmo_desktop.gui.presenter.held import HeldTalk


class LaidOver(QObject):
    """Opens and closes it, and takes it along when the trainer's window is another one."""

    def __init__(self, held: "HeldTalk") -> None:
        super().__init__(held)
        self._held, self._painted = held, PaintedSlides()
        self._notes: NotesOverlay | None = None
        self._list: KeysOverlay | None = None
        self._overview: Overview | None = None
        keys = held.keys
        keys.is_listed = self._is_listed
        keys.notes_wanted.connect(self._on_notes_wanted)
        keys.notes_scrolled.connect(self._on_notes_scrolled)
        keys.list_wanted.connect(self._on_list_wanted)
        held.show.changed.connect(self._on_changed)
        held.show.set_anew.connect(self._painted.forget)
        held.time.ticked.connect(self._tell_notes)
        self.follow(held.wall)

    def follow(self, window: QWidget) -> None:
        """Be as large as `window` whenever it is laid over it."""
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What lies over a window is as large as the window."""
        if event.type() == QEvent.Type.Resize:
            for overlay in (self._list, self._notes):
                if overlay is not None and overlay.isVisible():
                    overlay.fit()
            if self._overview is not None and self._overview.isVisible():
                self._overview.fit()
        return False

    def take_keyboard(self) -> bool:
        """Whether something here has the keyboard now."""
        if self._overview is None or not self._overview.isVisible():
            return False
        self._overview.setFocus()
        return True

    def move(self) -> None:
        """The trainer works in another window now: what was open there is open here."""
        was_listed = self._is_listed()
        for overlay in (self._list, self._overview):
            if overlay is not None:
                overlay.hide()
                overlay.deleteLater()
        self._list = self._overview = None
        if self._notes is not None and self._held.home() is not self._held.wall:
            self._notes.hide()
        if was_listed:
            self._on_list_wanted()
        self._on_changed()

    # --- keys

    def _is_listed(self) -> bool:
        return self._list is not None and self._list.isVisible()

    @Slot()
    def _on_list_wanted(self) -> None:
        if self._list is None:
            rows = [(shown_keys(row), row.what) for row in FixedKeys(self).at("wall")]
            self._list = KeysOverlay(rows, self._held.dark(), self._held.home())
        if self._list.isVisible():
            self._list.hide()
            return
        self._list.fit()
        self._list.show()
        self._held.heard.say(self._list.accessibleDescription())

    # --- notes

    @Slot()
    def _on_notes_wanted(self) -> None:
        if self._held.home() is not self._held.wall:
            return  # the console has them
        if self._notes is None:
            self._notes = NotesOverlay(self._held.dark(), self._held.wall)
        if self._notes.isVisible():
            self._notes.hide()
            return
        self._notes.show()
        self._tell_notes()
        self._held.heard.say("\n".join(self._told().notes))

    @Slot(int)
    def _on_notes_scrolled(self, direction: int) -> None:
        for overlay in (self._list, self._notes):
            if overlay is not None and overlay.isVisible():
                overlay.turn(direction)

    @Slot()
    def _tell_notes(self) -> None:
        if self._notes is not None and self._notes.isVisible():
            self._notes.tell(self._told())
            self._notes.fit()

    def _told(self) -> Told:
        show, keeper = self._held.show, self._held.time.keeper
        slide, after = show.slide, show.next_slide
        number = self.tr("Slide {number} of {count}")
        head = [number.format(number=show.place + 1, count=len(show.deck.slides))]
        head.append(self.tr("Used {time}").format(time=clock_face(keeper.used)))
        if (left := keeper.left) is not None:
            over = self.tr("Over by {time}") if left < 0 else self.tr("Left {time}")
            head.append(over.format(time=clock_face(abs(left))))
        end = self.tr("The end comes next")
        head.append(self.tr("Next: {title}").format(title=after.title) if after is not None else end)
        own = self._held.own_notes(slide.matter)
        return Told(tuple(head), (*own, *slide.notes))

    # --- all slides

    @Slot()
    def _on_changed(self) -> None:
        self._tell_notes()
        show = self._held.show
        is_open = self._overview is not None and self._overview.isVisible()
        if show.is_overview and not is_open:
            if self._overview is None:
                self._overview = Overview(show, self._painted, self._held.dark(), self._held.home())
                self._overview.chosen.connect(self._on_slide_chosen)
            self._overview.open()
        elif is_open and not show.is_overview and self._overview is not None:
            self._overview.hide()
            self._held.take_keyboard()

    @Slot(int)
    def _on_slide_chosen(self, place: int) -> None:
        show = self._held.show
        show.set_overview(False)
        show.go_to(place)
