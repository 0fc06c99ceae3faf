"""The page in a view, part by part: what each is called, where it stands, which the reader is at."""

from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QLocale, QObject, QPoint, QRect
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QWidget

from crmo_desktop.gui.page_document import Link, PageDocument
from crmo_desktop.gui.page_structure import Kind, Part, put_in, structure_of, walked

if TYPE_CHECKING:
    from crmo_desktop.gui.widgets.page_accessible import PageAccessible


class Spoken(NamedTuple):
    """What a part is called.

    Attributes:
        description: what the name alone does not say, such as where a link leads.
    """

    name: str
    description: str = ""


class Viewer(Protocol):
    """What is asked of the view."""

    def viewport(self) -> QWidget:
        """The part of it that can be seen."""

    def document(self) -> QTextDocument:
        """What it shows."""

    def rects(self, start: int, end: int) -> list[QRect]:
        """Where characters stand in the viewport, one rectangle a line."""

    def focused_link(self) -> Link | None:
        """The link that the keyboard has reached."""

    def hasFocus(self) -> bool:
        """Whether the keyboard is in the view."""

    def open_link(self, link: Link) -> None:
        """Open what `link` leads to."""

    def open_mark(self, id: int) -> None:
        """Open the card of a highlight."""


class ShownPage(QObject):
    """Reads the structure of a page when it is first asked for: most pages are read by eye."""

    def __init__(self, view: Viewer, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._page: PageDocument | None = None
        self._parts: list[Part] | None = None
        self._walked: Part | None = None
        self._marks: list[Part] = []
        self._language = QLocale(QLocale.Language.English)
        self.was_told = False  # whether assistive programs know what the reader came to last
        self.accessible: PageAccessible | None = None  # what assistive programs were given, if any asked

    def set_page(self, page: PageDocument, language: QLocale) -> None:
        """Another page is in the view."""
        if self.accessible is not None:
            self.accessible.forget()
        self._page, self._parts, self._language = page, None, language
        self._walked, self._marks = None, []

    def set_marks(self, marks: list[Part]) -> None:
        """Put `marks` among the parts in place of those before; the reader stays at the one reached."""
        before, self._marks = self._marks, marks
        if self.accessible is not None:
            self.accessible.take_back(before)
        if self._parts is not None:
            for mark in before:
                (self._parts if mark.parent is None else mark.parent.children).remove(mark)
            for mark in marks:
                put_in(self._parts, mark)
        walked = self._walked
        if walked is not None and walked in before:
            self._walked = next((mark for mark in marks if mark.number == walked.number), None)

    def close(self) -> None:
        """The view will go: take its parts back from assistive programs."""
        if self.accessible is not None:
            self.accessible.forget()
            self.accessible = None

    def parts(self) -> list[Part]:
        """The parts at the top level."""
        if self._parts is None:
            self._parts = [] if self._page is None else structure_of(self._page)
            for mark in self._marks:
                put_in(self._parts, mark)
        return self._parts

    def all(self, *kinds: Kind) -> list[Part]:
        """Every part of `kinds`, as they are read."""
        return [part for part in walked(self.parts()) if part.kind in kinds]

    def top_of(self, part: Part) -> int:
        """Where to scroll to for `part`: a table is shown with its caption."""
        beside = self.parts() if part.parent is None else part.parent.children
        place = beside.index(part)
        before = beside[place - 1] if place else None
        has_caption = part.kind is Kind.TABLE and before is not None and before.name == part.name != ""
        return before.start if has_caption and before is not None else part.start

    def language(self) -> QLocale:
        """The language of the page."""
        return self._language

    def reached(self) -> Part | None:
        """The link that the keyboard has reached, or the part that was walked to, while it is in the view."""
        if not self._view.hasFocus():
            return None
        link = self._view.focused_link()
        return self._walked if link is None else self.part_of(link)

    def walk_to(self, part: Part | None) -> None:
        """The reader has walked to `part`, which is told; None once the caret has left it."""
        self._walked = part
        if part is not None:
            self.tell(part)

    def tell(self, part: Part) -> None:
        """Tell assistive programs that the reader has come to `part`."""
        self.was_told = self.accessible is not None and self.accessible.tell(part)

    def part_of(self, link: Link) -> Part | None:
        """The part that stands for `link`."""
        return next((part for part in self.all(Kind.LINK) if part.start == link.start), None)

    def follow(self, part: Part) -> None:
        """Open the link or mark `part`."""
        if part.kind is Kind.MARK:
            self._view.open_mark(part.number)
        else:
            self._view.open_link(Link(part.start, part.end, part.href, part.name))

    def place_of(self, start: int, end: int) -> QRect:
        """Where characters stand, in global coordinates; one rectangle round all their lines."""
        around = QRect()
        for rect in self._view.rects(start, end):
            around = around.united(rect)
        return QRect(self._view.viewport().mapToGlobal(QPoint(around.left(), around.top())), around.size())

    # --- words

    def spoken(self, part: Part) -> Spoken:
        """What `part` is called."""
        match part.kind:
            case Kind.LINK:
                return self._link(part)
            case Kind.TABLE:
                size = self.tr("{rows} rows, {columns} columns").format(rows=part.rows, columns=part.columns)
                return Spoken(part.name or self.tr("Table"), size)
            case Kind.CALL_OUT if part is self._walked:  # entered by other ways, its words are read anyhow
                return Spoken(part.name, _first_words(part))
            case Kind.PICTURE:
                return Spoken(part.name or self.tr("Picture without a description"), part.note)
            case Kind.MARK:
                return Spoken(
                    self._mark(part), self.tr("Note: {words}").format(words=part.note) if part.note else ""
                )
        return Spoken(part.name)

    def _mark(self, part: Part) -> str:
        words = {
            1: self.tr("Highlight, yellow, 1: {words}"),
            2: self.tr("Highlight, green, 2: {words}"),
            3: self.tr("Highlight, blue, 3: {words}"),
            4: self.tr("Highlight, pink, 4: {words}"),
        }
        return words[part.level].format(words=part.name)

    def _link(self, part: Part) -> Spoken:
        kind = part.href.partition(":")[0]
        match kind:
            case "cite":
                number = part.name.strip("[]")
                if number.isdigit():
                    return Spoken(self.tr("Source {number}").format(number=number))
                return Spoken(
                    self.tr("Sources {numbers}").format(numbers=number.replace("–", self.tr(" to ")))
                )
            case "term":
                return Spoken(part.name, self.tr("Explained word"))
            case "http" | "https":
                return Spoken(part.name, self.tr("Address outside this program"))
            case "depth":
                return Spoken(part.name, self.tr("Changes how much of this page is shown"))
        return Spoken(part.name)

    def said_on_arrival(self, part: Part) -> str:
        """What is said when the reader comes to `part`: what kind it is, and its words."""
        name, more = self.spoken(part)
        match part.kind:
            case Kind.MARK:
                return f"{name}. {more}" if more else name
            case Kind.HEADING:
                return self.tr("Heading level {level}: {words}").format(level=part.level, words=name)
            case Kind.TABLE:
                return self.tr("Table: {caption}. {size}").format(caption=name, size=more)
            case Kind.LINK:
                return self.tr("Link: {words}").format(words=name)
            case Kind.PICTURE:
                words = self.tr("Picture: {words}").format(words=name)
                return f"{words}. {part.note}" if part.note else words
            case Kind.CALL_OUT:
                return self.tr("{title}: {words}").format(title=name, words=_first_words(part))
        return name


def _first_words(box: Part) -> str:
    """The first words below the title of a box."""
    return next((within.name for within in box.walk() if within.name not in ("", box.name)), "")
