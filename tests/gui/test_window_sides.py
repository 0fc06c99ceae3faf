from PySide6.QtWidgets import QLabel, QWidget

from crmo_desktop.domain.identifiers import SearchAddress, TopicAddress, TopicId
from crmo_desktop.gui.main_window import MainWindow
from crmo_desktop.gui.window_sides import stacked
from tests.gui.hands import wait_for_results

MRI = TopicAddress(TopicId("mri"))


def test_what_stands_at_the_left_belongs_to_the_page_on_top(window: MainWindow) -> None:
    window.navigator.go(MRI)
    assert window.sides.left() is window.tree

    window.navigator.go(SearchAddress("mri"))
    wait_for_results(window, "mri")
    assert window.sides.left() is window.results.filters
    assert window.tree.isHidden()

    window.table["my_things"].trigger()
    assert window.sides.left() is window.pages.mine.side
    assert window.results.filters.isHidden()

    window.navigator.go(MRI)
    assert window.sides.left() is window.tree
    assert not window.tree.isHidden()


def test_each_pane_is_made_once(window: MainWindow) -> None:
    window.navigator.go(MRI)
    assert window.sides.at_right() == [window.sides.right]
    assert window.sides.tree is window.sides.tree


def test_the_bars_stand_above_the_panes_which_take_the_room_left(window: MainWindow) -> None:
    toolbar, notice, panes = QLabel("bar"), QLabel("notice"), QWidget()
    central = stacked(toolbar, notice, panes, window)
    central.resize(300, 400)
    central.show()

    assert toolbar.y() < notice.y() < panes.y()
    assert panes.geometry().bottom() == central.rect().bottom()
    assert panes.height() > 200
