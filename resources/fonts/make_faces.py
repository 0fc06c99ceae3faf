# ruff: noqa: INP001  (a file beside the fonts it made, not a package)
"""Makes `CrmoSerif-*.ttf` and `CrmoDyslexic-*.otf`: two faces for text, cut to the signs this program writes.

    pip install fonttools==4.68.0
    python make_faces.py serif    SourceSerif4_400Regular.ttf        --to CrmoSerif-Regular.ttf
    python make_faces.py serif    SourceSerif4_400Regular_Italic.ttf --to CrmoSerif-Italic.ttf
    python make_faces.py serif    SourceSerif4_600SemiBold.ttf       --to CrmoSerif-SemiBold.ttf
    python make_faces.py dyslexic opendyslexic-latin-400-normal.woff --to CrmoDyslexic-Regular.otf
    python make_faces.py dyslexic opendyslexic-latin-400-italic.woff --to CrmoDyslexic-Italic.otf
    python make_faces.py dyslexic opendyslexic-latin-700-normal.woff --to CrmoDyslexic-Bold.otf

The sources are the npm packages @expo-google-fonts/source-serif-4 0.4.1 and @fontsource/opendyslexic 5.3.0
(SIL Open Font License 1.1). Their names are reserved for the unchanged faces, so the cut ones have names of
their own. What they lack comes from `NotoSans-Extra*.ttf`.

Every line is made as high as Atkinson's, and OpenDyslexic is drawn smaller, so that its small letters are as
high as Atkinson's too: the reader can change the face, and size, lines and places stay what they are.
"""

import argparse
from pathlib import Path
from typing import Final, NamedTuple

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
from make_subset import ASCENT, DATE, DESCENT, UNITS_PER_EM


class Cut(NamedTuple):
    """How a face is changed.

    Attributes:
        drawn_at: of 1000, how large the letters are drawn.
        features: of OpenType, those that are kept.
        keeps_hints: whether the instructions for small sizes are kept.
    """

    family: str
    notice: str
    version: str
    drawn_at: int
    features: tuple[str, ...]
    keeps_hints: bool


CUTS: Final = {
    "serif": Cut(
        "CRMO Serif",
        "Cut from Source Serif 4. © 2014 - 2021 Adobe Systems Incorporated (http://www.adobe.com/), "
        "with Reserved Font Name ‘Source’.",
        "Version 4.004; cut for CRMO Desktop",
        1000,
        ("kern", "liga", "tnum", "ccmp", "locl", "mark", "mkmk"),
        keeps_hints=True,
    ),
    "dyslexic": Cut(
        "CRMO Dyslexic",
        "Cut from OpenDyslexic. Copyright (c) 2019-07-29, Abbie Gonzalez (https://abbiecod.es), "
        "with Reserved Font Name OpenDyslexic. Copyright (c) 12/2012 - 2019",
        "Version 0.920; cut for CRMO Desktop",
        890,  # its x-height of 560 becomes 498, Atkinson's is 496
        ("kern", "ccmp", "locl", "mark", "mkmk"),
        keeps_hints=False,
    ),
}
LICENCE: Final = "This Font Software is licensed under the SIL Open Font License, Version 1.1."
LICENCE_ADDRESS: Final = "https://openfontlicense.org"
WANTED: Final = (
    (0x0020, 0x007E),
    (0x00A0, 0x017F),  # Latin-1, Latin Extended-A
    (0x0192, 0x0192),
    (0x0218, 0x021B),  # Romanian
    (0x02C6, 0x02DD),
    (0x0300, 0x0328),  # accents that are put on letters
    (0x0391, 0x03C9),  # Greek
    (0x1E80, 0x1E85),
    (0x1E9E, 0x1E9E),
    (0x1EF2, 0x1EF3),
    (0x2000, 0x203A),  # spaces, dashes, quotation marks, bullets, dots
    (0x2044, 0x2044),
    (0x2070, 0x208E),  # superscripts and subscripts
    (0x20AC, 0x20AC),
    (0x2116, 0x2122),
    (0x2190, 0x2193),
    (0x2202, 0x2265),
)
STYLES: Final = {400: "Regular", 600: "SemiBold", 700: "Bold"}
REGULAR, ITALIC, BOLD = 64, 1, 32  # bits of OS/2.fsSelection
USE_TYPOGRAPHIC: Final = 128


