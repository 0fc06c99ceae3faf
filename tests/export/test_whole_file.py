"""Files are replaced whole or not at all, and what stands in the way is said."""

import os
import stat
import threading
from pathlib import Path

import pytest

from crmo_desktop.domain.errors import FolderInPlaceError, NoFolderError, NotWrittenError
from crmo_desktop.export.whole_file import check_place, write_bytes, write_text, write_whole


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def test_a_file_is_written(tmp_path: Path) -> None:
    write_text(tmp_path / "new.html", "<p>ä</p>\n")

    assert (tmp_path / "new.html").read_bytes() == "<p>ä</p>\n".encode()
    assert names(tmp_path) == ["new.html"]


def test_one_that_is_there_is_replaced_and_keeps_its_rights(tmp_path: Path) -> None:
    file = tmp_path / "old.txt"
    file.write_text("old")
    file.chmod(0o640)

    write_bytes(file, b"new")

    assert file.read_bytes() == b"new"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_what_fails_in_the_middle_leaves_the_old_file(tmp_path: Path) -> None:
    file = tmp_path / "old.txt"
    file.write_text("old")

    def half(draft: Path) -> None:
        draft.write_text("half")
        raise OSError(28, "No space left on device")

    with pytest.raises(NotWrittenError) as raised:
        write_whole(file, half)

    assert raised.value.message == "“old.txt” cannot be written there."
    assert file.read_text() == "old"
    assert names(tmp_path) == ["old.txt"]


def test_a_bug_in_the_middle_leaves_the_old_file_too(tmp_path: Path) -> None:
    file = tmp_path / "old.txt"
    file.write_text("old")

    def broken(draft: Path) -> None:
        draft.write_text("half")
        raise ValueError("a bug")

    with pytest.raises(ValueError, match="a bug"):
        write_whole(file, broken)

    assert file.read_text() == "old"
    assert names(tmp_path) == ["old.txt"]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(NoFolderError, match=r"There is no folder “.*nowhere”"):
        check_place(tmp_path / "nowhere" / "file.html")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(FolderInPlaceError, match="is a folder, not a file"):
        write_text(tmp_path, "x")


def test_a_name_that_no_file_can_have(tmp_path: Path) -> None:
    with pytest.raises(NotWrittenError):
        write_text(tmp_path / ("x" * 400), "x")


@pytest.mark.skipif(os.name == "nt", reason="Windows asks for rights to make links")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "file.txt").write_text("old")
    link = tmp_path / "link.txt"
    link.symlink_to(tmp_path / "real" / "file.txt")

    write_text(link, "new")

    assert link.is_symlink()
    assert (tmp_path / "real" / "file.txt").read_text() == "new"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no such pipes")
def test_into_a_pipe_it_is_written_as_it_is(tmp_path: Path) -> None:
    pipe, got = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()

    write_text(pipe, "words")

    reader.join(5)
    assert got == [b"words"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)
