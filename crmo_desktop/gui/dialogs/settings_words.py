"""What settings are called in their dialog, and what is said about each: one table."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from PySide6.QtCore import QObject

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.depth import Depth

# The pages in order, each with its icon. The services name all of them but "things", which has no settings.
PAGES: Final = {
    "reading": "users",
    "seeing": "eye",
    "read_aloud": "volume",
    "keys": "keyboard",
    "paper": "printer",
    "presenting": "presentation",
    "things": "bookmark",
    "privacy": "shield-check",
}


class Words(NamedTuple):
    """What is said of a setting.

    Attributes:
        name: what it is called.
        help: one line below its name.
        options: what its values are called.
        button: what its button says, if it has one.
    """

    name: str
    help: str
    options: Mapping[object, str] = {}
    button: str = ""


class SettingWords(QObject):
    """The table, in the window's language.

    Attributes:
        pages: what pages are called.
        settings: by key.
        things: what else can be done in the dialog: by the page it stands on and the action that does it.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pages = {
            "reading": self.tr("Reading"),
            "seeing": self.tr("Seeing"),
            "read_aloud": self.tr("Read aloud"),
            "keys": self.tr("Keys"),
            "paper": self.tr("Paper"),
            "presenting": self.tr("Presenting"),
            "things": self.tr("My things"),
            "privacy": self.tr("Privacy"),
        }
        self.settings: dict[str, Words] = {
            **self._reading(),
            **self._look(),
            **self._seeing(),
            **self._aloud(),
            **self._others(),
            **self._presenting(),
        }
        self.things: dict[tuple[str, str], Words] = self._things()

    def _reading(self) -> dict[str, Words]:
        return {
            "audience": Words(
                self.tr("Written for"),
                self.tr("Which version of a topic opens first. You can switch at any time."),
                {Audience.PATIENT: self.tr("Families"), Audience.CLINICIAN: self.tr("Clinicians")},
            ),
            "depth": Words(
                self.tr("How much of a topic"),
                self.tr("Of topics for families. All of a page is one key or click away."),
                {
                    Depth.SENTENCE: self.tr("One sentence"),
                    Depth.SHORT: self.tr("Thirty seconds"),
                    Depth.EVERYTHING: self.tr("Everything"),
                },
            ),
            "reading_ruler": Words(
                self.tr("Reading ruler"), self.tr("A bar that follows the line you read.")
            ),
            "language": Words(
                self.tr("Language"),
                self.tr("Of the window and of the texts. Changes when CRMO Desktop is opened the next time."),
                {"system": self.tr("Same as the computer")},
            ),
        }

    def _look(self) -> dict[str, Words]:
        return {
            "text_size": Words(
                self.tr("Text size"), self.tr("80% to 250%. Also with Ctrl and the mouse wheel, on a page.")
            ),
            "text_face": Words(
                self.tr("Typeface"),
                self.tr("Of the page. All three come with the program."),
                {
                    "atkinson": self.tr("Clear, the usual one"),
                    "serif": self.tr("Serif, as in books"),
                    "dyslexic": self.tr("Made for dyslexia"),
                },
            ),
            "text_spacing": Words(
                self.tr("Spacing"),
                self.tr("More air between lines, words and letters helps many readers."),
                {
                    "normal": self.tr("Normal"),
                    "roomy": self.tr("Roomy"),
                    "very_roomy": self.tr("Very roomy"),
                },
            ),
            "theme": Words(
                self.tr("Colours"),
                self.tr("They follow the computer until you choose."),
                {
                    "system": self.tr("Same as the computer"),
                    "light": self.tr("Light"),
                    "dark": self.tr("Dark"),
                    "sepia": self.tr("Sepia"),
                    "hc_black": self.tr("High contrast, black"),
                    "hc_white": self.tr("High contrast, white"),
                },
            ),
        }

    def _seeing(self) -> dict[str, Words]:
        return {
            "line_focus": Words(
                self.tr("Line focus"), self.tr("Dims the page but for a few lines, which follow you.")
            ),
            "focus_lines": Words(
                self.tr("Lines in focus"), self.tr("How many lines line focus leaves clear.")
            ),
            "motion": Words(
                self.tr("Motion"),
                self.tr("Reduced: nothing blinks or glides."),
                {"system": self.tr("Same as the computer"), "reduced": self.tr("Reduced")},
            ),
            "caret": Words(
                self.tr("Text cursor on the page"),
                self.tr("To move in a text and to select from it with the arrow keys."),
                {
                    "auto": self.tr("With a screen reader"),
                    "on": self.tr("Always"),
                    "off": self.tr("Never"),
                },
            ),
            "left_pane": Words(self.tr("Topics at the left"), self.tr("The list of all topics.")),
            "right_pane": Words(
                self.tr("On this page, at the right"), self.tr("The headings of the topic that is open.")
            ),
        }

    def _aloud(self) -> dict[str, Words]:
        return {
            "speech_speed": Words(
                self.tr("Speed of the voice"), self.tr("100% is how fast the voice speaks by itself.")
            ),
            "speech_voice": Words(
                self.tr("Voice"),
                self.tr("One of the voices of this computer."),
                {"": self.tr("The computer’s own choice")},
            ),
        }

    def _others(self) -> dict[str, Words]:
        return {
            "keys": Words(
                self.tr("Your own keys"),
                self.tr("See all keys, and give other ones to what you use most."),
                button=self.tr("Keys…"),
            ),
            "paper_size": Words(
                self.tr("Sheets"),
                self.tr("What is printed is set for this size."),
                {
                    "system": self.tr("Same as the computer"),
                    "a4": self.tr("A4"),
                    "letter": self.tr("Letter"),
                },
            ),
            "paper_type": Words(
                self.tr("Type on paper"),
                self.tr("Large is 14 points, largest is 18 points."),
                {
                    "normal": self.tr("Normal"),
                    "large": self.tr("Large"),
                    "largest": self.tr("Largest"),
                },
            ),
            "clinic": Words(
                self.tr("Name of the clinic"),
                self.tr("Stands at the head of what is printed. Empty for none."),
            ),
            "keeps_history": Words(
                self.tr("Keep a history"),
                self.tr("Of pages read and searches made. Off: what was kept stays until you forget it."),
            ),
        }

    def _presenting(self) -> dict[str, Words]:
        return {
            "room_theme": Words(
                self.tr("Colours on the wall"),
                self.tr("Light is best where a room is not quite dark. T changes it while you talk."),
                {
                    "light": self.tr("Light"),
                    "dark": self.tr("Dark"),
                    "contrast": self.tr("High contrast"),
                },
            ),
            "room_type": Words(
                self.tr("Words on the wall"),
                self.tr("Every size can be read from the last row. + and - change it while you talk."),
                {
                    "-1": self.tr("Small"),
                    "0": self.tr("Normal"),
                    "1": self.tr("Large"),
                    "2": self.tr("Larger"),
                    "3": self.tr("Largest"),
                },
            ),
            "room_builds": Words(
                self.tr("Point by point"), self.tr("The points of a slide come one after the other.")
            ),
            "room_wall": Words(
                self.tr("With two screens, slides are on"),
                self.tr("The console is on the one that is left. X changes them while you talk."),
                {
                    "other": self.tr("The other screen"),
                    "same": self.tr("The screen of this window"),
                },
            ),
        }

    def _things(self) -> dict[tuple[str, str], Words]:
        return {
            ("read_aloud", "add_voice"): Words(
                self.tr("More voices"),
                self.tr("The guide says how to add a voice to this computer."),
                button=self.tr("How to add a voice"),
            ),
            ("things", "keep_here"): Words(
                self.tr("Where your things are kept"),
                self.tr("Notes, marks, history and these settings."),
                button=self.tr("Keep them on this drive…"),
            ),
            ("things", "backups"): Words(
                self.tr("Backups"),
                self.tr("Copies of your things are made by themselves. You can go back to any of them."),
                button=self.tr("Backups and restoring…"),
            ),
            ("things", "export_things"): Words(
                self.tr("Export"),
                self.tr("All your notes and marks in one file, to keep or to take along."),
                button=self.tr("Export my things…"),
            ),
            ("things", "import_things"): Words(
                self.tr("Import"),
                self.tr("Adds the notes and marks of such a file to those here."),
                button=self.tr("Import things…"),
            ),
            ("privacy", "forget_history"): Words(
                self.tr("History so far"),
                self.tr("Forgets the pages you have read and the searches you have made."),
                button=self.tr("Forget the history…"),
            ),
            ("privacy", "forget_everything"): Words(
                self.tr("All your things"),
                self.tr("Forgets notes, marks, history and settings: as on the first day."),
                button=self.tr("Forget everything…"),
            ),
        }
