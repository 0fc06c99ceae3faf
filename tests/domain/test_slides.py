"""Words of slides, with and without their looks."""

from crmo_desktop.domain.slides import Strand, plain


def test_words_without_their_looks() -> None:
    words = (Strand("10"), Strand("9", script="sup"), Strand(" cells", is_strong=True))

    assert plain(words) == "109 cells"
    assert plain(()) == ""
