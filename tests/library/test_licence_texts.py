"""The licences as an installed program, a checkout and a wheel have them."""

import json
from pathlib import Path

import pytest

import notices
from crmo_desktop.library.licence_texts import (
    NOTICES,
    from_checkout,
    from_folder,
    from_notices,
    of_resources,
)
from tests.house.tree import ROOT

WORK = notices.Notice(name="zlib1g", version="1.2", licence="Zlib", texts=("be nice",), remark="From Debian.")
BARE = notices.Notice(name="Bare", licence="see below", texts=(f"one\n{notices.RULE}\nno title\ntwo",))


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A program's folder with a document as the build writes it."""
    (tmp_path / NOTICES).write_text(notices.written([WORK, BARE]), encoding="utf-8")
    return tmp_path


def test_the_document_is_read_as_it_was_written(program: Path) -> None:
    about, work, bare = from_notices(program)

    assert (about.name, about.licence) == ("", "")
    assert about.read().startswith("CRMO Desktop is made with the work of others.")
    assert "  zlib1g 1.2: Zlib\n" in about.read()
    assert (work.name, work.licence) == ("zlib1g 1.2", "Zlib")
    assert work.read() == "zlib1g 1.2\nLicence: Zlib\nFrom Debian.\n\nbe nice\n"
    assert (bare.name, bare.licence) == ("Bare", "")


def test_a_line_of_a_text_is_no_new_entry(program: Path) -> None:
    *_, bare = from_notices(program)

    assert bare.read().endswith(f"one\n{notices.RULE}\nno title\ntwo\n")


def test_a_document_without_entries_is_one_text(tmp_path: Path) -> None:
    (tmp_path / NOTICES).write_text("only words\n", encoding="utf-8")

    (about,) = from_notices(tmp_path)

    assert about.read() == "only words\n"


def test_without_a_document_that_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=NOTICES):
        list(from_notices(tmp_path))


def test_a_folder_of_licences_is_listed_by_name() -> None:
    found = {text.name: text for text in from_folder(ROOT / "packaging" / "licences")}

    assert {"GPL 3.0", "LGPL 3.0", "Python", "Qt base and its parts"} <= set(found)
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in found["LGPL 3.0"].read()


def test_the_checkout_has_ours() -> None:
    program, reference = from_checkout(ROOT)

    assert "Apache License" in program.read()
    assert "Attribution 4.0 International" in reference.read()
    assert list(from_checkout(ROOT / "docs")) == []


def test_fonts_icons_and_pictures_are_as_their_list_says() -> None:
    found = {text.name: text for text in of_resources(ROOT / "resources")}

    assert found["Tabler Icons"].licence == "MIT"
    serif = found["Source Serif 4 4.004"].read()
    assert "SIL OPEN FONT LICENSE" in serif
    assert "Adobe" in serif.split("\n\n", maxsplit=1)[0]
    emblem = found["The emblem, the knees and the skeleton, bone shapes from MuscleMimic Models"].read()
    assert (ROOT / "resources" / "pictures" / "NOTICE-musclemimic-models.txt").read_text(
        encoding="utf-8"
    ) in emblem
    assert "Apache License" in emblem


def test_a_list_of_resources_that_is_none_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "NOTICES.json").write_text(json.dumps([{"what": "x"}]), encoding="utf-8")

    with pytest.raises(KeyError):
        list(of_resources(tmp_path))
