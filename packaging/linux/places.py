"""Where what a Linux desktop looks for goes: menu entry, icons, store page, manual."""

import gzip
import shutil
from pathlib import Path
from typing import Final

import bundle
from linux.manual import man_page
from linux.metainfo import metainfo

ROOT: Final = Path(__file__).resolve().parents[2]
HERE: Final = ROOT / "packaging" / "linux"
ICONS: Final = ROOT / "resources" / "icons" / "app"
DESKTOP_ID: Final = "org.crmo-desktop.CRMODesktop"
SIZES: Final = (16, 24, 32, 48, 64, 128, 256)  # of the icons, in pixels


def furnish(share: Path) -> None:
    """Put everything below `share`, the system's /usr/share or a user's ~/.local/share."""
    copy(HERE / f"{DESKTOP_ID}.desktop", share / "applications" / f"{DESKTOP_ID}.desktop")
    told = metainfo(bundle.version(), bundle.edition_time())
    write(told.encode(), share / "metainfo" / f"{DESKTOP_ID}.metainfo.xml")
    icons = share / "icons" / "hicolor"
    for size in SIZES:
        copy(ICONS / f"emblem-{size}.png", icons / f"{size}x{size}" / "apps" / f"{DESKTOP_ID}.png")
    copy(ICONS / "emblem.svg", icons / "scalable" / "apps" / f"{DESKTOP_ID}.svg")
    page = man_page(bundle.version(), bundle.edition_time())
    write_packed(page.encode(), share / "man" / "man1" / "crmo-desktop.1.gz")


def copy(source: Path, target: Path) -> None:
    """A readable copy, whatever the rights of the original."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    target.chmod(0o644)


def write(content: bytes, target: Path) -> None:
    """`content` as a file that everybody may read."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    target.chmod(0o644)


def write_packed(content: bytes, target: Path) -> None:
    """`content` as a .gz file as Debian asks for: as small as can be, without name and time."""
    write(gzip.compress(content, compresslevel=9, mtime=0), target)
