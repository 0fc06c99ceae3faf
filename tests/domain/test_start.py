"""How the window is to start."""

from pathlib import Path
from typing import Any

import pytest

from crmo_desktop.domain.identifiers import HomeAddress
from crmo_desktop.domain.start import WindowOptions


def test_a_window_starts_at_home_and_leaves_the_rest_to_the_reader() -> None:
    options = WindowOptions()

    assert options.address == HomeAddress()
    chosen = (options.pack, options.audience, options.theme, options.size, options.scale, options.text_size)
    assert all(choice is None for choice in chosen)


@pytest.mark.parametrize(
    ("options", "is_passing"),
    [
        ({}, False),
        ({"theme": "dark", "size": (1024, 600), "scale": 2.0}, False),
        ({"screenshot": Path("home.png")}, True),
        ({"exit_after_paint": True}, True),
        ({"screenshot": Path("home.png"), "exit_after_paint": True}, True),
    ],
)
def test_a_window_that_is_drawn_or_measured_ends_by_itself(options: dict[str, Any], is_passing: bool) -> None:
    assert WindowOptions(**options).is_passing is is_passing
