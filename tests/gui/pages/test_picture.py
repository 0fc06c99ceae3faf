"""The page of a picture: drawing or table, panel, sources, and what it tells the window."""

import pytest
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.bone_map import BoneMap
from crmo_desktop.domain.identifiers import PictureId
from crmo_desktop.domain.picture import Picture
from crmo_desktop.gui.drawing.scene import View
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.pages import picture as page_module
from crmo_desktop.gui.pages.picture import PicturePage
from crmo_desktop.gui.pages.picture_out import PictureOut, Seen
from crmo_desktop.gui.pages.picture_panel import widget_of
from crmo_desktop.gui.theme import Appearance, Look
from crmo_desktop.gui.widgets.picture_name import PictureName
from crmo_desktop.services.reading import ReadingService
from tests.gui.conftest import LookOf, Show
from tests.gui.hands import button_called, click, press
from tests.gui.sample_pictures import (
    TARGET,
    SampleDrawer,
    picture_of_rows,
    picture_of_steps,
    picture_without_marks,
)

FAMILIES, CLINICIANS = Audience.PATIENT, Audience.CLINICIAN


@pytest.fixture
def drawer() -> SampleDrawer:
    return SampleDrawer()


@pytest.fixture
def page(
    reading: ReadingService, icons: IconShelf, look: Look, drawer: SampleDrawer, show: Show
) -> PicturePage:
    page = PicturePage(reading, icons, look, drawer)
    page.set_look(look)
    page.show_picture(picture_of_rows(), FAMILIES)
    show(page, 1100, 600)
    return page