def cut(font: TTFont, how: Cut) -> None:
    """Keep the signs and tables that are wanted."""
    options = Options(
        hinting=how.keeps_hints, layout_features=list(how.features), notdef_outline=True, name_IDs=[]
    )
    options.drop_tables += ["COLR", "CPAL", "DSIG", "BASE", "STAT"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes={code for first, last in WANTED for code in range(first, last + 1)})
    subsetter.subset(font)


def set_lines(font: TTFont, how: Cut) -> None:
    """Draw at the wanted size, and give every line the height of Atkinson's."""
    if how.drawn_at != UNITS_PER_EM:
        scale_upem(font, how.drawn_at)
        font["head"].unitsPerEm = UNITS_PER_EM
        if "CFF " in font:
            font["CFF "].cff.topDictIndex[0].FontMatrix = [0.001, 0, 0, 0.001, 0, 0]
    header, windows = font["hhea"], font["OS/2"]
    header.ascent, header.descent, header.lineGap = ASCENT, DESCENT, 0
    windows.sTypoAscender, windows.sTypoDescender, windows.sTypoLineGap = ASCENT, DESCENT, 0
    windows.usWinAscent = max(ASCENT, font["head"].yMax)
    windows.usWinDescent = -min(DESCENT, font["head"].yMin)


def set_names(font: TTFont, how: Cut, *, weight: int, is_italic: bool) -> None:
    """Names that are not reserved, and the words of the licence."""
    style = STYLES[weight]
    shown = f"{style} Italic".replace("Regular ", "") if is_italic else style
    is_plain = shown in ("Regular", "Italic", "Bold")  # those that Windows joins by itself
    names = {
        0: how.notice,
        1: how.family if is_plain else f"{how.family} {style}",
        2: shown if is_plain else "Regular",
        3: f"{how.family} {shown}; {how.version}",
        4: f"{how.family} {shown}",
        5: how.version,
        6: f"{how.family}-{shown}".replace(" ", ""),
        13: LICENCE,
        14: LICENCE_ADDRESS,
        16: how.family,
        17: shown,
    }
    for name, text in names.items():
        font["name"].setName(text, name, 3, 1, 0x409)
    windows = font["OS/2"]
    windows.version = max(4, windows.version)  # the first that knows the bit below
    windows.usWeightClass = weight
    windows.fsType = 0  # may be put into a PDF: OpenDyslexic's says "for editing only", its licence does not
    windows.fsSelection = USE_TYPOGRAPHIC | (ITALIC if is_italic else BOLD if weight == 700 else REGULAR)
    font["head"].macStyle = (1 if weight == 700 else 0) | (2 if is_italic else 0)
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames = [names[6]]
        top = cff.topDictIndex[0]
        top.FamilyName, top.FullName, top.Notice = how.family, names[4], how.notice.replace("©", "(c)")
        top.Weight = style


def main() -> None:
    """Cut, scale, name, write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("cut", choices=CUTS)
    parser.add_argument("source", type=Path)
    parser.add_argument("--to", type=Path, required=True, help="the face to write")
    arguments = parser.parse_args()

    how = CUTS[arguments.cut]
    font = TTFont(arguments.source)
    font.flavor = None
    is_italic = bool(font["OS/2"].fsSelection & ITALIC)
    weight = min(STYLES, key=lambda style: abs(style - font["OS/2"].usWeightClass))
    cut(font, how)
    set_lines(font, how)
    set_names(font, how, weight=weight, is_italic=is_italic)
    font["head"].created = font["head"].modified = DATE
    font.recalcTimestamp = False
    font.save(arguments.to)


if __name__ == "__main__":
    main()
