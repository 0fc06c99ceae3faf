from crmo_desktop.domain.identifiers import SearchAddress, TopicAddress, TopicId
from crmo_desktop.gui.main_window import MainWindow


def test_a_start_makes_no_page_but_the_first(window: MainWindow) -> None:
    made = [type(page).__name__ for page in window.pages.made()]

    assert made == ["HomePage"]


def test_a_page_is_made_once_and_hears_the_window(window: MainWindow) -> None:
    reader = window.reader

    window.navigator.go(TopicAddress(TopicId("mri")))

    assert window.pages.reader is reader
    reader.address_wanted.emit("crmo://topic/red-flags")
    topic = window.navigator.topic()
    assert topic is not None
    assert topic.id == "red-flags"


def test_what_a_page_says_stands_in_the_status_bar(window: MainWindow) -> None:
    window.reader.said.emit("Citation copied")

    assert window.status.said() == "Citation copied"


def test_results_come_with_their_filters(window: MainWindow) -> None:
    window.navigator.open_first(SearchAddress("fever"))

    assert window.pages.is_searching()
    assert window.results.filters.isVisibleTo(window)
