"""Sections as pieces; and that no section of the edition loses a word on the way to the wall."""

import re
from collections import Counter

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import PictureId, SourceId
from crmo_desktop.domain.slides import (
    Box,
    Figure,
    Grid,
    Piece,
    Point,
    PointMark,
    Row,
    Strand,
    SubHeading,
    plain,
)
from crmo_desktop.services.reading import ReadingService
from crmo_desktop.services.slide_pieces import cut, parse, sources_of
from tests.gui.specimen import BOXES, FIGURES, KEY

CITE = '<a class="cite" href="cite:a-1:f-1">[1]</a>'
A = SourceId("a-1")
LONG = "It may take a long time until somebody finds out what it is, and that is hard for all of them"


def pieces(html: str) -> tuple[Piece, ...]:
    return cut(parse(html)).pieces


def points(html: str) -> list[tuple[str, str, int, int]]:
    """(words, mark, number, level) of points."""
    found = pieces(html)
    return [
        (plain(point.words), point.mark.value, point.number, point.level)
        for point in found
        if isinstance(point, Point)
    ]


def test_a_paragraph_is_a_point_a_sentence() -> None:
    assert pieces(f"<p>{LONG}. {CITE} {LONG} again.</p>") == (
        Point(words=(Strand(f"{LONG}."),), sources=(A,)),
        Point(words=(Strand(f"{LONG} again."),)),
    )


def test_items_are_points_of_their_kind() -> None:
    assert points('<ul class="checklist"><li>Note it</li></ul><ol><li>Sit</li><li>Lie</li></ol>') == [
        ("Note it", "box", 0, 0),
        ("Sit", "number", 1, 0),
        ("Lie", "number", 2, 0),
    ]


def test_a_short_item_stays_whole_and_a_long_one_has_points_below_it() -> None:
    assert points(f"<ol><li>Sit. Wait.</li><li>{LONG}. {LONG}.</li></ol>") == [
        ("Sit. Wait.", "number", 1, 0),
        (f"{LONG}.", "number", 2, 0),
        (f"{LONG}.", "bullet", 0, 1),
    ]


def test_lists_and_paragraphs_within_items() -> None:
    assert points("<ul><li>Eat<ol><li>Fish</li></ol></li></ul>") == [
        ("Eat", "bullet", 0, 0),
        ("Fish", "number", 1, 1),
    ]
    assert points("<ol><li><p>Sit. Wait.</p><p>Go.</p></li><li>Lie<p>Long.</p></li></ol>") == [
        ("Sit. Wait.", "number", 1, 0),
        ("Go.", "bullet", 0, 1),
        ("Lie", "number", 2, 0),
        ("Long.", "bullet", 0, 1),
    ]
    assert points("<ul><li><p>Sit.</p></li></ul>") == [("Sit.", "bullet", 0, 0)]


def test_a_mark_at_the_end_of_a_list_or_box_is_for_all_of_it() -> None:
    shared = pieces(f"<ul><li>One</li><li>Two {CITE}</li></ul>")
    own = pieces(
        f'<ul><li>One {CITE}</li><li>Ask</li><li>Two <a class="cite" href="cite:b-2:f-2">[2]</a></li></ul>'
    )

    assert [point.sources for point in shared if isinstance(point, Point)] == [("a-1",), ("a-1",)]
    assert [point.sources for point in own if isinstance(point, Point)] == [("a-1",), (), ("b-2",)]


def test_call_outs() -> None:
    red, caution, evidence, unknown = pieces(BOXES)

    assert red == Box(
        kind="red-flag",
        points=(
            Point(words=(Strand("Fever with pain."),), mark=PointMark.NONE),
            Point(words=(Strand("Go at once."),), mark=PointMark.NONE),
        ),
    )
    assert [box.kind for box in (caution, evidence, unknown) if isinstance(box, Box)] == [
        "caution",
        "evidence",
        "unknown",
    ]
    assert pieces("<aside><ul><li>Nobody knows</li></ul></aside>") == (
        Box(kind="unknown", points=(Point(words=(Strand("Nobody knows"),)),)),
    )


def test_tables() -> None:
    first, second = pieces(FIGURES)

    assert isinstance(first, Grid)
    assert first.caption == "Where it strikes"
    assert [plain(head) for head in first.head] == ["Bone", "Children", "Adults", "From"]
    assert first.numeric == (False, True, True, False)
    assert first.rows[1] == Row(
        cells=((Strand("Spine"),), (Strand("26%"),), (Strand("31%"),), (Strand("Cohort"),))
    )
    assert first.rows[0].sources == ("smith-2020", "jones-2021")
    assert isinstance(second, Grid)
    assert (second.caption, second.numeric) == ("", (False, False))


def test_a_table_that_cites_as_a_whole_and_one_with_an_empty_cell() -> None:
    [grid] = pieces(
        f"<table><caption>All {CITE}</caption><thead><tr><th>A</th><th>B</th></tr></thead>"
        '<tbody><tr><td class="numeric">1</td><td> <br/> </td></tr></tbody></table>'
    )

    assert grid == Grid(
        caption="All",
        head=((Strand("A"),), (Strand("B"),)),
        rows=(Row(cells=((Strand("1"),), ()), sources=(A,)),),
        numeric=(True, False),
    )


