"""The window's language: what the system wants, what is installed, what a language calls itself."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from crmo_desktop.gui.languages import install_language, name_of, system_languages
from tests import pseudo


@pytest.fixture
def qt(qapp: QApplication) -> Iterator[QApplication]:
    """Speaks English again afterwards."""
    locale = QLocale()
    yield qapp
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    QLocale.setDefault(locale)


@pytest.fixture
def resources(tmp_path: Path) -> Path:
    """Words in the made-up language, and two faces for languages of their own."""
    for name in ("i18n", "fonts"):
        (tmp_path / name).mkdir()
    pseudo.write_words(tmp_path / "i18n")
    fonts = [
        {"file": "a.ttf", "family": "For all"},
        {"file": "b.ttf", "family": "For Arabic", "languages": ["ar"]},
        {"file": "c.ttf", "family": "For Thai", "languages": ["th"]},
    ]
    (tmp_path / "fonts" / "fonts.json").write_text(json.dumps(fonts), encoding="utf-8")
    return tmp_path


def test_the_window_speaks_it_from_right_to_left(qt: QApplication, resources: Path) -> None:
    faces = install_language(qt, pseudo.LANGUAGE, resources)

    assert qt.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert faces == ("For Arabic",)
    assert QCoreApplication.translate("TopicTree", "Topics") == pseudo.backwards("Topics")
    assert QCoreApplication.translate("TopicTree", "not translated") == "not translated"


def test_each_kind_of_number_has_its_form(qt: QApplication, resources: Path) -> None:
    install_language(qt, pseudo.LANGUAGE, resources)

    numbers = (0, 1, 2, 3, 11, 100)
    forms = [QCoreApplication.translate("ReaderPage", "{n} minutes", None, n)[-2] for n in numbers]

    assert forms == list("אבגדהו")


def test_a_language_without_words_only_turns_the_window(qt: QApplication, resources: Path) -> None:
    assert install_language(qt, "th", resources) == ("For Thai",)
    assert qt.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_the_systems_languages_are_tags() -> None:
    found = system_languages()

    assert found
    assert not any("_" in tag for tag in found)


@pytest.mark.parametrize(
    ("tag", "name"), [("en", "English"), ("de", "Deutsch"), ("he", "עברית"), ("xx-XX", "xx-XX")]
)
def test_languages_call_themselves(tag: str, name: str) -> None:
    assert name_of(tag) == name
