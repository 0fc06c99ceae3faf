"""Has the window speak another language than English; loaded only where it does, or could."""

import json
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from crmo_desktop.domain.language import best_of, is_right_to_left

WORDS = "crmo-desktop"  # then an underscore, the language and ".qm"
WORDS_OF_QT = "qtbase"


def system_languages() -> list[str]:
    """The languages that the system's own windows are to speak, the best first, as tags."""
    return [tag.replace("_", "-") for tag in QLocale.system().uiLanguages()]


def install_language(qt: QApplication, language: str, resources: Path) -> tuple[str, ...]:
    """Have windows made from now on speak `language`; a word that has no translation stays English.

    Returns:
        Families of the bundled faces that are for this language.
    """
    for name in (WORDS_OF_QT, WORDS):  # what was installed last is asked first
        translator = QTranslator(qt)
        if translator.load(f"{name}_{language}", str(resources / "i18n")):
            qt.installTranslator(translator)
    QLocale.setDefault(QLocale(language))
    backwards = is_right_to_left(language)
    qt.setLayoutDirection(Qt.LayoutDirection.RightToLeft if backwards else Qt.LayoutDirection.LeftToRight)
    fonts = json.loads((resources / "fonts" / "fonts.json").read_text(encoding="utf-8"))
    own = (font["family"] for font in fonts if best_of([language], font.get("languages", ())) is not None)
    return tuple(dict.fromkeys(own))


def name_of(language: str) -> str:
    """What a language calls itself; its tag if that is not known."""
    locale = QLocale(language)
    known = locale.language() not in (QLocale.Language.C, QLocale.Language.AnyLanguage)
    name = locale.nativeLanguageName() if known else ""
    if language == "en":
        return "English"  # and not "American English", which it is not
    return name[:1].upper() + name[1:] if name else language
