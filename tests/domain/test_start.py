"""How the window is to start."""

from pathlib import Path

import pytest

from crmo_desktop.domain.identifiers import HomeAddress
from crmo_desktop.domain.start import WindowOptions


def test_a_window_starts_at_home_and_stays() -> None:
    options = WindowOptions()

    assert options.address == HomeAddress()
    assert not options.is_passing


@pytest.mark.parametrize(
    "options", [WindowOptions(screenshot=Path("a.png")), WindowOptions(exit_after_paint=True)]
)
def test_a_window_may_end_by_itself(options: WindowOptions) -> None:
    assert options.is_passing
