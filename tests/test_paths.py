"""Where things are: from source, installed, frozen, on each system."""

import sys
from pathlib import Path

import pytest

from crmo_desktop import paths
from crmo_desktop.paths import find_paths
from tests.house.tree import ROOT


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home that is nobody's, on a Linux that says nothing else."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


class TestProgram:
    def test_from_source_everything_lies_beside_the_package(self) -> None:
        found = find_paths()

        assert (found.resources, found.content) == (ROOT / "resources", ROOT / "content")
        assert found.bundled_pack == ROOT / "build" / "content.crmo"

    def test_installed_everything_lies_in_the_package(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        package = tmp_path / "site-packages" / "crmo_desktop"
        (package / "_bundled").mkdir(parents=True)
        monkeypatch.setattr(paths, "__file__", str(package / "paths.py"))

        found = find_paths()

        assert found.resources == package / "_bundled" / "resources"
        assert found.bundled_pack == package / "_bundled" / "pack" / "content.crmo"
        assert found.content is None

    def test_frozen_everything_lies_in_the_bundle(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "bundle"), raising=False)

        found = find_paths()

        assert found.resources == tmp_path / "bundle" / "resources"
        assert found.bundled_pack == tmp_path / "bundle" / "pack" / "content.crmo"
        assert found.content is None

    @pytest.mark.parametrize(
        ("system", "started", "folder"),
        [
            ("linux", "program/crmo-desktop", "program"),
            ("darwin", "CRMO Desktop.app/Contents/MacOS/crmo-desktop", "CRMO Desktop.app/Contents/Resources"),
            ("darwin", "program/crmo-desktop", "program"),
        ],
    )
    def test_an_installed_program_has_a_folder(
        self, system: str, started: str, folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "_internal"), raising=False)
        monkeypatch.setattr(sys, "executable", str(tmp_path / started))
        monkeypatch.setattr(sys, "platform", system)

        assert find_paths().program == tmp_path / folder

    def test_one_that_was_not_installed_has_none(self) -> None:
        assert find_paths().program is None