def test_words_and_what_they_mean_stand_on_a_line_if_they_are_short() -> None:
    dl = f"<dl><dt>Pain</dt><dd>What <em>hurts</em> {CITE}</dd><dt>Why?</dt><dd>Nobody knows.</dd></dl>"

    assert pieces(dl) == (
        Point(
            words=(
                Strand("Pain", is_strong=True),
                Strand(": "),
                Strand("What "),
                Strand("hurts", is_emphasis=True),
            ),
            sources=(A,),
        ),
        Point(words=(Strand("Why?", is_strong=True), Strand(" "), Strand("Nobody knows."))),
    )


def test_words_and_what_they_mean_stand_below_each_other_if_one_is_long() -> None:
    assert points(
        "<dl><dt>A</dt><dt>B</dt><dd>One. Two.</dd><dd>Three.</dd><dt>C</dt><dd>Four.</dd></dl>"
    ) == [
        ("A / B", "", 0, 0),
        ("One. Two.", "bullet", 0, 1),
        ("Three.", "bullet", 0, 1),
        ("C", "", 0, 0),
        ("Four.", "bullet", 0, 1),
    ]


def test_pictures_of_the_program_and_images() -> None:
    html = (
        '<figure class="picture"><figcaption><strong>Map</strong>. Told.</figcaption>'
        '<img src="figure:bone-map" alt="All of it"/></figure>'
        '<figure><img src="hand.svg" alt="A hand"/>'
        f"<figcaption>A sore hand. {CITE} Drawn.</figcaption></figure>"
        '<figure><img src="foot.svg" alt="A foot"/></figure>'
        '<figure><img src="toe.svg" alt="A toe"/><figcaption>A toe.</figcaption></figure>'
        "<figure><figcaption>Nothing.</figcaption></figure>"
    )

    assert pieces(html)[0] == Figure(picture=PictureId("bone-map"))
    assert points(html) == [
        ("A hand", "", 0, 0),
        ("A sore hand.", "", 0, 0),
        ("Drawn.", "", 0, 0),
        ("A foot", "", 0, 0),
        ("A toe.", "", 0, 0),
        ("Nothing.", "", 0, 0),
    ]


def test_headings_begin_a_slide_in_a_case_only() -> None:
    root = parse("<h3>Answer</h3><p>Go.</p>")

    assert cut(root).pieces[0] == SubHeading(words=(Strand("Answer"),))
    assert cut(root, is_case=True).pieces[0] == SubHeading(words=(Strand("Answer"),), begins_slide=True)


def test_what_only_leads_on_is_left_off_and_told() -> None:
    link = '<a href="crmo://topic/mri">MRI</a>'
    found = cut(
        parse(
            f"<p>It hurts. More: {link}.</p><ul><li>{link}</li></ul>"
            f"<dl><dt>Why</dt><dd>So.</dd><dt>Read on</dt><dd>{link}</dd></dl>"
        )
    )

    assert found.left_off == ("More: MRI.", "Read on: MRI")
    assert [plain(piece.words) for piece in found.pieces if isinstance(piece, Point)] == [
        "It hurts.",
        "MRI",
        "Why: So.",
    ]


def test_a_section_that_does_nothing_but_lead_on_is_shown() -> None:
    link = '<a href="crmo://topic/mri">MRI</a>'
    found = cut(parse(f"<p>More: {link}.</p><dl><dt>Read on</dt><dd>{link}</dd></dl>"))

    assert [plain(piece.words) for piece in found.pieces if isinstance(piece, Point)] == [
        "More: MRI.",
        "Read on: MRI",
    ]
    assert found.left_off == ()


def test_what_pieces_cite() -> None:
    html = KEY + FIGURES + f"<aside class='key'><p>So. {CITE}</p></aside><h3>Then</h3>"

    assert sources_of(pieces(html)) == ("smith-2020", "jones-2021", "a-1")


# --- the edition itself

_WORD = re.compile(r"[^\W_]+")


def words_of(piece: Piece) -> str:
    match piece:
        case Point(words=words) | SubHeading(words=words):
            return plain(words)
        case Box(points=inside):
            return " ".join(plain(point.words) for point in inside)
        case Grid():
            cells = [*piece.head, *(cell for row in piece.rows for cell in row.cells)]
            return " ".join([piece.caption, *map(plain, cells)])
        case Figure():
            return ""


@pytest.mark.parametrize("audience", Audience)
def test_no_section_of_the_edition_loses_a_word(audience: Audience, whole: ReadingService) -> None:
    checked = 0
    for chapter in whole.chapters():
        for entry in chapter.topics:
            for section in whole.page(entry.id, audience).sections:
                root = parse(section.html)
                found = cut(root)
                shown = " ".join([*map(words_of, found.pieces), *found.left_off])
                for figure in root.findall("figure"):
                    root.remove(figure)
                for link in root.iter("a"):
                    href = link.get("href", "")
                    link.text = " " if href.startswith("cite:") or link.text == href else link.text
                for block in root.iter():
                    if block.tag not in {"a", "strong", "em", "sub", "sup", "kbd", "span"}:
                        block.tail = f" {block.tail or ''}"
                written = "".join(root.itertext())
                assert Counter(_WORD.findall(shown)) == Counter(_WORD.findall(written)), (
                    entry.id,
                    section.id,
                )
                checked += 1
    assert checked > 400
