import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication

from crmo_desktop.gui import assistive
from crmo_desktop.gui.page_structure import Kind, walked
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.page_accessible import PageAccessible
from crmo_desktop.gui.widgets.page_highlights import Highlight
from tests.gui import specimen
from tests.gui.conftest import Show
from tests.gui.hands import press
from tests.gui.widgets.page_between import Reader

Role, Text = QAccessible.Role, QAccessible.Text


@pytest.fixture
def reader(show: Show, look: Look) -> Reader:
    reader = Reader(show)
    reader.put(specimen.page(), look)
    return reader


@pytest.fixture
def page(reader: Reader) -> Iterator[PageAccessible]:
    """The page as an assistive program is given it."""
    assistive.install(reader.window)
    given = QAccessible.queryAccessibleInterface(reader.view)
    assert isinstance(given, PageAccessible)
    yield given
    reader.view.shown.accessible = None


def below(accessible: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for place in range(accessible.childCount()):
        child = accessible.child(place)
        assert accessible.indexOfChild(child) == place
        yield child
        yield from below(child)


def name(accessible: QAccessibleInterface) -> str:
    return str(accessible.text(Text.Name))


def with_role(page: PageAccessible, role: QAccessible.Role) -> list[QAccessibleInterface]:
    return [part for part in below(page) if part.role() == role]


def test_the_page_is_a_document_with_its_title_and_language(page: PageAccessible) -> None:
    assert page.role() == Role.Document
    assert name(page) == "A <specimen>, for families"
    attributes = page.attributesInterface()
    assert attributes.attributeKeys() == [QAccessible.Attribute.Locale]
    locale = attributes.attributeValue(QAccessible.Attribute.Locale)
    assert isinstance(locale, QLocale)
    assert locale.language() == QLocale.Language.English
    assert page.state().readOnly


def test_the_text_is_qts_own_with_caret_and_selection(page: PageAccessible, reader: Reader) -> None:
    text = page.textInterface()
    written = reader.view.document().toPlainText()

    assert text.characterCount() == len(written)
    start = written.index("Signs & symptoms")
    assert text.text(start, start + 15) == "Signs & symptom"
    text.setSelection(0, start, start + 5)
    assert reader.view.textCursor().selectedText() == "Signs"
    assert text.selectionCount() == 1
    text.setCursorPosition(start + 2)
    assert text.cursorPosition() == reader.view.textCursor().position() == start + 2


def test_headings_tell_their_level(page: PageAccessible) -> None:
    headings = with_role(page, Role.Heading)

    levels = [h.attributesInterface().attributeValue(QAccessible.Attribute.Level) for h in headings]
    assert list(zip(levels, map(name, headings), strict=True))[:3] == [
        (1, "A <specimen>"),
        (2, "At a glance"),
        (2, "Signs & symptoms"),
    ]


def test_boxes_are_groups_with_their_titles(page: PageAccessible) -> None:
    assert [name(box) for box in with_role(page, Role.Grouping)] == [
        "At a glance", "Get help fast", "Caution", "What this rests on", "Not known",
    ]  # fmt: skip


def test_cells_tell_their_place_and_their_headers(page: PageAccessible) -> None:
    cell = next(part for part in with_role(page, Role.Cell) if name(part) == "26%")
    place = cell.tableCellInterface()

    assert (place.rowIndex(), place.columnIndex()) == (2, 1)
    assert [name(head) for head in place.columnHeaderCells()] == ["Children"]
    assert [name(head) for head in place.rowHeaderCells()] == ["Spine"]
    assert name(place.table()) == "Where it strikes"
    assert (place.rowExtent(), place.columnExtent(), place.isSelected()) == (1, 1, False)
    assert cell.parent().role() == Role.Row
    corner = next(part for part in with_role(page, Role.ColumnHeader) if name(part) == "Bone")
    assert corner.tableCellInterface().columnHeaderCells() == []
    assert [part.role() for part in below(page) if name(part) == "Spine"] == [Role.RowHeader]


def test_a_link_is_named_and_pressed(page: PageAccessible, reader: Reader) -> None:
    link = with_role(page, Role.Link)[3]
    action = link.actionInterface()

    assert name(link) == "the silent ones"
    assert link.state().linked
    assert action.actionNames() == [action.pressAction()]
    assert action.keyBindingsForAction(action.pressAction()) == []
    action.doAction(action.showMenuAction())
    assert reader.opened == []
    action.doAction(action.pressAction())
    assert reader.targets() == ["crmo://topic/mri#silent"]


def test_a_picture_has_its_text_and_a_term_its_description(page: PageAccessible) -> None:
    assert [name(picture) for picture in with_role(page, Role.Graphic)] == ["A hand"]
    assert with_role(page, Role.Link)[2].text(Text.Description) == "Explained word"


def test_the_link_that_the_keyboard_reaches_has_the_focus(page: PageAccessible, reader: Reader) -> None:
    assert page.focusChild() is None
    reader.view.setFocus()

    press(reader.view, Qt.Key.Key_Tab)

    reached = page.focusChild()
    assert reached is not None
    assert name(reached) == "Sources 1 to 2"
    assert reached.state().focused
    assert [part for part in below(page) if part.state().focused] == [reached]


def test_parts_stand_on_the_screen_where_their_words_do(page: PageAccessible, reader: Reader) -> None:
    heading = with_role(page, Role.Heading)[1]
    middle = heading.rect().center()

    assert page.rect().contains(middle)
    found = page.childAt(middle.x(), middle.y())
    assert found is not None
    assert found is heading
    box = heading.parent()
    assert box.childAt(middle.x(), middle.y()) is heading
    assert page.childAt(-5000, -5000) is None
    assert box.childAt(-5000, -5000) is None
    last = with_role(page, Role.Heading)[-1]
    assert last.state().offscreen
    assert not heading.state().offscreen


def test_every_part_is_within_its_holder(page: PageAccessible, reader: Reader) -> None:
    parts = list(below(page))

    assert len(parts) == len(list(walked(reader.view.shown.parts())))
    for part in parts:
        assert part.isValid()
        assert part.object() is None
        assert part.focusChild() is None
        holder = part.parent()
        assert any(holder.child(n) is part for n in range(holder.childCount()))
    assert page.child(10_000) is None
    assert parts[0].child(10_000) is None
    assert page.indexOfChild(page) == -1
    parts[0].setText(Text.Name, "other")
    assert name(parts[0]) != "other"
    assert parts[0].text(Text.Help) == ""


def test_another_page_takes_the_parts_of_the_one_before_back(
    page: PageAccessible, reader: Reader, look: Look
) -> None:
    before = [QAccessible.uniqueId(part) for part in below(page)]

    reader.put(specimen.page(specimen.section("s", "S", "<p>Only this.</p>")), look)

    assert all(QAccessible.accessibleInterface(known) is None for known in before)
    assert "Only this." in [name(part) for part in below(page)]


def test_many_pages_leave_nothing_behind(page: PageAccessible, reader: Reader, look: Look) -> None:
    def read_and_turn() -> None:
        assert len(list(below(page))) > 50
        reader.put(specimen.page(), look)

    read_and_turn()
    gc.collect()
    before = len(gc.get_objects())

    for _ in range(20):
        read_and_turn()

    QApplication.sendPostedEvents(None, 0)
    gc.collect()
    assert len(gc.get_objects()) - before < 500, "a page of the specimen has more objects than that"


def test_the_tables_of_qts_types_and_ours_name_the_same_kinds(page: PageAccessible) -> None:
    roles = {part.role() for part in below(page)}

    assert roles == {
        Role.Heading, Role.Paragraph, Role.List, Role.ListItem, Role.Table, Role.Row, Role.ColumnHeader,
        Role.RowHeader, Role.Cell, Role.Grouping, Role.Link, Role.Graphic,
    }  # fmt: skip
    assert len(Kind) == len(roles)  # a header is of one kind in two roles; this page has no marks


def test_highlights_are_notes_in_the_tree_that_can_be_opened(page: PageAccessible, reader: Reader) -> None:
    view, opened = reader.view, list[int]()
    view.mark_activated.connect(lambda id, _place: opened.append(id))
    start, end = view.find_all("Bones ache")[0]
    assert with_role(page, Role.Note) == []

    view.set_highlights([Highlight(3, start, end, 1, "Bones ache", "Ask")])

    (note,) = with_role(page, Role.Note)
    assert name(note) == "Highlight, yellow, 1: Bones ache"
    assert note.text(Text.Description) == "Note: Ask"
    assert note.parent().role() == Role.ListItem
    note.actionInterface().doAction(note.actionInterface().pressAction())
    assert opened == [3]


def test_highlights_that_go_are_taken_back(page: PageAccessible, reader: Reader) -> None:
    view = reader.view
    view.setFocus()
    start, end = view.find_all("Bones ache")[0]
    view.set_highlights([Highlight(3, start, end, 1, "Bones ache")])
    press(view, Qt.Key.Key_M)
    (note,) = with_role(page, Role.Note)
    assert note.isValid()
    del note

    view.set_highlights([])

    assert with_role(page, Role.Note) == []
    assert page.focusChild() is None
