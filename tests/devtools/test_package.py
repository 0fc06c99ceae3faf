"""What `dev.py package` does around PyInstaller."""

import sys
from pathlib import Path

import pytest

import bundle
import package
from tests.house.tree import ROOT, lines


def test_the_recipe_is_short_and_names_the_network_first() -> None:
    recipe = lines(ROOT / "build.spec")
    start = next(number for number, line in enumerate(recipe) if line.startswith("EXCLUDED = ["))

    assert len(recipe) < 120
    assert "PySide6.QtNetwork" in recipe[start + 1]


def test_a_library_that_was_not_found_is_a_complaint() -> None:
    warning = (
        "3001 WARNING: Library not found: could not resolve 'libxcb-cursor.so.0', dependency of 'libqxcb.so'."
    )

    assert bundle.complaints(f"2990 INFO: Looking\n{warning}\n3002 INFO: Build complete!") == [warning]


def test_builds_bear_the_day_of_the_content(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "file"
    file.parent.mkdir()
    file.touch()

    bundle.set_times(tmp_path)

    assert bundle.edition_time() % 86_400 == 0
    assert bundle.edition_time() > 1_700_000_000
    assert {path.stat().st_mtime for path in (tmp_path, file.parent, file)} == {bundle.edition_time()}


def test_links_are_taken_out(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "library").touch()
    (tmp_path / "link").symlink_to("deep/library")

    bundle.forget_links(tmp_path)

    assert sorted(path.name for path in tmp_path.rglob("*")) == ["deep", "library"]


def test_each_system_makes_what_is_for_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    for platform, name in (("linux", "linux"), ("win32", "windows"), ("darwin", "macos")):
        monkeypatch.setattr(sys, "platform", platform)

        assert package.native() == name
        assert package.why_not(name) == ""
    monkeypatch.setattr(sys, "platform", "linux")
    assert package.why_not("macos") == "It can only be made on a Mac."


def test_what_is_made_anew_is_not_mixed_with_older_versions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, "DIST", tmp_path)
    names = ("x_0.1_amd64.deb", "x-0.1-linux-x86_64.run", "x-0.1-windows-x86_64.msi", "SHA256SUMS")
    for name in names:
        (tmp_path / name).write_text(name, encoding="utf-8")

    package.forget("linux")

    assert sorted(path.name for path in tmp_path.iterdir()) == ["SHA256SUMS", "x-0.1-windows-x86_64.msi"]
    package.write_sums()
    digest = bundle.digest(tmp_path / "x-0.1-windows-x86_64.msi", "sha256")
    sums = (tmp_path / "SHA256SUMS").read_bytes()
    assert sums == f"{digest}  x-0.1-windows-x86_64.msi\n".encode()
