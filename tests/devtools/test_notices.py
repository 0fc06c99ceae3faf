"""Whose work is in the bundle, under which licence."""

import re
from importlib.metadata import distribution
from pathlib import Path

import pytest

import notices


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
