"""Themes, icons, fonts, pictures: complete, readable against their ground, licensed."""

import json
import re
import string
import struct
import xml.etree.ElementTree as ET
from collections import Counter
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from crmo_desktop.domain.colour import contrast_ratio
from tests.house.tree import ROOT, relative, repository_files
from tests.resources.truetype import Face, read_face

RESOURCES = ROOT / "resources"
THEMES = RESOURCES / "themes"
ICONS = RESOURCES / "icons"
FONTS = RESOURCES / "fonts"
PICTURES = RESOURCES / "pictures"
THEME_NAMES = ["light", "dark", "sepia", "hc_black", "hc_white", "print"]
KINDS = {"light", "dark", "high-contrast", "print"}
AA_TEXT, AAA_TEXT, SHAPE = 4.5, 7.0, 3.0  # WCAG 2.2: 1.4.3, 1.4.6, 1.4.11
COLOUR = re.compile(r"#[0-9A-F]{6}")
STEP = re.compile(r"(scale|scale_label)\[(\d)\]")
PLACEHOLDER = re.compile(r"\{(.*?)\}")
LICENCE_TEXTS = {"Apache-2.0": "Apache License", "MIT": "MIT License", "OFL-1.1": "SIL OPEN FONT LICENSE"}
PICTURE_BYTES = {".svg": 60_000, ".json": 150_000}


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def theme(name: str) -> dict[str, Any]:
    found: dict[str, Any] = read(THEMES / f"{name}.json")
    return found


def colour(data: dict[str, Any], role: str) -> str:
    """The colour of a role, or of a step of the scale written `scale[0]`."""
    step = STEP.fullmatch(role)
    found: str = data[step[1]][int(step[2])] if step else data["colours"][role]
    return found


CONTRASTS: list[dict[str, Any]] = read(THEMES / "contrast.json")["pairs"]
TOKENS: dict[str, Any] = read(THEMES / "tokens.json")
ICON_FILES = sorted(ICONS.glob("*.svg"))
FACES: list[dict[str, Any]] = read(FONTS / "fonts.json")
NOTICES: list[dict[str, Any]] = read(RESOURCES / "NOTICES.json")


# ---------------------------------------------------------------- themes


def test_the_themes_are_those_that_the_program_offers() -> None:
    others = {"tokens.json", "contrast.json"}

    assert {path.name for path in THEMES.iterdir()} == {f"{name}.json" for name in THEME_NAMES} | others


@pytest.mark.parametrize("name", THEME_NAMES)
def test_a_theme_has_the_roles_of_all_others(name: str) -> None:
    data, light = theme(name), theme("light")

    assert data["name"] == name
    assert data["kind"] in KINDS
    assert data["title"]
    assert set(data) == set(light)
    assert list(data["colours"]) == list(light["colours"])


@pytest.mark.parametrize("name", THEME_NAMES)
def test_every_colour_is_written_in_full(name: str) -> None:
    data = theme(name)
    colours = [*data["colours"].values(), *data["scale"], *data["scale_label"]]

    assert [value for value in colours if not COLOUR.fullmatch(value)] == []


@pytest.mark.parametrize("name", THEME_NAMES)
def test_the_scale_has_a_step_for_every_bin(name: str) -> None:
    bins = len(TOKENS["scale_bins"])

    assert len(set(theme(name)["scale"])) == bins
    assert len(theme(name)["scale_label"]) == bins


def test_bins_of_the_scale_join_without_a_gap() -> None:
    bins = TOKENS["scale_bins"]

    assert [bins[0][0], bins[-1][1]] == [0, 100]
    assert [low for low, _ in bins[1:]] == [high for _, high in bins[:-1]]


@pytest.mark.parametrize("role", TOKENS["roles"])
def test_a_role_that_is_explained_exists(role: str) -> None:
    existing = [*theme("light")["colours"], "scale", "scale_label"]
    patterns = [part.strip() for part in role.split(";")]

    assert all(any(fnmatchcase(name, pattern) for name in existing) for pattern in patterns)


@pytest.mark.parametrize("name", THEME_NAMES)
def test_colours_that_meet_can_be_told_apart(name: str) -> None:
    data = theme(name)
    demanded = [pair for pair in CONTRASTS if name in pair["need"]]
    too_close = [
        f"{pair['fg']} on {pair['bg']}: {ratio:.2f}, needs {pair['need'][name]}"
        for pair in demanded
        if (ratio := contrast_ratio(colour(data, pair["fg"]), colour(data, pair["bg"]))) < pair["need"][name]
    ]

    assert len(demanded) > 100
    assert too_close == []


