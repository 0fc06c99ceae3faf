"""Run by the frozen program on Linux before anything else: how it starts, and lives with the system.

What a start imports is in one file (packaging/quick_start.py), and found there before PyInstaller's loader
looks. Nothing is imported here but what is loaded already.

A spare library was built for a newer Linux than others here, and nearly every system has its own: that one
is loaded, and ours only where there is none. Whoever needs it afterwards finds it loaded.

Qt wants a locale in UTF-8 and complains on standard error of any other; Python would set one, but not when
it is frozen. Our fontconfig looks for the system's configuration, and complains where there is none.

Our loader told this process where our libraries are by LD_LIBRARY_PATH. It has been read; a browser that
is started from here to show a source must not look there.
"""

import _ctypes
import gc
import marshal
import os
import sys
from _frozen_importlib import ModuleSpec

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

gc.disable()  # what is imported is no garbage; `cli.main` turns it on again
_inside: str = sys._MEIPASS  # type: ignore[attr-defined]  # PyInstaller's


class _StartModules:
    """Finds and loads the modules of the file; a finder and loader as Python's import system wants them."""

    def __init__(self, file: str) -> None:
        with open(file, "rb") as content:
            self._modules: dict[str, tuple[bool, bytes]] = marshal.loads(content.read())

    def find_spec(
        self, name: str, path: "Sequence[str] | None" = None, target: "ModuleType | None" = None
    ) -> ModuleSpec | None:
        known = self._modules.get(name)
        if known is None:
            return None
        place = f"{_inside}/{name.replace('.', '/')}"
        origin = f"{place}/__init__.pyc" if known[0] else f"{place}.pyc"
        spec = ModuleSpec(name, self, origin=origin)  # type: ignore[arg-type]  # it does what a Loader does
        spec.has_location = True
        if known[0]:
            spec.submodule_search_locations = [place]
        return spec

    def create_module(self, spec: ModuleSpec) -> None:
        """Have the import system make it."""

    def exec_module(self, module: "ModuleType") -> None:
        exec(marshal.loads(self._modules[module.__name__][1]), module.__dict__)


if os.path.exists(f"{_inside}/start.modules"):
    sys.meta_path.insert(0, _StartModules(f"{_inside}/start.modules"))

_spares = f"{_inside}/spare"
for _name in sorted(os.listdir(_spares)) if os.path.isdir(_spares) else ():
    try:
        _ctypes.dlopen(_name)
    except OSError:
        try:
            _ctypes.dlopen(f"{_spares}/{_name}")
        except OSError:
            pass  # what needs it is going to say so

_locale = next((name for name in ("LC_ALL", "LC_CTYPE", "LANG") if os.environ.get(name)), "LC_CTYPE")
if "utf" not in os.environ.get(_locale, "").lower():
    os.environ["LC_ALL" if _locale == "LC_ALL" else "LC_CTYPE"] = "C.UTF-8"

# Another Qt's plugins, which a desktop may have named, do not fit into ours.
os.environ.pop("QT_PLUGIN_PATH", None)
_before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
os.environ.pop("LD_LIBRARY_PATH", None)
if _before:
    os.environ["LD_LIBRARY_PATH"] = _before

if not os.path.exists("/etc/fonts/fonts.conf"):
    os.environ.setdefault("FONTCONFIG_FILE", f"{_inside}/fonts.conf")
