"""What the reader has set is kept."""

from contextlib import closing
from pathlib import Path

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.services.preferences import Preferences
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.settings import Settings

CHOICES = {
    "audience": (Audience.PATIENT, Audience.CLINICIAN),
    "theme": ("system", "dark"),
    "text_size": (100, 150),
    "left_pane": (True, False),
    "right_pane": (True, False),
    "geometry": (b"", b"\x00\xff"),
    "pane_sizes": ((), (240, 700, 200)),
}


def test_every_preference_is_tried_here() -> None:
    properties = {name for name, value in vars(Preferences).items() if isinstance(value, property)}

    assert properties == set(CHOICES)


@pytest.mark.parametrize("name", CHOICES)
def test_a_choice_has_a_default_and_is_kept(name: str, tmp_path: Path) -> None:
    default, chosen = CHOICES[name]
    with closing(Notebook(tmp_path / "notes.sqlite")) as notebook:
        preferences = Preferences(Settings(notebook))
        before = getattr(preferences, name)
        setattr(preferences, name, chosen)
    with closing(Notebook(tmp_path / "notes.sqlite")) as notebook:
        after = getattr(Preferences(Settings(notebook)), name)

    assert (before, after) == (default, chosen)


@pytest.mark.parametrize(
    ("name", "value"), [("theme", "pink"), ("text_size", 79), ("text_size", 251), ("pane_sizes", (-1,))]
)
def test_what_cannot_be_is_not_set(name: str, value: object, notebook: Notebook) -> None:
    preferences = Preferences(Settings(notebook))

    with pytest.raises(ValueError):  # noqa: PT011 - each setting has words of its own
        setattr(preferences, name, value)

    assert getattr(preferences, name) == CHOICES[name][0]
