"""Makes the .tar.gz for a stick: the program's folder, which keeps what the reader writes beside it."""

import shutil
import tempfile
from pathlib import Path

import bundle
from linux import archive, places

PORTABLE = places.ROOT / "packaging" / "portable.txt"


def make(program: Path, dist: Path) -> Path:
    """The archive, in `dist`."""
    name = f"{bundle.NAME}-{bundle.version()}"
    target = dist / f"{name}-linux-x86_64.tar.gz"
    with tempfile.TemporaryDirectory(prefix="crmo-stick-") as folder:
        copy = Path(folder, bundle.NAME)
        shutil.copytree(program, copy)
        places.copy(PORTABLE, copy / "portable.txt")
        places.copy(places.HERE / "start.sh", copy / "start.sh")
        words = (places.HERE / "README-stick.txt").read_text(encoding="utf-8")
        (copy / "README.txt").write_text(words.replace("@VERSION@", bundle.version()), encoding="utf-8")
        bundle.seal(copy, "linux")
        archive.write_archive(target, {bundle.NAME: copy})
    return target
