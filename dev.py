#!/usr/bin/env python3
"""The developer's door: runs, tests, checks and packages CRMO Desktop.

Standard library only. Whatever else is needed goes into `.venv`, from the hashed list under
packaging/requirements/, and on Debian and Ubuntu into the system. Why: docs/decisions/dev-door.md.
"""

from __future__ import annotations

import compileall
import hashlib
import importlib.util
import json
import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from typing import TextIO

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCK = ROOT / "packaging" / "requirements" / "dev.txt"
PACK = ROOT / "build" / "content.crmo"
OLDEST_PYTHON = (3, 11)

# What Qt loads from the system, and the Debian package each comes from: offscreen first, then X11.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# Commands of the program that open no window.
WINDOWLESS = {*"build-content check-content check-installation licences search self-test show topics".split()}
# Options that need no screen.
SCREENLESS = frozenset({"--screenshot", "--exit-after-paint", "--version", "--help", "-h"})
# What the pack is made of, and made by.
PACK_INPUTS = ("content", *(f"crmo_desktop/{name}" for name in ("authoring", "domain", "library", "search")))


class StopError(Exception):
    """Something is missing that this script cannot supply; the text says what to do."""


# ---------------------------------------------------------------- the system


def require_python() -> None:
    """Say which Python is needed when this one is too old."""
    if sys.version_info < OLDEST_PYTHON:
        needed, found = (".".join(map(str, version[:2])) for version in (OLDEST_PYTHON, sys.version_info))
        raise StopError(f"CRMO Desktop needs Python {needed} or later; this is {found}.")


def missing_packages(*programs: str) -> dict[str, str]:
    """What this Linux lacks: a library, module or program -> the Debian package that has it.

    Args:
        programs: `program=package` pairs, or `library.so.N=package`, needed beside Qt's libraries.
    """
    listing = subprocess.run(
        [shutil.which("ldconfig") or "/sbin/ldconfig", "-p"], capture_output=True, text=True, check=False
    ).stdout
    pairs = dict(pair.split("=") for pair in programs)
    libraries = QT_LIBRARIES | {name: package for name, package in pairs.items() if ".so." in name}
    missing = {library: package for library, package in libraries.items() if f"{library} " not in listing}
    if not PYTHON.exists() and importlib.util.find_spec("ensurepip") is None:
        missing["venv"] = "python{}.{}-venv".format(*sys.version_info)
    return missing | {name: pairs[name] for name in pairs.keys() - libraries if shutil.which(name) is None}


def ensure_system(*programs: str) -> None:
    """Install what Debian or Ubuntu lacks as root; say what to type as anybody else."""
    if not sys.platform.startswith("linux"):
        if importlib.util.find_spec("ensurepip") is None:
            raise StopError("This Python cannot make virtual environments: install one from python.org.")
        return
    if not (missing := missing_packages(*programs)):
        return
    if shutil.which("apt-get") is None:
        raise StopError(
            f"Qt and Python need what this system lacks: {', '.join(missing)}. "
            "Install the packages that have them, and start again."
        )
    packages = sorted(set(missing.values()))
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    if os.geteuid() != 0:
        raise StopError(f"Install what this system lacks, and start again:\n\n  sudo {shlex.join(install)}\n")
    say(f"Installing {', '.join(packages)}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-qq"], [*install, "-qq"]):
        if subprocess.run(command, env=quiet, check=False, stdin=subprocess.DEVNULL).returncode != 0:
            raise StopError(f"`{shlex.join(command)}` failed; its words are above.")


# ---------------------------------------------------------------- the environment


def dependencies_digest() -> str:
    """SHA-256 of what pyproject.toml says about dependencies; the lock carries it in its first line."""
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    parts = [project["requires-python"], project["dependencies"], project["optional-dependencies"]]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def ensure_environment(*programs: str) -> None:
    """Make `.venv` from the hashed list, unless it was made from this very list.

    Args:
        programs: see `missing_packages`.
    """
    ensure_system(*programs)
    lock = LOCK.read_bytes()
    if dependencies_digest() not in lock.decode().partition("\n")[0]:
        raise StopError(
            "The locked dependencies are not those of pyproject.toml: "
            "run `python3 packaging/lock.py` (it needs uv) and commit packaging/requirements/."
        )
    stamp = VENV / "made-from"
    wanted = f"{hashlib.sha256(lock).hexdigest()} {sys.version_info[0]}.{sys.version_info[1]}\n"
    if PYTHON.exists() and stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return
    say("Making .venv; this is done once and takes a minute or two")
    make = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    fill = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    fill += ["--only-binary", ":all:", "--require-hashes", "--requirement", str(LOCK)]
    for command in (make, fill):
        if subprocess.run(command, check=False, stdin=subprocess.DEVNULL).returncode != 0:
            raise StopError(".venv could not be made; the words of the command that failed are above.")
    stamp.write_text(wanted, encoding="utf-8")


