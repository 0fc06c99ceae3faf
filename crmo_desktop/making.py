"""Commands of whoever writes content: `check-content`, `build-content`."""

import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from crmo_desktop import bootstrap
from crmo_desktop.domain.errors import UserError

if TYPE_CHECKING:
    from argparse import _SubParsersAction

EXIT_FAULTS: Final = 1


def add_commands(
    commands: "_SubParsersAction[Any]",
    check: Callable[[Namespace, float], int],
    build: Callable[[Namespace, float], int],
) -> None:
    """Tell the command line what they are called and what they take."""
    command = commands.add_parser("check-content", help="print what is wrong in a content folder")
    command.add_argument(
        "root", type=Path, nargs="?", metavar="DIR", help="default: the content this program was made from"
    )
    command.set_defaults(run=check)
    command = commands.add_parser("build-content", help="compile a content folder into a pack")
    command.add_argument(
        "root", type=Path, nargs="?", metavar="DIR", help="default: the content this program was made from"
    )
    command.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="FILE",
        help="the pack to write (default: where the program looks)",
    )
    command.set_defaults(run=build)


def check_content(paths: bootstrap.Places, root: Path | None) -> int:
    """Print every fault of the content in `root`, else of this program's own; 0 none, 1 some.

    Raises:
        UserError: there is no such folder.
    """
    from crmo_desktop.authoring import checks

    report = checks.check_content(_content_root(paths, root))
    for problem in report.problems:
        print(problem, file=sys.stderr if problem.is_warning else sys.stdout)
    for line in report.summary:
        print(line)
    print(f"{len(report.faults)} faults, {len(report.problems) - len(report.faults)} warnings")
    return EXIT_FAULTS if report.faults else 0


def build_content(paths: bootstrap.Places, root: Path | None, output: Path | None) -> int:
    """Compile the content in `root` into the pack `output`, or into the one that the program reads.

    Raises:
        UserError: there is no such folder, or it cannot be compiled.
    """
    from crmo_desktop.authoring.compile import compile_pack, language_of

    root = _content_root(paths, root)
    pack = output or paths.pack_in(language_of(root))
    digest = compile_pack(root, pack)
    print(f"{pack}  blake2b {digest}")
    return 0


def _content_root(paths: bootstrap.Places, named: Path | None) -> Path:
    root = named or paths.content
    if root is None or not root.is_dir():
        fault = f"“{root}” is no folder" if root else "This program has no content folder beside it"
        raise UserError(f"{fault}.", hint="Name the content folder: crmo-desktop check-content DIR")
    return root
