"""Whose work is in Windows' program: what packaging/notices.py tells, and what only Windows has."""

from importlib.metadata import distributions
from pathlib import Path

import notices
from windows.root import CPYTHON, PYTHON, SITE

RUNTIME_VERSION = "14.44"
RUNTIME_WORDS = """\
Microsoft Visual C++ Runtime: msvcp140.dll, msvcp140_1.dll, msvcp140_2.dll, vcruntime140.dll and
vcruntime140_1.dll. Copyright (c) Microsoft Corporation. All rights reserved.

These files are "Distributable Code" of Microsoft Visual Studio. The Qt Company hands them on with PySide6,
whose wheels they are taken from; they go with this program because it needs them, as they are. You may hand
them on as parts of this program, for use on Windows. You may not alter their notices, use Microsoft's
trademarks as if Microsoft had made or endorsed your program, or put them into malicious or unlawful programs.
The terms: https://visualstudio.microsoft.com/license-terms/
"""


def document(toc: Path, root: Path | None) -> str:
    """THIRD-PARTY-NOTICES of a program.

    Args:
        toc: PyInstaller's folder with its lists.
        root: the Debian with wine that it was built in; None on Windows itself.
    """
    if root is None:
        found = notices.notices(notices.collected_files(toc))
        at = next(index for index, notice in enumerate(found) if notice.name == "Python")
        return notices.written([*found[:at], _runtime(), *found[at:]])
    files = {_seen_from_here(root, str(path)) for path in notices.collected_files(toc)}
    packages = notices.python_packages(files, distributions(path=[str(root / SITE)]))
    return notices.written(notices.arranged({*packages, *notices.pictured(), _python(root), _runtime()}))


def _seen_from_here(root: Path, path: str) -> Path:
    r"""A file that Windows' programs know as Z:\opt\…, where it is on this machine."""
    return root / path.removeprefix("Z:").replace("\\", "/").lstrip("/")


def _python(root: Path) -> notices.Notice:
    """CPython for Windows brings the words for everything that is linked into it."""
    words = (root / PYTHON / "LICENSE.txt").read_text(encoding="utf-8")
    package = f"pkg:generic/python@{CPYTHON}"
    texts = (words, notices.kept("Python-parts"))
    return notices.Notice(name="Python", version=CPYTHON, licence="PSF-2.0", texts=texts, package=package)


def _runtime() -> notices.Notice:
    return notices.Notice(
        name="Microsoft Visual C++ Runtime",
        version=RUNTIME_VERSION,
        licence="Microsoft Distributable Code",
        texts=(RUNTIME_WORDS,),
    )