def environment_of_the_program() -> dict[str, str]:
    """This process's environment, with the checkout importable from any folder."""
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    return {**os.environ, "PYTHONPATH": path}


def environment_of_the_tests(home: Path) -> dict[str, str]:
    """No screen, no profile, nothing random: the same wherever the tests run.

    Args:
        home: an empty folder that stands in for the developer's own.
    """
    kept = {k: v for k, v in environment_of_the_program().items() if not k.startswith(("QT_", "XDG_", "LC_"))}
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "LANGUAGE"):
        kept.pop(name, None)
    runtime = home / "runtime"
    runtime.mkdir(mode=0o700)
    folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CACHE", "CONFIG", "DATA", "STATE")}
    return {
        **kept,
        **folders,
        "HOME": str(home),
        "USERPROFILE": str(home),
        "LANG": "C.UTF-8",
        "PYTHONHASHSEED": "0",
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_RUNTIME_DIR": str(runtime),
    }


def say(text: str) -> None:
    """One line about what goes on, on standard error: standard output is the command's own."""
    print(f"dev.py: {text}", file=sys.stderr, flush=True)


def call(
    *command: str,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    stdout: TextIO | None = None,
) -> int:
    """Exit status of `command`, run with `.venv`'s Python and this process's input and output."""
    environment = env or environment_of_the_program()
    return subprocess.run(
        [str(PYTHON), *command], cwd=cwd, env=environment, stdout=stdout, check=False
    ).returncode


# ---------------------------------------------------------------- the content pack


def pack_inputs() -> Iterator[Path]:
    """Every file that the pack depends on, in a fixed order."""
    for folder in PACK_INPUTS:
        files = (path for path in (ROOT / folder).rglob("*") if path.is_file())
        yield from sorted(path for path in files if "__pycache__" not in path.parts)


