"""Tests of `crmo_desktop.services.chosen_file`."""

from pathlib import Path

import pytest

from crmo_desktop.domain.errors import FileNotReadError, NotSessionError, SessionTooLargeError
from crmo_desktop.services.chosen_file import text_of


def read(path: Path) -> str:
    return text_of(path, 1, too_large=SessionTooLargeError, not_ours=NotSessionError)


def test_its_words_are_read_without_the_mark_of_an_editor(tmp_path: Path) -> None:
    file = tmp_path / "words"
    file.write_bytes(b"\xef\xbb\xbfStra\xc3\x9fe")

    assert read(file) == "Straße"


def test_what_is_as_large_as_may_be_is_read_and_no_more(tmp_path: Path) -> None:
    file = tmp_path / "words"
    file.write_bytes(b"a" * 1_000_000)
    assert len(read(file)) == 1_000_000

    file.write_bytes(b"a" * 1_000_001)
    with pytest.raises(SessionTooLargeError):
        read(file)


def test_what_is_no_text_is_not_ours(tmp_path: Path) -> None:
    file = tmp_path / "words"
    file.write_bytes(b"\xff\xfe")

    with pytest.raises(NotSessionError):
        read(file)


def test_a_folder_and_what_is_not_there_are_not_read(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "gone"):
        with pytest.raises(FileNotReadError):
            read(path)


def test_what_may_not_be_read_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "words"
    file.write_text("a", encoding="utf-8")

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(FileNotReadError):
        read(file)
