"""Says that a page is in another language than the window: what is not translated yet."""

from PySide6.QtCore import QCoreApplication

from crmo_desktop.domain.language import are_same


def told_language(language: str, own: str) -> str:
    """The language of a page in words; "" where it is the window's `own`."""
    if are_same(language, own):
        return ""
    from crmo_desktop.gui.languages import name_of  # most readers have one language

    return QCoreApplication.translate("Language", "in {language}").format(language=name_of(language))
