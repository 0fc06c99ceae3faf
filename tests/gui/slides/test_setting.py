from dataclasses import replace

import pytest

from crmo_desktop.domain.identifiers import SourceId
from crmo_desktop.domain.slides import Matter, MatterKind, PointMark, SubHeading
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.slides.room_look import RoomLook
from crmo_desktop.gui.slides.setting import Setting
from crmo_desktop.gui.slides.slide import Room
from crmo_desktop.gui.slides.words_slide import WordsSlide
from tests.gui.slides.measuring import faults
from tests.gui.slides.samples import SENTENCE, box, grid, look_of, matter, point, strands

MANY = tuple(SourceId(f"source-{number}") for number in range(9))


@pytest.fixture
def look(qapp: object) -> RoomLook:
    return look_of()


def _slides(matter: Matter, look: RoomLook, icons: IconShelf) -> list[WordsSlide]:
    return Setting(matter, look, icons).slides(matter.pieces)


def _told(slide: WordsSlide) -> list[str]:
    return [each.words for each in slide.placed if each.kind not in ("kicker", "title", "source", "box")]


def test_everything_is_told_in_order(look: RoomLook, icons: IconShelf) -> None:
    pieces = (
        point("First."),
        SubHeading(words=strands("Heading")),
        point("Second."),
        box("Third."),
        grid(1, 2, caption=""),
    )
    told = [words for slide in _slides(matter(*pieces), look, icons) for words in _told(slide)]

    assert told == [
        "First.", "Heading", "Second.", "Get help fast", "Third.", "Head 0", "Head 1",
        "Two of ten 0-0", "Two of ten 0-1",
    ]  # fmt: skip


def test_many_points_take_several_slides(look: RoomLook, icons: IconShelf) -> None:
    made = _slides(matter(*(point() for _ in range(9))), look, icons)

    assert [len(slide.pieces) for slide in made] == [3, 3, 3]
    assert [fault for slide in made for fault in faults(slide)] == []


def test_a_heading_has_room_for_what_follows_it(look: RoomLook, icons: IconShelf) -> None:
    long = matter(SubHeading(words=strands("Heading")), point(SENTENCE * 7))
    (slide,) = _slides(long, look, icons)

    assert _told(slide) == ["Heading", SENTENCE * 7]
    assert list(faults(slide)) == []


def test_deeper_points_have_the_one_they_belong_to_above_them(look: RoomLook, icons: IconShelf) -> None:
    deeper = (point(level=1) for _ in range(9))
    made = _slides(matter(point("Recurrent", mark=PointMark.NONE), *deeper), look, icons)

    assert len(made) > 1
    assert {_told(slide)[0] for slide in made} == {"Recurrent"}
    assert [fault for slide in made for fault in faults(slide)] == []
    assert all(slide.steps == 1 for slide in made)


def test_a_long_point_is_not_said_again_over_those_that_belong_to_it(
    look: RoomLook, icons: IconShelf
) -> None:
    made = _slides(matter(point(SENTENCE * 4), *(point(level=1) for _ in range(9))), look, icons)

    assert sum(_told(slide).count(SENTENCE * 4) for slide in made) == 1
    assert [fault for slide in made for fault in faults(slide)] == []


def test_an_answer_is_not_on_the_slide_of_its_question(look: RoomLook, icons: IconShelf) -> None:
    def heading(text: str) -> SubHeading:
        return SubHeading(words=strands(text), begins_slide=True)

    case = matter(
        point("This is made up."), heading("Story"), point("A girl."),
        heading("What is it?"), point("Tell."), heading("Answer"), point("Nobody knows."),
        kind=MatterKind.CASE,
    )  # fmt: skip
    told = [_told(slide) for slide in _slides(case, look, icons)]

    assert told == [
        ["This is made up.", "Story", "A girl."],
        ["What is it?", "Tell."],
        ["Answer", "Nobody knows."],
    ]


def test_a_slide_names_only_what_it_cites(look: RoomLook, icons: IconShelf) -> None:
    cited = (*(point(sources=(SourceId("beck"),)) for _ in range(3)), point(sources=(SourceId("zhao"),)))
    made = _slides(matter(*cited, *(point() for _ in range(4))), look, icons)

    assert made[0].source_line != ""
    assert made[-1].source_line == ""
    for slide in made:
        for piece, name in (("beck", "Beck"), ("zhao", "Zhao")):
            cites = any(piece in getattr(each, "sources", ()) for each in slide.pieces)
            assert (name in slide.source_line) == cites


def test_more_sources_than_have_room_are_named_on_a_slide_of_their_own(
    look: RoomLook, icons: IconShelf
) -> None:
    names = {each: f"A name of some institution or other, {each}" for each in MANY}
    own = matter(point(sources=MANY), references=names)
    setting = Setting(own, look, icons)
    made = setting.slides(own.pieces)
    sources = setting.sources_slides(setting.unnamed(made))

    assert made[0].source_line == look.words.sources_follow()
    assert sorted(words for slide in sources for words in _told(slide)) == sorted(names.values())
    assert {slide.title for slide in sources} == {look.words.sources_of(own.title)}
    assert [fault for slide in sources for fault in faults(slide)] == []
    assert setting.sources_slides(()) == []


def test_a_third_line_of_sources_is_used_where_the_slide_has_room(look: RoomLook, icons: IconShelf) -> None:
    names = {each: f"A name of some institution, {each}" for each in MANY[:5]}
    short = matter(point("Short.", sources=MANY[:5]), references=names)
    slide = _slides(short, look, icons)[0]

    assert all(name in slide.source_line for name in names.values())
    assert list(faults(slide)) == []


def test_a_matter_without_pieces_is_its_title(look: RoomLook, icons: IconShelf) -> None:
    (slide,) = _slides(matter(kind=MatterKind.OWN, kicker=""), look, icons)

    assert [each.kind for each in slide.placed] == ["title"]
    assert slide.placed[0].size > look.title


@pytest.mark.parametrize("step", [-1, 3])
@pytest.mark.parametrize("width", [960.0, 1280.0])
def test_nothing_is_cut_at_any_size(icons: IconShelf, step: int, width: float) -> None:
    room = Room(type_step=step, width=width)
    pieces = (
        SubHeading(words=strands(SENTENCE)),
        point(SENTENCE * 9),
        box(SENTENCE * 5, *(SENTENCE for _ in range(5))),
        grid(5, 5, SENTENCE),
        replace(grid(4, 3), numeric=(False, True, True)),
    )
    for slide in _slides(matter(*pieces, language="he"), look_of(room), icons):
        assert list(faults(slide)) == []
