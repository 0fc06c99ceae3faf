"""Which of the system's libraries go into the Linux program, beside those that PyInstaller finds."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Final

# PyInstaller leaves these to the system. The first of GL and EGL only hand calls on to a driver; Qt is linked
# with them, and nothing here ever draws with them.
ADDED: Final = ("libEGL.so.1", "libGL.so.1", "libGLX.so.0", "libGLdispatch.so.0", "libxcb.so.1")
# Every Linux that has a compiled program has these; a newer one than a graphics driver expects breaks it.
LEFT_OUT: Final = ("libgcc_s.so.1", "libstdc++.so.6")
# Replaced by packaging/linux/no_systemd.c, and what only it needs.
SYSTEMD: Final = "libsystemd.so.0"
OF_SYSTEMD: Final = ("libcap.so.2", "libgcrypt.so.20", "libgpg-error.so.0", "liblz4.so.1", "liblzma.so.5")
# What speaks with the system's printers: where there are any, the system has it, too. A copy of ours would
# bring TLS along; where there is none Qt finds no printer, and the window says so.
CUPS: Final = "libcups.so.2"
OF_CUPS: Final = (
    *("libavahi-client.so.3", "libavahi-common.so.3", "libgmp.so.10", "libgnutls.so.30", "libhogweed.so.6"),
    *("libidn2.so.0", "libnettle.so.8", "libp11-kit.so.0", "libtasn1.so.6", "libunistring.so.2"),
    *("libcom_err.so.2", "libgssapi_krb5.so.2", "libk5crypto.so.3", "libkeyutils.so.1", "libkrb5.so.3"),
    "libkrb5support.so.0",
)
# Needs a newer C library than the oldest Linux we serve: packaging/frozen/surroundings.py.
SPARE: Final = ("libexpat.so.1",)
# What a package of the distribution keeps inside; all else it asks the distribution for.
GLVND: Final = tuple(name for name in ADDED if "GL" in name)

Entry = tuple[str, str, str]  # of PyInstaller: name in the folder, where it comes from, kind


def arranged(binaries: list[Entry]) -> list[Entry]:
    """PyInstaller's list of libraries with ours added, moved and left out.

    Raises:
        FileNotFoundError: this system lacks one of them.
    """
    others = {*ADDED, *LEFT_OUT, SYSTEMD, *OF_SYSTEMD, CUPS, *OF_CUPS}
    kept = [entry for entry in binaries if entry[0] not in others]
    moved = [(f"spare/{name}" if name in SPARE else name, source, kind) for name, source, kind in kept]
    return moved + [(name, str(place_of(name)), "BINARY") for name in ADDED]


def place_of(name: str) -> Path:
    """Where this system keeps a library.

    Raises:
        FileNotFoundError: nowhere.
    """
    command = [shutil.which("ldconfig") or "/sbin/ldconfig", "-p"]
    listing = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = re.search(rf"^\s*{re.escape(name)} \(libc6,x86-64[^)]*\) => (\S+)$", listing, re.MULTILINE)
    if found is None:
        raise FileNotFoundError(f"this system has no {name}")
    return Path(found[1])


def make_stand_in(folder: Path) -> Path:
    """Compile what stands in for libsystemd into `folder`; where it is.

    Raises:
        subprocess.CalledProcessError: the compiler failed.
    """
    made, versions = folder / SYSTEMD, folder / "versions"
    versions.write_text("LIBSYSTEMD_209 { global: sd_*; local: *; };\n", encoding="ascii")
    source = Path(__file__).resolve().parent / "linux" / "no_systemd.c"
    command = [
        "gcc",
        "-shared",
        "-fPIC",
        "-Os",
        "-s",
        "-nostdlib",
        f"-Wl,-soname,{SYSTEMD}",
        "-Wl,--build-id=none",
    ]
    command += [f"-Wl,--version-script,{versions}", "-o", str(made), str(source)]
    subprocess.run(command, check=True)
    versions.unlink()
    return made
