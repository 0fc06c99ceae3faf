"""Folders of the building machine do not leave it inside a library."""

from pathlib import Path

import pytest

from elf import forget_prefix, forget_run_paths

BUILT_IN = "/usr/local/python/lib"


def library(*texts: str) -> bytes:
    return b"\x7fELF\x02\x01" + b"\0".join([b"", *(text.encode() for text in texts), b""])


def test_a_run_path_points_beside_the_library_and_the_length_stays(tmp_path: Path) -> None:
    path = tmp_path / "deeper" / "_json.so"
    path.parent.mkdir()
    path.write_bytes(library("libm.so.6", BUILT_IN, "_fini"))

    assert forget_run_paths(tmp_path, BUILT_IN) == 1
    assert path.read_bytes() == library("libm.so.6", "$ORIGIN".ljust(len(BUILT_IN), "\0"), "_fini")


@pytest.mark.parametrize(
    "content",
    [
        library("libm.so.6", f"{BUILT_IN}/python3.11"),
        library(f"see{BUILT_IN}"),
        b"text\0" + BUILT_IN.encode() + b"\0",
    ],
    ids=["a longer path", "the end of another text", "no library"],
)
def test_anything_else_stays_as_it_is(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)

    assert forget_run_paths(tmp_path, BUILT_IN) == 0
    assert path.read_bytes() == content


def test_the_systems_own_folders_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "libz.so"
    path.write_bytes(library("/usr/lib/x86_64-linux-gnu"))

    assert forget_run_paths(tmp_path, "/usr/lib/x86_64-linux-gnu") == 0


def test_where_python_was_installed_is_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "libpython3.so"
    path.write_bytes(library("PYTHONHOME", "/opt/python/3.11", "/opt/python/3.11/share"))

    assert forget_prefix(tmp_path, "/opt/python/3.11") == 1
    assert path.read_bytes() == library("PYTHONHOME", "/usr".ljust(16, "\0"), "/opt/python/3.11/share")
    assert forget_prefix(tmp_path, "/usr") == 0
