"""How Windows' installers are made, as far as it can be seen without wine."""

import struct
import zipfile
from pathlib import Path
from uuid import UUID
from xml.etree import ElementTree

import pytest

import bundle
from windows import libraries, msi, picture, portable, resource, root, setup_exe, summary, wine


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A program folder with as little in it as will do."""
    folder = tmp_path / "program"
    for name in ("crmo-desktop.exe", "_internal/a/b/deep.txt", "_internal/costs $5.txt"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("version", "numbers"),
    [
        ("0.1.0", (0, 1, 0, 0)),
        ("1.2", (1, 2, 0, 0)),
        ("2.0.1rc3", (2, 0, 1, 0)),
        ("3.1.4.post1", (3, 1, 4, 0)),
    ],
)
def test_windows_counts_versions_in_four_numbers(version: str, numbers: tuple[int, ...]) -> None:
    assert resource.four_numbers(version) == numbers


def test_microsofts_runtime_is_taken_once_and_what_windows_has_is_not() -> None:
    binaries = [
        ("VCRUNTIME140.dll", r"C:\python\VCRUNTIME140.dll", "BINARY"),
        (r"PySide6\VCRUNTIME140.dll", r"C:\site\PySide6\VCRUNTIME140.dll", "BINARY"),
        (r"shiboken6\vcruntime140.dll", r"C:\site\shiboken6\vcruntime140.dll", "BINARY"),
        (r"PySide6\opengl32sw.dll", r"C:\site\PySide6\opengl32sw.dll", "BINARY"),
        ("api-ms-win-crt-runtime-l1-1-0.dll", r"C:\w\api-ms-win-crt-runtime-l1-1-0.dll", "BINARY"),
        ("icuuc.dll", r"C:\windows\system32\icuuc.dll", "BINARY"),
        (r"PySide6\Qt6Core.dll", r"C:\site\PySide6\Qt6Core.dll", "BINARY"),
    ]

    assert libraries.arranged(binaries) == [
        ("vcruntime140.dll", r"C:\site\PySide6\VCRUNTIME140.dll", "BINARY"),
        (r"PySide6\Qt6Core.dll", r"C:\site\PySide6\Qt6Core.dll", "BINARY"),
    ]


def test_only_names_of_windows_loader_may_stay_unresolved() -> None:
    start = "9 WARNING: Library not found: could not resolve"

    assert libraries.is_windows_own(f"{start} 'api-ms-win-crt-heap-l1-1-0.dll', dependency of 'x.dll'.")
    assert not libraries.is_windows_own(f"{start} 'Qt6Gui.dll', dependency of 'api-ms-win-x.dll'.")


def test_the_lock_is_used_as_it_is_but_for_its_conditions() -> None:
    wanted = root.locked()

    for name in (
        "comtypes==",
        "pyside6-essentials==",
        "textstat==",
        "pyinstaller==",
        "pefile==",
        "pywin32-ctypes==",
    ):
        assert sum(line.startswith(name) for line in wanted.splitlines()) == 1
    assert "sys_platform" not in wanted
    assert "pytest" not in wanted
    assert all("--hash=sha256:" in entry for entry in wanted.split("\n") if entry.startswith(" "))


def test_wines_own_libraries_are_told_from_others(tmp_path: Path) -> None:
    (tmp_path / "wines.dll").write_bytes(b"MZ".ljust(64, b"\0") + b"Wine builtin DLL\0")
    (tmp_path / "ours.dll").write_bytes(b"MZ".ljust(200, b"\0") + b"Wine builtin DLL\0")

    assert wine.is_built_in(tmp_path / "wines.dll")
    assert not wine.is_built_in(tmp_path / "ours.dll")


def test_what_setup_writes_it_deletes_and_nothing_else(program: Path) -> None:
    lines = [line.strip() for line in setup_exe.file_macros(program).splitlines()]
    writing, deleting = (
        lines[1 : lines.index("!macroend")],
        lines[lines.index("!macro UninstallFiles") + 1 : -1],
    )

    assert [line for line in writing if line.startswith("SetOutPath")] == [
        'SetOutPath "$INSTDIR"',
        'SetOutPath "$INSTDIR\\_internal\\a\\b"',
        'SetOutPath "$INSTDIR\\_internal"',
    ]
    assert deleting == [
        'Delete "$INSTDIR\\crmo-desktop.exe"',
        'Delete "$INSTDIR\\_internal\\a\\b\\deep.txt"',
        'Delete "$INSTDIR\\_internal\\costs $$5.txt"',
        'RMDir "$INSTDIR\\_internal\\a\\b"',
        'RMDir "$INSTDIR\\_internal\\a"',
        'RMDir "$INSTDIR\\_internal"',
    ]
    assert not any("/r" in line.lower() for line in deleting)


def test_the_script_deletes_no_folder_with_what_is_in_it() -> None:
    script = setup_exe.SCRIPT.read_text(encoding="utf-8").lower()

    assert "rmdir /r" not in script
    assert "requestexecutionlevel user" in script


def test_codes_of_the_msi_stay_the_same_from_version_to_version(program: Path) -> None:
    older, newer = (msi.product(program, version) for version in ("0.1.0", "0.2.0"))

    def codes(tree: ElementTree.Element, name: str, attribute: str) -> list[str]:
        return [element.attrib[attribute] for element in tree.iter(name)]

    assert UUID("4700ccf0-02f6-5f85-a2b1-9b55041e2098") == msi.UPGRADE_CODE, "never to be changed"
    assert codes(older, "Product", "UpgradeCode") == codes(newer, "Product", "UpgradeCode")
    assert codes(older, "Product", "Id") != codes(newer, "Product", "Id")
    assert codes(older, "Component", "Guid") == codes(newer, "Component", "Guid")
    assert len(set(codes(older, "Component", "Guid"))) == len(codes(older, "Component", "Guid")) == 5
    assert sorted(codes(older, "Component", "Id")) == sorted(codes(older, "ComponentRef", "Id"))


def test_the_code_of_a_package_tells_its_content(program: Path) -> None:
    before = msi.content_digest(program)
    (program / "crmo-desktop.exe").write_text("changed", encoding="utf-8")

    assert msi.content_digest(program) != before


def test_the_summary_of_a_package_is_settled_in_place(tmp_path: Path) -> None:
    package = tmp_path / "any.msi"
    old, new = (f"{{{digit * 8}-0000-0000-0000-{digit * 12}}}" for digit in "12")
    values = [
        struct.pack("<II", summary.TEXT, 39) + old.encode() + b"\0\0",
        struct.pack("<IQ", summary.TIME, 1),
        struct.pack("<IQ", summary.TIME, 2),
    ]
    places = [8 + 8 * 3, 8 + 8 * 3 + len(values[0]), 8 + 8 * 3 + len(values[0]) + 12]
    numbers = (summary.CODE, summary.CREATED, summary.SAVED)
    section = struct.pack("<II", 0, 3)
    section += b"".join(struct.pack("<II", *pair) for pair in zip(numbers, places, strict=True))
    header = b"\xfe\xff".ljust(28, b"\0") + summary.SET + struct.pack("<I", 48)
    package.write_bytes(b"before" + header + section + b"".join(values) + b"after")
    size = package.stat().st_size

    summary.settle(package, package_code=new, moment=0)

    content = package.read_bytes()
    assert len(content) == size
    assert new.encode() in content
    assert old.encode() not in content
    assert content.count(struct.pack("<Q", 116_444_736_000_000_000)) == 2, "1970 as Windows counts"
    with pytest.raises(ValueError, match="has 38 characters, not 39"):
        summary.settle(package, package_code=new + "x", moment=0)


def test_the_stick_is_the_same_whenever_it_is_made(program: Path, tmp_path: Path) -> None:
    first = portable.make(program, tmp_path / "first.zip").read_bytes()
    bundle.set_times(program)
    (program / "crmo-desktop.exe").chmod(0o700)

    assert portable.make(program, tmp_path / "second.zip").read_bytes() == first
    with zipfile.ZipFile(tmp_path / "first.zip") as archive:
        assert b"\r\n" in archive.read("CRMO Desktop/portable.txt")
        assert archive.read("CRMO Desktop/_internal/a/b/deep.txt") == b"_internal/a/b/deep.txt"


def test_the_picture_beside_setup_is_a_bitmap_with_the_emblem_in_it(tmp_path: Path) -> None:
    content = picture.write(tmp_path / "picture.bmp").read_bytes()

    assert struct.unpack_from("<ii", content, 18) == picture.SIZE
    assert len(content) == 54 + 3 * picture.SIZE[0] * picture.SIZE[1]
    ground = bytes(reversed(picture.GROUND))
    assert content[54:57] == ground
    assert (
        0.2
        < sum(content[at : at + 3] != ground for at in range(54, len(content), 3)) * 3 / len(content)
        < 0.4
    )
