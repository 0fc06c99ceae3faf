from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.gui import assistive
from crmo_desktop.gui.assistive import PageFactory
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.page_accessible import PageAccessible
from crmo_desktop.gui.widgets.page_view import PageView
from tests.gui import specimen
from tests.gui.conftest import Show
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