class SomePanel(QWidget):
    """Stands in for the panel of a kind."""

    view_changed = Signal(object)
    address_wanted = Signal(str)
    mark_wanted = Signal(str)

    def __init__(self, picture: Picture, view: View, look: Look, icons: IconShelf, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMinimumHeight(80)
        self.view, self.look, self.marks = view, look, [""]

    def set_view(self, view: View) -> None:
        self.view = view

    def set_look(self, look: Look) -> None:
        self.look = look

    def set_mark(self, id: str) -> None:
        self.marks.append(id)


@pytest.fixture
def panels(monkeypatch: pytest.MonkeyPatch) -> list[SomePanel]:
    """Every picture has such a panel; those that were made."""
    made: list[SomePanel] = []

    def make(*arguments: object) -> SomePanel:
        made.append(SomePanel(*arguments))  # type: ignore[arg-type]  # as the page gives them
        return made[-1]

    monkeypatch.setattr(page_module, "make_panel", make)
    return made


def line(page: PicturePage) -> str:
    found = page.findChild(PictureName)
    assert found is not None
    return found.text() if found.isVisible() else ""


# --- what is shown


def test_a_picture_is_drawn_and_named(page: PicturePage, drawer: SampleDrawer) -> None:
    assert page.canvas.isVisible()
    assert not page.table.isVisible()
    assert page.canvas.accessibleName() == "CRMO and infection, side by side"
    assert "Fever is seldom" in page.canvas.accessibleDescription()
    assert drawer.widths[-1] <= 900
    assert str(page.address()) == "crmo://picture/sample"
    assert button_called(page, "Diagnosis › MRI and whole-body MRI", QPushButton).isVisible()


def test_the_keyboard_goes_into_the_drawing_or_the_table(page: PicturePage, icons: IconShelf) -> None:
    page.setFocus()
    assert page.canvas.hasFocus()
    page.show_picture(picture_without_panel(), FAMILIES, "table")
    page.setFocus()
    assert page.table.hasFocus()


def picture_without_panel() -> Picture:
    from dataclasses import replace

    return replace(picture_of_rows("bare"), drawing=picture_without_marks().drawing)


def test_the_table_stands_in_place_of_the_drawing(page: PicturePage, qtbot: QtBot) -> None:
    page.show_picture(picture_without_panel(), FAMILIES)
    with qtbot.waitSignal(page.said):
        click(button_called(page, "Show as table", QPushButton))

    assert page.is_table()
    assert page.table.isVisible()
    assert not page.canvas.isVisible()
    assert str(page.address()) == "crmo://picture/bare#table"
    assert page.painted().isAncestorOf(page.table)
    click(button_called(page, "Show as table", QPushButton))
    assert page.canvas.isVisible()


def test_a_picture_without_a_table_offers_none(page: PicturePage) -> None:
    page.show_picture(picture_without_marks(), FAMILIES, "table")

    assert not page.is_table()
    assert page.canvas.isVisible()
    assert not button_called(page, "Show as table", QPushButton).isVisible()
    assert line(page) == "", "there is nothing to go through"


def test_a_comparison_is_a_table_in_its_panel(page: PicturePage) -> None:
    page.show_table(True)
    page.setFocus()

    assert not page.canvas.isVisible()
    assert not page.table.isVisible()
    assert page._panel is not None
    panel = widget_of(page._panel)
    assert panel.isVisible()
    assert panel.isAncestorOf(page.focusWidget())


def test_a_step_is_in_the_address(page: PicturePage) -> None:
    page.show_picture(picture_of_steps(), CLINICIANS, "look")
    assert page.view() == View(step="look")
    assert str(page.address()) == "crmo://picture/steps#look"
    page.show_picture(picture_of_steps(), CLINICIANS, "no-such")
    assert str(page.address()) == "crmo://picture/steps"


def test_families_see_their_groups_of_a_bone_map(
    page: PicturePage, reading: ReadingService, panels: list[SomePanel]
) -> None:
    bones = reading.figure(PictureId("bone-map"))
    assert isinstance(bones.drawing, BoneMap)
    for_clinicians = next(group for group in bones.drawing.groups if group.is_for_clinicians)

    page.show_picture(bones, CLINICIANS, for_clinicians.id)
    assert page.view().groups == (for_clinicians.id,)
    seen = page.shown()
    page.show_picture(bones, FAMILIES, for_clinicians.id)
    page.show_again(seen)

    assert page.view().groups == ()
    picture = page.picture()
    assert picture is not None
    assert isinstance(picture.drawing, BoneMap)
    assert not any(group.is_for_clinicians for group in picture.drawing.groups)


# --- coming back


def test_it_is_shown_again_as_it_was_left(page: PicturePage) -> None:
    page.canvas.go_to(page.canvas.reachable()[1])
    page.canvas.set_place(3.0, (120, 90))
    seen = page.shown()

    page.show_picture(picture_without_marks(), FAMILIES)
    assert page.canvas.zoom() == 1
    page.show_picture(picture_of_rows(), FAMILIES)
    page.show_again(seen)

    assert (page.canvas.zoom(), page.canvas.place()) == (3.0, (120, 90))
    ringed = page.canvas.ringed()
    assert ringed is not None
    assert ringed.id == "row1"
    page.show_again(None)
    page.show_again("anything")
    assert page.canvas.zoom() == 3.0


def test_a_table_is_shown_again_too(page: PicturePage) -> None:
    page.show_table(True)
    seen = page.shown()
    page.show_picture(picture_of_rows(), FAMILIES)
    page.show_again(seen)
    assert page.is_table()


# --- marks


def test_the_line_names_what_is_pointed_at_and_reached(page: PicturePage) -> None:
    hint = line(page)
    page.setFocus()
    press(page, Qt.Key.Key_Right)
    assert line(page) == "Fever."
    page.bar.setFocus()
    button_called(page, "Show as table", QPushButton).setFocus()
    assert line(page) == hint


def test_marks_and_cells_lead_away(page: PicturePage) -> None:
    wanted: list[str] = []
    page.address_wanted.connect(wanted.append)
    page.setFocus()
    press(page, Qt.Key.Key_Right)
    press(page, Qt.Key.Key_Return)
    page.show_picture(picture_without_panel(), FAMILIES, "table")
    page.setFocus()
    press(page, Qt.Key.Key_Return)

    assert wanted == [TARGET, TARGET]


def test_an_answer_in_the_drawing_goes_on(page: PicturePage, panels: list[SomePanel]) -> None:
    page.show_picture(picture_of_steps(), CLINICIANS, "night-pain")
    page.setFocus()
    press(page, Qt.Key.Key_Right)
    press(page, Qt.Key.Key_Return)

    assert page.view() == View(step="look", trail=("night-pain",))
    assert panels[-1].view == page.view()
    reached = page.canvas.reached()
    assert reached is not None, "the keyboard has not lost its place"
    assert reached.id == "answer:end"


def test_what_has_the_ring_is_in_sight(page: PicturePage) -> None:
    page.resize(700, 320)
    page.setFocus()
    area = page.findChild(QScrollArea)
    assert area is not None
    for _ in range(3):
        press(page, Qt.Key.Key_Right)
        reached = page.canvas.reached()
        assert reached is not None
        ring = page.canvas.place_of(reached.ring).toAlignedRect()
        top = page.canvas.viewport().mapTo(area.viewport(), ring.topLeft()).y()
        assert 0 <= top < area.viewport().height()


# --- the panel


def test_a_panel_changes_how_the_picture_is_seen(
    page: PicturePage, panels: list[SomePanel], drawer: SampleDrawer
) -> None:
    page.show_picture(picture_of_steps(), CLINICIANS)
    drawn = len(drawer.widths)

    panels[-1].view_changed.emit(View(step="look"))

    assert page.view() == View(step="look")
    assert len(drawer.widths) > drawn
    assert [mark.id for mark in page.canvas.scene().marks] == ["answer:end"]


def test_panel_and_drawing_show_each_others_marks(page: PicturePage, panels: list[SomePanel]) -> None:
    page.show_picture(picture_of_steps(), CLINICIANS)
    panel = panels[-1]

    panel.mark_wanted.emit("look")
    ringed = page.canvas.ringed()
    assert ringed is not None
    assert ringed.id == "look"
    page.setFocus()
    press(page, Qt.Key.Key_Home)
    assert panel.marks[-1] == "night-pain"


def test_a_panel_stands_beside_the_drawing_or_where_there_is_no_room_above(
    page: PicturePage, panels: list[SomePanel], look_of: LookOf
) -> None:
    def place(part: QWidget) -> QPoint:
        return part.mapTo(page, QPoint(0, 0))

    page.show_picture(picture_of_steps(), CLINICIANS)
    page.resize(1100, 600)
    panel = panels[-1]
    page.grab()
    assert place(panel).x() > place(page.canvas).x() + page.canvas.width()
    page.resize(700, 600)
    page.grab()
    assert place(panel).x() < 60
    assert place(panel).y() < place(page.canvas).y()
    large = look_of("dark", 150)
    page.set_look(large)
    assert panel.look is large


def test_another_picture_has_another_panel(page: PicturePage, panels: list[SomePanel]) -> None:
    page.show_picture(picture_of_steps(), CLINICIANS)
    first = panels[-1]
    page.show_picture(picture_of_rows(), CLINICIANS)
    assert panels[-1] is not first
    assert not first.isVisible()


# --- sources and ways out


def test_a_source_opens_its_card_and_has_the_keyboard_back(page: PicturePage, qtbot: QtBot) -> None:
    link = page.foot.sources.buttons()[0]
    link.click()

    card = page.card()
    assert card is not None
    card.close_card()
    assert page.card() is None
    assert link.hasFocus()
    link.click()
    page.resize(900, 500)
    assert page.card() is None, "what it stood beside has moved"


def test_buttons_send_out_what_is_seen(
    page: PicturePage, appearance: Appearance, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[tuple[str, Seen]] = []
    page.send_out("copy")
    page.out = PictureOut(page._drawer, appearance.theme, page)
    monkeypatch.setattr(page.out, "do", lambda action, seen: sent.append((action, seen)))

    for name in ("Copy as picture", "Copy as SVG", "Save…", "Print…"):
        button_called(page, name, QPushButton).click()

    assert [action for action, _ in sent] == ["copy", "svg", "save", "print"]
    seen = sent[0][1]
    assert seen.picture is page.picture()
    assert "Information, not medical advice" in seen.words.edition
    assert seen.words.sources.startswith("Sources: ")


def test_buttons_change_the_size(page: PicturePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.said) as told:
        page.bar.zoom_wanted.emit(1)
    assert told.args == ["Picture 125%"]
    assert page.canvas.zoom() == 1.25
    page.bar.zoom_wanted.emit(0)
    assert page.canvas.zoom() == 1


@pytest.mark.parametrize("name", ["dark", "hc_black"])
def test_another_look_is_taken_on(page: PicturePage, look_of: LookOf, name: str) -> None:
    look = look_of(name, 150)
    page.set_look(look)
    assert page.canvas.scale() == pytest.approx(1.5, abs=0.02)
