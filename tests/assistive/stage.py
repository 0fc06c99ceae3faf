"""A screen, an accessibility bus and the program on them, with a screen reader listening."""

import json
import os
import select
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self, TypeVar

ROOT: Final = Path(__file__).resolve().parents[2]
LAUNCHER: Final = Path("/usr/libexec/at-spi-bus-launcher")
SYSTEM_PYTHON: Final = Path("/usr/bin/python3")
_PATIENCE: Final = 30.0  # seconds

Found = TypeVar("Found")


def missing() -> list[str]:
    """The Debian packages that these tests lack here; none where they can run."""
    lacking = [
        package
        for program, package in (("Xvfb", "xvfb"), ("dbus-daemon", "dbus"), ("openbox", "openbox"))
        if shutil.which(program) is None
    ]
    if not LAUNCHER.exists():
        lacking.append("at-spi2-core")
    asked = [str(SYSTEM_PYTHON), "-I", "-c", "import gi; gi.require_version('Atspi', '2.0')"]
    if not SYSTEM_PYTHON.exists() or subprocess.run(asked, capture_output=True, check=False).returncode:
        lacking.append("python3-pyatspi")
    return lacking


class Stage:
    """Used as a context: what was started inside ends with it."""

    def __init__(self, folder: Path, *options: str, size: str = "1366x768") -> None:
        """`options` are the program's."""
        self._folder, self._options, self._size = folder, options, size
        self._started: list[subprocess.Popen[Any]] = []
        self.runtime = tempfile.mkdtemp(prefix="crmo-stage-")  # short: a socket's path has 108 characters
        self.log = folder / "program.log"
        self.program: subprocess.Popen[Any] | None = None
        self._reader: subprocess.Popen[str] | None = None
        kept = {name: value for name, value in os.environ.items() if name in ("PATH", "LANG", "PYTHONPATH")}
        self._environment = kept | {
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": self.runtime,
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "LIBGL_ALWAYS_SOFTWARE": "1",
            "LC_ALL": "C.UTF-8",
            "NO_AT_BRIDGE": "0",
            "PYTHONFAULTHANDLER": "1",
        }

    # --- up and down

    def __enter__(self) -> Self:
        try:
            self._start_screen()
            self._start_bus()
            self._start_program()
            self._reader = self._start(
                [str(SYSTEM_PYTHON), "-I", str(Path(__file__).with_name("screen_reader.py"))],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
            self.wait("the program on the bus", lambda: self.ask("ready"))
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End everything, the last first."""
        for process in reversed(self._started):
            process.terminate()
        for process in reversed(self._started):
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    pipe.close()
        shutil.rmtree(self.runtime, ignore_errors=True)

    def _start(self, command: list[str], **options: Any) -> "subprocess.Popen[Any]":
        options = {"stdin": subprocess.DEVNULL, "stderr": subprocess.DEVNULL} | options
        process = subprocess.Popen(command, env=self._environment, cwd=ROOT, **options)
        self._started.append(process)
        return process

    def _start_screen(self) -> None:
        read, write = os.pipe()
        self._start(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{self._size}x24", "-nolisten", "tcp"],
            pass_fds=(write,),
            stdout=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read) as numbers:
            number = numbers.readline().strip()
        assert number, "Xvfb did not start"
        self._environment["DISPLAY"] = f":{number}"
        # gives the keyboard to windows, which a bare screen does not
        ready = Path(self.runtime, "screen-is-managed")
        self._start(["openbox", "--sm-disable", "--startup", f"touch {ready}"], stdout=subprocess.DEVNULL)
        end = time.monotonic() + _PATIENCE
        while not ready.exists():
            assert time.monotonic() < end, "openbox did not start"

    def _start_bus(self) -> None:
        bus = self._start(
            ["dbus-daemon", "--session", "--nofork", "--print-address=1"], stdout=subprocess.PIPE, text=True
        )
        assert bus.stdout is not None
        self._environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        self._start([str(LAUNCHER), "--launch-immediately"], stdout=subprocess.DEVNULL)

    def _start_program(self) -> None:
        with self.log.open("wb") as log:
            self.program = self._start(
                [sys.executable, "-m", "crmo_desktop", "--size", self._size, *self._options],
                stdout=log,
                stderr=log,
            )

    # --- the screen reader

    def ask(self, command: str, *, patience: float = _PATIENCE, **arguments: object) -> Any:
        """What the screen reader answers to a command of its own within `patience` seconds."""
        reader, program = self._reader, self.program
        assert reader is not None
        assert reader.stdin is not None
        assert reader.stdout is not None
        reader.stdin.write(json.dumps({"do": command, **arguments}) + "\n")
        reader.stdin.flush()
        answered, _, _ = select.select([reader.stdout], [], [], patience)
        assert answered, f"“{command}” was not answered"
        line = reader.stdout.readline()
        told = self.log.read_text(encoding="utf-8", errors="replace")
        assert program is not None
        assert program.poll() is None, f"the program ended with {program.returncode}:\n{told}"
        assert line, "the screen reader ended"
        answer = json.loads(line)
        assert "error" not in answer, answer["error"]
        return answer["answer"]

    def press(self, *keys: str) -> None:
        """Press keys such as "Ctrl+K", one after the other."""
        for key in keys:
            self.ask("press", keys=key)

    def type(self, words: str) -> None:
        """Type words."""
        self.ask("type", words=words)

    def wait(self, what: str, is_so: Callable[[], Found]) -> Found:
        """Ask until there is an answer that counts, and return it.

        Raises:
            AssertionError: there was none in half a minute.
        """
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            found = is_so()
            if found:
                return found
        raise AssertionError(f"not in {_PATIENCE:g} seconds: {what}; the focus is on {self.ask('focus')}")

    def focus(self) -> dict[str, Any]:
        """What has the keyboard."""
        return self.ask("focus") or {}

    def wait_for_focus(self, role: str, name: str = "") -> dict[str, Any]:
        """Wait until something with this role, and `name` in its name, has the keyboard."""

        def reached() -> dict[str, Any]:
            focus = self.focus()
            return focus if focus.get("role") == role and name in focus.get("name", "") else {}

        return self.wait(f"the keyboard on a {role} called “{name}”", reached)
