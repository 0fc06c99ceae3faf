from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from crmo_desktop.store.instance import InstanceLock, Mailbox
from tests.store.conftest import Child

HOLD = """
import sys
from pathlib import Path
from crmo_desktop.store.instance import InstanceLock
lock = InstanceLock(Path(sys.argv[1]))
print(lock.acquire(), flush=True)
sys.stdin.read()
"""
POST = """
import sys
from pathlib import Path
from crmo_desktop.store.instance import InstanceLock
lock = InstanceLock(Path(sys.argv[1]))
print(lock.acquire(), *(lock.mailbox().post(address) for address in sys.argv[2:]), flush=True)
"""


NewLock = Callable[[Path], InstanceLock]


@pytest.fixture
def new_lock() -> Iterator[NewLock]:
    """Makes locks that are released when the test is over."""
    with ExitStack() as stack:

        def make(folder: Path) -> InstanceLock:
            lock = InstanceLock(folder)
            stack.callback(lock.release)
            return lock

        yield make


@pytest.fixture
def lock(tmp_path: Path, new_lock: NewLock) -> InstanceLock:
    lock = new_lock(tmp_path)
    assert lock.acquire()
    return lock


@pytest.fixture
def mailbox(lock: InstanceLock) -> Mailbox:
    return lock.mailbox()


def test_whether_it_is_held_can_be_asked_without_leaving_anything(tmp_path: Path, new_lock: NewLock) -> None:
    folder = tmp_path / "data"
    assert not new_lock(folder).is_held()
    assert not folder.exists()

    first = new_lock(folder)
    first.acquire()
    assert new_lock(folder).is_held()

    first.release()
    assert not new_lock(folder).is_held()
    assert new_lock(folder).acquire()  # asking has not taken it


def test_there_is_one_window_for_a_folder(tmp_path: Path, new_lock: NewLock, child: Child) -> None:
    lock = new_lock(tmp_path / "data")

    with child(HOLD, tmp_path / "data") as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "True\n"
        assert not lock.acquire()

    assert lock.acquire()
    assert lock.acquire()


def test_another_folder_has_its_own_window(tmp_path: Path, lock: InstanceLock, child: Child) -> None:
    with child(HOLD, tmp_path / "other") as second:
        assert second.stdout is not None
        assert second.stdout.readline() == "True\n"


def test_a_window_that_crashes_lets_go(tmp_path: Path, new_lock: NewLock, child: Child) -> None:
    with child(HOLD, tmp_path) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "True\n"
        first.kill()
        first.wait()

    assert new_lock(tmp_path).acquire()


def test_a_window_that_closes_lets_go(tmp_path: Path, lock: InstanceLock, new_lock: NewLock) -> None:
    assert not new_lock(tmp_path).acquire()

    lock.release()
    lock.release()

    assert new_lock(tmp_path).acquire()


def test_a_folder_that_cannot_be_written_to_opens_any_window(tmp_path: Path, new_lock: NewLock) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("in the way")
    lock = new_lock(in_the_way)

    assert lock.acquire()
    assert not lock.mailbox().post("mri")
    assert lock.mailbox().collect() == []


def test_a_file_system_without_locks_opens_any_window(
    tmp_path: Path, new_lock: NewLock, monkeypatch: pytest.MonkeyPatch
) -> None:
    fcntl = pytest.importorskip("fcntl")

    def refuse(file: object, operation: int) -> None:
        raise OSError("no locks here")

    monkeypatch.setattr(fcntl, "flock", refuse)

    assert new_lock(tmp_path).acquire()


def test_a_second_start_hands_its_address_over(tmp_path: Path, mailbox: Mailbox, child: Child) -> None:
    addresses = ["crmo://topic/mri", "what-is-crmo#in-short", "crmo://search?q=ä"]

    with child(POST, tmp_path, *addresses) as second:
        assert second.communicate()[0] == "False True True True\n"

    assert mailbox.collect() == addresses
    assert mailbox.collect() == []
    assert not list(mailbox.folder.iterdir())


def test_letters_keep_their_order(mailbox: Mailbox) -> None:
    addresses = [f"topic-{number}" for number in range(12)]
    for address in addresses:
        assert mailbox.post(address)

    assert mailbox.collect() == addresses


def test_there_are_at_most_a_hundred_letters(mailbox: Mailbox) -> None:
    assert [mailbox.post("mri") for _ in range(101)] == [True] * 100 + [False]

    assert len(mailbox.collect()) == 100
    assert mailbox.post("mri")


def test_a_letter_to_an_earlier_window_is_dropped(
    tmp_path: Path, lock: InstanceLock, new_lock: NewLock
) -> None:
    lock.mailbox().post("for-the-first")
    lock.release()

    second = new_lock(tmp_path)
    assert second.acquire()
    second.mailbox().post("for-the-second")

    assert second.mailbox().collect() == ["for-the-second"]
    assert not list(second.mailbox().folder.iterdir())


def test_junk_is_ignored_and_removed(mailbox: Mailbox) -> None:
    mailbox.post("mri")
    (letter,) = mailbox.folder.iterdir()
    session = letter.name.partition("-")[0]
    for number, content in enumerate([b"\xff\xfe", b"two\nlines", b"x" * 5000, b"", b"\x00"], start=2):
        (mailbox.folder / f"{session}-{number:06}-00000000.letter").write_bytes(content)
    (mailbox.folder / "readme.txt").write_text("hello")
    (mailbox.folder / f"{session}-000007-00000000.letter").mkdir()

    assert mailbox.collect() == ["mri"]
    assert [path.is_dir() for path in mailbox.folder.iterdir()] == [True]


def test_a_letter_that_is_being_written_is_left_alone(mailbox: Mailbox) -> None:
    mailbox.post("mri")
    (letter,) = mailbox.folder.iterdir()
    unfinished = letter.with_suffix(".part")
    letter.rename(unfinished)

    assert mailbox.collect() == []
    assert unfinished.exists()


def test_a_mailbox_without_a_window_can_be_written_to(tmp_path: Path, new_lock: NewLock) -> None:
    assert new_lock(tmp_path).mailbox().post("mri")
