"""The composition root: paths, then pack and stores, then services, then the window."""

from dataclasses import dataclass
from pathlib import Path

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import Address
from crmo_desktop.library.pack import Pack, open_pack
from crmo_desktop.paths import Paths
from crmo_desktop.services.reading import ReadingService


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowOptions:
    """What the command line says about the window; None leaves the reader's own choice.

    Attributes:
        size: width and height of the window in logical pixels.
        scale: device pixels per logical pixel.
        text_size: per cent.
        started: when the interpreter reached `main`, seconds since the epoch.
    """

    pack: Path | None
    address: Address
    audience: Audience | None = None
    theme: str | None = None
    size: tuple[int, int] | None = None
    scale: float | None = None
    text_size: int | None = None
    screenshot: Path | None = None
    exit_after_paint: bool = False
    started: float = 0.0


class Reference:
    """An edition that is open, with the services that read it."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.reading = ReadingService(pack)

    @property
    def searching(self):  # type: ignore[no-untyped-def]
        from crmo_desktop.search.engine import SearchEngine
        from crmo_desktop.services.searching import SearchingService
        return SearchingService(SearchEngine(self.pack.connection))


def open_reference(paths: Paths, pack: Path | None) -> Reference:
    """The edition that `pack` names, else the bundled one.

    Raises:
        PackError: it cannot be used.
    """
    return Reference(open_pack(pack or paths.bundled_pack))


def run_window(paths: Paths, options: WindowOptions) -> int:
    raise NotImplementedError
