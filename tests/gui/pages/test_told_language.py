"""A page in another language than the window says so."""

import pytest

from crmo_desktop.gui.pages.told_language import told_language


@pytest.mark.parametrize(
    ("language", "own", "words"),
    [("en", "en", ""), ("en-GB", "en", ""), ("de", "en", "in Deutsch"), ("en", "ar-XB", "in English")],
)
def test_only_another_language_is_told(language: str, own: str, words: str, qapp: object) -> None:
    assert told_language(language, own) == words
