import pytest
from PySide6.QtGui import QTextDocument

from crmo_desktop.domain.page import Page
from crmo_desktop.gui.page_document import PageDocument
from crmo_desktop.gui.page_structure import Kind, Part, plain, put_in, structure_of, walked
from crmo_desktop.gui.page_style import page_css
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.typesetting import page_html
from crmo_desktop.services.reading import ReadingService
from tests.gui import specimen


def read(page: Page, look: Look, *, narrow: bool = False) -> tuple[PageDocument, list[Part]]:
    document = QTextDocument()
    document.setDefaultStyleSheet(page_css(look))
    document.setHtml(page_html(page, look, specimen.WORDS, narrow=narrow))
    shown = PageDocument(document)
    shown.dress(look.colour("accent"))
    return shown, structure_of(shown)


@pytest.fixture
def parts(look: Look, qapp: object) -> list[Part]:
    return read(specimen.page(), look)[1]


def of(parts: list[Part], kind: Kind) -> list[Part]:
    return [part for part in walked(parts) if part.kind is kind]


def names(parts: list[Part]) -> list[str]:
    return [part.name for part in parts]


def test_headings_have_their_levels_and_titled_boxes_are_headings(parts: list[Part]) -> None:
    found = [(part.level, part.name) for part in of(parts, Kind.HEADING)]

    assert found[:5] == [
        (1, specimen.page().topic.title),
        (2, "At a glance"),
        (2, "Signs & symptoms"),
        (3, "At home"),
        (2, "Boxes"),
    ]
    assert found[-1] == (2, "Sources")


def test_boxes_are_named_by_their_titles_and_hold_their_words(parts: list[Part]) -> None:
    boxes = of(parts, Kind.CALL_OUT)

    assert [(box.role, box.name) for box in boxes] == [
        ("key", "At a glance"),
        ("red", "Get help fast"),
        ("caution", "Caution"),
        ("evidence", "What this rests on"),
        ("unknown", "Not known"),
    ]
    assert names(boxes[1].children) == ["Get help fast", "Fever with pain.", "Go at once."]


def test_lists_hold_their_items_also_those_to_tick(parts: list[Part]) -> None:
    lists = [names(part.children) for part in of(parts, Kind.LIST)]

    assert ["Note the day", "Note the place"] in lists
    assert ["Sit down", "Press F1"] in lists
    assert lists[-1][0] == "[1] Bones & <pain>. J Bone, 2020. doi:10.1000/bone.1"
    assert lists[-1][1].startswith("[2] More bones")


def test_tables_have_captions_cells_with_places_and_header_cells(parts: list[Part]) -> None:
    table, bare = of(parts, Kind.TABLE)

    assert (table.name, table.rows, table.columns) == ("Where it strikes", 4, 4)
    assert bare.name == ""
    cells = table.cells()
    assert names(cells[:4]) == ["Bone", "Children", "Adults", "From"]
    assert {cell.kind for cell in cells[:4]} == {Kind.HEADER}
    assert [(c.name, c.kind, c.row, c.column) for c in cells[8:10]] == [
        ("Spine", Kind.HEADER, 2, 0),
        ("26%", Kind.CELL, 2, 1),
    ]
    assert all(cell.holder(Kind.TABLE) is table for cell in cells)


def test_links_and_pictures_stand_where_they_stand(parts: list[Part]) -> None:
    assert names(of(parts, Kind.PICTURE)) == ["A hand"]
    links = of(parts, Kind.LINK)
    kinds = [link.href.partition(":")[0] for link in links]
    assert kinds == ["cite", "cite", "term", "crmo", "https", "cite", "https", "https"]
    in_table = links[5]
    assert in_table.parent is not None
    assert (in_table.parent.kind, in_table.parent.name) == (Kind.CELL, "Cohort [1–2]")


def test_icons_are_no_pictures(parts: list[Part]) -> None:
    assert len(of(parts, Kind.PICTURE)) == 1, "boxes and lists to tick have icons, too"


