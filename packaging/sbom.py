"""Writes sbom.cdx.json: what a finished program folder is made of, in CycloneDX 1.6; always the same bytes.

What PyInstaller collected is told by THIRD-PARTY-NOTICES.txt, which lies in the folder already; what Qt,
Python and the loader have inside themselves is read from their files and from the licence texts of Qt.
A version stands here only where it was read.
"""

import hashlib
import json
import os
import re
import sys
import tomllib
import uuid
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, NamedTuple

from notices import FROM

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from crmo_desktop.library.licence_texts import NOTICES, LicenceText, from_notices  # noqa: E402  # beside this folder, not in a package
from crmo_desktop.library.pack_format import DIGEST_MARKER  # noqa: E402  # as above

NAME: Final = "sbom.cdx.json"
SPEC: Final = "1.6"
APPLICATION: Final = "crmo-desktop"
Component = dict[str, Any]

_OURS: Final = ("", "CRMO Desktop", "The reference: texts and tables")
_TEXT_OF_A_LICENCE: Final = "Text of "
# Identifiers of the SPDX list that are met here; any other name of a licence is given as a name.
_SPDX: Final = frozenset(
    "Apache-2.0 BSD-2-Clause BSD-3-Clause CC-BY-4.0 GPL-2.0-only GPL-3.0-only LGPL-3.0-only MIT OFL-1.1 "
    "PSF-2.0 Zlib".split()
)
_RENAMED: Final = {"CC BY 4.0": "CC-BY-4.0"}
# Parts of Qt's source that are for other systems than those we build for.
_FOREIGN: Final = frozenset({"android", "gradle", "wasm"})
_UNIX_ONLY: Final = frozenset({"forkfd", "xcb"})


class Inside(NamedTuple):
    """A library that is part of a file of somebody else.

    Attributes:
        part: what Qt's source calls it, where it is a part of Qt; else "".
        files: of the folder that may have it inside, as patterns.
        version: where its version stands in such a file.
        is_the_file: such a file is it, and nothing else; so it is here also where its version cannot be read.
    """

    name: str
    part: str
    files: tuple[str, ...]
    version: re.Pattern[bytes]
    licence: str = ""
    is_the_file: bool = False


_STARTED: Final = (APPLICATION, f"{APPLICATION}.exe", "CRMO Desktop.exe")
_PYTHON: Final = ("**/libpython3*.so*", "**/python3??.dll", "**/Python.framework/Versions/*/Python")
_QT_CORE: Final = ("**/*Qt6Core*", "**/QtCore.framework/Versions/A/QtCore")
_QT_LIBRARIES: Final = ("**/libQt6*.so*", "**/Qt6*.dll", "**/Qt[A-Z]*.framework/Versions/A/Qt*")
_QT: Final = ("**/*Qt6Core*", "**/*Qt6Gui*", "**/*qjpeg*", "**/QtCore", "**/QtGui")
_INSIDE: Final = (
    Inside("pcre2", "pcre2", _QT, re.compile(rb"\0(10\.\d{2}) \d{4}-\d{2}-\d{2}")),
    Inside("libpng", "libpng", _QT, re.compile(rb"libpng version (\d+\.\d+\.\d+)")),
    Inside("libjpeg-turbo", "libjpeg", _QT, re.compile(rb"libjpeg-turbo version (\d+\.\d+\.\d+)")),
    Inside("zlib", "zlib", _QT, re.compile(rb"(?:in|de)flate (1\.\d+(?:\.\d+)*) Copyright")),
    Inside(
        "zlib", "", (APPLICATION, f"{APPLICATION}.exe"), re.compile(rb"inflate (1\.\d+(?:\.\d+)*) C"), "Zlib"
    ),
    Inside("expat", "", ("**/pyexpat*",), re.compile(rb"expat_(\d+\.\d+\.\d+)"), "MIT"),
    Inside("mpdecimal", "", ("**/_decimal*",), re.compile(rb"\0(2\.\d+\.\d+)\0"), "BSD-2-Clause"),
    Inside("icu", "", ("**/libicuuc.so.*",), re.compile(rb"icudt(\d+)l"), f"see {NOTICES}", True),
    Inside("sqlite", "", ("**/sqlite3.dll",), re.compile(rb"\0(3\.\d+\.\d+)\0"), "public domain", True),
    Inside("libffi", "", ("**/libffi*.dll",), re.compile(rb"libffi (\d+\.\d+\.\d+)"), f"see {NOTICES}", True),
)