class TestReadersOwn:
    def test_a_folder_may_be_named(self, tmp_path: Path) -> None:
        found = find_paths(tmp_path / "profile")

        assert found.data == tmp_path / "profile"
        assert found.notes_file == tmp_path / "profile" / "notes.sqlite"
        assert found.log_file == tmp_path / "profile" / "log" / "crmo-desktop.log"

    def test_linux(self, home: Path) -> None:
        assert find_paths().data == home / ".local" / "share" / "crmo-desktop"

    def test_linux_where_the_reader_keeps_data_elsewhere(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))

        assert find_paths().data == tmp_path / "data" / "crmo-desktop"

    @pytest.mark.parametrize("relative", ["", "data"])
    def test_a_place_that_is_no_full_path_does_not_count(
        self, relative: str, home: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The XDG specification wants relative paths ignored."""
        monkeypatch.setenv("XDG_DATA_HOME", relative)

        assert find_paths().data == home / ".local" / "share" / "crmo-desktop"

    def test_macos(self, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "platform", "darwin")

        assert find_paths().data == home / "Library" / "Application Support" / "CRMO Desktop"

    def test_windows(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "platform", "win32")
        monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "Local"))

        assert find_paths().data == tmp_path / "Local" / "CRMO Desktop"

    def test_windows_that_does_not_say(self, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "platform", "win32")

        assert find_paths().data == home / "AppData" / "Local" / "CRMO Desktop"

    def test_finding_makes_nothing(self, home: Path) -> None:
        find_paths()
        find_paths(home / "profile")

        assert list(home.iterdir()) == []


class TestCarriedAbout:
    """A frozen program in a folder, as on a stick."""

    @pytest.fixture
    def stick(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        folder = tmp_path / "stick"
        folder.mkdir()
        monkeypatch.setattr(sys, "_MEIPASS", str(folder / "_internal"), raising=False)
        monkeypatch.setattr(sys, "executable", str(folder / "crmo-desktop"))
        return folder

    def test_without_the_marker_things_are_kept_where_the_system_says(self, stick: Path, home: Path) -> None:
        found = find_paths()

        assert (found.folder, found.is_portable, found.is_named) == (stick, False, False)
        assert found.data.is_relative_to(home / ".local")
        assert (found.marker, found.data_beside) == (stick / "portable.txt", stick / "data")

    def test_with_the_marker_everything_is_kept_beside_the_program(self, stick: Path) -> None:
        (stick / "portable.txt").touch()

        found = find_paths()

        assert found.is_portable
        assert found.notes_file == stick / "data" / "notes.sqlite"
        assert found.log_file == stick / "data" / "log" / "crmo-desktop.log"
        assert found.checked_packs == stick / "data" / "checked-packs.json"

    def test_a_folder_of_that_name_is_no_marker(self, stick: Path) -> None:
        (stick / "portable.txt").mkdir()

        assert not find_paths().is_portable

    def test_a_folder_that_is_named_wins(self, stick: Path, tmp_path: Path) -> None:
        (stick / "portable.txt").touch()

        found = find_paths(tmp_path / "named")

        assert (found.data, found.is_portable, found.is_named) == (tmp_path / "named", False, True)

    def test_started_by_a_link_it_is_the_folder_of_the_program(
        self, stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (stick / "crmo-desktop").touch()
        (tmp_path / "bin").mkdir()
        (tmp_path / "bin" / "crmo-desktop").symlink_to(stick / "crmo-desktop")
        monkeypatch.setattr(sys, "executable", str(tmp_path / "bin" / "crmo-desktop"))

        assert find_paths().folder == stick

    def test_on_a_mac_nothing_is_put_into_the_bundle(
        self, stick: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "platform", "darwin")
        inner = stick / "CRMO Desktop.app" / "Contents" / "MacOS"
        monkeypatch.setattr(sys, "executable", str(inner / "crmo-desktop"))

        assert find_paths().folder == stick

    def test_from_source_nothing_can_be_carried_about(self) -> None:
        found = find_paths()

        assert (found.folder, found.marker, found.data_beside) == (None, None, None)
        assert find_paths(Path("named")).is_named


class TestPolicy:
    def test_of_this_computer_before_the_one_beside_the_program(self, tmp_path: Path) -> None:
        installed = find_paths()._replace(folder=tmp_path)

        assert installed.policy_files == (Path("/etc/crmo-desktop/policy.json"), tmp_path / "policy.json")
        assert len(find_paths().policy_files) == 1

    def test_on_a_mac(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "platform", "darwin")

        (file,) = find_paths().policy_files
        assert file == Path("/Library/Application Support/CRMO Desktop/policy.json")

    @pytest.mark.parametrize("folder", ["D:\\Shared", None])
    def test_on_windows(self, folder: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "platform", "win32")
        if folder is None:
            monkeypatch.delenv("PROGRAMDATA", raising=False)
        else:
            monkeypatch.setenv("PROGRAMDATA", folder)

        (file,) = find_paths().policy_files
        assert file == Path(folder or r"C:\ProgramData") / "CRMO Desktop" / "policy.json"


class TestLanguages:
    def test_a_program_without_translations_speaks_english(self, tmp_path: Path) -> None:
        found = paths.Paths(tmp_path / "resources", tmp_path / "content.crmo", None, tmp_path)

        assert found.languages() == ("en",)

    def test_words_and_editions_are_found_by_their_names(self, tmp_path: Path) -> None:
        found = paths.Paths(tmp_path / "resources", tmp_path / "pack" / "content.crmo", None, tmp_path)
        found.translations.mkdir(parents=True)
        found.bundled_pack.parent.mkdir()
        for file in (
            found.translations / "crmo-desktop_he.qm",
            found.translations / "qtbase_th.qm",
            found.pack_in("pt-BR"),
            found.pack_in("he"),
            found.pack_in("en"),
        ):
            file.touch()

        assert found.languages() == ("en", "he", "pt-BR")
        assert found.pack_in("en") == found.bundled_pack
        assert found.pack_in("he").name == "content_he.crmo"
