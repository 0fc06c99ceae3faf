"""What Windows shows of the program's file: name, version, whose it is."""

import re
from typing import Any, Final

NAME: Final = "CRMO Desktop"
PUBLISHER: Final = "The CRMO Desktop authors"
ENGLISH_UNICODE: Final = "040904B0"


def four_numbers(version: str) -> tuple[int, int, int, int]:
    """A version as Windows counts: `0.2.0` and anything after its third number become `0, 2, 0, 0`."""
    numbers = [int(digits) for digits in re.findall(r"(?:^|\.)(\d+)", version)]
    first, second, third, *_ = (*numbers, 0, 0, 0)
    return first, second, third, 0


def about(name: str, version: str, *, console: bool) -> dict[str, Any]:
    """What PyInstaller's EXE is told of a program besides: on Windows, where it has a place for it."""
    hidden = "hide-early" if console else None  # if a reader double-clicks on the one with a terminal
    return {"version": version_resource(version, f"{name}.exe"), "hide_console": hidden}


def version_resource(version: str, file_name: str) -> Any:
    """PyInstaller's form of it; only on Windows, where PyInstaller has it."""
    from PyInstaller.utils.win32 import versioninfo

    numbers = four_numbers(version)
    texts = {
        "CompanyName": PUBLISHER,
        "FileDescription": NAME,
        "FileVersion": version,
        "InternalName": file_name.removesuffix(".exe"),
        "LegalCopyright": "Apache-2.0; see licences",
        "OriginalFilename": file_name,
        "ProductName": NAME,
        "ProductVersion": version,
        "Comments": "Information, not medical advice",
    }
    strings = [versioninfo.StringStruct(name, text) for name, text in texts.items()]
    return versioninfo.VSVersionInfo(
        ffi=versioninfo.FixedFileInfo(filevers=numbers, prodvers=numbers),
        kids=[
            versioninfo.StringFileInfo([versioninfo.StringTable(ENGLISH_UNICODE, strings)]),
            versioninfo.VarFileInfo([versioninfo.VarStruct("Translation", [0x0409, 1200])]),
        ],
    )
