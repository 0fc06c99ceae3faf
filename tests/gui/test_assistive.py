from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QApplication, QTextBrowser, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.gui import assistive
from crmo_desktop.gui.assistive import PageFactory
from crmo_desktop.gui.page_style import page_css
from crmo_desktop.gui.presenter.hand import Hand
from crmo_desktop.gui.presenter.keys import TalkKeys
from crmo_desktop.gui.presenter.painted import PaintedSlides
from crmo_desktop.gui.presenter.show import Show as Running
from crmo_desktop.gui.presenter.slide_picture import SlidePicture
from crmo_desktop.gui.presenter.wall import Wall
from crmo_desktop.gui.presenter.zoom import Zoom
from crmo_desktop.gui.slides.slide import Room
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.typesetting import page_html
from crmo_desktop.gui.widgets.page_accessible import PageAccessible
from crmo_desktop.gui.widgets.page_view import PageView
from crmo_desktop.gui.widgets.picture_accessible import PictureAccessible
from crmo_desktop.gui.widgets.picture_canvas import PictureCanvas
from crmo_desktop.gui.widgets.sheet_view import SheetView
from tests.gui import specimen
from tests.gui.conftest import Show
from tests.gui.presenter.wall_samples import deck, talk
from tests.gui.sample_pictures import SampleDrawer, picture_of_rows
from tests.gui.widgets.page_between import Reader


def test_a_view_that_qt_has_answered_for_already_is_answered_for_anew(show: Show, look: Look) -> None:
    reader = Reader(show)
    reader.put(specimen.page(), look)
    QAccessible.setActive(True)
    try:
        assistive.install(reader.window)

        assert isinstance(QAccessible.queryAccessibleInterface(reader.view), PageAccessible)
        assistive.install(reader.window)
        again = QAccessible.queryAccessibleInterface(reader.view)
    finally:
        QAccessible.setActive(False)
    assert again is reader.view.shown.accessible


def test_everything_but_pages_is_left_to_qt(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    browser = QTextBrowser(box)
    QVBoxLayout(box).addWidget(browser)
    factory = PageFactory()

    assert factory("QTextBrowser", browser) is None
    assert factory("PageView", browser) is None
    assert factory("QWidget", box) is None


def test_qt_asks_for_a_view_by_the_name_of_its_class(qtbot: QtBot) -> None:
    view = PageView(lambda _name, _ratio: None)
    qtbot.addWidget(view)

    assert view.metaObject().className() == PageView.__name__


def test_what_pages_are_made_of_is_taken_back_before_they_go(show: Show, look: Look) -> None:
    reader = Reader(show)
    reader.put(specimen.page(), look)
    assistive.install(reader.window)
    page = QAccessible.queryAccessibleInterface(reader.view)
    known = [QAccessible.uniqueId(page.child(place)) for place in range(page.childCount())]

    assistive.take_back(reader.window)

    assert len(known) > 10
    assert all(QAccessible.accessibleInterface(one) is None for one in known)
    assert reader.view.shown.accessible is None


def test_views_that_go_take_their_interfaces_along(look: Look, qapp: QApplication) -> None:
    html, css = page_html(specimen.page(), look, specimen.WORDS), page_css(look)
    for _ in range(30):
        view = PageView(lambda _name, _ratio: None)
        view.set_page(html, css, look, name="Specimen")
        assistive.install(view)
        page = QAccessible.queryAccessibleInterface(view)
        assert page.textInterface().characterCount() > 100
        assert page.child(0).text(QAccessible.Text.Name)
        view.shown.close()
        known = QAccessible.uniqueId(page)
        view.deleteLater()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert QAccessible.accessibleInterface(known) is None


def canvas_of(look: Look, show: Show) -> tuple[QWidget, PictureCanvas]:
    window = QWidget()
    canvas = PictureCanvas(look, window)
    canvas.set_room(500, 300)
    canvas.set_picture(partial(SampleDrawer().draw, picture_of_rows(), look), "Rows", "Three.")
    show(window, 520, 400)
    return window, canvas


def test_a_picture_is_a_graphic_with_places_whenever_it_was_made(look: Look, show: Show) -> None:
    window, canvas = canvas_of(look, show)
    QAccessible.queryAccessibleInterface(canvas)
    QAccessible.setActive(True)
    try:
        assistive.install(window)
        graphic = QAccessible.queryAccessibleInterface(canvas)
        assert isinstance(graphic, PictureAccessible)
        assert graphic.role() == QAccessible.Role.Graphic
        places = [graphic.accessible_of(mark) for mark in canvas.scene().marks]
        known = [QAccessible.uniqueId(place) for place in places]
        assert len(known) == graphic.childCount() == 3
        assistive.take_back(window)
    finally:
        QAccessible.setActive(False)
    assert all(QAccessible.accessibleInterface(one) is None for one in known)
    assert canvas.accessible is None


def test_what_is_only_called_so_is_no_picture(qtbot: QtBot) -> None:
    class PictureCanvas(QWidget):
        """Of the same name."""

    other = PictureCanvas()
    qtbot.addWidget(other)
    assert PageFactory()("PictureCanvas", other) is None


def test_a_slide_is_a_picture(qtbot: QtBot, look: Look) -> None:
    slide = SlidePicture(look)
    qtbot.addWidget(slide)
    slide.setAccessibleDescription("Names\nFirst")

    found = PageFactory()(SlidePicture.__name__, slide)

    assert found is not None
    assert found.role() == QAccessible.Role.Graphic
    assert found.text(QAccessible.Text.Description) == "Names\nFirst"


def test_the_wall_of_a_talk_is_a_document(qtbot: QtBot) -> None:
    show = Running(lambda room: deck(talk(), room), Room())
    hand, zoom = Hand(show), Zoom(show)
    keys = TalkKeys(show, hand, zoom)
    wall = Wall(show, hand, zoom, keys, PaintedSlides(), QColor)
    qtbot.addWidget(wall)

    found = PageFactory()(Wall.__name__, wall)

    assert found is not None
    assert found.role() == QAccessible.Role.Document
    assert found.text(QAccessible.Text.Name) == "First"
    assert wall.metaObject().className() == Wall.__name__


def test_pages_to_print_are_a_document(qtbot: QtBot, look: Look) -> None:
    view = SheetView(look, look.colour("page"))
    qtbot.addWidget(view)

    found = PageFactory()(SheetView.__name__, view)

    assert found is not None
    assert found.role() == QAccessible.Role.Document
    assert view.metaObject().className() == SheetView.__name__
