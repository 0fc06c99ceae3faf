"""Which edition is opened, also where a share does not answer."""

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from crmo_desktop.authoring.compile import compile_pack
from crmo_desktop.domain.errors import PackDamagedError, PackFolderError, PackMissingError, UserError
from crmo_desktop.library.pack_folder import FoundPack
from crmo_desktop.opening import Beside, Editions, Newer
from tests.authoring.small_content import SmallContent


@pytest.fixture
def bundled(tmp_path: Path) -> Path:
    compile_pack(SmallContent(tmp_path / "content").root, tmp_path / "bundled.crmo")
    return tmp_path / "bundled.crmo"


@pytest.fixture
def editions(bundled: Path, tmp_path: Path) -> Editions:
    return Editions(bundled, tmp_path / "data" / "checked.json")


@pytest.fixture
def folder(tmp_path: Path, bundled: Path) -> Path:
    """An administrator's, with an edition of the bundled one's date."""
    folder = tmp_path / "share"
    folder.mkdir()
    shutil.copy(bundled, folder / "shared.crmo")
    return folder


class StuckEditions(Editions):
    """Their share does not answer until it is told to."""

    def __init__(self) -> None:
        self.answers = threading.Event()

    def newest_in(self, folder: Path) -> FoundPack:
        self.answers.wait(30)
        return FoundPack(None)


@pytest.fixture
def stuck() -> Iterator[StuckEditions]:
    editions = StuckEditions()
    yield editions
    editions.answers.set()


def spoil(pack: Path) -> None:
    data = bytearray(pack.read_bytes())
    data[-100] ^= 1
    pack.write_bytes(data)


class TestEditions:
    def test_without_a_name_it_is_the_bundled_one(self, editions: Editions) -> None:
        reference, troubles = editions.open_or_fall_back(None)

        with closing(reference.pack):
            assert (reference.reading.pack_name, troubles) == ("bundled.crmo", ())

    def test_one_that_cannot_be_used_is_told_and_the_bundled_one_opened(
        self, editions: Editions, tmp_path: Path
    ) -> None:
        reference, troubles = editions.open_or_fall_back(tmp_path / "nowhere")

        with closing(reference.pack):
            assert reference.reading.pack_name == "bundled.crmo"
            assert [type(trouble) for trouble in troubles] == [PackMissingError]

    def test_what_was_opened_on_trust_is_not_trusted_again_when_it_is_damaged(
        self, editions: Editions, folder: Path
    ) -> None:
        first, second = (editions.newest_in(folder).pack for _ in range(2))
        assert first is not None
        assert second is not None
        first.close()
        assert not second.is_checked
        before = (folder / "shared.crmo").stat()
        spoil(folder / "shared.crmo")
        os.utime(folder / "shared.crmo", ns=(before.st_atime_ns, before.st_mtime_ns))

        with pytest.raises(PackDamagedError), closing(second):
            editions.check(second)

        assert "shared.crmo" not in (folder.parent / "data" / "checked.json").read_text(encoding="utf-8")


class TestNewer:
    def test_what_the_folder_holds_is_read_instead(self, editions: Editions, folder: Path) -> None:
        opened = editions.open_or_fall_back(None)

        reference, troubles = Newer(editions, folder, within=30).instead_of(opened)

        with closing(reference.pack):
            assert (reference.reading.pack_name, troubles) == ("shared.crmo", ())

    def test_where_nothing_there_is_of_use_it_is_the_bundled_one(
        self, editions: Editions, folder: Path
    ) -> None:
        spoil(folder / "shared.crmo")

        reference, troubles = Newer(editions, folder, within=30).instead_of(editions.open_or_fall_back(None))

        with closing(reference.pack):
            assert reference.reading.pack_name == "bundled.crmo"
            assert [type(trouble) for trouble in troubles] == [PackDamagedError]

    def test_a_folder_out_of_reach_is_told(self, editions: Editions, tmp_path: Path) -> None:
        opened = editions.open_or_fall_back(None)

        reference, troubles = Newer(editions, tmp_path / "gone", within=30).instead_of(opened)

        with closing(reference.pack):
            assert reference is opened[0]
            assert [type(trouble) for trouble in troubles] == [PackFolderError]

    def test_nobody_waits_for_a_share_that_does_not_answer(
        self, editions: Editions, stuck: StuckEditions, tmp_path: Path
    ) -> None:
        opened = editions.open_or_fall_back(tmp_path / "nowhere")

        reference, troubles = Newer(stuck, tmp_path, within=0.01).instead_of(opened)

        with closing(reference.pack):
            assert reference is opened[0]
            assert [type(trouble) for trouble in troubles] == [PackMissingError, PackFolderError]
            assert "did not answer in time" in troubles[1].message
            assert "The next start looks again." in troubles[1].hint


class TestBeside:
    def test_it_gives_what_the_job_finds(self) -> None:
        assert Beside(lambda: 7).wait() == 7

    def test_what_goes_wrong_there_goes_wrong_here(self) -> None:
        def fail() -> int:
            raise UserError("Out of paper.", hint="Buy some.")

        with pytest.raises(UserError, match="Out of paper"):
            Beside(fail).wait()
