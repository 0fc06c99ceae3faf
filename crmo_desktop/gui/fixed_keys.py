"""Keys that widgets answer by themselves, in one table: what is listed under "What you can press".

A widget that answers a key in its `keyPressEvent` names it here, under the place the keyboard has to be in;
`tests/gui/test_fixed_keys.py` presses each and fails where the two differ.
"""

from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QWidget

from crmo_desktop.domain import bidi
from crmo_desktop.gui import presenting_keys

# Where keys are answered, by the class of the widget that holds the keyboard or is round the one that does.
PLACES: Final = {
    "PageView": "page",
    "PictureCanvas": "picture",
    "PictureTableView": "picture_table",
    "WordCells": "picture_table",
    "HitPreview": "preview",
    "Card": "card",
    "FindBar": "find_bar",
    "Notice": "notice",
    "UndoToast": "undo",
    "SpeechBar": "speech",
    "TopicTree": "topics",
    "OutlinePane": "outline",
    "ResultList": "results",
    "NothingFound": "nothing",
    "FilterPane": "filter",
    "OwnList": "own_list",
    "OwnPane": "own_pane",
    "OwnDetail": "own_detail",
    "FilterField": "own_field",
    "SearchField": "search",
    "AudienceSwitch": "switch",
    "Panes": "drawer",
    "KeyField": "key_field",
    "PagePartsDialog": "page_parts",
    "PicturesDialog": "pictures",
    "SheetView": "sheets",
    "PartTree": "parts",
    "ChosenList": "chosen",
    "HandoutDialog": "handout",
    "SheetDialog": "paper",
    "LicencesDialog": "licences",
    "QuestionsDialog": "questions",
    "SettingsDialog": "settings",
    "PlainDialog": "dialog",
    "QLineEdit": "field",
    "QAbstractButton": "button",
    "MainWindow": "window",
    **presenting_keys.PLACES,
}
_ONLY_AS_DRAWER: Final = "drawer"


class FixedKey(NamedTuple):
    """One thing that can be done with keys where the keyboard is.

    Attributes:
        place: a value of `PLACES`.
        keys: as Qt writes them; each does it.
        what: in words.
        shown: in place of the keys, where they are many; "" for none.
    """

    place: str
    keys: tuple[str, ...]
    what: str
    shown: str = ""


