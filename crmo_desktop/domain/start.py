"""How the window is to start."""

from pathlib import Path
from typing import NamedTuple

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import Address, HomeAddress


class WindowOptions(NamedTuple):
    """What the command line says about the window; None leaves the reader's own choice.

    Attributes:
        size: width and height of the window in logical pixels.
        scale: device pixels per logical pixel.
        text_size: per cent.
        language: one that this copy has.
        started: when the interpreter reached `main`, seconds since the epoch.
    """

    pack: Path | None = None
    address: Address = HomeAddress()
    audience: Audience | None = None
    theme: str | None = None
    size: tuple[int, int] | None = None
    scale: float | None = None
    text_size: int | None = None
    language: str | None = None
    screenshot: Path | None = None
    exit_after_paint: bool = False
    started: float = 0.0

    @property
    def is_passing(self) -> bool:
        """Whether the window ends by itself; then it keeps no settings and hands nothing over."""
        return self.screenshot is not None or self.exit_after_paint
