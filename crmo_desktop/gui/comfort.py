"""How pages are made easy to read: face, spacing, ruler, line focus, motion. Loaded when first wanted."""

from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMainWindow

from crmo_desktop.gui.actions import ActionTable
from crmo_desktop.gui.dialogs import reading as name
from crmo_desktop.gui.dialogs.reading import Choices, ReadingDialog
from crmo_desktop.gui.motion import set_motion
from crmo_desktop.gui.pages.reader import ReaderPage
from crmo_desktop.gui.pages.stack import PageStack
from crmo_desktop.gui.theme import SYSTEM, Appearance
from crmo_desktop.gui.typography import ATKINSON, NORMAL
from crmo_desktop.gui.widgets.page_view import PageView
from crmo_desktop.gui.widgets.reading_aid import ReadingAid
from crmo_desktop.services.preferences import Preferences

_NORMAL_SIZE = 100
_USUAL_LINES = 3


class Comfort(QObject):
    """Makes the reader's choices so, and keeps them."""

    def __init__(
        self,
        window: QMainWindow,
        table: ActionTable,
        stack: PageStack,
        appearance: Appearance,
        preferences: Preferences,
    ) -> None:
        super().__init__(window)
        self._window, self._table, self._stack = window, table, stack
        self._appearance, self._preferences = appearance, preferences
        self._dialog: ReadingDialog | None = None
        appearance.changed.connect(self._on_look_changed)

    # --- ruler and line focus

    def follow_actions(self) -> None:
        """Keep what the menu says about ruler and line focus, and show it on every page."""
        self._preferences.reading_ruler = self._table["ruler"].isChecked()
        self._preferences.line_focus = self._table["line_focus"].isChecked()
        self.show_aids()

    def show_aids(self) -> None:
        """Show ruler and line focus on every page, as the menu says."""
        for page in self._stack.made():
            if isinstance(page, ReaderPage):
                self.attach(page.view)
        if self._dialog is not None:
            self._dialog.set_choices(self.choices())

    def attach(self, view: PageView) -> None:
        """Give `view` what the menu says; a view that never had any is left alone without."""
        ruler, focus = self._table["ruler"].isChecked(), self._table["line_focus"].isChecked()
        if view.aid is None:
            if not (ruler or focus):
                return
            view.aid = ReadingAid(view, self._appearance.look)
            view.focus_moved.connect(partial(self._on_link_reached, view))
        view.aid.show(ruler=ruler, clear_rows=self._preferences.focus_lines if focus else 0)

    def _on_link_reached(self, view: PageView, _words: str) -> None:
        link = view.focused_link()
        if view.aid is not None and link is not None:
            view.aid.go_to(link.start)

    @Slot()
    def _on_look_changed(self) -> None:
        for page in self._stack.made():
            if isinstance(page, ReaderPage) and page.view.aid is not None:
                page.view.aid.set_look(self._appearance.look)
        if self._dialog is not None:
            self._dialog.set_look(self._appearance.look)
            self._dialog.set_choices(self.choices())

    # --- the dialog

    def choices(self) -> Choices:
        """What holds now."""
        appearance, preferences = self._appearance, self._preferences
        colours = self._table[f"theme_{SYSTEM}"]
        return Choices(
            size=appearance.text_size,
            face=appearance.face,
            spacing=appearance.spacing,
            colours=appearance.choice,
            ruler=self._table["ruler"].isChecked(),
            focus=str(preferences.focus_lines if self._table["line_focus"].isChecked() else 0),
            motion=preferences.motion,
            locked="" if colours.isEnabled() else colours.toolTip(),
        )

    def show_dialog(self) -> None:
        """View > Text and reading."""
        self._appearance.faces_wanted.emit()
        dialog = ReadingDialog(self.choices(), self._appearance.look, self._window)
        self._dialog = dialog
        dialog.chosen.connect(self._choose)
        dialog.normal_wanted.connect(self._go_back_to_normal)
        dialog.finished.connect(self._on_closed)
        dialog.open()

    @Slot()
    def _on_closed(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.deleteLater()

    @Slot(str, object)
    def _choose(self, what: str, value: object) -> None:
        """Make one choice so, and keep it."""
        appearance, preferences = self._appearance, self._preferences
        if what == name.SIZE and isinstance(value, int):
            appearance.set_text_size(value)
            preferences.text_size = appearance.text_size
        elif what == name.FACE:
            preferences.text_face = str(value)
            appearance.set_face(preferences.text_face)
        elif what == name.SPACING:
            preferences.text_spacing = str(value)
            appearance.set_spacing(preferences.text_spacing)
        elif what == name.COLOURS:
            self._table[f"theme_{value}"].trigger()
        elif what == name.RULER:
            self._table["ruler"].setChecked(bool(value))
            self.follow_actions()
        elif what == name.FOCUS:
            self._focus(int(str(value)))
        elif what == name.MOTION:
            preferences.motion = str(value)
            set_motion(preferences.motion)

    def _focus(self, lines: int) -> None:
        if lines:
            self._preferences.focus_lines = lines
        self._table["line_focus"].setChecked(lines > 0)
        self.follow_actions()

    @Slot()
    def _go_back_to_normal(self) -> None:
        """Everything the dialog can change is as on the first start."""
        self._preferences.focus_lines = _USUAL_LINES
        for what, value in (
            (name.SIZE, _NORMAL_SIZE), (name.FACE, ATKINSON), (name.SPACING, NORMAL), (name.RULER, False),
            (name.FOCUS, 0), (name.MOTION, SYSTEM),
        ):  # fmt: skip
            self._choose(what, value)
        if self._table[f"theme_{SYSTEM}"].isEnabled():
            self._choose(name.COLOURS, SYSTEM)
        if self._dialog is not None:
            self._dialog.set_choices(self.choices())

    def restore(self) -> None:
        """As the settings say, which somebody else has changed."""
        appearance, preferences = self._appearance, self._preferences
        appearance.set_face(preferences.text_face)
        appearance.set_spacing(preferences.text_spacing)
        self._table["ruler"].setChecked(preferences.reading_ruler)
        self._table["line_focus"].setChecked(preferences.line_focus)
        self.show_aids()
        set_motion(preferences.motion)