@pytest.mark.parametrize("name", THEME_NAMES)
def test_the_demands_are_those_of_the_theme(name: str) -> None:
    need = theme(name)["need"]
    high_contrast = theme(name)["kind"] == "high-contrast"

    assert need == {"text": AAA_TEXT if high_contrast else AA_TEXT, "shape": SHAPE}
    for pair in CONTRASTS:
        # words on the steps of the bone map's scale are repeated in its list, so AA is enough for them
        floor = AA_TEXT if pair["kind"] == "scale_label" else need[pair["kind"]]
        assert pair["need"].get(name, floor) == floor, pair


def test_no_pair_is_demanded_twice() -> None:
    pairs = Counter((pair["kind"], pair["fg"], pair["bg"]) for pair in CONTRASTS)

    assert [pair for pair, times in pairs.items() if times > 1] == []


@pytest.mark.parametrize("role", ["text", "muted", "link", "heading", "accent"])
def test_words_on_the_page_are_demanded_of_every_theme(role: str) -> None:
    demanded = [
        pair for pair in CONTRASTS if (pair["kind"], pair["fg"], pair["bg"]) == ("text", role, "page")
    ]

    assert [set(pair["need"]) for pair in demanded] == [set(THEME_NAMES)]


# ---------------------------------------------------------------- icons


def test_every_icon_has_a_use_and_every_use_an_icon() -> None:
    named = {name for group in read(ICONS / "icons.json").values() for name in group.values()}

    assert named == {path.stem for path in ICON_FILES}


@pytest.mark.parametrize("path", ICON_FILES, ids=lambda path: path.stem)
def test_an_icon_takes_the_colour_it_is_given(path: Path) -> None:
    root = ET.fromstring(path.read_text(encoding="utf-8"))
    paints = {value for part in root.iter() for name, value in part.items() if name in {"fill", "stroke"}}

    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root.get("viewBox") == "0 0 24 24"
    assert "currentColor" in paints
    assert paints <= {"currentColor", "none"}
    assert root.get("stroke-width", "none") == ("none" if root.get("fill") == "currentColor" else "1.75")
    assert not [part for part in root.iter() if part.get("class")]


@pytest.mark.parametrize("size", [16, 24, 32, 48, 64, 128, 256])
def test_the_emblem_is_drawn_in_every_size(size: int) -> None:
    data = (ICONS / "app" / f"emblem-{size}.png").read_bytes()

    assert data.startswith(b"\x89PNG")
    assert struct.unpack_from(">II", data, 16) == (size, size)


def test_the_emblem_for_windows_holds_every_size() -> None:
    data = (ICONS / "app" / "emblem.ico").read_bytes()
    kind, count = struct.unpack_from("<HH", data, 2)
    entries = [struct.unpack_from("<BBBBHHII", data, 6 + 16 * number) for number in range(count)]

    assert kind == 1
    assert [entry[0] or 256 for entry in entries] == [16, 24, 32, 48, 64, 128, 256]
    assert entries[-1][6] + entries[-1][7] == len(data)


# ---------------------------------------------------------------- fonts


@cache
def face(file: str) -> Face:
    return read_face(FONTS / file)


def test_every_font_is_listed() -> None:
    assert sorted(entry["file"] for entry in FACES) == sorted(path.name for path in FONTS.glob("*.?tf"))


@pytest.mark.parametrize("entry", FACES, ids=lambda entry: entry["file"])
def test_a_font_is_what_the_list_says(entry: dict[str, Any]) -> None:
    found = face(entry["file"])

    assert (found.family, found.weight) == (entry["family"], entry["weight"])
    assert found.italic == (entry["style"] == "italic")
    assert found.embedding == 0, "as its licence allows"
    assert (FONTS / entry["licence_file"]).is_file()
    assert entry["licence"] in LICENCE_TEXTS


def test_every_family_that_the_look_names_is_bundled() -> None:
    named = {family for families in TOKENS["families"].values() for family in families}

    # one for a language of its own is named when that is read
    assert named == {entry["family"] for entry in FACES if "languages" not in entry}


def characters(*files: str) -> frozenset[int]:
    return frozenset().union(*(face(file).characters for file in files))


