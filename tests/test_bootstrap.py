"""Putting the program together, as far as no window is needed for it."""

import shutil
import sys
from pathlib import Path

import pytest

from crmo_desktop import bootstrap
from crmo_desktop.authoring.compile import compile_pack
from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import PackDamagedError, PackMissingError, UnknownTopicError, UserError
from crmo_desktop.domain.identifiers import HomeAddress, TopicAddress, TopicId
from crmo_desktop.domain.start import WindowOptions
from crmo_desktop.paths import Paths
from crmo_desktop.store.instance import InstanceLock
from tests.authoring.small_content import SmallContent
from tests.house.tree import ROOT

SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
PAIN = TopicAddress(TopicId("pain"))


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """An installation with the small content."""
    compile_pack(SmallContent(tmp_path / "content").root, tmp_path / "bundled.crmo")
    return Paths(ROOT / "resources", tmp_path / "bundled.crmo", None, tmp_path / "data")


@pytest.fixture
def no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Linux on which no window can be opened."""
    monkeypatch.setattr(sys, "platform", "linux")
    for name in SCREENS:
        monkeypatch.setenv(name, "")


class TestReference:
    def test_it_is_the_bundled_one_unless_another_is_named(self, paths: Paths, tmp_path: Path) -> None:
        other = Path(shutil.copy(paths.bundled_pack, tmp_path / "other.crmo"))

        names = [bootstrap.open_reference(paths, pack).reading.pack_name for pack in (None, other)]

        assert names == ["bundled.crmo", "other.crmo"]

    def test_it_is_searched(self, paths: Paths) -> None:
        reference = bootstrap.open_reference(paths, None)

        answer = reference.searching.search("MRI", audience=Audience.PATIENT)

        assert answer.hits[0].topic == "scan"

    def test_one_that_cannot_be_used_is_refused(self, paths: Paths, tmp_path: Path) -> None:
        (tmp_path / "text").write_text("text " * 200, encoding="utf-8")

        with pytest.raises(PackDamagedError):
            bootstrap.open_reference(paths, tmp_path / "text")
        with pytest.raises(PackMissingError):
            bootstrap.open_reference(paths, tmp_path / "nowhere")


class TestStart:
    @pytest.mark.usefixtures("no_screen")
    def test_without_a_screen_it_says_so_and_what_can_be_done(self, paths: Paths) -> None:
        with pytest.raises(UserError) as caught:
            bootstrap.run_window(paths, WindowOptions())

        assert caught.value.message == "There is no screen to open a window on."
        assert "--screenshot FILE" in caught.value.hint

    @pytest.mark.usefixtures("no_screen")
    def test_an_unknown_topic_is_told_before_anything_else(self, paths: Paths) -> None:
        with pytest.raises(UnknownTopicError, match="pian"):
            bootstrap.run_window(paths, WindowOptions(address=TopicAddress(TopicId("pian"))))

        assert not paths.data.exists()

    @pytest.mark.usefixtures("no_screen")
    @pytest.mark.parametrize(
        "options", [WindowOptions(exit_after_paint=True), WindowOptions(screenshot=Path("a.png"))]
    )
    def test_a_bundled_edition_that_is_missing_is_told(self, options: WindowOptions, paths: Paths) -> None:
        paths.bundled_pack.unlink()

        with pytest.raises(PackMissingError):
            bootstrap.run_window(paths, options)


class TestSecondStart:
    @pytest.mark.parametrize("address", [HomeAddress(), PAIN])
    def test_it_hands_its_address_to_the_window_that_is_open(
        self, address: HomeAddress | TopicAddress, paths: Paths
    ) -> None:
        first = InstanceLock(paths.data)
        assert first.acquire()

        status = bootstrap.run_window(paths, WindowOptions(address=address))

        assert status == 0
        assert first.mailbox().collect() == [str(address)]
        first.release()

    def test_it_says_so_when_nothing_can_be_handed_over(self, paths: Paths) -> None:
        first = InstanceLock(paths.data)
        assert first.acquire()
        (paths.data / "letters").write_text("in the way", encoding="utf-8")

        with pytest.raises(UserError) as caught:
            bootstrap.run_window(paths, WindowOptions(address=PAIN))

        assert caught.value.message == "CRMO Desktop is open already and cannot be told what to show."
        assert caught.value.hint == "Go to its window and open “crmo://topic/pain” there with Ctrl+O."
        first.release()
