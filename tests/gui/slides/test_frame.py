from PySide6.QtGui import QImage, QPainter

from crmo_desktop.domain.slides import MatterKind
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.slides.frame import BAR, FOOT, LEFT, RIGHT, Frame, fits_foot, foot_lines, source_line
from crmo_desktop.gui.slides.slide import HEIGHT, SMALLEST, Room
from tests.gui.slides.samples import BACKWARDS, NAMES, look_of, matter

LONG = "What has to be asked, looked for and felt before anybody says that this is what a child has"


def _painted(frame: Frame, icons: IconShelf, place: int = 3) -> QImage:
    image = QImage(1280, 720, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    frame.paint(painter, icons, place)
    painter.end()
    return image


def test_the_body_lies_between_title_and_foot(qapp: object) -> None:
    frame = Frame(matter(), look_of(), sources=list(NAMES.values()))
    title, source = frame.placed[1], frame.placed[2]

    assert [each.kind for each in frame.placed] == ["kicker", "title", "source"]
    assert title.rect.bottom() < frame.body.top() < frame.body.bottom() < source.rect.top()
    assert (frame.body.left(), frame.body.right()) == (LEFT, 1280 - RIGHT)
    assert source.rect.bottom() <= FOOT < HEIGHT
    assert all(each.size >= SMALLEST for each in frame.placed)


def test_a_long_title_is_smaller_and_takes_more_lines(qapp: object) -> None:
    short, long = Frame(matter(), look_of()), Frame(matter(title=LONG), look_of(Room(width=960)))

    assert long.placed[1].size < short.placed[1].size == 60
    assert long.placed[1].size >= SMALLEST
    assert long.body.top() > short.body.top()


def test_an_opening_has_a_larger_title_lower_down(qapp: object) -> None:
    plain, opening = Frame(matter(), look_of()), Frame(matter(), look_of(), is_opening=True)

    assert opening.placed[1].size > plain.placed[1].size
    assert opening.placed[1].rect.top() > plain.placed[1].rect.top()


def test_what_a_frame_says_can_be_put_in_other_words(qapp: object) -> None:
    frame = Frame(matter(), look_of(), title="Sources", kicker="", foot="Elsewhere", title_size=40)

    assert [each.words for each in frame.placed] == ["Sources", "Elsewhere"]
    assert frame.placed[0].size == 40
    assert frame.source_line == "Elsewhere"


def test_the_bar_tells_a_question_from_what_is_taught(icons: IconShelf) -> None:
    taught = _painted(Frame(matter(), look_of()), icons)
    asked = _painted(Frame(matter(kind=MatterKind.QUESTION), look_of()), icons)

    assert taught.pixelColor(5, 300) == look_of().colour("accent")
    assert asked.pixelColor(5, 300) == look_of().colour("aud_trainer")
    assert taught.pixelColor(round(BAR) + 4, 300) == look_of().colour("page")


def test_a_slide_tells_its_number(icons: IconShelf) -> None:
    frame = Frame(matter(), look_of())

    assert _painted(frame, icons, 3) != _painted(frame, icons, 4)


def test_a_frame_is_turned_round_for_words_from_right_to_left(icons: IconShelf) -> None:
    frame = Frame(matter(language="he", title=BACKWARDS, kicker=BACKWARDS), look_of(), foot=BACKWARDS)
    image = _painted(frame, icons)

    assert frame.is_mirrored
    assert (frame.body.left(), frame.body.right()) == (RIGHT, 1280 - LEFT)
    assert image.pixelColor(1275, 300) == look_of().colour("accent")
    assert image.pixelColor(5, 300) == look_of().colour("page")
    assert all(abs(each.rect.right() - (1280 - LEFT)) < 3 for each in frame.placed)


def test_sources_are_named_once_and_without_journals_where_there_is_no_room(qapp: object) -> None:
    look = look_of(Room(width=960))
    names = ["Beck and others, Pediatric Rheumatology 2010", "Zhao and others, Arthritis Care 2018"]

    assert source_line([names[0], names[0]], look) == names[0]
    line = source_line([*names, "Lim and others, The Journal of Pediatrics and Neonatology 2025"], look)
    assert line == "Beck and others 2010; Zhao and others 2018; Lim and others 2025"
    assert foot_lines(line, look) <= 2


def test_sources_that_would_be_called_alike_keep_their_journals(qapp: object) -> None:
    names = [f"Zhao and others, Journal of the Study of Bones {letter} 2018" for letter in "AB"]
    line = source_line(
        [*names, "Lim and others, The Journal of Pediatrics and Neonatology 2025"], look_of(), 4
    )

    assert line is not None
    assert all(name in line for name in names)


def test_too_many_sources_do_not_fit(qapp: object) -> None:
    many = [f"A name of some institution or other, number {number}" for number in range(9)]

    assert source_line(many, look_of()) is None
    assert not fits_foot(many, look_of())
    assert fits_foot([], look_of())
    assert foot_lines("", look_of()) == 0
