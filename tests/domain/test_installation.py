from pathlib import Path

from crmo_desktop.domain.installation import (
    FileFault,
    InstalledList,
    ListDamagedError,
    ListedFile,
    ListMissingError,
    ListUnsafeError,
    Words,
    WrongFile,
)

FILE = Path("somewhere") / "installed-files.json"


def test_a_list_knows_how_much_there_is_to_read() -> None:
    files = tuple(ListedFile(path=path, size=size, sha256="0" * 64) for path, size in (("a", 3), ("b", 4)))

    assert InstalledList(version="1", edition="2026-11-25", files=files).size == 7


def test_words_are_put_together_when_they_are_read() -> None:
    assert str(Words("All {files} files", {"files": 3})) == "All 3 files"
    assert str(Words("Nothing to put in")) == "Nothing to put in"


def test_what_is_wrong_is_said_in_words_and_without_folders() -> None:
    errors = [
        ListMissingError(FILE),
        ListDamagedError(FILE, reason="it has changed"),
        ListUnsafeError(FILE, path="../../etc/passwd"),
    ]

    assert [error.message for error in errors] == [
        "The list of the program’s files, “installed-files.json”, is missing.",
        "The list of the program’s files, “installed-files.json”, cannot be used: it has changed.",
        (
            "The list of the program’s files, “installed-files.json”, is not trusted:"
            " it names “../../etc/passwd”, which is no place in the program’s folder."
        ),
    ]
    assert all(error.hint == "Install the program again from the file you were given." for error in errors)


def test_a_very_long_path_is_cut_short_in_the_words() -> None:
    assert len(ListUnsafeError(FILE, path="../" + "a" * 5000).message) < 300


def test_a_wrong_file_says_no_more_than_is_known() -> None:
    wrong = WrongFile(path="a", fault=FileFault.MISSING, size=3)

    assert (wrong.found, wrong.reason) == (None, "")
