"""Makes setup.exe for a program folder, with Debian's makensis: packaging/windows/setup.nsi says how."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Final

import bundle
from windows import picture
from windows.resource import PUBLISHER, four_numbers

SCRIPT: Final = Path(__file__).with_name("setup.nsi")
WORDS: Final = Path(__file__).with_name("before-you-start.txt")
ICON: Final = bundle.ROOT / "resources" / "icons" / "app" / "emblem.ico"
FAILURE: Final = "makensis could not make setup.exe; its words are above."


def make(program: Path, target: Path, version: str, *, quick: bool = False) -> Path:
    """Write `target`, which installs what is in `program` as `version`; `quick` makes it larger.

    Raises:
        SystemExit: makensis failed.
    """
    target.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory(prefix="crmo-setup-") as name:
        files = Path(name) / "files.nsh"
        files.write_text(file_macros(program), encoding="utf-8")
        words = Path(name) / "words.txt"
        words.write_text(_words(), encoding="utf-8-sig", newline="\r\n")  # so that the page knows its letters
        defined = {
            "VERSION": version,
            "NUMBERS": ".".join(map(str, four_numbers(version))),
            "PUBLISHER": PUBLISHER,
            "KILOBYTES": str(size(program) // 1024),
            "ICON": str(ICON),
            "PICTURE": str(picture.write(Path(name) / "picture.bmp")),
            "WORDS": str(words),
            "FILES": str(files),
            "TARGET": str(target),
        }
        options = [f"-D{key}={value}" for key, value in defined.items()] + ["-DQUICK"] * quick
        command = ["makensis", "-V2", "-WX", "-NOCD", "-INPUTCHARSET", "UTF8", *options, str(SCRIPT)]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if done.returncode != 0:
        print(done.stdout.decode(errors="replace"), FAILURE, sep="\n", file=sys.stderr)
        raise SystemExit(1)
    return target


def _words() -> str:
    """What the second page of setup shows: what this is, and our own licence."""
    paragraphs = WORDS.read_text(encoding="utf-8").strip().split("\n\n")
    about = "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)  # the page breaks its lines
    licence = (bundle.ROOT / "LICENSE").read_text(encoding="utf-8")
    return f"{about}\n\n\n{licence}"


def size(folder: Path) -> int:
    """Bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def file_macros(program: Path) -> str:
    """The two lists that setup.nsi includes: what to write, and what to delete again."""
    files = sorted((path for path in program.rglob("*") if path.is_file()), key=_order)
    folders = sorted({parent for path in files for parent in path.relative_to(program).parents})
    lines = ["!macro InstallFiles", *_writing(program, files), "!macroend", "!macro UninstallFiles"]
    lines += [f'    Delete "{_installed(path.relative_to(program))}"' for path in files]
    lines += [f'    RMDir "{_installed(folder)}"' for folder in reversed(folders) if folder.parts]
    return "\n".join([*lines, "!macroend", ""])


def _order(path: Path) -> tuple[bool, Path]:
    """The two programs first: they are nearly the same, which only helps where they are near each other."""
    return path.suffix != ".exe", path


def _writing(program: Path, files: list[Path]) -> Iterator[str]:
    folder: PurePath | None = None
    for path in files:
        relative = path.relative_to(program)
        if relative.parent != folder:
            folder = relative.parent
            yield f'    SetOutPath "{_installed(folder)}"'
        yield f'    File "{path}"'


def _installed(relative: PurePath) -> str:
    r"""Where a file is on the reader's computer; `$` begins a variable of NSIS."""
    return "\\".join(["$INSTDIR", *(part.replace("$", "$$") for part in relative.parts)])
