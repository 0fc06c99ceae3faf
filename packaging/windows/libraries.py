"""Which of Windows' libraries go into the program; build.spec asks, under wine and on Windows itself."""

from pathlib import PureWindowsPath
from typing import Final

# What Qt and Python were linked with and Windows does not bring: Microsoft's runtime, which PySide6's wheels
# hold in each of their folders. One copy, beside python311.dll, is found before any that Windows may have:
# PyInstaller's loader names that folder with SetDllDirectory.
RUNTIME: Final = frozenset(
    {"msvcp140.dll", "msvcp140_1.dll", "msvcp140_2.dll", "vcruntime140.dll", "vcruntime140_1.dll"}
)
# Drawing in software where no graphics driver is, for OpenGL and Qt Quick: the program uses neither.
UNUSED: Final = frozenset({"d3dcompiler_47.dll", "opengl32sw.dll"})
# Windows' own since Windows 10; wine and old copies of the runtime would bring theirs.
WINDOWS_OWN: Final = ("api-ms-win-", "ext-ms-", "icuuc.dll", "ucrtbase.dll")

Entry = tuple[str, str, str]


def arranged(binaries: list[Entry]) -> list[Entry]:
    """PyInstaller's list of libraries, without what is not used, and Microsoft's runtime once."""
    kept: dict[str, Entry] = {}
    for target, source, kind in binaries:
        name = PureWindowsPath(target).name.lower()
        if name in UNUSED or name.startswith(WINDOWS_OWN):
            continue
        if name not in RUNTIME:
            kept[target] = (target, source, kind)
        elif name not in kept or "PySide6" in source:
            kept[name] = (name, source, kind)  # of several copies PySide6's: the newest
    return list(kept.values())


def is_windows_own(complaint: str) -> bool:
    """Whether PyInstaller complains of a library that every Windows 10 has, by a name for its loader only."""
    return "could not resolve 'api-ms-win-" in complaint
