"""What can be said about the workflows without running them: they are only ever run by GitHub."""

import fnmatch
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import dev
from tests.house.tree import ROOT, relative

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
ACTIONS = sorted(GITHUB.glob("actions/*/action.yml"))
SCRIPTS = sorted(GITHUB.glob("scripts/*.sh"))
PINNED = re.compile(r"^\s*(?:- )?uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
EXPRESSION = re.compile(r"\$\{\{.*?\}\}")
# Nothing that a reader is given may need a network once it is installed.
NETWORK = re.compile(r"\b(?:curl|wget|git clone|pip install|choco|brew|npm|nuget)\b")
SHELLCHECK = pytest.mark.skipif(shutil.which("shellcheck") is None, reason="shellcheck is not installed")

Step = dict[str, Any]


def parsed(path: Path) -> dict[Any, Any]:
    content: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return content


def jobs(path: Path) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = parsed(path)["jobs"]
    return found


def steps(path: Path) -> Iterator[Step]:
    if path in ACTIONS:
        yield from parsed(path)["runs"]["steps"]
        return
    for job in jobs(path).values():
        yield from job.get("steps", ())


def scripts() -> list[Any]:
    """Every script that is written in a workflow for bash, with its place for the test's name."""
    return [
        pytest.param(EXPRESSION.sub("x", step["run"]), id=f"{path.parent.name}/{path.stem}-{number}")
        for path in (*WORKFLOWS, *ACTIONS)
        for number, step in enumerate(steps(path))
        if "run" in step and step.get("shell", "bash") == "bash"
    ]


def words() -> str:
    """All that the workflows and their scripts say."""
    return "\n".join(path.read_text(encoding="utf-8") for path in (*WORKFLOWS, *ACTIONS, *SCRIPTS))


def test_there_is_something_to_look_at() -> None:
    assert [path.stem for path in WORKFLOWS] == ["build", "release"]
    assert ACTIONS
    assert len(SCRIPTS) == 4
    assert len(scripts()) > 10


@pytest.mark.parametrize("script", scripts())
def test_bash_understands_what_is_written_in_a_workflow(script: str) -> None:
    done = subprocess.run(["bash", "-n"], input=script, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")


@SHELLCHECK
@pytest.mark.parametrize("script", scripts())
def test_shellcheck_finds_no_fault_in_a_workflow(script: str) -> None:
    done = subprocess.run(
        ["shellcheck", "--shell", "bash", "-"],
        input=f"set -e\n{script}",
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout) == (0, "")


@SHELLCHECK
def test_shellcheck_finds_no_fault_in_the_scripts() -> None:
    done = subprocess.run(["shellcheck", *SCRIPTS], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_a_script_can_be_started_and_stops_at_the_first_fault(path: Path) -> None:
    assert path.stat().st_mode & 0o100
    assert "\nset -euo pipefail\n" in path.read_text(encoding="utf-8")


def test_every_script_is_used_and_every_path_exists() -> None:
    written = "\n".join(path.read_text(encoding="utf-8") for path in WORKFLOWS)
    called = set(re.findall(r"(?:\.github|packaging)/[\w./-]+\.(?:sh|py)", written))

    assert {relative(path) for path in SCRIPTS} <= called
    assert [path for path in called if not (ROOT / path).is_file()] == []


def test_every_command_of_dev_py_is_one() -> None:
    called = re.findall(r"python3 dev\.py (\S+)", words())

    assert called
    assert set(called) <= set(dev.COMMANDS)


def table_of_files() -> set[str]:
    """The names that docs/deploying.md promises, as patterns."""
    text = (ROOT / "docs" / "deploying.md").read_text(encoding="utf-8")
    names = re.findall(r"^\| `(\S+[-_]V[-_]\S+|SHA256SUMS)` \|", text, re.MULTILINE)
    return {re.sub(r"(?<=[-_])V(?=[-_])", "*", name) for name in names}


def named_files() -> set[str]:
    """Every file of dist/ that a workflow or its scripts name, as patterns."""
    text = re.sub(r"\$\{?name\}?", "crmo-desktop-*-windows-x86_64", words()).replace(
        "*-macos-*", "*-macos-arm64"
    )
    found = re.findall(r"\bdist/((?:crmo-desktop|CRMO-Desktop)[\w.*-]+)", text)
    return set(found) | set(re.findall(r"\$dist/((?:crmo-desktop)[\w.*-]+)", text))


def test_every_file_that_is_named_is_one_that_readers_are_promised() -> None:
    promised = table_of_files()

    assert len(promised) == 11
    assert named_files() - promised == set()
    assert {
        name for name in promised if not name.startswith("CRMO") and name != "SHA256SUMS"
    } <= named_files()


def test_what_is_handed_over_has_been_made_under_that_name() -> None:
    made, wanted = set(), set()
    for step in (step for path in WORKFLOWS for step in steps(path)):
        options = step.get("with", {})
        if "upload-artifact@" in step.get("uses", ""):
            made.add(EXPRESSION.sub("*", options["name"]))
        elif "download-artifact@" in step.get("uses", ""):
            wanted.add(EXPRESSION.sub("*", options.get("name") or options["pattern"]))

    assert wanted <= made
    assert made - {"release"} <= wanted


def test_a_job_waits_for_what_it_takes() -> None:
    for path in WORKFLOWS:
        for name, job in jobs(path).items():
            takes = any("download-artifact@" in step.get("uses", "") for step in job.get("steps", ()))
            assert not takes or job.get("needs"), name
            needs = job.get("needs", [])
            assert {needs} if isinstance(needs, str) else set(needs) <= set(jobs(path))


@pytest.mark.parametrize("path", [*WORKFLOWS, *ACTIONS], ids=relative)
def test_actions_of_others_are_pinned_by_commit(path: Path) -> None:
    uses = [
        line for line in path.read_text(encoding="utf-8").splitlines() if re.match(r"\s*(- )?uses:", line)
    ]
    of_others = [line for line in uses if "uses: ./" not in line]

    assert [line for line in of_others if not PINNED.match(line)] == []


def test_an_action_is_pinned_the_same_everywhere() -> None:
    pins: dict[str, set[str]] = {}
    for name, commit in re.findall(r"uses: ([\w./-]+)@(\S+)", words()):
        pins.setdefault(name, set()).add(commit)

    assert {name: commits for name, commits in pins.items() if len(commits) > 1} == {}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_may_only_do_what_it_must(path: Path) -> None:
    allowed = parsed(path)["permissions"]
    assert allowed in ({}, {"contents": "read"})
    for name, job in jobs(path).items():
        writes = {scope for scope, right in job.get("permissions", {}).items() if right == "write"}
        expected = {"gather": {"id-token", "attestations"}, "draft": {"contents"}}
        assert writes == expected.get(name, set()), name


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_nothing_runs_for_ever_or_twice(path: Path) -> None:
    assert "concurrency" in parsed(path)
    for name, job in jobs(path).items():
        assert "uses" in job or 0 < job["timeout-minutes"] <= 120, name


def test_a_checkout_leaves_no_key_behind() -> None:
    checkouts = [step for path in WORKFLOWS for step in steps(path) if "checkout@" in step.get("uses", "")]

    assert checkouts
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_pull_requests_see_no_secret() -> None:
    text = (GITHUB / "workflows" / "build.yml").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if "secrets." in line]

    assert lines
    assert all(re.search(r"\$\{\{ inputs\.sign && secrets\.(\w+) \|\| '' \}\}$", line) for line in lines)
    assert "pull_request_target" not in words()
    assert "secrets: inherit" not in words()


def test_secrets_come_through_the_environment_not_through_a_script() -> None:
    for path in (*WORKFLOWS, *ACTIONS):
        for step in steps(path):
            assert not re.search(r"secrets\.|github\.(?:head_ref|event)", step.get("run", "")), step


def test_the_secrets_are_those_that_are_documented() -> None:
    documented = (ROOT / "docs" / "release.md").read_text(encoding="utf-8")
    named = set(re.findall(r"secrets\.([A-Z_]+)", words()))
    section = documented.partition("## Secrets")[2].partition("\n## ")[0]

    assert named == set(re.findall(r"`((?:AZURE|MACOS|GPG)_[A-Z_]+)`", section))


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_what_tries_a_program_brings_nothing_from_a_network(path: Path) -> None:
    assert NETWORK.findall(path.read_text(encoding="utf-8")) == []


def test_the_deb_is_cut_off_before_it_is_tested() -> None:
    script = (GITHUB / "scripts" / "try_deb.sh").read_text(encoding="utf-8")

    assert script.index("network disconnect") < script.index("crmo-desktop self-test")


def test_a_tag_is_a_version() -> None:
    (pattern,) = parsed(GITHUB / "workflows" / "release.yml")[True]["push"]["tags"]  # YAML reads `on` as true

    glob = pattern.replace("[0-9]+", "[0-9]")
    assert fnmatch.fnmatchcase("v0.1.0", glob)
    assert not fnmatch.fnmatchcase("v0.1.0-rc1", glob)
