"""Contents that follow one another on pages."""

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from crmo_desktop.domain.identifiers import TopicId
from crmo_desktop.gui.paper.book import BookMakers
from crmo_desktop.gui.paper.galley import Galley
from crmo_desktop.gui.paper.paper_style import UNITS, print_look
from crmo_desktop.gui.paper.run import Make, Run
from crmo_desktop.gui.paper.setting import Needs, Text
from tests.gui.paper.small import ROOM, WIDTH, Places, galley, text

WORDS = "".join(f"<p>Paragraph {n}</p>" for n in range(40))


def make(html: str, makers: BookMakers, places: Places | None = None, **more: object) -> Make:
    def made(_: Needs) -> tuple[Text, Galley]:
        return text(html, **more), galley(html, makers, places)

    return made


def run(*makes: Make, makers: BookMakers, room: float = ROOM, down: float = 0.0) -> Run:
    return Run(list(makes), print_look(makers.themes, 10.5, "en"), room, room, down)


def test_texts_follow_one_another_on_a_page(makers: BookMakers) -> None:
    made = run(make("<p>One</p>", makers), make("<p>Two</p>", makers), makers=makers)

    (page,) = made.pages
    assert [part.source for part in page] == [0, 1]
    assert page[1].at > page[0].foot
    assert list(made.told(0)) == ["One", "Two"]


def test_a_long_text_fills_pages(makers: BookMakers) -> None:
    made = run(make(WORDS, makers), makers=makers, room=200 * UNITS)

    said = [words for page in range(len(made.pages)) for words in made.told(page)]
    assert len(made.pages) > 2
    assert said == [f"Paragraph {n}" for n in range(40)]
    assert all(
        piece.rect.bottom() <= 200 * UNITS for page in range(len(made.pages)) for piece in made.placed(page)
    )


def test_a_place_is_found_on_its_page(makers: BookMakers) -> None:
    html = f'{WORDS}<h2><a name="end"></a>The end</h2><p>Words</p>'
    made = run(make(html, makers, topic=TopicId("pain")), makers=makers, room=200 * UNITS)
    places = dict(made.places())

    last = len(made.pages) - 1
    heading = next(piece for piece in made.placed(last) if piece.kind == "heading")
    assert places["patient:topic/pain"] == (0, 0.0)
    assert places["patient:topic/pain#end"].page == last
    assert places["patient:topic/pain#end"].top == pytest.approx(heading.rect.top(), abs=30)


def test_links_are_where_their_words_are(makers: BookMakers) -> None:
    html = f'{WORDS}<p>See <a href="cite:a">[3, 4]</a> and <a href="https://x.org">x</a></p>'
    made = run(make(html, makers, topic=TopicId("pain")), makers=makers, room=200 * UNITS)
    last = len(made.pages) - 1

    leads = made.links(last)

    assert made.links(0) == []
    assert [(lead.href, lead.source) for lead in leads] == [
        ("cite:a", "patient:topic/pain#source-3"),
        ("https://x.org", "patient:topic/pain"),
    ]
    line = list(made.placed(last))[-1].rect
    assert all(line.intersects(lead.area) and lead.area.right() < WIDTH for lead in leads)


def test_every_page_says_where_it_is_from(makers: BookMakers) -> None:
    own = make("<p>Own</p>", makers)
    made = run(own, make(WORDS, makers, topic=TopicId("pain")), own, makers=makers, room=200 * UNITS)

    assert set(made.addresses()) == {"crmo://topic/pain"}
    assert run(own, makers=makers).addresses() == [""]


def test_the_upper_part_of_a_title_page_stays_empty(makers: BookMakers) -> None:
    made = run(make("<p>Title</p>", makers), makers=makers, down=1000)

    assert made.pages[0][0].top < -900


def test_numbers_that_get_longer_get_room(makers: BookMakers) -> None:
    places = Places()
    made = run(make('<p>See <img src="pic:ref:topic/x" alt="">.</p>', makers, places), makers=makers)
    was_true = [made.is_true]

    places["topic/x"] = "(page 1288)"
    was_true.append(made.is_true)
    made.set_again()

    assert [*was_true, made.is_true] == [True, False, True]
    assert list(made.told(0)) == ["See (page 1288)."]


def test_a_picture_that_leaves_a_page_empty_gets_smaller(makers: BookMakers) -> None:
    picture = '<p class="caption">Map</p><p class="figure"><img src="pic:figure:mri-day" alt="said"></p>'
    alone = run(make(picture, makers), makers=makers)
    high = next(piece.rect.height() for piece in alone.placed(0) if piece.kind == "picture")
    above = "<p>Above</p>" * 6

    made = run(make(above + picture, makers), makers=makers, room=high + 60 * UNITS)

    assert len(made.pages) == 1
    assert next(piece.rect.height() for piece in made.placed(0) if piece.kind == "picture") < high


@pytest.mark.parametrize("role", ["red", "key", "caution", "evidence", "unknown"])
def test_a_box_is_painted_round_its_words(makers: BookMakers, role: str) -> None:
    title = f'<p class="box-title"><a name="co-{role}-1"></a>Title</p>'
    html = f'<table class="box" width="100%"><tr><td class="box">{title}</td></tr></table>'
    made = run(make(html, makers), makers=makers)
    canvas = QImage(500, 60, QImage.Format.Format_RGB32)
    canvas.fill(QColor("white"))

    painter = QPainter(canvas)
    painter.scale(1 / UNITS, 1 / UNITS)
    made.paint(painter, 0)
    painter.end()

    high = round(made.pages[0][0].foot / UNITS)
    dark = [y for y in range(high) if min(canvas.pixelColor(x, y).lightness() for x in range(5)) < 160]
    assert len(dark) > high / 3  # frame, dashes or bar at the left
