"""ICU's archive is read, trimmed and written again."""

import struct
from pathlib import Path

import pytest

import icu
from icu import Item

HEADER = struct.pack("<HBB", 32, 0xDA, 0x27) + bytes(8) + b"CmnD" + bytes(16)
ITEMS = [
    Item("icudt73l/coll/de.res", b"german"),
    Item("icudt73l/coll/root.res", b"everybody's order"),
    Item("icudt73l/root.res", b"!"),
]


def test_what_is_written_is_read() -> None:
    archive = icu.write_archive(HEADER, ITEMS)

    header, items = icu.read_archive(archive)

    assert header == HEADER
    assert [item.name for item in items] == [item.name for item in ITEMS]
    assert [item.content.rstrip(b"\0") for item in items] == [item.content for item in ITEMS]


def test_every_item_begins_where_icu_may_read_it() -> None:
    archive = icu.write_archive(HEADER, ITEMS)

    assert len(HEADER) % 16 == 0
    assert {archive.index(item.content) % 16 for item in ITEMS} == {0}


def test_the_archive_is_found_in_a_library() -> None:
    library = b"\x7fELF" + bytes(60) + icu.write_archive(HEADER, ITEMS)

    assert icu.archive_start(library) == 64


@pytest.mark.parametrize("library", [b"", b"CmnD", bytes(20) + b"CmnD"])
def test_a_library_without_an_archive_is_refused(library: bytes) -> None:
    with pytest.raises(ValueError, match="no ICU data archive"):
        icu.archive_start(library)


@pytest.mark.parametrize(
    ("name", "used"),
    [
        ("coll/root.res", True),
        ("coll/ucadata.icu", True),
        ("coll/de.res", False),
        ("coll/res_index.res", True),
        ("en_GB.res", True),
        ("zh_Hant_TW.res", False),
        ("likelySubtags.res", True),
        ("nfkc.nrm", True),
        ("ibm-37_P100-1995.cnv", False),
        ("brkitr/cjdict.dict", False),
        ("curr/en.res", False),
    ],
)
def test_the_programs_language_and_what_belongs_to_all_is_kept(name: str, used: bool) -> None:
    assert icu.is_used(name) is used


def test_the_languages_are_those_of_the_program() -> None:
    from tests.house.tree import ROOT

    files = (ROOT / "resources" / "i18n").glob("crmo-desktop_*.ts")
    translated = {path.stem.partition("_")[2].partition("-")[0] for path in files}

    assert translated <= set(icu.LANGUAGES)


def test_a_real_library_gets_smaller(tmp_path: Path) -> None:
    import PySide6

    (original,) = Path(PySide6.__file__).parent.glob("Qt/lib/libicudata.so.*") or [None]
    if original is None:
        pytest.skip("Qt has ICU inside on Linux only")
    library = tmp_path / original.name
    library.write_bytes(original.read_bytes())

    icu.trim(library)

    symbol, length = icu.archive_symbol(library)
    assert (symbol, length) < icu.archive_symbol(original)
    content = library.read_bytes()
    start = icu.archive_start(content)
    _, items = icu.read_archive(content[start : start + length])
    names = {item.name.partition("/")[2] for item in items}
    assert {"root.res", "coll/root.res", "coll/ucadata.icu"} <= names
    assert all(icu.is_used(name) for name in names)