def test_wide_tables_written_as_blocks_are_headings_and_paragraphs(look: Look, qapp: object) -> None:
    _, parts = read(specimen.page(), look, narrow=True)

    assert (3, "Tibia") in [(part.level, part.name) for part in of(parts, Kind.HEADING)]
    assert "Children: 40%" in names(of(parts, Kind.PARAGRAPH))


def test_an_empty_document_has_no_parts(qapp: object) -> None:
    assert structure_of(PageDocument(QTextDocument())) == []


def test_signs_that_are_not_words_are_left_out() -> None:
    assert plain("\ufffc\u00a0 In\u200bside\u00a0 out ") == "Inside out"


def test_on_every_page_parts_are_in_order_within_their_holder_and_no_word_is_lost(
    reading: ReadingService, look: Look, qapp: object
) -> None:
    pages = 0
    for chapter in reading.chapters():
        for entry in chapter.topics:
            for audience in entry.audiences:
                shown, parts = read(reading.page(entry.id, audience), look)
                _check_order(parts, f"{entry.id} {audience}")
                leaves = [
                    part
                    for part in walked(parts)
                    if part.kind in (Kind.HEADING, Kind.PARAGRAPH, Kind.ITEM)
                    or (part.kind in (Kind.CELL, Kind.HEADER) and not _has_blocks(part))
                ]
                said = " ".join(part.name for part in leaves)
                written = plain(shown.document.toPlainText())
                assert said.split() == written.split(), entry.id
                assert len(of(parts, Kind.LINK)) == len(shown.links), entry.id
                assert all(part.name for part in walked(parts) if part.kind in _NAMED), entry.id
                pages += 1
    assert pages > 100


_NAMED = (Kind.HEADING, Kind.CALL_OUT, Kind.LINK, Kind.PICTURE)


def _has_blocks(cell: Part) -> bool:
    return any(child.kind in (Kind.PARAGRAPH, Kind.LIST) for child in cell.children)


def _check_order(parts: list[Part], page: str) -> None:
    at = 0
    for part in parts:
        assert at <= part.start <= part.end, (page, part)
        at = part.end
        for child in part.children:
            assert part.start <= child.start <= child.end <= part.end, (page, part, child)
            assert child.parent is part
        _check_order(part.children, page)


def test_a_picture_has_its_title_and_what_it_says(qapp: object) -> None:
    document = QTextDocument()
    document.setHtml('<p><img src="pic:figure:team" alt="Nine people." title="The team"></p>')
    shown = PageDocument(document)

    [picture] = of(structure_of(shown), Kind.PICTURE)

    assert (picture.name, picture.note) == ("The team", "Nine people.")


def test_a_mark_stands_in_the_innermost_part_that_it_begins_in(look: Look, qapp: object) -> None:
    shown, parts = read(specimen.page(), look)
    text = shown.document.toRawText()

    def put(words: str) -> Part:
        start = text.index(words)
        mark = Part(Kind.MARK, start, start + len(words), name=words)
        put_in(parts, mark)
        return mark

    holders = [put(words).parent for words in ("Bones ache", "germ", "Spine", "Signs & symptoms", "lesions")]

    assert [holder and holder.kind for holder in holders] == [
        Kind.ITEM, Kind.ITEM, Kind.HEADER, Kind.HEADING, Kind.PARAGRAPH,
    ]  # fmt: skip
    for holder in holders:
        assert holder is not None
        starts = [part.start for part in holder.children]
        assert starts == sorted(starts)
        assert sum(part.kind is Kind.MARK for part in holder.children) == 1


def test_a_mark_in_no_part_stands_beside_all(look: Look, qapp: object) -> None:
    _, parts = read(specimen.page(), look)
    mark = Part(Kind.MARK, 10**6, 10**6 + 1)

    put_in(parts, mark)

    assert parts[-1] is mark
    assert mark.parent is None
