"""Makes what people install, into dist/, and proves that it works.

    python3 dev.py package [linux|windows|macos|all] [pytest argument…]

Without a name it makes what this system can make of itself. `dev.py` runs it with `.venv`'s Python and after
the content is compiled. What is made for whom: docs/deploying.md; how: docs/decisions/packages.md.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import bundle
import dev
import windows.build as windows_build
from linux import deb, self_extracting, stick
from windows.root import CannotBuildError

DIST: Final = dev.ROOT / "dist"
MEGABYTE: Final = 1_000_000
SUMS: Final = "SHA256SUMS"
PATIENCE: Final = 1800  # seconds for one test


def main(arguments: list[str]) -> int:
    """Make and try; the exit status: that of the tests, or 1 when something could not be made."""
    named = [name for name in arguments[:1] if name in (*TARGETS, "all")]
    asked = list(TARGETS) if named == ["all"] else named or [native()]
    DIST.mkdir(exist_ok=True)
    made: list[str] = []
    for name in asked:
        reason = why_not(name) or make(name)
        if not reason:
            made.append(name)
            continue
        dev.say(f"{name}: skipped. {reason}")
        if named != ["all"]:
            return 1
    write_sums()
    for line in sizes():
        print(line)
    return try_out(made, arguments[len(named) :])


def make(name: str) -> str:
    """Make what is for a system; nothing, or why it cannot be made after all."""
    dev.say(f"Making what is for {name}")
    forget(name)
    try:
        TARGETS[name]()
    except CannotBuildError as error:
        return str(error)
    return ""


def native() -> str:
    """What this system is called here."""
    return {"win32": "windows", "darwin": "macos"}.get(sys.platform, "linux")


def why_not(name: str) -> str:
    """Why a target cannot be made on this system; "" if it can."""
    if name == native():
        return ""
    if name == "windows":
        return windows_build.available()
    return f"It can only be made on {'a Mac' if name == 'macos' else name.capitalize()}."


def make_linux() -> None:
    """The folder, and from it the .deb, the .run and the .tar.gz."""
    program = bundle.build(DIST)
    bundle.seal(program, "linux")
    for make in (deb.make, self_extracting.make, stick.make):
        make(program, DIST)
    keep_sbom(program, "linux-x86_64")


def make_windows() -> None:
    """The folder, and from it setup.exe, the .msi and the .zip."""
    windows_build.build(dev.ROOT, dev.ROOT / "build", DIST)
    keep_sbom(DIST / "windows" / bundle.NAME, "windows-x86_64")


def make_macos() -> None:
    """The program for a Mac, in a disk image; signed where the secrets are known."""
    from macos import image

    image.make(DIST)


TARGETS: Final[dict[str, Callable[[], None]]] = {
    "linux": make_linux,
    "windows": make_windows,
    "macos": make_macos,
}


def forget(name: str) -> None:
    """Delete what was made for a system before, of whatever version."""
    for path in DIST.glob("*"):
        if path.is_file() and (name in path.name or (name == "linux" and path.suffix == ".deb")):
            path.unlink()


def keep_sbom(program: Path, system: str) -> None:
    """Put a copy of what is in the program beside the packages."""
    target = DIST / f"{bundle.NAME}-{bundle.version()}-{system}.cdx.json"
    target.write_bytes((program / "sbom.cdx.json").read_bytes())


def artefacts() -> list[Path]:
    """What is in dist/ to be handed on."""
    return sorted(path for path in DIST.iterdir() if path.is_file() and path.name != SUMS)


def write_sums() -> None:
    """Write SHA256SUMS, as `sha256sum --check` reads it."""
    lines = [f"{bundle.digest(path, 'sha256')}  {path.name}\n" for path in artefacts()]
    (DIST / SUMS).write_text("".join(lines), encoding="utf-8", newline="\n")


def sizes() -> Iterator[str]:
    """How large everything is, and the ten largest files of each program."""
    for path in artefacts():
        yield f"{path.stat().st_size / MEGABYTE:7.1f} MB  {path.name}"
    for program in (DIST / bundle.NAME, DIST / "windows" / bundle.NAME):
        files = sorted(
            ((path.stat().st_size, path) for path in program.rglob("*") if path.is_file()), reverse=True
        )
        if files:
            total = sum(size for size, _ in files) / MEGABYTE
            yield f"{total:7.1f} MB  {program.relative_to(DIST).as_posix()}, {len(files)} files, the largest:"
        for size, path in files[:10]:
            yield f"        {size / MEGABYTE:7.1f} MB  {path.relative_to(program).as_posix()}"


def try_out(made: list[str], arguments: list[str]) -> int:
    """Run the tests that need what was made."""
    with tempfile.TemporaryDirectory(prefix="crmo-package-") as home:
        environment = {
            **dev.environment_of_the_tests(Path(home)),
            "CRMO_DIST": str(DIST),
            "CRMO_PACKAGED": " ".join(made),
        }
        # a test may build everything once more: the limit for one that hangs is no limit for that
        patience = ["-o", f"faulthandler_timeout={PATIENCE}"]
        command = ["-m", "pytest", "-m", "packaging", *patience, *(arguments or ["tests"])]
        return dev.call(*command, cwd=dev.ROOT, env=environment)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
