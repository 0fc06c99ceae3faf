import json
from pathlib import Path

import pytest

from crmo_desktop.services.check_words import advice, as_json, as_text, content_lines, headline, sizes_of
from crmo_desktop.services.checking import InstallationCheck, Progress, Report
from tests.services.installed import VERSION, WHEN, InstalledProgram


def titles(report: Report) -> list[str]:
    return [str(one.title) for one in advice(report)]


def test_all_is_well(installed: InstalledProgram) -> None:
    report = installed.report()

    assert str(headline(report)) == "All 4 files are as they were made."
    assert advice(report) == ()
    assert [str(line) for line in content_lines(report)] == [
        "Content “content.crmo”, edition of 2026-11-23: as it was made."
    ]


def test_each_kind_of_fault_says_what_happened_and_what_to_do(
    installed: InstalledProgram, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed.file("libA.so").unlink()
    installed.file("libB.so").write_bytes(b"short")
    true_open = Path.open

    def fail(path: Path, *arguments: object, **named: object) -> object:
        if path.name == "crmo-desktop":
            raise OSError(5, "Input/output error")
        return true_open(path, *arguments, **named)  # type: ignore[call-overload]  # as it came

    monkeypatch.setattr(Path, "open", fail)
    report = installed.report()

    assert str(headline(report)) == "3 of 4 files are not as they were made."
    assert titles(report) == ["Changed files", "Missing files", "Files that cannot be read"]
    changed, missing, unreadable = (str(one.words) for one in advice(report))
    assert "SHA256SUMS" in changed
    assert "quarantine" in missing
    assert "the drive or stick is failing" in unreadable
    assert [str(sizes_of(wrong)) for wrong in report.wrong] == [
        "1,234 bytes", "5 of 4,321 bytes", "800 bytes",
    ]  # fmt: skip


def test_one_file_is_one(installed: InstalledProgram) -> None:
    installed.file("libA.so").unlink()

    assert str(headline(installed.report())) == "1 of 4 files is not as it was made."


def test_damaged_content_is_said_most_strongly_and_once(installed: InstalledProgram) -> None:
    installed.damage_pack()
    installed.file("libA.so").unlink()
    report = installed.report()

    assert str(headline(report)) == "The words of this reference cannot be trusted."
    assert titles(report) == ["Do not use this copy for anything about health", "Missing files"]
    assert "SHA256SUMS" in str(advice(report)[0].words)
    assert str(content_lines(report)[0]).startswith("The content file “content.crmo” is damaged")


def test_bundled_content_that_is_not_read_is_named(installed: InstalledProgram, tmp_path: Path) -> None:
    other = tmp_path / "clinic.crmo"
    other.write_bytes(installed.pack.read_bytes())
    installed.damage_pack()
    installed.list.unlink()
    report = installed.report(other)

    assert str(headline(report)) == "The content file that came with the program is not as it was made."
    assert titles(report)[0] == "Changed files"


def test_two_versions_in_one_folder(installed: InstalledProgram) -> None:
    installed.write_list(version="1.2.2")
    report = installed.report()

    assert str(headline(report)) == "The list of files is that of version 1.2.2, but this is version 1.2.3."
    assert titles(report) == ["Two versions in one folder"]


def test_a_list_that_is_gone(installed: InstalledProgram) -> None:
    installed.list.unlink()
    report = installed.report()

    assert str(headline(report)) == "The program’s files cannot be checked."
    assert titles(report) == ["The list of the program’s files, “installed-files.json”, is missing."]
    assert str(advice(report)[0].words) == (
        "Only the content was checked. Install the program again from the file you were given."
    )


def test_without_an_installer_there_is_none(installed: InstalledProgram) -> None:
    report = InstallationCheck(None, [installed.pack], version=VERSION, now=lambda: WHEN).run(Progress())

    assert str(headline(report)) == "The content file is as it was made."
    assert titles(report) == ["Only the content was checked"]
    assert "Folder:" not in as_text(report)


class TestText:
    def test_it_names_what_is_wrong_and_no_place_but_the_folder(
        self, installed: InstalledProgram, tmp_path: Path
    ) -> None:
        elsewhere = tmp_path / "somebody" / "clinic.crmo"
        elsewhere.parent.mkdir()
        elsewhere.write_bytes(b"")
        installed.file("libB.so").write_bytes(b"short")

        text = as_text(installed.report(elsewhere))

        assert text.startswith("The words of this reference cannot be trusted.\n\nCRMO Desktop 1.2.3\n")
        assert f"\nFolder: {installed.folder}\n" in text
        assert "\nChecked: 2026-11-26 09:05:00+00:00\n" in text
        assert "\nchanged         _internal/libB.so  5 of 4,321 bytes\n" in text
        assert "somebody" not in text

    def test_it_says_why_a_file_cannot_be_read(
        self, installed: InstalledProgram, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(path: Path) -> object:
            raise PermissionError(13, "Permission denied")

        report_before = installed.report()
        monkeypatch.setattr(Path, "stat", fail)
        text = as_text(installed.report())

        assert report_before.wrong == ()
        assert "cannot be read  _internal/libA.so  1,234 bytes (Permission denied)\n" in text

    def test_it_has_the_checksum_of_the_edition(self, installed: InstalledProgram) -> None:
        report = installed.report()

        assert f"\nChecksum of the edition: {report.contents[0].digest}\n" in as_text(report)


class TestJson:
    def test_all_is_well(self, installed: InstalledProgram) -> None:
        written = json.loads(json.dumps(as_json(installed.report())))

        assert (written["verdict"], written["wrong"], written["list_trouble"]) == ("sound", [], None)
        assert (written["list"]["files"], written["list"]["version"]) == (4, "1.2.3")
        assert written["content"][0]["edition"] == "2026-11-23"
        assert written["checked_at"] == "2026-11-26T09:05:00+00:00"

    def test_faults(self, installed: InstalledProgram) -> None:
        installed.damage_pack()
        installed.list.unlink()

        written = as_json(installed.report())

        assert written["verdict"] == "not-to-be-trusted"
        assert written["list"] is None
        assert "is missing" in written["list_trouble"]
        assert written["content"][0]["digest"] is None
        assert "is damaged" in written["content"][0]["trouble"]

    def test_wrong_files(self, installed: InstalledProgram) -> None:
        installed.file("libA.so").unlink()

        assert as_json(installed.report())["wrong"] == [
            {"path": "_internal/libA.so", "fault": "missing", "size": 1234, "found": None, "reason": ""}
        ]
