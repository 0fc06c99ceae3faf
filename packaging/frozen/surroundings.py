"""Run by the frozen program on Linux before anything else: how it lives with the system's own libraries.

A spare library was built for a newer Linux than others here, and nearly every system has its own: that one
is loaded, and ours only where there is none. Whoever needs it afterwards finds it loaded.

Qt wants a locale in UTF-8 and complains on standard error of any other; Python would set one, but not when it
is frozen.

Our fontconfig looks for the system's configuration, and complains on standard error where there is none.

Our loader told this process where our libraries are by LD_LIBRARY_PATH. It has been read; a browser that
is started from here to show a source must not look there.
"""

import _ctypes
import os
import sys
from contextlib import suppress
from pathlib import Path

_inside = Path(sys._MEIPASS)  # type: ignore[attr-defined]  # PyInstaller's
for _spare in sorted((_inside / "spare").glob("*.so.*")):
    try:
        _ctypes.dlopen(_spare.name)
    except OSError:
        with suppress(OSError):  # what needs it is going to say so
            _ctypes.dlopen(str(_spare))

# Another Qt's plugins, which a desktop may have named, do not fit into ours.
os.environ.pop("QT_PLUGIN_PATH", None)
_locale = next((name for name in ("LC_ALL", "LC_CTYPE", "LANG") if os.environ.get(name)), "LC_CTYPE")
if "utf" not in os.environ.get(_locale, "").lower():
    os.environ["LC_ALL" if _locale == "LC_ALL" else "LC_CTYPE"] = "C.UTF-8"

_before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
os.environ.pop("LD_LIBRARY_PATH", None)
if _before:
    os.environ["LD_LIBRARY_PATH"] = _before

if not Path("/etc/fonts/fonts.conf").exists():
    os.environ.setdefault("FONTCONFIG_FILE", str(_inside / "fonts.conf"))
