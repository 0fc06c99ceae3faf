"""Makes the .run: a shell script with the program's folder packed behind it, which installs it for a user."""

import subprocess
import tempfile
from pathlib import Path

import bundle
from linux import archive, places, stick

_WIDTH = 8  # of the number that says how long the script is: it is written into the script itself


def make(program: Path, dist: Path) -> Path:
    """The file, in `dist`."""
    target = dist / f"{bundle.NAME}-{bundle.version()}-linux-x86_64.run"
    with tempfile.TemporaryDirectory(prefix="crmo-run-") as folder:
        share, packed = Path(folder, "share"), Path(folder, "packed")
        places.furnish(share)
        places.copy(places.HERE / "uninstall.sh", share / "uninstall")
        places.copy(stick.PORTABLE, share / "portable.txt")
        archive.write_archive(packed, {bundle.NAME: program, "share": share})
        script = written(target.name, packed, sum(path.stat().st_size for path in program.rglob("*")))
        target.write_bytes(script + packed.read_bytes())
    target.chmod(0o755)
    return target


def written(name: str, packed: Path, size: int) -> bytes:
    """The script in front of an archive.

    Args:
        name: of the file.
        packed: the archive.
        size: of the installed program in bytes.
    """
    script = (places.HERE / "install.sh").read_text(encoding="utf-8")
    known = {
        "@VERSION@": bundle.version(),
        "@FILE@": name,
        "@SUM@": bundle.digest(packed, "sha256"),
        "@CHECKSUM@": subprocess.run(
            ["cksum"], stdin=packed.open("rb"), capture_output=True, text=True, check=True
        ).stdout.split()[0],
        "@KILOBYTES@": str(size // 1000),
    }
    for mark, value in known.items():
        script = script.replace(mark, value)
    length = len(script.encode()) - len("@ARCHIVE_AT@") + _WIDTH
    return script.replace("@ARCHIVE_AT@", str(length).ljust(_WIDTH)).encode()
