"""The developer's door, as far as it can be tried without making an environment."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

import dev
from tests.house.tree import ROOT, functions, lines

COMMANDS = ("run", "test", "check", "content", "bench", "package")


def door(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """`python3 dev.py …` with a bare interpreter: no packages, no environment variables of Python."""
    return subprocess.run(
        [sys.executable, "-S", "-I", str(ROOT / "dev.py"), *arguments],
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def test_help_lists_every_command_with_what_it_does() -> None:
    done = door("--help", PYTHONUTF8="1")

    assert (done.returncode, done.stderr) == (0, "")
    for command in COMMANDS:
        assert any(
            line.split(maxsplit=1)[0] == command and line.endswith(".")
            for line in done.stdout.splitlines()[2:]
        )


@pytest.mark.parametrize("arguments", [(), ("build",)])
def test_an_unknown_command_is_answered_with_the_list(arguments: Sequence[str]) -> None:
    done = door(*arguments)

    assert done.returncode == 2
    assert "run" in done.stderr
    assert done.stdout == ""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a screen")
@pytest.mark.parametrize("arguments", [(), ("open", "what-is-crmo"), ("--size", "800x600")])
def test_without_a_screen_run_names_the_way_out(arguments: Sequence[str]) -> None:
    done = door("run", *arguments)

    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "--screenshot FILE" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        ([], True),
        (["open", "search"], True),
        (["--theme", "dark"], True),
        (["--screenshot", "a.png"], False),
        (["--screenshot=a.png", "--open", "mri"], False),
        (["--version"], False),
        (["--exit-after-paint"], False),
        (["--data-dir", "somewhere", "search", "open"], False),
        (["self-test"], False),
    ],
)
def test_a_window_is_expected_only_where_one_opens(arguments: list[str], *, wanted: bool) -> None:
    assert dev.wants_a_window(arguments) is wanted


def test_a_stale_lock_is_refused_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stale = tmp_path / "dev.txt"
    stale.write_text("# made by packaging/lock.py from dependencies 0000\n", encoding="utf-8")
    monkeypatch.setattr(dev, "LOCK", stale)

    with pytest.raises(dev.StopError, match=r"packaging/lock\.py"):
        dev.ensure_environment()


def test_an_older_python_is_refused_in_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "OLDEST_PYTHON", (99, 0))

    assert dev.main(["check"]) == 2
    assert "needs Python 99.0 or later" in capsys.readouterr().err


def test_what_the_system_lacks_is_one_line_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(
        dev, "missing_packages", lambda *_: {"libEGL.so.1": "libegl1", "venv": "python3.11-venv"}
    )
    monkeypatch.setattr(shutil, "which", lambda _: "/usr/bin/apt-get")
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)

    with pytest.raises(
        dev.StopError, match=r"sudo apt-get install --yes --no-install-recommends libegl1 python3.11-venv"
    ):
        dev.ensure_system()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Debian's packages are of Linux only")
def test_programs_and_libraries_that_are_missing_name_their_packages() -> None:
    missing = dev.missing_packages("sh=dash", "no-such-program=nothing", "libno-such.so.1=libno-such1")

    assert missing["no-such-program"] == "nothing"
    assert missing["libno-such.so.1"] == "libno-such1"
    assert "sh" not in missing


def test_other_systems_are_told_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(dev, "missing_packages", lambda *_: {"libEGL.so.1": "libegl1"})
    monkeypatch.setattr(shutil, "which", lambda _: None)

    with pytest.raises(dev.StopError, match=r"libEGL\.so\.1"):
        dev.ensure_system()


def test_the_tests_see_neither_screen_nor_profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("QT_SCALE_FACTOR", "3")
    monkeypatch.setenv("XDG_CONFIG_DIRS", "somewhere")

    environment = dev.environment_of_the_tests(tmp_path)

    assert environment["QT_QPA_PLATFORM"] == "offscreen"
    assert not {"DISPLAY", "QT_SCALE_FACTOR", "XDG_CONFIG_DIRS"} & set(environment)
    folders = [
        Path(value) for name, value in environment.items() if name == "HOME" or name.startswith("XDG_")
    ]
    assert [folder for folder in folders if not folder.is_relative_to(tmp_path)] == []


def test_an_unknown_benchmark_is_refused_with_the_known() -> None:
    with pytest.raises(dev.StopError, match="there are:"):
        dev.bench(["nothing-of-that-name"])


def test_numbers_and_options_after_a_benchmark_are_for_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    called: list[tuple[str, ...]] = []
    for name in ("ensure_environment", "compile_program"):
        monkeypatch.setattr(dev, name, lambda: None)
    monkeypatch.setattr(dev, "compile_content", lambda: 0)

    def call(script: str, *numbers: str) -> int:
        called.append((Path(script).stem, *numbers))
        return 0

    monkeypatch.setattr(dev, "call", call)

    assert dev.bench(["start", "11", "search", "--all", "--figures", "topics"]) == 0

    assert called == [("start", "11"), ("search", "--all", "--figures"), ("topics",)]


def test_an_option_without_a_benchmark_before_it_is_refused() -> None:
    with pytest.raises(dev.StopError, match="no benchmark --all"):
        dev.bench(["--all", "search"])


def test_check_knows_no_option_but_fix() -> None:
    with pytest.raises(dev.StopError, match="--fix"):
        dev.check(["--quick"])


def test_the_pack_is_made_anew_when_its_makers_change() -> None:
    inputs = {path.relative_to(ROOT).parts[:2] for path in dev.pack_inputs()}

    assert ("content", "tree.json") in inputs
    assert ("crmo_desktop", "authoring") in inputs
    assert ("crmo_desktop", "gui") not in inputs


def test_the_door_is_short() -> None:
    assert len(lines(ROOT / "dev.py")) < 400
    assert max(length for _, length in functions(ROOT / "dev.py")) < 60


@pytest.mark.skipif(os.name == "nt", reason="a shell script")
def test_ci_goes_through_the_door() -> None:
    script = ROOT / ".ci" / "run"

    assert os.access(script, os.X_OK)
    steps = [
        line
        for line in script.read_text(encoding="utf-8").splitlines()
        if "dev.py" in line and "#" not in line
    ]
    assert steps == ['python3 dev.py test "$@"', "exec python3 dev.py package all"]
