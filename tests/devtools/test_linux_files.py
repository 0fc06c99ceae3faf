"""What Linux is told about the program: desktop entry, software centre, man page, copyright, change log."""

import configparser
import os
import re
import shutil
import subprocess
from email.utils import parsedate_to_datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest

from crmo_desktop import __version__
from crmo_desktop.cli import make_parser
from crmo_desktop.domain.identifiers import SCHEME
from crmo_desktop.gui import early
from linux import changelog, debian_copyright, manual, metainfo
from tests.house.tree import ROOT, lines

LINUX = ROOT / "packaging" / "linux"
NAME = "org.crmo-desktop.CRMODesktop"
DAY = 1_795_564_800  # Wednesday, 25 November 2026
LOG = """# Changes

## 0.3.0, not released

Words of *all* kinds.

- **The window**: it has
  `tabs` now.
- It prints.

## 0.2.0, not released

- Nobody has ever seen this one.

## 0.1.0, 2026-11-01

- The first.
"""


def tool(name: str) -> pytest.MarkDecorator:
    """A test that only makes sense where Debian's `name` is installed."""
    return pytest.mark.skipif(shutil.which(name) is None, reason=f"{name} is not installed")


def ask(*command: str | Path, **environment: str) -> str:
    """What a checker says; the test fails if it finds fault."""
    done = subprocess.run(
        list(map(str, command)),
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


# --- the desktop entry


@pytest.fixture(scope="module")
def entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # keys have capital letters
    parser.read(LINUX / f"{NAME}.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


def test_the_icon_starts_the_program_and_addresses_are_handed_to_it(entry: configparser.SectionProxy) -> None:
    program, *arguments = entry["Exec"].split()
    with_address = [word.replace("%u", "crmo://topic/mri") for word in arguments]
    clicked = [word for word in arguments if word != "%u"]

    assert program == changelog.PACKAGE == entry["TryExec"]
    assert entry["MimeType"] == f"x-scheme-handler/{SCHEME};"
    assert make_parser(with_commands=False).parse_args(with_address).open == "crmo://topic/mri"
    assert make_parser(with_commands=False).parse_args(clicked).open is None


def test_the_window_is_known_by_the_name_of_the_entry(entry: configparser.SectionProxy) -> None:
    assert f'setDesktopFileName("{NAME}")' in Path(early.__file__).read_text(encoding="utf-8")
    assert entry["Icon"] == NAME
    assert entry["StartupWMClass"] == entry["Name"] == "CRMO Desktop"


@tool("desktop-file-validate")
def test_the_desktop_entry_is_valid() -> None:
    assert ask("desktop-file-validate", LINUX / f"{NAME}.desktop") == ""


# --- the change log


def test_the_change_log_starts_with_what_is_built_and_leaves_out_what_nobody_got() -> None:
    found = changelog.releases("0.3.0", DAY, LOG)

    assert [release.version for release in found] == ["0.3.0", "0.1.0"]
    assert found[0].changes == ("Words of *all* kinds.", "The window: it has tabs now.", "It prints.")
    assert [f"{release.moment:%Y-%m-%d}" for release in found] == ["2026-11-25", "2026-11-01"]


def test_an_older_version_knows_nothing_of_newer_ones() -> None:
    assert [release.version for release in changelog.releases("0.1.0", DAY, LOG)] == ["0.1.0"]


@pytest.mark.parametrize("version", ["0.4.0", "0.3", ""])
def test_a_version_without_a_section_is_not_built(version: str) -> None:
    with pytest.raises(ValueError, match=re.escape(f"“## {version}, …”")):
        changelog.releases(version, DAY, LOG)


def test_a_version_that_changed_nothing_is_not_built() -> None:
    with pytest.raises(ValueError, match="says what changed"):
        changelog.releases("1.0.0", DAY, "# Changes\n\n## 1.0.0, not released\n")


def test_debians_change_log_has_its_form() -> None:
    written = changelog.debian_changelog(__version__, DAY).splitlines()

    assert written[0] == f"crmo-desktop ({__version__}) unstable; urgency=medium"
    assert all(line == "" or line.startswith(("  * ", "    ", " -- ")) for line in written[1:])
    assert all(len(line) <= 80 for line in written if not line.startswith(" -- "))
    signed = next(line for line in written if line.startswith(" -- "))
    maintainer, _, date = signed.removeprefix(" -- ").partition("  ")
    assert maintainer == changelog.MAINTAINER
    assert parsedate_to_datetime(date).timestamp() == DAY


@tool("dpkg-parsechangelog")
def test_debian_reads_its_change_log(tmp_path: Path) -> None:
    file = tmp_path / "changelog"
    file.write_text(changelog.debian_changelog(__version__, DAY), encoding="utf-8")

    told = ask("dpkg-parsechangelog", "--file", file)

    assert f"\nVersion: {__version__}\n" in told
    assert f"\nTimestamp: {DAY}\n" in told


# --- the software centre


def test_the_software_centre_is_told_what_is_true(entry: configparser.SectionProxy) -> None:
    told = ElementTree.fromstring(metainfo.metainfo(__version__, DAY))

    assert told.findtext("id") == NAME
    assert told.findtext("name") == entry["Name"]
    assert told.findtext("launchable") == f"{NAME}.desktop"
    assert told.findtext("provides/binary") == changelog.PACKAGE
    assert told.findtext("supports/internet") == "offline-only"
    release = told.find("releases/release")
    assert release is not None
    assert (release.get("version"), release.get("date")) == (__version__, "2026-11-25")


def test_no_address_is_invented() -> None:
    assert "http" not in metainfo.TEMPLATE.read_text(encoding="utf-8")


@tool("appstreamcli")
def test_the_software_centre_finds_no_fault(tmp_path: Path) -> None:
    file = tmp_path / f"{NAME}.metainfo.xml"
    file.write_text(metainfo.metainfo(__version__, DAY), encoding="utf-8")

    said = ask("appstreamcli", "validate", "--no-net", "--pedantic", "--no-color", file)

    # The name's own hyphen and capitals, the same on macOS; and that there is no address to name.
    known = {"cid-contains-hyphen", "cid-contains-uppercase-letter", "url-homepage-missing"}
    assert set(re.findall(r"^[EWIP]: \S+ ([a-z-]+)", said, re.MULTILINE)) <= known, said


# --- the man page


def test_the_man_page_lists_what_the_command_line_knows() -> None:
    page = manual.PAGE.read_text(encoding="utf-8")

    assert page == manual.refreshed(page, make_parser(with_commands=True)), manual.__doc__


@pytest.mark.parametrize("name", ["--data-dir", "--open", "--screenshot", "self-test", "search", "--format"])
def test_the_man_page_has_entries_of_its_own_for_them(name: str) -> None:
    entries = [line for line in lines(manual.PAGE) if line.startswith(".B ")]

    assert any(f" {name} " in f"{entry} ".replace("\\-", "-") for entry in entries)


def test_the_man_page_bears_version_and_day() -> None:
    title = next(line for line in manual.man_page("1.2.3", DAY).splitlines() if line.startswith(".TH"))

    assert '"2026-11-25" "CRMO Desktop 1.2.3"' in title


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(["groff", "-man", "-Tutf8", "-ww", "-b", "-z"], marks=tool("groff")),
        pytest.param(["mandoc", "-T", "lint", "-W", "warning"], marks=tool("mandoc")),
    ],
    ids=lambda command: str(command[0]),
)
def test_the_man_page_is_sound(command: list[str], tmp_path: Path) -> None:
    file = tmp_path / "crmo-desktop.1"
    file.write_text(manual.man_page(__version__, DAY), encoding="utf-8")

    assert ask(*command, file) == ""


# --- the copyright file


def test_every_licence_that_is_named_is_told_once() -> None:
    paragraphs = debian_copyright.debian_copyright().split("\n\n")
    told = [text.partition("\n")[0].removeprefix("License: ") for text in paragraphs if text[:7] == "License"]
    named = {
        licence
        for text in paragraphs
        for line in re.findall(r"^License: (.+)$", text, re.MULTILINE)
        if text.startswith("Files:")
        for licence in line.split(" and ")
    }

    assert sorted(told) == sorted(named)


def test_the_words_of_licences_that_debian_does_not_keep_are_inside() -> None:
    written = debian_copyright.debian_copyright()

    for words in (
        "SIL OPEN FONT LICENSE Version 1.1",
        "Creative Commons Attribution 4.0",
        "PYTHON SOFTWARE FOUND",
    ):
        assert words in written
    assert "\n@" not in written
    assert all(line.strip() or line == "" for line in written.splitlines())  # " ." where a text has none


def test_every_file_with_a_licence_of_its_own_is_named() -> None:
    written = debian_copyright.debian_copyright()

    for path in sorted((ROOT / "resources").glob("fonts/*.?tf")):
        stem = path.name.partition("-")[0]
        assert f"resources/fonts/{stem}-" in written