TEXT_FACES = {
    "text": ("AtkinsonHyperlegibleNext-Regular.ttf", "NotoSans-Extra.ttf"),
    "italic": ("AtkinsonHyperlegibleNext-Italic.ttf", "NotoSans-Extra.ttf"),
    "strong": ("AtkinsonHyperlegibleNext-SemiBold.ttf", "NotoSans-Extra-SemiBold.ttf"),
    "bold": ("AtkinsonHyperlegibleNext-Bold.ttf", "NotoSans-Extra-SemiBold.ttf"),
    "headings": ("CrmoSerif-SemiBold.ttf", "NotoSans-Extra-SemiBold.ttf"),
    "serif": ("CrmoSerif-Regular.ttf", "NotoSans-Extra.ttf"),
    "serif, italic": ("CrmoSerif-Italic.ttf", "NotoSans-Extra.ttf"),
    "dyslexic": ("CrmoDyslexic-Regular.otf", "NotoSans-Extra.ttf"),
    "dyslexic, italic": ("CrmoDyslexic-Italic.otf", "NotoSans-Extra.ttf"),
    "dyslexic, bold": ("CrmoDyslexic-Bold.otf", "NotoSans-Extra-SemiBold.ttf"),
}
OWN_SIGNS = string.ascii_letters + string.digits + string.punctuation + "‘’“”–—…•≤≥±×÷°äöüßéèñçåø"
SIGNS = "≤≥±×÷−≈≠√°µαβγΩ→←↑↓✓☐²³⁻¹₂\u00a0\u202f\u2060‑–—“”’…"


@pytest.mark.parametrize("use", TEXT_FACES)
def test_the_signs_of_medicine_can_be_drawn(use: str) -> None:
    drawable = characters(*TEXT_FACES[use])

    assert [sign for sign in SIGNS if ord(sign) not in drawable] == []


@pytest.mark.parametrize("use", TEXT_FACES)
def test_letters_of_the_made_faces_are_their_own(use: str) -> None:
    """What is borrowed from Noto Sans is a sign now and then, never a letter in the middle of a word."""
    own = face(TEXT_FACES[use][0]).characters

    assert [sign for sign in OWN_SIGNS if ord(sign) not in own] == []


@pytest.mark.parametrize("use", ["text", "serif", "dyslexic"])
def test_every_character_of_the_content_can_be_drawn(use: str) -> None:
    drawable = characters(*TEXT_FACES[use])
    written = [
        path
        for path in repository_files()
        if path.suffix in {".html", ".json"} and path.is_relative_to(ROOT / "content")
    ]
    missing = {
        (sign, relative(path))
        for path in written
        for sign in set(path.read_text(encoding="utf-8"))
        if ord(sign) not in drawable and sign not in "\n\r\t"
    }

    assert written
    assert missing == set()


# ---------------------------------------------------------------- pictures


@pytest.mark.parametrize("name", [path.name for path in PICTURES.glob("*.svg")])
def test_a_picture_takes_its_colours_from_the_theme(name: str) -> None:
    svg = (PICTURES / name).read_text(encoding="utf-8")
    about: dict[str, Any] = read(PICTURES / "pictures.json")[name]

    assert set(PLACEHOLDER.findall(svg)) == set(about["placeholders"])
    assert not re.search(r"#[0-9A-Fa-f]{3,8}\b(?!\))", svg), "a colour that no theme can change"
    for theme_name in THEME_NAMES:
        filled = svg
        for placeholder, role in about["placeholders"].items():
            filled = filled.replace(f"{{{placeholder}}}", colour(theme(theme_name), role))
        assert "{" not in filled
        assert ET.fromstring(filled).get("viewBox")


def test_every_picture_is_listed() -> None:
    shown = {path.name for path in PICTURES.iterdir() if path.suffix in PICTURE_BYTES}

    assert set(read(PICTURES / "pictures.json")) == shown - {"pictures.json"}


@pytest.mark.parametrize("name", read(PICTURES / "pictures.json"))
def test_a_picture_is_small_and_says_what_it_shows(name: str) -> None:
    about = read(PICTURES / "pictures.json")[name]

    assert (PICTURES / name).stat().st_size < PICTURE_BYTES[Path(name).suffix]
    assert about["alt"].endswith(".")
    assert "musclemimic-models" in about["notice"]


# ---------------------------------------------------------------- licences


def test_every_resource_has_one_licence() -> None:
    files = [path for path in repository_files() if path.is_relative_to(RESOURCES)]
    patterns = [pattern for notice in NOTICES for pattern in notice["files"]]
    entries = Counter(path for pattern in patterns for path in RESOURCES.glob(pattern))

    assert files
    assert {relative(path): entries[path] for path in files if entries[path] != 1} == {}


@pytest.mark.parametrize("notice", NOTICES, ids=lambda notice: notice["what"][:30])
def test_a_licence_is_named_and_its_text_is_there(notice: dict[str, Any]) -> None:
    text = (RESOURCES / notice["licence_file"]).read_text(encoding="utf-8")

    assert LICENCE_TEXTS[notice["licence"]] in text
    assert notice["source"]
    assert [pattern for pattern in notice["files"] if not list(RESOURCES.glob(pattern))] == []
    assert "notice_file" not in notice or (RESOURCES / notice["notice_file"]).is_file()
