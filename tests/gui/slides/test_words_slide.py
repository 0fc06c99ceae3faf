from PySide6.QtGui import QImage, QPainter

from crmo_desktop.domain.slides import Grid, Matter, SubHeading
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.slides.setting import Setting
from crmo_desktop.gui.slides.slide import Room, SlideState
from crmo_desktop.gui.slides.words_slide import WordsSlide
from tests.gui.slides.samples import BACKWARDS, box, grid, look_of, matter, point, strands


def _slide(matter: Matter, icons: IconShelf, room: Room = Room()) -> WordsSlide:
    return Setting(matter, look_of(room), icons).slides(matter.pieces)[0]


def _painted(slide: WordsSlide, step: int) -> QImage:
    image = QImage(1280, 720, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    slide.paint(painter, SlideState(step=step))
    painter.end()
    return image


def test_points_come_one_by_one(icons: IconShelf) -> None:
    slide = _slide(matter(point("First."), point("Second."), point("Third.")), icons)

    assert slide.steps == 3
    assert slide.told(SlideState()) == ("Bone pain", "What comes first", "First.")
    assert slide.told(slide.last_state())[-1] == "Third."
    assert _painted(slide, 0) != _painted(slide, 1) != _painted(slide, 2)


def test_a_heading_comes_with_its_first_point(icons: IconShelf) -> None:
    pieces = (point("First."), SubHeading(words=strands("Heading")), point("Second."), point("Third."))
    slide = _slide(matter(*pieces), icons)

    assert [slide.told(SlideState(step=step))[-1] for step in range(3)] == ["First.", "Second.", "Third."]


def test_a_call_out_and_a_table_are_one_step_each(icons: IconShelf) -> None:
    slide = _slide(matter(box("Fever", "Pain"), grid(2, 2, caption="")), icons)

    assert slide.steps == 2
    assert "Pain" in slide.told(SlideState())
    assert "Head 0" not in slide.told(SlideState())


def test_all_is_seen_at_once_where_nothing_is_to_be_built_up(icons: IconShelf) -> None:
    slide = _slide(matter(point("First."), point("Second.")), icons, Room(builds=False))

    assert slide.steps == 1
    assert slide.told(SlideState())[-1] == "Second."


def test_it_keeps_the_pieces_it_shows(icons: IconShelf) -> None:
    pieces = (point("First."), grid(2, caption=""), point("Recurrent"), point("It comes.", level=1))
    made = Setting(matter(*pieces), look_of(), icons).slides(pieces)

    shown = [piece for slide in made for piece in slide.pieces]
    assert shown == list(pieces)


def test_a_table_on_two_slides_is_two_tables(icons: IconShelf) -> None:
    made = Setting(matter(grid(30)), look_of(), icons).slides((grid(30),))

    tables = [piece for slide in made for piece in slide.pieces]
    assert len(tables) == len(made) > 1
    assert sum(len(table.rows) for table in tables if isinstance(table, Grid)) == 30


def test_two_tables_on_a_slide_stay_two(icons: IconShelf) -> None:
    slide = _slide(matter(grid(1, 2, caption=""), grid(1, 2, caption="")), icons)

    assert len(slide.pieces) == 2


def test_the_source_line_is_told_last(icons: IconShelf) -> None:
    own = matter(point("First.", sources=tuple(matter().references)[:1]))

    assert _slide(own, icons).placed[-1].kind == "source"


def test_it_has_the_notes_of_its_matter(icons: IconShelf) -> None:
    assert _slide(matter(point()), icons).notes == ("Ask who has seen it.",)


def test_words_from_right_to_left_turn_the_slide_round(icons: IconShelf) -> None:
    own = matter(point(BACKWARDS), box(BACKWARDS), language="he", title=BACKWARDS, kicker="")
    slide = _slide(own, icons)

    ends = {round(each.rect.right()) for each in slide.placed if each.kind in ("title", "box")}
    assert all(abs(end - (1280 - 72)) <= 3 for end in ends)
    assert _painted(slide, 0).pixelColor(1275, 300) == look_of().colour("accent")
