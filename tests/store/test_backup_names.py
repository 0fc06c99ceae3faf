"""Names of backups; those that are none, and clocks: test_backups.py."""

from datetime import UTC, datetime
from pathlib import Path

from crmo_desktop.domain.backup import Occasion
from crmo_desktop.store.backup_names import damaged_name, folder_of, has_backups, lying_in, next_backup

NOW = datetime(2026, 11, 26, 9, 2, 17, tzinfo=UTC)


def test_backups_lie_beside_the_file_by_their_number(tmp_path: Path) -> None:
    notes = tmp_path / "notes.sqlite"
    assert not has_backups(notes)
    folder_of(notes).mkdir()
    first = next_backup((), Occasion.START, NOW)
    second = next_backup((first,), Occasion.ASKED, NOW.replace(year=1999))
    for backup in (second, first):
        (folder_of(notes) / backup.name).touch()

    assert lying_in(folder_of(notes)) == (second, first)
    assert has_backups(notes)


def test_a_damaged_file_is_called_so_and_takes_no_others_name(tmp_path: Path) -> None:
    notes = tmp_path / "notes.sqlite"
    names = []
    for _ in range(3):
        names.append(damaged_name(notes, NOW).name)
        (tmp_path / names[-1]).touch()

    assert names == [
        "notes.damaged-2026-11-26-09.02.17.sqlite",
        "notes.damaged-2026-11-26-09.02.17-2.sqlite",
        "notes.damaged-2026-11-26-09.02.17-3.sqlite",
    ]