class FixedKeys(QObject):
    """The table, in the window's language.

    Attributes:
        rows: place by place, the innermost first.
        titles: what each place is called.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.titles = {
            "page": self.tr("Page"),
            "picture": self.tr("Picture"),
            "picture_table": self.tr("Picture as a table"),
            "preview": self.tr("Preview"),
            "card": self.tr("Card"),
            "find_bar": self.tr("Find bar"),
            "notice": self.tr("Notice"),
            "undo": self.tr("What was deleted last"),
            "speech": self.tr("Reading aloud"),
            "topics": self.tr("List of topics"),
            "outline": self.tr("On this page"),
            "results": self.tr("Results"),
            "nothing": self.tr("Nothing found"),
            "filter": self.tr("Filter"),
            "own_list": self.tr("My notes and marks, and History"),
            "own_pane": self.tr("Which of my things are shown"),
            "own_detail": self.tr("One of my things in full"),
            "own_field": self.tr("Field that narrows my things"),
            "search": self.tr("Search field"),
            "switch": self.tr("Families or clinicians"),
            "drawer": self.tr("Pane over the page"),
            "key_field": self.tr("Field for new keys"),
            "page_parts": self.tr("Headings and links"),
            "pictures": self.tr("List of pictures"),
            "sheets": self.tr("Pages to print"),
            "parts": self.tr("Parts to choose"),
            "chosen": self.tr("Parts in order"),
            "handout": self.tr("Handout"),
            "paper": self.tr("Windows about paper"),
            "licences": self.tr("Licences"),
            "settings": self.tr("Settings"),
            "questions": self.tr("Questions kept"),
            "dialog": self.tr("Dialog"),
            "field": self.tr("Any field"),
            "button": self.tr("Any button"),
            "window": self.tr("Everywhere"),
        }
        presenting = presenting_keys.PresentingKeys(self)
        self.titles |= presenting.titles
        self.rows = [
            *self._of_pages(),
            *self._of_pictures(),
            *self._of_lists(),
            *self._of_own_things(),
            *self._of_searching(),
            *self._of_paper(),
            *self._of_dialogs(),
            *(FixedKey(*row) for row in presenting.rows),
            *self._of_all(),
        ]

    def at(self, place: str) -> list[FixedKey]:
        """What can be pressed at `place`."""
        return [row for row in self.rows if row.place == place]

    def using(self, key: str) -> list[FixedKey]:
        """What `key` does wherever it is answered."""
        wanted = QKeySequence(key)
        return [row for row in self.rows if any(QKeySequence(own) == wanted for own in row.keys)]

    def _of_pages(self) -> list[FixedKey]:
        page, card = "page", "card"
        return [
            FixedKey(page, ("Tab",), self.tr("Next link, mark or explained word; after the last, on")),
            FixedKey(page, ("Shift+Tab",), self.tr("The link before; before the first, back")),
            FixedKey(page, ("Return", "Enter"), self.tr("Open the link or highlight that has the ring")),
            FixedKey(
                page,
                ("Space",),
                self.tr("Open the link or highlight that has the ring; without one, a screen down"),
            ),
            FixedKey(page, ("Shift+F10", "Menu"), self.tr("What can be done with the words")),
            FixedKey(page, ("Shift+Space",), self.tr("A screen up")),
            FixedKey(page, ("PgDown", "PgUp"), self.tr("A screen down, up")),
            FixedKey(page, ("Down", "Up"), self.tr("A line down, up")),
            FixedKey(page, ("Home", "End"), self.tr("Beginning, end of the page")),
            FixedKey(page, ("H", "Shift+H"), self.tr("Next heading, heading before")),
            FixedKey(page, ("K", "Shift+K"), self.tr("Next link, link before")),
            FixedKey(page, ("T", "Shift+T"), self.tr("Next table, table before")),
            FixedKey(page, ("B", "Shift+B"), self.tr("Next box, box before")),
            FixedKey(page, ("G", "Shift+G"), self.tr("Next picture, picture before")),
            FixedKey(page, ("M", "Shift+M"), self.tr("Next highlight, highlight before")),
            FixedKey(page, ("Del",), self.tr("Delete the highlight that has the ring")),
            FixedKey("preview", ("Return", "Enter"), self.tr("Open the page, where no link has the ring")),
            FixedKey("preview", ("Esc",), self.tr("Back to the list of results")),
            FixedKey(card, ("Tab", "Shift+Tab"), self.tr("Go round inside the card")),
            FixedKey(card, ("Down", "Up", "PgDown", "PgUp"), self.tr("Read on, where the card scrolls")),
            FixedKey(card, ("Esc",), self.tr("Close the card and go back to the mark")),
            FixedKey("find_bar", ("Return", "Enter"), self.tr("Next match")),
            FixedKey("find_bar", ("Shift+Return", "Shift+Enter"), self.tr("Match before")),
            FixedKey("notice", ("Esc",), self.tr("Close the notice and go to the page")),
            FixedKey("undo", ("Esc",), self.tr("Close it and go to the page")),
            FixedKey("speech", ("Esc",), self.tr("Stop reading aloud")),
            FixedKey("find_bar", ("Esc",), self.tr("Close the find bar and go back to the page")),
        ]

    def _of_pictures(self) -> list[FixedKey]:
        picture, table = "picture", "picture_table"
        return [
            FixedKey(picture, ("Tab",), self.tr("Next place in the picture; after the last, on")),
            FixedKey(picture, ("Shift+Tab",), self.tr("The place before; before the first, back")),
            FixedKey(picture, ("Right", "Left", "Down", "Up"), self.tr("Next place, place before")),
            FixedKey(picture, ("Home", "End"), self.tr("First, last place")),
            FixedKey(picture, ("Return", "Enter", "Space"), self.tr("Open the place that has the ring")),
            FixedKey(picture, ("+", "-"), self.tr("Larger, smaller")),
            FixedKey(picture, ("0",), self.tr("As wide as the page again")),
            FixedKey(
                picture,
                ("Shift+Right", "Shift+Left", "Shift+Down", "Shift+Up"),
                self.tr("Move a picture that was made larger"),
            ),
            FixedKey(table, ("Right", "Left", "Down", "Up"), self.tr("Go from cell to cell")),
            FixedKey(table, ("Return", "Enter", "Space"), self.tr("Open what the cell leads to")),
        ]

    def _of_lists(self) -> list[FixedKey]:
        topics, outline, results = "topics", "outline", "results"
        return [
            FixedKey(topics, ("Down", "Up"), self.tr("Next line, line before")),
            FixedKey(topics, ("Right", "Left"), self.tr("Open, close a chapter")),
            FixedKey(topics, ("Return", "Enter", "Space"), self.tr("Open the topic")),
            FixedKey(topics, (), self.tr("Go to the topic that begins so"), self.tr("Letters")),
            FixedKey(outline, ("Down", "Up"), self.tr("Next line, line before")),
            FixedKey(outline, ("Return", "Enter", "Space"), self.tr("Go to the section, or open the topic")),
            FixedKey(
                results, ("Down", "Up"), self.tr("Next result, result before; from the first, the field")
            ),
            FixedKey(results, ("Return", "Enter", "Space"), self.tr("Open the result")),
            FixedKey(results, ("Esc",), self.tr("Leave the results; the page comes back")),
        ]

    def _of_own_things(self) -> list[FixedKey]:
        listed, pane, field = "own_list", "own_pane", "own_field"
        return [
            FixedKey(listed, ("Down", "Up"), self.tr("Next row, row before; from the first, the field")),
            FixedKey(listed, ("Shift+Down", "Shift+Up"), self.tr("Choose one row more")),
            FixedKey(listed, ("Ctrl+Down", "Ctrl+Up"), self.tr("Go on, and keep what is chosen")),
            FixedKey(listed, ("Ctrl+Space",), self.tr("Choose this row, too, or no longer")),
            FixedKey(listed, ("Return", "Enter"), self.tr("Open the page")),
            FixedKey(listed, ("Del",), self.tr("Delete what is chosen")),
            FixedKey(pane, ("Down", "Up"), self.tr("Choose")),
            FixedKey(pane, ("Space",), self.tr("Choose, and stay")),
            FixedKey(pane, ("Return", "Enter"), self.tr("Choose, and go to the list")),
            FixedKey(pane, ("F2",), self.tr("Rename the folder")),
            FixedKey(pane, ("Del",), self.tr("Delete the folder; what lies in it stays")),
            FixedKey(pane, ("Esc",), self.tr("Show everything again")),
            FixedKey("own_detail", ("Esc",), self.tr("Back to the list")),
            FixedKey(field, ("Down", "Return", "Enter"), self.tr("Go into the list")),
            FixedKey(field, ("Esc",), self.tr("Empty the field")),
        ]

    def _of_searching(self) -> list[FixedKey]:
        search = "search"
        return [
            FixedKey("nothing", ("Esc",), self.tr("Leave; the page comes back")),
            FixedKey("filter", ("Down", "Up"), self.tr("Choose")),
            FixedKey("filter", ("Space",), self.tr("Choose, and stay")),
            FixedKey("filter", ("Return", "Enter"), self.tr("Choose, and go to the results")),
            FixedKey("filter", ("Esc",), self.tr("Show everything again")),
            FixedKey(search, ("Return", "Enter"), self.tr("Open the first result")),
            FixedKey(
                search, ("Down",), self.tr("Go to the results; in an empty field, what was searched lately")
            ),
            FixedKey(search, ("Esc",), self.tr("Empty the field and leave the results")),
            FixedKey("switch", ("Left", "Right"), self.tr("Choose the other")),
            FixedKey("drawer", ("Esc",), self.tr("Close the pane that lies over the page")),
        ]

    def _of_paper(self) -> list[FixedKey]:
        sheets, parts, chosen = "sheets", "parts", "chosen"
        return [
            FixedKey(sheets, ("PgDown", "PgUp"), self.tr("Next page, page before; of a large one a screen")),
            FixedKey(sheets, ("Home", "End"), self.tr("First, last page")),
            FixedKey(sheets, ("Down", "Up", "Right", "Left"), self.tr("Move a page that is larger")),
            FixedKey(sheets, ("+", "-", "0"), self.tr("Larger, smaller, the whole page")),
            FixedKey(parts, ("Down", "Up"), self.tr("Next line, line before")),
            FixedKey(parts, ("Right", "Left"), self.tr("Open, close a chapter or a topic")),
            FixedKey(parts, ("Space", "Return", "Enter"), self.tr("Tick, or open a chapter")),
            FixedKey(chosen, ("Down", "Up"), self.tr("Next part, part before")),
            FixedKey(chosen, ("Alt+Down", "Alt+Up"), self.tr("Move the part down, up")),
            FixedKey(chosen, ("Del",), self.tr("Take the part out")),
            FixedKey(chosen, ("Return", "Enter"), self.tr("Change own words, or a part of a session")),
            FixedKey("handout", ("Ctrl+Z",), self.tr("Undo the last step")),
            FixedKey("paper", ("Ctrl+P",), self.tr("Print")),
            FixedKey("paper", ("Ctrl+S",), self.tr("Save as PDF")),
            FixedKey("paper", ("Ctrl++", "Ctrl+-", "Ctrl+0"), self.tr("Pages larger, smaller, whole")),
            FixedKey("paper", ("Return", "Enter"), self.tr("Press the button in focus")),
            FixedKey("paper", ("Esc",), self.tr("Close the window")),
        ]

    def _of_dialogs(self) -> list[FixedKey]:
        return [
            FixedKey("key_field", ("Backspace", "Del"), self.tr("Forget the keys that were pressed")),
            FixedKey("page_parts", ("Down", "Up"), self.tr("Go through the list, also while you type")),
            FixedKey("page_parts", ("Return", "Enter", "Space"), self.tr("Go there; Space in the list only")),
            FixedKey("pictures", ("Down", "Up"), self.tr("Go through the list, also while you type")),
            FixedKey(
                "pictures", ("Return", "Enter", "Space"), self.tr("Open the picture; Space in the list only")
            ),
            FixedKey("licences", ("Ctrl+F",), self.tr("Find in the words of the licence")),
            FixedKey(
                "licences", ("F3", "Return", "Enter"), self.tr("Next place found; Enter in the field only")
            ),
            FixedKey("licences", ("Shift+F3",), self.tr("Place found before")),
            FixedKey("questions", ("Del",), self.tr("Delete the questions chosen")),
            FixedKey("questions", ("Ctrl+Z",), self.tr("Have back what was deleted")),
            FixedKey("settings", (), self.tr("Find a setting, wherever you are"), self.tr("Letters")),
            FixedKey("settings", ("Ctrl+F",), self.tr("Go to the field that finds settings")),
            FixedKey("settings", ("Return", "Enter"), self.tr("In that field: go to the first one found")),
            FixedKey("settings", ("Esc",), self.tr("Empty that field; else close the dialog")),
            FixedKey("dialog", ("Return", "Enter"), self.tr("Press the button in focus, else the main one")),
            FixedKey("dialog", ("PgDown", "PgUp"), self.tr("Scroll a dialog that does not fit")),
            FixedKey("dialog", ("Esc",), self.tr("Close the dialog")),
        ]

    def _of_all(self) -> list[FixedKey]:
        field, window = "field", "window"
        return [
            FixedKey(field, ("Left", "Right", "Home", "End"), self.tr("Move in what is typed")),
            FixedKey(field, ("Ctrl+Left", "Ctrl+Right"), self.tr("Move by a word")),
            FixedKey(field, ("Ctrl+Backspace", "Ctrl+Del"), self.tr("Delete a word")),
            FixedKey(field, ("Ctrl+X", "Ctrl+V"), self.tr("Cut, paste")),
            FixedKey(field, ("Ctrl+Z",), self.tr("Have back what was changed")),
            FixedKey("button", ("Space", "Return", "Enter"), self.tr("Press it")),
            FixedKey(window, ("Tab", "Shift+Tab"), self.tr("Next, and the one before")),
            FixedKey(
                window, ("Esc",), self.tr("Close what was opened last, leave results, leave the full screen")
            ),
            FixedKey(
                window, (), self.tr("Open the menu whose letter is underlined"), self.tr("Alt and a letter")
            ),
        ]


def places_of(focus: QWidget | None) -> list[str]:
    """The places that answer keys while `focus` has them, the innermost first."""
    found: list[str] = []
    widget = focus
    while widget is not None:
        for kind in type(widget).__mro__:
            place = PLACES.get(kind.__name__, "")
            if place and place not in found and not (place == _ONLY_AS_DRAWER and _has_no_drawer(widget)):
                found.append(place)
        widget = None if widget.isWindow() else widget.parentWidget()
    return found


def _has_no_drawer(panes: QWidget) -> bool:
    drawer = panes.findChild(QWidget, "drawer")
    return drawer is None or not drawer.isVisible()


def written(key: str) -> str:
    """A key as this system writes it, in the window's language."""
    return _from_left(_native(key))


def _native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def _from_left(words: str) -> str:
    """Among words that run from the right, else the sign of “Ctrl+-” would come first."""
    is_rtl = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return bidi.isolated(words) if is_rtl else words


def shown_keys(row: FixedKey) -> str:
    """The keys of `row` for a reader; keys that are all the same to one are written once."""
    if row.shown:
        return row.shown
    twice = {"Enter", "Shift+Enter"} if any("Return" in key for key in row.keys) else set()
    names = [_native(key) for key in row.keys if key not in twice]
    enter = QCoreApplication.translate("FixedKeys", "Enter")
    return _from_left(", ".join(name.replace(_native("Return"), enter) for name in names))


def is_one_sign(key: str) -> bool:
    """Whether `key` is a letter, figure or sign without Ctrl, Alt or the like, which typing needs."""
    sequence = QKeySequence(key)
    if sequence.count() != 1:
        return False
    pressed = sequence[0]  # type: ignore[index]  # the stubs do not know that keys can be counted through
    modifiers = pressed.keyboardModifiers() & ~Qt.KeyboardModifier.ShiftModifier
    code = pressed.key()
    return not modifiers and Qt.Key.Key_Space.value <= code.value < Qt.Key.Key_Escape.value
