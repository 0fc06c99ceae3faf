"""Makes packaging/requirements/*.txt from pyproject.toml: `python3 packaging/lock.py [uv argument…]`.

Needs uv. One list serves Python 3.11 and later on Linux, Windows and macOS. The first line of each list
carries a digest of what it was made from, so that `dev.py` can tell when it is out of date.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import dev  # noqa: E402  # beside this folder, not in a package

SPEECH = ["--extra", "speech"]  # the bundles have it
LISTS = {"runtime": SPEECH, "dev": ["--extra", "dev", *SPEECH]}
COMPILE = ["pip", "compile", "--quiet", "--universal", "--python-version", "3.11", "--generate-hashes"]
BARE = ["--no-emit-index-url", "--no-emit-find-links", "--no-header", "--no-annotate"]


def main(uv: list[str]) -> None:
    """Write every list; `uv` is added to each call, e.g. `--upgrade`."""
    for name, extra in LISTS.items():
        target = ROOT / "packaging" / "requirements" / f"{name}.txt"
        command = ["uv", *COMPILE, *BARE, *extra, *uv, "pyproject.toml", "--output-file", str(target)]
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        first = f"# made by packaging/lock.py from dependencies {dev.dependencies_digest()}\n"
        target.write_text(first + target.read_text(encoding="utf-8"), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
