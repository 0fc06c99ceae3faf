"""What macOS is told about the program: the Info.plist of its bundle.

Written and parsed here, never run: no Mac was at hand. `.github/workflows/` tries it on one.
"""

import re
from importlib.metadata import PackageNotFoundError, distribution
from typing import Any

IDENTIFIER = "org.crmo-desktop.CRMODesktop"
# By the tag of PySide6-Essentials 6.11's wheel, macosx_13_0_universal2; on a Mac the installed one is asked.
OLDEST = "13.0"
_TAG = re.compile(r"^Tag: \S+-macosx_(\d+)_(\d+)_\w+$", re.MULTILINE)


def oldest_system(wheel: str | None = None) -> str:
    """The oldest macOS that Qt runs on, as its wheel says.

    Args:
        wheel: the text of its WHEEL file; None asks the one that is installed.
    """
    if wheel is None:
        try:
            wheel = distribution("PySide6-Essentials").read_text("WHEEL")
        except PackageNotFoundError:
            wheel = None
    found = [(int(major), int(minor)) for major, minor in _TAG.findall(wheel or "")]
    return "{}.{}".format(*max(found)) if found else OLDEST


def info_plist(version: str) -> dict[str, Any]:
    """The keys that PyInstaller does not set as they should be."""
    return {
        "CFBundleDisplayName": "CRMO Desktop",
        "CFBundleIdentifier": IDENTIFIER,
        "CFBundleShortVersionString": version,
        "CFBundleVersion": version,
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": ["en"],
        "CFBundleURLTypes": [
            {"CFBundleURLName": IDENTIFIER, "CFBundleURLSchemes": ["crmo"], "CFBundleTypeRole": "Viewer"}
        ],
        "LSApplicationCategoryType": "public.app-category.medical",
        "LSBackgroundOnly": False,  # PyInstaller takes what also answers in a terminal for a service
        "LSMinimumSystemVersion": oldest_system(),
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": "© 2026 The CRMO Desktop authors. Apache-2.0; content CC BY 4.0.",
        "NSPrincipalClass": "NSApplication",
        "NSSupportsAutomaticGraphicsSwitching": True,
    }
