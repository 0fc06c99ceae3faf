from pathlib import Path

import pytest

from crmo_desktop.domain.errors import PackDamagedError, PackMissingError
from crmo_desktop.domain.installation import CheckStoppedError, FileFault, ListMissingError
from crmo_desktop.services.checking import InstallationCheck, Progress, Verdict
from tests.services.installed import VERSION, WHEN, InstalledProgram, damage


def test_all_is_as_it_was_made(installed: InstalledProgram) -> None:
    report = installed.report()

    assert report.verdict is Verdict.SOUND
    assert report.made is not None
    assert (len(report.made.files), report.wrong, report.list_trouble, report.when) == (4, (), None, WHEN)
    (content,) = report.contents
    assert content.digest is not None
    assert (content.name, content.is_bundled, content.trouble, len(content.digest)) == (
        "content.crmo", True, None, 64,
    )  # fmt: skip


def test_what_the_list_does_not_name_is_no_fault(installed: InstalledProgram) -> None:
    (installed.folder / "policy.json").write_text("{}", encoding="utf-8")

    assert installed.report().verdict is Verdict.SOUND


def test_each_wrong_file_is_named(installed: InstalledProgram) -> None:
    installed.file("libA.so").unlink()
    installed.file("libB.so").write_bytes(b"short")

    report = installed.report()

    assert report.verdict is Verdict.FAULTS
    assert [(wrong.path, wrong.fault, wrong.size, wrong.found) for wrong in report.wrong] == [
        ("_internal/libA.so", FileFault.MISSING, 1234, None),
        ("_internal/libB.so", FileFault.CHANGED, 4321, 5),
    ]


def test_a_damaged_content_is_the_worst(installed: InstalledProgram) -> None:
    installed.damage_pack()

    report = installed.report()

    assert report.verdict is Verdict.NOT_TO_BE_TRUSTED
    assert isinstance(report.contents[0].trouble, PackDamagedError)
    assert [wrong.path for wrong in report.wrong] == ["_internal/pack/content.crmo"]


def test_another_content_that_is_read_is_checked_too(installed: InstalledProgram, tmp_path: Path) -> None:
    other = tmp_path / "clinic.crmo"
    other.write_bytes(installed.pack.read_bytes())
    assert [content.is_bundled for content in installed.report(other).contents] == [True, False]

    damage(other)
    assert installed.report(other).verdict is Verdict.NOT_TO_BE_TRUSTED


def test_a_bundled_content_that_is_not_read_is_one_fault_among_others(
    installed: InstalledProgram, tmp_path: Path
) -> None:
    other = tmp_path / "clinic.crmo"
    other.write_bytes(installed.pack.read_bytes())
    installed.damage_pack()

    assert installed.report(other).verdict is Verdict.FAULTS


def test_a_content_that_is_gone_cannot_be_trusted(installed: InstalledProgram) -> None:
    installed.pack.unlink()

    report = installed.report()

    assert report.verdict is Verdict.NOT_TO_BE_TRUSTED
    assert isinstance(report.contents[0].trouble, PackMissingError)


def test_without_a_list_the_content_is_checked_all_the_same(installed: InstalledProgram) -> None:
    installed.list.unlink()

    report = installed.report()

    assert report.verdict is Verdict.NO_LIST
    assert isinstance(report.list_trouble, ListMissingError)
    assert report.contents[0].trouble is None


def test_a_copy_without_an_installer_has_no_list_and_that_is_no_trouble(installed: InstalledProgram) -> None:
    check = InstallationCheck(None, [installed.pack], version=VERSION, now=lambda: WHEN)

    report = check.run(Progress())

    assert (report.verdict, report.list_trouble, report.folder) == (Verdict.NO_LIST, None, None)


def test_the_list_of_another_version_is_a_fault(installed: InstalledProgram) -> None:
    installed.write_list(version="1.2.2")

    report = installed.report()

    assert (report.is_mixed, report.verdict, report.wrong) == (True, Verdict.FAULTS, ())


def test_progress_ends_with_everything_done_whatever_was_wrong(installed: InstalledProgram) -> None:
    installed.file("libA.so").unlink()
    installed.file("libB.so").write_bytes(b"short")
    progress = Progress()

    installed.check().run(progress)

    assert (progress.files_done, progress.bytes_done) == (progress.files, progress.bytes)
    assert progress.files == 5  # four files, and the content once more by its own checksum
    assert progress.bytes > 2 * installed.pack.stat().st_size


def test_it_stops_when_nobody_wants_it_any_more(installed: InstalledProgram) -> None:
    progress = Progress()
    progress.stop()

    with pytest.raises(CheckStoppedError):
        installed.check().run(progress)

    assert progress.files_done <= 1
