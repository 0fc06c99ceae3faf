"""What the SBOM says of a program folder."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

import notices
import sbom
from tests.house.tree import ROOT

DIGEST = "ab" * 32


def notice(name: str, version: str, licence: str, package: str = "") -> notices.Notice:
    return notices.Notice(name=name, version=version, licence=licence, texts=("words",), package=package)


FOUND = [
    notice("zlib1g", "1:1.2", "Zlib", "pkg:deb/debian/zlib1g@1%3A1.2"),
    notice("libfreetype6", "2.12", "FTL", "pkg:deb/debian/libfreetype6@2.12"),
    notice("shiboken6", "6.11.3", "LGPL-3.0-only OR GPL-2.0-only", "pkg:pypi/shiboken6@6.11.3"),
    notice("Python", "3.11.7", "PSF-2.0", "pkg:generic/python@3.11.7"),
    notice("Noto Sans, joined with Symbols 2", "", "OFL-1.1"),
    notice("Source Serif 4 4.004", "", "OFL-1.1"),
    notice("Odd", "0.1", "see below", "pkg:pypi/odd@0.1"),
]
Program = dict[str, bytes]
LINUX: Program = {
    "crmo-desktop": b"\0 inflate 1.3.2 Copyright 1995-2026 Mark Adler \0",
    "_internal/libpython3.11.so.1.0": b"python",
    "_internal/PySide6/Qt/lib/libQt6Core.so.6": b"\0Qt 6.11.3 (x86_64)\0\x0010.49 2026-09-28\0",
    "_internal/PySide6/Qt/lib/libQt6Gui.so.6": b"\0 libpng version 1.6.59\0",
    "_internal/PySide6/Qt/lib/libicuuc.so.73": b"icudt73l",
    "_internal/python3.11/lib-dynload/pyexpat.cpython-311.so": b"\0expat_2.5.0\0",
    "_internal/pack/content.crmo": b"crmo-pack-blake2b:" + DIGEST.encode(),
}
WINDOWS: Program = {
    "crmo-desktop.exe": b"program",
    "_internal/python311.dll": b"python",
    "_internal/PySide6/Qt6Core.dll": b"\0Qt 6.11.3 (x86_64)\0",
    "_internal/sqlite3.dll": b"no version that can be read",
}


def make(folder: Path, program: Program) -> Path:
    for name, data in program.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    document = notices.written(notices.arranged(FOUND))
    (folder / "THIRD-PARTY-NOTICES.txt").write_text(document, encoding="utf-8")
    return folder


@pytest.fixture
def linux(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return make(tmp_path / "linux", LINUX)


@pytest.fixture
def windows(tmp_path: Path) -> Path:
    return make(tmp_path / "windows", WINDOWS)


def components(folder: Path, system: str) -> dict[str, dict[str, Any]]:
    """By what the program is said to depend on."""
    written = json.loads(sbom.write(folder, system).read_text(encoding="utf-8"))
    found = {component["bom-ref"]: component for component in written["components"]}
    (of_program,) = written["dependencies"]
    assert sorted(found) == of_program["dependsOn"]
    return found


def test_the_program_is_what_it_is_about(linux: Path) -> None:
    written = json.loads(sbom.write(linux, "linux").read_text(encoding="utf-8"))

    about = written["metadata"]["component"]
    assert (written["bomFormat"], written["specVersion"], about["name"]) == (
        "CycloneDX",
        "1.6",
        "crmo-desktop",
    )
    assert about["hashes"] == [
        {"alg": "SHA-256", "content": hashlib.sha256(LINUX["crmo-desktop"]).hexdigest()}
    ]
    assert about["licenses"] == [{"license": {"id": "Apache-2.0"}}]
    edition = json.loads((ROOT / "content" / "edition.json").read_text(encoding="utf-8"))
    assert written["metadata"]["timestamp"] == f"{edition['date']}T00:00:00Z"


def test_packages_come_from_the_notices(linux: Path) -> None:
    found = components(linux, "linux")

    debian = found["pkg:deb/debian/zlib1g@1%3A1.2"]
    assert (debian["name"], debian["version"], debian["purl"]) == ("zlib1g", "1:1.2", debian["bom-ref"])
    assert debian["licenses"] == [{"license": {"id": "Zlib"}}]
    assert found["pkg:pypi/shiboken6@6.11.3"]["licenses"] == [{"expression": "LGPL-3.0-only OR GPL-2.0-only"}]
    assert found["pkg:pypi/odd@0.1"]["licenses"] == [{"license": {"name": "see THIRD-PARTY-NOTICES.txt"}}]
    python = found["pkg:generic/python@3.11.7"]
    assert python["cpe"] == "cpe:2.3:a:python:python:3.11.7:*:*:*:*:*:*:*"
    assert python["hashes"][0]["content"] == hashlib.sha256(b"python").hexdigest()


def test_a_library_that_is_left_to_the_system_is_no_part(linux: Path) -> None:
    """A .deb has the same notices as the other packages, and fewer libraries."""
    words = notices.Notice(
        name="libxau6",
        version="1.0",
        licence="MIT",
        texts=("x",),
        package="pkg:deb/debian/libxau6@1.0",
        remark=f"{notices.FROM} Debian: libXau.so.6, libXau-other.so.6",
    )
    (linux / "THIRD-PARTY-NOTICES.txt").write_text(notices.written([words]), encoding="utf-8")
    assert words.package not in components(linux, "linux")

    (linux / "_internal" / "libXau.so.6").write_bytes(b"x")
    assert words.package in components(linux, "linux")


def test_fonts_are_data_and_a_number_in_a_name_is_no_version(linux: Path) -> None:
    found = components(linux, "linux")

    assert found["Source Serif 4@4.004"]["type"] == "data"
    assert "version" not in found["Noto Sans, joined with Symbols 2"]


def test_our_own_texts_and_those_of_licences_are_no_parts(linux: Path) -> None:
    names = {component["name"] for component in components(linux, "linux").values()}

    assert not {name for name in names if name.startswith(("Text of", "The reference", "CRMO Desktop"))}


def test_qt_has_its_libraries_and_what_is_inside_them(linux: Path) -> None:
    found = components(linux, "linux")

    qt = found["pkg:generic/qt@6.11.3"]
    assert [file["name"] for file in qt["components"]] == ["libQt6Core.so.6", "libQt6Gui.so.6"]
    assert found["Qt/pcre2@10.49"]["properties"] == [{"name": "crmo-desktop:inside", "value": "Qt"}]
    assert {"Qt/libpng@1.6.59", "Qt/harfbuzz-ng", "Qt/double-conversion", "Qt/forkfd"} <= set(found)


def test_what_is_in_a_package_of_its_own_is_not_said_to_be_inside_qt(linux: Path, windows: Path) -> None:
    assert not {"Qt/freetype", "Qt/zlib"} & set(components(linux, "linux"))
    (windows / "THIRD-PARTY-NOTICES.txt").write_text(notices.written(FOUND[2:]), encoding="utf-8")
    assert {"Qt/freetype", "Qt/zlib"} <= set(components(windows, "windows"))


def test_what_is_for_other_systems_is_not_here(linux: Path, windows: Path) -> None:
    assert not {"Qt/android", "Qt/gradle", "Qt/wasm"} & set(components(linux, "linux"))
    assert not {"Qt/forkfd", "Qt/xcb"} & set(components(windows, "windows"))


def test_python_and_the_loader_have_parts_too(linux: Path, windows: Path) -> None:
    found = components(linux, "linux")
    assert {"crmo-desktop/zlib@1.3.2", "pyexpat/expat@2.5.0", "libicuuc/icu@73"} <= set(found)

    assert "version" not in components(windows, "windows")["sqlite3/sqlite"]


def test_the_content_is_data_with_both_checksums(linux: Path) -> None:
    (content,) = (one for ref, one in components(linux, "linux").items() if ref.startswith("CRMO reference@"))

    data = LINUX["_internal/pack/content.crmo"]
    assert content["hashes"] == [{"alg": "SHA-256", "content": hashlib.sha256(data).hexdigest()}]
    assert content["properties"] == [{"name": "crmo-desktop:edition-checksum", "value": DIGEST}]
    assert content["licenses"] == [{"license": {"id": "CC-BY-4.0"}}]


def test_the_same_program_has_the_same_sbom_and_number(linux: Path, tmp_path: Path) -> None:
    first = sbom.write(linux, "linux").read_bytes()
    other = make(tmp_path / "elsewhere", LINUX)

    assert sbom.write(other, "linux").read_bytes() == first
    assert sbom.write(linux, "linux").read_bytes() == first
    (other / "crmo-desktop").write_bytes(b"another")
    changed = json.loads(sbom.write(other, "linux").read_bytes())
    assert changed["serialNumber"] != json.loads(first)["serialNumber"]


def test_a_build_can_say_when_it_is(linux: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")

    assert sbom.document(linux, "linux")["metadata"]["timestamp"] == "1970-01-01T00:00:00Z"


def test_without_notices_there_is_none(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="THIRD-PARTY-NOTICES"):
        sbom.write(tmp_path, "linux")


def test_what_is_inside_qt_is_read_from_its_texts() -> None:
    parts = sbom.parts_in_qts_source()

    assert parts["double-conversion"] == "BSD-3-clause"
    assert {"pcre2", "libpng", "libjpeg", "zlib", "freetype", "harfbuzz-ng", "md4c"} <= set(parts)


@pytest.mark.parametrize("system", ["linux", "windows"])
def test_it_fits_the_official_schema(system: str, linux: Path, windows: Path) -> None:
    """Where the schema is at hand: `pip install cyclonedx-python-lib[json-validation]`."""
    pytest.importorskip("jsonschema")
    schema = pytest.importorskip("cyclonedx.schema")
    validation = pytest.importorskip("cyclonedx.validation.json")
    validator = validation.JsonStrictValidator(schema.SchemaVersion.V1_6)
    written = sbom.write(linux if system == "linux" else windows, system)

    assert validator.validate_str(written.read_text(encoding="utf-8")) is None
