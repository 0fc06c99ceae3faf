# ruff: noqa: INP001  (a file beside the fonts it made, not a package)
"""Makes `NotoSans-Extra*.ttf`: the signs that Atkinson Hyperlegible Next lacks, as a small "Noto Sans".

    pip install fonttools==4.68.0
    python make_subset.py NotoSans-Regular.ttf NotoSansMath-Regular.ttf NotoSansSymbols2-Regular.ttf \
        --to NotoSans-Extra.ttf
    python make_subset.py NotoSans-SemiBold.ttf NotoSansMath-Regular.ttf NotoSansSymbols2-Regular.ttf \
        --to NotoSans-Extra-SemiBold.ttf

The sources are faces of the npm packages @expo-google-fonts/noto-sans 0.4.2, noto-sans-math
0.4.2 and noto-sans-symbols-2 0.4.1 (SIL Open Font License 1.1). A sign is taken from the first that has it:
letters from Noto Sans, arrows and most mathematics from Noto Sans Math, check marks and boxes from the third.

The outlines are drawn at 93% of the em, and the line is as high as Atkinson's: then a Greek letter in running
text has the height of its neighbours (x-height 498 beside 496) and does not push the lines apart.
"""

import argparse
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

UNITS_PER_EM = 1000
DRAWN_AT = 930  # of 1000: Noto's x-height 536 becomes 498, Atkinson's is 496
X_HEIGHT, CAP_HEIGHT = 498, 664
ASCENT, DESCENT = 984, -316  # of Atkinson Hyperlegible Next 2.001
NAMES = {
    0: "Copyright 2022 The Noto Project Authors (https://github.com/notofonts/latin-greek-cyrillic, "
    "https://github.com/notofonts/math, https://github.com/notofonts/symbols)",
    5: "Version 2.015; cut to the signs that Atkinson Hyperlegible Next lacks",
}
DATE = 3_818_620_800  # seconds since 1904: 1 January 2025, so that two runs give the same bytes
KEPT_TABLES = {"GlyphOrder", "OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post"}
NAMES_KEPT = [0, 1, 2, 4, 5, 6, 13, 14, 16, 17]

WANTED = (
    (0x0020, 0x0020),  # space
    (0x00A0, 0x00A0),  # no-break space
    (0x00B0, 0x00B3),  # ° ± ² ³
    (0x00B5, 0x00B5),  # micro sign
    (0x00B9, 0x00B9),  # ¹
    (0x00D7, 0x00D7),  # ×
    (0x00F7, 0x00F7),  # ÷
    (0x0100, 0x017F),  # Latin Extended-A: names of authors
    (0x0180, 0x024F),  # Latin Extended-B
    (0x0370, 0x03FF),  # Greek
    (0x1E00, 0x1EFF),  # Latin Extended Additional
    (0x2000, 0x200B),  # spaces of every width
    (0x2010, 0x2015),  # hyphens and dashes, U+2011 with them
    (0x202F, 0x2037),  # narrow no-break space, per mille, primes
    (0x205F, 0x2060),  # word joiner
    (0x2070, 0x209C),  # superscripts and subscripts
    (0x2103, 0x2103),  # ℃
    (0x2126, 0x2126),  # ohm sign
    (0x2150, 0x215E),  # fractions
    (0x2190, 0x2199),  # arrows
    (0x21BA, 0x21BB),  # arrows in a circle
    (0x21D0, 0x21D5),  # double arrows
    (0x2200, 0x221E),  # mathematics
    (0x2227, 0x222B),
    (0x2234, 0x2237),
    (0x223C, 0x223C),
    (0x2243, 0x2248),
    (0x2260, 0x2265),
    (0x25A0, 0x25A1),  # squares, triangles, circles
    (0x25B2, 0x25B3),
    (0x25B6, 0x25B7),
    (0x25BC, 0x25BD),
    (0x25C0, 0x25C1),
    (0x25CB, 0x25CB),
    (0x25CF, 0x25CF),
    (0x2610, 0x2612),  # boxes to tick
    (0x2713, 0x2718),  # check marks and crosses
)


def cut(source: Path, missing: set[int], target: Path) -> set[int]:
    """Write the glyphs of `missing` that `source` has to `target`; the code points that are still missing."""
    font = TTFont(source)
    found = missing & set(font.getBestCmap())
    options = Options(hinting=False, layout_features=[], notdef_outline=True, name_IDs=NAMES_KEPT)
    options.drop_tables += sorted(set(font.keys()) - KEPT_TABLES)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=found)
    subsetter.subset(font)
    font.save(target)
    return missing - found


def set_lines(font: TTFont) -> None:
    """Draw smaller, and give every line the height of Atkinson's."""
    scale_upem(font, DRAWN_AT)
    font["head"].unitsPerEm = UNITS_PER_EM
    header, windows = font["hhea"], font["OS/2"]
    header.ascent, header.descent, header.lineGap = ASCENT, DESCENT, 0
    windows.sTypoAscender, windows.sTypoDescender, windows.sTypoLineGap = ASCENT, DESCENT, 0
    windows.usWinAscent, windows.usWinDescent = ASCENT, -DESCENT
    windows.sxHeight, windows.sCapHeight = X_HEIGHT, CAP_HEIGHT
    font["head"].created = font["head"].modified = DATE
    font.recalcTimestamp = False


def main() -> None:
    """Cut, join, write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sources", type=Path, nargs="+", help="TrueType files, the most wanted first")
    parser.add_argument("--to", type=Path, required=True, help="the face to write")
    arguments = parser.parse_args()

    missing = {code for first, last in WANTED for code in range(first, last + 1)}
    with tempfile.TemporaryDirectory() as folder:
        pieces = [Path(folder) / f"{number}.ttf" for number, _ in enumerate(arguments.sources)]
        for source, piece in zip(arguments.sources, pieces, strict=True):
            missing = cut(source, missing, piece)
        weight = TTFont(arguments.sources[0])["OS/2"].usWeightClass
        font = Merger().merge([str(piece) for piece in pieces])
        font["OS/2"].usWeightClass = weight
        set_lines(font)
        for name, text in NAMES.items():
            font["name"].setName(text, name, 3, 1, 0x409)
        font.save(arguments.to)


if __name__ == "__main__":
    main()
