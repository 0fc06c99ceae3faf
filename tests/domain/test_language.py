"""Tags of languages: their form, which way they are written, which of several suits."""

import pytest

from crmo_desktop.domain.language import are_same, best_of, is_right_to_left, is_tag


@pytest.mark.parametrize(
    ("text", "so"), [("en", True), ("pt-BR", True), ("zh-Hant-TW", True), ("e", False), ("en_GB", False)]
)
def test_the_form_of_a_tag(text: str, so: bool) -> None:
    assert is_tag(text) is so


@pytest.mark.parametrize("tag", ["ar", "he", "fa-IR", "ur", "ar-XB", "AR_EG", "az-Arab", "uz-Arab-AF"])
def test_languages_from_right_to_left(tag: str) -> None:
    assert is_right_to_left(tag)


@pytest.mark.parametrize("tag", ["en", "de-AT", "az", "ku-Latn", "ar-Latn", "ha"])
def test_languages_from_left_to_right(tag: str) -> None:
    assert not is_right_to_left(tag)


@pytest.mark.parametrize(
    ("wanted", "there", "found"),
    [
        (["de-AT", "en"], ["en", "de"], "de"),
        (["fr", "en-GB"], ["en", "de"], "en"),
        (["pt"], ["pt-BR"], None),
        (["zh-Hant-TW"], ["zh-Hans", "zh-Hant"], "zh-Hant"),
        (["AR_xb"], ["ar-XB"], "ar-XB"),
        ([], ["en"], None),
    ],
)
def test_the_best_of_what_is_there(wanted: list[str], there: list[str], found: str | None) -> None:
    assert best_of(wanted, there) == found


def test_one_language_by_several_tags() -> None:
    assert are_same("en", "en-GB")
    assert not are_same("en", "de")
