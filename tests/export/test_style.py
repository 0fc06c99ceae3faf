import re

import pytest

from crmo_desktop.domain.colour import contrast_ratio
from crmo_desktop.export.style import ROLES, css_of
from tests.export.conftest import colours

BOXES = ("key", "red", "caution", "evidence", "unknown")
WORDS = [
    *((role, ground) for role in ("text", "link") for ground in ("page", "zebra", "head")),
    *((role, "page") for role in ("heading", "muted")),
    *((role, f"{box}-bg") for box in BOXES for role in ("text", "link", f"{box}-title")),
]
SHAPES = [("border", "page"), ("focus", "page"), *((f"{box}-bar", f"{box}-bg") for box in BOXES)]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_everything_can_be_read_and_seen(theme: str) -> None:
    """WCAG 2.2: 4.5 for words, 3 for what has to be seen."""
    named = colours(theme)

    for pairs, least in ((WORDS, 4.5), (SHAPES, 3.0)):
        for over, under in pairs:
            ratio = contrast_ratio(named[ROLES[over]], named[ROLES[under]])
            assert ratio >= least, f"{over} on {under} in {theme}: {ratio:.2f}"


def test_every_colour_used_is_one_of_both_themes(css: str) -> None:
    used = set(re.findall(r"var\(--([\w-]+)\)", css))

    assert used - {"paper"} == set(ROLES)
    light, dark = css.split("@media screen and (prefers-color-scheme:dark)")
    for name in ROLES:
        assert f"--{name}:{colours('light')[ROLES[name]]}" in light
        assert f"--{name}:{colours('dark')[ROLES[name]]}" in dark


def test_paper_keeps_the_light_colours(css: str) -> None:
    assert "@media screen and (prefers-color-scheme:dark)" in css
    assert css.count("prefers-color-scheme") == 1
    assert "@media print" in css


def test_nothing_is_loaded_from_anywhere(css: str) -> None:
    assert not re.findall(r"url\(|@import|@font-face", css)


def test_braces_match(css: str) -> None:
    assert css.count("{") == css.count("}")
    assert css == css_of(colours("light"), colours("dark"))
