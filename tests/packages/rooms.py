"""A bare Debian to try a package in: no Python, no libraries of Qt's, and only on demand a network.

A room is a layer over a system made by debootstrap, which is kept under build/rooms. Its mounts are made in
a name space of their own for each call: they are gone when the call ends, however it ends.
"""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from tests.house.tree import ROOT

SUITE: Final = "bookworm"
READER: Final = "reader"
HOME: Final = f"/home/{READER}"
# What apt may need of this machine to reach its archive; see packaging/clean_room.sh.
CARRIED: Final = (
    "/etc/apt/apt.conf.d /etc/apt/apt.conf /etc/apt/auth.conf.d /etc/resolv.conf /etc/hosts /etc/ssl/certs "
    "/usr/local/share/ca-certificates"
)
PASSED: Final = "http_proxy https_proxy no_proxy SSL_CERT_FILE"
_PROGRAMS: Final = ("debootstrap", "unshare", "chroot", "mount")


def why_not() -> str:
    """Why no room can be made here; "" if one can."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        return "a bare Debian can be made by root on Linux only"
    missing = [name for name in _PROGRAMS if shutil.which(name) is None]
    if missing:
        return f"this system lacks {', '.join(missing)}"
    tried = subprocess.run(
        ["unshare", "--mount", "--pid", "--fork", "--net", "true"], capture_output=True, check=False
    )
    return (
        "" if tried.returncode == 0 else "this system allows no name spaces of one's own (a chroot does not)"
    )


def base() -> Path:
    """The bare system, made when it is not there yet; it takes a minute and needs Debian's archive."""
    folder = ROOT / "build" / "rooms" / SUITE
    if (folder / "made").is_file():
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(
        ["debootstrap", "--variant=minbase", SUITE, str(folder)], check=True, stdout=subprocess.DEVNULL
    )
    subprocess.run(
        ["chroot", str(folder), "useradd", "--create-home", "--shell", "/bin/sh", READER], check=True
    )
    (folder / "made").touch()
    return folder


class Room:
    """A system of its own, which keeps what is done in it until it is thrown away."""

    def __init__(self, folder: Path) -> None:
        self._lower, self._upper = base(), folder / "upper"
        self._work, self.root = folder / "work", folder / "root"
        self._shown: set[str] = set()
        for path in (self._upper, self._work, self.root):
            path.mkdir()

    def call(
        self,
        *command: str,
        user: str = READER,
        with_network: bool = False,
        shown: Mapping[Path, str] | None = None,
        writable: Mapping[Path, str] | None = None,
        environment: Mapping[str, str] | None = None,
        seconds: int = 300,
    ) -> subprocess.CompletedProcess[str]:
        """Run `command` there.

        Args:
            shown: folders and files of this machine, and where they are in the room; read only.
            writable: the same, to be written to.
            with_network: otherwise there is no interface at all but one that goes nowhere and is down.
            environment: beside PATH and HOME.
        """
        options = "" if with_network else "--net"
        if with_network:
            self._carry()
        places = [(path, place, "ro") for path, place in (shown or {}).items()]
        places += [(path, place, "rw") for path, place in (writable or {}).items()]
        home = "/root" if user == "root" else f"/home/{user}"
        known = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": home}
        if with_network:
            known |= {name: os.environ[name] for name in PASSED.split() if name in os.environ}
        words = [f"{name}={value}" for name, value in {**known, **(environment or {})}.items()]
        inside = ["chroot", f"--userspec={user}:{user}", str(self.root), "/usr/bin/env", "-i", *words]
        inside += ["sh", "-c", 'cd "$HOME" && exec "$@"', "sh", *command]
        script = "\n".join(["set -e", *self._mounts(places), f"exec {shlex.join(inside)}"])
        return subprocess.run(
            ["unshare", "--mount", "--pid", "--fork", "--kill-child", *options.split(), "sh", "-c", script],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
            timeout=seconds,
        )

    def _mounts(self, places: Iterable[tuple[Path, str, str]]) -> Iterable[str]:
        root = shlex.quote(str(self.root))
        layers = f"lowerdir={self._lower},upperdir={self._upper},workdir={self._work}"
        yield "mount --make-rprivate /"
        yield f"mount -t overlay overlay -o {shlex.quote(layers)} {root}"
        yield f"mount -t proc proc {root}/proc"
        yield f"mount --rbind /dev {root}/dev"
        for path, place, rights in places:
            self._shown.update(str(path) for path in (Path(place), *Path(place).parents))
            source, target = shlex.quote(str(path)), shlex.quote(f"{self.root}{place}")
            make = "mkdir -p" if path.is_dir() else f"mkdir -p {shlex.quote(str(Path(target).parent))}; touch"
            yield f"{make} {target}; mount --bind {source} {target}; mount -o remount,bind,{rights} {target}"

    def _carry(self) -> None:
        for name in os.environ.get("CARRY", CARRIED).split():
            source, target = Path(name), Path(f"{self._upper}{name}")
            if not source.exists() or target.exists():
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            if source.is_dir():
                shutil.copytree(source, target)
            else:
                shutil.copyfile(source, target)

    def file(self, place: str) -> Path:
        """Where on this machine a file lies that was written in the room."""
        return Path(f"{self._upper}{place}")

    def files(self, *folders: str) -> set[str]:
        """Everything that the room has below `folders`, as paths in it, but for what was shown to it."""
        done = self.call("find", *folders, "-xdev", user="root")
        assert done.returncode == 0, done.stderr
        return set(done.stdout.splitlines()) - self._shown
