"""The file with what a start imports, and the part of the frozen program that reads it."""

import gc
import marshal
import runpy
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

import quick_start
from tests.house.tree import ROOT

HOOK = ROOT / "packaging" / "frozen" / "surroundings.py"


@pytest.fixture
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of a program that is frozen; what the hook changes is put back."""
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    monkeypatch.setattr(sys, "meta_path", list(sys.meta_path))
    for name in (
        "LD_LIBRARY_PATH",
        "LD_LIBRARY_PATH_ORIG",
        "QT_PLUGIN_PATH",
        "FONTCONFIG_FILE",
        "LC_ALL",
        "LC_CTYPE",
    ):
        monkeypatch.setenv(name, "before")
        monkeypatch.delenv(name)
    yield tmp_path
    assert not gc.isenabled(), "the hook leaves garbage for later"
    gc.enable()
    for name in ("packed_one", "packed_two", "packed_two.part"):
        sys.modules.pop(name, None)


def code(source: str) -> bytes:
    return marshal.dumps(compile(source, "", "exec"))


def test_modules_are_found_in_the_file(inside: Path) -> None:
    modules = {
        "packed_one": (False, code("VALUE = 1")),
        "packed_two": (True, code("from packed_two.part import VALUE")),
        "packed_two.part": (False, code("VALUE = 2")),
    }
    (inside / quick_start.FILE).write_bytes(marshal.dumps(modules))

    runpy.run_path(str(HOOK))

    import packed_one  # type: ignore[import-not-found]  # made above
    import packed_two  # type: ignore[import-not-found]  # made above

    assert (packed_one.VALUE, packed_two.VALUE) == (1, 2)
    assert packed_one.__file__ == f"{inside}/packed_one.pyc"
    assert packed_two.__path__ == [f"{inside}/packed_two"]
    with pytest.raises(ModuleNotFoundError):
        import packed_three  # type: ignore[import-not-found]  # noqa: F401  # it is not to be found


def test_programs_started_from_ours_find_what_they_found_before(
    inside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", str(inside))
    monkeypatch.setenv("QT_PLUGIN_PATH", "/usr/lib/qt5")

    import os

    runpy.run_path(str(HOOK))
    assert "LD_LIBRARY_PATH" not in os.environ
    assert "QT_PLUGIN_PATH" not in os.environ

    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/opt/lib")
    runpy.run_path(str(HOOK))
    assert os.environ["LD_LIBRARY_PATH"] == "/opt/lib"


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ({}, {"LC_CTYPE": "C.UTF-8"}),
        ({"LANG": "de_DE.utf8"}, {"LC_CTYPE": None}),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "C"}, {"LC_ALL": "C.UTF-8"}),
        ({"LANG": "de_DE@euro"}, {"LC_CTYPE": "C.UTF-8"}),
    ],
)
def test_qt_gets_a_locale_in_utf_8(
    given: dict[str, str], made: dict[str, str | None], inside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import os

    monkeypatch.delenv("LANG", raising=False)
    for name, value in given.items():
        monkeypatch.setenv(name, value)

    runpy.run_path(str(HOOK))

    assert {name: os.environ.get(name) for name in made} == made


def test_python_s_library_is_read_with_its_packages(tmp_path: Path) -> None:
    (tmp_path / "_internal").mkdir()
    with zipfile.ZipFile(tmp_path / "_internal" / "base_library.zip", "w") as archive:
        archive.writestr("os.pyc", b"h" * 16 + b"code of os")
        archive.writestr("json/__init__.pyc", b"h" * 16 + b"code of json")
        archive.writestr("json/decoder.pyc", b"h" * 16 + b"code of decoder")

    assert quick_start.library(tmp_path) == {
        "os": (False, b"code of os"),
        "json": (True, b"code of json"),
        "json.decoder": (False, b"code of decoder"),
    }


def test_what_a_start_imports_is_recorded(pack_path: Path) -> None:
    names = quick_start.started(pack_path)

    assert {"crmo_desktop.gui.main_window", "crmo_desktop.library.pack", "sqlite3", "json"} <= names
    assert not {name for name in names if name.startswith(("PySide6", "shiboken6"))}
    assert "crmo_desktop.authoring.checks" not in names


def test_the_rest_of_the_library_is_pressed_but_for_what_comes_first(tmp_path: Path) -> None:
    library = tmp_path / "_internal" / "base_library.zip"
    library.parent.mkdir()
    content = {"os.pyc": b"o" * 999, "encodings/utf_8.pyc": b"u" * 999, "encodings/cp437.pyc": b"c" * 999}
    with zipfile.ZipFile(library, "w") as archive:
        for name, code in content.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 2, 3, 4, 6)), code)

    quick_start.press(tmp_path)
    once = library.read_bytes()
    quick_start.press(tmp_path)

    with zipfile.ZipFile(library) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == content
        pressed = {entry.filename for entry in archive.infolist() if entry.compress_size < 100}
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 1, 2, 3, 4, 6)}
    assert pressed == {"os.pyc", "encodings/cp437.pyc"}
    assert library.read_bytes() == once


def test_what_the_file_takes_over_lies_nowhere_else(tmp_path: Path) -> None:
    library = tmp_path / "_internal" / "base_library.zip"
    library.parent.mkdir()
    with zipfile.ZipFile(library, "w") as archive:
        for name in ("os.pyc", "json/__init__.pyc", "json/decoder.pyc", "wave.pyc"):
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 2, 3, 4, 6)), name.encode())

    quick_start.take_out(tmp_path, {"json", "json.decoder"})

    with zipfile.ZipFile(library) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == {
            "os.pyc": b"os.pyc",
            "wave.pyc": b"wave.pyc",
        }
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 1, 2, 3, 4, 6)}


def test_what_comes_before_the_file_can_be_read_stays_where_it_was(pack_path: Path) -> None:
    before = quick_start.before()

    assert {"os", "io", "struct", "codecs", "encodings.utf_8"} <= before & quick_start.started(pack_path)
    assert not {"json", "crmo_desktop", "pathlib"} & before
