"""Whose work is in the bundle, under which licence."""

import re
from importlib.metadata import distribution
from pathlib import Path

import pytest

import notices
from tests.house.tree import ROOT


@pytest.fixture(scope="module")
def of_qt() -> notices.Notice:
    return notices.notice_of_package(distribution("PySide6-Essentials"), "pyside6_essentials")


def test_qt_comes_with_the_words_its_wheel_leaves_out(of_qt: notices.Notice) -> None:
    assert "LGPL" in of_qt.licence
    assert any("GNU LESSER GENERAL PUBLIC LICENSE" in text for text in of_qt.texts)
    assert any("HarfBuzz" in text or "harfbuzz" in text for text in of_qt.texts)
    assert "download.qt.io" in of_qt.remark


def test_a_package_brings_its_own_licence() -> None:
    pyphen = notices.notice_of_package(distribution("pyphen"), "pyphen")

    assert "MPL" in pyphen.licence or "Mozilla" in pyphen.licence or "LGPL" in pyphen.licence
    assert any("MOZILLA PUBLIC LICENSE" in text.upper() for text in pyphen.texts)


def test_packages_are_found_by_their_files() -> None:
    (module,) = (path for path in distribution("pyphen").files or () if str(path) == "pyphen/__init__.py")

    names = {notice.name for notice in notices.python_packages([Path(str(module.locate()))])}

    assert names == {"pyphen", "pyinstaller"}


@pytest.mark.skipif(notices.dpkg("--version") == "", reason="not Debian")
def test_system_libraries_are_traced_to_their_package() -> None:
    shell = Path("/bin/sh").resolve()

    assert notices.owner_of(shell) in {"dash", "bash"}


def test_words_that_come_twice_are_printed_once(of_qt: notices.Notice) -> None:
    shiboken = notices.notice_of_package(distribution("shiboken6"), "shiboken6")

    document = notices.written([of_qt, shiboken])

    assert len(re.findall(r"^ *GNU LESSER GENERAL PUBLIC LICENSE$", document, re.MULTILINE)) == 1
    assert f"(The same words as under {of_qt.name}.)" in document
    assert f"\n  {shiboken.title}: {shiboken.licence}\n" in document


class TestLicencesOfDebian:
    def test_the_main_one_comes_first_and_that_of_the_packaging_does_not_count(self) -> None:
        words = (
            "Format: x\n\nFiles: *\nCopyright: A\nLicense: MIT\n\nFiles: debian/*\nLicense: GPL-2\n\n"
            "Files: b.c\nLicense: Zlib\n\nLicense: MIT\n Permission\n"
        )

        assert notices.licences_in(words) == "MIT, Zlib"

    def test_many_are_not_all_named(self) -> None:
        words = "\n\n".join(f"Files: {name}\nLicense: {name} and other" for name in "abc")

        assert notices.licences_in(words) == "a, other and others"

    def test_other_files_say_it_in_their_words(self) -> None:
        assert notices.licences_in("It was downloaded from somewhere.\nCopyright: somebody\n") == "see below"

    @pytest.mark.skipif(not notices.COMMON_LICENCES.is_dir(), reason="not Debian")
    def test_what_they_only_refer_to_is_added_once(self) -> None:
        words = "It is in `/usr/share/common-licenses/GPL-2'. See /usr/share/common-licenses/GPL-2."
        found = [notices.Notice(name=name, licence="GPL-2", texts=(words,)) for name in "ab"]

        (added,) = notices.common_licences(found)

        assert added.name == "Text of GPL-2"
        assert "GNU GENERAL PUBLIC LICENSE" in added.texts[0]

    def test_what_nobody_has_is_not_added(self) -> None:
        found = [notices.Notice(name="a", licence="", texts=("/usr/share/common-licenses/NO-SUCH-1",))]

        assert list(notices.common_licences(found)) == []


@pytest.fixture(scope="module")
def document() -> str:
    return notices.written(notices.arranged({notices.python(), *notices.pictured()}))


class TestDocument:
    def test_it_begins_with_where_the_sources_are_and_how_to_replace_a_library(self, document: str) -> None:
        before = document.partition("WHAT IS HERE")[0]

        for words in (
            "download.qt.io/official_releases/qt/",
            "QtForPython",
            "Debian's snapshot archive",
            "_internal",
        ):
            assert words in before

    def test_ours_come_first(self, document: str) -> None:
        listed = document.partition("WHAT IS HERE, AND UNDER WHICH LICENCE\n\n")[2].splitlines()

        assert listed[:2] == ["  CRMO Desktop: Apache-2.0", "  The reference: texts and tables: CC BY 4.0"]

    def test_python_fonts_icons_and_the_skeleton_have_their_words(self, document: str) -> None:
        skeleton = ROOT / "resources" / "pictures" / "NOTICE-musclemimic-models.txt"
        for words in (
            "PYTHON SOFTWARE FOUNDATION LICENSE",
            "Mersenne Twister",
            "SIL OPEN FONT LICENSE",
            "Permission is hereby granted, free of charge",
            "Attribution 4.0 International",
            skeleton.read_text(encoding="utf-8").strip(),
        ):
            assert words in document

    def test_a_remark_is_one_line_so_that_the_program_can_read_the_document(self) -> None:
        for notice in notices.arranged({notices.python(), *notices.pictured()}):
            assert "\n" not in notice.title + notice.licence + notice.remark


def test_the_loader_is_under_its_exception() -> None:
    loader = notices.notice_of_package(distribution("pyinstaller"), "pyinstaller")

    assert loader.licence.endswith("with the bootloader exception")
    assert any("Bootloader Exception" in text for text in loader.texts)
    assert loader.package.startswith("pkg:pypi/pyinstaller@")


@pytest.mark.skipif(notices.dpkg("--version") == "", reason="not Debian")
def test_a_system_library_has_the_name_of_its_package_for_other_programs() -> None:
    (shell,) = notices.system_packages([Path("/bin/sh").resolve()])

    assert shell.package.startswith(f"pkg:deb/{notices.distribution_name()}/{shell.name}@")
    assert shell.package.endswith(f"?arch={notices.architecture()}")
    assert shell.remark.endswith(f": {Path('/bin/sh').resolve().name}")
