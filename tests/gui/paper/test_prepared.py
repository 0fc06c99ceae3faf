"""The reference's markup made ready for paper."""

from xml.etree.ElementTree import Element

import pytest

from crmo_desktop.gui.paper.prepared import Rules, prepared

RULES = Rules(has=lambda address: address in ("topic/here", "picture/map"), source=lambda _: "")


def test_words_stay_as_they_are() -> None:
    assert (
        prepared("<p>Pain &amp; <strong>more</strong></p>", RULES)
        == "<p>Pain &amp; <strong>more</strong></p>"
    )
    assert prepared("", RULES) == ""


def test_glossary_words_are_words() -> None:
    html = (
        'A <a class="term" href="term:g-a">flare <em>up</em> now</a> and <a class="term" href="term:b">b</a>.'
    )

    assert prepared(html, RULES) == "A flare <em>up</em> now and b."


def test_a_mark_stays_in_one_line() -> None:
    html = '<p>So. <a class="cite" href="cite:x">[3, 11]</a></p>'

    assert "[3,\xa011]" in prepared(html, RULES)


@pytest.mark.parametrize("before", ["", "<strong>It</strong> "])
def test_without_sources_there_are_no_marks(before: str) -> None:
    html = f'<p>{before}is so.\xa0<a class="cite" href="cite:x">[3]</a> More.</p>'

    assert prepared(html, RULES._replace(has_sources=False)) == f"<p>{before}is so. More.</p>"


def test_a_link_tells_its_address() -> None:
    assert "(crmo://topic/away#part)" in prepared('<a href="crmo://topic/away#part">Away</a>', RULES)
    assert "(https://x.org/a)" in prepared('<a href="https://x.org/a">X</a>', RULES)


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://x.org/a">https://x.org/a</a>',
        '<a href="https://x.org/a/">x.org/a</a>',
        '<a href="https://doi.org/10.1/b">doi:10.1/b</a>',
    ],
)
def test_a_link_that_shows_its_address_tells_it_once(html: str) -> None:
    assert prepared(html, RULES) == html


def test_what_is_in_the_same_work_has_the_number_of_its_page() -> None:
    html = prepared('<p>See <a href="crmo://topic/here#part">Here</a>.</p>', RULES)

    assert html.endswith('Here</a>\xa0<img src="ref:topic/here#part" alt="" />.</p>')


def test_lists_can_be_made_lists_to_tick() -> None:
    rules = RULES._replace(is_checklist=True)

    assert prepared("<ul><li>a</li></ul><ol><li>b</li></ol>", rules) == (
        '<ul class="checklist"><li>a</li></ul><ol><li>b</li></ol>'
    )


FIGURE = (
    '<figure class="picture"><figcaption><strong>Map</strong>. Look.</figcaption>'
    '<img src="figure:map" alt="said" title="Map" /></figure>'
)


def test_a_picture_tells_its_source() -> None:
    html = prepared(FIGURE, RULES._replace(source=lambda id: f"Source: {id}"))

    assert html.endswith('<figcaption class="source">Source: map</figcaption></figure>')


def test_a_picture_can_come_with_its_table() -> None:
    html = prepared(f"{FIGURE}<p>then</p>", RULES._replace(table=lambda _: Element("table")))

    assert html.endswith("</figure><table /><p>then</p>")


def test_without_pictures_their_words_and_their_address_stay() -> None:
    html = prepared(FIGURE, RULES._replace(has_pictures=False))

    assert html == (
        '<p><span><strong>Map</strong>. Look.</span><span class="address"> (crmo://picture/map)</span></p>'
    )
