"""What macOS is told about the program. It is parsed here; nobody has run it on a Mac yet."""

import ast
import plistlib
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from crmo_desktop.domain.identifiers import SCHEME
from linux.metainfo import TEMPLATE
from macos import info
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
        ["bash", script, "app", "CRMO Desktop.app"],
        env={"PATH": "/usr/bin:/bin"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 0
    assert done.stdout.startswith("Not signed: there is no MACOS_CERTIFICATE.")
