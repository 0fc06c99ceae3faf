"""What a policy may say."""

import json
from pathlib import Path
from typing import Any

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.policy import LOCKABLE, FoundPolicy, Policy
from crmo_desktop.store.policy import RawPolicy
from crmo_desktop.store.policy_rules import RULES, understand
from crmo_desktop.store.settings import THEME

ROOT = str(Path.cwd().anchor) + "packs"


def understood(text: str | bytes) -> FoundPolicy:
    return understand([RawPolicy("here", text=text.encode() if isinstance(text, str) else text)])


def policy(**keys: Any) -> Policy:
    return Policy(**keys)


def told(found: FoundPolicy) -> list[str]:
    return [f"{trouble.message} {trouble.hint}" for trouble in found.troubles]


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("audience", "patient", Audience.PATIENT),
        ("audience", "clinician", Audience.CLINICIAN),
        *(("theme", name, name) for name in ("system", "light", "dark", "sepia", "hc_black", "hc_white")),
        ("language", "en", "en"),
        ("shared_computer", True, True),
        ("shared_computer", False, False),
        ("pack_folder", ROOT, Path(ROOT)),
        ("locked", True, frozenset(LOCKABLE)),
        ("locked", False, frozenset()),
        ("locked", [], frozenset()),
        ("locked", ["theme", "theme"], frozenset({"theme"})),
    ],
)
def test_what_a_key_may_be(key: str, value: object, expected: object) -> None:
    found = understood(json.dumps({key: value}))

    assert found.policy == policy(**{key: expected})
    assert found.troubles == ()


@pytest.mark.parametrize("minutes", [1, 10, 240])
def test_minutes(minutes: int) -> None:
    found = understood(json.dumps({"shared_computer": True, "idle_minutes": minutes}))

    assert (found.policy.idle_minutes, found.troubles) == (minutes, ())


@pytest.mark.parametrize(
    ("key", "value", "shown"),
    [
        ("audience", "doctor", '"doctor"'),
        ("audience", ["patient"], '["patient"]'),
        ("theme", "Dark", '"Dark"'),
        ("theme", None, "null"),
        ("language", "a language", '"a language"'),
        ("shared_computer", "true", '"true"'),
        ("shared_computer", 1, "1"),
        ("idle_minutes", 0, "0"),
        ("idle_minutes", 241, "241"),
        ("idle_minutes", 1.5, "1.5"),
        ("idle_minutes", True, "true"),
        ("idle_minutes", "10", '"10"'),
        ("pack_folder", "packs", '"packs"'),
        ("pack_folder", "", '""'),
        ("pack_folder", 7, "7"),
        ("pack_folder", ROOT + "\0", None),
        ("locked", ["text_size"], '["text_size"]'),
        ("locked", "theme", '"theme"'),
        ("locked", [["theme"]], '[["theme"]]'),
        ("locked", {"theme": {"a": 1}}, '{"theme": {"a": 1}}'),
    ],
)
def test_a_wrong_value_is_told_with_what_is_allowed_and_the_rest_holds(
    key: str, value: object, shown: str | None
) -> None:
    other = "language" if key == "theme" else "theme"
    right = {"theme": "dark", "language": "en"}[other]

    found = understood(json.dumps({key: value, other: right}))

    assert found.policy == policy(**{other: right})
    assert found.looked == (("here", (key, other)),)
    (words,) = told(found)
    assert words.startswith(f"The policy “here” sets “{key}” to {shown or ''}")
    assert words.endswith(f" It may be {RULES[key].allowed}. The rest of the policy is in force.")
    assert (found.troubles[0].place, found.troubles[0].key) == ("here", key)


def test_a_long_value_is_shortened() -> None:
    (words,) = told(understood(json.dumps({"theme": "x" * 500})))

    assert f' to "{"x" * 59}….' in words


def test_an_unknown_key_is_told_with_those_there_are() -> None:
    (words,) = told(understood('{"tehme": "dark", "theme": "dark"}'))

    assert words == (
        "The policy “here” has a key that there is not: “tehme”. There are audience, theme, language,"
        " shared_computer, idle_minutes, pack_folder, locked. The rest of the policy is in force."
    )


def test_a_key_that_stands_twice_is_told_and_the_first_counts() -> None:
    found = understood('{"theme": "dark", "theme": "light"}')

    assert found.policy.theme == "dark"
    assert told(found) == [
        "The policy “here” has “theme” more than once. The first one counts. Take the others out."
    ]


def test_minutes_without_a_shared_computer_are_told() -> None:
    found = understood('{"idle_minutes": 5}')

    assert found.policy == Policy(idle_minutes=5)
    (words,) = told(found)
    assert words == (
        "The policy “here” sets “idle_minutes”, which has no effect without “shared_computer”."
        " Set “shared_computer” to true, or take “idle_minutes” out."
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "it is empty"),
        (" \r\n", "it is empty"),
        ('{"theme": "dark",\n  }', "it is not JSON at line 2, column 3"),
        ("theme = dark", "it is not JSON at line 1, column 1"),
        (b'{"theme": "\xff\xfe"}', "it is not JSON"),
        ("[" * 60_000, "it is not JSON"),
        ('"theme"', "it has to be keys and values between { and }"),
        ('[["theme", "dark"]]', "it has to be keys and values between { and }"),
    ],
)
def test_what_is_no_policy_at_all_is_told(text: str | bytes, reason: str) -> None:
    found = understood(text)

    assert found.policy == Policy()
    (words,) = told(found)
    assert words == (
        f"The policy “here” cannot be read: {reason}. Nothing in it is in force."
        " Tell whoever looks after this computer."
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_whatever_an_editor_of_windows_writes_is_read(encoding: str) -> None:
    assert understood('{"theme": "dark"}\r\n'.encode(encoding)).policy.theme == "dark"


def test_a_wrong_value_leaves_the_key_to_the_next_policy() -> None:
    wrong, right = (
        '{"theme": "purple", "audience": "patient"}',
        '{"theme": "dark", "audience": "clinician"}',
    )

    found = understand([RawPolicy("first", text=wrong.encode()), RawPolicy("second", text=right.encode())])

    assert (found.policy.theme, found.policy.audience) == ("dark", Audience.PATIENT)
    assert found.origins == {"theme": "second", "audience": "first"}


def test_every_theme_that_a_reader_can_choose_may_be_set() -> None:
    named: Any = RULES["theme"].allowed.replace(" or ", ", ").split(", ")

    assert [THEME.read(name) for name in named] == named
