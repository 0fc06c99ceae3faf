"""Which language is spoken: named, chosen, the system's, or English."""

from collections.abc import Callable
from pathlib import Path

import pytest

from crmo_desktop.domain.errors import UserError
from crmo_desktop.gui import languages
from crmo_desktop.speaking import kept_choice, named, spoken
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.settings import LANGUAGE, Settings

THERE = ("en", "ar", "de")


def chosen(choice: str) -> Callable[[], str]:
    def tell() -> str:
        return choice

    return tell


def never() -> str:
    raise AssertionError("nobody need be asked")


def test_the_command_line_decides() -> None:
    assert spoken("de-AT", THERE, never) == "de"


def test_a_language_that_is_not_there_is_told() -> None:
    with pytest.raises(UserError) as caught:
        named("tlh", THERE)

    assert caught.value.message == "This copy does not speak “tlh”."
    assert caught.value.hint == "It speaks: en, ar, de."


def test_a_copy_that_speaks_english_only_asks_nobody() -> None:
    assert spoken(None, ("en",), never) == "en"


@pytest.mark.parametrize(("choice", "language"), [("ar", "ar"), ("de-CH", "de"), ("fr", "en")])
def test_the_reader_decides(choice: str, language: str) -> None:
    assert spoken(None, THERE, chosen(choice)) == language


@pytest.mark.parametrize(("system", "language"), [(["fr", "ar-EG"], "ar"), (["fr"], "en")])
def test_the_system_decides(system: list[str], language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(languages, "system_languages", lambda: system)

    assert spoken(None, THERE, chosen("system")) == language


def test_what_is_kept_is_read_before_the_window_is_made(tmp_path: Path) -> None:
    notes = tmp_path / "notes.sqlite"
    assert kept_choice(notes, {}) == "system"
    assert not notes.exists()
    assert kept_choice(None, {"language": "de"}) == "de"
    notebook = Notebook(notes)
    Settings(notebook).set(LANGUAGE, "ar")
    notebook.close()

    assert kept_choice(notes, {"language": "de"}) == "ar"
