"""The repository as the house's tests see it."""

import ast
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "crmo_desktop"
TESTS = ROOT / "tests"


@cache
def repository_files() -> tuple[Path, ...]:
    """Every file that belongs to the repository: what git knows or would take up.

    Without git (a machine that has only Python) it is every file that .gitignore does not name.
    """
    if shutil.which("git") is not None:
        listing = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=ROOT,
            capture_output=True,
            check=False,
        )
        if listing.returncode == 0:
            paths = (ROOT / name for name in listing.stdout.decode().split("\0") if name)
            return tuple(sorted({path for path in paths if path.is_file()}))
    return tuple(sorted(_walk(ROOT, _ignored_patterns())))


def _ignored_patterns() -> list[str]:
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    return [".git", *(line.rstrip("/") for line in lines)]


def _walk(folder: Path, ignored: list[str]) -> Iterator[Path]:
    for path in folder.iterdir():
        if any(path.match(pattern) for pattern in ignored):
            continue
        if path.is_dir():
            yield from _walk(path, ignored)
        else:
            yield path


def python_files(folder: Path) -> list[Path]:
    """Every Python file of the repository in `folder`, at any depth."""
    return [path for path in repository_files() if path.suffix == ".py" and path.is_relative_to(folder)]


def relative(path: Path) -> str:
    """`path` as written in the repository, with forward slashes."""
    return path.relative_to(ROOT).as_posix()


@cache
def lines(path: Path) -> tuple[str, ...]:
    """The lines of a text file."""
    return tuple(path.read_text(encoding="utf-8").splitlines())


@cache
def syntax(path: Path) -> ast.Module:
    """The syntax tree of a Python file."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Name and length in lines, docstring included, of every function in a Python file."""
    for node in ast.walk(syntax(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def calls(path: Path) -> Iterator[tuple[ast.Call, str]]:
    """Every call in a Python file, with the last name of what is called: `a.b.connect(x)` is `connect`."""
    for node in ast.walk(syntax(path)):
        if isinstance(node, ast.Call):
            match node.func:
                case ast.Attribute(attr=name) | ast.Name(id=name):
                    yield node, name
