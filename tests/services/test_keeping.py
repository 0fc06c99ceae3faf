"""Where the reader's things are kept, and moving them to the drive the program runs from."""

import errno
from contextlib import closing
from pathlib import Path

import pytest

from crmo_desktop.domain.errors import UserError
from crmo_desktop.services.keeping import Keeping, Kept, PlaceBeside
from crmo_desktop.store import portable
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.settings import STAYS_ON_COMPUTER, THEME, Settings


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a program on a removable drive."""
    folder = tmp_path / "stick"
    folder.mkdir()
    monkeypatch.setattr(portable, "is_on_removable_drive", lambda place: place == folder)
    return folder


@pytest.fixture
def settings(notebook: Notebook) -> Settings:
    return Settings(notebook)


@pytest.fixture
def keeping(notebook: Notebook, settings: Settings, stick: Path) -> Keeping:
    """Of a program that runs from the drive and keeps things on the computer."""
    return Keeping(notebook, settings, Kept.ON_COMPUTER, beside=beside(stick))


def beside(stick: Path) -> PlaceBeside:
    return PlaceBeside(stick / "data" / "notes.sqlite", stick / "portable.txt")


def test_it_tells_where_things_are(notes: Path, keeping: Keeping) -> None:
    assert (keeping.kept, keeping.folder, keeping.trouble) == (Kept.ON_COMPUTER, notes.parent, None)


def test_in_memory_they_are_in_no_folder() -> None:
    with closing(Notebook(None)) as notebook:
        keeping = Keeping(notebook, Settings(notebook), Kept.NOWHERE)

        assert (keeping.kept, keeping.folder) == (Kept.NOWHERE, None)
        assert not keeping.can_move()
        assert not keeping.has_things_there()


class TestAsking:
    def test_from_a_drive_it_asks_once(
        self, keeping: Keeping, notebook: Notebook, settings: Settings, stick: Path
    ) -> None:
        assert keeping.should_ask()

        keeping.stay()

        assert keeping.can_move()
        assert not keeping.should_ask()
        assert settings.get(STAYS_ON_COMPUTER)
        assert not Keeping(notebook, settings, Kept.ON_COMPUTER, beside=beside(stick)).should_ask()

    @pytest.mark.parametrize("kept", [Kept.BESIDE, Kept.NAMED, Kept.NOWHERE])
    def test_where_things_are_elsewhere_already_it_does_not(
        self, kept: Kept, notebook: Notebook, settings: Settings, stick: Path
    ) -> None:
        assert not Keeping(notebook, settings, kept, beside=beside(stick)).should_ask()

    def test_from_a_disk_it_does_not(
        self, notebook: Notebook, settings: Settings, tmp_path: Path, stick: Path
    ) -> None:
        assert not Keeping(notebook, settings, Kept.ON_COMPUTER, beside=beside(tmp_path)).can_move()

    def test_a_program_that_cannot_be_carried_about_does_not(
        self, notebook: Notebook, settings: Settings
    ) -> None:
        assert not Keeping(notebook, settings, Kept.ON_COMPUTER).can_move()

    def test_on_a_drive_that_cannot_be_written_to_it_does_not(
        self, keeping: Keeping, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(portable, "can_be_written_to", lambda _folder: False)

        assert not keeping.can_move()


class TestMoving:
    @pytest.mark.parametrize(("take_along", "theme"), [(True, "sepia"), (False, "system")])
    def test_everything_goes_to_the_drive_from_then_on(
        self, take_along: bool, theme: str, keeping: Keeping, settings: Settings, notes: Path, stick: Path
    ) -> None:
        settings.set(THEME, "sepia")

        keeping.move(take_along=take_along)

        assert settings.get(THEME) == theme
        assert (keeping.kept, keeping.folder) == (Kept.BESIDE, stick / "data")
        assert (stick / "portable.txt").is_file()
        assert not keeping.can_move()
        settings.set(THEME, "dark")
        with closing(Notebook(notes)) as left:
            assert Settings(left).get(THEME) == "sepia"  # what is on the computer stays as it is

    def test_things_from_before_are_used_again(
        self, keeping: Keeping, settings: Settings, stick: Path
    ) -> None:
        assert not keeping.has_things_there()
        with closing(Notebook(stick / "data" / "notes.sqlite")) as earlier:
            Settings(earlier).set(THEME, "dark")

        assert keeping.has_things_there()
        keeping.move(take_along=True)

        assert settings.get(THEME) == "dark"

    def test_a_file_that_cannot_be_read_is_not_taken_along(self, tmp_path: Path, stick: Path) -> None:
        (tmp_path / "damaged").write_text("text", encoding="utf-8")
        with closing(Notebook(tmp_path / "damaged")) as notebook:
            keeping = Keeping(notebook, Settings(notebook), Kept.ON_COMPUTER, beside=beside(stick))
            assert keeping.trouble is not None

            keeping.move(take_along=True)

            assert keeping.trouble is None

    def test_a_drive_that_is_full_changes_nothing(
        self, keeping: Keeping, settings: Settings, notes: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(*_: object, **__: object) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(Path, "mkdir", refuse)

        with pytest.raises(UserError, match="The disk is full"):
            keeping.move(take_along=True)

        assert list(stick.iterdir()) == []
        assert (keeping.kept, keeping.folder) == (Kept.ON_COMPUTER, notes.parent)
        settings.set(THEME, "sepia")

    def test_without_a_drive_there_is_nowhere_to_go(self, notebook: Notebook, settings: Settings) -> None:
        with pytest.raises(ValueError, match="no drive"):
            Keeping(notebook, settings, Kept.ON_COMPUTER).move(take_along=False)

    def test_it_moves_only_once(self, keeping: Keeping) -> None:
        keeping.move(take_along=False)

        with pytest.raises(ValueError, match="no drive"):
            keeping.move(take_along=False)
