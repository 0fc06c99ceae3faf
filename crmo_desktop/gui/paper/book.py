"""Makes a book of a publication: sets it, divides it into pages, and finds out where everything stands."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, overload

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.publication import Content, Extract, OwnList, OwnWords, Publication, TypeSize
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.paper.contents import contents_lines, index_lines, outline_of
from crmo_desktop.gui.paper.galley import Galley
from crmo_desktop.gui.paper.inline import InlinePictures
from crmo_desktop.gui.paper.listing import Line, Listing
from crmo_desktop.gui.paper.pages import Book, Frame, Head, Place, Unit, key_of
from crmo_desktop.gui.paper.paper_style import MARGIN, UNITS, paper_css, print_look, sheet_of
from crmo_desktop.gui.paper.run import Make, Run
from crmo_desktop.gui.paper.running import Running
from crmo_desktop.gui.paper.setting import NOTHING, ContentSetter, Needs, Text
from crmo_desktop.gui.paper.words import PaperWords
from crmo_desktop.services.reading import ReadingService

if TYPE_CHECKING:
    from crmo_desktop.gui.drawing.drawer import Drawer

_EDGE: Final = 12 / 25.4 * 72  # points between the foot and the edge of the sheet
_ABOVE_FOOT: Final = 9.0  # points
_BESIDE_PICTURE: Final = 110  # pixels at 100% on its page, for its title at least
_DOWN: Final = 0.2  # of the title page stay empty above the title
_TRIES: Final = 4  # numbers of pages that get longer may move what they count
_FIGURE: Final = 'src="figure:'

__all__ = ["Book", "BookMakers", "Progress", "make_book"]

Progress = Callable[[int, int], bool]


class _StoppedError(Exception):
    """Whoever was told of the progress did not want to go on."""


class BookMakers(NamedTuple):
    """What a book is made with.

    Attributes:
        make_drawer: what draws pictures; the same each time.
        themes: the folder of themes, where that of print is.
    """

    reading: ReadingService
    icons: IconShelf
    make_drawer: "Callable[[], Drawer]"
    themes: Path


@overload
def make_book(
    publication: Publication, makers: BookMakers, progress: None = None, *, day: date | None = None
) -> Book: ...
@overload
def make_book(
    publication: Publication, makers: BookMakers, progress: Progress, *, day: date | None = None
) -> Book | None: ...
def make_book(
    publication: Publication, makers: BookMakers, progress: Progress | None = None, *, day: date | None = None
) -> Book | None:
    """Divide `publication` into pages.

    Args:
        publication: what is put on paper.
        makers: what it is made with.
        progress: told how many of how many parts are set; stops it by returning False.
        day: of printing, today if it is not told.

    Returns:
        None if `progress` stopped it.

    Raises:
        UnknownTopicError: the edition lacks a topic of it.
    """
    try:
        return _BookMaker(publication, makers, progress, day or date.today()).book()
    except _StoppedError:
        return None


class _BookMaker:
    def __init__(
        self, publication: Publication, makers: BookMakers, progress: Progress | None, day: date
    ) -> None:
        self._publication, self._makers, self._progress = publication, makers, progress
        reading = makers.reading
        self._words = PaperWords()
        self._sheet = sheet_of(publication.look)
        self._language = reading.edition.language
        self._look = print_look(makers.themes, self._sheet.type_size, self._language)
        self._css = paper_css(self._look)
        self._width = self._sheet.width * UNITS
        self._running = Running(
            self._look,
            self._words,
            reading.edition,
            width=self._width,
            type_size=self._sheet.type_size,
            day=day,
        )
        self._known = frozenset(self._addresses())
        self._setter = ContentSetter(publication, reading, self._look, self._words, self._known.__contains__)
        self._places: dict[str, Place] = {}
        self._measure()

    def _measure(self) -> None:
        """The room on a page, between its margins, its head and its foot."""
        publication, high = self._publication, self._sheet.size.height() - MARGIN
        topics = [
            content.topic for content in publication.contents if not isinstance(content, OwnWords | OwnList)
        ]
        foot = self._running.foot_height([f"crmo://topic/{topic}" for topic in topics])
        foot_top = (high - _EDGE) * UNITS - foot
        self._frame = Frame(foot_top - _ABOVE_FOOT * UNITS, foot_top, self._width)
        height = self._running.head_height(publication.clinic, has_name_line=publication.has_name_line)
        self._head = Head(publication.clinic, publication.has_name_line, height)

    def _addresses(self) -> Iterator[str]:
        """What in this work can be referred to by the number of its page."""
        for content in self._publication.contents:
            if isinstance(content, Extract):
                yield f"topic/{content.topic}"
                page = self._makers.reading.page(content.topic, content.audience)
                for section in page.sections if self._publication.has_pictures else ():
                    if content.sections is None or section.id in content.sections:
                        for part in section.html.split(_FIGURE)[1:]:
                            yield "picture/" + part.partition('"')[0]

    # --- the whole

    def book(self) -> Book:
        """All of it."""
        runs = self._runs()
        before = self._front(runs)
        for _ in range(_TRIES):
            self._count(before, runs)
            late = [run for run in runs if not run.is_true]
            if not late:
                break
            for run in late:
                self._tell(len(runs), len(runs))
                run.set_again()
        self._count(before, runs)
        units = self._units(before, runs)
        return Book(
            title=self._publication.title,
            language=self._language,
            size=self._sheet.size,
            units=units,
            running=self._running,
            head=self._head,
            frame=self._frame,
            places=self._places,
            outline=outline_of(runs, self._places, self._words, self._head.height),
        )

    def _front(self, runs: list[Run]) -> list[Run | Listing]:
        """What stands before the first topic."""
        front: list[Run | Listing] = []
        if self._publication.has_title_page:
            page = [self._maker_of(self._setter.title_page)]
            front.append(self._run(page, is_first=True, down=self._frame.room * _DOWN))
        if self._publication.has_list_of_contents:
            lines = contents_lines(runs, self._words)
            front.append(self._listing(self._words.contents(), lines, 15.5, 1, is_first=not front))
        return front

    def _units(self, before: list[Run | Listing], runs: list[Run]) -> tuple[Unit, ...]:
        bodies: list[Run | Listing] = [*before, *runs]
        if self._publication.has_index:
            columns = 3 if self._publication.look.type_size is TypeSize.NORMAL else 2
            if self._publication.look.type_size is TypeSize.LARGEST:
                columns = 1
            lines = index_lines(self._makers.reading, runs, self._places)
            bodies.append(self._listing(self._words.index(), lines, 14, columns, is_first=not bodies))
        units, first = [], 0
        for body in bodies:
            pages = len(body.pages) if isinstance(body, Run) else body.pages
            addresses = body.addresses() if isinstance(body, Run) else [""] * pages
            units.append(Unit(body, first, tuple(addresses)))
            first += pages
        return tuple(units)

    def _listing(
        self, title: str, lines: Sequence[Line], size: float, columns: int, *, is_first: bool
    ) -> Listing:
        room = self._frame.room
        return Listing(
            title,
            lines,
            self._look,
            width=self._width,
            room=room,
            size=size,
            columns=columns,
            first_room=room - self._head.height if is_first else None,
        )

    def _count(self, before: list[Run | Listing], runs: list[Run]) -> None:
        """Find the page of everything that has a name."""
        self._places.clear()
        page = sum(len(body.pages) if isinstance(body, Run) else body.pages for body in before)
        for run in runs:
            for key, spot in run.places():
                self._places.setdefault(key, Place(page + spot.page, spot.top))
            page += len(run.pages)

    # --- texts

    def _runs(self) -> list[Run]:
        groups = list(self._groups())
        runs = []
        for number, group in enumerate(groups):
            self._tell(number, len(groups))
            runs.append(self._run(group, is_first=number == 0 and not self._has_front))
        self._tell(len(groups), len(groups))
        return runs

    @property
    def _has_front(self) -> bool:
        return self._publication.has_title_page or self._publication.has_list_of_contents

    def _tell(self, done: int, all_: int) -> None:
        if self._progress is not None and not self._progress(done, all_):
            raise _StoppedError

    def _run(self, makes: list[Make], *, is_first: bool, down: float = 0.0) -> Run:
        room = self._frame.room
        return Run(makes, self._look, room, room - self._head.height if is_first else room, down)

    def _groups(self) -> Iterator[list[Make]]:
        """What stands together: every whole topic of a longer work begins a new page."""
        contents = self._publication.contents
        group: list[Make] = []
        if not self._has_front and not (contents and _is_whole(contents[0])):
            group.append(self._maker_of(self._setter.title))
        for place, content in enumerate(contents):
            if _is_whole(content) and group:
                yield group
                group = []
            citing = [] if _goes_on(contents, place) else list(_citing(contents, place))
            group.append(partial(self._make, content, citing))
        if self._publication.has_red_flags:
            text = self._setter.red_flags()
            if text is not None:
                group.append(partial(self._galley, text))
        if group:
            yield group

    def _make(self, content: Content, citing: list[Content], needs: Needs) -> tuple[Text, Galley]:
        return self._galley(self._setter.text(content, citing, needs))

    def _maker_of(self, text: Callable[[], Text]) -> Make:
        return lambda _: self._galley(text())

    def _galley(self, text: Text, _: Needs = NOTHING) -> tuple[Text, Galley]:
        makers = self._makers
        inline = InlinePictures(
            makers.reading,
            makers.icons,
            makers.make_drawer,
            self._look,
            width=self._width,
            highest=self._frame.room - self._look.px(_BESIDE_PICTURE),
            audience=text.audience,
            page_of=partial(self._page_words, text.audience),
        )
        return text, Galley(text.html, self._css, self._look, self._width, inline, text.language)

    def _page_words(self, audience: Audience, address: str) -> str:
        """Where what has this address stands, in words; a guess as long as it is not known."""
        place = self._places.get(key_of(self._places, audience.value, address))
        if place is not None:
            return self._words.on_page(place.page + 1)
        count = len(self._publication.contents)
        return self._words.on_page(8 if count == 1 else 88 if count < 30 else 188)


def _is_whole(content: Content) -> bool:
    return isinstance(content, Extract) and content.sections is None


def _is_of_one_topic(content: Content, other: Content) -> bool:
    if isinstance(content, OwnWords | OwnList) or isinstance(other, OwnWords | OwnList):
        return False
    return (content.topic, content.audience) == (other.topic, other.audience)


def _goes_on(contents: tuple[Content, ...], place: int) -> bool:
    """Whether the next part is of the same topic, so that sources can wait."""
    return place + 1 < len(contents) and _is_of_one_topic(contents[place], contents[place + 1])


def _citing(contents: tuple[Content, ...], place: int) -> Iterator[Content]:
    """The parts of one topic that end here."""
    first = place
    while first > 0 and _is_of_one_topic(contents[first - 1], contents[place]):
        first -= 1
    yield from contents[first : place + 1]
