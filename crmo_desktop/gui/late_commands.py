"""Actions that most starts never hear of: what answers them is loaded with the first of its kind."""

from functools import cached_property, partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from crmo_desktop.gui.actions import connect

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from crmo_desktop.gui.desk import Desk
    from crmo_desktop.gui.mark_commands import MarkCommands
    from crmo_desktop.gui.out_commands import OutCommands
    from crmo_desktop.gui.page_document import Link
    from crmo_desktop.gui.paper_commands import PaperCommands
    from crmo_desktop.gui.present_commands import PresentCommands
    from crmo_desktop.gui.quiz_commands import QuizCommands
    from crmo_desktop.gui.settings_commands import SettingsCommands
    from crmo_desktop.gui.thing_commands import ThingCommands
    from crmo_desktop.gui.widgets.page_view import PageView

# Which of the properties below answers which actions, by methods of their names.
_ANSWERS: Final = {
    "marks": (
        "bookmark",
        "note",
        "finished",
        "highlight_1",
        "highlight_2",
        "highlight_3",
        "highlight_4",
    ),
    "things": (
        "undo",
        "my_things",
        "history",
        "export_things",
        "import_things",
        "backups",
        "forget_history",
        "forget_everything",
    ),
    "paper": ("print", "save_pdf", "handout"),
    "out": ("copy_with_source", "save_html", "report_error"),
    "settings": ("settings",),
    "present": ("present", "present_section", "sessions", "slides_out"),
    "quiz": ("quiz", "results", "questions_out"),
}


class LateCommands(QObject):
    """Connects the actions; each group of commands is made when it is first asked for."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk.window)
        self._desk = desk
        connect(
            desk.table,
            {name: partial(self._answer, group, name) for group, names in _ANSWERS.items() for name in names},
        )

    def begin(self) -> None:
        """Make what also shows something, now that the first page is painted."""
        _ = self.marks

    def _answer(self, group: str, name: str) -> None:
        getattr(getattr(self, group), name)()

    def show_page_menu(self, view: "PageView", place: "QPoint", link: "Link | None") -> None:
        """Open the menu over a page of text, at `place` in global coordinates."""
        self.out.show_menu(view, place, link)

    @cached_property
    def marks(self) -> "MarkCommands":
        """Bookmarks, highlights, notes and finished topics, on the page."""
        from crmo_desktop.gui.mark_commands import MarkCommands

        return MarkCommands(self._desk)

    @cached_property
    def things(self) -> "ThingCommands":
        """The page of notes and marks, history, backups, undo."""
        from crmo_desktop.gui.thing_commands import ThingCommands

        return ThingCommands(self._desk)

    @cached_property
    def paper(self) -> "PaperCommands":
        """Printing, PDF, handouts."""
        from crmo_desktop.gui.paper_commands import PaperCommands

        return PaperCommands(self._desk)

    @cached_property
    def out(self) -> "OutCommands":
        """Copies with their source, pages as HTML, reports of errors."""
        from crmo_desktop.gui.out_commands import OutCommands

        return OutCommands(self._desk)

    @cached_property
    def settings(self) -> "SettingsCommands":
        """The settings."""
        from crmo_desktop.gui.settings_commands import SettingsCommands

        return SettingsCommands(self._desk)

    @cached_property
    def present(self) -> "PresentCommands":
        """Presenting a topic or a session, and slides as files."""
        from crmo_desktop.gui.present_commands import PresentCommands

        return PresentCommands(self._desk)

    def is_presenting(self) -> bool:
        """Whether a talk is held now."""
        return "present" in vars(self) and self.present.is_presenting()

    @cached_property
    def quiz(self) -> "QuizCommands":
        """The quiz taken alone, the answers of rooms, questions as files."""
        from crmo_desktop.gui.quiz_commands import QuizCommands

        return QuizCommands(self._desk)
