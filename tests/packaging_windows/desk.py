"""A Windows under wine, as a reader's computer: what is installed there, and what is left behind."""

import re
import shlex
import struct
import subprocess
from dataclasses import dataclass
from pathlib import Path

from windows.wine import Wine

HOME = r"C:\users\root"
LOCAL = rf"{HOME}\AppData\Local"
PROGRAMS = rf"{LOCAL}\Programs"
DATA = rf"{LOCAL}\CRMO Desktop"
DIST = r"Z:\srv\dist"
OUT = r"Z:\srv\out"
OLDER_ONES = r"Z:\srv\older"
OLDER = "0.0.9"
PROGRAM = "crmo-desktop.exe"
WINDOW = "CRMO Desktop.exe"  # the same without a terminal: what the start menu starts
SIZE = (1366, 768)
# What wine and its parts write down for themselves, whatever is installed.
WINES_OWN = re.compile(r"/drive_c/windows/(?!Installer/)|/AppData/Local/Microsoft/|/Temp/", re.IGNORECASE)
DEVICES = "[System\\\\CurrentControlSet\\\\"  # the screen that was there


@dataclass(frozen=True)
class Traces:
    """Every file outside C:\\windows, and every value of the registry, of one moment."""

    files: frozenset[str]
    values: frozenset[str]

    def since(self, before: "Traces") -> list[str]:
        """What came after `before`."""
        return sorted((self.files - before.files) | (self.values - before.values))

    def gone_since(self, before: "Traces") -> list[str]:
        """What there was `before`."""
        return sorted((before.files - self.files) | (before.values - self.values))


class Desk:
    """One reader's Windows."""

    def __init__(self, wine: Wine, out: Path) -> None:
        self._wine = wine
        self.out = out

    def run(self, *command: str, screen: bool = True) -> subprocess.CompletedProcess[str]:
        return self._wine.call(*command, screen=screen, timeout=900)

    def script(self, text: str) -> subprocess.CompletedProcess[str]:
        return self._wine.script(text, timeout=900)

    def while_open(self, program: str, command: str, *, data: str = DATA) -> subprocess.CompletedProcess[str]:
        """Run a shell `command` while the window of `program` is open; its output and exit status."""
        lock = rf"{data}\window.lock"
        return self.script(f"""
            screen
            hold
            rm -f {shlex.quote(unix(lock))}
            win {shlex.quote(program)} >/dev/null 2>&1 &
            {appears(lock)} || {{ echo "the window did not open"; exit 99; }}
            {command}
            status=$?
            wineserver --kill
            exit $status
        """)

    def exists(self, path: str) -> bool:
        return self.script(f"[ -e {shlex.quote(unix(path))} ]").returncode == 0

    def text(self, path: str) -> str:
        return self.script(f"cat {shlex.quote(unix(path))}").stdout

    def traces(self) -> Traces:
        found = self.script(
            "find /prefix/drive_c -mindepth 1; echo ---; cat /prefix/user.reg /prefix/system.reg"
        )
        files, _, registry = found.stdout.partition("\n---\n")
        return Traces(
            frozenset(path for path in files.splitlines() if not WINES_OWN.search(f"{path}/")),
            frozenset(value for value in values(registry) if not value.startswith(DEVICES)),
        )

    def value(self, key: str, name: str) -> str:
        """A value of the reader's part of the registry; "" if there is none."""
        done = self.run("reg", "query", key, *(["/v", name] if name else ["/ve"]), screen=False)
        found = re.search(r"REG_\w+\s+(.*)", done.stdout)
        return found.group(1).strip() if found else ""


def appears(path: str) -> str:
    """A shell command that waits up to a minute for a file with something in it; it fails if none comes."""
    file = shlex.quote(unix(path))
    return f"{{ for _ in $(seq 600); do [ -s {file} ] && break; sleep 0.1; done; [ -s {file} ]; }}"


def works(desk: Desk, program: str, *, version: str) -> None:
    """Assert that an installed program tells its version, tests, checks and draws itself."""
    told = desk.run(program, "--version", screen=False)
    assert (told.returncode, told.stdout.strip()) == (0, f"CRMO Desktop {version}"), told.stderr
    tested = desk.run(program, "self-test")
    assert (tested.returncode, tested.stderr) == (0, ""), tested.stdout
    checked = desk.run(program, "check-installation", screen=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    draws(desk, program)


def draws(desk: Desk, program: str) -> None:
    """Assert that `--screenshot` makes a picture with something in it."""
    picture = desk.out / "window.png"
    picture.unlink(missing_ok=True)
    drawn = desk.run(program, "--screenshot", rf"{OUT}\window.png", "--size", "{}x{}".format(*SIZE))
    assert (drawn.returncode, drawn.stderr) == (0, "")
    content = picture.read_bytes()
    assert content.startswith(b"\x89PNG")
    assert struct.unpack(">II", content[16:24]) == SIZE
    assert len(content) > 20_000, "an empty window is smaller"


def unix(path: str) -> str:
    """Where the root has a file that Windows' programs know as C:\\… or Z:\\…"""
    return path.replace("C:", "/prefix/drive_c", 1).removeprefix("Z:").replace("\\", "/")


def values(registry: str) -> list[str]:
    """`key: value` of every value in wine's registry files, without the times of keys."""
    key, found = "", []
    for line in registry.splitlines():
        if line.startswith("["):
            key = line.partition("] ")[0] + "]"
            found.append(key)
        elif line.startswith(('"', "@")):
            found.append(f"{key} {line}")
    return found
