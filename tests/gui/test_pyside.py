"""Each in a process of its own: here PySide has been loaded long ago."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.tree import ROOT

PLAIN = "import PySide6.QtCore"
LEAN = "from crmo_desktop.gui import pyside; pyside.load()"
PUT_OFF = {
    "shibokensupport.signature.errorhandler",
    "shibokensupport.signature.layout",
    "shibokensupport.signature.lib.enum_sig",
    "shibokensupport.signature.lib.pyi_generator",
    "shibokensupport.signature.lib.tool",
    "shibokensupport.signature.parser",
}
UNREAD = """
import json, sys
from crmo_desktop.gui.pyside import is_read
support = {name: module for name, module in sys.modules.items() if name.startswith("shibokensupport")}
print(json.dumps([name for name, module in support.items() if not is_read(module)]))
"""
WRONG = """
from PySide6.QtCore import QObject, QTimer, Signal
def told(call, *arguments):
    try:
        call(*arguments)
    except Exception as error:
        print(type(error).__name__, error)
timer = QTimer()
told(timer.setInterval, "soon")
told(timer.setInterval)
told(timer.setInterval, 1, 2, 3)
told(lambda: QTimer(no_such=1))
told(lambda: timer.no_such)
told(QTimer.singleShot, None, None)
"""
EXPLAINED = """
from PySide6.QtCore import QTimer, QPoint
from PySide6.support.signature import get_signature
print(get_signature(QTimer.setInterval), get_signature(QPoint.__init__))
print(QTimer.__doc__)
"""


def said(*parts: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(parts)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_what_only_explains_is_put_off() -> None:
    assert set(json.loads(said(LEAN, UNREAD))) == PUT_OFF


@pytest.mark.parametrize("what", [WRONG, EXPLAINED])
def test_it_explains_in_the_same_words_when_asked(what: str) -> None:
    words = said(LEAN, what)

    assert words == said(PLAIN, what)
    assert "setInterval" in words or "msec" in words


def test_a_late_module_is_as_it_would_have_been() -> None:
    probe = """
import json, sys
from PySide6.support.signature import parser
print(json.dumps([parser.__name__, parser.__file__, parser.__spec__.name, parser.__package__,
    hasattr(parser, "no_such_name"), sorted(name for name in vars(parser) if name[:2] != "__"),
    parser is sys.modules["shibokensupport.signature.parser"]]))
"""

    assert said(LEAN, "import PySide6.support.signature.parser as p; p.pyside_type_init", probe) == said(
        PLAIN, probe
    )


def test_it_is_read_once_however_many_ask_at_once() -> None:
    probe = """
import sys
from threading import Thread
module = sys.modules["shibokensupport.signature.layout"]
found = []
threads = [Thread(target=lambda: found.append(module.create_signature)) for _ in range(8)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
print(len(found), len(set(map(id, found))))
"""

    assert said(LEAN, probe) == "8 1\n"


def test_pythons_own_import_is_back() -> None:
    assert (
        said("import builtins; own = builtins.__import__", LEAN, "print(builtins.__import__ is own)")
        == "True\n"
    )


def test_where_pyside_is_loaded_already_nothing_is_done() -> None:
    assert json.loads(said(PLAIN, LEAN, UNREAD)) == []


def test_a_start_asks_none_of_them(pack_path: Path, tmp_path: Path) -> None:
    words = ["--pack", str(pack_path), "--data-dir", str(tmp_path), "--screenshot", str(tmp_path / "p.png")]

    told = said("from crmo_desktop import cli", f"cli.main({words!r})", UNREAD)

    assert set(json.loads(told.splitlines()[-1])) == PUT_OFF
