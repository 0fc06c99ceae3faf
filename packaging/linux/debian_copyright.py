"""Debian's copyright file: the one beside this module, with the words of the licences put in.

Debian keeps the long licences itself; the others must stand in the file in full, and are taken from where the
rest of the project has them.
"""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
TEMPLATE = Path(__file__).with_name("copyright")

# A line such as: @content/LICENSE from "Attribution 4.0 International"@
_INCLUDE = re.compile(r'^@(?P<file>[^" @]+)(?: from "(?P<start>[^"]+)")?@$', re.MULTILINE)


def debian_copyright() -> str:
    """The file, in Debian's machine-readable format 1.0.

    Raises:
        ValueError: a licence does not have the words it should start with.
    """
    return _INCLUDE.sub(_words, TEMPLATE.read_text(encoding="utf-8"))


def _words(include: re.Match[str]) -> str:
    """The text of a licence, a blank before each line and a full stop for each empty one."""
    text = (ROOT / include["file"]).read_text(encoding="utf-8")
    start = text.find(include["start"] or "")
    if start < 0:
        raise ValueError(f"{include['file']} does not say “{include['start']}”.")
    lines = (line.rstrip().expandtabs() for line in text[start:].strip().splitlines())
    return "\n".join(f" {line}" if line.strip() else " ." for line in lines)
