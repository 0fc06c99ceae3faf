"""Where a policy is looked for: files, and a registry that stands in for Windows' own."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.policy import FoundPolicy, Policy
from crmo_desktop.store.policy import LONGEST, REGISTRY_KEY, find_policy

SZ, EXPAND_SZ, DWORD, MULTI_SZ = 1, 2, 4, 7
MACHINE, USER = rf"HKLM\{REGISTRY_KEY}", rf"HKCU\{REGISTRY_KEY}"


class FakeRegistry:
    """As much of `winreg` as is used."""

    HKEY_LOCAL_MACHINE = "machine"
    HKEY_CURRENT_USER = "user"
    REG_EXPAND_SZ = EXPAND_SZ

    def __init__(self, **hives: list[tuple[str, Any, int]] | OSError) -> None:
        self._hives = hives

    @contextmanager
    def OpenKey(self, key: str, sub_key: str) -> Iterator[list[tuple[str, Any, int]]]:
        assert sub_key == r"SOFTWARE\Policies\CRMO Desktop"
        values = self._hives.get(key, FileNotFoundError())
        if isinstance(values, OSError):
            raise values
        yield values

    def EnumValue(self, key: list[tuple[str, Any, int]], index: int) -> tuple[str, Any, int]:
        if index >= len(key):
            raise OSError("no more data")
        return key[index]

    def ExpandEnvironmentStrings(self, text: str) -> str:
        return text.replace("%ROOT%", str(Path.cwd()))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "policy.json"


def write(file: Path, **keys: object) -> Path:
    file.write_text(json.dumps(keys), encoding="utf-8")
    return file


def told(found: FoundPolicy) -> list[str]:
    return [f"{trouble.message} {trouble.hint}" for trouble in found.troubles]


class TestFiles:
    def test_where_there_is_none_nothing_that_reads_one_is_loaded(
        self, file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delitem(sys.modules, "crmo_desktop.store.policy_rules", raising=False)

        found = find_policy([file, file / "within-a-file"])

        assert found == FoundPolicy(looked=((str(file), None), (str(file / "within-a-file"), None)))
        assert "crmo_desktop.store.policy_rules" not in sys.modules

    def test_one_that_is_there_holds(self, file: Path) -> None:
        write(file, audience="clinician")

        found = find_policy([file])

        assert found.policy == Policy(audience=Audience.CLINICIAN)
        assert found.origins == {"audience": str(file)}
        assert found.looked == ((str(file), ("audience",)),)
        assert found.troubles == ()

    def test_of_two_the_first_decides_key_by_key(self, tmp_path: Path) -> None:
        first = write(tmp_path / "first.json", theme="dark")
        second = write(tmp_path / "second.json", theme="light", audience="patient")

        found = find_policy([first, second])

        assert found.policy == Policy(theme="dark", audience=Audience.PATIENT)
        assert found.origins == {"theme": str(first), "audience": str(second)}

    def test_one_that_cannot_be_read_is_told(self, tmp_path: Path) -> None:
        found = find_policy([tmp_path])  # a folder in its place

        assert found.policy == Policy()
        assert found.looked == ((str(tmp_path), ()),)
        (words,) = told(found)
        assert words.startswith(f"The policy “{tmp_path}” cannot be read: ")
        assert words.endswith("Nothing in it is in force. Tell whoever looks after this computer.")

    def test_one_that_is_far_too_long_is_not_read(self, file: Path) -> None:
        file.write_text('{"theme": "dark"}' + " " * LONGEST, encoding="utf-8")

        found = find_policy([file])

        assert found.policy == Policy()
        assert "it is too long to be a policy" in told(found)[0]


class TestRegistry:
    def test_windows_has_numbers_for_flags_and_lists_of_its_own(self) -> None:
        registry = FakeRegistry(
            machine=[
                ("", "nobody's", SZ),
                ("Shared_Computer", 1, DWORD),
                ("idle_minutes", 5, DWORD),
                ("locked", ["theme"], MULTI_SZ),
                ("pack_folder", "%ROOT%", EXPAND_SZ),
            ]
        )

        found = find_policy([], registry)

        assert found.policy == Policy(
            shared_computer=True, idle_minutes=5, locked=frozenset({"theme"}), pack_folder=Path.cwd()
        )
        assert found.troubles == ()
        assert found.looked[1] == (USER, None)

    def test_only_what_expands_is_expanded(self) -> None:
        found = find_policy([], FakeRegistry(machine=[("pack_folder", "%ROOT%", SZ)]))

        assert found.policy.pack_folder is None
        assert 'sets “pack_folder” to "%ROOT%"' in told(found)[0]

    @pytest.mark.parametrize("number", [0, 1])
    def test_a_number_stands_for_yes_or_no(self, number: int) -> None:
        found = find_policy([], FakeRegistry(user=[("locked", number, DWORD)]))

        assert found.policy.locked == (frozenset({"audience", "theme"}) if number else frozenset())

    def test_any_other_number_is_wrong(self) -> None:
        found = find_policy([], FakeRegistry(user=[("shared_computer", 2, DWORD)]))

        assert not found.policy.shared_computer
        (words,) = told(found)
        assert words == (
            f"The policy “{USER}” sets “shared_computer” to 2. "
            "It may be true or false; in the registry 1 or 0. The rest of the policy is in force."
        )

    def test_the_machine_decides_before_the_user_and_both_before_files(self, file: Path) -> None:
        write(file, theme="light", audience="patient", language="en")
        registry = FakeRegistry(
            machine=[("theme", "dark", SZ)], user=[("theme", "sepia", SZ), ("audience", "clinician", SZ)]
        )

        found = find_policy([file], registry)

        assert found.policy == Policy(theme="dark", audience=Audience.CLINICIAN, language="en")
        assert found.origins == {"theme": MACHINE, "audience": USER, "language": str(file)}

    def test_one_that_may_not_be_read_is_told(self) -> None:
        found = find_policy([], FakeRegistry(machine=PermissionError(13, "Access is denied")))

        assert told(found)[0].startswith(f"The policy “{MACHINE}” cannot be read: Access is denied.")

    def test_a_refusal_without_words_is_told_all_the_same(self) -> None:
        found = find_policy([], FakeRegistry(machine=PermissionError()))

        assert "cannot be read: the system refuses." in told(found)[0]

    def test_bytes_are_no_value(self) -> None:
        found = find_policy([], FakeRegistry(machine=[("theme", b"\x00", 3)]))

        assert "sets “theme” to \"b'\\\\x00'\"." in told(found)[0]
