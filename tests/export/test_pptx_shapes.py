"""Shapes of files of slides."""

from crmo_desktop.export.pptx_shapes import Numbers, decoration, picture_of, placed, table_of, words_of
from crmo_desktop.export.pptx_values import Area, WordsShape
from crmo_desktop.export.pptx_xml import emu
from tests.export.slide_samples import BODY, BOX, NUMBER, PICTURE, TABLE, TITLE, found, slide_file, words

FILE, TURNED = slide_file(), slide_file(is_rtl=True)


def test_every_shape_has_a_number_of_its_own() -> None:
    numbers = Numbers()
    made = [*words_of(TITLE, FILE, numbers), *words_of(BOX, FILE, numbers)]

    assert [found(shape, "p:nvSpPr/p:cNvPr")[0].get("id") for shape in made] == ["2", "3", "4"]


def test_a_title_takes_the_place_of_titles() -> None:
    (made,) = words_of(TITLE, FILE, Numbers())

    assert [place.get("type") for place in found(made, "p:nvSpPr/p:nvPr/p:ph")] == ["title"]


def test_a_bar_stands_where_lines_begin_over_the_ground_of_its_box() -> None:
    ground, bar = words_of(BOX, FILE, Numbers())
    _, turned = words_of(BOX, TURNED, Numbers())

    assert found(ground, "p:txBody")
    lefts = [found(each, "p:spPr/a:xfrm/a:off")[0].get("x") for each in (bar, turned)]
    assert lefts == [str(emu(72)), str(emu(72 + 1148 - 5))]


def test_a_number_is_a_field() -> None:
    (made,) = words_of(NUMBER, FILE, Numbers())
    (field,) = found(made, "p:txBody/a:p/a:fld")

    assert (field.get("type"), found(field, "a:t")[0].text) == ("slidenum", "1")


def test_words_that_are_not_broken_are_not_made_smaller() -> None:
    shape = WordsShape(area=Area(0, 0, 10, 10), lines=(words("Shin bone"),), is_wrapped=False, is_middle=True)
    (made,) = words_of(shape, FILE, Numbers())
    (body,) = found(made, "p:txBody/a:bodyPr")

    assert (body.get("wrap"), body.get("anchor"), len(body)) == ("none", "ctr", 0)


def test_words_that_are_broken_become_smaller_where_a_face_is_wider() -> None:
    (made,) = words_of(BODY, FILE, Numbers())

    assert found(made, "p:txBody/a:bodyPr/a:normAutofit")


def test_screen_readers_pass_over_what_only_decorates() -> None:
    made = decoration(Area(0, 0, 5, 720), "accent", FILE, Numbers())

    assert found(made, "p:nvSpPr/p:cNvPr/a:extLst/a:ext/adec:decorative")


def test_a_table_repeats_its_head_and_fills_its_rows() -> None:
    made = table_of(TABLE, FILE, Numbers())
    (table,) = found(made, "a:graphic/a:graphicData/a:tbl")

    assert [len(found(row, "a:tc")) for row in found(table, "a:tr")] == [2, 2, 2]
    assert found(made, "p:nvGraphicFramePr/p:cNvPr")[0].get("descr") == "Bones"


def test_a_table_that_is_turned_says_so() -> None:
    made = table_of(TABLE, TURNED, Numbers())
    (settings,) = found(made, "a:graphic/a:graphicData/a:tbl/a:tblPr")

    assert settings.get("rtl") == "1"


def test_a_picture_tells_what_it_shows() -> None:
    made = picture_of(PICTURE, "rId2", Numbers())

    assert found(made, "p:nvPicPr/p:cNvPr")[0].get("descr") == "A dot"
    assert found(made, "p:blipFill/a:blip")[0].get("r:embed") == "rId2"


def test_places_are_told_in_the_units_of_the_file() -> None:
    offset, extent = placed(Area(1, 2, 3, 4))

    assert offset.attrib == {"x": str(emu(1)), "y": str(emu(2))}
    assert extent.attrib == {"cx": str(emu(3)), "cy": str(emu(4))}
