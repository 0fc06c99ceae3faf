import pytest

from crmo_desktop.gui.pages.last_read import LastReadWords
from crmo_desktop.services.journal import ReadPage


@pytest.mark.parametrize(
    ("days", "when"), [(0, "today"), (1, "yesterday"), (2, "2 days ago"), (40, "40 days ago")]
)
def test_it_says_how_long_ago_a_page_was_read(days: int, when: str, qapp: object) -> None:
    page = ReadPage("crmo://topic/mri", "MRI", days)

    assert LastReadWords().words_for([page]) == [("crmo://topic/mri", "MRI", when)]


def test_without_pages_there_are_no_words(qapp: object) -> None:
    assert LastReadWords().words_for([]) == []
