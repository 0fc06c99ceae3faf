"""Writes a file of slides (.pptx) that PowerPoint and Impress open: words, tables, pictures and notes."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from itertools import groupby
from typing import Final

from crmo_desktop.domain.slides import Strand
from crmo_desktop.export import pptx_master
from crmo_desktop.export.pptx_shapes import Numbers, picture_of, table_of, words_of
from crmo_desktop.export.pptx_theme import theme
from crmo_desktop.export.pptx_values import (
    HEIGHT,
    Area,
    FileSlide,
    Line,
    PictureShape,
    SlideFile,
    TableShape,
    WordsShape,
)
from crmo_desktop.export.pptx_words import plain_paragraph
from crmo_desktop.export.pptx_xml import Element, clean, element, emu, relationships, root, worded, written

_REL: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES: Final = "application/vnd.openxmlformats-officedocument.presentationml"
_ROOM: Final = "application/vnd.openxmlformats-officedocument"
_SECTIONS: Final = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_FIRST: Final = 256  # the least that a slide may be numbered
_DAY: Final = (1980, 1, 1, 0, 0, 0)  # of every part: the same slides make the same file


def pptx(file: SlideFile) -> bytes:
    """The bytes of `file`, the same whenever the same is written."""
    return _Package(file).written()


def _part_of(numbered: tuple[int, FileSlide]) -> str:
    return numbered[1].part


class _Package:
    """Gathers the parts, and what leads from one to another."""

    def __init__(self, file: SlideFile) -> None:
        self._file = file
        self._parts: dict[str, bytes] = {}
        self._kinds: dict[str, str] = {}  # of parts that are no pictures
        self._pictures: dict[bytes, str] = {}  # the same one stands on several slides

    def written(self) -> bytes:
        self._add_frame()
        for number, slide in enumerate(self._file.slides, start=1):
            self._add_slide(number, slide)
        self._add_presentation()
        self._add_properties()
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in {"[Content_Types].xml": self._content_types(), **self._parts}.items():
                archive.writestr(zipfile.ZipInfo(name, _DAY), data, zipfile.ZIP_DEFLATED)
        return buffer.getvalue()

    def _add(
        self, name: str, data: bytes, kind: str, leads: list[tuple[str, str, str]] | None = None
    ) -> None:
        self._parts[name], self._kinds[name] = data, kind
        if leads:
            folder, _, file = name.rpartition("/")
            made = [(id, f"{_REL}/{what}", target) for id, what, target in leads]
            self._parts[f"{folder}/_rels/{file}.rels"] = relationships(made)

    # --- what all slides share

    def _add_frame(self) -> None:
        count = len(pptx_master.LAYOUTS)
        themed = f"{_ROOM}.theme+xml"
        for number in (1, 2):  # of slides, of notes: a theme belongs to one master
            self._add(f"ppt/theme/theme{number}.xml", theme(self._file), themed)
        layouts = [
            (f"rId{number}", "slideLayout", f"../slideLayouts/slideLayout{number}.xml")
            for number in range(1, count + 1)
        ]
        self._add(
            "ppt/slideMasters/slideMaster1.xml",
            pptx_master.master(self._file),
            f"{_TYPES}.slideMaster+xml",
            [*layouts, (f"rId{count + 1}", "theme", "../theme/theme1.xml")],
        )
        for number in range(1, count + 1):
            self._add(
                f"ppt/slideLayouts/slideLayout{number}.xml",
                pptx_master.layout(self._file, number - 1),
                f"{_TYPES}.slideLayout+xml",
                [("rId1", "slideMaster", "../slideMasters/slideMaster1.xml")],
            )
        self._add(
            "ppt/notesMasters/notesMaster1.xml",
            pptx_master.notes_master(self._file),
            f"{_TYPES}.notesMaster+xml",
            [("rId1", "theme", "../theme/theme2.xml")],
        )

    # --- slides

    def _add_slide(self, number: int, slide: FileSlide) -> None:
        shown = 2 if slide.is_question else 1
        leads = [("rId1", "slideLayout", f"../slideLayouts/slideLayout{shown}.xml")]
        numbers = Numbers()
        shapes: list[Element] = []
        for shape in slide.shapes:
            shapes += self._shape(shape, numbers, leads)
        shapes += self._foot(slide, numbers)
        if slide.notes:
            leads.append((f"rId{len(leads) + 1}", "notesSlide", f"../notesSlides/notesSlide{number}.xml"))
            paragraphs = [plain_paragraph(words, self._file.language) for words in slide.notes]
            self._add(
                f"ppt/notesSlides/notesSlide{number}.xml",
                pptx_master.notes_of(paragraphs, Numbers()),
                f"{_TYPES}.notesSlide+xml",
                [
                    ("rId1", "notesMaster", "../notesMasters/notesMaster1.xml"),
                    ("rId2", "slide", f"../slides/slide{number}.xml"),
                ],
            )
        made = root(
            "p:sld",
            element("p:cSld", pptx_master.tree(shapes)),
            element("p:clrMapOvr", element("a:masterClrMapping")),
        )
        self._add(f"ppt/slides/slide{number}.xml", written(made), f"{_TYPES}.slide+xml", leads)

    def _shape(
        self,
        shape: WordsShape | TableShape | PictureShape,
        numbers: Numbers,
        leads: list[tuple[str, str, str]],
    ) -> Iterator[Element]:
        if isinstance(shape, WordsShape):
            yield from words_of(shape, self._file, numbers)
        elif isinstance(shape, TableShape):
            yield table_of(shape, self._file, numbers)
        else:
            relation = f"rId{len(leads) + 1}"
            leads.append((relation, "image", f"../media/{self._picture(shape.png)}"))
            yield picture_of(shape, relation, numbers)

    def _picture(self, png: bytes) -> str:
        """The name of a picture's file."""
        name = self._pictures.setdefault(png, f"image{len(self._pictures) + 1}.png")
        self._parts[f"ppt/media/{name}"] = png
        return name

    def _foot(self, slide: FileSlide, numbers: Numbers) -> Iterator[Element]:
        """Which edition it is of, small, at the lower edge."""
        area = pptx_master.places(self._file.width)["foot"]
        line = Line(words=(Strand(slide.foot),), size=pptx_master.FOOT_SIZE, role="muted")
        yield from words_of(WordsShape(area=Area(*area), lines=(line,), part="foot"), self._file, numbers)

    # --- the whole

    def _add_presentation(self) -> None:
        slides = len(self._file.slides)
        leads = [("rId1", "slideMaster", "slideMasters/slideMaster1.xml")]
        leads += [(f"rId{n + 1}", "slide", f"slides/slide{n}.xml") for n in range(1, slides + 1)]
        leads += [
            (f"rId{slides + 2}", "notesMaster", "notesMasters/notesMaster1.xml"),
            (f"rId{slides + 3}", "theme", "theme/theme1.xml"),
        ]
        wide, high = pptx_master.NOTES
        made = root(
            "p:presentation",
            element("p:sldMasterIdLst", element("p:sldMasterId", id=2147483648, r_id="rId1")),
            element("p:notesMasterIdLst", element("p:notesMasterId", r_id=f"rId{slides + 2}")),
            element(
                "p:sldIdLst",
                *(element("p:sldId", id=_FIRST + n, r_id=f"rId{n + 2}") for n in range(slides)),
            ),
            element("p:sldSz", cx=emu(self._file.width), cy=emu(HEIGHT)),
            element("p:notesSz", cx=emu(wide), cy=emu(high)),
            self._sections(),
            **({"rtl": 1} if self._file.is_rtl else {}),
        )
        self._add("ppt/presentation.xml", written(made), f"{_TYPES}.presentation.main+xml", leads)

    def _sections(self) -> Element | None:
        """The parts of a session, as programs list them beside the slides; None where there are none."""
        if not any(slide.part for slide in self._file.slides):
            return None
        listed = Element("p14:sectionLst", {"xmlns:p14": _SECTIONS})
        numbered = enumerate(self._file.slides, start=_FIRST)
        for number, (part, group) in enumerate(groupby(numbered, key=_part_of), start=1):
            slides = element("p14:sldIdLst", *(element("p14:sldId", id=id) for id, _ in group))
            uid = f"{{5A0B6A0D-6C1E-4C0F-9B43-{number:012X}}}"
            listed.append(element("p14:section", slides, name=clean(part), id=uid))
        return element("p:extLst", element("p:ext", listed, uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"))

    def _add_properties(self) -> None:
        file = self._file
        spaces = {
            "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
            "xmlns:dcterms": "http://purl.org/dc/terms/",
            "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        }
        core = Element("cp:coreProperties", spaces)
        core.append(worded("dc:title", file.title))
        core.append(worded("dc:subject", file.subject))
        core.append(worded("dc:creator", "CRMO Desktop"))
        core.append(worded("dc:language", file.language))
        for when in ("dcterms:created", "dcterms:modified"):
            core.append(worded(when, file.made, xsi_type="dcterms:W3CDTF"))
        self._add(
            "docProps/core.xml", written(core), "application/vnd.openxmlformats-package.core-properties+xml"
        )
        app = Element("Properties", xmlns=f"{_REL[: -len('/relationships')]}/extended-properties")
        app.append(worded("Application", "CRMO Desktop"))
        self._add("docProps/app.xml", written(app), f"{_ROOM}.extended-properties+xml")
        package = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
        self._parts["_rels/.rels"] = relationships(
            [
                ("rId1", f"{_REL}/officeDocument", "ppt/presentation.xml"),
                ("rId2", package, "docProps/core.xml"),
                ("rId3", f"{_REL}/extended-properties", "docProps/app.xml"),
            ]
        )

    def _content_types(self) -> bytes:
        made = Element("Types", xmlns="http://schemas.openxmlformats.org/package/2006/content-types")
        for ending, kind in (
            ("png", "image/png"),
            ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            ("xml", "application/xml"),
        ):
            made.append(element("Default", Extension=ending, ContentType=kind))
        for name, kind in self._kinds.items():
            made.append(element("Override", PartName=f"/{name}", ContentType=kind))
        return written(made)
