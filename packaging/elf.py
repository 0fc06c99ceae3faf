"""Takes the folders of the machine that built a library out of it."""

from pathlib import Path

ELF = b"\x7fELF"
HERE = b"$ORIGIN"


def forget_run_paths(folder: Path, built_in: str) -> int:
    """Let libraries in `folder` that look for others in `built_in` look beside themselves.

    Python built from source writes where its own libraries were installed into every module (RUNPATH).
    That folder exists nowhere else; and where it does, it is not to be trusted.

    Returns:
        How many files were changed.
    """
    return _replace(folder, built_in, HERE)


def forget_prefix(folder: Path, prefix: str) -> int:
    """Take the folder that Python was installed into out of its library; the program never asks for it.

    Returns:
        How many files were changed.
    """
    return _replace(folder, prefix, b"/usr")


def _replace(folder: Path, text: str, other: bytes) -> int:
    """Write `other` for a whole text in every library; the entry keeps its length."""
    entry = text.encode() + b"\0"
    if text == "/usr" or text.startswith(("/usr/lib", "/lib")) or len(entry) <= len(other):
        return 0  # the system's own: every Linux has it, and looks there anyway
    changed = 0
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not path.is_file():
            continue
        content = path.read_bytes()
        if content.startswith(ELF) and b"\0" + entry in content:
            path.write_bytes(content.replace(b"\0" + entry, b"\0" + other.ljust(len(entry), b"\0")))
            changed += 1
    return changed
