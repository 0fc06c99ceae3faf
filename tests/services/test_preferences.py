"""What the reader has set is kept."""

from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.depth import Depth
from crmo_desktop.services.preferences import Preferences
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.settings import KEYS, Settings

CHOICES: list[tuple[str, Any, Any]] = [
    ("audience", Audience.PATIENT, Audience.CLINICIAN),
    ("theme", "system", "hc_black"),
    ("text_size", 100, 250),
    ("text_face", "atkinson", "dyslexic"),
    ("text_spacing", "normal", "very_roomy"),
    ("reading_ruler", False, True),
    ("line_focus", False, True),
    ("focus_lines", 3, 5),
    ("motion", "system", "reduced"),
    ("language", "system", "he"),
    ("depth", Depth.EVERYTHING, Depth.SENTENCE),
    ("caret", None, True),
    ("left_pane", True, False),
    ("right_pane", True, False),
    ("geometry", b"", b"\x01\xd9\x00"),
    ("pane_sizes", (), (280, 640, 0)),
    ("keys", (), (("find", ("Ctrl+J",)), ("quit", ()))),
    ("speech_speed", 100, 175),
    ("speech_voice", "", "English (Great Britain)"),
    ("keeps_history", True, False),
    ("paper_size", "system", "letter"),
    ("paper_type", "normal", "largest"),
    ("clinic", "", "Clinic Ålesund"),
    ("room_theme", "light", "dark"),
    ("room_type", 0, 3),
    ("room_builds", True, False),
    ("room_wall", "other", "same"),
    ("notes_type", 20, 28),
]


@pytest.fixture
def preferences(notebook: Notebook) -> Preferences:
    return Preferences(Settings(notebook))


@pytest.mark.parametrize(("name", "default", "chosen"), CHOICES)
def test_a_choice_is_kept_at_once(
    name: str, default: Any, chosen: Any, preferences: Preferences, notes: Path
) -> None:
    before = {other: getattr(preferences, other) for other, *_ in CHOICES}
    assert before[name] == default

    setattr(preferences, name, chosen)

    with closing(Notebook(notes)) as again:
        kept = Preferences(Settings(again))
        assert {other: getattr(kept, other) for other, *_ in CHOICES} == before | {name: chosen}


def test_every_choice_is_tried() -> None:
    properties = {name for name, value in vars(Preferences).items() if isinstance(value, property)}

    assert {name for name, *_ in CHOICES} == properties


@pytest.mark.parametrize(
    ("name", "value"), [("theme", "pink"), ("text_size", 251), ("pane_sizes", (280, -1))]
)
def test_what_cannot_be_chosen_is_refused_and_changes_nothing(
    name: str, value: Any, preferences: Preferences
) -> None:
    before = getattr(preferences, name)

    with pytest.raises(ValueError, match=str(value).split(",", maxsplit=1)[0].strip("(")):
        setattr(preferences, name, value)

    assert getattr(preferences, name) == before


def test_keys_that_all_are_as_they_came_are_not_kept(notebook: Notebook) -> None:
    settings = Settings(notebook)
    preferences = Preferences(settings)
    preferences.keys = (("find", ("Ctrl+J",)),)

    preferences.keys = ()

    assert preferences.keys == ()
    assert not settings.is_set(KEYS)
    assert not preferences.keys_cannot_be_read()


def test_keys_that_cannot_be_read_are_told(notebook: Notebook) -> None:
    notebook.write(("INSERT INTO setting VALUES (?, ?)", (KEYS.key, "{")))
    preferences = Preferences(Settings(notebook))

    assert preferences.keys == ()
    assert preferences.keys_cannot_be_read()
