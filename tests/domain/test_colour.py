"""Contrast of colours; the worked numbers are those of WCAG's own definitions and techniques."""

import pytest

from crmo_desktop.domain.colour import contrast_ratio, relative_luminance


@pytest.mark.parametrize(
    ("colour", "luminance"),
    [
        ("#000000", 0.0),
        ("#FFFFFF", 1.0),
        ("#FF0000", 0.2126),
        ("#00ff00", 0.7152),
        ("#0000FF", 0.0722),
        ("#808080", 0.2158605),
        ("#0A0A0A", 10 / 255 / 12.92),  # the highest grey of the straight part
        ("#0B0B0B", 0.0033465),  # the lowest of the curved part
    ],
)
def test_luminance(colour: str, luminance: float) -> None:
    assert relative_luminance(colour) == pytest.approx(luminance, abs=1e-7)


@pytest.mark.parametrize(
    "text", ["", "#fff", "ffffff", "#ffffff0", "#gggggg", " #ffffff", "#ffffff\n", "red"]
)
def test_what_is_no_colour_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a colour"):
        relative_luminance(text)


@pytest.mark.parametrize(
    ("foreground", "background", "ratio"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#777777", "#777777", 1.0),
        ("#777777", "#FFFFFF", 4.478),  # just too light for text
        ("#767676", "#FFFFFF", 4.542),  # just dark enough
        ("#FF0000", "#0000FF", 2.149),
    ],
)
def test_contrast_is_the_same_both_ways(foreground: str, background: str, ratio: float) -> None:
    assert contrast_ratio(foreground, background) == pytest.approx(ratio, abs=1e-3)
    assert contrast_ratio(background, foreground) == contrast_ratio(foreground, background)


@pytest.mark.parametrize(("foreground", "background"), [("#000000", "white"), ("black", "#ffffff")])
def test_contrast_wants_two_colours(foreground: str, background: str) -> None:
    with pytest.raises(ValueError, match="not a colour"):
        contrast_ratio(foreground, background)
