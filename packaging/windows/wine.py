"""Runs Windows' programs under wine, in the Debian that `windows.root` made.

Each run has name spaces of its own: no network, no process that outlives it, a /tmp of its own, and mounts
that are gone when it ends. What it sees of this machine is what `shared` names.
"""

import shlex
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from windows.root import TEMPLATE

PREFIX = "/prefix"  # where a run's Windows is, inside
DRIVE_C = Path("drive_c")

_NAMESPACES = ("--mount", "--pid", "--fork", "--kill-child", "--net", "--propagation", "private")

# $0 is the root, $1 this run's folder; then `from:to[:ro]` a mount until `--`, then environment and command.
# An overlay makes a fresh Windows in no time; where the kernel does not allow one, it is copied (1.3 GB).
_ENTER = r"""
    set -eu
    root=$0 own=$1
    shift
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    mount -t tmpfs tmpfs "$root/tmp"
    mkdir -p "$root/prefix" "$own/changes" "$own/overlay"
    if mount -t overlay overlay -o "lowerdir=$root/{template},upperdir=$own/changes,workdir=$own/overlay" \
        "$root/prefix" 2>/dev/null; then :
    else
        [ -e "$own/prefix/system.reg" ] || cp -a --reflink=auto "$root/{template}" "$own/prefix"
        mount --bind "$own/prefix" "$root/prefix"
    fi
    while [ "$1" != -- ]; do
        from=${1%%:*} to=${1#*:}
        to=${to%:ro}
        mkdir -p "$root$to"
        mount --bind "$from" "$root$to"
        case $1 in *:ro) mount -o remount,bind,ro "$root$to" ;; esac
        shift
    done
    shift
    exec chroot "$root" /usr/bin/env -i "$@"
"""

# What a script can call. Python's and Qt's programs want a pipe for output and nothing for input.
_PRELUDE = r"""
    export PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8
    export WINEPREFIX=/prefix WINEDEBUG=${WINEDEBUG:--all} WINEDLLOVERRIDES=winemenubuilder.exe=d
    screen() {  # a screen to draw on, which wine's windows need
        Xvfb :0 -screen 0 1366x768x24 -nolisten tcp >/dev/null 2>&1 &
        until [ -S /tmp/.X11-unix/X0 ]; do sleep 0.05; done
        export DISPLAY=:0
    }
    win() {  # run a program of Windows; its output and exit status are this function's
        ( { wine "$@" </dev/null 2>&1 >&3 3>&- | cat >&2; exit "${PIPESTATUS[0]}"; } 3>&1 ) | cat
        return "${PIPESTATUS[0]}"
    }
    hold() {  # keep wine's own services up, with nobody's output: they would hold the next program's
        sleep infinity | wine cmd >/dev/null 2>&1 &
        until wineserver --kill=0 2>/dev/null; do sleep 0.1; done
        wine cmd /c exit </dev/null >/dev/null 2>&1
    }
    settle() {  # until every program of Windows has ended and the registry is written
        timeout 120 wineserver --wait
    }
    cd /tmp
"""


class WineError(Exception):
    """A program failed under wine; its words are in the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wine:
    """A Windows of its own: what happens in it stays there until it is used again.

    Attributes:
        root: the Debian with wine.
        own: where this Windows keeps what differs from a fresh one.
        shared: folders of this machine, and where they are seen inside; read only with `:ro` at the end.
        environment: variables of the runs; wine drops those that begin with QT_.
    """

    root: Path
    own: Path
    shared: Mapping[Path, str] = field(default_factory=dict)
    environment: Mapping[str, str] = field(default_factory=dict)

    def script(self, text: str, *, timeout: int = 600) -> subprocess.CompletedProcess[str]:
        """Run a shell script inside; it can call `screen`, `win` and `settle`.

        Returns:
            What it said and its exit status, however it ended.
        """
        self.own.mkdir(parents=True, exist_ok=True)
        mounts = [f"{here}:{there}" for here, there in self.shared.items()]
        variables = [f"{name}={value}" for name, value in self.environment.items()]
        command = ["unshare", *_NAMESPACES, "sh", "-c", _ENTER.replace("{template}", str(TEMPLATE))]
        command += [str(self.root), str(self.own), *mounts, "--", *variables, "bash", "-c", _PRELUDE + text]
        with tempfile.TemporaryFile() as errors:
            done = subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=errors,
                timeout=timeout,
                check=False,
            )
            errors.seek(0)
            complained = errors.read().decode(errors="replace")
        return subprocess.CompletedProcess(
            command, done.returncode, done.stdout.decode(errors="replace"), complained
        )

    def call(
        self, *command: str, screen: bool = False, timeout: int = 600
    ) -> subprocess.CompletedProcess[str]:
        """Run one program of Windows and wait until all that it started have ended."""
        start = "screen\n" if screen else ""
        return self.script(
            f"{start}win {shlex.join(command)}; status=$?; settle; exit $status", timeout=timeout
        )


def with_variables(variables: Mapping[str, str], command: Sequence[str]) -> list[str]:
    """A command that sets variables of Windows first: wine hands on none that begin with QT_."""
    settings = "".join(f"set {name}={value}&& " for name, value in variables.items())
    return ["cmd", "/c", settings + " ".join(command)]


def seen_by_windows(path: str) -> str:
    r"""An absolute path of the root as Windows' programs know it: wine shows / as Z:\."""
    return "Z:" + path.replace("/", "\\")


def is_built_in(path: Path) -> bool:
    """Whether a library is one of wine's own, which must not leave the root."""
    with path.open("rb") as file:
        return b"Wine builtin DLL" in file.read(128) or b"Wine placeholder DLL" in file.read(128)