def write(folder: Path, system: str) -> Path:
    """Write what `folder` is made of into it; where that is.

    Args:
        folder: the program's, finished but for the list of its files, with THIRD-PARTY-NOTICES.txt.
        system: "linux", "windows" or "macos".

    Raises:
        OSError: the folder has no notices.
    """
    target = folder / NAME
    text = json.dumps(document(folder, system), indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    target.write_bytes(text.encode("utf-8"))
    return target


def document(folder: Path, system: str) -> dict[str, Any]:
    """The SBOM as the schema has it."""
    edition = json.loads((ROOT / "content" / "edition.json").read_text(encoding="utf-8"))
    components = sorted(
        (*from_the_notices(folder), *qt(folder, system), *inside(folder), *content(folder, edition)),
        key=lambda component: str(component["bom-ref"]),
    )
    program = application(folder)
    known = [component["bom-ref"] for component in components]
    made: dict[str, Any] = {
        "$schema": f"http://cyclonedx.org/schema/bom-{SPEC}.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": SPEC,
        "version": 1,
        "metadata": {
            "timestamp": _timestamp(edition["date"]),
            "component": program,
            "properties": [{"name": "crmo-desktop:system", "value": system}],
        },
        "components": components,
        "dependencies": [{"ref": program["bom-ref"], "dependsOn": known}],
    }
    # the number is that of the contents: whoever builds the same program gets the same one
    words = json.dumps(made, sort_keys=True)
    made["serialNumber"] = uuid.uuid5(uuid.NAMESPACE_URL, words).urn
    return made


def _timestamp(day: str) -> str:
    """When it was made: as builds are told to say, else the content's day."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = (
        datetime.fromtimestamp(int(seconds), UTC)
        if seconds
        else datetime.fromisoformat(f"{day}T00:00:00+00:00")
    )
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def application(folder: Path) -> Component:
    """The program itself."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    purl = f"pkg:generic/{APPLICATION}@{version}"
    return _component(
        "application", APPLICATION, version, "Apache-2.0", purl=purl, files=_files(folder, _STARTED)
    )


def from_the_notices(folder: Path) -> Iterator[Component]:
    """Packages, fonts, icons and pictures: every work that the notices name, but ours."""
    for text in from_notices(folder):
        if text.name in _OURS or text.name.startswith(_TEXT_OF_A_LICENCE):
            continue
        head = text.read().partition("\n\n")[0]
        if _is_here(folder, head):
            yield _of_notice(folder, text, head)


def _is_here(folder: Path, head: str) -> bool:
    """Whether a library of the system is in this folder: a .deb leaves most to its distribution."""
    named = re.search(rf"^{FROM} \w+: (.+)$", head, re.MULTILINE)
    return named is None or any(next(folder.rglob(name), None) for name in named[1].split(", "))


def _of_notice(folder: Path, text: LicenceText, head: str) -> Component:
    named = re.search(r"^Package: (pkg:\S+)$", head, re.MULTILINE)
    purl = named[1] if named else ""
    found = re.fullmatch(r"(.+) (\S*\d\.\d\S*)", text.name)
    name, version = (found[1], found[2]) if found is not None else (text.name, "")
    is_library = bool(purl) or "Runtime" in name
    licence = text.licence or f"see {NOTICES}"
    files = _files(folder, _PYTHON) if name == "Python" else []
    made = _component("library" if is_library else "data", name, version, licence, purl=purl, files=files)
    if name == "Python":
        made["cpe"] = f"cpe:2.3:a:python:python:{version}:*:*:*:*:*:*:*"
    return made


def qt(folder: Path, system: str) -> Iterator[Component]:
    """Qt's libraries that are here, and the works of others that Qt's source says are inside them."""
    version = _first_match(_files(folder, _QT_CORE), re.compile(rb"Qt (6\.\d+\.\d+) \("))
    files = _files(folder, _QT_LIBRARIES)
    if not files:
        return
    made = _component(
        "framework", "Qt", version, "LGPL-3.0-only", purl=f"pkg:generic/qt@{version}", files=files
    )
    made["cpe"] = f"cpe:2.3:a:qt:qt:{version}:*:*:*:*:*:*:*"
    yield made
    yield from _parts_of_qt(folder, system)


def _parts_of_qt(folder: Path, system: str) -> Iterator[Component]:
    """What is said to be inside Qt's source, and is not in a package of its own here."""
    packages = " ".join(text.name for text in from_notices(folder))
    skipped = {*_FOREIGN, *(_UNIX_ONLY if system == "windows" else ())}
    with_version = {one.part: (one.name, _version_of(folder, one)) for one in _INSIDE if one.part}
    for part, licence in sorted(parts_in_qts_source().items()):
        name, version = with_version.get(part, (part, ""))
        if part in skipped or (not version and part in packages):
            continue
        yield _component("library", name, version, licence, within="Qt")


def parts_in_qts_source() -> dict[str, str]:
    """The works of others in Qt's source, with their licences, by the name of their folder."""
    words = (ROOT / "packaging" / "licences" / "Qt-base-and-its-parts.txt").read_text(encoding="utf-8")
    parts: dict[str, str] = {}
    for stanza in re.split(r"\n\s*\n", words):
        licence = re.search(r"^License:[ \t]*(\S.*)$", stanza, re.MULTILINE)
        for part in re.findall(r"^(?:Files:)?\s+src/3rdparty/([\w.-]+)/(?:src/)?\*", stanza, re.MULTILINE):
            if licence is not None:
                parts.setdefault(part, licence[1].strip())
    return parts


def inside(folder: Path) -> Iterator[Component]:
    """What Python and the loader have inside them, or beside them from their makers."""
    for one in _INSIDE:
        files = [] if one.part else _files(folder, one.files)
        version = _first_match(files, one.version)
        if version or (files and one.is_the_file):
            yield _component(
                "library", one.name, version, one.licence, within=files[0].name.partition(".")[0]
            )


def content(folder: Path, edition: dict[str, Any]) -> Iterator[Component]:
    """The content pack, with the checksum of its words."""
    for pack in sorted(folder.glob("**/content.crmo")):
        digest = re.search(DIGEST_MARKER + rb"([0-9a-f]{64})", pack.read_bytes())
        made = _component("data", "CRMO reference", edition["date"], edition["licence"], files=[pack])
        if digest is not None:
            made["properties"] = [
                {"name": "crmo-desktop:edition-checksum", "value": digest[1].decode("ascii")}
            ]
        yield made


def _version_of(folder: Path, one: Inside) -> str:
    return _first_match(_files(folder, one.files), one.version)


def _files(folder: Path, patterns: tuple[str, ...]) -> list[Path]:
    """The files that fit one of the patterns; links to them are not counted again."""
    found = {path for pattern in patterns for path in folder.glob(pattern)}
    return sorted(path for path in found if path.is_file() and not path.is_symlink())


def _first_match(files: list[Path], version: re.Pattern[bytes]) -> str:
    for path in files:
        found = version.search(path.read_bytes())
        if found is not None:
            return found[1].decode("ascii")
    return ""


def _component(
    kind: str,
    name: str,
    version: str,
    licence: str,
    *,
    purl: str = "",
    files: Sequence[Path] = (),
    within: str = "",
) -> Component:
    """One component.

    Args:
        kind: of CycloneDX: "application", "framework", "library" or "data".
        name: of the work.
        version: "" where it is not known.
        licence: an identifier or an expression of SPDX, or what it is called.
        purl: its package URL.
        files: of the folder that are it; one gives it its checksum, several become parts.
        within: what it is a part of, where it is no file of its own.
    """
    own = f"{name}@{version}" if version else name
    reference = purl or (f"{within}/{own}" if within else own)
    made: Component = {"type": kind, "name": name, "bom-ref": reference, "licenses": _licences(licence)}
    if version:
        made["version"] = version
    if purl:
        made["purl"] = purl
    if within:
        made["properties"] = [{"name": "crmo-desktop:inside", "value": within}]
    if len(files) == 1:
        made["hashes"] = [_hash(files[0])]
    elif files:
        made["components"] = [
            {
                "type": "file",
                "name": path.name,
                "bom-ref": f"{reference}#{path.name}",
                "hashes": [_hash(path)],
            }
            for path in files
        ]
    return made


def _licences(licence: str) -> list[dict[str, Any]]:
    """A licence as the schema wants it: an identifier or an expression of SPDX, else a name."""
    licence = _RENAMED.get(licence, licence)
    words = set(re.split(r"\s+(?:OR|AND)\s+", licence))
    if words <= _SPDX:
        return [{"license": {"id": licence}}] if len(words) == 1 else [{"expression": licence}]
    return [{"license": {"name": licence}}]


def _hash(file: Path) -> dict[str, str]:
    return {"alg": "SHA-256", "content": hashlib.sha256(file.read_bytes()).hexdigest()}
