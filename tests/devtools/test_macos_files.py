"""What macOS is told about the program. It is parsed here; nobody has run it on a Mac yet."""

import ast
import plistlib
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from crmo_desktop.domain.identifiers import SCHEME
from linux.metainfo import TEMPLATE
from macos import image, info
from tests.house.tree import ROOT, lines

MACOS = ROOT / "packaging" / "macos"
SCRIPTS = sorted(MACOS.glob("*.sh"))


def test_the_property_list_can_be_written_and_says_what_it_should() -> None:
    told = plistlib.loads(plistlib.dumps(info.info_plist("1.2.3")))

    assert told["CFBundleShortVersionString"] == told["CFBundleVersion"] == "1.2.3"
    assert [kind["CFBundleURLSchemes"] for kind in told["CFBundleURLTypes"]] == [[SCHEME]]
    assert told["NSHighResolutionCapable"] is True
    assert told["LSBackgroundOnly"] is False  # else it would have no window
    assert told["NSPrincipalClass"] == "NSApplication"
    assert re.fullmatch(r"\d+\.\d+", told["LSMinimumSystemVersion"])


def test_the_program_has_one_name_on_all_systems() -> None:
    assert f"<id>{info.IDENTIFIER}</id>" in TEMPLATE.read_text(encoding="utf-8")
    assert f'bundle_identifier="{info.IDENTIFIER}"' in (ROOT / "build.spec").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("wheel", "oldest"),
    [
        ("Wheel-Version: 1.0\nTag: cp310-abi3-macosx_13_0_universal2\n", "13.0"),
        ("Tag: cp310-abi3-macosx_11_0_x86_64\nTag: cp310-abi3-macosx_14_2_arm64\n", "14.2"),
        ("Tag: cp310-abi3-manylinux_2_34_x86_64\n", info.OLDEST),
        ("", info.OLDEST),
        (None, info.OLDEST),
    ],
)
def test_the_oldest_system_is_what_qts_wheel_asks_for(wheel: str | None, oldest: str) -> None:
    assert info.oldest_system(wheel) == oldest


def test_the_recipe_makes_a_bundle_with_it_on_macos_only() -> None:
    recipe = ast.parse((ROOT / "build.spec").read_text(encoding="utf-8"))
    last = recipe.body[-1]

    assert isinstance(last, ast.If)
    assert ast.unparse(last.test) == "sys.platform == 'darwin'"
    assert "info_plist=info_plist(PROJECT['version'])" in ast.unparse(last)


def test_the_program_may_do_nothing_but_what_it_needs() -> None:
    allowed = plistlib.loads((MACOS / "entitlements.plist").read_bytes())

    assert allowed == {"com.apple.security.cs.allow-jit": True}


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_a_script_stops_at_the_first_fault_and_says_that_it_never_ran(script: Path) -> None:
    assert "set -euo pipefail" in lines(script)
    assert any("never run: no Mac" in line for line in lines(script))
    subprocess.run(["bash", "-n", script], check=True)


@pytest.mark.skipif(shutil.which("shellcheck") is None, reason="shellcheck is not installed")
def test_shellcheck_finds_no_fault() -> None:
    done = subprocess.run(["shellcheck", *SCRIPTS], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout) == (0, "")


def test_secrets_come_from_the_environment_and_without_them_nothing_is_signed() -> None:
    script = MACOS / "sign_and_notarise.sh"

    done = subprocess.run(
        ["bash", script, "image", "a.dmg"],
        env={"PATH": "/usr/bin:/bin"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 0
    assert done.stdout.startswith("Not signed: there is no MACOS_CERTIFICATE.")


def test_the_list_of_files_is_made_between_the_signatures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The libraries' signatures change them; the bundle's own covers the list."""
    done: list[str] = []
    program = tmp_path / "crmo-desktop"
    resources = tmp_path / image.APP / "Contents" / "Resources"

    def build(folder: Path) -> Path:
        (program / "licences").mkdir(parents=True)
        (program / "licences" / "LGPL-3.0.txt").write_text("words")
        (program / "THIRD-PARTY-NOTICES.txt").write_text("names")
        resources.mkdir(parents=True)
        return program

    def seal(folder: Path, system: str) -> None:
        (folder / "sbom.cdx.json").write_text(system)

    def write_list(folder: Path, version: str, edition: str) -> None:
        assert folder == resources
        done.append(f"list {version} {edition}")

    def call(script: str, *arguments: str | Path, **environment: str) -> None:
        done.append(" ".join([script, *(str(word).removeprefix(f"{tmp_path}/") for word in arguments)]))

    made = {"version": lambda: "1.2.3", "edition": lambda: "2026-11-25", "edition_time": lambda: 0}
    monkeypatch.setitem(sys.modules, "bundle", SimpleNamespace(build=build, seal=seal, **made))
    monkeypatch.setitem(sys.modules, "installed_list", SimpleNamespace(write_list=write_list))
    monkeypatch.setattr(image, "call", call)
    monkeypatch.setattr("platform.machine", lambda: "arm64")

    image.make(tmp_path)

    dmg = "CRMO-Desktop-1.2.3-macos-arm64.dmg"
    assert done == [
        "sign_and_notarise.sh inside CRMO Desktop.app",
        "list 1.2.3 2026-11-25",
        "sign_and_notarise.sh app CRMO Desktop.app",
        f"make_dmg.sh CRMO Desktop.app {dmg} crmo-desktop/licences crmo-desktop/THIRD-PARTY-NOTICES.txt",
        f"sign_and_notarise.sh image {dmg}",
    ]
    assert sorted(path.name for path in resources.iterdir()) == sorted(image.PAPERS)


def test_a_script_gets_its_words_and_its_surroundings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "told.sh"
    script.write_text('#!/bin/sh\nprintf "%s %s" "$1" "$DAY" >"$2"\n')
    script.chmod(0o755)
    monkeypatch.setattr(image, "HERE", tmp_path)

    image.call("told.sh", "a b", tmp_path / "out", DAY="7")

    assert (tmp_path / "out").read_text() == "a b 7"
