"""Contrast of colours."""

import re
from typing import Final

_HEX: Final = re.compile(r"#[0-9A-Fa-f]{6}")


def relative_luminance(colour: str) -> float:
    """Relative luminance of an sRGB colour written `#RRGGBB`, 0 (black) to 1 (white).

    Raises:
        ValueError: `colour` is not written so.

    Source:
        WCAG 2.2, definition of relative luminance.
    """
    if not _HEX.fullmatch(colour):
        raise ValueError(f"not a colour: {colour!r}")
    channels = []
    for start in (1, 3, 5):
        value = int(colour[start : start + 2], 16) / 255
        channels.append(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)
    red, green, blue = channels
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast_ratio(foreground: str, background: str) -> float:
    """Contrast ratio of two sRGB colours written `#RRGGBB`, 1 (none) to 21.

    Raises:
        ValueError: a colour is not written so.

    Source:
        WCAG 2.2, definition of contrast ratio: (lighter + 0.05) / (darker + 0.05).
    """
    lighter, darker = sorted((relative_luminance(foreground), relative_luminance(background)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
