"""Makes a picture of the edition from a file of `content/pictures/`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from crmo_desktop.authoring.content_folder import ContentFolder
from crmo_desktop.authoring.pictures.art import ArtError, read_art
from crmo_desktop.authoring.pictures.bones import bone_map
from crmo_desktop.authoring.pictures.charts import icon_arrays, ranges, timeline
from crmo_desktop.authoring.pictures.diagrams import choices, flow, labelled_art, panels, side_by_side
from crmo_desktop.authoring.pictures.files import PictureFile
from crmo_desktop.authoring.pictures.filling import Filler, Node, Said
from crmo_desktop.authoring.pictures.telling import NUMERIC, table, tell
from crmo_desktop.authoring.problem import Problem
from crmo_desktop.domain.bone_map import BoneMap
from crmo_desktop.domain.identifiers import PictureId, SourceId, TopicId
from crmo_desktop.domain.picture import Drawing, LabelledArt, Panels, Picture, Ranges, SideBySide

_AUDIENCES: Final = ("patient", "clinician", "both")
_MAKERS: Final[dict[str, Callable[[Filler, Node], Drawing]]] = {
    "BoneMap": bone_map,
    "LabelledArt": labelled_art,
    "Panels": panels,
    "Flow": flow,
    "Choices": choices,
    "IconArrays": icon_arrays,
    "SideBySide": side_by_side,
    "Ranges": ranges,
    "Timeline": timeline,
}


@dataclass(frozen=True, slots=True)
class Made:
    """A picture, and how it came about.

    Attributes:
        picture: None if its kind is unknown.
        said: each thing that it says, for the checks.
        problems: why it must not be shown; none for a picture that can be.
    """

    file: PictureFile
    picture: Picture | None
    said: tuple[Said, ...]
    problems: tuple[Problem, ...]


def make_picture(folder: ContentFolder, file: PictureFile) -> Made:
    """The picture that `file` describes, with every figure read; never raises for what stands in it."""
    filler = Filler(folder, file)
    kind = str(file.record.get("kind"))
    maker = _MAKERS.get(kind)
    picture = None
    if maker is None:
        filler.fault(f"there is no kind of picture “{kind}”: {', '.join(_MAKERS)}", at="kind")
    else:
        picture = _make(filler, file, maker)
    problems = tuple(Problem(file.path, line, text) for line, text in dict.fromkeys(filler.faults))
    return Made(file, picture, tuple(filler.said), problems)


def make_pictures(folder: ContentFolder) -> list[Made]:
    """All pictures of `folder`: in the order of the topics that they belong to, then of their ids."""
    order = {id: place for place, id in enumerate(folder.planned())}
    files = folder.pictures.values()
    places = {file.id: order.get(str(file.record.get("topic")), len(order)) for file in files}
    return [make_picture(folder, file) for file in sorted(files, key=lambda file: (places[file.id], file.id))]


def art_of(picture: Picture) -> list[str]:
    """The names of the illustrations that `picture` shows."""
    drawing = picture.drawing
    if isinstance(drawing, LabelledArt):
        return [drawing.art.name]
    if isinstance(drawing, Panels):
        return [panel.art.name for panel in drawing.panels if panel.art is not None]
    return []


def art_svg(folder: ContentFolder, name: str) -> bytes:
    """The illustration `name` as it goes into the pack; empty for one that cannot be read."""
    try:
        return read_art(folder.root, name).svg.encode("utf-8")
    except ArtError:
        return b""  # told when the picture was made


def _make(filler: Filler, file: PictureFile, maker: Callable[[Filler, Node], Drawing]) -> Picture:
    record = file.record
    topic = filler.text(record, "topic")
    if topic not in filler.folder.planned():
        filler.fault(f"there is no topic “{topic}”", at=topic)
    title = filler.label(record.get("title")).text
    caption = filler.statement(record.get("caption"))
    drawing = maker(filler, record)
    told = tell(filler.folder, drawing)
    columns: tuple[str, ...] = ()
    if not isinstance(drawing, SideBySide):
        columns = filler.texts(record, "columns", most=len(NUMERIC[type(drawing)]))
    if not filler.facts:
        filler.fault("the picture rests on no fact", at="kind")
    return Picture(
        id=PictureId(file.id),
        title=title,
        caption=caption.text,
        caption_facts=caption.facts,
        audience=filler.choice(record, "audience", _AUDIENCES),
        topic=TopicId(topic),
        drawing=drawing,
        said=told.said,
        table=table(drawing, columns, told),
        facts=filler.facts,
        sources=_sources(filler, drawing),
    )


def _sources(filler: Filler, drawing: Drawing) -> tuple[SourceId, ...]:
    """Whose figures are shown first, then whoever else stands behind the facts."""
    sources: list[str] = []
    if isinstance(drawing, BoneMap):
        sources += [group.source for group in drawing.groups]
    if isinstance(drawing, Ranges):
        sources += [item.source for group in drawing.groups for item in group.ranges if item.source]
    for id in filler.facts:
        sources += filler.folder.facts[id]["sources"]
    return tuple(SourceId(id) for id in dict.fromkeys(sources) if id)
