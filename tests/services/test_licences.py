from pathlib import Path

import pytest

import notices
from crmo_desktop.domain.errors import UserError
from crmo_desktop.services.licences import Licences, unwrapped
from tests.house.tree import ROOT

RESOURCES = ROOT / "resources"
WORKS = [
    notices.Notice(name="CRMO Desktop", licence="Apache-2.0", texts=("apache",)),
    notices.Notice(name="zlib1g", version="1.2", licence="Zlib", texts=("be nice",), remark="From Debian."),
]


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A program's folder with its licences."""
    (tmp_path / "licences").mkdir()
    for name in ("CRMO-Desktop", "Content", "LGPL-3.0"):
        (tmp_path / "licences" / f"{name}.txt").write_text(f"words of {name}\n", encoding="utf-8")
    (tmp_path / "THIRD-PARTY-NOTICES.txt").write_text(notices.written(WORKS), encoding="utf-8")
    return tmp_path


def test_an_installed_program_lists_every_work_and_the_licences(program: Path) -> None:
    licences = Licences(program, None, RESOURCES)

    assert [(entry.name, entry.licence) for entry in licences.entries] == [
        ("About this list, and the sources", ""),
        ("CRMO Desktop", "Apache-2.0"),
        ("zlib1g 1.2", "Zlib"),
        ("LGPL 3.0", ""),
    ]
    assert licences.remark is None
    assert "WHERE THE SOURCES ARE" in licences.entries[0].text()


def test_without_the_document_there_are_still_the_licences(program: Path) -> None:
    (program / "THIRD-PARTY-NOTICES.txt").unlink()
    licences = Licences(program, None, RESOURCES)

    assert [entry.name for entry in licences.entries] == ["CRMO Desktop", "Content", "LGPL 3.0"]
    assert "is missing from the program’s folder" in str(licences.remark)


def test_from_source_it_lists_what_is_in_the_checkout_and_says_so() -> None:
    licences = Licences(None, ROOT, RESOURCES)
    names = [entry.name for entry in licences.entries]

    assert names[:2] == ["CRMO Desktop", "The reference: texts and tables"]
    assert {"Tabler Icons", "LGPL 3.0", "GPL 3.0", "Python", "Qt base and its parts"} <= set(names)
    assert "did not come from one of the installers" in str(licences.remark)


def test_a_wheel_has_those_of_its_resources() -> None:
    names = [entry.name for entry in Licences(None, None, RESOURCES).entries]

    assert "Tabler Icons" in names
    assert "LGPL 3.0" not in names


def test_without_any_file_the_list_is_empty(tmp_path: Path) -> None:
    assert Licences(None, None, tmp_path).entries == ()


@pytest.mark.parametrize(
    ("asked", "found"), [("LGPL 3.0", "LGPL 3.0"), ("lgpl", "LGPL 3.0"), (" ZLIB1G 1.2 ", "zlib1g 1.2")]
)
def test_one_is_found_by_its_name_or_a_part_of_it(asked: str, found: str, program: Path) -> None:
    assert Licences(program, None, RESOURCES).find(asked).name == found


@pytest.mark.parametrize("asked", ["xyz", "", " "])
def test_one_that_is_not_there_is_said(asked: str, program: Path) -> None:
    with pytest.raises(UserError, match="No licence here is called"):
        Licences(program, None, RESOURCES).find(asked)


def test_all_are_printed_and_one_that_cannot_be_read_is_said_in_its_place(program: Path) -> None:
    licences = Licences(program, None, RESOURCES)
    assert len(licences.entries) == 4
    (program / "licences" / "LGPL-3.0.txt").unlink()

    text = licences.as_text()

    assert "\n\nbe nice\n" in text
    assert "The words of “LGPL 3.0” cannot be read: No such file or directory." in text


def test_what_is_printed_from_source_begins_with_what_it_lacks() -> None:
    assert Licences(None, None, RESOURCES).as_text().startswith("This copy did not come from")


class TestUnwrapped:
    def test_a_paragraph_becomes_one_line(self) -> None:
        words = (
            "  Permission is hereby granted, free of charge, to any person\n"
            "  obtaining a copy of this software and associated files, to deal\n"
            "  in it.\n\nNext."
        )

        assert unwrapped(words) == (
            "  Permission is hereby granted, free of charge, to any person obtaining a copy of this software"
            " and associated files, to deal in it.\n\nNext."
        )

    @pytest.mark.parametrize(
        "line",
        [
            *("- an item", "* an item", "1. an item", "(a) an item", "    http://a.org/", "=====", "------"),
            *("Copyright (c) 2020 Somebody", "License: MIT", " "),
        ],
    )
    def test_what_begins_something_of_its_own_keeps_its_line(self, line: str) -> None:
        words = f"A line that is long enough to have been broken by somebody else\n{line}"

        assert unwrapped(words) == words

    def test_after_a_short_line_or_a_colon_a_new_one_begins(self) -> None:
        words = "GNU LICENSE\nVersion 3\nprovided that the following conditions are met by all of them:\nthe"

        assert unwrapped(words) == words

    def test_no_word_is_lost_or_changed(self) -> None:
        for file in sorted((ROOT / "packaging" / "licences").glob("*.txt")):
            words = file.read_text(encoding="utf-8")

            assert unwrapped(words).split() == words.split()
