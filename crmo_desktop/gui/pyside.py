"""Loading PySide without what it needs only to explain itself.

With the first of its modules PySide compiles some three thousand lines of Python that lie in an archive
inside its library: the parser of its functions' signatures, the writer of its stub files, and what they need.
That is an eighth of our start, and nothing uses it but the words of a TypeError and `__signature__`. So these
modules are put into place empty, and read when somebody first asks one of them for a name.

Where PySide is built otherwise than it is known here, nothing is put off and it loads as ever.
"""

import builtins
import importlib
import sys
from collections.abc import Mapping, Sequence
from importlib.machinery import ModuleSpec
from threading import RLock
from types import ModuleType
from typing import Any, Protocol, cast

PUT_OFF = {  # package -> modules; "mapping" is none of them, since PySide's own C reaches into it
    "shibokensupport.signature": ("errorhandler", "layout", "parser"),
    "shibokensupport.signature.lib": ("enum_sig", "pyi_generator", "tool"),
}


def load() -> None:
    """Load PySide's core, if it is not there yet; any other part of PySide has to come after it."""
    if "shiboken6" in sys.modules:
        return
    plain = builtins.__import__

    def importing(
        name: str,
        globals: Mapping[str, object] | None = None,  # noqa: A002  # as Python calls it
        locals: Mapping[str, object] | None = None,  # noqa: A002  # as Python calls it
        fromlist: Sequence[str] | None = (),
        level: int = 0,
    ) -> ModuleType:
        if fromlist and name in PUT_OFF:
            _put_off(name, fromlist)
        return plain(name, globals, locals, fromlist, level)

    builtins.__import__ = importing
    try:
        importlib.import_module("PySide6.QtCore")
    finally:
        # By now PySide has an import of its own in place. It reads the source of each module that is
        # imported, to see whether it wants PySide's other spelling of names (`__feature__`). Nothing here
        # does, and a start should not read sixty files for that.
        builtins.__import__ = plain
        if hasattr(builtins, "__orig_import__"):
            builtins.__orig_import__ = plain


class LateModule(ModuleType):
    """A module that is read when it is first asked for a name that it does not have."""

    def __init__(self, loader: "_Loader", spec: ModuleSpec) -> None:
        super().__init__(spec.name)
        self.__spec__ = spec
        self.__dict__["_late"] = loader, spec, spec.name

    def __getattr__(self, name: str) -> Any:
        with _reading:
            self._read()
        try:
            return self.__dict__[name]
        except KeyError:
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}") from None

    def _read(self) -> None:
        late: tuple[_Loader, ModuleSpec, str] | None = self.__dict__.pop("_late", None)
        if late is None:
            return
        loader, spec, own_name = late
        shown_as, spec.name = spec.name, own_name  # PySide shows it under another one
        try:
            loader.exec_module(self)
        finally:
            spec.name = shown_as


def is_read(module: ModuleType) -> bool:
    """Whether its code has been run, which a late module waits with."""
    return "_late" not in module.__dict__


class _Loader(Protocol):
    """PySide's reader of its archive."""

    def find_spec(self, fullname: str, path: None) -> ModuleSpec | None: ...
    def exec_module(self, module: ModuleType) -> None: ...


_reading = RLock()


def _put_off(package: str, names: Sequence[str]) -> None:
    parent = sys.modules.get(package)
    if parent is None or type(parent.__loader__).__name__ != "EmbeddableZipImporter":
        return  # it lies in files of its own, whose byte code is kept: nothing to gain
    loader = cast("_Loader", parent.__loader__)
    for name in names:
        full = f"{package}.{name}"
        if name in PUT_OFF[package] and full not in sys.modules:
            spec = loader.find_spec(full, None)
            if spec is not None:
                sys.modules[full] = module = LateModule(loader, spec)
                setattr(parent, name, module)
