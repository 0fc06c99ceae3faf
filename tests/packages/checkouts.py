"""Makes the Linux packages in another folder than this checkout."""

import os
import subprocess
import sys
from pathlib import Path

STEPS = """
import dev, package
from pathlib import Path
assert Path(dev.ROOT) == Path.cwd(), dev.ROOT
assert dev.compile_content() == 0
package.DIST.mkdir()
package.make_linux()
"""


def made_in(checkout: Path) -> list[Path]:
    """Everything for Linux, made from the checkout in that folder, with this Python and its packages."""
    link = checkout / ".venv"
    if not link.exists():
        link.symlink_to(sys.prefix)
    path = os.pathsep.join([str(checkout / "packaging"), str(checkout)])
    done = subprocess.run(
        [sys.executable, "-c", STEPS],
        cwd=checkout,
        env={**os.environ, "PYTHONPATH": path},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return sorted(path for path in (checkout / "dist").iterdir() if path.is_file())
