"""How slides stand on paper."""

from crmo_desktop.domain.publication import PaperSize
from crmo_desktop.domain.slide_paper import SlideLayout, SlidePaper


def test_layouts_are_called_as_the_command_line_writes_them() -> None:
    assert [str(layout) for layout in SlideLayout] == ["1", "2", "6", "notes", "lines"]


def test_at_first_a_slide_a_page_with_everything() -> None:
    assert SlidePaper() == SlidePaper(
        layout=SlideLayout.ONE, size=PaperSize.A4, has_answers=True, has_sources=True
    )
