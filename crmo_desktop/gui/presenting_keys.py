"""The keys of talks, sessions and quiz: part of the table of `fixed_keys`, which lists all keys."""

from typing import Final, NamedTuple

from PySide6.QtCore import QObject

# Where they are answered, by the class of the widget that holds the keyboard or is round the one that does.
PLACES: Final = {
    "Wall": "wall",
    "Overview": "overview",
    "SlideList": "slide_list",
    "Console": "console",
    "SessionList": "session_list",
    "SessionsDialog": "sessions",
    "SessionEditor": "session",
    "QuestionPane": "quiz",
    "PollResultsDialog": "polls",
}


class TalkKey(NamedTuple):
    """One thing that can be done with keys: see `FixedKey`, which it becomes."""

    place: str
    keys: tuple[str, ...]
    what: str
    shown: str = ""


class PresentingKeys(QObject):
    """The table, in the window's language.

    Attributes:
        titles: what each place is called.
        rows: place by place.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.titles = {
            "wall": self.tr("Wall, and console beside it"),
            "overview": self.tr("All slides"),
            "slide_list": self.tr("List of slides on the console"),
            "console": self.tr("Console"),
            "session_list": self.tr("List of sessions"),
            "sessions": self.tr("Sessions"),
            "session": self.tr("Session"),
            "quiz": self.tr("Question of the quiz"),
            "polls": self.tr("Answers of rooms"),
        }
        self.rows = [*self._of_going(), *self._of_showing(), *self._of_tools(), *self._of_overview()]
        self.rows += [*self._of_console(), *self._of_sessions(), *self._of_asking()]

    def _of_going(self) -> list[TalkKey]:
        wall = "wall"
        return [
            TalkKey(wall, ("Right", "Space", "PgDown"), self.tr("Next point or slide")),
            TalkKey(wall, ("Left", "PgUp", "Backspace"), self.tr("Point or slide before")),
            TalkKey(
                wall,
                ("Down", "Up"),
                self.tr("The same; in a live picture or a question its next choice, the one before"),
            ),
            TalkKey(wall, ("Return", "Enter"), self.tr("Choose it; else the next point or slide")),
            TalkKey(wall, ("Home", "End"), self.tr("First, last slide")),
            TalkKey(wall, (), self.tr("Go to the slide of this number"), self.tr("Figures, then Enter")),
            TalkKey(wall, ("O",), self.tr("All slides, to go to one")),
            TalkKey(wall, ("Esc",), self.tr("Leave what was opened last; else end the talk")),
        ]

    def _of_showing(self) -> list[TalkKey]:
        wall = "wall"
        return [
            TalkKey(wall, ("B", "."), self.tr("Wall black, and the slide again")),
            TalkKey(wall, ("W", ","), self.tr("Wall white, and the slide again")),
            TalkKey(wall, ("+", "=", "-"), self.tr("Larger, smaller words; or picture, where it is large")),
            TalkKey(wall, ("T",), self.tr("Light, dark or high contrast")),
            TalkKey(wall, ("Z",), self.tr("Picture large, then moved with the arrows")),
            TalkKey(wall, ("R",), self.tr("Show the answer, or all points at once")),
            TalkKey(wall, ("H",), self.tr("Count hands: A, B and so on add one, with Shift take one away")),
            TalkKey(wall, ("S",), self.tr("Notes over the wall, where there is no second screen")),
            TalkKey(wall, ("Shift+Down", "Shift+Up"), self.tr("Read on in the notes, or in this list")),
            TalkKey(wall, ("X",), self.tr("Wall and console change screens")),
            TalkKey(wall, ("F1", "?"), self.tr("These keys")),
        ]

    def _of_tools(self) -> list[TalkKey]:
        wall = "wall"
        return [
            TalkKey(wall, ("P",), self.tr("A light that shows a place; mouse or arrows move it")),
            TalkKey(wall, ("D",), self.tr("Draw with the mouse, or with Shift and the arrows")),
            TalkKey(wall, ("E",), self.tr("Rub out, in the same way")),
            TalkKey(wall, ("Ctrl+Z",), self.tr("Undo what was drawn or rubbed out last")),
            TalkKey(wall, ("Del",), self.tr("Rub out all that is drawn on this slide")),
        ]

    def _of_overview(self) -> list[TalkKey]:
        overview = "overview"
        return [
            TalkKey(overview, ("Right", "Left", "Down", "Up"), self.tr("Go from slide to slide")),
            TalkKey(overview, ("Home", "End", "PgDown", "PgUp"), self.tr("First, last, a screen on, back")),
            TalkKey(overview, ("Return", "Enter", "Space"), self.tr("Show this slide")),
            TalkKey(overview, ("O", "Esc"), self.tr("Back to the slide that was shown")),
        ]

    def _of_console(self) -> list[TalkKey]:
        listed, console = "slide_list", "console"
        return [
            TalkKey(listed, ("Down", "Up"), self.tr("Next slide of the list, the one before")),
            TalkKey(listed, ("Return", "Enter"), self.tr("Show this slide on the wall")),
            TalkKey(console, ("Tab", "Shift+Tab"), self.tr("Next part of the console, the one before")),
            TalkKey(console, ("Esc",), self.tr("Leave the field; elsewhere as on the wall")),
            TalkKey(
                console, ("PgDown", "PgUp"), self.tr("Next point or slide, the one before, in fields too")
            ),
        ]

    def _of_sessions(self) -> list[TalkKey]:
        listed, session = "session_list", "session"
        return [
            TalkKey(listed, ("Down", "Up"), self.tr("Next session, session before")),
            TalkKey(listed, ("Return", "Enter"), self.tr("Change the session")),
            TalkKey(listed, ("F2",), self.tr("Rename it")),
            TalkKey(listed, ("Del",), self.tr("Delete it")),
            TalkKey("sessions", ("Ctrl+Z",), self.tr("Have back what was deleted")),
            TalkKey(session, ("Ctrl+Z",), self.tr("Undo the last step")),
            TalkKey(session, ("Return", "Enter"), self.tr("Press the button in focus")),
            TalkKey(session, ("Esc",), self.tr("Close the window")),
        ]

    def _of_asking(self) -> list[TalkKey]:
        quiz, polls = "quiz", "polls"
        return [
            TalkKey(quiz, ("Down", "Up"), self.tr("Go through the options")),
            TalkKey(quiz, ("Return", "Enter", "Space"), self.tr("Choose the option in focus")),
            TalkKey(quiz, (), self.tr("Choose the option with this letter"), self.tr("A to F")),
            TalkKey(quiz, ("Backspace", "Del"), self.tr("Take back the last one that was put in order")),
            TalkKey(polls, ("Del",), self.tr("Delete the answers chosen")),
            TalkKey(polls, ("Ctrl+Z",), self.tr("Have back what was deleted")),
        ]