def compile_content() -> int:
    """Make the pack anew if something it depends on changed; exit status of the compiler."""
    digest = hashlib.sha256()
    for path in pack_inputs():
        digest.update(f"{path.relative_to(ROOT).as_posix()}\n".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    stamp = PACK.with_suffix(".made-from")
    if PACK.is_file() and stamp.is_file() and stamp.read_text(encoding="utf-8") == digest.hexdigest():
        return 0
    say("Compiling the content")
    PACK.parent.mkdir(exist_ok=True)
    command = ["-m", "crmo_desktop", "build-content", str(ROOT / "content"), "--output", str(PACK)]
    status = call(*command, stdout=sys.stderr)  # standard output is the program's own
    if status == 0:
        stamp.write_text(digest.hexdigest(), encoding="utf-8")
    return status


def compile_program() -> None:
    """Write the byte code of changed modules, also where Python is told to write none.

    Without it every start would compile every module anew. The time stamps are looked at, no more, where
    nothing changed; `.venv` has this very Python, or `ensure_environment` would have made it anew.
    """
    compileall.compile_dir(str(ROOT / "crmo_desktop"), quiet=2)


# ---------------------------------------------------------------- the commands


def run(arguments: Sequence[str]) -> int:
    """Open the window; what follows `run` goes to the program."""
    if wants_a_window(arguments) and not has_a_screen():
        raise StopError(
            "There is no screen here to open a window on; add `--screenshot FILE` to draw it into a picture."
        )
    ensure_environment()
    compile_program()
    return compile_content() or call("-m", "crmo_desktop", *arguments)


def wants_a_window(arguments: Sequence[str]) -> bool:
    """Whether the program, called with `arguments`, needs a screen."""
    if any(word.partition("=")[0] in SCREENLESS for word in arguments):
        return False
    command = next((word for word in arguments if word in WINDOWLESS | {"open"}), "open")
    return command == "open"


def has_a_screen() -> bool:
    """Whether a window can be opened here (always yes where a screen cannot be asked for)."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def test(arguments: Sequence[str]) -> int:
    """Everything that must hold: check, then the tests; what follows goes to pytest."""
    ensure_environment("strace=strace")  # one test asks the kernel whether a socket was opened
    checked = check([])
    say("Tests")
    with tempfile.TemporaryDirectory(prefix="crmo-test-") as home:
        tested = call("-m", "pytest", *arguments, cwd=ROOT, env=environment_of_the_tests(Path(home)))
    if checked != 0:
        say("The tests are above; the check before them failed, see its summary.")
    return tested or checked


def check(arguments: Sequence[str]) -> int:
    """Format, lint, types, layers, content; with --fix the first two are put right."""
    if set(arguments) - {"--fix"}:
        raise StopError("`check` knows one option: --fix.")
    ensure_environment()
    fixing = "--fix" in arguments
    brief = ["--output-format", "concise"]
    steps: dict[str, list[str]] = {
        "format": ["-m", "ruff", "format", *([] if fixing else ["--check", *brief]), "."],
        "lint": ["-m", "ruff", "check", *brief, *(["--fix"] if fixing else []), "."],
        "types": ["-m", "mypy"],
        "layers": ["-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-logo"],
        "content": ["-m", "crmo_desktop", "check-content", "content"],
    }
    results = {name: step(name, command) for name, command in steps.items()}
    failed = [name for name, passed in results.items() if not passed]
    say(f"check: {', '.join(failed)} failed" if failed else f"check: {', '.join(results)} passed")
    return 1 if failed else 0


def step(name: str, command: Sequence[str]) -> bool:
    """Run one step of `check`; its output is shown when it fails. Whether it passed."""
    start = time.monotonic()
    done = subprocess.run(
        [str(PYTHON), *command],
        cwd=ROOT,
        env=environment_of_the_program(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    passed = done.returncode == 0
    say(f"{name:8} {'passed' if passed else 'FAILED'} {time.monotonic() - start:6.1f} s")
    if not passed:
        print(done.stdout, flush=True)
    return passed


def content(_arguments: Sequence[str]) -> int:
    """Compile content/ into the pack the program reads, and print where it is."""
    ensure_environment()
    status = compile_content()
    if status == 0:
        print(PACK.relative_to(ROOT))
    return status


def bench(arguments: Sequence[str]) -> int:
    """Measure: every script of benchmarks/, or those named; a number or --option after a name is for it."""
    scripts = {path.stem: path for path in sorted((ROOT / "benchmarks").glob("[!_]*.py"))}
    wanted: list[list[str]] = []
    for argument in arguments:
        if wanted and (argument.isdigit() or argument.startswith("--")):
            wanted[-1].append(argument)
        else:
            wanted.append([argument])
    unknown = [name for name, *_ in wanted if name not in scripts]
    if unknown or not scripts:
        raise StopError(
            f"There is no benchmark {' '.join(unknown)}; there are: {', '.join(scripts) or 'none yet'}."
        )
    ensure_environment()
    compile_program()
    if (status := compile_content()) != 0:
        return status
    return max(
        call(str(scripts[name]), *numbers) for name, *numbers in wanted or [[name] for name in scripts]
    )


def package(arguments: Sequence[str]) -> int:
    """Make what people install into dist/, and prove that it works: linux, windows or all."""
    programs = (ROOT / "packaging" / "programs.txt").read_text(encoding="utf-8").split()
    library = "libpython{}.{}".format(*sys.version_info)  # PyInstaller needs Python as one
    is_there = Path(sysconfig.get_config_var("LIBDIR") or "", f"{library}.so.1.0").exists()
    ensure_environment(*programs, *([] if is_there else [f"{library}.so.1.0={library}"]))
    return compile_content() or call(str(ROOT / "packaging" / "package.py"), *arguments)


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    command.__name__: command for command in (run, test, check, content, bench, package)
}


def usage() -> str:
    """The commands with the first line of what each does."""
    lines = [f"  {name:8} {(command.__doc__ or '').splitlines()[0]}" for name, command in COMMANDS.items()]
    return "\n".join(["usage: python3 dev.py COMMAND [ARGUMENT…]", "", *lines])


def main(arguments: Sequence[str]) -> int:
    """Run one command; its exit status, or 2 with a sentence when it cannot be run."""
    if arguments and arguments[0] in {"-h", "--help"}:
        print(usage())
        return 0
    if not arguments or arguments[0] not in COMMANDS:
        print(usage(), file=sys.stderr)
        return 2
    try:
        require_python()
        return COMMANDS[arguments[0]](arguments[1:])
    except StopError as stop:
        print(stop, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
